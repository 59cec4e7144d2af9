"""What a customer chose about suggestions, and who that customer is.

Nothing is kept of anybody who did not choose it; whoever chooses otherwise is forgotten at once.
"""

from __future__ import annotations

from collections.abc import Collection
from datetime import datetime
from enum import StrEnum

from sqlmodel import Session, col, delete

from bot.store.tables import BehaviourRow, ConversationRow, SuggestionChoiceRow

CONVERSATION = "conversation:"


class Choice(StrEnum):
    """``GENERAL`` until somebody chooses: the same for everybody, by this conversation alone."""

    GENERAL = "general"
    PERSONAL = "personal"
    OFF = "off"


def person_of(conversation: ConversationRow) -> str:
    """Whose behaviour it is: the signed-in customer's, else this conversation's alone.

    Who came by a link may be somebody else, and is not signed in.
    """
    if conversation.signed_in and conversation.customer_key:
        return conversation.customer_key
    return f"{CONVERSATION}{conversation.id}"


def choice_of(session: Session, person: str) -> Choice:
    """What ``person`` chose."""
    row = session.get(SuggestionChoiceRow, person)
    return Choice(row.choice) if row else Choice.GENERAL


def choose(session: Session, person: str, choice: Choice, now: datetime) -> None:
    """Keep the choice. All but ``PERSONAL`` forget what was kept of this person."""
    if choice is choice_of(session, person):
        return
    forget_people(session, {person})
    if choice is not Choice.GENERAL:
        session.add(SuggestionChoiceRow(person=person, choice=choice.value, at=now))


def forget_people(session: Session, people: Collection[str]) -> int:
    """Delete what is kept of ``people``, and what they chose; returns how many acts went."""
    acts = session.execute(
        delete(BehaviourRow)
        .where(col(BehaviourRow.person).in_(people))
        .execution_options(synchronize_session=False)
    )
    session.execute(
        delete(SuggestionChoiceRow)
        .where(col(SuggestionChoiceRow.person).in_(people))
        .execution_options(synchronize_session=False)
    )
    session.expire_all()
    return int(acts.rowcount)  # type: ignore[attr-defined]
