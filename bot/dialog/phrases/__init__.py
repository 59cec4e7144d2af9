"""The standing sentences of the bot itself, one file a language.

What a company says to its customers stands in answer templates; here is only what a clerk says
between them. A language without a catalogue falls back to English.
"""

from __future__ import annotations

from typing import Final

from bot.dialog.phrases import de, en, zh_hans

PHRASES: Final[dict[str, dict[str, str]]] = {
    "en": en.PHRASES,
    "zh-Hans": zh_hans.PHRASES,
    "de": de.PHRASES,
}


def catalogue_language(language: str | None) -> str:
    """The language whose catalogue serves ``language`` (``zh-CN`` and ``zh`` → ``zh-Hans``)."""
    if language is None:
        return "en"
    if language in PHRASES:
        return language
    base = language.split("-")[0].lower()
    return "zh-Hans" if base == "zh" else base if base in PHRASES else "en"


def phrase(key: str, language: str | None, **values: str) -> str:
    """The sentence ``key`` in ``language``, its places filled.

    Raises:
        KeyError: there is no such sentence, or a value for one of its places is missing.
    """
    return PHRASES[catalogue_language(language)][key].format(**values)
