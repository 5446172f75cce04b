"""What is parsed from planted files is safe, string by string: the boundary itself."""

from __future__ import annotations

from dataclasses import fields, is_dataclass
from enum import Enum
from pathlib import Path

import pytest

from reader.errors import ReaderError
from reader.reading import Opening, open_place

from .grammar import unsafe_in
from .planted import PLANTS, plant


def strings_in(value: object, name: str = "") -> list[tuple[str, str]]:
    """Return every string in a value, with its path."""
    if isinstance(value, Enum):
        return []
    if isinstance(value, str):
        return [(name, value)]
    if isinstance(value, tuple | list):
        return [found for index, item in enumerate(value) for found in strings_in(item, f"{name}[{index}]")]
    if is_dataclass(value):
        return [
            found for field in fields(value) for found in strings_in(getattr(value, field.name), f"{name}.{field.name}")
        ]
    return []


def opened(place: Path) -> Opening:
    try:
        return open_place(str(place))
    except ReaderError as error:
        if "needs a converter" not in str(error):
            raise
        pytest.skip(f"not read here: {error}")


@pytest.mark.parametrize("ending", PLANTS)
def test_no_code_is_left_in_a_document(ending: str, tmp_path: Path) -> None:
    *_, (document, _) = opened(plant(tmp_path, ending)).stages()

    assert [] == [(name, unsafe_in(words)) for name, words in strings_in(document) if unsafe_in(words)]


@pytest.mark.parametrize("ending", PLANTS)
def test_the_words_around_the_codes_are_there(ending: str, tmp_path: Path) -> None:
    *_, (document, _) = opened(plant(tmp_path, ending)).stages()
    if not document.text:
        pytest.skip(f"{ending} is not read here")

    assert "‹U+202E›" in document.text


@pytest.mark.parametrize("ending", PLANTS)
def test_what_a_list_shows_is_safe(ending: str, tmp_path: Path) -> None:
    listing = opened(plant(tmp_path, ending)).listing
    entries = (
        [] if listing is None else [(entry.title, entry.date, entry.byline, entry.summary) for entry in listing.entries]
    )

    assert [] == unsafe_in("".join(words for entry in entries for words in entry))
