"""Which of the languages that something is written in a customer gets. Pure; knows no words."""

from __future__ import annotations

from collections.abc import Collection
from typing import Final

from bot.dialog.phrases import spoken_language

_TRADITIONAL: Final = ("zh-hant", "zh-hk", "zh-mo", "zh-tw")
"""Chinese that a reader of ``zh-Hans`` gets only where there is no other."""


def language_among(written: Collection[str], wanted: str) -> str | None:
    """The one of ``written`` that is ``wanted``, or else the same language of another place.

    So ``zh-Hans``, ``zh`` and ``zh-CN`` serve each other. None where nothing is near.
    """
    base = _base(wanted)
    tags = {tag.casefold(): tag for tag in written}
    for near in (wanted, spoken_language(wanted), base):
        if near.casefold() in tags and _base(near) == base:
            return tags[near.casefold()]
    others = (tag for tag in written if _base(tag) == base)
    return min(others, key=lambda tag: tag.casefold().startswith(_TRADITIONAL), default=None)


def best_language(written: Collection[str], wanted: str) -> str | None:
    """As ``language_among``, else English, else the first; None where nothing is written."""
    found = language_among(written, wanted) or language_among(written, "en")
    return found or next(iter(written), None)


def _base(tag: str) -> str:
    return tag.split("-")[0].casefold()
