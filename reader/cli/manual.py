"""The man page, in roff, from the same tables as --help."""

from __future__ import annotations

from collections.abc import Iterator

from reader import __version__
from reader.cli.arguments import COMMANDS, EVERYWHERE, OPEN
from reader.cli.described import Option, commands, options_of
from reader.settings.table import SETTINGS
from reader.ui.keymap import ACTIONS, shown_key

_DESCRIPTION = (
    "pullquote shows articles in the terminal: the sections, the text, and every quotation with who said it and how "
    "that is known. What is written to a pipe is plain text.",
    "An article is a text, Markdown, a web page, a book, a mail, captions, a feed or an office document, from a file, "
    "a folder, a URL or standard input (-).",
)
_EXITS = (
    ("0", "Something was found, or the article was opened or printed."),
    ("1", "Nothing was found, or it was not said like this."),
    ("2", "Something could not be read, or an option makes no sense; one sentence on standard error says which."),
    ("130", "Interrupted."),
)
_FILES = (
    ("~/.config/pullquote/config.toml", "The settings; pullquote config prints those in force."),
    ("~/.local/share/pullquote/library.sqlite", "The library: articles, places, marks."),
    ("~/.local/state/pullquote/history", "What was typed into prompts."),
)
_VARIABLES = (
    ("PULLQUOTE_CONFIG", "Another file of settings."),
    ("PULLQUOTE_DEBUG", "1 shows where an unexpected error came from."),
    ("NO_COLOR", "Set and not empty: no colours."),
    ("CLICOLOR_FORCE", "Set and not 0: pullquote show colours what goes into a pipe, too."),
)


def manual() -> str:
    """Write the page."""
    return "\n".join(_lines()) + "\n"


def _lines() -> Iterator[str]:
    yield f'.TH PULLQUOTE 1 "" "pullquote {__version__}" "User Commands"'
    yield ".SH NAME"
    yield f"pullquote \\- {_roff(COMMANDS[OPEN].summary[:1].lower() + COMMANDS[OPEN].summary[1:].removesuffix('.'))}"
    yield ".SH SYNOPSIS"
    for number, name in enumerate((OPEN, *commands())):
        if number:
            yield ".br"
        yield f".B {_roff(COMMANDS[name].usage)}"
    yield ".SH DESCRIPTION"
    for number, paragraph in enumerate(_DESCRIPTION):
        if number:
            yield ".PP"
        yield _roff(paragraph)
    yield from _options(OPEN)
    yield ".SH COMMANDS"
    for name in commands():
        yield f".SS {_roff(COMMANDS[name].usage)}"
        yield _roff(COMMANDS[name].summary)
        for option in options_of(name):
            if option.names[0] not in EVERYWHERE and option.names[0] != "--help":
                yield from _option(option)
    yield ".SH KEYS"
    yield "A number before a key repeats it. These are the keys of less; pullquote keys prints those in force."
    for action in ACTIONS:
        if action.keys:
            yield from _term(" ".join(shown_key(key) for key in action.keys), _sentence(action.help))
    yield ".SH EXIT STATUS"
    yield from _terms(_EXITS)
    yield ".SH ENVIRONMENT"
    yield "Every setting has a variable; an option comes before it, and it comes before the file."
    yield from _terms(tuple((setting.variable, _sentence(setting.about)) for setting in SETTINGS) + _VARIABLES)
    yield ".SH FILES"
    yield from _terms(_FILES)
    yield ".SH EXAMPLES"
    for name in (OPEN, *commands()):
        yield from _terms(tuple((line, _sentence(about)) for line, about in COMMANDS[name].examples))
    yield ".SH SEE ALSO"
    yield ".BR less (1),"
    yield ".BR jq (1)"


def _options(name: str) -> Iterator[str]:
    yield ".SH OPTIONS"
    yield "Options may stand anywhere; behind \\-\\- are only files."
    for option in options_of(name):
        yield from _option(option)


def _option(option: Option) -> Iterator[str]:
    metavar = option.metavar and (f"[{option.metavar}]" if option.is_optional else option.metavar)
    shown = ", ".join(f"{name} {metavar}".strip() for name in option.names)
    choices = f" One of {', '.join(option.choices)}." if option.choices and "--format" not in option.names else ""
    yield from _term(shown, _sentence(option.about) + choices)


def _terms(rows: tuple[tuple[str, str], ...]) -> Iterator[str]:
    for term, about in rows:
        yield from _term(term, about)


def _term(term: str, about: str) -> Iterator[str]:
    yield ".TP"
    yield f".B {_roff(term)}"
    yield _roff(about)


def _sentence(words: str) -> str:
    capital = words[:1].upper() + words[1:]
    return capital if capital.endswith((".", "?", "…")) else f"{capital}."


_ROFF = {"\\": "\\e", "-": "\\-", "'": "\\(aq", '"': "\\(dq", "^": "\\(ha", "~": "\\(ti", "`": "\\(ga"}


def _roff(words: str) -> str:
    """Write words so that roff takes none for a request; a minus stays one, so that it can be copied."""
    written = "".join(_ROFF.get(character, character) for character in words)
    written = "".join(c if c.isascii() else f"\\[u{ord(c):04X}]" for c in written)
    return f"\\&{written}" if written.startswith((".", "'")) else written
