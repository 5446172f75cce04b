"""What stands in an article's place and is not the article: known by the names site makers give it, and by its words.

Of what the cleaner kept only the few names are believed that are never an article's; the many are asked of what it left
out, where to say yes too often costs a caption.
"""

from __future__ import annotations

import re

from reader.parsers.html.leaves import Leaf, letters_of, near
from reader.parsers.markup.tree import Element


def _named(patterns: str) -> re.Pattern[str]:
    """Match one of these as a whole word of a class or an id, which hyphens and underscores divide."""
    return re.compile(rf"(?:^|[\s_-])(?:{'|'.join(patterns.split())})(?:$|[\s_-])", re.IGNORECASE)


def _begun(*patterns: str) -> re.Pattern[str]:
    return re.compile(rf"\W*(?:{'|'.join(patterns)})", re.IGNORECASE)


_NAMES = _named(
    r"related recirc\w* recommend\w* promo\w* newsletters? subscri\w+ sign-?up paywall share\w* sharing social follow "
    r"comments? respond reply disqus ads? advert\w* adslot sponsor\w* outbrain taboola cookies? consent gdpr banner "
    r"sidebar rail widgets? most-?(?:read|popular) popular trending latest more-?(?:on|from|stories|news) "
    r"read-?(?:more|next|also) see-?also tags? taglist topics breadcrumbs? menu nav\w* pagination pager toolbar "
    r"author-?(?:bio|box|info) bio about-?author donat\w* appeal poll quiz games? event-?list job-?list teasers? "
    r"cards? carousel slider lightbox modal popup overlay toc edit-?section metadata catlinks navbox infobox hatnote "
    r"noprint rating print-?only copyright legal disclaimer footer masthead player video-?(?:meta|list) byline "
    r"dateline timestamp (?:article|post|entry|recipe|story)-?meta"
)
_CERTAIN = _named(
    r"mw-editsection mw-jump-link noprint navbox catlinks toc infobox hatnote paywall\w* "
    r"newsletter(?:-?(?:sign-?up|form|box|promo|banner|block|widget|inline|cta)s?)? "
    r"cookie-?(?:banner|consent|notice|bar|policy|law|popup|message|overlay)s? "
    r"share-?(?:buttons|bar|links|tools) social-?(?:share|links|bar) ad-?slot advertisement adsbygoogle"
)
_PULLED = _named("pull-?quotes? blockquote quote pullout")
_PULLED_OUT = _named("pull-?quotes? pullout pulled-?quotes?")
_PHRASES = _begun(
    r"advertise?ment|sponsored|anzeige|werbung|publicité|publicidad|lire aussi|à lire|lesen sie|mehr zum thema",
    r"lee también|read (?:more|also|next)|see also|related\b.{0,20}|more (?:on|from)\b|share (?:this|on)|up next",
    r"continue reading|(?:story|article) continues|sign up|subscribe|follow us|skip (?:to|past)|get the|join the"
    r"|support our|most (?:read|popular)|click here",
    r"image (?:credit|source)|photo(?:graph)?(?: by|:)|getty images|copyright|all rights reserved|loading|copy link",
    r"comments?\b.{0,12}$|print\b.{0,10}$|save\b.{0,10}$|listen to this|watch:|\d+ (?:min|minutes?) read",
    r"table of contents$|contents$|jump to|in this article|on this page|tags:|topics:|filed under",
    r"you (?:may|might) also like|recommended|trending",
)
_LABELS = frozenset(
    "advertisement advertisment ad sponsored anzeige werbung publicité publicidad storycontinuesbelow share "
    "readmore print storycontinuesbelowadvertisement articlecontinuesbelow articlecontinuesbelowadvertisement "
    "continuereading sharethisarticle sharethisstory copylink backtotop skipad loading scrolltocontinue "
    "advertisementscrolltocontinue".split()
)
_SUBJECT = re.compile(r"(?:^|\s)(?:tag|category|cat|topic|keyword|section)-\S*", re.IGNORECASE)
_NEVER_TAKEN = frozenset({"article", "main", "body"})
_ASIDES = frozenset("aside nav form footer menu address".split())
_MOSTLY_LINKED = 0.5
_LONGEST_NAME = 300
_NAMELESS = " "


def remove_certain_clutter(root: Element) -> None:
    """Take out of a tree what is never an article's, by its name, unless it holds half of the page."""
    body = root.find("body")
    if body is None:
        return
    letters = _count_letters(body)
    most = letters[body] // 2
    for element in list(body.iterdescendants()):
        if not element.attrib or element.tag in _NEVER_TAKEN or not _CERTAIN.search(_names_of(element)):
            continue
        if element.getparent() is not None and letters[element] < most:
            _take_out(element)


def _count_letters(body: Element) -> dict[Element, int]:
    """Count the letters in each element, in one pass however deep they stand in each other."""
    counts: dict[Element, int] = {}
    for element in reversed(list(body.iter())):
        behind = sum(counts[child] + len(letters_of(child.tail or "")) for child in element)
        counts[element] = behind + len(letters_of(element.text or ""))
    return counts


def _take_out(element: Element) -> None:
    """Remove an element and leave the text behind it."""
    before, parent = element.getprevious(), element.getparent()
    if element.tail and before is not None:
        before.tail = (before.tail or "") + element.tail
    elif element.tail:
        parent.text = (parent.text or "") + element.tail
    parent.remove(element)


def is_clutter(leaf: Leaf, frame: Element) -> bool:
    """Tell whether a block that the cleaner left out is no part of the article in the frame."""
    if leaf.link_share > _MOSTLY_LINKED or _PHRASES.match(" ".join(leaf.element.itertext()).strip()[:200]):
        return True
    return any(_is_named_clutter(around) for around in near(leaf.element, frame))


def is_label(leaf: Leaf) -> bool:
    """Tell whether a block only says what stands beside it, as “Advertisement” does; the cleaner keeps it."""
    return leaf.letters in _LABELS


def is_pulled(leaf: Leaf, frame: Element) -> bool:
    """Tell whether a block stands in what a site calls a pull quote."""
    return any(_PULLED_OUT.search(_names_of(around)) for around in near(leaf.element, frame))


def _is_named_clutter(element: Element) -> bool:
    names = _names_of(element)
    if names == _NAMELESS or _PULLED.search(names):
        return names == _NAMELESS and element.tag in _ASIDES
    return element.tag in _ASIDES or bool(_NAMES.search(names))


def _names_of(element: Element) -> str:
    """Return the class and the id, without what only says the subject: “tag-newsletter”, “category-sponsors”."""
    names = f"{element.get('class') or ''} {element.get('id') or ''}"[:_LONGEST_NAME]
    return _SUBJECT.sub(" ", names) if "-" in names else names
