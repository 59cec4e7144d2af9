"""What changes a message that came before: an edit, or a picture that belongs to an album."""

from __future__ import annotations

from collections.abc import Iterator

from sqlmodel import col, select

from bot.channels.telegram.arrival import Arrival
from bot.channels.telegram.reading import message_id_of, text_of
from bot.conversations.attaching import attach
from bot.store.tables import MessageRow, TelegramUpdateRow

LOOK_BACK = 20


def take_edit(arrival: Arrival) -> bool | None:
    """An edit that changes the words is a message of its own, which says what it corrects.

    Any other is none: the message stays as it was said, and answers to it stay true.
    """
    incoming = arrival.incoming
    before = _before(arrival)
    if not incoming.text or (before is not None and before[1] == incoming.text):
        return None
    edits = before[0].seq if before else None
    return arrival.accept(incoming.text, edits=edits).awaits_turn


def take_late_part(arrival: Arrival) -> bool:
    """Put a picture to the album that is already a message; False where there is none."""
    incoming = arrival.incoming
    if incoming.album is None:
        return False
    for message in _latest(arrival):
        context = message.context or {}
        if context.get("album") == incoming.album:
            files = [*context.get("files", ()), *(file.as_json() for file in incoming.files)]
            message.context = {**context, "files": files}
            more = arrival.expect_files()
            attach(arrival.session, arrival.conversation_id, message.seq, more, "customer")
            message.attachments = [*message.attachments, *more]
            arrival.session.add(message)
            return True
    return False


def _before(arrival: Arrival) -> tuple[MessageRow, str] | None:
    """The edited message as it was last, and its words; None where it lies too far back."""
    for message in _latest(arrival):
        bot_id, _, update_id = (message.client_msg_id or "").partition(":")
        row = (
            arrival.session.get(TelegramUpdateRow, (bot_id, int(update_id)))
            if update_id.isdigit()
            else None
        )
        if row is not None and message_id_of(row.payload) == arrival.incoming.message_id:
            return message, text_of(row.payload)
    return None


def _latest(arrival: Arrival) -> Iterator[MessageRow]:
    yield from arrival.session.exec(
        select(MessageRow)
        .where(
            MessageRow.conversation_id == arrival.conversation_id, MessageRow.author == "customer"
        )
        .order_by(col(MessageRow.seq).desc())
        .limit(LOOK_BACK)
    ).all()
