"""How one language tells that life is in danger now, and what only sounds like it.

Written for whoever knows the language and nothing of patterns: a ``*`` ends a word that may have any
ending, ``~`` stands for up to three words in between, and ``(a|b)`` for a choice, ``(|b)`` for one
that may be left out. Accents, capitals, hyphens and apostrophes do not count. In scripts without
spaces every sign counts for itself, and ``~`` stands for up to six signs.
"""

from __future__ import annotations

import itertools
import re
import unicodedata
from dataclasses import dataclass, fields
from enum import StrEnum
from functools import lru_cache
from typing import Final

from nlu.phrasebooks import plain

RECENT_WORDS: Final = 4096
GAP: Final = "~"
REST: Final = "*"
_CHOICE: Final = re.compile(r"\(([^()]*)\)")
_WORD: Final = re.compile(r"(?:[^\W_]|[\u0300-\u036f\u0900-\u0963\u0966-\u097f])+")
_VOWEL_POINTS: Final = re.compile(r"[\u0591-\u05c7\u0640\u064b-\u065f\u0670]")
"""What Arabic and Hebrew hardly ever write."""


@dataclass(frozen=True, slots=True)
class Writing:
    """How words are set: with spaces or without, with accents that tell words apart or not, with
    small words ``joined`` to the next one."""

    spaced: bool = True
    marks: bool = False
    joined: tuple[str, ...] = ()

    def forms(self, word: str) -> tuple[str, ...]:
        """``word`` as it stands, and without the small words that may be joined to it."""
        if not self.joined:
            return (word,)
        bare = (word[len(each) :] for each in self.joined if word.startswith(each))
        return (word, *(each for each in bare if len(each) > 1))


class Peril(StrEnum):
    """What threatens somebody."""

    FIRE = "fire"
    POISON = "poison"
    BODY = "body"
    VIOLENCE = "violence"
    DESPAIR = "despair"
    HELP = "help"


@dataclass(frozen=True, slots=True)
class DangerBook:
    """Phrases that tell of a danger, by what threatens.

    ``fire`` has smoke, sparks and explosions too; ``poison`` gas, fumes and what was swallowed;
    ``body`` shocks, wounds, fainting, choking and drowning; ``violence`` threats and attacks;
    ``despair`` whoever wants to die or to harm themselves; ``help`` calls for an ambulance, a fire
    brigade, the police, and whoever says that somebody is dying.

    ``harmless`` are look-alikes, which tell nothing: goods, lamps, prices, manners of speaking.
    ``no`` are denials before the phrase (or within a ``~``), ``no_after`` those behind it.
    """

    fire: tuple[str, ...]
    poison: tuple[str, ...]
    body: tuple[str, ...]
    violence: tuple[str, ...]
    despair: tuple[str, ...]
    help: tuple[str, ...]
    harmless: tuple[str, ...]
    no: tuple[str, ...]
    no_after: tuple[str, ...] = ()
    writing: Writing = Writing()

    @property
    def perils(self) -> dict[Peril, tuple[str, ...]]:
        """The phrases by what threatens."""
        return {Peril(each.name): getattr(self, each.name) for each in fields(self)[: len(Peril)]}


def units_of(text: str, writing: Writing) -> list[str]:
    """The words of ``text`` as they are compared, or its signs where no spaces are set."""
    if not writing.spaced:
        return list("".join(plain(text).split()))
    fold = _with_marks if writing.marks else _without_marks
    words = _WORD.findall(_VOWEL_POINTS.sub("", unicodedata.normalize("NFC", text)))
    return [fold(each) for each in words]


@lru_cache(RECENT_WORDS)
def _without_marks(word: str) -> str:
    return "".join(plain(word).split())


def _with_marks(word: str) -> str:
    return unicodedata.normalize("NFKC", word).casefold()


def expanded(phrase: str) -> tuple[str, ...]:
    """``phrase`` once for every way to choose; a choice may hold others."""
    choice = _CHOICE.search(phrase)
    if choice is None:
        return (phrase,)
    before, after = phrase[: choice.start()], phrase[choice.end() :]
    ways = (expanded(before + each + after) for each in choice[1].split("|"))
    return tuple(dict.fromkeys(itertools.chain.from_iterable(ways)))
