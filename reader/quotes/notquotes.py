"""What stands in marks and is no quotation: scare quotes, titles of works, words mentioned as words.

The decision is a sum of weights, as the ranker's is: the features below, trained from the same articles.
"""

from __future__ import annotations

import re

from reader.model.blocks import BlockKind
from reader.quotes.attribution import Candidate
from reader.quotes.features import Setting, verb_behind
from reader.quotes.lexicon import ENGLISH, WORKS
from reader.quotes.phrases import Phrases
from reader.quotes.scene import Scene

# What is hardly likelier than not to be a quotation is left out: its speaker would mostly be wrong, too.
LEAST_SCORE = 0.3
_BIAS = "keep-bias=1"
_FIRST_WIDE = "\u2e80"
_LONGEST_WIDE_WORD = 4
_SIGNS = ".,!?:;'’\"“”"
_VERBS = frozenset("VvXZe")
_PRONOUNS = frozenset("itubyh")
# A heading of so few words in marks is more likely a title of something.
_LONGEST_TITLE = 4
_SAYS = frozenset("Vv")
_ENDS_OF_SPEECH = ",?!…—"
_SMALL = frozenset(
    ("a", "an", "the", "of", "in", "on", "and", "to", "for", "at", "with", "from", "by", "or", "vs.", "is")
)
_OWN_WORDS = re.compile(r"\b(?:I|I[’']\w+|we|you|my|our|your|me|us)\b")
# Phrases a sentence is looked at from its quotation.
_SENTENCE = 60
_NO_CUES = {ord(letter): None for letter in map(chr, range(33, 127)) if letter not in "Vv@g"}
_LENGTHS = (0, 1, 2, 3, 4, 4, 6, 6, 6, 6, 10)


def is_told(setting: Setting) -> bool:
    """Tell whether words are a quotation for sure: “said X” follows, a colon is before, they are the title."""
    quotation = setting.quotation
    chosen = quotation.chosen
    letters = setting.scene.stretches[quotation.stretch].phrases.letters
    written = setting.scene.text[quotation.mark.start : quotation.mark.end].split()
    if len(written) > _LONGEST_TITLE and _is_whole_title(setting):
        return True
    if quotation.phrase and letters[quotation.phrase - 1] in ":-" and len(written) > 1 and _capitals(written) == "F":
        return True
    last = written[-1].rstrip("'’”\"")[-1:] or " "
    ends = last in _ENDS_OF_SPEECH or letters[quotation.phrase + 1 : quotation.phrase + 2] == ","
    if chosen is None or chosen.zone != "a0" or setting.place not in "SA" or not ends:
        return False
    return chosen.relation.name == "said-after" or (
        chosen.relation.name == "inverted" and not _SAYS.isdisjoint(chosen.between)
    )


def _is_whole_title(setting: Setting) -> bool:
    stretch = setting.scene.stretches[setting.quotation.stretch]
    return stretch.phrases.letters == "Q" and stretch.passage.kind in (BlockKind.TITLE, BlockKind.HEADING)


def is_mentioned(setting: Setting) -> bool:
    """Tell whether a single word stands in marks where nobody is who could say it."""
    mark = setting.quotation.mark
    words = setting.scene.text[mark.start : mark.end].split()
    # Scripts from here on write without spaces: one “word” may be a sentence.
    is_one = len(words) == 1 and (words[0] < _FIRST_WIDE or len(words[0]) <= _LONGEST_WIDE_WORD)
    return setting.quotation.chosen is None and is_one


def keep_features(setting: Setting, confidence: float) -> list[str]:
    """Return what tells a quotation from other words in marks, its likeliest speaker at hand."""
    scene, quotation = setting.scene, setting.quotation
    stretch = scene.stretches[quotation.stretch]
    mark = quotation.mark
    content = scene.text[mark.start : mark.end]
    written = content.split()
    size = _LENGTHS[len(written)] if len(written) < 11 else 11
    capitals = _capitals(written)
    letters, here = stretch.phrases.letters, quotation.phrase
    before, after = letters[max(0, here - 2) : here], letters[here + 1 : here + 2]
    word = _word_before(stretch.phrases, here)
    short = min(size, 4)
    place = "h" if stretch.is_headline else setting.place
    found = [
        _BIAS,
        f"keep-size={size}{capitals}{setting.shape}",
        f"keep-capitals={size}{capitals}",
        f"keep-place={place}{size}",
        f"keep-before={before}",
        f"keep-around={before[-1:]}{after}{short}",
        f"keep-word={word}",
        f"keep-word-size={word}{short}{capitals}",
        f"keep-own={bool(_OWN_WORDS.search(content)):d}{short}",
        f"keep-cues={_cues_near(letters, here)}{short}",
        f"keep-looks={_looks(stretch.phrases, here, content)}{capitals}",
        f"keep-single={mark.single:d}{mark.closed:d}{place}",
    ]
    found += _written(scene, written, size)
    found += _words_around(stretch.phrases, here, short)
    if len(written) == 1:
        found.append(f"keep-ending={content[-3:].lower()}")
    chosen = quotation.chosen
    if chosen is not None:
        sure = int(confidence * 5)
        found += _verb_of(scene, chosen, short)
        found.append(f"keep-rule={chosen.relation.name}{short}")
        found.append(f"keep-zone={chosen.zone}{place}{sure}")
        found.append(f"keep-sure={sure}{short}")
    if setting.previous is not None:
        found.append(f"keep-gap={setting.gap}{short}{capitals}")
    return found


def _written(scene: Scene, written: list[str], size: int) -> list[str]:
    """Return what the words are: their classes, whether they hold a verb or a pronoun, a short one's very words."""
    bare = [word.strip(_SIGNS) for word in written[:8]]
    letters = "".join([scene.table[word] for word in bare if word])
    verb, pronoun = not _VERBS.isdisjoint(letters), not _PRONOUNS.isdisjoint(letters)
    found = [
        f"keep-class={letters[:1]}{min(size, 4)}",
        f"keep-classes={letters[:4]}",
        f"keep-verb={verb:d}{pronoun:d}{size}",
    ]
    return found + [f"keep-said={word.lower()}" for word in bare[:3]] if size < 4 else found


def _words_around(phrases: Phrases, here: int, short: int) -> list[str]:
    """Return the two words before the quotation and the one behind it."""
    first, words = phrases.starts[here], phrases.tokens.words
    before = f"{words[first - 2] if first > 1 else ''}+{words[first - 1] if first else ''}".lower()[-20:]
    after = words[first + 1][:12].lower() if first + 1 < len(words) else ""
    return [f"keep-two={''.join(before.split())}", f"keep-after={after}", f"keep-after-size={after}{min(short, 3)}"]


def _verb_of(scene: Scene, chosen: Candidate, short: int) -> list[str]:
    """Return the verb of the likeliest speaker, and the word behind the mention."""
    phrases = scene.stretches[chosen.stretch].phrases
    words, end = phrases.tokens.words, phrases.end(chosen.phrase)
    following = words[end].lower()[:12] if end < len(words) and phrases.tokens.letters[end] != "Q" else ""
    verb = verb_behind(phrases, chosen.phrase)
    return [f"keep-by={verb}", f"keep-by-size={verb}{min(short, 2)}", f"keep-by-word={following}"]


def _capitals(written: list[str]) -> str:
    """Tell how the words begin: T all big as in titles, F the first one, n none."""
    large = [word for word in written if word.lower() not in _SMALL]
    if len(written) > 1 and all(not word[0].islower() for word in large):
        return "T"
    return "F" if written[0][0].isupper() else "n"


def _looks(phrases: Phrases, here: int, content: str) -> str:
    """Tell what looks like no quotation: a stage direction, a nickname, a title behind its kind of work."""
    first = phrases.starts[here]
    letters, words = phrases.tokens.letters, phrases.tokens.words
    if content[0] in "([" and content[-1] in ")]":
        return "stage"
    if letters[first - 1 : first] == "N" and letters[first + 1 : first + 2] == "N" and " " not in content:
        return "nickname"
    before = first - 1 - (letters[first - 1 : first] == ",")
    return "work" if before >= 0 and words[before].lower() in WORKS else ""


def _word_before(phrases: Phrases, here: int) -> str:
    first = phrases.starts[here]
    if not first or phrases.letters[here - 1] == "Q":
        return ""
    word = phrases.tokens.words[first - 1].lower()[:14]
    return ENGLISH.get(word, word)


def _cues_near(letters: str, here: int) -> str:
    """Return the reporting verbs of the sentence, before and after the quotation."""
    before = letters[max(0, here - _SENTENCE) : here].rpartition(".")[2]
    after = letters[here : here + _SENTENCE].partition(".")[0]
    return f"{before.translate(_NO_CUES)[-2:]}Q{after.translate(_NO_CUES)[:1]}"
