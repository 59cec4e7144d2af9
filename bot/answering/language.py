"""The language in which to answer: the message's where it is clear, else the conversation's."""

from __future__ import annotations

import re
from typing import Final

from bot.answering.little_words import told_by_little_words
from bot.dialog.phrases import is_spoken, spoken_language
from nlu import courtesy_in, wish_in
from nlu.language import is_traditional

MIN_WORDS = 3
MOST_SPOKEN: Final = (
    *("en", "zh-Hans", "es", "hi", "ar", "fr", "pt", "ru", "ja", "de", "tr", "vi", "ko", "id"),
    *("it", "pl", "uk", "nl", "th", "ro", "zh-Hant", "el", "hu", "sv", "cs", "he", "da", "fi"),
    "no",
)
"""The languages of the phrasebooks by how many people speak them, roughly."""
TOLD_BY_SCRIPT: Final = frozenset(("zh", "ja", "ko"))
_LATIN: Final = re.compile(r"[A-Za-z\u00c0-\u024f]{2,}")
_TOKEN: Final = re.compile(r"\S+")
_DETAIL: Final = re.compile(r"[@\d/_]|\S\.\w{2}")
"""Addresses, numbers and codes, which are the same in every language."""
_HAN: Final = re.compile(r"[\u3400-\u9fff]")
_OTHER_SCRIPT: Final = re.compile(r"[\u0370-\u1fff\u3040-\u30ff\uac00-\ud7af]")


def conversation_language(
    text: str, detected: str | None, previous: str | None, default: str
) -> str:
    """The language to answer ``text`` in.

    Who greets, asks what answers, or asks for a person is answered in the language of those words,
    however few they are. Other short texts are poor evidence: they change a conversation's language
    only where their script leaves no doubt. A language that the bot does not speak leaves it as it
    was. What customers give as details, such as an order number and an e-mail address, is in no
    language.
    """
    detected = detected or told_by_little_words(_words(text))
    if detected == "zh" and is_traditional(text):
        detected = "zh-Hant"
    worded = _worded_in(text, detected, previous, default)
    if worded is not None:
        return worded
    fallback = previous or default
    if detected is not None and detected.startswith("zh"):
        return spoken_language(detected)
    enough = len(_words(text).split()) >= MIN_WORDS or _OTHER_SCRIPT.search(text) is not None
    if detected is None or not is_spoken(detected) or not enough:
        return _in_latin(default) if fallback.startswith("zh") and _is_latin(text) else fallback
    return spoken_language(detected)


def _worded_in(text: str, detected: str | None, previous: str | None, default: str) -> str | None:
    """The language of the words by which ``text`` greets, asks for a person, or what answers it.

    Where several languages have the same words, the likeliest of them; the most spoken one where
    nothing tells, unless the conversation has a language already.
    """
    worded = wish_in(text) or courtesy_in(text)
    if worded is None:
        return None
    if len(worded.languages) == 1:
        return worded.languages[0]
    likely = (detected and spoken_language(detected), previous or default)
    spoken = () if previous else MOST_SPOKEN
    return next((each for each in (*likely, *spoken) if each in worded.languages), None)


def written_language(text: str, detected: str | None) -> str | None:
    """The language that ``text`` is surely written in; a few words in Latin letters do not tell."""
    tells = detected in TOLD_BY_SCRIPT or len(text.split()) >= MIN_WORDS
    return detected if tells else None


def _is_latin(text: str) -> bool:
    """Whether these are words in Latin letters and nothing else: surely no Chinese."""
    return len(_LATIN.findall(_words(text))) >= MIN_WORDS and not _HAN.search(text)


def _words(text: str) -> str:
    return " ".join(each for each in _TOKEN.findall(text) if not _DETAIL.search(each))


def _in_latin(default: str) -> str:
    """The company's language where it is written in Latin letters, else English."""
    return "en" if default.startswith("zh") else default
