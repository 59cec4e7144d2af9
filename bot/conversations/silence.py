"""The one switch that keeps the bot from speaking, everywhere and at once.

It is a row that every transaction which would let the bot speak reads. Messages are still taken in;
they go to people, with a notice that says so.
"""

from __future__ import annotations

import json
from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import delete, update
from sqlmodel import Session, col, select

from bot.conversations.ownership import move
from bot.conversations.posting import Post, allot_seq, post
from bot.dialog import Move, Status, bot_may_speak
from bot.dialog.phrases import phrase
from bot.dialog.why import why
from bot.store import Database, Note
from bot.store.tables import ConversationRow, MessageRow, OutboxRow, SettingRow

KEY = "silenced"
BECAUSE = why("off_before")


@dataclass(frozen=True, slots=True)
class Silence:
    """Since when the bot is switched off, and by whom."""

    since: datetime
    by: str


def silence_of(session: Session) -> Silence | None:
    """The silence in force; None where the bot may speak."""
    row = session.get(SettingRow, KEY, populate_existing=True)
    if row is None:
        return None
    kept = json.loads(row.value)
    return Silence(datetime.fromisoformat(kept["since"]), kept["by"])


def standing_author(session: Session) -> str:
    """Who says a standing sentence: the bot, or while it is switched off nobody in particular."""
    return "bot" if silence_of(session) is None else "system"


def silence(database: Database, by: str, now: datetime, note: Note | None = None) -> list[str]:
    """Switch the bot off. What it had not sent yet is not sent; those conversations go to people.

    Returns the conversations that changed. ``note`` writes beside it where it was on until now, in
    the same transaction.
    """
    with database.write() as session:
        if note is not None and silence_of(session) is None:
            note(session)
        value = json.dumps({"since": now.isoformat(), "by": by})
        session.merge(SettingRow(key=KEY, value=value))
        unsent = (col(OutboxRow.author) == "bot") & (col(OutboxRow.status) == "pending")
        held_up = session.exec(select(OutboxRow.conversation_id).where(unsent).distinct()).all()
        for conversation in held_up:
            _hand_to_people(session, conversation, now)
        session.execute(
            update(OutboxRow)
            .where(unsent)
            .values(status="cancelled", updated_at=now)
            .execution_options(synchronize_session=False)
        )
        return list(held_up)


def unsilence(database: Database, note: Note | None = None) -> None:
    """Let the bot speak again. Conversations that wait for people go on waiting for them.

    ``note`` writes beside it where it was off until now, in the same transaction.
    """
    with database.write() as session:
        if note is not None and silence_of(session) is not None:
            note(session)
        session.execute(delete(SettingRow).where(col(SettingRow.key) == KEY))


def instead_of_unsent(session: Session, unsent: OutboxRow, now: datetime) -> None:
    """A sentence of the bot was on the wire at the switch, and came back: people take over.

    Nothing happens where the customer has heard of it already, or was to hear nothing.
    """
    conversation = session.get_one(ConversationRow, unsent.conversation_id, populate_existing=True)
    if unsent.author != "bot" or silence_of(session) is None:
        return
    if not bot_may_speak(Status(conversation.status)) or conversation.banned_at is not None:
        return
    said_since = select(MessageRow.id).where(
        MessageRow.conversation_id == conversation.id,
        MessageRow.seq > unsent.seq,
        MessageRow.author == "system",
    )
    if session.exec(said_since.limit(1)).first() is None:
        _hand_to_people(session, conversation.id, now)


def _hand_to_people(session: Session, conversation_id: str, now: datetime) -> None:
    conversation = session.get_one(ConversationRow, conversation_id, populate_existing=True)
    if conversation.status == Status.AUTOMATED:
        conversation = move(session, conversation_id, Move.HAND_OFF, now, reason=BECAUSE)
    seq = allot_seq(session, conversation_id, now)
    post(session, conversation, seq, Post("system", phrase("silenced", conversation.language)), now)
