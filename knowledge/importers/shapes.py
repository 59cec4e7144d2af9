"""Values of a record that may have any type: what fits is taken, anything else counts as absent."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, Final

Record = Mapping[str, Any]
"""An object of an export as it stands: its keys are text, its values may be anything."""

_NOTHING: Final[Record] = {}


def record_in(value: object) -> Record:
    """The value where it is an object, else an empty one."""
    return value if isinstance(value, dict) else _NOTHING


def records_in(value: object) -> list[Record]:
    """The objects of a list; none where it is no list."""
    return [item for item in value if isinstance(item, dict)] if isinstance(value, list) else []


def words_in(value: object) -> str:
    """The text without blanks around it, else an empty one."""
    return value.strip() if isinstance(value, str) else ""


def whole_number(value: object) -> int | None:
    """A whole number, or text that is one."""
    if isinstance(value, bool):
        return None
    if isinstance(value, int):
        return value
    if isinstance(value, float) and value.is_integer():
        return int(value)
    text = words_in(value)
    plain = text.removeprefix("-")
    return int(text) if plain.isascii() and plain.isdigit() and len(plain) <= 18 else None
