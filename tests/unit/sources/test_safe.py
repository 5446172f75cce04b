"""What could steer a terminal becomes a visible mark."""

from __future__ import annotations

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reader.sources.safe import make_safe, make_safe_mapped

STEERING = [
    *(code for code in range(0x20) if chr(code) not in "\t\n"),
    *range(0x7F, 0xA0),
    0x061C,
    0x200E,
    0x200F,
    *range(0x2028, 0x202F),
    *range(0x2066, 0x206A),
    0xD800,
    0xDFFF,
]
STEERING_CLASS = re.compile("[" + "".join(re.escape(chr(code)) for code in STEERING) + "\ud800-\udfff]")


def any_text() -> st.SearchStrategy[str]:
    return st.text(st.one_of(st.sampled_from([chr(code) for code in STEERING]), st.characters()))


@pytest.mark.parametrize("code", STEERING, ids=lambda code: f"{code:04X}")
def test_steering_character_is_shown(code: int) -> None:
    shown = make_safe(chr(code))

    assert shown.isprintable()
    assert shown


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("\x1b]0;title\x07", "␛]0;title␇"),
        ("\x7f", "␡"),
        ("\x9b31m", "‹U+009B›31m"),
        ("a\u202eb", "a‹U+202E›b"),
        ("\ud800", "‹U+D800›"),
        ("tab\tand\nline", "tab\tand\nline"),
        ("zero\u200dwidth joiner 👩\u200d🚀", "zero\u200dwidth joiner 👩\u200d🚀"),
    ],
)
def test_mark_says_which_character_it_was(text: str, shown: str) -> None:
    assert shown == make_safe(text)


@given(any_text())
def test_safe_text_has_no_steering_character(text: str) -> None:
    assert not STEERING_CLASS.search(make_safe(text))


@given(any_text())
def test_safe_text_stays_as_it_is(text: str) -> None:
    safe = make_safe(text)

    assert safe == make_safe(safe)


@given(any_text())
def test_map_leads_back_to_every_character(text: str) -> None:
    safe, safe_map = make_safe_mapped(text)
    if safe_map is None:
        assert len(safe) == len(text)
        return
    led_back = [safe_map.source_offset(offset) for offset in range(len(safe))]

    assert list(range(len(text))) == [offset for offset in led_back if offset is not None]


@given(any_text())
def test_map_leads_unchanged_characters_to_themselves(text: str) -> None:
    safe, safe_map = make_safe_mapped(text)
    offsets = range(len(safe)) if safe_map is None else map(safe_map.source_offset, range(len(safe)))
    pairs = [(shown, text[offset]) for shown, offset in zip(safe, offsets, strict=True) if offset is not None]

    assert all(shown == was or make_safe(was).startswith(shown) for shown, was in pairs)
