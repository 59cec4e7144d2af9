"""Whether somebody asks what is answering them, or for a person, in any of the phrasebooks.

By words alone, so that it holds in languages which the encoder cannot read, and so that the phrase
says in which language to answer. What a longer message is about is not told here.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum
from functools import cache, lru_cache
from typing import Final

from nlu.phrasebooks import BOOKS, CompiledBook, compiled, plain

MAX_LENGTH: Final = 200
"""Characters of the longest message that is looked at; what is longer is heard by its sentences."""
RECENT_TEXTS: Final = 64
_HAN: Final = re.compile(r"[\u3400-\u9fff]")
_KANA: Final = re.compile(r"[\u3040-\u30ff]")
_LATIN: Final = re.compile(r"[a-z]{3}")
_SCRIPTS: Final = {
    "ru": re.compile(r"[\u0400-\u04ff]"),
    "uk": re.compile(r"[\u0400-\u04ff]"),
    "el": re.compile(r"[\u0370-\u03ff]"),
    "ar": re.compile(r"[\u0600-\u06ff]"),
    "he": re.compile(r"[\u0590-\u05ff]"),
    "hi": re.compile(r"[\u0900-\u097f]"),
    "th": re.compile(r"[\u0e00-\u0e7f]"),
    "ko": re.compile(r"[\uac00-\ud7af]"),
    "ja": _KANA,
    "zh-Hans": _HAN,
    "zh-Hant": _HAN,
}


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
    found = [(language, wish) for language in _possible(said) if (wish := _wish(said, language))]
    for wish in (Wish.HUMAN, Wish.IDENTITY):
        languages = tuple(language for language, heard in found if heard is wish)
        if languages:
            return WordedWish(wish, languages)
    return None


def _possible(said: str) -> Iterator[str]:
    """The languages that are written in the letters of ``said``."""
    for language in BOOKS:
        script = _SCRIPTS.get(language, _LATIN)
        if script.search(said) and not (script is _HAN and _KANA.search(said)):
            yield language


def _wish(said: str, language: str) -> Wish | None:
    book = _compiled(language)
    if book.human.search(said) or (book.bare.fullmatch(said) and _may_stand_alone(said)):
        return Wish.HUMAN
    if book.identity.search(said) and not book.wares.search(said):
        return Wish.IDENTITY
    return None


def _may_stand_alone(said: str) -> bool:
    """A single word in Latin letters may be an answer to a question: "manager", "personal"."""
    return " " in said or not _LATIN.search(said)


@cache
def _compiled(language: str) -> CompiledBook:
    return compiled(BOOKS[language])
