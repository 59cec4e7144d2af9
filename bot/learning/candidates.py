"""Candidates for people: which questions are worth a look, what speaks for what, and decisions.

A candidate whose question somebody has labelled meanwhile is not listed any more, unless customers
disliked what the bot said to it.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import datetime
from typing import Final

from sqlmodel import Session, col, select

from bot.content.generation import raise_generation
from bot.content.labels import (
    LabelDecision,
    UnknownIntentError,
    decided_texts,
    merged_intents,
    store_decision,
)
from bot.content.templates import from_json, put_template
from bot.learning.evidence import BY_THE_TEAM, FAILED, EvidenceKind
from bot.store import Database
from bot.store.tables import CandidateRow, EvidenceRow, ExampleRow, IntentRow, TemplateRow
from knowledge import IntentId, TemplateId, TemplateState

WAITING, ACCEPTED, REJECTED = "waiting", "accepted", "rejected"
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


@dataclass(frozen=True, slots=True)
class Proposal:
    """What a question may be: an intent, with the template that led to it, and how many of what
    speak for it."""

    intent: IntentId | None
    template: TemplateId | None
    support: int


@dataclass(frozen=True, slots=True)
class Candidate:
    """A question, how many people asked it, and all that happened to it.

    ``kinds`` counts evidence by kind, ``messages`` are (conversation, seq). ``answer`` is what an
    agent said last, ``against`` the templates that customers disliked here. ``safe`` where members
    of the team agree on one intent and nothing speaks against it.
    """

    id: str
    text: str
    state: str
    people: int
    kinds: Mapping[str, int]
    messages: tuple[tuple[str, int], ...]
    proposals: tuple[Proposal, ...]
    against: tuple[TemplateId, ...]
    answer: str | None
    last_at: datetime
    safe: bool = False

    @property
    def rank(self) -> tuple[bool, int, datetime]:
        """What is worth a look first: what the bot failed at or people answered, by many."""
        failed = any(EvidenceKind(kind) in FAILED | BY_THE_TEAM for kind in self.kinds)
        answered = EvidenceKind.ANSWERED_BY_AGENT.value in self.kinds
        return failed or answered, self.people, self.last_at


def waiting_candidates(database: Database) -> list[Candidate]:
    """Every candidate that waits for a decision, the one most worth a look first."""
    with database.read() as session:
        known = decided_texts(session) | set(session.exec(select(ExampleRow.text)))
        rows = session.exec(select(CandidateRow).where(CandidateRow.state == WAITING)).all()
        evidence = _evidence(session, [row.id for row in rows])
        intents = Intents.of(session)
        found = [_candidate(row, evidence[row.id], intents) for row in rows if row.id in evidence]
    listed = [
        each
        for each in found
        if each.text not in known or EvidenceKind.THUMBS_DOWN.value in each.kinds
    ]
    return sorted(listed, key=lambda each: each.rank, reverse=True)


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
            shown = _candidate(row, _evidence(session, [row.id]).get(row.id, []), intents)
            first = next(iter(shown.proposals), None)
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


@dataclass(frozen=True, slots=True)
class Intents:
    """The accepted intents, and which one each live template answers, where that is a single."""

    accepted: frozenset[IntentId]
    of_template: Mapping[TemplateId, IntentId]

    @classmethod
    def of(cls, session: Session) -> Intents:
        """As they stand now."""
        rows = session.exec(select(IntentRow.id).where(IntentRow.state == "accepted"))
        accepted = frozenset(IntentId(each) for each in rows)
        merges = merged_intents(session)
        live = session.exec(
            select(TemplateRow).where(TemplateRow.state == TemplateState.LIVE.value)
        )
        found = {}
        for row in live:
            intents = {merges.get(IntentId(each), each) for each in row.content["intents"]}
            known = [IntentId(each) for each in intents if each in accepted]
            if len(known) == 1:
                found[TemplateId(row.id)] = known[0]
        return cls(accepted, found)

    def require(self, intent: IntentId) -> None:
        """Refuse an intent that nobody has accepted.

        Raises:
            UnknownIntentError: it is not among those accepted.
        """
        if intent not in self.accepted:
            raise UnknownIntentError(intent)


def teach_template(
    session: Session, template: TemplateId, text: str, now: datetime, by: str
) -> None:
    """Add ``text`` to the examples of a template, which then serves it in its next version."""
    row = session.get_one(TemplateRow, template)
    content = replace(from_json(row.id, row.content), version=row.version)
    if text not in content.examples:
        changed = replace(content, examples=(*content.examples, text))
        put_template(session, changed, now, held_back=row.held_back, by=by)


def _candidate(row: CandidateRow, evidence: Sequence[EvidenceRow], intents: Intents) -> Candidate:
    support: Counter[tuple[IntentId | None, TemplateId | None]] = Counter()
    by_team: set[IntentId | None] = set()
    for each in evidence:
        template = TemplateId(each.template_id) if each.template_id else None
        own = IntentId(each.intent_id) if each.intent_id else None
        intent = own or (intents.of_template.get(template) if template else None)
        if each.against or (intent is None and template is None):
            continue
        of_team = EvidenceKind(each.kind) in BY_THE_TEAM | {EvidenceKind.ANSWERED_BY_AGENT}
        support[intent, template] += 1
        if of_team:
            by_team.add(intent)
    disliked = [each.template_id for each in evidence if each.against and each.template_id]
    against = {TemplateId(each) for each in disliked}
    proposed = {intent for intent, _ in support}
    answers = [each for each in evidence if each.answer]
    return Candidate(
        id=row.id,
        text=row.text,
        state=row.state,
        people=len({each.person for each in evidence}),
        kinds=dict(Counter(each.kind for each in evidence)),
        messages=tuple(sorted({(each.conversation_id, each.seq) for each in evidence})),
        proposals=tuple(
            Proposal(intent, template, count) for (intent, template), count in support.most_common()
        ),
        against=tuple(sorted(against)),
        answer=max(answers, key=lambda each: each.at).answer if answers else None,
        last_at=max(each.at for each in evidence),
        safe=len(proposed) == 1 and None not in proposed and by_team == proposed and not against,
    )


def _evidence(session: Session, candidates: Collection[str]) -> dict[str, list[EvidenceRow]]:
    rows = session.exec(select(EvidenceRow).order_by(col(EvidenceRow.at)))
    wanted, found = set(candidates), dict[str, list[EvidenceRow]]()
    for row in rows:
        if row.candidate_id in wanted:
            found.setdefault(row.candidate_id, []).append(row)
    return found


def _row(session: Session, candidate: str) -> CandidateRow:
    row = session.get(CandidateRow, candidate)
    if row is None:
        raise UnknownCandidateError(candidate)
    return row


def _decide(session: Session, row: CandidateRow, state: str, now: datetime, by: str | None) -> None:
    row.state, row.decided_at, row.decided_by = state, now, by
    session.add(row)
