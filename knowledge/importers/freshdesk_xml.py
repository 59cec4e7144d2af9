"""Freshdesk's account export in XML, as records like those of its JSON, with flat memory.

``display-id`` becomes ``display_id``, an element with ``type="array"`` a list, any other with
elements in it an object, and the rest text. Entities that a file defines are not expanded.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from lxml import etree

from knowledge.importers.json_records import JsonRecord
from knowledge.skipped import OnSkip, SkippedRecord
from knowledge.sources import DAMAGED_STREAM, Source

_TICKET: Final = "helpdesk-ticket"
_LOOKED_AT: Final = 1 << 16
_DEEPEST: Final = 20
"""A ticket nests five levels deep at most; what is deeper is nothing that we read."""


def looks_like_xml_tickets(source: Source) -> bool:
    """Whether the file begins as the export does."""
    with source.open() as stream:
        beginning = stream.read(_LOOKED_AT)
    plain = beginning.replace(b"\x00", b"")  # UTF-16
    return plain.lstrip(b"\xef\xbb\xbf\xff\xfe \t\r\n")[:1] == b"<" and (
        b"<helpdesk-ticket" in plain
    )


def read_xml_tickets(source: Source, on_skip: OnSkip) -> Iterator[JsonRecord]:
    """Every ticket. What is damaged between them is passed over and reported once."""
    number = 0
    try:
        with source.open() as stream:
            elements = etree.iterparse(
                stream, tag=_TICKET, recover=True, resolve_entities=False, huge_tree=True
            )
            for _, element in elements:
                number += 1
                value = _value(element, 0)
                _forget(element)
                if isinstance(value, dict):
                    yield JsonRecord(f"record {number}", value)
            for error in list(elements.error_log)[:1]:
                reason = f"the XML is damaged there: {error.message}; what could be read was taken"
                on_skip(SkippedRecord(source.label, f"line {error.line}", reason))
    except (etree.LxmlError, *DAMAGED_STREAM) as error:
        reason = f"the file is damaged or breaks off here: {' '.join(str(error).split())}"
        on_skip(SkippedRecord(source.label, f"record {number + 1}", reason))


def _value(element: etree._Element, depth: int) -> object:
    children = [child for child in element if isinstance(child.tag, str)]
    if depth > _DEEPEST:
        return None
    if _is_list(element):
        return [_value(child, depth + 1) for child in children]
    if not children:
        return _text(element)
    return {child.tag.replace("-", "_"): _value(child, depth + 1) for child in children}


def _is_list(element: etree._Element) -> bool:
    try:
        return element.tag in {"helpdesk-notes", "notes"} or element.get("type") == "array"
    except UnicodeDecodeError:
        return False


def _text(element: etree._Element) -> str:
    """The element's text; none where it holds half a surrogate, which lxml does not give out."""
    try:
        return element.text or ""
    except UnicodeDecodeError:
        return ""


def _forget(element: etree._Element) -> None:
    """Lets go of a ticket that was read, and of those before it."""
    element.clear()
    parent = element.getparent()
    while parent is not None and element.getprevious() is not None:
        del parent[0]
