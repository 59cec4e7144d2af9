"""What learning proposed, and what people accepted: intents, their examples, drafted answers."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import datetime
from typing import Any

from sqlmodel import Session, col, delete, insert, select

from bot.content.generation import raise_generation
from bot.content.labels import (
    LabelDecision,
    decided_texts,
    example_id,
    merged_intents,
    store_decision,
)
from bot.content.strangers import reopen_strangers_of
from bot.content.template_json import from_json
from bot.content.templates import all_templates, put_template
from bot.content.transcripts import all_transcripts
from bot.store import Database
from bot.store.tables import ExampleRow, IntentRow, LabelDecisionRow, PairRow, TemplateRow
from knowledge import AnswerTemplate, IntentId, QuestionAnswerPair, Speaker, TemplateState

ACCEPTED, DRAFT = "accepted", "draft"
CLUSTER = "cluster"
"""The source of an intent that the search made of questions that lie close together."""


@dataclass(frozen=True, slots=True)
class ProposedIntent:
    """An intent with the questions that belong to it. ``settled`` where an editor made it."""

    id: IntentId
    name: str
    source: str
    size: int
    questions: tuple[tuple[str, str | None], ...]
    settled: bool


@dataclass(frozen=True, slots=True)
class ProposedTemplate:
    """A drafted answer, what it rests on, and why it cannot be accepted in bulk, if so."""

    template: AnswerTemplate
    evidence: Mapping[str, Any]
    held_back: str | None


@dataclass(frozen=True, slots=True)
class ReviewDecision:
    """What a person decided the opening question of a conversation is; None: none of ours."""

    transcript: str
    intent: IntentId | None
    name: str | None = None


def store_learned(
    database: Database,
    pairs: Sequence[QuestionAnswerPair],
    intents: Sequence[ProposedIntent],
    drafts: Sequence[ProposedTemplate],
    now: datetime,
) -> None:
    """Replace the earlier proposals in one transaction; what was accepted stays accepted.

    Many rows are inserted at once: whoever writes keeps a running server from taking messages in.
    """
    with database.write() as session:
        accepted = set(session.exec(select(IntentRow.id).where(IntentRow.state == ACCEPTED)))
        _forget_proposals(session)
        merges = merged_intents(session)
        reviewed = decided_texts(session) | set(session.exec(select(ExampleRow.text)))
        names = {row.id: row.name for row in session.exec(select(IntentRow))}
        for intent in _with_merged(intents, merges, names):
            _store_intent(
                session, intent, reviewed, settled=intent.settled or intent.id in accepted
            )
        _drop_empty_drafts(session)
        known = set(session.exec(select(IntentRow.id)))
        rows = {pair.id: _pair_row(pair, merges) for pair in pairs}
        _insert(session, PairRow, list(rows.values()))
        for draft in (_served_by(each, merges) for each in drafts):
            if known.intersection(draft.template.intents):
                _store_draft(session, draft, now)
        for intent in intents:
            if intent.settled and intent.id not in accepted:
                reopen_strangers_of(session, intent.id)
        raise_generation(session)


def accept_all(database: Database, now: datetime) -> tuple[int, int]:
    """Accept every draft that nothing contradicts; returns how many, and how many were held back.

    An intent is accepted with its draft; one whose draft is held back waits with it.
    """
    accepted = held_back = 0
    with database.write() as session:
        waiting: set[str] = set()
        rows = session.exec(
            select(TemplateRow).where(TemplateRow.state == TemplateState.DRAFT.value)
        ).all()
        for row in rows:
            template = from_json(row.id, row.content)
            if row.held_back:
                held_back += 1
                waiting.update(template.intents)
                continue
            live = replace(template, state=TemplateState.LIVE)
            put_template(session, live, now, evidence=row.evidence)
            accepted += 1
        drafts = session.exec(select(IntentRow).where(IntentRow.state == DRAFT)).all()
        for intent in (each for each in drafts if each.id not in waiting):
            intent.state = ACCEPTED
            session.add(intent)
            reopen_strangers_of(session, intent.id)
        raise_generation(session)
    return accepted, held_back


def apply_review(database: Database, decisions: Sequence[ReviewDecision], now: datetime) -> int:
    """Store what a person decided about conversations; returns how many questions that labels.

    A decision is about the question that opens a conversation. It replaces what learning proposed
    for that question; a decision without an intent takes the question out of training.
    """
    of_transcript = {each.transcript: each for each in decisions}
    labelled = 0
    for transcript in all_transcripts(database):
        decision = of_transcript.get(transcript.id)
        question = next((t.text for t in transcript.turns if t.speaker is Speaker.CUSTOMER), None)
        if decision is None or question is None:
            continue
        with database.write() as session:
            _accept_decided(session, decision)
            store_decision(session, LabelDecision(question, decision.intent), now, None)
        labelled += decision.intent is not None
    with database.write() as session:
        raise_generation(session)
    return labelled


def _accept_decided(session: Session, decision: ReviewDecision) -> None:
    """Accept the intent that the decision names, which may be a new one."""
    if decision.intent is None:
        return
    intent = session.get(IntentRow, decision.intent)
    if intent is None:
        intent = IntentRow(id=decision.intent, name=decision.intent, source="review")
    intent.name = decision.name or intent.name
    if intent.state != ACCEPTED:
        reopen_strangers_of(session, decision.intent)
    intent.state = ACCEPTED
    session.add(intent)
    session.flush()


def training_examples(database: Database) -> list[tuple[str, IntentId]]:
    """What the classifier is trained on: accepted intents' questions, and live templates' examples.

    A question that stands under two intents is left out; nobody could learn from it.
    """
    found: dict[str, set[IntentId]] = {}
    for text, intent in labelled_examples(database):
        found.setdefault(text, set()).add(intent)
    return [(text, next(iter(intents))) for text, intents in found.items() if len(intents) == 1]


def labelled_examples(database: Database) -> list[tuple[str, IntentId]]:
    """Every question under every accepted intent that it stands for, each once."""
    return list(dict.fromkeys(_labelled(database)))


def sorted_by_search(database: Database) -> set[tuple[str, IntentId]]:
    """Questions under accepted intents where the search for intents put them, and nobody else.

    It reads with an encoder, as the model does, so a model that sorts them alike proves little.
    """
    with database.read() as session:
        rows = session.exec(
            select(ExampleRow.text, ExampleRow.intent_id)
            .join(IntentRow, col(IntentRow.id) == col(ExampleRow.intent_id))
            .where(IntentRow.state == ACCEPTED, IntentRow.source == CLUSTER)
        ).all()
        decided = set(session.exec(select(LabelDecisionRow.text)))
    return {(text, IntentId(intent)) for text, intent in rows if text not in decided}


def discovered_before(
    database: Database,
) -> tuple[dict[str, IntentId | None], dict[IntentId, str]]:
    """The intent of each question learned from, None where it had none; the discovered intents'
    names."""
    with database.read() as session:
        asked = session.exec(select(PairRow.content, PairRow.intent_id)).all()
        examples = session.exec(select(ExampleRow.text, ExampleRow.intent_id)).all()
        clusters = session.exec(select(IntentRow).where(IntentRow.source == CLUSTER))
        names = {IntentId(row.id): row.name for row in clusters}
    intents = {content["question"]: _intent_id(intent) for content, intent in asked}
    return {**intents, **{text: IntentId(intent) for text, intent in examples}}, names


def _intent_id(intent: str | None) -> IntentId | None:
    return IntentId(intent) if intent else None


def _labelled(database: Database) -> Iterable[tuple[str, IntentId]]:
    with database.read() as session:
        rows = session.exec(
            select(ExampleRow.text, ExampleRow.intent_id)
            .join(IntentRow, col(IntentRow.id) == col(ExampleRow.intent_id))
            .where(IntentRow.state == ACCEPTED)
            .order_by(col(ExampleRow.id))
        ).all()
        merges = merged_intents(session)
        dropped = set(
            session.exec(
                select(LabelDecisionRow.text).where(col(LabelDecisionRow.intent_id).is_(None))
            )
        )
    yield from ((text, IntentId(intent)) for text, intent in rows)
    for stored in all_templates(database, (TemplateState.LIVE,)):
        intents = {merges.get(each, each) for each in stored.template.intents}
        if len(intents) == 1:
            examples = stored.template.examples
            (intent,) = intents
            yield from ((text, intent) for text in examples if text not in dropped)


def _with_merged(
    intents: Sequence[ProposedIntent],
    merges: Mapping[IntentId, IntentId],
    names: Mapping[str, str],
) -> list[ProposedIntent]:
    """The intents, those that people merged into others joined to them under the others' names."""
    found: dict[IntentId, ProposedIntent] = {}
    for intent in sorted(intents, key=lambda each: each.id in merges):
        id = merges.get(intent.id, intent.id)
        renamed = names.get(id, intent.name) if id != intent.id else intent.name
        into = found.get(id)
        found[id] = replace(
            into or replace(intent, id=id, name=renamed),
            size=(into.size if into else 0) + intent.size,
            questions=(*(into.questions if into else ()), *intent.questions),
        )
    return list(found.values())


def _served_by(draft: ProposedTemplate, merges: Mapping[IntentId, IntentId]) -> ProposedTemplate:
    intents = tuple(dict.fromkeys(merges.get(each, each) for each in draft.template.intents))
    return replace(draft, template=replace(draft.template, intents=intents))


def _forget_proposals(session: Session) -> None:
    session.execute(delete(PairRow))
    session.execute(delete(ExampleRow).where(col(ExampleRow.source) == "learned"))
    worked_on = select(ExampleRow.intent_id).where(col(ExampleRow.source) != "learned")
    session.execute(
        delete(IntentRow).where(
            col(IntentRow.state) == DRAFT,
            col(IntentRow.named_by).is_(None),
            col(IntentRow.id).not_in(worked_on),
        )
    )
    session.execute(
        delete(TemplateRow).where(
            col(TemplateRow.state) == TemplateState.DRAFT.value,
            col(TemplateRow.updated_by).is_(None),
            col(TemplateRow.evidence).is_not(None),
        )
    )


def _drop_empty_drafts(session: Session) -> None:
    """Intents whose every question people put elsewhere, or left out, need no review."""
    asked = select(ExampleRow.intent_id)
    session.execute(
        delete(IntentRow).where(col(IntentRow.state) == DRAFT, col(IntentRow.id).not_in(asked))
    )


def _store_intent(
    session: Session, intent: ProposedIntent, reviewed: set[str], *, settled: bool
) -> None:
    row = session.get(IntentRow, intent.id) or IntentRow(id=intent.id, name="", source="")
    row.name = row.name if row.named_by else intent.name
    row.source, row.size = intent.source, intent.size
    row.state = ACCEPTED if settled else DRAFT
    session.add(row)
    session.flush()
    examples = [
        {
            "id": example_id(intent.id, text),
            "intent_id": intent.id,
            "text": text,
            "source": "learned",
            "pair_id": pair,
        }
        for text, pair in dict(intent.questions).items()
        if text not in reviewed
    ]
    _insert(session, ExampleRow, examples)


def _insert(
    session: Session, table: type[PairRow | ExampleRow], rows: Sequence[Mapping[str, Any]]
) -> None:
    if rows:
        session.execute(insert(table), rows)


def _store_draft(session: Session, draft: ProposedTemplate, now: datetime) -> None:
    known = session.get(TemplateRow, draft.template.id)
    if known is not None:
        return
    template = draft.template
    intent = session.get(IntentRow, template.intents[0]) if len(template.intents) == 1 else None
    if intent is not None and intent.named_by is not None:
        template = replace(template, title=intent.name)
    put_template(session, template, now, evidence=dict(draft.evidence), held_back=draft.held_back)


def _pair_row(pair: QuestionAnswerPair, merges: Mapping[IntentId, IntentId]) -> dict[str, Any]:
    return {
        "id": pair.id,
        "transcript_key": pair.transcript,
        "intent_id": merges.get(pair.intent, pair.intent) if pair.intent else None,
        "content": {
            "question": pair.question,
            "answer": pair.answer,
            "context": list(pair.context),
            "question_turns": list(pair.question_turns),
            "answer_turns": list(pair.answer_turns),
            "agent": pair.agent,
            "asked_at": pair.asked_at.isoformat() if pair.asked_at else None,
            "language": pair.language,
            "score": pair.score,
        },
    }
