"""Canned answers (macros, saved replies) as a help desk keeps them.

Their places for a name or a number follow rules of the help desk's own, which nothing here can
fill. Each becomes a word in brackets, for whoever reviews the draft to see.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from knowledge.importers.json_fields import plain_text

_PLACE = re.compile(r"\{\{(.*?)\}\}|\{%(.*?)%\}|<attribute\s+key=\"([^\"]*)\"[^>]*/?>", re.DOTALL)
_WORD = re.compile(r"[A-Za-z][A-Za-z0-9]*")
_MOST_WORDS = 6


@dataclass(frozen=True, slots=True)
class CannedAnswer:
    """An answer that a team keeps ready. ``places`` are what was to be filled in, as words."""

    id: str
    title: str
    text: str
    places: tuple[str, ...] = ()


def canned_answer(identifier: str, title: str, body: str) -> CannedAnswer | None:
    """The answer in a body of text or HTML; ``None`` where it has no words."""
    places: list[str] = []

    def shown(match: re.Match[str]) -> str:
        expression = (match[1] or match[2] or match[3] or "").partition("|")[0]
        words = _WORD.findall(expression.replace("_", " "))[:_MOST_WORDS]
        place = " ".join(words) or "…"
        places.append(place)
        return f"[{place}]"

    text = _without_braces(plain_text(_PLACE.sub(shown, body)))
    if not text:
        return None
    title = _without_braces(_PLACE.sub(shown, title))
    return CannedAnswer(identifier, title, text, places=tuple(dict.fromkeys(places)))


def _without_braces(text: str) -> str:
    """``text`` in which nothing looks like a field of ours."""
    return text.replace("{", "(").replace("}", ")")
