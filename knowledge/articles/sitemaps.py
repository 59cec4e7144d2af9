"""Reads a sitemap: the addresses of pages, or of further sitemaps. Nothing is fetched here."""

from __future__ import annotations

import io
import zlib
from dataclasses import dataclass

from lxml import etree

from knowledge.errors import FetchFailedError

_LARGEST = 50 << 20
"""Bytes of a sitemap, unpacked: what the protocol allows."""
_GZIP = b"\x1f\x8b"


@dataclass(frozen=True, slots=True)
class Sitemap:
    """Addresses in the order in which they stand."""

    pages: tuple[str, ...] = ()
    sitemaps: tuple[str, ...] = ()


def read_sitemap(url: str, content: bytes) -> Sitemap:
    """The sitemap at ``url``: XML, perhaps in gzip, or a text with an address a line.

    Raises:
        FetchFailedError: it is none.
    """
    content = _unpacked(url, content).removeprefix(b"\xef\xbb\xbf").strip()
    if content.startswith((b"http://", b"https://")):
        lines = (line.strip() for line in content.decode("utf-8", "replace").splitlines())
        return Sitemap(pages=tuple(line for line in lines if line))
    try:
        return _of_xml(content)
    except (etree.LxmlError, ValueError) as error:
        raise FetchFailedError(f"{url}: is no sitemap: {error}") from None


def _of_xml(content: bytes) -> Sitemap:
    """Entities stay what they are, so that a small file cannot become a large one."""
    events = etree.iterparse(
        io.BytesIO(content),
        events=("end",),
        resolve_entities=False,
        no_network=True,
        load_dtd=False,
    )
    found: dict[str, list[str]] = {"url": [], "sitemap": []}
    root = ""
    for _, element in events:
        name, parent = _name(element), element.getparent()
        root = name
        if name == "loc" and parent is not None and _name(parent) in found:
            found[_name(parent)].append((element.text or "").strip())
        elif name in found:
            element.clear()
    if root not in {"urlset", "sitemapindex"}:
        raise ValueError(f"it is <{root}>, not <urlset> or <sitemapindex>")
    return Sitemap(tuple(filter(None, found["url"])), tuple(filter(None, found["sitemap"])))


def _name(element: etree._Element) -> str:
    return etree.QName(element).localname if isinstance(element.tag, str) else ""


def _unpacked(url: str, content: bytes) -> bytes:
    if content.startswith(_GZIP):
        try:
            content = zlib.decompressobj(31).decompress(content, _LARGEST + 1)
        except zlib.error as error:
            raise FetchFailedError(f"{url}: is damaged: {error}") from None
    if len(content) > _LARGEST:
        raise FetchFailedError(f"{url}: unpacks to more than {_LARGEST >> 20} MiB")
    return content
