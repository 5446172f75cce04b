"""Links handed to other programs: plain characters, no shell, no files along."""

from __future__ import annotations

import time
from pathlib import Path

import pytest

from reader.terminal.handover import find_commands, hand_over, plain_target


@pytest.mark.parametrize(
    ("target", "plain"),
    [
        ("https://a.b/c?d=e#f", "https://a.b/c?d=e#f"),
        ("HTTP://a", "http://a"),
        ("http://a/ö b\"';|`<>\\\n", "http://a/%C3%B6%20b%22%27;%7C%60%3C%3E%5C%0A"),
        ("http://a/\x1b]0;x\x07\u202e", "http://a/%1B]0;x%07%E2%80%AE"),
        ("mailto:a@b.c", "mailto:a@b.c"),
        ("mailto:a@b.c?subject=x y&attach=/etc/passwd&body=z", "mailto:a@b.c?subject=x%20y&body=z"),
        ("mailto:a@b.c?Attachment=/etc/passwd", "mailto:a@b.c"),
        ("file:///etc/passwd", ""),
        ("javascript:x", ""),
        ("--help", ""),
        ("http:", ""),
        ("http:///", ""),
        ("", ""),
    ],
)
def test_what_is_handed_over_is_plain(target: str, plain: str) -> None:
    assert plain == plain_target(target)


@pytest.fixture
def programs(tmp_path: Path) -> Path:
    """A folder with a browser that writes down what it is given."""
    for name in ("browser", "xdg-open"):
        program = tmp_path / name
        new, given = tmp_path / "given.new", tmp_path / "given"
        program.write_text(f'#!/bin/sh\nprintf "%s|" {name} "$@" > {new}\nmv {new} {given}\n')
        program.chmod(0o755)
    return tmp_path


def given(programs: Path) -> str:
    end = time.monotonic() + 20
    while not (programs / "given").exists():
        assert time.monotonic() < end
        time.sleep(0.01)
    return (programs / "given").read_text()


def environ(programs: Path, browser: str = "") -> dict[str, str]:
    return {"PATH": f"{programs}:/usr/bin:/bin", "BROWSER": browser}


def test_the_persons_browser_is_asked_first(programs: Path) -> None:
    said = hand_over("http://a/$(touch x)", environ(programs, "missing:browser --new"))

    assert "browser|--new|http://a/$(touch%20x)|" == given(programs)
    assert "handed to browser: http://a/$(touch%20x)" == said


def test_a_place_for_the_url_is_filled() -> None:
    environ = {"PATH": "/usr/bin:/bin", "BROWSER": "env --url=%s"}

    assert ["env", "--url=http://a"] == next(find_commands("http://a", environ))


def test_nothing_goes_through_a_shell_even_where_the_person_has_one_there() -> None:
    environ = {"PATH": "/nowhere:/bin:/usr/bin", "BROWSER": "sh -c 'echo %s'"}

    assert all(command[0] != "sh" for command in find_commands("http://a&touch x", environ))


def test_without_one_the_system_is_asked(programs: Path) -> None:
    hand_over("http://a", environ(programs))

    assert "xdg-open|http://a|" == given(programs)


def test_mail_is_for_the_system_not_for_the_browser(programs: Path) -> None:
    hand_over("mailto:a@b.c", environ(programs, "browser"))

    assert "xdg-open|mailto:a@b.c|" == given(programs)


def test_where_there_is_no_program_the_sentence_says_so() -> None:
    said = hand_over("http://a", {"PATH": "/nowhere"})

    assert "no program to hand it to: set BROWSER, or install xdg-open (http://a)" == said


def test_what_is_not_followed_is_shown() -> None:
    assert "not followed: x:␛[31m (only http, https and mailto are)" == hand_over("x:\x1b[31m", {"PATH": ""})
