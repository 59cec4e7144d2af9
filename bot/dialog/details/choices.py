"""Choices: one of an editor's options, or yes or no, in the words that customers use for them."""

from __future__ import annotations

import re
from typing import Final

from rapidfuzz import fuzz

from bot.dialog.details.definition import DetailField, Option
from bot.dialog.details.outcome import Found, Refused
from bot.dialog.words import plain, says_no, says_yes

YES: Final = "yes"
NO: Final = "no"
_ALIKE: Final = 85.0
_LONG_ENOUGH_FOR_A_SLIP: Final = 5


def read_choice(field: DetailField, text: str) -> Found | Refused | None:
    """The option that ``text`` names: by its number, its name, or a slip of the pen near it."""
    said = plain(text)
    if said.isdecimal() and 1 <= int(said) <= len(field.options):
        return Found(field.options[int(said) - 1].value, 0, len(text))
    named = [each for each in field.options if _names(said, each)]
    named = named or [each for each in field.options if _nearly(said, each)]
    if len(named) > 1:
        exact = [each for each in named if said in _words_for(each)]
        named = exact or named
    if len(named) > 1:
        return Refused("detail_several")
    return Found(named[0].value, 0, len(text)) if named else None


def read_yes_no(text: str) -> Found | None:
    """``yes`` or ``no``."""
    if says_yes(text):
        return Found(YES, 0, len(text))
    return Found(NO, 0, len(text)) if says_no(text) else None


def _words_for(option: Option) -> tuple[str, ...]:
    return tuple(plain(each) for each in (option.value, *option.labels.values(), *option.synonyms))


def _names(said: str, option: Option) -> bool:
    """Whether one of the option's words stands in what was said, as a word of its own."""
    return any(
        re.search(rf"(?<![a-z0-9äöüß]){re.escape(each)}(?![a-z0-9äöüß])", said)
        for each in _words_for(option)
        if each
    )


def _nearly(said: str, option: Option) -> bool:
    return any(
        len(each) >= _LONG_ENOUGH_FOR_A_SLIP and fuzz.ratio(said, each) >= _ALIKE
        for each in _words_for(option)
    )
