"""Files that are their owner's alone."""

from __future__ import annotations

import os
from collections.abc import Iterator
from pathlib import Path

import pytest

from reader import private
from reader.private import PlantedLinkError, make_private_file, write_private


def mode(path: Path) -> int:
    return path.stat().st_mode & 0o777


@pytest.fixture(autouse=True)
def _open_mask() -> Iterator[None]:
    before = os.umask(0)
    yield
    os.umask(before)


def test_what_is_written_is_nobody_elses_business(tmp_path: Path) -> None:
    write_private(tmp_path / "a", "words")

    assert ("words", 0o600) == ((tmp_path / "a").read_text(), mode(tmp_path / "a"))


def test_a_file_that_others_could_read_is_private_afterwards(tmp_path: Path) -> None:
    (tmp_path / "a").write_text("before")
    write_private(tmp_path / "a", "words")

    assert 0o600 == mode(tmp_path / "a")


def test_a_planted_link_is_replaced_not_followed(tmp_path: Path) -> None:
    (tmp_path / "mine").write_text("precious")
    (tmp_path / "a").symlink_to(tmp_path / "mine")
    write_private(tmp_path / "a", "words")

    assert ("precious", "words") == ((tmp_path / "mine").read_text(), (tmp_path / "a").read_text())


def test_a_file_is_written_whole_or_not_at_all(tmp_path: Path) -> None:
    (tmp_path / "a").write_text("before")
    with pytest.raises(UnicodeEncodeError):
        write_private(tmp_path / "a", "words\ud800")

    assert (["a"], "before") == ([path.name for path in tmp_path.iterdir()], (tmp_path / "a").read_text())


def test_a_made_file_is_private_and_stays_as_it_is(tmp_path: Path) -> None:
    make_private_file(tmp_path / "a")
    assert 0o600 == mode(tmp_path / "a")
    (tmp_path / "a").write_text("words")
    make_private_file(tmp_path / "a")

    assert "words" == (tmp_path / "a").read_text()


def test_ones_own_link_is_followed(tmp_path: Path) -> None:
    (tmp_path / "a").symlink_to(tmp_path / "b")
    make_private_file(tmp_path / "a")

    assert (tmp_path / "b").is_file()


def test_somebody_elses_link_is_refused(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "a").symlink_to(tmp_path / "b")
    monkeypatch.setattr(private.os, "getuid", lambda: 12345)
    os.chown(tmp_path / "a", 4321, -1, follow_symlinks=False) if os.geteuid() == 0 else None
    with pytest.raises(PlantedLinkError):
        make_private_file(tmp_path / "a")
