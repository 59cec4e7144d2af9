"""Questions without an intent that look like an accepted one: kept until the next look, less what
people decided since.

What they look like the model in service says; a command asks it, and the desk shows the answers.
"""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from dataclasses import asdict, dataclass, replace
from datetime import datetime
from typing import Any, Final

from sqlmodel import Session

from bot.content.labels import decided_texts, merged_intents
from bot.store import Database
from bot.store.tables import SettingRow
from knowledge import IntentId

OVERLOOKED: Final = "review_overlooked"
MOST_KEPT: Final = 200


@dataclass(frozen=True, slots=True)
class LookAlike:
    """A question that the model takes for ``proposed``, and how sure it is; ``others`` follow."""

    text: str
    proposed: str
    sure: float
    others: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Overlooked:
    """``alike`` of ``strangers`` questions without an intent look like an accepted one.

    Nobody has decided about them. ``questions`` are the surest of those that look so, in order.
    """

    made_at: str
    questions: tuple[LookAlike, ...]
    alike: int
    strangers: int


def keep_overlooked(
    database: Database, alike: Sequence[LookAlike], strangers: int, now: datetime
) -> Overlooked:
    """Keep the surest of those that look ``alike``, in place of what was found before."""
    surest = sorted(alike, key=lambda each: (-each.sure, each.text))[:MOST_KEPT]
    found = Overlooked(now.isoformat(timespec="seconds"), tuple(surest), len(alike), strangers)
    with database.write() as session:
        session.merge(SettingRow(key=OVERLOOKED, value=json.dumps(asdict(found))))
    return found


def open_overlooked(database: Database) -> Overlooked | None:
    """What is still open of the last look; None where there was none."""
    with database.read() as session:
        row = session.get(SettingRow, OVERLOOKED)
        return _since(session, _read(json.loads(row.value))) if row else None


def _since(session: Session, found: Overlooked) -> Overlooked:
    """Without what people decided since, under the names that merged intents have now."""
    decided, merged = decided_texts(session), merged_intents(session)
    left = [each for each in found.questions if each.text not in decided]
    done = len(found.questions) - len(left)
    return replace(
        found,
        questions=tuple(_renamed(each, merged) for each in left),
        alike=found.alike - done,
        strangers=found.strangers - done,
    )


def _renamed(each: LookAlike, merged: Mapping[IntentId, IntentId]) -> LookAlike:
    now = [merged.get(IntentId(id), id) for id in (each.proposed, *each.others)]
    proposed, *others = dict.fromkeys(now)
    return replace(each, proposed=proposed, others=tuple(others))


def _read(kept: dict[str, Any]) -> Overlooked:
    questions = [{**each, "others": tuple(each["others"])} for each in kept["questions"]]
    return Overlooked(**{**kept, "questions": tuple(LookAlike(**each) for each in questions)})
