"""Intents that stand under others: ``billing/refund`` is a kind of ``billing``.

A parent is never asked for by itself and needs no texts of its own: it is what its children share.
Nothing here knows which intents there are.
"""

from __future__ import annotations

from typing import Final

from knowledge.records import IntentId

UNDER: Final = "/"


def parent_of(intent: IntentId) -> IntentId | None:
    """What ``intent`` stands under; None where it stands alone."""
    parent, _, child = intent.rpartition(UNDER)
    parent = parent.rstrip(UNDER)
    return IntentId(parent) if parent and child else None


def lineage(intent: IntentId) -> tuple[IntentId, ...]:
    """``intent`` itself and all that it stands under, the nearest first."""
    found = [intent]
    while (parent := parent_of(found[-1])) is not None:
        found.append(parent)
    return tuple(found)


def placed_under(parent: str, intent: str) -> IntentId:
    """``intent`` under ``parent``; as it is where it stands there already, or no parent is given.

    Empty where no more than slashes would stand under the parent.
    """
    above, parts = _parts(parent), _parts(intent)
    if not above:
        return IntentId(intent.strip())
    if parts[: len(above)] != above:
        parts = [*above, *parts] if parts else []
    return IntentId(UNDER.join(parts))


def _parts(name: str) -> list[str]:
    return [part for each in name.split(UNDER) if (part := each.strip())]
