"""How an input is changed into one that nobody would write: pieces cut, doubled, swapped, moved, planted."""

from __future__ import annotations

from random import Random

CODES = (
    b"\x1b]0;stolen\x07", b"\x1b]52;c;cHduZWQ=\x07", b"\x1b[31m", b"\xc2\x9b31m", b"\xe2\x80\xae", b"\x00", b"\x7f",
    b"\xed\xa0\x80", b"\xe2\x80\xa8", b"&#27;", b"&#x202e;", b"\\u001b", b"\xff", b"\r", b"\x0c", b"\x08",
)  # fmt: skip
"""What might steer a terminal, as bytes and as formats write it."""
_LONGEST = 40_000


def mutate(data: bytes, other: bytes, tokens: tuple[bytes, ...], seed: int) -> bytes:
    """Return data with a few changes; the same for the same seed."""
    random = Random(seed)
    for _ in range(random.choice((1, 2, 4, 16))):
        data = random.choice(_CHANGES)(data, other, tokens, random)[:_LONGEST]
    return data


def _places(data: bytes, random: Random) -> tuple[int, int]:
    first, second = random.randint(0, len(data)), random.randint(0, len(data))
    if random.random() < 0.5:
        second = min(len(data), first + random.randint(0, 12))
    return min(first, second), max(first, second)


def _cut(data: bytes, other: bytes, tokens: tuple[bytes, ...], random: Random) -> bytes:
    start, end = _places(data, random)
    return data[:start] + data[end:]


def _repeat(data: bytes, other: bytes, tokens: tuple[bytes, ...], random: Random) -> bytes:
    start, end = _places(data, random)
    return data[:end] + data[start:end] * random.choice((1, 2, 50, 1000)) + data[end:]


def _plant(data: bytes, other: bytes, tokens: tuple[bytes, ...], random: Random) -> bytes:
    at = random.randint(0, len(data))
    return data[:at] + random.choice((*CODES, *tokens)) * random.choice((1, 1, 1, 30)) + data[at:]


def _flip(data: bytes, other: bytes, tokens: tuple[bytes, ...], random: Random) -> bytes:
    at = random.randint(0, max(0, len(data) - 1))
    return data[:at] + bytes([random.randrange(256)]) + data[at + 1 :]


def _splice(data: bytes, other: bytes, tokens: tuple[bytes, ...], random: Random) -> bytes:
    start, end = _places(other, random)
    at = random.randint(0, len(data))
    return data[:at] + other[start:end] + data[at:]


_CHANGES = (_cut, _repeat, _plant, _plant, _flip, _splice)
