"""Internet addresses of people's connections. Private, local and reserved ones say nothing of
anybody, and a version number that looks like one stays where a word says so."""

from __future__ import annotations

import ipaddress
import re
from collections.abc import Iterator

from knowledge.redaction.spans import Span

_V4 = re.compile(r"(?<![A-Za-z0-9_.-])(?:\d{1,3}\.){3}\d{1,3}(?![A-Za-z0-9_-]|\.\d)")
_V6 = re.compile(r"(?<![\w:.])(?=[0-9A-Fa-f:]*:[0-9A-Fa-f:]*:)[0-9A-Fa-f:]{6,39}(?![\w:])")
_VERSION_BEFORE = re.compile(
    r"(?:version|firmware|build|release|update|macos|ios|android|driver|software|v|版本|固件)"
    r"\W{0,3}(?:is|ist)?\s*$",
    re.IGNORECASE,
)
_SMALLEST_FIRST_PART = 20
"""Below this the four parts are a version more often than an address, unless a word says "IP"."""


def find_internet_addresses(text: str) -> Iterator[Span]:
    """Public IPv4 and IPv6 addresses."""
    if "." in text:
        for match in _V4.finditer(text):
            if _is_public(match[0]) and not _is_version(text, match):
                yield Span(*match.span(), "ip")
    if text.count(":") > 1:
        for match in _V6.finditer(text):
            if _is_public(match[0]):
                yield Span(*match.span(), "ip")


def _is_public(address: str) -> bool:
    try:
        return ipaddress.ip_address(address).is_global
    except ValueError:
        return False


def _is_version(text: str, match: re.Match[str]) -> bool:
    before = text[max(0, match.start() - 20) : match.start()]
    if _VERSION_BEFORE.search(before):
        return True
    return int(match[0].split(".")[0]) < _SMALLEST_FIRST_PART and "ip" not in before.casefold()
