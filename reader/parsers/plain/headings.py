"""Which lines are headings, and of what level. Looks at a line and at what stands around it."""

from __future__ import annotations

import re
from functools import lru_cache

from reader.parsers.plain import turns
from reader.parsers.plain.front import byline_of, is_credit, is_date
from reader.parsers.plain.items import is_item
from reader.parsers.plain.turns import TurnStyle
from reader.parsers.plain.words import ends_in_stop, has_two_sentences, is_title_case, is_upper_case, word_count
from reader.patterns import late_pattern

PART_LEVEL, CHAPTER_LEVEL, SECTION_LEVEL = 1, 2, 3

_LONGEST_HEADING = 80
_KEPT_LINES = 1000
"""A megabyte of very short lines can only repeat them: asked once each, it takes two thirds of the time."""
_MOST_WORDS = 12
_MOST_WORDS_OF_SENTENCE_CASE = 8

_ROMAN = r"[IVXLCDM]{1,8}"
_NUMBER_WORDS = (
    "one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen "
    "eighteen nineteen twenty thirty forty fifty first second third fourth fifth sixth seventh eighth ninth tenth "
    "eleventh twelfth last the"
).split()
_NUMBER = (
    rf"(?:{_ROMAN}|[ivxlc]{{1,8}}|\d{{1,3}}|(?:(?:{'|'.join(_NUMBER_WORDS)})(?:[ -](?:{'|'.join(_NUMBER_WORDS)}))?))"
)
# case: book-chapters.txt, book-chapter-with-title.txt, gutenberg.txt
_CHAPTER_WORDS = {
    "volume": PART_LEVEL,
    "book": PART_LEVEL,
    "part": PART_LEVEL,
    "act": PART_LEVEL,
    "chapter": CHAPTER_LEVEL,
    "chap.": CHAPTER_LEVEL,
    "stave": CHAPTER_LEVEL,
    "canto": CHAPTER_LEVEL,
    "letter": CHAPTER_LEVEL,
    "scene": CHAPTER_LEVEL,
}
# “CHAPTER I.”, “Chapter 3: The Sea”, “BOOK TWO”; the number must end there.
# case: chapter-word-in-prose.txt
_NUMBERED_CHAPTER = late_pattern(
    rf"(?P<word>{'|'.join(map(re.escape, _CHAPTER_WORDS))}) {_NUMBER}"
    r"(?:\s*$|\s*[.:\]—–-]+\s*(?P<title>.*)$|\s+(?P<bare>(?-i:[A-Z“]).*)$)",
    re.IGNORECASE,
)
_UNNUMBERED_CHAPTERS = frozenset(
    "prologue epilogue preface introduction foreword afterword interlude contents conclusion appendix dedication "
    "acknowledgements acknowledgments".split()
)
# case: book-roman-numbers.txt
_ROMAN_ALONE = late_pattern(rf"(?P<number>{_ROMAN})\.?$")
_VALID_ROMAN = late_pattern(r"M{0,3}(?:CM|CD|D?C{0,3})(?:XC|XL|L?X{0,3})(?:IX|IV|V?I{0,3})$")
_MOST_DIGITS = 3
_ROMAN_DIGITS = {"I": 1, "V": 5, "X": 10, "L": 50, "C": 100, "D": 500, "M": 1000}
# case: headings-numbered.txt
_NUMBERED = late_pattern(r"(?P<number>\d{1,2}(?:\.\d{1,2}){0,3})\.?\s+[A-Z“‘]")

# Lines of heading shape that are none. case: noise-lines.txt, salutation.txt, signature.txt
_NEVER_ALONE = frozenset(
    "advertisement|related|related articles|related stories|watch|watch live|listen|loading|image|photo|video|end|"
    "the end|finis|contact|contacts|signed|share|subscribe|thanks|thank you|regards|best|cheers|yours|love".split("|")
)
_NEVER_OPENS = late_pattern(
    r"(?:dear|sincerely|yours (?:truly|sincerely|faithfully|ever)|(?:kind|best|warm) (?:regards|wishes)|respectfully|"
    r"more on this story|more from|recommended|"
    r"read more|read also|read next|see also|share this|sign up|subscribe to|continue reading|story continues|"
    r"follow us|for immediate release|embargoed|media contact|press contact|all rights reserved|"
    r"(?:editing|reporting|additional reporting|compiled) by)\b|copyright (?:©|\(c\)|\d)|©",
    re.IGNORECASE,
)
# What they begin with: to tell this takes no pattern.
_NEVER_OPEN = (
    "dear sincerely yours kind best warm respectfully more recommended read see share sign subscribe continue story "
    "follow for embargoed media press all editing reporting additional compiled copyright ©"
).split()
# Where a letter was written: “Woodside, N.Y.”, “Leeds, UK”. case: place-of-a-letter.txt
_PLACE = late_pattern(r"[A-Z][\w.’' -]+, (?:(?:[A-Z]\.){2,}|[A-Z]{2}|[A-Z][a-z]{2,4}\.)$")
_SPEECH = late_pattern(r"[”\"]$|, [“\"‘]")  # case: dialogue-lines.txt
_CLEAR_TURNS = frozenset({TurnStyle.LETTER, TurnStyle.CAPITALS})
_RESULT = late_pattern(r": ?[\d(]")  # case: results-are-no-turns.txt
_ADDRESS = late_pattern(r"https?://|www\.|\S@\S|\d{3}[ -]\d{3,4}")
_OPENS_OTHERWISE = tuple("“”\"‘'«»„—–-([{<|*•…")


def chapter_level(line: str) -> int:
    """Return the level of a book's chapter heading, 0 when the line is none."""
    if len(line) > _LONGEST_HEADING:
        return 0
    bare = line.strip(" .:_*[]")
    if bare.lower() in _UNNUMBERED_CHAPTERS and (bare.isupper() or bare.istitle()):
        return CHAPTER_LEVEL
    match = _match_chapter(line)
    if not match or not line[0].isupper() or _is_sentence(match["title"] or match["bare"] or ""):
        return 0
    return _CHAPTER_WORDS[match["word"].lower()]


def has_chapter_number(line: str) -> bool:
    """Tell whether a chapter heading has a number, as the entries of a table of contents have."""
    return bool(_match_chapter(line))


def is_chapter_without_title(line: str) -> bool:
    """Tell whether a chapter heading says its number only, so that its title may stand on the next line."""
    match = _match_chapter(line)
    return bool(match and not match["title"] and not match["bare"])


def is_chapter_title(line: str) -> bool:
    """Tell whether a line may be the title under a chapter's number."""
    if not 0 < len(line) <= _LONGEST_HEADING or line.startswith(_OPENS_OTHERWISE):
        return False
    return is_upper_case(line) or is_title_case(line) or not (ends_in_stop(line) or has_two_sentences(line))


def lone_number(line: str) -> int:
    """Return the value of a line that is a number and nothing else, roman or not; 0 when it is none."""
    if line.isdecimal():
        return int(line) if len(line) <= _MOST_DIGITS else 0
    match = _ROMAN_ALONE.match(line)
    if not match or not _VALID_ROMAN.match(match["number"]):
        return 0
    digits = [_ROMAN_DIGITS[digit] for digit in match["number"]]
    return sum(digit if digit >= after else -digit for digit, after in zip(digits, [*digits[1:], 0], strict=True))


def numbered_level(line: str) -> int:
    """Return the level of a numbered heading (“2.1 …” is one deeper than “2. …”), 0 when it has no number."""
    match = _NUMBERED.match(line)
    return CHAPTER_LEVEL + match["number"].count(".") if match else 0


@lru_cache(_KEPT_LINES)
def is_heading_shaped(line: str) -> bool:
    """Tell whether a line, blank lines around it, can be a heading: short, no closing stop, written like one."""
    if len(line) > _LONGEST_HEADING or not _starts_like_a_heading(line) or ends_in_stop(line):
        return False
    if is_refused(line) or has_two_sentences(line):
        return False
    words = word_count(line)
    if is_upper_case(line) or is_title_case(line):
        return words <= _MOST_WORDS
    return words <= _MOST_WORDS_OF_SENTENCE_CASE and not line.endswith("!") and not _SPEECH.search(line)


def is_refused(line: str) -> bool:
    """Tell whether a line of a heading's shape is something else: a salutation, a credit, a date, an address."""
    is_front = is_credit(line) or byline_of(line) or is_date(line)
    is_known = is_front or is_item(line) or turns.label_of(line, _CLEAR_TURNS) or _ROMAN_ALONE.match(line)
    is_noise = line.strip(" .:!").lower() in _NEVER_ALONE or _is_noise_opening(line)
    is_place = ", " in line and _PLACE.match(line)
    return bool(is_known or is_noise or _RESULT.search(line) or is_place or _ADDRESS.search(line))


def _is_noise_opening(line: str) -> bool:
    return line.lower().startswith(tuple(_NEVER_OPEN)) and _NEVER_OPENS.match(line) is not None


def _match_chapter(line: str) -> re.Match[str] | None:
    # The pattern takes a millisecond to make, and an article has no such line.
    return _NUMBERED_CHAPTER.match(line) if line.partition(" ")[0].lower() in _CHAPTER_WORDS else None


def _starts_like_a_heading(line: str) -> bool:
    if line[0].isdigit():
        return any(character.isalpha() for character in line)
    if line[0] in "‘'":
        return line[-1] in "’'" and line[-2:-1].isalnum() and line[1:2].isupper()  # case: heading-in-marks.txt
    return line[0].isalpha() and not line[0].islower()


def _is_sentence(title: str) -> bool:
    return has_two_sentences(title) or (ends_in_stop(title) and word_count(title) > _MOST_WORDS)
