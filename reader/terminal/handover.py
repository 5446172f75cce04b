"""Handing a link to the person's own browser or mail program, when they ask for it.

Nothing goes through a shell, and what is handed over is a URL of plain characters, whatever a document made of it.
"""

from __future__ import annotations

import shlex
import shutil
import subprocess
from collections.abc import Iterator, Mapping
from threading import Thread
from urllib.parse import parse_qsl, quote, urlencode

from reader.sources.safe import make_safe

_OPENERS = ("xdg-open", "open", "wslview")
_KEPT_IN_URLS = "!#$&()*+,/:;=?@[]~%"
# A mail program may attach a file of this machine for “attach”: only words go along.
_KEPT_IN_MAIL = frozenset({"to", "cc", "subject", "body", "in-reply-to"})


def hand_over(target: str, environ: Mapping[str, str]) -> str:
    """Start the program for a link and leave it alone; return the sentence that says what was done."""
    plain = plain_target(target)
    if not plain:
        return f"not followed: {make_safe(target)} (only http, https and mailto are)"
    for command in find_commands(plain, environ):
        try:
            process = subprocess.Popen(
                command,
                stdin=subprocess.DEVNULL,
                stdout=subprocess.DEVNULL,
                stderr=subprocess.DEVNULL,
                start_new_session=True,
                env=dict(environ),
            )
        except OSError:
            continue
        Thread(target=process.wait, name="handover", daemon=True).start()  # so that no zombie stays
        return f"handed to {make_safe(command[0])}: {plain}"
    return f"no program to hand it to: set BROWSER, or install xdg-open ({plain})"


def plain_target(target: str) -> str:
    """Write a link of http, https or mailto with plain characters alone; empty for every other."""
    scheme, colon, rest = target.partition(":")
    scheme = scheme.lower()
    if scheme in {"http", "https"} and rest.startswith("//") and rest.strip("/"):
        return f"{scheme}:{quote(rest, safe=_KEPT_IN_URLS)}"
    if scheme == "mailto" and colon:
        address, _, fields = rest.partition("?")
        kept = [(name, value) for name, value in parse_qsl(fields) if name.lower() in _KEPT_IN_MAIL]
        return f"mailto:{quote(address, safe='@,%+')}" + (f"?{urlencode(kept, quote_via=quote)}" if kept else "")
    return ""


def find_commands(target: str, environ: Mapping[str, str]) -> Iterator[list[str]]:
    """Yield the commands that would open a link: those of $BROWSER, for mail only the system's."""
    path = environ.get("PATH")
    if not target.startswith("mailto:"):
        for browser in environ.get("BROWSER", "").split(":"):
            try:
                words = shlex.split(browser)
            except ValueError:
                continue
            # A place among other words of one word (“sh -c 'firefox %s'”) would be read by a shell: passed over.
            is_plain = not any("%s" in word and len(word.split()) > 1 for word in words)
            if words and is_plain and shutil.which(words[0], path=path):
                has_place = any("%s" in word for word in words)
                yield [word.replace("%s", target) for word in words] if has_place else [*words, target]
    for opener in _OPENERS:
        if shutil.which(opener, path=path):
            yield [opener, target]
