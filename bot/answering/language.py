"""The language in which to answer: the message's where it is clear, else the conversation's."""

from __future__ import annotations

from bot.dialog.phrases import PHRASES, catalogue_language

MIN_WORDS = 3


def conversation_language(
    text: str, detected: str | None, previous: str | None, default: str
) -> str:
    """The language to answer ``text`` in.

    Short texts are poor evidence: they change a conversation's language only where their script
    leaves no doubt. A language that the bot does not speak leaves it as it was.
    """
    fallback = previous or default
    if detected is None:
        return fallback
    if detected == "zh":
        return "zh-Hans"
    if detected not in PHRASES or len(text.split()) < MIN_WORDS:
        return fallback
    return catalogue_language(detected)
