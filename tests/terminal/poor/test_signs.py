"""Where a terminal shows no Unicode, the chrome is ASCII and the text is left alone."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.terminal.program.terminal import Terminal, terminal

from .tour import ARTICLE, SIZE, walk

UTF8 = {"LANG": "C.UTF-8", "LC_ALL": "", "LC_CTYPE": "", "PYTHONUTF8": ""}


@pytest.fixture(autouse=True)
def library(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PULLQUOTE_LIBRARY", str(tmp_path / "library.sqlite"))


def strange_signs(seen: Terminal) -> set[str]:
    return {sign for sign in seen.raw.decode() if not sign.isascii()}


@pytest.mark.parametrize(
    ("options", "environment"),
    [
        ([], {"LANG": "C"}),
        ([], {"LC_ALL": "C"}),
        ([], {"LC_CTYPE": "POSIX"}),
        ([], {"PULLQUOTE_ASCII": "1"}),
        (["--ascii"], {}),
    ],
    ids=["LANG", "LC_ALL", "LC_CTYPE", "PULLQUOTE_ASCII", "--ascii"],
)
def test_no_sign_of_ours_is_outside_ascii(options: list[str], environment: dict[str, str]) -> None:
    with terminal([ARTICLE, *options], SIZE, **UTF8 | environment) as seen:
        walk(seen)

        assert set() == strange_signs(seen)


def test_elsewhere_they_are() -> None:
    with terminal([ARTICLE], SIZE, **UTF8) as seen:
        walk(seen)

        assert {"▌", "▎", "│", "…"} <= strange_signs(seen)


def test_the_texts_own_characters_stay(tmp_path: Path) -> None:
    article = tmp_path / "article.txt"
    article.write_text("Title of a Text\n\nRuna Ålund said: “It is – well – 漢字 …”\n", encoding="utf-8")
    with terminal([str(article), "--ascii"], (60, 12)) as seen:
        seen.wait_for("quote 1/1")

        assert "Runa Ålund said: “It is – well –" in seen.text
