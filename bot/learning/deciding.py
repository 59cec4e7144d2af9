"""What becomes of candidates: people's decisions, and the team's own acts that need none.

Accepting makes the question an example, which counts for matching at once.
"""

from __future__ import annotations

from dataclasses import replace
from datetime import datetime
from typing import Final

from sqlmodel import Session, col, select

from bot.content.generation import raise_generation
from bot.content.labels import LabelDecision, store_decision
from bot.content.template_json import from_json
from bot.content.templates import put_template
from bot.learning.candidates import (
    ACCEPTED,
    REJECTED,
    Candidate,
    Intents,
    candidate_of,
    waiting_candidates,
)
from bot.learning.evidence import EvidenceKind
from bot.store import Database
from bot.store.tables import CandidateRow, EvidenceRow, TemplateRow
from knowledge import IntentId, TemplateId

BY_ITSELF: Final = "by itself"
"""Who decided where a suggestion that an agent used did."""


class UnknownCandidateError(Exception):
    """There is no such candidate."""

    def __init__(self, candidate: str) -> None:
        super().__init__(
            f"there is no candidate {candidate!r} (any more); `frontdesk review candidates` lists "
            "them"
        )


class NothingProposedError(Exception):
    """Nothing says what the candidate is."""

    def __init__(self, candidate: str) -> None:
        super().__init__(f"nothing proposes an intent for {candidate!r}; choose one")


def accept(
    database: Database, candidate: str, intent: IntentId | None, now: datetime, by: str | None
) -> IntentId:
    """The candidate's question is of ``intent``, or of what is proposed for it; returns that.

    Raises:
        UnknownCandidateError, UnknownIntentError
        NothingProposedError: no intent was given, and none is proposed.
    """
    with database.write() as session:
        row = _row(session, candidate)
        intents = Intents.of(session)
        if intent is None:
            first = next(iter(_as_shown(session, row, intents).proposals), None)
            if first is None or first.intent is None:
                raise NothingProposedError(row.text)
            intent = first.intent
        intents.require(intent)
        store_decision(session, LabelDecision(row.text, intent), now, by)
        _decide(session, row, ACCEPTED, now, by)
        raise_generation(session)
        return intent


def reject(database: Database, candidate: str, now: datetime, by: str | None) -> None:
    """Nothing is to be learned from the candidate; it is not listed again.

    Raises:
        UnknownCandidateError: there is no such candidate.
    """
    with database.write() as session:
        _decide(session, _row(session, candidate), REJECTED, now, by)


def accept_safe(database: Database, now: datetime, by: str | None) -> int:
    """Accept every candidate on which the team agrees and nobody else; returns how many."""
    safe = [each for each in waiting_candidates(database) if each.safe]
    for each in safe:
        accept(database, each.id, None, now, by)
    return len(safe)


def accept_what_the_team_said(database: Database, now: datetime) -> int:
    """Accept those for which an agent used a suggestion, undisputed; returns how many.

    That is an explicit act of somebody signed in. An agent's own words wait for a person, since
    what they answer is a guess.
    """
    used = [
        each
        for each in waiting_candidates(database)
        if each.safe and EvidenceKind.SUGGESTION_USED.value in each.kinds
    ]
    for each in used:
        accept(database, each.id, None, now, BY_ITSELF)
    return len(used)


def teach_template(
    session: Session, template: TemplateId, text: str, now: datetime, by: str
) -> None:
    """Add ``text`` to the examples of a template, which then serves it in its next version."""
    row = session.get_one(TemplateRow, template)
    content = replace(from_json(row.id, row.content), version=row.version)
    if text not in content.examples:
        changed = replace(content, examples=(*content.examples, text))
        put_template(session, changed, now, held_back=row.held_back, by=by)


def _row(session: Session, candidate: str) -> CandidateRow:
    row = session.get(CandidateRow, candidate)
    if row is None:
        raise UnknownCandidateError(candidate)
    return row


def _decide(session: Session, row: CandidateRow, state: str, now: datetime, by: str | None) -> None:
    row.state, row.decided_at, row.decided_by = state, now, by
    session.add(row)


def _as_shown(session: Session, row: CandidateRow, intents: Intents) -> Candidate:
    evidence = session.exec(
        select(EvidenceRow).where(EvidenceRow.candidate_id == row.id).order_by(col(EvidenceRow.at))
    ).all()
    return candidate_of(row, evidence, intents)
