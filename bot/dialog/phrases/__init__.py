"""The standing sentences of the bot itself, one file a language.

What a company says to its customers stands in answer templates; here is only what a clerk says
between them. A few languages have every sentence; many have the essential ones, and English (for
traditional Chinese the simplified) for the rest. A language with neither gets English.
"""

from __future__ import annotations

import re
from typing import Final

from bot.dialog.phrases import de, en, zh_hans
from bot.dialog.phrases.essential import ESSENTIAL

PHRASES: Final[dict[str, dict[str, str]]] = {
    "en": en.PHRASES,
    "zh-Hans": zh_hans.PHRASES,
    "de": de.PHRASES,
}
_OTHER_CODES: Final = {"nb": "no", "nn": "no", "iw": "he", "in": "id"}
"""Codes that browsers and Telegram use for languages that are filed under another one."""
_TRADITIONAL: Final = re.compile(r"zh[-_](?:hant|tw|hk|mo)\b", re.IGNORECASE)


def catalogue_language(language: str | None) -> str:
    """The language whose catalogue serves ``language`` (``zh-CN`` and ``zh`` → ``zh-Hans``)."""
    if language is None:
        return "en"
    if language in PHRASES:
        return language
    base = language.split("-")[0].lower()
    return "zh-Hans" if base == "zh" else base if base in PHRASES else "en"


def spoken_language(language: str | None) -> str:
    """The language in which the bot says at least the essential to whoever speaks ``language``."""
    if language is not None and _TRADITIONAL.match(language):
        return "zh-Hant"
    base = re.split("[-_]", language or "")[0].lower()
    base = _OTHER_CODES.get(base, base)
    return base if base in ESSENTIAL else catalogue_language(language)


def phrase(key: str, language: str | None, **values: str) -> str:
    """The sentence ``key`` in ``language``, its places filled.

    Raises:
        KeyError: there is no such sentence, or a value for one of its places is missing.
    """
    own = ESSENTIAL.get(spoken_language(language), {})
    catalogue = own if key in own else PHRASES[catalogue_language(language)]
    return catalogue[key].format(**values)
