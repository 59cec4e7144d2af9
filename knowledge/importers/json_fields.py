"""What stands under a key of an exported JSON object, where anything at all may stand.

Whatever is not of the kind asked for counts as absent.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import Any, Final

from knowledge.importers.html_text import looks_like_markup, text_of_html

Fields = Mapping[str, Any]
"""An object of a JSON file, as it stands."""

_LANGUAGE: Final = re.compile(r"[A-Za-z]{2,3}(?:[-_][A-Za-z0-9]{2,8})*")


class NotAConversationError(Exception):
    """Why a record gives no conversation ("has no …"); for the import's report."""


def object_at(fields: Fields, *keys: str) -> Fields:
    """The object that the keys lead to, one inside the other; empty where there is none."""
    for key in keys:
        found = fields.get(key)
        fields = found if isinstance(found, dict) else {}
    return fields


def objects_at(fields: Fields, key: str) -> list[Fields]:
    """The objects of a list."""
    found = fields.get(key)
    return [each for each in found if isinstance(each, dict)] if isinstance(found, list) else []


def text_at(fields: Fields, *keys: str) -> str:
    """The first text among the keys that is not blank, stripped."""
    for key in keys:
        found = fields.get(key)
        if isinstance(found, str) and found.strip():
            return found.strip()
    return ""


def id_at(fields: Fields, *keys: str) -> str | None:
    """The first number or text among the keys that names something."""
    for key in keys:
        found = fields.get(key)
        if isinstance(found, int) and not isinstance(found, bool):
            return str(found)
        if isinstance(found, float) and found.is_integer():
            return str(int(found))
        if isinstance(found, str) and found.strip():
            return found.strip()
    return None


def plain_text(text: str) -> str:
    """The words of a text that may be HTML."""
    return text_of_html(text) if looks_like_markup(text) else text.strip()


def language_tag(*values: object) -> str | None:
    """The first value that is a language's code, with hyphens: ``pt-BR``."""
    for value in values:
        if isinstance(value, str) and _LANGUAGE.fullmatch(value.strip()):
            return value.strip().replace("_", "-")
    return None
