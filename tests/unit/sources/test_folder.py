"""Which articles a folder holds, and how it reads."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from reader.errors import SourceError
from reader.reading import open_place, read
from reader.sources import folder
from reader.sources.folder import read_folder


def make(top: Path, *names: str) -> Path:
    for name in names:
        path = top / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text("“We go at six,” said Ada Low.\n", encoding="utf-8")
    return top


def titles(top: Path) -> list[str]:
    return [entry.title for entry in read_folder(str(top)).entries]


def test_numbers_in_names_count_as_numbers(tmp_path: Path) -> None:
    assert ["part 2.txt", "Part 10.txt"] == titles(make(tmp_path, "Part 10.txt", "part 2.txt"))


def test_folders_in_it_are_looked_into_behind_its_files(tmp_path: Path) -> None:
    assert ["b.txt", "a/c.md"] == titles(make(tmp_path, "a/c.md", "b.txt"))


def test_what_is_hidden_or_no_article_is_left_out(tmp_path: Path) -> None:
    assert ["a.txt"] == titles(make(tmp_path, "a.txt", ".b.txt", ".git/c.txt", "d.o", "e"))


def test_links_to_folders_are_not_followed(tmp_path: Path) -> None:
    (make(tmp_path, "a.txt") / "round").symlink_to(tmp_path)

    assert ["a.txt"] == titles(tmp_path)


def test_a_pipe_is_no_article(tmp_path: Path) -> None:
    os.mkfifo(make(tmp_path, "a.txt") / "b.txt")

    assert ["a.txt"] == titles(tmp_path)


def test_a_name_is_safe_to_show_and_opens_all_the_same(tmp_path: Path) -> None:
    entry = read_folder(str(make(tmp_path, "a\x1b]0;x\x07\n\u202eb.txt"))).entries[0]

    assert "a␛]0;x␇␊‹U+202E›b.txt" == entry.title
    assert "Ada Low" == read(entry.place).speakers[0].name


def test_no_more_than_so_many_are_listed(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(folder, "MOST_ENTRIES", 2)

    assert 2 == len(titles(make(tmp_path, "a.txt", "b.txt", "c.txt")))


def test_an_empty_folder_is_one_sentence(tmp_path: Path) -> None:
    with pytest.raises(SourceError, match="there is no article in this folder"):
        read_folder(str(tmp_path))


def test_a_folder_reads_as_the_list_of_its_articles(tmp_path: Path) -> None:
    make(tmp_path / "ferry", "a.txt", "b.txt")

    assert "ferry\n\n• a.txt\n• b.txt" == read(str(tmp_path / "ferry")).text


def test_a_folder_opens_with_its_list(tmp_path: Path) -> None:
    listing = open_place(str(make(tmp_path, "a.txt"))).listing

    assert listing is not None
    assert str(tmp_path / "a.txt") == listing.entries[0].place
