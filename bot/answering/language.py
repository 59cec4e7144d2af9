"""The language in which to answer: the message's where it is clear, else the conversation's."""

from __future__ import annotations

import re
from typing import Final

from bot.dialog.phrases import PHRASES, catalogue_language

MIN_WORDS = 3
TOLD_BY_SCRIPT: Final = frozenset(("zh", "ja", "ko"))
_LATIN: Final = re.compile(r"[A-Za-z\u00c0-\u024f]{2,}")
_HAN: Final = re.compile(r"[\u3400-\u9fff]")


def conversation_language(
    text: str, detected: str | None, previous: str | None, default: str
) -> str:
    """The language to answer ``text`` in.

    Short texts are poor evidence: they change a conversation's language only where their script
    leaves no doubt. A language that the bot does not speak leaves it as it was.
    """
    fallback = previous or default
    if detected is None:
        return _in_latin(default) if fallback == "zh-Hans" and _is_latin(text) else fallback
    if detected == "zh":
        return "zh-Hans"
    if detected not in PHRASES or len(text.split()) < MIN_WORDS:
        return _in_latin(default) if fallback == "zh-Hans" and _is_latin(text) else fallback
    return catalogue_language(detected)


def written_language(text: str, detected: str | None) -> str | None:
    """The language that ``text`` is surely written in; a few words in Latin letters do not tell."""
    tells = detected in TOLD_BY_SCRIPT or len(text.split()) >= MIN_WORDS
    return detected if tells else None


def _is_latin(text: str) -> bool:
    """Whether these are words in Latin letters and nothing else: surely no Chinese."""
    return len(_LATIN.findall(text)) >= MIN_WORDS and not _HAN.search(text)


def _in_latin(default: str) -> str:
    """The company's language where it is written in Latin letters, else English."""
    return "en" if default.startswith("zh") else default
