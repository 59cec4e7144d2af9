"""Makes a follow-up whole: the words that are looked up in its place. Text alone.

"And to Canada?" after "How long does delivery to Germany take?" becomes "How long does delivery to
Canada take?". Where there is no telling what the new takes the place of, the two stand side by
side, the new one first: measured on MTRAG, that finds more than the old one first, a mean of their
vectors, or more of the history. Guesses at the place follow it, for the evidence to judge.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Final

from retrieval.leaning import (
    Leaning,
    fragment_in,
    is_chinese,
    leaning,
    names_alone,
    topics_of,
    without_opening,
)
from retrieval.slots import bare, in_guessed_places, in_its_place, naming, things_in
from retrieval.terms import terms_of

MAX_ASKED: Final = 300
MAX_ABOUT: Final = 80


@dataclass(frozen=True, slots=True)
class Whole:
    """A follow-up made whole.

    ``asked`` and ``about`` are what a further follow-up leans on: the question, and what was asked
    about it since. ``replaced`` says that the new stands surely in the place of the old, ``new``
    what the message names, without what only leads it in.
    """

    text: str
    leaning: Leaning
    asked: str
    replaced: bool
    about: str = ""
    new: str = ""


def made_whole(text: str, asked: str, about: str = "") -> Whole | None:
    """``text`` with what it leaves unsaid taken from ``asked``; None where it stands alone."""
    found = ways_to_make_whole(text, asked, about)
    return found[0] if found else None


def ways_to_make_whole(
    text: str, asked: str, about: str = "", *, corrects: bool = False
) -> tuple[Whole, ...]:
    """The ways to read ``text`` with ``asked``, the surest first; none where it stands alone.

    ``about`` is what follow-ups named since ``asked``. With ``corrects`` the text is what a
    customer says was meant instead, so that a few nouns are a fragment.
    """
    how = leaning(text) if asked.strip() else None
    fragment = fragment_in(text)
    if corrects and asked.strip() and fragment is None and names_alone(text):
        how, fragment = Leaning.FRAGMENT, text
    if how is None:
        return ()
    if fragment is None:
        return _pointing(text, how, asked, about)
    return _with_fragment(fragment, how, asked, about)


def last_question(texts: Sequence[str]) -> str:
    """The latest of ``texts`` that is about something and stands alone, else the latest at all."""
    matters = [text for text in texts if terms_of(text)]
    alone = [text for text in matters if leaning(text) not in (Leaning.FRAGMENT, Leaning.POINTING)]
    return (alone or matters or [""])[-1]


def _with_fragment(fragment: str, how: Leaning, asked: str, about: str) -> tuple[Whole, ...]:
    new = bare(fragment)
    in_place = in_its_place(fragment, asked)
    if in_place is not None:
        kept = in_place[:MAX_ASKED]
        return (Whole(_side_by_side(about, in_place), how, kept, True, about, new),)
    said = fragment.rstrip("?？!. ")
    beside = Whole(_side_by_side(said, asked), how, asked[:MAX_ASKED], False, said[:MAX_ABOUT], new)
    guesses = (
        Whole(guess, how, guess[:MAX_ASKED], False, "", new)
        for guess in in_guessed_places(fragment, asked)
    )
    return (beside, *guesses)


def _pointing(text: str, how: Leaning, asked: str, about: str) -> tuple[Whole, ...]:
    said = without_opening(text).rstrip("?？!. ")
    kept = asked[:MAX_ASKED]
    new = said if topics_of(said) and not is_chinese(said) else ""
    beside = Whole(_side_by_side(said, about, asked), how, kept, False, about, new)
    if how is not Leaning.POINTING:
        return (beside,)
    things = things_in(asked) if not about else (bare(about),)
    guesses = _unlike(text, (naming(thing, text) for thing in things[:1]))
    return (beside, *(Whole(each, how, kept, False, about, new) for each in guesses))


def _unlike(text: str, guesses: Iterable[str]) -> list[str]:
    return [guess for guess in guesses if guess != text]


def _side_by_side(*texts: str) -> str:
    return "? ".join(text for text in texts if text)
