"""The standing sentences of the bot itself, one file a language, every one with all of them.

What a company says to its customers stands in answer templates; here is only what a clerk says
between them. A language without a file gets English, whole: no sentence is put together from two.
"""

from __future__ import annotations

import re
from typing import Final

from nlu.spoken import in_each_language

PHRASES: Final[dict[str, dict[str, str]]] = in_each_language(__name__, "PHRASES")
_OTHER_CODES: Final = {"nb": "no", "nn": "no", "iw": "he", "in": "id", "zh": "zh-Hans"}
"""Codes that browsers and Telegram use for languages that are filed under another one."""
_TRADITIONAL: Final = re.compile(r"zh[-_](?:hant|tw|hk|mo)\b", re.IGNORECASE)


def is_spoken(language: str) -> bool:
    """Whether the bot has its sentences in ``language`` itself."""
    return _filed(language) in PHRASES


def spoken_language(language: str | None) -> str:
    """The language in which the bot talks to whoever speaks ``language`` (``fr-CA`` → ``fr``)."""
    filed = _filed(language or "")
    return filed if filed in PHRASES else "en"


def phrase(key: str, language: str | None, **values: str) -> str:
    """The sentence ``key`` in ``language``, its places filled.

    Raises:
        KeyError: there is no such sentence, or a value for one of its places is missing.
    """
    return PHRASES[spoken_language(language)][key].format(**values)


def _filed(language: str) -> str:
    if _TRADITIONAL.match(language):
        return "zh-Hant"
    base = re.split("[-_]", language)[0].lower()
    return _OTHER_CODES.get(base, base)
