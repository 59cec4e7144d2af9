"""What speaks for and against a model, and what became of a retraining: sentences for the team.

Stored in English with a report, and said at the desk in the language of whoever reads it.
"""

from __future__ import annotations

from typing import Final

from bot.answering.verdicts import en, zh_hans
from bot.dialog.why import language_for_team
from bot.dialog.why.sentences import STORED, Sentences

VERDICTS: Final[dict[str, dict[str, str]]] = {
    STORED: en.VERDICTS,
    "zh-Hans": zh_hans.VERDICTS,
}
_SENTENCES: Final = Sentences(VERDICTS)


def verdict_words(key: str, **values: object) -> str:
    """The sentence ``key``, as it is stored.

    Raises:
        KeyError: there is no such sentence, or a value for one of its places is missing.
    """
    return _SENTENCES.stored(key, **{place: str(value) for place, value in values.items()})


def verdict_in(language: str, stored: str) -> str:
    """A stored sentence in ``language``; as it is where it is none of these."""
    return _SENTENCES.said(language_for_team(language), stored)
