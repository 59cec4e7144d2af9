"""What people do with discovered intents: name them, accept them, split them, leave them out.

Everything is stored as decisions about questions, or beside the intent's row, so that learning
anew reads it and undoes none of it.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import datetime
from typing import Final

from sqlmodel import Session, col, delete, func, select

from bot.content.generation import raise_generation
from bot.content.intent_names import named_intents
from bot.content.labels import LabelDecision, UnknownIntentError, store_decision
from bot.content.strangers import reopen_strangers_of
from bot.content.template_json import from_json
from bot.content.templates import put_template
from bot.store import Database
from bot.store.tables import ExampleRow, IntentRow, LabelDecisionRow, TemplateRow
from knowledge import IntentId, TemplateState

ACCEPTED, DRAFT = "accepted", "draft"
LONGEST_ID: Final = 60
EXAMPLES_SHOWN: Final = 500


class UnnamedIntentError(Exception):
    """An intent needs a name that people can read."""

    def __init__(self) -> None:
        super().__init__("name: write what customers want, in a few words")


class SettledIntentError(Exception):
    """What was accepted is not left out as a whole."""

    def __init__(self, intent: str) -> None:
        super().__init__(
            f"{intent!r} was accepted; move its examples, or merge it into another intent"
        )


@dataclass(frozen=True, slots=True)
class IntentDraft:
    """An answer of the intent: its template, and why it waits, if so."""

    id: str
    title: str
    state: str
    held_back: str | None


@dataclass(frozen=True, slots=True)
class ReviewedIntent:
    """An intent as it is reviewed. ``name`` is its own, ``full_name`` with those above it."""

    id: str
    name: str
    full_name: str
    state: str
    source: str
    examples: int
    templates: tuple[IntentDraft, ...]


@dataclass(frozen=True, slots=True)
class ReviewedExample:
    """A question of an intent, and whether a person put it there."""

    text: str
    decided: bool


def intents_under_review(database: Database) -> list[ReviewedIntent]:
    """Every intent: those that wait first, the most asked of each kind first."""
    with database.read() as session:
        rows = session.exec(select(IntentRow)).all()
        full = {each.id: each.name for each in named_intents(session)}
        counted = select(ExampleRow.intent_id, func.count()).group_by(ExampleRow.intent_id)
        examples = dict(session.exec(counted).all())
        drafts = _templates(session)
        found = [
            ReviewedIntent(
                id=row.id,
                name=row.name,
                full_name=full[row.id],
                state=row.state,
                source=row.source,
                examples=examples.get(row.id, 0),
                templates=tuple(drafts.get(row.id, ())),
            )
            for row in rows
        ]
    return sorted(found, key=lambda each: (each.state == ACCEPTED, -each.examples, each.full_name))


def examples_under_review(database: Database, intent: IntentId) -> list[ReviewedExample]:
    """The questions of an intent, those that nobody has decided about first.

    Raises:
        UnknownIntentError: there is no such intent.
    """
    with database.read() as session:
        _row(session, intent)
        texts = session.exec(
            select(ExampleRow.text)
            .where(ExampleRow.intent_id == intent)
            .order_by(ExampleRow.text)
            .limit(EXAMPLES_SHOWN)
        ).all()
        decided = set(
            session.exec(select(LabelDecisionRow.text).where(LabelDecisionRow.intent_id == intent))
        )
    found = [ReviewedExample(text, text in decided) for text in dict.fromkeys(texts)]
    return sorted(found, key=lambda each: each.decided)


def rename_intent(database: Database, intent: IntentId, name: str, now: datetime, by: str) -> None:
    """Call the intent ``name`` from now on, whatever learning would call it.

    Customers read titles, so a draft that was called like the intent is from now on, too.

    Raises:
        UnknownIntentError, UnnamedIntentError
    """
    with database.write() as session:
        row = _row(session, intent)
        before, row.name, row.named_by = row.name, _readable(name), by
        session.add(row)
        _retitle_drafts(session, row, before, now)
        raise_generation(session)


def _retitle_drafts(session: Session, intent: IntentRow, before: str, now: datetime) -> None:
    """Drafts stay the search's own: nobody has worked on them."""
    drafts = select(TemplateRow).where(
        TemplateRow.state == TemplateState.DRAFT.value,
        TemplateRow.title == before,
        col(TemplateRow.updated_by).is_(None),
    )
    for row in session.exec(drafts).all():
        template = from_json(row.id, row.content)
        if template.intents == (intent.id,):
            titled = replace(template, title=intent.name)
            put_template(session, titled, now, held_back=row.held_back)


def accept_intents(database: Database, intents: Sequence[IntentId]) -> None:
    """Train on these from now on. Their drafted answers still wait for an editor.

    Questions of theirs that were confirmed as strangers to all intents before are open again.

    Raises:
        UnknownIntentError: one of them is none; nothing is accepted then.
    """
    with database.write() as session:
        for intent in intents:
            row = _row(session, intent)
            if row.state != ACCEPTED:
                reopen_strangers_of(session, row.id)
            row.state = ACCEPTED
            session.add(row)
        raise_generation(session)


def move_examples(
    database: Database, texts: Sequence[str], into: IntentId | None, now: datetime, by: str
) -> None:
    """Put questions under ``into``, all or none; None: learn nothing from them.

    Raises:
        UnknownIntentError: there is no such intent.
    """
    with database.write() as session:
        if into is not None:
            _row(session, into)
        for text in texts:
            store_decision(session, LabelDecision(text, into), now, by)
        raise_generation(session)


def split_intent(
    database: Database,
    intent: IntentId,
    texts: Sequence[str],
    name: str,
    now: datetime,
    by: str,
) -> IntentId:
    """Make an intent of its own of some questions of ``intent``; returns its id.

    Raises:
        UnknownIntentError, UnnamedIntentError
    """
    with database.write() as session:
        state, readable = _row(session, intent).state, _readable(name)
        new = _free_id(session, readable)
        session.add(IntentRow(id=new, name=readable, source="review", state=state, named_by=by))
        session.flush()
        for text in texts:
            store_decision(session, LabelDecision(text, new), now, by)
        raise_generation(session)
    return new


def leave_out(database: Database, intent: IntentId, now: datetime, by: str) -> None:
    """Learn nothing from any question of a discovered intent, now or when learning anew.

    Raises:
        UnknownIntentError: there is no such intent.
        SettledIntentError: it was accepted already.
    """
    with database.write() as session:
        row = _row(session, intent)
        if row.state == ACCEPTED:
            raise SettledIntentError(intent)
        texts = session.exec(select(ExampleRow.text).where(ExampleRow.intent_id == intent)).all()
        for text in dict.fromkeys(texts):
            store_decision(session, LabelDecision(text, None), now, by)
        _forget_drafts(session, intent)
        session.delete(row)
        raise_generation(session)


def _row(session: Session, intent: str) -> IntentRow:
    row = session.get(IntentRow, intent)
    if row is None:
        raise UnknownIntentError(intent)
    return row


def _readable(name: str) -> str:
    readable = " ".join(name.split())
    if not re.search(r"\w", readable):
        raise UnnamedIntentError
    return readable


def _free_id(session: Session, name: str) -> IntentId:
    """An id made of the name, with a number where that is taken."""
    plain = re.sub(r"\W+", "_", name.casefold()).strip("_")[:LONGEST_ID]
    taken = set(session.exec(select(IntentRow.id)))
    number, id = 1, plain
    while id in taken:
        number += 1
        id = f"{plain}_{number}"
    return IntentId(id)


def _templates(session: Session) -> dict[str, list[IntentDraft]]:
    found: dict[str, list[IntentDraft]] = {}
    for row in session.exec(select(TemplateRow).order_by(TemplateRow.title)):
        shown = IntentDraft(row.id, row.title, row.state, row.held_back)
        for intent in from_json(row.id, row.content).intents:
            found.setdefault(intent, []).append(shown)
    return found


def _forget_drafts(session: Session, intent: IntentId) -> None:
    """Drop what was drafted for the intent alone and nobody has touched."""
    untouched = select(TemplateRow).where(
        TemplateRow.state == TemplateState.DRAFT.value,
        col(TemplateRow.updated_by).is_(None),
        col(TemplateRow.evidence).is_not(None),
    )
    for row in session.exec(untouched).all():
        if set(from_json(row.id, row.content).intents) == {intent}:
            session.execute(delete(TemplateRow).where(col(TemplateRow.id) == row.id))
