"""What a book says of itself: title, authors, its chapters in their order, where its contents list stands."""

from __future__ import annotations

from dataclasses import dataclass, field

from reader.errors import SourceError
from reader.model.metadata import Metadata
from reader.parsers.epub.archive import Archive, resolve
from reader.parsers.epub.xml import Element, attribute, find_all, find_first, local_name, parse_xml, text_of

_CONTAINER = "META-INF/container.xml"
_ENCRYPTION = "META-INF/encryption.xml"
_PAGES = (".xhtml", ".html", ".htm", ".xml")
_PAGE_TYPES = frozenset({"application/xhtml+xml", "text/html", "application/xml", "text/x-oeb1-document"})
# Ways to make embedded fonts hard to take out; the chapters stay readable.
_OF_FONTS = ("font", "obfuscation", "idpf.org/2008/embedding", "ns.adobe.com/pdf/enc")
_EVENTS = ("publication", "original-publication", "", "creation")


@dataclass(slots=True)
class Package:
    """The package document of a book, or what could be made out without one."""

    metadata: Metadata = field(default_factory=Metadata)
    language: str = ""
    chapters: list[str] = field(default_factory=list)
    """Paths in the archive, in reading order."""
    nav: str = ""
    """The contents list of EPUB 3; empty when there is none."""
    ncx: str = ""
    """The contents list of EPUB 2; empty when there is none."""
    skipped: frozenset[str] = frozenset()
    """Pages that only repeat what is known: the contents list, the cover."""
    encrypted: frozenset[str] = frozenset()
    warnings: list[str] = field(default_factory=list)


def read_package(archive: Archive, place: str) -> Package:
    """Read the package document; without one the pages are taken in the order of their names."""
    path = _package_path(archive)
    data = archive.read(path) if path else None
    root = parse_xml(data) if data else None
    package = Package() if root is None else _read(root, path, archive)
    if not package.chapters:
        package.chapters = sorted(name for name in archive.names if name.lower().endswith(_PAGES[:3]))
        package.warnings.append("The book does not say the order of its chapters; they are in that of their files.")
    if not package.chapters:
        raise SourceError(place, "there are no chapters in it (is it an EPUB?)")
    package.encrypted = _encrypted(archive)
    if package.encrypted.issuperset(package.chapters):
        raise SourceError(place, "the book is encrypted (DRM); only the shop's own program opens it")
    return package


def _package_path(archive: Archive) -> str:
    data = archive.read(_CONTAINER)
    root = parse_xml(data) if data else None
    for rootfile in find_all(root, "rootfile"):
        path, _ = resolve("", attribute(rootfile, "full-path"))
        if archive.find(path):
            return archive.find(path) or ""
    return next((name for name in sorted(archive.names, key=len) if name.lower().endswith(".opf")), "")


def _read(root: Element, path: str, archive: Archive) -> Package:
    package = Package(metadata=_metadata(root), language=_language(root))
    items: dict[str, tuple[str, str]] = {}
    for item in find_all(root, "item"):
        target, _ = resolve(path, attribute(item, "href"))
        target = archive.find(target) or target
        items[attribute(item, "id")] = (target, attribute(item, "media-type"))
        if "nav" in attribute(item, "properties").split():
            package.nav = target
    spine = find_first(root, "spine")
    package.ncx = _ncx(items, attribute(spine, "toc") if spine is not None else "")
    for itemref in find_all(spine, "itemref"):
        target, media_type = items.get(attribute(itemref, "idref"), ("", ""))
        if media_type in _PAGE_TYPES or target.lower().endswith(_PAGES):
            package.chapters.append(target)
    package.chapters = list(dict.fromkeys(package.chapters))
    package.skipped = frozenset({package.nav} | _guide_pages(root, path, archive))
    return package


def _ncx(items: dict[str, tuple[str, str]], identifier: str) -> str:
    named = items.get(identifier, ("", ""))[0]
    return named or next((path for path, kind in items.values() if kind == "application/x-dtbncx+xml"), "")


def _guide_pages(root: Element, path: str, archive: Archive) -> set[str]:
    """Return the page that EPUB 2 calls its contents list, when the list itself is to be had."""
    found = set()
    for reference in find_all(find_first(root, "guide"), "reference"):
        if attribute(reference, "type").lower() in {"toc", "cover"}:
            target, fragment = resolve(path, attribute(reference, "href"))
            if not fragment:
                found.add(archive.find(target) or target)
    return found


def _metadata(root: Element) -> Metadata:
    fields = find_first(root, "metadata")
    if fields is None:
        return Metadata()
    extra = (("language", _language(fields)), ("identifier", text_of(find_first(fields, "identifier"))))
    return Metadata(
        title=_title(fields),
        byline=", ".join(_authors(fields)),
        date=_date(fields),
        source=text_of(find_first(fields, "publisher")),
        extra=tuple((name, value) for name, value in extra if value),
    )


def _language(fields: Element) -> str:
    """Return the language; none for what a maker writes that knows none."""
    language = text_of(find_first(fields, "language"))
    return "" if language.lower() in {"c", "posix", "und", "zxx"} else language


def _title(fields: Element) -> str:
    """Return the main title, with the subtitle that EPUB 3 may name apart."""
    titles = [(attribute(title, "id"), text_of(title)) for title in find_all(fields, "title")]
    kinds = _refinements(fields, "title-type")
    main = next((title for key, title in titles if kinds.get(key) == "main"), titles[0][1] if titles else "")
    subtitle = next((title for key, title in titles if kinds.get(key) == "subtitle"), "")
    return f"{main}: {subtitle}" if subtitle and subtitle not in main else main


def _authors(fields: Element) -> list[str]:
    roles = _refinements(fields, "role")
    found = []
    for creator in find_all(fields, "creator"):
        role = attribute(creator, "role") or roles.get(attribute(creator, "id"), "aut")
        if role == "aut" and text_of(creator):
            found.append(text_of(creator))
    return list(dict.fromkeys(found)) or [text_of(creator) for creator in find_all(fields, "creator")][:1]


def _refinements(fields: Element, property_name: str) -> dict[str, str]:
    return {
        attribute(meta, "refines").removeprefix("#"): text_of(meta)
        for meta in find_all(fields, "meta")
        if attribute(meta, "property") == property_name
    }


def _date(fields: Element) -> str:
    """Return when it was published: of several dates not the one of the file."""
    dates = [(attribute(date, "event").lower(), text_of(date)) for date in find_all(fields, "date")]
    dates.sort(key=lambda date: _EVENTS.index(date[0]) if date[0] in _EVENTS else len(_EVENTS))
    written = next((date for event, date in dates if date and event not in {"modification"}), "")
    return written.removesuffix("T00:00:00+00:00").removesuffix("T00:00:00Z")


def _encrypted(archive: Archive) -> frozenset[str]:
    data = archive.read(_ENCRYPTION)
    root = parse_xml(data) if data else None
    found: set[str] = set()
    for encrypted in find_all(root, "EncryptedData"):
        methods = (attribute(child, "Algorithm") for child in encrypted if local_name(child) == "EncryptionMethod")
        method = next(methods, "").lower()
        if not any(sign in method for sign in _OF_FONTS):
            uris = (attribute(reference, "URI") for reference in find_all(encrypted, "CipherReference"))
            found.update(archive.find(target) or target for target, _ in (resolve("", uri) for uri in uris))
    return frozenset(found)
