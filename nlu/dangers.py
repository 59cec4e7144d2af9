"""Whether a message tells that life is in danger now, in any of the languages of the danger books.

By words alone, so that it holds where no encoder reads, and so that the words can be shown. A
phrase counts unless a part of it belongs to a look-alike or it is denied; what a message merely
names or asks about is no phrase of the books. What is then done about it is not told here.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
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
    around: dict[str, _Around] = {}
    for (language, peril), at in _perils(writing).found_in(units):
        if language not in languages:
            continue
        if language not in around:
            around[language] = _around(units, language)
        if around[language].leaves(at):
            between = " " if writing.spaced else ""
            yield Danger(peril, between.join(words[at[0] : at[-1] + 1]), language)


@dataclass(frozen=True, slots=True)
class _Around:
    """What makes phrases of one language tell nothing, by its places in a clause.

    It is looked for once a clause, so that a text of nothing but denied phrases costs no more.
    """

    harmless: Mapping[int, Sequence[tuple[int, ...]]]
    no: Mapping[int, Sequence[tuple[int, ...]]]
    no_after: Mapping[int, Sequence[tuple[int, ...]]]
    before: int
    after: int

    def leaves(self, at: tuple[int, ...]) -> bool:
        """Whether what stands ``at`` these places is no look-alike and not denied."""
        if any(place in self.harmless for place in at):
            return False
        reach_before = range(at[0] - self.before, at[-1])
        reach_after = range(at[-1] + 1, at[-1] + 1 + self.after)
        return not (
            _is_denied(self.no, at, reach_before) or _is_denied(self.no_after, at, reach_after)
        )


def _is_denied(
    denials: Mapping[int, Sequence[tuple[int, ...]]], at: tuple[int, ...], reach: range
) -> bool:
    """Whether one of ``denials`` stands within ``reach`` and is no part of what is told."""
    near = (denial for place in reach for denial in denials.get(place, ()))
    return any(set(denial).isdisjoint(at) for denial in near)


def _around(units: _Units, language: str) -> _Around:
    harmless, no, no_after = (_by_place(tree.found_in(units)) for tree in _silencing(language))
    before, after = (2, 1) if BOOKS[language].writing.spaced else (4, 6)
    return _Around(harmless, no, no_after, before, after)


def _by_place(found: Iterable[Found[None]]) -> Mapping[int, Sequence[tuple[int, ...]]]:
    places: dict[int, list[tuple[int, ...]]] = defaultdict(list)
    for _, at in found:
        for place in at:
            places[place].append(at)
    return places


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
def _silencing(language: str) -> tuple[PhraseTree[None], PhraseTree[None], PhraseTree[None]]:
    """The look-alikes, the denials before a phrase, and those behind it."""
    book = BOOKS[language]
    harmless, no, no_after = (
        PhraseTree[None](((each, None) for each in phrases), book.writing)
        for phrases in (book.harmless, book.no, book.no_after)
    )
    return harmless, no, no_after
