"""Has what a flood held answered, once that is over: commands as commands, words in the bot's turn.

However many came, each sort of command gets one answer, so that a flood of them brings none.
"""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime

from sqlalchemy import update
from sqlmodel import Session, col, select

from bot.channels.telegram.arrival import Arrival, House, Seqs
from bot.channels.telegram.commands import KNOWN, Command, meant_command
from bot.channels.telegram.flood import over
from bot.channels.telegram.incoming import Incoming, Sort
from bot.channels.telegram.obeying import obey
from bot.dialog import Status, bot_may_speak
from bot.store import Database
from bot.store.tables import ConversationRow, MessageRow

NO_COMMAND = ("files", "edits")
"""What a message is about that may look like a command and is none."""


def release_held(database: Database, house: House, now: datetime) -> list[str]:
    """Let held messages of chats that have paused, or waited enough, be answered; which ones."""
    with database.read() as session:
        if not over(session, now):
            return []
    with database.write() as session:
        return [each for each in over(session, now) if _release(session, each, house, now)]


def _release(session: Session, conversation_id: str, house: House, now: datetime) -> bool:
    conversation = session.get_one(ConversationRow, conversation_id, with_for_update=True)
    awaits = bot_may_speak(Status(conversation.status))
    held = col(MessageRow.conversation_id) == conversation_id, col(MessageRow.turn) == "held"
    rows = session.exec(select(MessageRow).where(*held).order_by(col(MessageRow.seq))).all()
    commands = _commands(rows)
    session.execute(
        update(MessageRow)
        .where(*held)
        .values(turn="pending" if awaits else "person")
        .execution_options(synchronize_session=False)
    )
    for command, seqs in commands if awaits else ():
        chat = conversation.channel_ref or ""
        incoming = Incoming(Sort.COMMAND, chat, conversation.customer, None, command=command)
        obey(Arrival(session, conversation_id, "", incoming, house, now), command, seqs)
    return awaits


def _commands(rows: Sequence[MessageRow]) -> list[tuple[Command, Seqs]]:
    """The commands among the messages, each sort once, as it was given last."""
    found: dict[str, tuple[Command, Seqs]] = {}
    for row in rows:
        command = _command(row)
        if command is not None:
            sort = command.name if command.name in KNOWN else ""
            before = found[sort][1] if sort in found else ()
            found[sort] = (command, (*before, row.seq))
    return list(found.values())


def _command(row: MessageRow) -> Command | None:
    if any((row.context or {}).get(each) for each in NO_COMMAND):
        return None
    action = (row.button or {}).get("action") or {}
    return meant_command(action.get("text") or row.text)
