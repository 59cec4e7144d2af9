"""From a burst and what the conversation remembers to the utterances that are looked up.

Follow-ups are made whole, in every way that words leave open; corrections are taken off, several
requests told apart. Text alone: nothing is encoded, matched or decided here.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final

from bot.answering.clauses import Request, requests_in
from bot.answering.corrections import bearing_of
from bot.answering.pleasantries import without_pleasantries
from bot.dialog import Bearing
from retrieval import Leaning, Whole, made_whole, ways_to_make_whole

MAX_PARTS: Final = 5


@dataclass(frozen=True, slots=True)
class Part:
    """One request of several: as it was said, and the words that are looked up in its place."""

    said: str
    looked_up: str
    asks: bool
    stands_alone: bool


@dataclass(frozen=True, slots=True)
class Utterances:
    """What a burst says: ``text`` is the whole of it, or what it says is meant instead.

    ``wholes`` are the ways to read that together with the question before, the surest first, where
    it leans on that. ``parts`` is empty where it makes a single request; ``unread`` are further
    requests, too many to be looked up.
    """

    text: str
    bearing: Bearing | None = None
    wholes: tuple[Whole, ...] = ()
    parts: tuple[Part, ...] = ()
    unread: tuple[str, ...] = ()


def resolve(asked: str, burst: str, about: str = "") -> Utterances:
    """The utterances of ``burst``.

    ``asked`` is the question before it, if there was one, ``about`` what was asked about it since.
    """
    bearing, text = bearing_of(without_pleasantries(burst))
    if bearing not in (None, Bearing.MENDED):
        return Utterances(text, bearing)
    requests = requests_in(text)
    if len(requests) < 2:
        mends = bearing is Bearing.MENDED
        return Utterances(text, bearing, ways_to_make_whole(text, asked, about, corrects=mends))
    if len(requests) > MAX_PARTS:
        requests = [each for each in requests if each.asks]
    return Utterances(
        text,
        bearing,
        parts=_each_whole(requests[:MAX_PARTS], asked, about),
        unread=tuple(each.text for each in requests[MAX_PARTS:]),
    )


def _each_whole(requests: list[Request], asked: str, about: str) -> tuple[Part, ...]:
    """Every request made whole by the one before it, the first by the last turn's question."""
    parts = []
    for each in requests:
        whole = made_whole(each.text, asked, about)
        if whole is not None and whole.leaning is not Leaning.LOOSE:
            parts.append(Part(each.text, whole.text, each.asks, each.stands_alone))
            asked, about = whole.asked, whole.about
        else:
            parts.append(Part(each.text, each.text, each.asks, each.stands_alone))
            asked, about = (each.text, "") if each.asks else (asked, about)
    return tuple(parts)
