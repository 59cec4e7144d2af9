"""Why the bot did what it did: sentences for the team, never for customers.

Reasons are stored as English sentences, so that a database, an export and Telegram's desk read by
themselves. Whoever shows them in another language has the sentence recognised and said anew, old
ones too. What nobody worded here, such as an agent's own words, stays as it is.
"""

from __future__ import annotations

import re
from functools import cache, lru_cache
from string import Formatter
from typing import Final

from bot.dialog.phrases import spoken_language
from bot.dialog.why import en, zh_hans

REASONS: Final[dict[str, dict[str, str]]] = {
    "en": en.REASONS,
    "zh-Hans": zh_hans.REASONS,
}
_OURS: Final = frozenset({"act", "failure"})
"""Places that hold a sentence of these too; others hold what people wrote."""
_NEAREST: Final = {"zh-Hant": "zh-Hans"}


def why(key: str, **values: str) -> str:
    """The reason ``key``, as it is stored.

    Raises:
        KeyError: there is no such reason, or a value for one of its places is missing.
    """
    return REASONS["en"][key].format(**values)


def language_for_team(language: str) -> str:
    """The language in which reasons can be read by whoever prefers ``language``."""
    spoken = spoken_language(language)
    spoken = _NEAREST.get(spoken, spoken)
    return spoken if spoken in REASONS else "en"


@lru_cache(maxsize=4096)
def why_in(language: str, stored: str) -> str:
    """A stored reason in ``language``, its values in it too; as it is where it is none of these."""
    words = REASONS[language_for_team(language)]
    if words is REASONS["en"]:
        return stored
    for key, pattern in _patterns():
        found = pattern.fullmatch(stored)
        if found:
            said = {
                place: why_in(language, value) if place in _OURS else value
                for place, value in found.groupdict().items()
            }
            return words[key].format(**said)
    return stored


@cache
def _patterns() -> tuple[tuple[str, re.Pattern[str]], ...]:
    """How each reason is recognised, those first that say most by themselves."""
    told = sorted(REASONS["en"].items(), key=lambda each: -len(_without_places(each[1])))
    return tuple((key, re.compile(_pattern(text), re.DOTALL)) for key, text in told)


def _without_places(text: str) -> str:
    return "".join(literal for literal, *_ in Formatter().parse(text))


def _pattern(text: str) -> str:
    return "".join(
        re.escape(literal) + (f"(?P<{place}>.*)" if place else "")
        for literal, place, *_ in Formatter().parse(text)
    )
