"""Makes a follow-up whole: the words that are looked up in its place. Text alone.

"And to Canada?" after "How long does delivery to Germany take?" becomes "How long does delivery to
Canada take?". Where there is no telling what the new takes the place of, the two stand side by
side, the new one first: measured on MTRAG, that finds more than the old one first, a mean of their
vectors, or more of the history.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

from retrieval.leaning import Leaning, fragment_in, leaning, without_opening
from retrieval.terms import terms_of

MAX_ASKED: Final = 300
_NAME: Final = r"[A-ZÄÖÜ][\w-]*(?:\s+[A-ZÄÖÜ][\w-]*)*"
_ARTICLE: Final = r"(?:the|a|an|my|your|den|dem|der|die|das|ein|eine|einen|einem|einer)"
_PREPOSITION: Final = re.compile(
    r"(?:for|to|from|in|with|without|on|at|by|via|within|after|before"
    r"|für|nach|von|aus|mit|ohne|bei|auf|ins?|per|zum?|zur)(?=\s)",
    re.IGNORECASE,
)
_INNER_NAME: Final = re.compile(rf"(?<=[a-zäöüß,]\s){_NAME}")


@dataclass(frozen=True, slots=True)
class Whole:
    """A follow-up made whole. ``asked`` is the question that a further follow-up leans on."""

    text: str
    leaning: Leaning
    asked: str
    replaced: bool


def made_whole(text: str, asked: str) -> Whole | None:
    """``text`` with what it leaves unsaid taken from ``asked``; None where it stands alone."""
    how = leaning(text) if asked.strip() else None
    if how is None:
        return None
    fragment = fragment_in(text)
    in_place = _in_its_place(fragment, asked) if fragment else None
    if in_place is not None:
        return Whole(in_place, how, in_place[:MAX_ASKED], replaced=True)
    said = (fragment or without_opening(text)).rstrip("?？!. ")
    return Whole(f"{said}? {asked}", how, asked[:MAX_ASKED], replaced=False)


def last_question(texts: Sequence[str]) -> str:
    """The latest of ``texts`` that is about something and stands alone, else the latest at all."""
    matters = [text for text in texts if terms_of(text)]
    alone = [text for text in matters if leaning(text) not in (Leaning.FRAGMENT, Leaning.POINTING)]
    return (alone or matters or [""])[-1]


def _in_its_place(fragment: str, asked: str) -> str | None:
    """``asked`` with ``fragment`` where its counterpart stood; None where there is no telling."""
    new = fragment.strip().rstrip("?!. ")
    preposition = _PREPOSITION.match(new)
    if preposition:
        old = re.compile(rf"\b{preposition.group()}\s+(?:{_ARTICLE}\s+)?(?:{_NAME}|[\w-]+)")
        places = list(old.finditer(asked))
    else:
        places = list(_INNER_NAME.finditer(asked)) if re.fullmatch(_NAME, new) else []
    if len(places) != 1:
        return None
    return f"{asked[: places[0].start()]}{new}{asked[places[0].end() :]}"
