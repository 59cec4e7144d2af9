"""What became of each template: how often it was said, and what followed.

Counted from one row for each time that it was said; thumbs, ratings and hand-overs are looked up
where they are kept.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from datetime import datetime
from typing import Any

from sqlalchemy import ColumnElement, and_, distinct, exists, func
from sqlalchemy.orm import aliased
from sqlmodel import Session, col, select

from bot.dialog import Move
from bot.store import Database
from bot.store.tables import EventRow, FeedbackRow, RatingRow, TemplateSayingRow
from knowledge import TemplateId

BY_BOT, BY_AGENT = "bot", "agent"


@dataclass(frozen=True, slots=True)
class Outcome:
    """``shown``: said by the bot; ``helpful`` and ``unhelpful``: thumbs on it; ``to_person``: a
    person came next, before the bot said another; ``by_agents``: an agent took its words, of them
    ``edited``; ``rating``: the mean of the ``ratings`` of conversations that the bot said it in."""

    shown: int = 0
    helpful: int = 0
    unhelpful: int = 0
    to_person: int = 0
    by_agents: int = 0
    edited: int = 0
    ratings: int = 0
    rating: float | None = None
    last_at: datetime | None = None


def note_said(
    session: Session,
    conversation_id: str,
    seq: int,
    templates: Iterable[tuple[TemplateId, int | None]],
    now: datetime,
    *,
    by: str = BY_BOT,
    edited: bool = False,
) -> None:
    """Keep that the message ``seq`` says ``templates`` (with their versions)."""
    for template, version in dict(templates).items():
        session.add(
            TemplateSayingRow(
                conversation_id=conversation_id,
                seq=seq,
                template_id=template,
                version=version,
                by=by,
                edited=edited,
                at=now,
            )
        )


def outcomes(
    database: Database, since: datetime, template: TemplateId | None = None
) -> dict[TemplateId, Outcome]:
    """What became of every template, or of one, that was said from ``since`` on."""
    said = col(TemplateSayingRow.at) >= since
    if template is not None:
        said = and_(said, col(TemplateSayingRow.template_id) == template)
    with database.read() as session:
        return outcomes_in(session, said)


def outcomes_in(session: Session, said: ColumnElement[bool]) -> dict[TemplateId, Outcome]:
    """What became of every template over the times for which ``said`` holds."""
    found: dict[TemplateId, Outcome] = {}
    for part in (_shown, _thumbs, _to_person, _by_agents, _ratings):
        for template, values in part(session, said):
            found[template] = replace(found.get(template, Outcome()), **values)
    return found


Counted = Iterator[tuple[TemplateId, dict[str, Any]]]


def _by_bot(said: ColumnElement[bool]) -> ColumnElement[bool]:
    return and_(col(TemplateSayingRow.by) == BY_BOT, said)


def _shown(session: Session, said: ColumnElement[bool]) -> Counted:
    template = col(TemplateSayingRow.template_id)
    rows = session.exec(
        select(template, func.count(), func.max(TemplateSayingRow.at))
        .where(_by_bot(said))
        .group_by(template)
    )
    for name, count, last in rows:
        yield TemplateId(name), {"shown": count, "last_at": last}


def _thumbs(session: Session, said: ColumnElement[bool]) -> Counted:
    template, helpful = col(TemplateSayingRow.template_id), col(FeedbackRow.helpful)
    rows = session.exec(
        select(template, helpful, func.count())
        .join(
            FeedbackRow,
            and_(
                col(FeedbackRow.conversation_id) == TemplateSayingRow.conversation_id,
                col(FeedbackRow.seq) == TemplateSayingRow.seq,
            ),
        )
        .where(_by_bot(said))
        .group_by(template, helpful)
    )
    for name, liked, count in rows:
        yield TemplateId(name), {"helpful" if liked else "unhelpful": count}


def _to_person(session: Session, said: ColumnElement[bool]) -> Counted:
    template, later = col(TemplateSayingRow.template_id), aliased(TemplateSayingRow)
    said_between = (
        exists()
        .where(
            col(later.conversation_id) == TemplateSayingRow.conversation_id,
            col(later.by) == BY_BOT,
            col(later.at) > TemplateSayingRow.at,
            col(later.at) < EventRow.at,
        )
        .correlate(TemplateSayingRow, EventRow)
    )
    person_came = (
        exists()
        .where(
            col(EventRow.conversation_id) == TemplateSayingRow.conversation_id,
            col(EventRow.kind).in_((Move.HAND_OFF.value, Move.TAKE_OVER.value)),
            col(EventRow.at) > TemplateSayingRow.at,
            ~said_between,
        )
        .correlate(TemplateSayingRow)
    )
    rows = session.exec(
        select(template, func.count()).where(_by_bot(said), person_came).group_by(template)
    )
    for name, count in rows:
        yield TemplateId(name), {"to_person": count}


def _by_agents(session: Session, said: ColumnElement[bool]) -> Counted:
    template, edited = col(TemplateSayingRow.template_id), col(TemplateSayingRow.edited)
    rows = session.exec(
        select(template, edited, func.count())
        .where(col(TemplateSayingRow.by) == BY_AGENT, said)
        .group_by(template, edited)
        .order_by(edited)
    )
    totals: dict[str, int] = {}
    for name, changed, count in rows:
        totals[name] = totals.get(name, 0) + count
        yield TemplateId(name), {"by_agents": totals[name]} | ({"edited": count} if changed else {})


def _ratings(session: Session, said: ColumnElement[bool]) -> Counted:
    template = col(TemplateSayingRow.template_id)
    shown = (
        select(template, col(TemplateSayingRow.conversation_id))
        .where(_by_bot(said))
        .distinct()
        .subquery()
    )
    rows = session.exec(
        select(
            shown.c.template_id,
            func.count(distinct(shown.c.conversation_id)),
            func.avg(RatingRow.score),
        )
        .join(RatingRow, col(RatingRow.conversation_id) == shown.c.conversation_id)
        .group_by(shown.c.template_id)
    )
    for name, count, mean in rows:
        yield TemplateId(name), {"ratings": count, "rating": float(mean)}
