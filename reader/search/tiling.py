"""Which runs together make up a quotation: one if it can be, several where its parts stand apart."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from reader.search.runs import Run, trimmed
from reader.search.words import Word

_FEWEST_LINKS = 3
_LEAST_SCORE = 1.9
"""What a part must be to count as one: three words in common may be chance, these are not."""
_MOST_PIECES_TRIED = 48
_JUMP = 1.2
_JUMP_TO_ANOTHER_TEXT = 1.8
_JUMP_AT_AN_OMISSION = 0.4


@dataclass(frozen=True, slots=True)
class Piece:
    """A run and the text it is in."""

    text: int
    run: Run
    bonus: float = 0.0
    """For what makes one place likelier than another with the same words."""


@dataclass(frozen=True, slots=True)
class _Tiling:
    value: float
    pieces: tuple[Piece, ...]


def tile(pieces: Sequence[Piece], words: Sequence[Word], is_omission: Callable[[int, int], bool]) -> tuple[Piece, ...]:
    """Choose the pieces that account for most of the words, in the order of the words; few are better than many.

    `is_omission` tells whether something is left out between two words of the quotation.
    """
    likeliest = sorted(pieces, key=lambda piece: -piece.run.score - piece.bonus)[:_MOST_PIECES_TRIED]
    tilings: list[_Tiling] = []
    for piece in sorted(likeliest, key=lambda piece: piece.run.last):
        options = [_Tiling(piece.run.score + piece.bonus, (piece,))]
        for before in tilings:
            longer = _with_piece(before, piece, words, is_omission)
            if longer is not None:
                options.append(longer)
        tilings.append(max(options, key=lambda tiling: tiling.value))
    return max(tilings, key=lambda tiling: tiling.value).pieces if tilings else ()


def _with_piece(
    before: _Tiling, piece: Piece, words: Sequence[Word], is_omission: Callable[[int, int], bool]
) -> _Tiling | None:
    last = before.pieces[-1]
    run = trimmed(piece.run, last.run.last, words) if piece.run.last > last.run.last else None
    if run is None or not _is_part(run) or not _is_part(last.run):
        return None
    jump = _JUMP if piece.text == last.text else _JUMP_TO_ANOTHER_TEXT
    if is_omission(last.run.last, run.first):
        jump = min(jump, _JUMP_AT_AN_OMISSION if piece.text == last.text else _JUMP)
    following = Piece(piece.text, run, piece.bonus)
    return _Tiling(before.value + run.score + piece.bonus - jump, (*before.pieces, following))


def _is_part(run: Run) -> bool:
    return len(run.links) >= _FEWEST_LINKS and run.score >= _LEAST_SCORE
