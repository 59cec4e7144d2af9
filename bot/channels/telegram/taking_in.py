"""Turns one stored update into what it means for a conversation, exactly once.

What it says and the mark that it is worked off are written in one transaction. Nothing here talks
to Telegram.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import assert_never

from sqlmodel import Session, col, or_, select

from bot.channels.telegram.arrival import CHANNEL, Arrival, House
from bot.channels.telegram.editing import take_edit, take_late_part
from bot.channels.telegram.incoming import ChatRenamed, Incoming, ReachChanged, Read, Sort
from bot.channels.telegram.obeying import speak, take_command
from bot.channels.telegram.updates import mark_handled
from bot.conversations.chats import mark_reachable, mark_unreachable, move_chat
from bot.conversations.errors import UnknownButtonError
from bot.conversations.opening import conversation_of_channel
from bot.dialog import Status
from bot.dialog.phrases import phrase, spoken_language
from bot.store import Database
from bot.store.tables import ConversationRow, MessageRow


@dataclass(frozen=True, slots=True)
class TakenIn:
    """What became of an update: the conversation that it belongs to, and whose turn it is."""

    conversation_id: str
    awaits_turn: bool


def take_in(
    database: Database,
    bot_id: str,
    update_ids: Sequence[int],
    read: Read,
    house: House,
    now: datetime,
) -> TakenIn | None:
    """Work the updates off; None where they changed no conversation, or were worked off before.

    Several are the parts of an album, which ``read`` says together.
    """
    with database.write() as session:
        new = [each for each in update_ids if mark_handled(session, bot_id, each, now)]
        if not new:
            return None
        match read:
            case None:
                return None
            case Incoming():
                return _take_in(session, f"{bot_id}:{update_ids[0]}", read, house, now)
            case ReachChanged(chat, reason):
                return _reach(session, chat, reason, now)
            case ChatRenamed(before, now_called):
                move_chat(session, CHANNEL, before, now_called)
                return None
            case _:
                assert_never(read)


def _take_in(
    session: Session, key: str, incoming: Incoming, house: House, now: datetime
) -> TakenIn | None:
    conversation = conversation_of_channel(
        session,
        CHANNEL,
        incoming.chat,
        now,
        customer=incoming.customer,
        language=spoken_language(incoming.language or house.file.locale),
    )
    mark_reachable(session, conversation, now)
    session.flush()
    arrival = Arrival(session, conversation.id, key, incoming, house, now)
    awaits_turn = TAKE_IN[incoming.sort](arrival)
    return None if awaits_turn is None else TakenIn(conversation.id, awaits_turn)


def _reach(session: Session, chat: str, reason: str | None, now: datetime) -> TakenIn | None:
    found = session.exec(
        select(ConversationRow).where(
            ConversationRow.channel == CHANNEL,
            or_(
                col(ConversationRow.channel_ref) == chat,
                col(ConversationRow.channel_ref).startswith(f"{chat}/", autoescape=True),
            ),
        )
    ).all()
    for conversation in found:
        if reason is None:
            mark_reachable(session, conversation, now)
        else:
            mark_unreachable(session, conversation.id, reason, now)
    return TakenIn(found[0].id, awaits_turn=False) if found else None


def _text(arrival: Arrival) -> bool | None:
    return arrival.accept(arrival.incoming.text).awaits_turn


def _button(arrival: Arrival) -> bool | None:
    """A button counts once, however often it is pressed.

    One that no message of ours has any more counts as its label, said in words.
    """
    incoming = arrival.incoming
    key = f"{arrival.key.partition(':')[0]}:button:{incoming.message_id}:{incoming.button}"
    if incoming.button:
        try:
            accepted = arrival.accept("", incoming.button, key=key)
        except UnknownButtonError:
            pass
        else:
            language = _language_of(arrival, accepted.seq)
            if language is None or accepted.duplicate:
                return accepted.awaits_turn
            return speak(arrival, accepted, language)
    return arrival.accept(incoming.label, key=key).awaits_turn if incoming.label else None


def _language_of(arrival: Arrival, seq: int) -> str | None:
    """The language that the pressed button stands for; None where it stands for another thing."""
    button = arrival.session.exec(
        select(MessageRow.button).where(
            MessageRow.conversation_id == arrival.conversation_id, MessageRow.seq == seq
        )
    ).one()
    said = ((button or {}).get("action") or {}).get("text") or ""
    name, _, wanted = said.partition(" ")
    return wanted if name == "/language" else None


def _file(arrival: Arrival) -> bool | None:
    """A caption is answered, and its turn says that files stay closed to the bot; without one a
    person looks.
    """
    incoming = arrival.incoming
    if not incoming.text and take_late_part(arrival):
        return False
    accepted = arrival.accept(incoming.text or f"[{incoming.attachment}]")
    if not accepted.awaits_turn:
        return False
    if incoming.text:
        return True
    key = "attachment" if incoming.files else "attachment_other"
    notice = arrival.disclosed(phrase(key, arrival.language))
    if arrival.conversation.status == Status.AUTOMATED:
        sent = incoming.attachment or ""
        article = "" if "×" in sent or "," in sent else "a "
        arrival.hand_over((accepted.seq,), f"The customer sent {article}{sent}.", notice)
    else:
        arrival.answer((accepted.seq,), notice)
    return False


TAKE_IN: dict[Sort, Callable[[Arrival], bool | None]] = {
    Sort.TEXT: _text,
    Sort.COMMAND: take_command,
    Sort.BUTTON: _button,
    Sort.FILE: _file,
    Sort.EDIT: take_edit,
}
