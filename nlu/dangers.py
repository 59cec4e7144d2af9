"""Whether a message tells that life is in danger now, in any of the languages of the danger books.

By words alone, so that it holds where no encoder reads, and so that the words can be shown. A
phrase counts unless a part of it belongs to a look-alike or it is denied; what a message merely
names or asks about is no phrase of the books. What is then done about it is not told here.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cache
from typing import Final

from nlu.dangerbooks import BOOKS, Found, Peril, PhraseTree, Writing, units_of
from nlu.phrasebooks import plain
from nlu.scripts import possible_languages

LONGEST: Final = 20_000
"""Characters that are looked at."""
LONGEST_WORD: Final = 40
_CLAUSE: Final = re.compile(r"[.,!?;:\n\r…·•。，、！？；：｡､،؛؟।]+")

_Units = list[tuple[str, ...]]


@dataclass(frozen=True, slots=True)
class Danger:
    """What threatens, in which words and language it is told."""

    peril: Peril
    words: str
    language: str


def danger_in(text: str) -> Danger | None:
    """The first danger that ``text`` tells of, or None."""
    looked_at = text[:LONGEST]
    languages = frozenset(possible_languages(plain(looked_at)))
    clauses = _CLAUSE.split(looked_at)
    found = (
        danger
        for writing in dict.fromkeys(BOOKS[each].writing for each in languages)
        for clause in clauses
        for danger in _told_in(clause, writing, languages)
    )
    return next(found, None)


def _told_in(clause: str, writing: Writing, languages: frozenset[str]) -> Iterator[Danger]:
    """The dangers that a clause tells of: no phrase and no denial reaches beyond it."""
    words = units_of(clause, writing)
    units = [writing.forms(each[:LONGEST_WORD]) for each in words]
    for (language, peril), at in _perils(writing).found_in(units):
        if language in languages and _is_meant(at, units, language):
            between = " " if writing.spaced else ""
            yield Danger(peril, between.join(words[at[0] : at[-1] + 1]), language)


def _is_meant(at: tuple[int, ...], units: _Units, language: str) -> bool:
    """Whether what stands ``at`` these places is no look-alike and not denied."""
    around = _around(language)
    if any(not set(at).isdisjoint(each) for _, each in around.harmless.found_in(units)):
        return False
    before, after = (2, 1) if BOOKS[language].writing.spaced else (4, 6)
    reach_before = range(at[0] - before, at[-1])
    reach_after = range(at[-1] + 1, at[-1] + 1 + after)
    return not (
        _is_denied(around.no.found_in(units), at, reach_before)
        or _is_denied(around.no_after.found_in(units), at, reach_after)
    )


def _is_denied(denials: Iterable[Found[None]], at: tuple[int, ...], reach: range) -> bool:
    """Whether one of ``denials`` stands within ``reach`` and is no part of what is told."""
    return any(set(each).isdisjoint(at) and not set(each).isdisjoint(reach) for _, each in denials)


@dataclass(frozen=True, slots=True)
class _Around:
    """What makes a phrase of one language tell nothing."""

    harmless: PhraseTree[None]
    no: PhraseTree[None]
    no_after: PhraseTree[None]


@cache
def _perils(writing: Writing) -> PhraseTree[tuple[str, Peril]]:
    """The phrases of all languages that are written alike, so that a text is read once."""
    labelled = (
        (phrase, (language, peril))
        for language, book in BOOKS.items()
        if book.writing == writing
        for peril, phrases in book.perils.items()
        for phrase in phrases
    )
    return PhraseTree(labelled, writing)


@cache
def _around(language: str) -> _Around:
    book = BOOKS[language]
    trees = (
        PhraseTree[None](((each, None) for each in phrases), book.writing)
        for phrases in (book.harmless, book.no, book.no_after)
    )
    return _Around(*trees)
