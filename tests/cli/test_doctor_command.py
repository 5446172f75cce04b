"""`pullquote doctor`: everything a report needs, and nothing private."""

from __future__ import annotations

import json
import os
import sys
from collections.abc import Callable
from pathlib import Path

import pexpect
import pytest

from reader import __version__

from .conftest import ROOT, Answer

Ask = Callable[..., Answer]


def test_it_names_versions_encodings_and_paths(ask: Ask) -> None:
    out = ask("doctor").out

    assert [] == [
        word for word in (__version__, "textual", "utf-8", "sqlite", "library", "config.toml") if word not in out
    ]


def test_the_home_folder_is_not_named(ask: Ask) -> None:
    assert str(Path.home()) not in ask("doctor").out


def test_somebody_elses_home_is_not_named(ask: Ask, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PULLQUOTE_LIBRARY", "/home/runa/library.sqlite")

    assert "runa" not in ask("doctor").out


def test_connections_are_not_named(ask: Ask, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("TMUX", "/tmp/tmux-1000/runa,1,2")

    assert "runa" not in ask("doctor").out


def test_json_says_the_same(ask: Ask) -> None:
    assert __version__ == json.loads(ask("doctor", "--format", "json").out)["versions"]["pullquote"]


def test_a_terminals_answers_are_in_it() -> None:
    child = pexpect.spawn(
        sys.executable,
        ["-m", "reader", "doctor"],
        env=os.environ | {"PYTHONPATH": str(ROOT), "TERM": "xterm"},  # type: ignore[arg-type]
        encoding="utf-8",
        timeout=30,
    )
    child.expect(r"\x1b\[c")
    child.send("\x1b[?69;2$y\x1b[?62;22c")
    child.expect(pexpect.EOF)
    told = child.before or ""
    child.close()

    assert ("62;22" in told, "yes" in told, "no answer" in told) == (True, True, True)
