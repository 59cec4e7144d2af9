"""Runs of writing that put no spaces between words, cut into overlapping pairs.

Pairs need no dictionary, find a word inside any compound, and never cut question and article
differently, as a segmenter does with names and new words. Chinese, Japanese and Korean are paired
by characters; Thai, Lao, Burmese and Khmer by what is written as one: a consonant with its vowels
and tones.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

CJK = (
    r"\u3005-\u3007\u3040-\u30ff\u3400-\u4dbf\u4e00-\u9fff\uac00-\ud7af\uf900-\ufaff"
    r"\U00020000-\U0003ffff"
)
_SOUTH_EAST_ASIAN = (
    r"\u0e01-\u0e2e\u0e30-\u0e3a\u0e40-\u0e45\u0e47-\u0e4e"  # Thai, without signs and digits
    r"\u0e81-\u0ec5\u0ec8-\u0ece\u0edc-\u0edf"  # Lao
    r"\u1000-\u103f\u1050-\u108f"  # Burmese
    r"\u1780-\u17d3\u17dd"  # Khmer
)
_FOLLOWING = (
    r"\u0e30-\u0e3a\u0e45\u0e47-\u0e4e\u0eb0-\u0ebd\u0ec8-\u0ece"
    r"\u102b-\u103e\u1056-\u1059\u105e-\u1060\u1062-\u1064\u1067-\u106d\u1071-\u1074\u1082-\u108d"
    r"\u17b4-\u17d3\u17dd"
)
_LEADING = r"\u0e40-\u0e44\u0ec0-\u0ec4"
_JOINING = r"\u1039\u17d2"
"""Puts the next consonant below the one before."""

UNSPACED = re.compile(f"(?P<characters>[{CJK}]+)|(?P<clusters>[{_SOUTH_EAST_ASIAN}]+)")
_CLUSTER = re.compile(
    f"[{_LEADING}]?(?:[^{_LEADING}](?:[{_JOINING}].|[{_FOLLOWING}])*)?", re.DOTALL
)


def pairs_in(text: str) -> tuple[str, ...]:
    """The overlapping pairs of all unspaced runs of a text; a single unit stands for itself."""
    found: list[str] = []
    for run in UNSPACED.finditer(text):
        found += pairs(units_of(run))
    return tuple(found)


def units_of(run: re.Match[str]) -> Sequence[str]:
    """What is written as one, of a run that ``UNSPACED`` found."""
    clusters = run["clusters"]
    return [each for each in _CLUSTER.findall(clusters) if each] if clusters else run[0]


def pairs(units: Sequence[str]) -> list[str]:
    """Overlapping pairs of units, such as characters; a single one stands for itself."""
    if len(units) < 2:
        return list(units)
    return [units[start] + units[start + 1] for start in range(len(units) - 1)]
