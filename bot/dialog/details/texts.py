"""Texts: those that look like a pattern, found anywhere, and free ones, a whole answer."""

from __future__ import annotations

import re
import unicodedata
from typing import Final

from bot.dialog.details.definition import DetailField, Pattern
from bot.dialog.details.outcome import Found, Refused, only_one

_UNSEEN: Final = frozenset({"Cc", "Cf", "Cs", "Co", "Cn"})
_JOINERS: Final = frozenset("\u200c\u200d")
_SPACE: Final = re.compile(r"[^\S\n]+")


def find_pattern(field: DetailField, pattern: Pattern, text: str) -> Found | Refused | None:
    """What looks like ``pattern`` in ``text``, in the field's canonical form."""
    found = []
    for match in pattern.finditer(text):
        value = match.expand(field.canonical) if field.canonical else match.group(0)
        if value.strip():
            found.append(Found(seen(value), match.start(), match.end()))
    return only_one(found)


def read_text(field: DetailField, text: str) -> Found | Refused | None:
    """The whole of ``text``, if it says anything at all and is neither too short nor too long."""
    value = seen(text)
    if not any(character.isalnum() for character in value):
        return None
    if len(value) < field.shortest:
        return Refused("detail_too_short", {"limit": str(field.shortest)})
    if len(value) > field.longest:
        return Refused("detail_too_long", {"limit": str(field.longest)})
    return Found(value, 0, len(text))


def seen(text: str) -> str:
    """``text`` without characters that cannot be seen, such as those that turn its direction."""
    visible = "".join(
        each
        for each in text
        if each.isspace() or each in _JOINERS or unicodedata.category(each) not in _UNSEEN
    )
    return _SPACE.sub(" ", visible).strip()
