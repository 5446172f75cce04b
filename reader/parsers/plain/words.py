"""How a short line is written: in title case, in capitals, as a sentence."""

from __future__ import annotations

from reader.patterns import late_pattern

_WORD = late_pattern(r"[^\W\d_][\w’'-]*")
_SMALL_WORDS = frozenset(
    "a an the and or but nor of in on to for with at by from as vs via is into over up off out if so yet than "
    "de la le les du des von van der den und et y e del da".split()
)
_CLOSING_MARKS = "”’\"')]»"
_ABBREVIATION_END = late_pattern(r"(?:\b[A-Z]\.){2,}$|\b(?:Jr|Sr|Inc|Co|Ltd|Corp|St|Mr|Mrs|Dr|No)\.$")
_TWO_SENTENCES = late_pattern(r"[^\W\d_]{4,}[”\"’']?[.!?][”\"’']? +[“\"‘']?[A-Z]")


def is_upper_case(line: str) -> bool:
    """Tell whether the line is in capitals, at least two of them."""
    return line.isupper() and sum(character.isalpha() for character in line) > 1


def is_title_case(line: str) -> bool:
    """Tell whether every word but the small ones has a capital."""
    words = _WORD.findall(line)
    if not words or not words[0][0].isupper():
        return False
    return all(word[0].isupper() or word.lower() in _SMALL_WORDS for word in words)


def word_count(line: str) -> int:
    """Count the words, numbers included."""
    return len(line.split())


def ends_sentence(line: str) -> bool:
    """Tell whether the line ends in a full stop, question or exclamation mark, closing marks allowed behind it."""
    bare = line.rstrip(_CLOSING_MARKS)
    return bare.endswith((".", "!", "?", "…", "!”", "。", "！", "？")) and not _ABBREVIATION_END.search(bare)


def ends_in_stop(line: str) -> bool:
    """Tell whether the line ends in a stop no heading ends in."""
    bare = line.rstrip(_CLOSING_MARKS)
    return bare.endswith((".", ",", ";", ":", "…", "。")) and not _ABBREVIATION_END.search(bare)


def has_two_sentences(line: str) -> bool:
    """Tell whether a sentence ends inside the line; a stop behind a short word may be an abbreviation."""
    return any(stop in line for stop in ".!?") and bool(_TWO_SENTENCES.search(line))
