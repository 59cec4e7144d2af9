"""Tells that a text names a country, by its name in one text and by its code in the other.

Tables of prices and times name countries by two letters ("CA"), customers by their names ("Canada",
"Schweiz", "加拿大"). The names are the Unicode repository's. Nothing here knows what is asked.
"""

from __future__ import annotations

import re
from functools import cache
from typing import Final

from babel import Locale

from retrieval.scripts import CJK

LANGUAGES: Final = ("en", "de", "zh", "fr", "es")
ALIASES: Final = {"uk": "GB", "usa": "US", "the us": "US", "the states": "US"}
"""What people say for a country and the repository does not."""
SPELT: Final = {"UK": "GB"}
"""Codes in use that are not the country's own."""
_CODE: Final = re.compile(r"(?<![A-Za-z])[A-Z]{2}(?![A-Za-z])")
_HAN: Final = re.compile(f"[{CJK}]")
_COUNTRY: Final = re.compile(r"[A-Z]{2}")


def countries_named(text: str) -> frozenset[str]:
    """The ISO 3166 codes of the countries that ``text`` names in words."""
    return frozenset(code for code, _ in country_places(text))


def country_places(text: str) -> tuple[tuple[str, tuple[int, int]], ...]:
    """The code of each country that ``text`` names in words, and from where to where."""
    said = text.casefold()
    if len(said) != len(text):
        return ()
    found: dict[tuple[int, int], str] = {}
    for name, code in _names():
        place = _place(name, said)
        if place is not None:
            found.setdefault(place, code)
    inner = {each for each in found for other in found if each != other and _within(each, other)}
    return tuple((found[each], each) for each in sorted(found) if each not in inner)


def shares_country(text: str, other: str) -> bool:
    """Whether a country that ``other`` names in words stands in ``text``, in words or as a code."""
    wanted = countries_named(other)
    if not wanted:
        return False
    codes = {SPELT.get(each, each) for each in _CODE.findall(text)}
    return bool(wanted & (codes | countries_named(text)))


def _place(name: str, said: str) -> tuple[int, int] | None:
    """Where ``name`` stands in ``said`` as words of its own; Chinese sets none apart."""
    start = said.find(name)
    if start < 0 or _HAN.search(name):
        return None if start < 0 else (start, start + len(name))
    found = re.search(rf"(?<!\w){re.escape(name)}(?!\w)", said)
    return found.span() if found else None


def _within(place: tuple[int, int], other: tuple[int, int]) -> bool:
    return other[0] <= place[0] and place[1] <= other[1]


@cache
def _names() -> tuple[tuple[str, str], ...]:
    found = dict(ALIASES)
    for language in LANGUAGES:
        for code, name in Locale(language).territories.items():
            if _COUNTRY.fullmatch(code):
                found.setdefault(name.casefold(), code)
    return tuple(found.items())
