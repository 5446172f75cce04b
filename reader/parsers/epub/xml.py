"""XML of a book as a tree, broken or hostile: nothing is fetched, no entity grows. Prefixes of names do not count."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any

from lxml import etree

from reader.sources.references import legal_bytes
from reader.sources.safe import make_safe

Element = Any
"""An element of lxml, which carries no types of its own."""


def parse_xml(data: bytes) -> Element | None:
    """Parse XML as far as it can be; None when there is nothing."""
    parser = etree.XMLParser(
        recover=True, resolve_entities=False, no_network=True, load_dtd=False, remove_comments=True, remove_pis=True
    )
    try:
        return etree.fromstring(legal_bytes(data.lstrip()), parser)
    except (etree.LxmlError, ValueError):
        return None


def find_all(root: Element | None, name: str) -> Iterator[Element]:
    """Yield the elements of a local name, in document order, below or at the root."""
    if root is not None:
        yield from root.iter(f"{{*}}{name}")


def find_first(root: Element | None, name: str) -> Element | None:
    """Return the first element of a local name; None when there is none."""
    return next(find_all(root, name), None)


def local_name(element: Element) -> str:
    """Return an element's name without its prefix; empty for what is no element."""
    # A repaired tree may hold “dc:title” as a name of its own, which `QName` refuses.
    return re.split("[}:]", element.tag)[-1] if isinstance(element.tag, str) else ""


def attribute(element: Element, name: str) -> str:
    """Return an attribute by its local name; empty when there is none."""
    value = element.get(name)
    if value is None:
        value = next((value for key, value in element.attrib.items() if key.endswith("}" + name)), "")
    return str(value)


def text_of(element: Element | None) -> str:
    """Return the words in an element, white space collapsed, safe to show."""
    return "" if element is None else make_safe(" ".join("".join(element.itertext()).split()))
