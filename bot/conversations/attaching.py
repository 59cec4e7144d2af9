"""Gives files to the one message that they are sent with, inside that message's transaction."""

from __future__ import annotations

from sqlalchemy import update
from sqlmodel import Session, col

from bot.conversations.errors import ForeignAttachmentError, UsedAttachmentError
from bot.store.tables import AttachmentRow


def attach(
    session: Session, conversation_id: str, seq: int, attachments: tuple[str, ...], author: str
) -> None:
    """The files belong to the message ``seq`` from here on, and to no other.

    Raises:
        ForeignAttachmentError: one is not of this conversation, or not ``author``'s.
        UsedAttachmentError: one stands in another message.
    """
    for each in attachments:
        mine = (
            col(AttachmentRow.id) == each,
            col(AttachmentRow.conversation_id) == conversation_id,
            col(AttachmentRow.author) == author,
        )
        given = session.execute(
            update(AttachmentRow)
            .where(*mine, col(AttachmentRow.seq).is_(None))
            .values(seq=seq)
            .execution_options(synchronize_session=False)
        )
        if given.rowcount == 1:  # type: ignore[attr-defined]
            continue
        row = session.get(AttachmentRow, each, populate_existing=True)
        if row is None or row.conversation_id != conversation_id or row.author != author:
            raise ForeignAttachmentError(each)
        raise UsedAttachmentError(each)
