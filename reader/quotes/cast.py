"""The speakers of a document as the model wants them: a name, a role, the mentions; in order of their first quote."""

from __future__ import annotations

import re

from reader.model.document import Document
from reader.model.quotations import Mention, MentionKind, Speaker
from reader.model.span import Span
from reader.quotes.attribution import Candidate
from reader.quotes.descriptions import whole_description
from reader.quotes.roles import role_of
from reader.quotes.scene import Scene

# Pronouns that say nothing where nobody is known for them; “I” at least is the one who tells.
_PRONOUNS = "htuybsW"
_BYLINE = re.compile(r"(?:(?:by|von|par|por)\s+)?(?P<name>[^\W\d_][\w.’'-]*(?:\s+[\w.’'-]+){1,4})", re.IGNORECASE)
_SEVERAL = re.compile(r",|&|\b(?:and|und|et|y|with)\b", re.IGNORECASE)
_KINDS = {"M": MentionKind.NAME, "n": MentionKind.NOMINAL}


def author_of(document: Document) -> str:
    """Return who wrote a text, as its byline says: the “I” of a column; nothing where several did."""
    byline = document.metadata.byline.strip()
    match = None if _SEVERAL.search(byline) else _BYLINE.fullmatch(byline)
    return " ".join(match["name"].split()) if match else ""


class Cast:
    """Collects the speakers while quotes are built."""

    def __init__(self, scene: Scene, author: str = "") -> None:
        self._scene = scene
        self._author = "" if scene.is_story else author
        self._indexes: dict[str, int] = {}
        self._names: list[str] = []
        self._roles: list[str] = []
        self._mentions: list[dict[Span, MentionKind]] = []

    def index_of(self, candidate: Candidate) -> int | None:
        """Return the index of a mention's speaker, a new one for a new name; None where nobody knows who “he” is."""
        name = self.name_of(candidate)
        if not name:
            return None
        index = self._indexes.setdefault(name, len(self._names))
        if index == len(self._names):
            self._names.append(name)
            self._roles.append(role_of(self._scene, candidate.person) if candidate.person else "")
            self._mentions.append({})
        self._mentions[index][self.span_of(candidate)] = _KINDS.get(candidate.letter, MentionKind.PRONOUN)
        return index

    def span_of(self, candidate: Candidate) -> Span:
        """Return where a mention stands, the name alone in “spokeswoman Ann Lee”."""
        if candidate.span is not None:
            return candidate.span
        phrases = self._scene.stretches[candidate.stretch].phrases
        phrase = phrases[candidate.phrase]
        start = phrases.tokens.starts[phrase.head]
        # French “dit-il”: the hyphen belongs to the pronoun's token, not to the mention.
        start += phrases.tokens.words[phrase.head].rfind("-") + 1 if candidate.letter == "h" else 0
        return Span(start, phrases.tokens.end(phrase.end - 1))

    def speakers(self) -> tuple[Speaker, ...]:
        """Return the speakers with all their mentions in order."""
        return tuple(
            Speaker(name, role, tuple(Mention(span, kind) for span, kind in sorted(mentions.items())))
            for name, role, mentions in zip(self._names, self._roles, self._mentions, strict=True)
        )

    def name_of(self, candidate: Candidate) -> str:
        """Return the name of a mention's speaker, the fullest the text gives; empty for an unknown “he”."""
        if candidate.letter == "i" and self._author and candidate.person in (None, self._scene.people.narrator):
            name = self._author
        elif candidate.person is not None:
            name = candidate.person.name
        elif candidate.letter in _PRONOUNS:
            return ""
        elif candidate.letter == "n":
            name = whole_description(self._scene, candidate.stretch, candidate.phrase)
        else:
            name = self.span_of(candidate).cut(self._scene.text)
        name = " ".join(name.split())
        return name[4:] if candidate.letter == "M" and name.startswith(("the ", "The ")) else name
