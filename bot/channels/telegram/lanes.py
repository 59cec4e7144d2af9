"""Which stored updates may be worked off now: chat by chat in order, albums whole.

Pure. An update that has to wait holds up its own chat only.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any

from bot.channels.telegram.updates import StoredUpdate, chat_of

ALBUM_QUIET = timedelta(seconds=1)
"""How long after an album's last picture it counts as whole."""


@dataclass(frozen=True, slots=True)
class Step:
    """Updates that are one message: one, or the parts of an album. ``wait`` in seconds."""

    updates: tuple[StoredUpdate, ...]
    wait: float = 0.0


def lanes_of(batch: Sequence[StoredUpdate]) -> list[list[StoredUpdate]]:
    """The updates of each chat, in order. Where a group gets a new number, all are one lane."""
    lanes: dict[object, list[StoredUpdate]] = {}
    one = any(_renames(update.payload) for update in batch)
    for update in batch:
        chat = chat_of(update.payload)
        key = "all" if one else f"chat {chat}" if chat is not None else update.update_id
        lanes.setdefault(key, []).append(update)
    return list(lanes.values())


def steps_of(lane: Sequence[StoredUpdate], now: datetime) -> Iterator[Step]:
    """The messages of one chat. The first that has to wait is the last that is told."""
    told: set[int] = set()
    for update in lane:
        if update.update_id in told:
            continue
        album = _album_of(update.payload)
        parts = tuple(
            each for each in lane if album is not None and _album_of(each.payload) == album
        ) or (update,)
        told.update(each.update_id for each in parts)
        wait = _rest(parts[-1], ALBUM_QUIET, now) if album is not None else 0.0
        yield Step(parts, wait)
        if wait:
            return


def _rest(update: StoredUpdate, quiet: timedelta, now: datetime) -> float:
    """Seconds until ``quiet`` has passed since the update came; none where the clock jumped."""
    passed = now - update.received_at
    return (quiet - passed).total_seconds() if timedelta(0) <= passed < quiet else 0.0


def _album_of(payload: dict[str, Any]) -> str | None:
    message = payload.get("message")
    album = message.get("media_group_id") if isinstance(message, dict) else None
    return album if isinstance(album, str) else None


def _renames(payload: dict[str, Any]) -> bool:
    message = payload.get("message")
    return isinstance(message, dict) and (
        "migrate_to_chat_id" in message or "migrate_from_chat_id" in message
    )
