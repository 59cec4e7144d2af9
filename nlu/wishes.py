"""Whether somebody asks what is answering them, or for a person, in any of the phrasebooks.

By words alone, so that it holds in languages which the encoder cannot read, and so that the phrase
says in which language to answer. What a longer message is about is not told here.
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from functools import cache, lru_cache
from typing import Final

from nlu.phrasebooks import BOOKS, CompiledBook, compiled, plain
from nlu.scripts import is_latin, possible_languages

MAX_LENGTH: Final = 200
"""Characters of the longest message that is looked at; what is longer is heard by its sentences."""
RECENT_TEXTS: Final = 64


class Wish(StrEnum):
    """What is asked: whether this is a machine, or for a person."""

    IDENTITY = "identity"
    HUMAN = "human"


@dataclass(frozen=True, slots=True)
class WordedWish:
    """A question to the one who answers, and the languages in which it may be worded."""

    wish: Wish
    languages: tuple[str, ...]


@lru_cache(RECENT_TEXTS)
def wish_in(text: str) -> WordedWish | None:
    """What ``text`` asks of the one who answers, or None. A call for a person goes before.

    The same message is heard for its act and for its language, one after the other.
    """
    if len(text) > MAX_LENGTH:
        return None
    said = plain(text)
    found = [
        (language, wish) for language in possible_languages(said) if (wish := _wish(said, language))
    ]
    for wish in (Wish.HUMAN, Wish.IDENTITY):
        languages = tuple(language for language, heard in found if heard is wish)
        if languages:
            return WordedWish(wish, languages)
    return None


def _wish(said: str, language: str) -> Wish | None:
    book = _compiled(language)
    if book.human.search(said) or (book.bare.fullmatch(said) and _may_stand_alone(said)):
        return Wish.HUMAN
    if book.identity.search(said) and not book.wares.search(said):
        return Wish.IDENTITY
    return None


def _may_stand_alone(said: str) -> bool:
    """A single word in Latin letters may be an answer to a question: "manager", "personal"."""
    return " " in said or not is_latin(said)


@cache
def _compiled(language: str) -> CompiledBook:
    return compiled(BOOKS[language])
