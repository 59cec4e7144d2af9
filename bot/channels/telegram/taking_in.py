"""Turns one stored update into a message of a conversation, exactly once.

The message and the mark that the update is worked off are written in one transaction. Nothing here
talks to Telegram.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import datetime

from sqlalchemy import update
from sqlmodel import Session, col, select

from bot.channels.greeting import greeting_of
from bot.channels.telegram.incoming import Incoming, Sort, message_id_of, text_of
from bot.channels.telegram.updates import mark_handled
from bot.conversations.asking import ask_for_person
from bot.conversations.errors import UnknownButtonError
from bot.conversations.intake import Accepted, Inbound, accept_within
from bot.conversations.opening import conversation_of_channel
from bot.conversations.posting import Post, allot_seq, post
from bot.conversations.serialised import state_from_json, state_to_json
from bot.dialog import OpeningHours, Status, bot_may_speak
from bot.dialog.phrases import catalogue_language, phrase
from bot.settings import FileSettings
from bot.store import Database
from bot.store.tables import ConversationRow, MessageRow, TelegramUpdateRow

CHANNEL = "telegram"
EDITS_LOOK_BACK = 20


@dataclass(frozen=True, slots=True)
class House:
    """What the company has set: its words, and when somebody is there."""

    file: FileSettings
    hours: OpeningHours


@dataclass(frozen=True, slots=True)
class TakenIn:
    """What became of an update: the conversation that it belongs to, and whose turn it is."""

    conversation_id: str
    awaits_turn: bool


@dataclass(frozen=True, slots=True)
class _Arrival:
    """One update on its way in: the transaction, the conversation, and the key it is stored by."""

    session: Session
    conversation_id: str
    bot_id: str
    update_id: int
    incoming: Incoming
    house: House
    now: datetime

    @property
    def key(self) -> str:
        return f"{self.bot_id}:{self.update_id}"

    @property
    def conversation(self) -> ConversationRow:
        return self.session.get_one(ConversationRow, self.conversation_id, populate_existing=True)

    @property
    def language(self) -> str:
        return self.conversation.language or self.house.file.locale


def take_in(
    database: Database,
    bot_id: str,
    update_id: int,
    incoming: Incoming | None,
    house: House,
    now: datetime,
) -> TakenIn | None:
    """Work the update off; None where it changed no conversation, or was worked off before."""
    with database.write() as session:
        if not mark_handled(session, bot_id, update_id, now) or incoming is None:
            return None
        conversation = conversation_of_channel(
            session,
            CHANNEL,
            incoming.chat,
            now,
            customer=incoming.customer,
            language=catalogue_language(incoming.language or house.file.locale),
        )
        arrival = _Arrival(session, conversation.id, bot_id, update_id, incoming, house, now)
        awaits_turn = TAKE_IN[incoming.sort](arrival)
        return None if awaits_turn is None else TakenIn(conversation.id, awaits_turn)


def _text(arrival: _Arrival) -> bool | None:
    return _accept(arrival, arrival.incoming.text).awaits_turn


def _edit(arrival: _Arrival) -> bool | None:
    """An edit that changes the words is a message of its own; any other is none."""
    incoming = arrival.incoming
    if not incoming.text or _words_before(arrival) == incoming.text:
        return None
    return _accept(arrival, incoming.text).awaits_turn


def _greeting(arrival: _Arrival) -> bool | None:
    accepted = _accept(arrival, arrival.incoming.text)
    if not _bot_holds(arrival, accepted):
        return accepted.awaits_turn
    file, language = arrival.house.file, arrival.language
    own = greeting_of(file, language) != phrase("greeting", language, company=file.company)
    notice = f"{phrase('disclosure', language, company=file.company)}\n\n" if own else ""
    _set_disclosed(arrival)
    hint = phrase("commands", language)
    _answer(arrival, accepted, f"{notice}{greeting_of(file, language)}\n\n{hint}")
    return False


def _person(arrival: _Arrival) -> bool | None:
    accepted = _accept(arrival, arrival.incoming.text)
    if not _bot_holds(arrival, accepted):
        return accepted.awaits_turn
    _hand_over(arrival, accepted, "The customer asked for a person.", _disclosure(arrival))
    return False


def _button(arrival: _Arrival) -> bool | None:
    """A button that no message of ours has any more counts as its label, said in words."""
    incoming = arrival.incoming
    if incoming.button:
        try:
            return _accept(arrival, "", incoming.button).awaits_turn
        except UnknownButtonError:
            pass
    return _accept(arrival, incoming.label).awaits_turn if incoming.label else None


def _file(arrival: _Arrival) -> bool | None:
    """Say that files stay closed to the bot. A caption is answered; without one a person looks."""
    incoming = arrival.incoming
    accepted = _accept(arrival, incoming.text or f"[{incoming.attachment}]")
    if not accepted.awaits_turn:
        return False
    notice = phrase("attachment", arrival.language)
    if disclosure := _disclosure(arrival):
        notice = f"{disclosure}\n\n{notice}"
    if incoming.text:
        _post(arrival, notice)
        return True
    if _bot_holds(arrival, accepted):
        _hand_over(arrival, accepted, f"The customer sent a {incoming.attachment}.", notice)
    else:
        _answer(arrival, accepted, notice)
    return False


TAKE_IN: dict[Sort, Callable[[_Arrival], bool | None]] = {
    Sort.TEXT: _text,
    Sort.GREETING: _greeting,
    Sort.PERSON: _person,
    Sort.BUTTON: _button,
    Sort.FILE: _file,
    Sort.EDIT: _edit,
}


def _accept(arrival: _Arrival, text: str, button: str | None = None) -> Accepted:
    inbound = Inbound(arrival.key, text, button)
    return accept_within(arrival.session, arrival.conversation_id, inbound, arrival.now)


def _bot_holds(arrival: _Arrival, accepted: Accepted) -> bool:
    return accepted.awaits_turn and arrival.conversation.status == Status.AUTOMATED


def _hand_over(arrival: _Arrival, accepted: Accepted, because: str, before: str) -> None:
    _settle(arrival, accepted)
    ask_for_person(
        arrival.session,
        arrival.conversation_id,
        arrival.house.hours,
        arrival.house.file.locale,
        arrival.now,
        because=because,
        before=before,
        reply_to=(accepted.seq,),
    )


def _answer(arrival: _Arrival, accepted: Accepted, text: str) -> None:
    _settle(arrival, accepted)
    _post(arrival, text, reply_to=(accepted.seq,))


def _settle(arrival: _Arrival, accepted: Accepted) -> None:
    arrival.session.execute(
        update(MessageRow)
        .where(
            col(MessageRow.conversation_id) == arrival.conversation_id,
            col(MessageRow.seq) == accepted.seq,
        )
        .values(turn="answered")
        .execution_options(synchronize_session=False)
    )


def _post(arrival: _Arrival, text: str, reply_to: tuple[int, ...] = ()) -> None:
    conversation = arrival.conversation
    if not bot_may_speak(Status(conversation.status)):
        return
    message = Post("bot", text, name=phrase("notice", arrival.language), reply_to=reply_to)
    seq = allot_seq(arrival.session, conversation.id, arrival.now)
    post(arrival.session, conversation, seq, message, arrival.now)


def _disclosure(arrival: _Arrival) -> str:
    """What the bot is, where it has not said so yet in this conversation; from now on it has."""
    if state_from_json(arrival.conversation.dialog).disclosed:
        return ""
    _set_disclosed(arrival)
    return phrase("disclosure", arrival.language, company=arrival.house.file.company)


def _set_disclosed(arrival: _Arrival) -> None:
    conversation = arrival.conversation
    state = state_from_json(conversation.dialog)
    conversation.dialog = state_to_json(replace(state, disclosed=True))
    arrival.session.add(conversation)
    arrival.session.flush()


def _words_before(arrival: _Arrival) -> str | None:
    """The latest words of the message that is edited; None where it lies too far back."""
    keys = arrival.session.exec(
        select(MessageRow.client_msg_id)
        .where(
            MessageRow.conversation_id == arrival.conversation_id, MessageRow.author == "customer"
        )
        .order_by(col(MessageRow.seq).desc())
        .limit(EDITS_LOOK_BACK)
    ).all()
    for key in keys:
        bot_id, _, update_id = (key or "").partition(":")
        row = (
            arrival.session.get(TelegramUpdateRow, (bot_id, int(update_id)))
            if update_id.isdigit()
            else None
        )
        if row is not None and message_id_of(row.payload) == arrival.incoming.message_id:
            return text_of(row.payload)
    return None
