"""What a site's robots.txt lets us read: RFC 9309.

The standard library's parser takes the first rule that matches where the RFC wants the longest,
and knows no ``*`` or ``$`` inside a path. ``Crawl-delay`` stands in no RFC, and in many files.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from urllib.parse import quote, unquote, urlsplit

_LARGEST = 500 << 10
"""Bytes that are read of a robots.txt, as the RFC asks for at least."""
_ESCAPED_AS_IS = "/?&=;:@!$'()*+,~%#[]"


@dataclass(frozen=True, slots=True)
class _Rule:
    allows: bool
    path: str

    def matches(self, path: str) -> bool:
        """Piece after piece, each at its first place: a pattern of many ``*`` would keep ``re``
        trying for hours, and whoever runs a site writes its rules."""
        *pieces, last = self.path.removesuffix("$").split("*")
        if not self.path.endswith("$"):
            pieces, last = [*pieces, last], ""
        elif not pieces:
            return path == last
        if not path.startswith(pieces[0]):
            return False
        at = 0
        for piece in pieces:
            found = path.find(piece, at)
            if found < 0:
                return False
            at = found + len(piece)
        return path.endswith(last) and len(path) - len(last) >= at


class Robots:
    """The rules for one robot. ``sitemaps`` are the addresses that the file names, ``delay`` the
    seconds that it asks to wait between two pages."""

    def __init__(self, content: bytes, robot: str) -> None:
        own: list[_Rule] = []
        everybody: list[_Rule] = []
        self._delays: dict[str, float] = {}
        self.sitemaps: list[str] = []
        self._named = False
        self._fill(content[:_LARGEST].decode("utf-8", "replace"), robot.lower(), own, everybody)
        self._rules = own if self._named else everybody
        self.delay = self._delays.get(robot.lower() if self._named else "*", 0.0)

    def allows(self, url: str) -> bool:
        """Whether the page at this address may be read: the longest rule that fits says so."""
        parts = urlsplit(url)
        path = _normal((parts.path or "/") + (f"?{parts.query}" if parts.query else ""))
        fitting = [rule for rule in self._rules if rule.matches(path)]
        longest = max(fitting, key=lambda rule: (len(rule.path), rule.allows), default=None)
        return longest is None or longest.allows or path == "/robots.txt"

    def _fill(self, text: str, robot: str, own: list[_Rule], everybody: list[_Rule]) -> None:
        agents: list[str] = []
        in_rules = False
        for key, value in _lines(text):
            if key == "user-agent":
                agents = [value.lower()] if in_rules else [*agents, value.lower()]
                in_rules = False
                self._named = self._named or value.lower() == robot
            elif key == "sitemap":
                self.sitemaps.append(value)
            elif key == "crawl-delay":
                in_rules = True
                self._delays.update(dict.fromkeys(agents, _seconds(value)))
            elif key in {"allow", "disallow"}:
                in_rules = True
                if not value:
                    continue
                rule = _Rule(key == "allow", _normal(value))
                if robot in agents:
                    own.append(rule)
                if "*" in agents:
                    everybody.append(rule)


def _lines(text: str) -> Iterator[tuple[str, str]]:
    for line in text.removeprefix("\ufeff").splitlines():
        key, colon, value = line.partition("#")[0].partition(":")
        if colon:
            yield key.strip().lower(), value.strip()


def _seconds(value: str) -> float:
    return float(value) if re.fullmatch(r"\d{1,9}(\.\d{1,9})?", value, re.ASCII) else 0.0


def _normal(path: str) -> str:
    """A path in one way of escaping, so that equal paths compare equal."""
    return quote(unquote(path), safe=_ESCAPED_AS_IS)
