"""What stands over an article: byline, date, dateline, photo credits, a book's title page."""

from __future__ import annotations

import re
from functools import lru_cache

from reader.parsers.plain.words import ends_in_stop, has_two_sentences, is_title_case, word_count
from reader.patterns import late_pattern

_LONGEST_TITLE = 160
_LONGEST_FRONT_LINE = 120
_LONGEST_DATELINE = 240
_MOST_WORDS_WITH_STOP = 18
_STOPS = (".", ".’", ".'", ".”", '."')
_STORY_OPENING = late_pattern(
    r"(?:I|He|She|It|We|They|You|There|This|That|These|Those|My|His|Her|Our|Their|The|A|An|In|On|At|When|Once|Then|As|"
    r"If|But|And|So|Dear|Here|One|Some)\b"
)
_MONTHS = (
    r"(?:Jan(?:uary|\.)?|Feb(?:ruary|\.)?|Mar(?:ch|\.)?|Apr(?:il|\.)?|May|June?|July?|Aug(?:ust|\.)?|"
    r"Sept?(?:ember|\.)?|Oct(?:ober|\.)?|Nov(?:ember|\.)?|Dec(?:ember|\.)?)"
)
_DAYS = r"(?:(?:Mon|Tues?|Wed(?:nes)?|Thu(?:rs)?|Fri|Sat(?:ur)?|Sun)(?:day|\.)?,? )"
_DAY_OF_MONTH = rf"(?:{_MONTHS} \d{{1,2}}(?:st|nd|rd|th)?|\d{{1,2}}(?:st|nd|rd|th)? {_MONTHS})"
_DATE = rf"{_DAYS}?(?:{_DAY_OF_MONTH}(?:,? \d{{4}})?|\d{{4}}-\d{{2}}-\d{{2}}|\d{{1,2}}[./]\d{{1,2}}[./]\d{{2,4}})"
_TIME = r"(?:,? (?:at )?\d{1,2}(?:[:.]\d{2}){0,2} ?(?:[ap]\.?m\.?)?(?: ?[A-Z]{2,4})?)?"
# case: byline-and-date.txt, byline-and-date-in-one-group.txt
_DATE_LINE = late_pattern(
    r"(?:(?:Published|Posted|Updated|Last updated|Last modified|Date|First published)(?: on)?:? )?"
    rf"(?P<date>{_DATE}){_TIME}"
    rf"(?: ?[|/·•–—-] ?(?:(?:Updated|Published)[^|]{{0,40}}|\d+ min(?:ute)?s? read))?\.?$",
    re.IGNORECASE,
)
_SALUTATION = late_pattern(r"(?:Dear|Hello|Hi|Hey|To whom|To Whom)\b")
_LONGEST_SALUTATION = 6
_BYLINE = late_pattern(
    r"(?:(?:Written |Story |Reported |Words )?[Bb]y|BY|Author:|Von|Par|Por) "
    r"(?P<names>[^\W\d_a-z][^.!?:;]*(?:\.[^.!?:;]+)*)$"
)
_NAME = late_pattern(r"[A-Z][\w.’'-]*(?: [A-Z][\w.’'-]*){1,2}$")
# case: photo-credit.txt, captions-of-a-site.txt
_CREDIT = late_pattern(
    r"(?:Photo(?:graph)?s?|Image|Picture|Illustration|Credit|Caption|Foto)"
    r"(?: credit| courtesy)?(?: ?: | by | courtesy )"
    r"|^(?:Image|Photo|Media|Video) (?:source|caption|credit), "
    r"|(?:[(/|©–—-] ?|\. )(?:AP|AFP|EPA|Reuters|REUTERS|Getty(?: Images)?|"
    r"Shutterstock|Bloomberg|PA|dpa|Alamy|iStock|Handout)"
    r"(?:(?: ?/ ?| via | )[A-Z][\w.’' -]{1,40})?[)]?\.?$"
    r"|[(](?:[^()]{0,40}\b(?:Photo|photo|Getty|Reuters|AFP|Courtesy)\b[^()]{0,60})[)]\.?$"
    r"|^(?:File photo|AP Photo|Getty Images|REUTERS/)"
)
# No credit is without one of these; the pattern is made when one is seen.
_CREDIT_WORDS = (
    "Photo photo Image Picture Illustration Credit Caption Foto Media Video AP AFP EPA Reuters REUTERS Getty "
    "Shutterstock Bloomberg PA dpa Alamy iStock Handout Courtesy"
).split()
_AGENCY = late_pattern(
    r"(?:The )?(?:AP|AFP|Reuters|REUTERS|Associated Press|ASSOCIATED PRESS|Agence France-Presse|dpa|UPI|Bloomberg|"
    r"BBC News|PA Media|Xinhua|TASS|PRNewswire|Business Wire|GLOBE NEWSWIRE)$"
)
_AGENCY_NAMES = "The AP AFP Reu REU Asso ASSO Agence dpa UPI Bloom BBC PA PR Xin TASS Bus GLOBE".split()
# case: dateline-agency.txt, dateline-place.txt, press-release.txt
# WARSAW, March 26 (Reuters) - …; LONDON (AP) — …; NEW YORK, N.Y., May 4, 2024 /PRNewswire/ -- …
_DATELINE = late_pattern(
    r"(?P<place>[A-Z][A-Z.’' -]{2,30}(?:(?:/|, )[A-Z][A-Za-z.’' -]{1,24}){0,2}?)"
    rf"(?:, (?P<date>{_DATE}))?,?"
    r"(?: ?[(/](?P<agency>[A-Z][A-Za-z -]{1,24})[)/])?"
    r" ?(?:—|–|--|-) "
)
# case: book-fields.txt
_FIELD = late_pattern(
    r"(?P<name>Title|Author|Release Date|Publication Date|Source|Publisher|Language|Editor|Translator): +"
    r"(?P<value>\S.*)$"
)
_FIELD_NAMES = {
    "Title": "title",
    "Author": "byline",
    "Release Date": "date",
    "Publication Date": "date",
    "Source": "source",
    "Publisher": "source",
}


def is_title(line: str, *, has_dateline: bool = False) -> bool:
    """Tell whether a document's first line is its title; a dateline behind it leaves no doubt."""
    if len(line) > _LONGEST_TITLE or not any(character.isalpha() for character in line):
        return False
    if not ends_in_stop(line):
        return True
    if not line.endswith(_STOPS) or word_count(line) > _MOST_WORDS_WITH_STOP:
        return False
    # Some papers close their headlines with a stop, but a story may begin with a short sentence just as well.
    # case: title-with-stop.txt, story-without-title.txt
    is_headline = ":" in line or has_dateline or not _STORY_OPENING.match(line)
    return is_title_case(line) or (is_headline and not has_two_sentences(line))


def is_date(line: str) -> bool:
    """Tell whether the line is a date and nothing else, “Published” and a time allowed."""
    return len(line) <= _LONGEST_FRONT_LINE and _match_date(line) is not None


def date_of(line: str) -> str:
    """Cut the date out of a date line."""
    match = _match_date(line)
    return match["date"] if match else ""


def _match_date(line: str) -> re.Match[str] | None:
    # A date has a digit. The pattern takes 1.3 ms to make, and most articles have no line to ask it about.
    may_match = line[:1].isalnum() and any(map(str.isdecimal, line))
    return _DATE_LINE.match(line) if may_match else None


def is_salutation(line: str) -> bool:
    """Tell whether the line opens a letter."""
    return bool(_SALUTATION.match(line)) and word_count(line) <= _LONGEST_SALUTATION


def byline_of(line: str) -> str:
    """Cut the names out of a byline: “By Jane Doe”; empty when the line is none."""
    match = _BYLINE.match(line) if len(line) <= _LONGEST_FRONT_LINE else None
    return match["names"] if match and _are_names(match["names"]) else ""


def is_name(line: str) -> bool:
    """Tell whether the line can be a person's name alone: two or three words with a capital."""
    return bool(_NAME.match(line))


@lru_cache(1000)  # short lines come back; see `headings.is_heading_shaped`
def is_credit(line: str) -> bool:
    """Tell whether the line carries a photo credit, which makes it a caption."""
    return any(word in line for word in _CREDIT_WORDS) and bool(_CREDIT.search(line))


def is_agency(line: str) -> bool:
    """Tell whether the line names a news agency and nothing else."""
    return line.startswith(tuple(_AGENCY_NAMES)) and bool(_AGENCY.match(line))


def is_caption(line: str) -> bool:
    """Tell whether a short line between title and text is a picture's caption rather than a heading."""
    # case: news-report.txt, standfirst.txt
    return not ends_in_stop(line) and not is_title_case(line) and word_count(line) <= 12


def dateline_of(paragraph: str) -> tuple[str, str]:
    """Cut source and date out of a paragraph's dateline: (“Reuters”, “March 26”), (“LONDON”, “”) or nothing."""
    # As with dates: capitals and a dash are seen sooner than the pattern is made.
    may_match = paragraph[:3].isupper() and any(dash in paragraph[:_LONGEST_DATELINE] for dash in ("— ", "– ", "- "))
    match = _DATELINE.match(paragraph) if may_match else None
    if not match:
        return "", ""
    return match["agency"] or match["place"].strip(" -"), match["date"] or ""


def field_of(line: str) -> tuple[str, str, str]:
    """Cut a field of a book's title page: its name in the metadata, or “”; its own name, its value."""
    match = _FIELD.match(line)
    return (_FIELD_NAMES.get(match["name"], ""), match["name"], match["value"]) if match else ("", "", "")


def _are_names(names: str) -> bool:
    words = names.replace(",", " ").split()
    capitals = sum(word[0].isupper() for word in words)
    return capitals * 2 >= len(words) and len(words) <= 16
