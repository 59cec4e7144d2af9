"""The smaller entries of a conversation, as loosely as exports write them.

What cannot be understood is left out: nobody wants to lose a conversation over its rating.
"""

from __future__ import annotations

import hashlib
from collections.abc import Sequence

from knowledge.records import TranscriptId, Turn

_TRUE = frozenset({"true", "yes", "y", "1", "resolved", "solved", "closed", "ja", "是", "已解决"})
_FALSE = frozenset(
    {"false", "no", "n", "0", "unresolved", "open", "pending", "nein", "否", "未解决"}
)


def parse_flag(value: object) -> bool | None:
    """Yes or no, from a boolean, 0 or 1, or a word."""
    if isinstance(value, bool | int | str):
        word = str(value).strip().casefold()
        return True if word in _TRUE else False if word in _FALSE else None
    return None


def parse_rating(value: object) -> int | None:
    """A whole number from 1 to 5."""
    if isinstance(value, bool) or not isinstance(value, int | float | str):
        return None
    try:
        number = float(value)
    except (ValueError, OverflowError):
        return None
    return int(number) if number in {1.0, 2.0, 3.0, 4.0, 5.0} else None


def parse_tags(value: object) -> tuple[str, ...]:
    """Tags from a list, or from text with commas, semicolons or bars between them."""
    if isinstance(value, str):
        value = value.replace(";", ",").replace("|", ",").split(",")
    if not isinstance(value, Sequence):
        return ()
    tags = (item.strip() for item in value if isinstance(item, str))
    return tuple(dict.fromkeys(tag for tag in tags if tag))


def parse_name(value: object) -> str | None:
    """A name or an id as text; ``None`` where it is empty."""
    if isinstance(value, bool) or not isinstance(value, str | int):
        return None
    return str(value).strip() or None


def digest_of(*parts: str) -> str:
    """Twenty hexadecimal digits that stand for these texts in this order."""
    digest = hashlib.blake2b(digest_size=10)
    for part in parts:
        digest.update(part.encode("utf-8", "replace") + b"\x1f")
    return digest.hexdigest()


def id_from_content(turns: Sequence[Turn]) -> TranscriptId:
    """An id for a conversation whose export has none: the same content, the same id."""
    digest = hashlib.blake2b(digest_size=10)
    for turn in turns:
        time = turn.time.isoformat() if turn.time else ""
        digest.update(f"{turn.speaker}\x1f{time}\x1f{turn.text}\x1e".encode("utf-8", "replace"))
    return TranscriptId(f"content-{digest.hexdigest()}")
