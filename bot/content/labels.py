"""What people decide about labels: what a question is, and which intents are one.

A decision is stored under the question's text and outlasts every `learn`. Templates whose examples
it concerns are changed with it, as new versions.
"""

from __future__ import annotations

import hashlib
from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import datetime
from typing import Final

from sqlalchemy import ColumnElement, update
from sqlmodel import Session, col, delete, select

from bot.content.generation import raise_generation
from bot.content.template_json import from_json
from bot.content.templates import put_template
from bot.content.vectors import text_hash
from bot.store import Database, Note
from bot.store.tables import (
    ExampleRow,
    IntentRow,
    LabelDecisionRow,
    MergedIntentRow,
    PairRow,
    TemplateRow,
)
from knowledge import AnswerTemplate, IntentId

SHOWN_OF_HASH: Final = 12


class UnknownIntentError(Exception):
    """There is no such intent, or it still waits for review itself."""

    def __init__(self, intent: str) -> None:
        super().__init__(f"there is no accepted intent {intent!r}; the desk lists them")


class SameIntentError(Exception):
    """An intent cannot be merged into itself."""

    def __init__(self, intent: str) -> None:
        super().__init__(f"{intent!r} cannot be merged into itself; name two intents")


class NamedIntentError(Exception):
    """Rules of the operator's name the intent, and would be lost with it."""

    def __init__(self, intent: str, into: str, places: Sequence[str]) -> None:
        super().__init__(
            f"frontdesk.yaml names {intent!r} under {', '.join(places)}; "
            f"write {into!r} there first, so that the rule goes on"
        )


@dataclass(frozen=True, slots=True)
class LabelDecision:
    """What a person decided that the question ``text`` is; None: learn nothing from it.

    A ``stranger`` was under none of the accepted intents until then; None: it is of none of them.
    """

    text: str
    intent: IntentId | None
    stranger: bool = False


def decide_labels(
    database: Database,
    decisions: Sequence[LabelDecision],
    now: datetime,
    by: str | None,
    note: Note | None = None,
) -> None:
    """Store decisions, all or none; a later one about the same text replaces an earlier one.

    ``note`` writes beside them, in the same transaction, where one of them says anything new.

    Raises:
        UnknownIntentError: a decision names an intent that nobody has accepted.
    """
    with database.write() as session:
        accepted = set(session.exec(select(IntentRow.id).where(IntentRow.state == "accepted")))
        if note is not None and any(_is_new(session, each) for each in decisions):
            note(session)
        for decision in decisions:
            if decision.intent is not None and decision.intent not in accepted:
                raise UnknownIntentError(decision.intent)
            store_decision(session, decision, now, by)
        raise_generation(session)


def store_decision(
    session: Session, decision: LabelDecision, now: datetime, by: str | None
) -> None:
    """Store one decision in the caller's transaction; its intent must be there."""
    session.execute(delete(ExampleRow).where(col(ExampleRow.text) == decision.text))
    session.merge(
        LabelDecisionRow(
            text_hash=text_hash(decision.text),
            text=decision.text,
            intent_id=decision.intent,
            stranger=decision.stranger,
            decided_at=now,
            decided_by=by,
        )
    )
    for template, held_back in _templates(session):
        if decision.text in template.examples and decision.intent not in template.intents:
            kept = tuple(each for each in template.examples if each != decision.text)
            changed = replace(template, examples=kept)
            put_template(session, changed, now, held_back=held_back, by=by)
    if decision.intent is not None:
        session.add(
            ExampleRow(
                id=example_id(decision.intent, decision.text),
                intent_id=decision.intent,
                text=decision.text,
                source="reviewed",
            )
        )


def forget_labels(session: Session, texts: Collection[str]) -> None:
    """Forget what was decided about ``texts``, and that they were examples."""
    for table in (ExampleRow, LabelDecisionRow):
        for text in texts:
            session.execute(delete(table).where(col(table.text) == text))


def decided_texts(session: Session) -> set[str]:
    """Every question that a person has decided about."""
    return set(session.exec(select(LabelDecisionRow.text)))


def confirmed_strangers(session: Session) -> frozenset[str]:
    """The questions of which a person said that they are of no accepted intent."""
    return _strangers(session, col(LabelDecisionRow.intent_id).is_(None))


def found_strangers(session: Session) -> frozenset[str]:
    """The questions that were strangers until a person said which intent they are of."""
    return _strangers(session, col(LabelDecisionRow.intent_id).is_not(None))


def _strangers(session: Session, decided: ColumnElement[bool]) -> frozenset[str]:
    texts = select(LabelDecisionRow.text).where(col(LabelDecisionRow.stranger), decided)
    return frozenset(session.exec(texts))


def as_noted(decision: LabelDecision) -> Mapping[str, str | bool]:
    """A decision as the audit log tells it: by the question's digest, as customers wrote that."""
    said = {"intent": decision.intent} if decision.intent is not None else {}
    stranger = {"stranger": True} if decision.stranger and not said else {}
    return {"question": text_hash(decision.text)[:SHOWN_OF_HASH], **said, **stranger}


def merge_intents(
    database: Database,
    intent: IntentId,
    into: IntentId,
    now: datetime,
    by: str | None,
    *,
    named_in: Sequence[str] = (),
) -> None:
    """Make ``intent`` one with ``into``, which takes over its examples, pairs and templates.

    Templates keep ``intent`` beside ``into``, so that a model that still tells the two apart finds
    them. ``named_in`` are the settings whose rules are about ``intent``.

    Raises:
        UnknownIntentError, SameIntentError, NamedIntentError
    """
    if intent == into:
        raise SameIntentError(intent)
    if named_in:
        raise NamedIntentError(intent, into, named_in)
    with database.write() as session:
        row, into_row = _intent(session, intent), _intent(session, into)
        _keep_merge(session, intent, into, now, by)
        _hand_on_examples(session, intent, into)
        _hand_on_templates(session, intent, into, now, by)
        _hand_on_row(session, row, into_row)
        raise_generation(session)


def merged_intents(session: Session) -> Mapping[IntentId, IntentId]:
    """The intent that each merged one has become."""
    rows = session.exec(select(MergedIntentRow))
    return {IntentId(row.intent_id): IntentId(row.into_id) for row in rows}


def example_id(intent: str, text: str) -> str:
    """Under which an example is kept."""
    digest = hashlib.sha256(f"{intent}\0{text}".encode(errors="surrogatepass")).hexdigest()
    return digest[:24]


def _is_new(session: Session, decision: LabelDecision) -> bool:
    row = session.get(LabelDecisionRow, text_hash(decision.text))
    return row is None or (row.intent_id, row.stranger) != (decision.intent, decision.stranger)


def _keep_merge(
    session: Session, intent: IntentId, into: IntentId, now: datetime, by: str | None
) -> None:
    """Note the merge; what was merged into ``intent`` before now leads to ``into``."""
    earlier = update(MergedIntentRow).where(col(MergedIntentRow.into_id) == intent)
    session.execute(earlier.values(into_id=into))
    session.execute(delete(MergedIntentRow).where(col(MergedIntentRow.intent_id) == into))
    row = MergedIntentRow(intent_id=intent, into_id=into, merged_at=now, merged_by=by)
    session.merge(row)


def _hand_on_examples(session: Session, intent: IntentId, into: IntentId) -> None:
    rows = session.exec(select(ExampleRow).where(ExampleRow.intent_id == intent)).all()
    for row in rows:
        session.merge(
            ExampleRow(
                id=example_id(into, row.text),
                intent_id=into,
                text=row.text,
                source=row.source,
                pair_id=row.pair_id,
            )
        )
        session.delete(row)
    for table in (PairRow, LabelDecisionRow):
        session.execute(update(table).where(col(table.intent_id) == intent).values(intent_id=into))


def _hand_on_templates(
    session: Session, intent: IntentId, into: IntentId, now: datetime, by: str | None
) -> None:
    for template, held_back in _templates(session):
        if intent in template.intents and into not in template.intents:
            changed = replace(template, intents=(*template.intents, into))
            put_template(session, changed, now, held_back=held_back, by=by)


def _intent(session: Session, intent: IntentId) -> IntentRow:
    row = session.get(IntentRow, intent)
    if row is None:
        raise UnknownIntentError(intent)
    return row


def _hand_on_row(session: Session, row: IntentRow, into: IntentRow) -> None:
    into.size += row.size
    if row.state == "accepted":
        into.state = row.state
    session.add(into)
    session.flush()
    session.delete(row)


def _templates(session: Session) -> list[tuple[AnswerTemplate, str | None]]:
    """Every template, with why it may not be accepted in bulk."""
    rows = session.exec(select(TemplateRow)).all()
    return [
        (replace(from_json(row.id, row.content), version=row.version), row.held_back)
        for row in rows
    ]
