"""The words of one language for asking what answers, or for a person, and how they are found.

Written for whoever knows the language and little of patterns: ``{what}`` stands for a machine or a
human being, ``{who}`` for anybody one may be put through to, "~" for a few words in between, and
``(a|b)`` for a choice. Accents and capitals do not count, since many customers leave them out.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Final

_ACCENTS: Final = re.compile(r"[\u0300-\u036f]")
_UNMARKED: Final = str.maketrans({
    "’": "'", "ł": "l", "đ": "d", "ø": "o", "æ": "ae", "œ": "oe", "ı": "i", "أ": "ا", "إ": "ا",
    "آ": "ا", "ى": "ي",
})  # fmt: skip
_ELIDED: Final = re.compile(r"'(?=\w)")
_GAP: Final = r"(?:[^\s.!?;:]+ ){0,3}?"
_GAP_UNSPACED: Final = r"[^。？！?!]{0,8}?"


@dataclass(frozen=True, slots=True)
class Phrasebook:
    """What people write in one language; every entry is a pattern.

    ``machine``, ``person`` and ``staff`` are nouns; ``identity`` and ``human`` are phrases around
    them. ``wares`` are words that show a message to be about goods or visits. ``please`` may stand
    beside a bare call such as "operator". ``spaced`` says whether words have spaces between them.
    """

    machine: tuple[str, ...]
    person: tuple[str, ...]
    staff: tuple[str, ...]
    wares: tuple[str, ...]
    identity: tuple[str, ...]
    human: tuple[str, ...]
    please: tuple[str, ...]
    spaced: bool = True


@dataclass(frozen=True, slots=True)
class CompiledBook:
    """The same as expressions over ``plain`` texts."""

    wares: re.Pattern[str]
    identity: re.Pattern[str]
    human: re.Pattern[str]
    bare: re.Pattern[str]


def plain(text: str) -> str:
    """``text`` in small letters, without accents, in single spaces; "l'homme" is two words."""
    folded = unicodedata.normalize("NFD", unicodedata.normalize("NFKC", text).casefold())
    bare = unicodedata.normalize("NFC", _ACCENTS.sub("", folded))
    return " ".join(_ELIDED.sub("' ", bare.translate(_UNMARKED)).split())


def compiled(book: Phrasebook) -> CompiledBook:
    """``book`` ready to search with."""
    what = _any((*book.machine, *book.person))
    who = _any((*book.person, *book.staff, *book.machine))
    gap = _GAP if book.spaced else _GAP_UNSPACED
    polite = _any(book.please)
    between = r"\W+" if book.spaced else r"\W*"
    callable_ = _any((*book.person, *book.staff))
    bare = rf"\W*(?:{polite}{between})*{callable_}(?:{between}{polite})*\W*"

    def phrases(patterns: Iterable[str]) -> re.Pattern[str]:
        filled = (
            each.replace("{what}", gap + what).replace("{who}", gap + who).replace(" ~ ", f" {gap}")
            if book.spaced
            else each.replace("{what}", what).replace("{who}", who).replace("~", gap)
            for each in map(plain, patterns)
        )
        return _whole(filled, spaced=book.spaced)

    return CompiledBook(
        wares=_whole(map(plain, book.wares), spaced=book.spaced),
        identity=phrases(book.identity),
        human=phrases(book.human),
        bare=re.compile(bare),
    )


def _any(patterns: Iterable[str]) -> str:
    """One group that matches any of ``patterns``, the longest first."""
    ordered = sorted(map(plain, patterns), key=len, reverse=True)
    return f"(?:{'|'.join(ordered)})"


def _whole(patterns: Iterable[str], *, spaced: bool) -> re.Pattern[str]:
    either = "|".join(patterns)
    return re.compile(rf"(?<!\w)(?:{either})(?!\w)" if spaced else f"(?:{either})")
