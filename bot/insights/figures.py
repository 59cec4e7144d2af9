"""Which figures there are, and the conversations that each leads to."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum
from typing import Final

from sqlmodel import Session

from bot.insights.contacts import contacts
from bot.insights.facts import Fact, within
from bot.insights.handovers import handovers
from bot.insights.load import work
from bot.insights.outcomes import durability, ratings, resolutions, thumbs
from bot.insights.sayings import sayings
from bot.insights.scope import Scope
from bot.insights.waiting import first_responses, resolution_times


class Figure(StrEnum):
    """Something that is counted. What counts is told by the function in ``FACTS``."""

    CONTACTS = "contacts"
    RESOLUTIONS = "resolutions"
    DURABILITY = "durability"
    FIRST_RESPONSES = "first_responses"
    RESOLUTION_TIMES = "resolution_times"
    HANDOVERS = "handovers"
    RATINGS = "ratings"
    THUMBS = "thumbs"
    TEMPLATES = "templates"
    WORK = "work"


FACTS: Final[dict[Figure, Callable[[Session, Scope], list[Fact]]]] = {
    Figure.CONTACTS: contacts,
    Figure.RESOLUTIONS: resolutions,
    Figure.DURABILITY: durability,
    Figure.FIRST_RESPONSES: first_responses,
    Figure.RESOLUTION_TIMES: resolution_times,
    Figure.HANDOVERS: handovers,
    Figure.RATINGS: ratings,
    Figure.THUMBS: thumbs,
    Figure.TEMPLATES: sayings,
    Figure.WORK: work,
}
TIMED: Final = frozenset({Figure.FIRST_RESPONSES, Figure.RESOLUTION_TIMES})
"""The figures that are about how long something took."""


@dataclass(frozen=True, slots=True)
class Chosen:
    """Of a figure: one kind, one part of the period by its place, one agent; None is all."""

    part: str | None = None
    bucket: int | None = None
    agent: str | None = None


def conversations_behind(
    session: Session, figure: Figure, scope: Scope, chosen: Chosen
) -> list[tuple[datetime, str]]:
    """The conversations that a figure counts in the period, each at its latest, latest first."""
    latest: dict[str, datetime] = {}
    for fact in within(FACTS[figure](session, scope), scope.period):
        if _is_chosen(fact, scope, chosen):
            latest[fact.conversation] = max(fact.at, latest.get(fact.conversation, fact.at))
    return sorted(((at, id) for id, at in latest.items()), reverse=True)


def _is_chosen(fact: Fact, scope: Scope, chosen: Chosen) -> bool:
    return (
        chosen.part in (None, fact.part)
        and chosen.agent in (None, fact.agent)
        and chosen.bucket in (None, scope.period.bucket_of(fact.at))
    )
