"""What people read of an intent: its name, after the names of what it stands under."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Final

from sqlmodel import Session, select

from bot.store.tables import IntentRow
from knowledge import IntentId, lineage, parent_of

BETWEEN: Final = " › "


@dataclass(frozen=True, slots=True)
class NamedIntent:
    """An intent as a list shows it."""

    id: str
    name: str


def named_intents(session: Session, *, accepted: bool = False) -> tuple[NamedIntent, ...]:
    """Every intent, or the ``accepted`` ones, by name; ``billing/refund`` is "Billing › Refund"."""
    rows = session.exec(select(IntentRow)).all()
    names = {row.id: row.name for row in rows}
    shown = (row.id for row in rows if row.state == "accepted" or not accepted)
    named = (NamedIntent(id, _in_full(IntentId(id), names)) for id in shown)
    return tuple(sorted(named, key=lambda each: (each.name, each.id)))


def _in_full(intent: IntentId, names: Mapping[str, str]) -> str:
    return BETWEEN.join(_own(each, names) for each in reversed(lineage(intent)))


def _own(intent: IntentId, names: Mapping[str, str]) -> str:
    """Its own name; the last part of its id where nobody named it."""
    name, parent = names.get(intent, intent), parent_of(intent)
    return name if name != intent or parent is None else intent.removeprefix(parent).strip("/")
