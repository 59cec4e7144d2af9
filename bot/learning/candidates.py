"""Candidates for people: which questions are worth a look, and what speaks for what.

A candidate whose question somebody has labelled meanwhile is not listed any more, unless customers
disliked what the bot said to it.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime

from sqlmodel import Session, col, select

from bot.content.labels import (
    UnknownIntentError,
    decided_texts,
    merged_intents,
)
from bot.learning.evidence import BY_THE_TEAM, FAILED, IN_THEIR_WORDS, EvidenceKind
from bot.store import Database
from bot.store.tables import CandidateRow, EvidenceRow, ExampleRow, IntentRow, TemplateRow
from knowledge import IntentId, TemplateId, TemplateState

WAITING, ACCEPTED, REJECTED = "waiting", "accepted", "rejected"


@dataclass(frozen=True, slots=True)
class Proposal:
    """What a question may be: an intent, with the template that led to it, and how many of what
    speak for it."""

    intent: IntentId | None
    template: TemplateId | None
    support: int


@dataclass(frozen=True, slots=True)
class Worded:
    """What somebody of the team wrote that the reply ``seq`` of a conversation should have been."""

    text: str
    by: str | None
    at: datetime
    conversation: str
    seq: int


@dataclass(frozen=True, slots=True)
class Candidate:
    """A question, how many people asked it, and all that happened to it.

    ``kinds`` counts evidence by kind, ``messages`` are (conversation, seq). ``answer`` is what an
    agent said last, ``worded`` what the team wrote in place of a reply, the latest first, and
    ``against`` the templates that were disliked here, or left for a person. ``safe`` where members
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
    worded: tuple[Worded, ...] = ()

    @property
    def rank(self) -> tuple[bool, int, datetime]:
        """What is worth a look first: what the bot failed at or people answered, by many."""
        failed = any(EvidenceKind(kind) in FAILED | BY_THE_TEAM for kind in self.kinds)
        answered = any(EvidenceKind(kind) in IN_THEIR_WORDS for kind in self.kinds)
        return failed or answered, self.people, self.last_at


def waiting_candidates(database: Database) -> list[Candidate]:
    """Every candidate that waits for a decision, the one most worth a look first.

    One that was accepted waits again once somebody disliked what came of it. Words in place of a
    reply wait for a decision even where the question is known.
    """
    with database.read() as session:
        known = decided_texts(session) | _examples(session)
        open_still = CandidateRow.state != REJECTED
        rows = session.exec(select(CandidateRow).where(open_still)).all()
        evidence = _evidence(session, rows)
        intents = Intents.of(session)
        found = [
            candidate_of(row, those, intents)
            for row in rows
            if (those := evidence.get(row.id)) and _waits(row, those)
        ]
    listed = [
        each
        for each in found
        if each.text not in known or each.worded or EvidenceKind.THUMBS_DOWN.value in each.kinds
    ]
    return sorted(listed, key=lambda each: each.rank, reverse=True)


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


def candidate_of(row: CandidateRow, evidence: Sequence[EvidenceRow], intents: Intents) -> Candidate:
    """What ``evidence`` says of the candidate ``row``."""
    support: Counter[tuple[IntentId | None, TemplateId | None]] = Counter()
    by_team: set[IntentId | None] = set()
    for each in evidence:
        template = TemplateId(each.template_id) if each.template_id else None
        own = IntentId(each.intent_id) if each.intent_id else None
        intent = own or (intents.of_template.get(template) if template else None)
        if each.against or (intent is None and template is None):
            continue
        of_team = EvidenceKind(each.kind) in BY_THE_TEAM | IN_THEIR_WORDS
        support[intent, template] += 1
        if of_team:
            by_team.add(intent)
    disliked = any(each.against or each.kind == EvidenceKind.THUMBS_DOWN for each in evidence)
    against = {
        TemplateId(each.template_id) for each in evidence if each.against and each.template_id
    }
    proposed = {intent for intent, _ in support}
    in_words = [each for each in evidence if each.kind == EvidenceKind.CORRECTED_IN_WORDS]
    worded = [each for each in in_words if is_undecided(row, each)]
    answers = [each for each in evidence if each.answer and each not in in_words]
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
        safe=len(proposed) == 1
        and None not in proposed
        and by_team == proposed
        and not disliked
        and not worded,
        worded=tuple(_worded(each) for each in reversed(worded)),
    )


def is_undecided(candidate: CandidateRow, words: EvidenceRow) -> bool:
    """Whether nobody has decided about the candidate since the words were written."""
    return candidate.decided_at is None or words.at > candidate.decided_at


def _worded(row: EvidenceRow) -> Worded:
    return Worded(row.answer or "", row.by, row.at, row.conversation_id, row.reply_seq or row.seq)


def _examples(session: Session) -> set[str]:
    """Every text that is an example already, of an intent or of a live template."""
    live = TemplateRow.state == TemplateState.LIVE.value
    contents = session.exec(select(TemplateRow.content).where(live))
    own = {text for content in contents for text in content["examples"]}
    return own | set(session.exec(select(ExampleRow.text)))


def _evidence(session: Session, candidates: Sequence[CandidateRow]) -> dict[str, list[EvidenceRow]]:
    wanted, found = {row.id for row in candidates}, dict[str, list[EvidenceRow]]()
    for row in session.exec(select(EvidenceRow).order_by(col(EvidenceRow.at))):
        if row.candidate_id in wanted:
            found.setdefault(row.candidate_id, []).append(row)
    return found


def _waits(row: CandidateRow, evidence: Sequence[EvidenceRow]) -> bool:
    if row.state == WAITING or row.decided_at is None:
        return row.state == WAITING
    return any(
        each.kind == EvidenceKind.THUMBS_DOWN and each.at > row.decided_at for each in evidence
    )
