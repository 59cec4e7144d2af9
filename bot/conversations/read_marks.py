"""How far the customer has read. A mark only rises, and costs a write only when it does."""

from __future__ import annotations

import logging

from sqlalchemy import case, update
from sqlalchemy.exc import SQLAlchemyError
from sqlmodel import col

from bot.store import Database
from bot.store.tables import ConversationRow

log = logging.getLogger(__name__)


def mark_read(database: Database, conversation_id: str, seq: int) -> None:
    """The customer has seen everything up to ``seq``; what is not said yet cannot be read.

    A mark that cannot be stored is let go; the next one says the same.
    """
    last_said = col(ConversationRow.next_seq) - 1
    try:
        with database.read() as session:
            row = session.get(ConversationRow, conversation_id)
        if row is None or row.read_seq >= min(seq, row.next_seq - 1):
            return
        with database.write() as session:
            session.execute(
                update(ConversationRow)
                .where(
                    col(ConversationRow.id) == conversation_id,
                    col(ConversationRow.read_seq) < seq,
                )
                .values(read_seq=case((last_said < seq, last_said), else_=seq))
            )
    except SQLAlchemyError as error:
        log.warning("conversation %s: a read mark was not stored: %s", conversation_id, error)
