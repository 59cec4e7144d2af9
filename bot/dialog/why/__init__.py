"""Why the bot did what it did: sentences for the team, never for customers.

Reasons are stored as English sentences, so that a database, an export and Telegram's desk read by
themselves. Whoever shows them in another language has the sentence recognised and said anew, old
ones too. What nobody worded here, such as an agent's own words, stays as it is.
"""

from __future__ import annotations

from typing import Final

from bot.dialog.phrases import spoken_language
from bot.dialog.why import en, zh_hans
from bot.dialog.why.sentences import STORED, Sentences

REASONS: Final[dict[str, dict[str, str]]] = {
    STORED: en.REASONS,
    "zh-Hans": zh_hans.REASONS,
}
_SENTENCES: Final = Sentences(REASONS, nested=frozenset({"act", "failure"}))
_NEAREST: Final = {"zh-Hant": "zh-Hans"}


def why(key: str, **values: str) -> str:
    """The reason ``key``, as it is stored.

    Raises:
        KeyError: there is no such reason, or a value for one of its places is missing.
    """
    return _SENTENCES.stored(key, **values)


def language_for_team(language: str) -> str:
    """The language in which reasons can be read by whoever prefers ``language``."""
    spoken = spoken_language(language)
    spoken = _NEAREST.get(spoken, spoken)
    return spoken if spoken in REASONS else STORED


def why_in(language: str, stored: str) -> str:
    """A stored reason in ``language``, its values in it too; as it is where it is none of these."""
    return _SENTENCES.said(language_for_team(language), stored)


def why_key(stored: str) -> str | None:
    """Which reason a stored sentence is; None where it is none of these."""
    return _SENTENCES.key_of(stored)
