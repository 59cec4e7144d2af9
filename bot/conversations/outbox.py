"""The outbox: which message may leave next, who sends it, and what became of it.

A row is claimed by one conditional update, so a reply of the bot that was overtaken by a person is
never sent, however long a rate limit held it. Knows channels by name only, and sends nothing.
"""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any, assert_never

from sqlalchemy import ColumnElement, and_, exists, or_, tuple_, update
from sqlalchemy.orm import aliased
from sqlmodel import Session, col, select

from bot.content.attachments import Attachment, as_attachment
from bot.conversations.chats import mark_unreachable, move_chat
from bot.conversations.leases import Lease, is_held
from bot.conversations.silence import KEY as SILENCED
from bot.conversations.silence import instead_of_unsent
from bot.dialog import Status, bot_may_speak
from bot.store import Database
from bot.store.tables import AttachmentRow, ConversationRow, EventRow, OutboxRow, SettingRow

SPEAKING = tuple(status.value for status in Status if bot_may_speak(status))
NOT_ARRIVED = ("unknown", "failed")
UNDELIVERED = "undelivered"
MOST_MOVES = 5
UNSETTLED = ("pending", "sending")
MINUTE = timedelta(minutes=1)


@dataclass(frozen=True, slots=True)
class Due:
    """A row that could be claimed now, and the channel's name for its chat."""

    id: int
    channel_ref: str


@dataclass(frozen=True, slots=True)
class OutgoingButton:
    """A button under a message: the id that comes back when it is pressed, and what it says."""

    id: str
    label: str


@dataclass(frozen=True, slots=True)
class OutgoingSource:
    """Where an answer stands; ``url`` may be relative to the server's own address."""

    title: str
    url: str | None


@dataclass(frozen=True, slots=True)
class Outgoing:
    """A claimed message. ``author`` is bot, agent or system; ``attempt`` counts from 1.

    One with a file has no text: words and files leave one by one.
    """

    id: int
    conversation_id: str
    channel_ref: str
    author: str
    text: str
    attempt: int = 1
    name: str | None = None
    language: str | None = None
    buttons: tuple[OutgoingButton, ...] = ()
    sources: tuple[OutgoingSource, ...] = ()
    attachments: tuple[Attachment, ...] = ()


@dataclass(frozen=True, slots=True)
class Delivered:
    """The channel took it, under its own name for the message."""

    external_id: str


@dataclass(frozen=True, slots=True)
class NotSent:
    """Surely not delivered, and worth another try from ``not_before`` on."""

    reason: str
    not_before: datetime


@dataclass(frozen=True, slots=True)
class Uncertain:
    """It may have been delivered or not. It is shown, and not repeated by itself."""

    reason: str


@dataclass(frozen=True, slots=True)
class Refused:
    """The channel will not take it, now or later."""

    reason: str


@dataclass(frozen=True, slots=True)
class ChatGone:
    """The chat lets nobody in any more: surely not delivered, and nothing else would be."""

    reason: str


@dataclass(frozen=True, slots=True)
class ChatMoved:
    """The chat goes by another name: surely not delivered, and worth another try there."""

    channel_ref: str


Settlement = Delivered | NotSent | Uncertain | Refused | ChatGone | ChatMoved


Order = tuple[ColumnElement[Any], ...]
"""What rows that are due are put in order by."""


def oldest_first() -> Order:
    """Whoever came first is sent first."""
    return (col(OutboxRow.id).asc(),)


def due(
    database: Database,
    channel: str,
    now: datetime,
    resting: Collection[str],
    order: Order | None = None,
    limit: int = 100,
) -> list[Due]:
    """The first unsettled row of each conversation whose time has come, in ``order``.

    Chats in ``resting`` are left out.
    """
    with database.read() as session:
        rows = session.exec(
            select(OutboxRow.id, OutboxRow.channel_ref)
            .where(
                OutboxRow.channel == channel,
                _is_due(now),
                ~_something_earlier(),
                col(OutboxRow.channel_ref).not_in(resting),
            )
            .order_by(*(order or oldest_first()))
            .limit(limit)
        ).all()
    return [Due(row_id, chat) for row_id, chat in rows if row_id is not None]


def claim(database: Database, row_id: int, now: datetime) -> Outgoing | None:
    """Take the row for sending; None where it must not (or not yet) be sent.

    A bot's row that outlived its owner is cancelled on the spot.
    """
    with database.write() as session:
        claimed = _change(
            session,
            and_(
                col(OutboxRow.id) == row_id,
                _is_due(now),
                ~_something_earlier(),
                ~_is_outdated(),
            ),
            status="sending",
            attempts=OutboxRow.attempts + 1,
            updated_at=now,
        )
        if not claimed:
            row = session.get(OutboxRow, row_id)
            if row is not None and _cancel_if_outdated(session, row_id, now):
                instead_of_unsent(session, row, now)
            return None
        row = session.get_one(OutboxRow, row_id, populate_existing=True)
        return _as_outgoing(session, row)


def settle(database: Database, row_id: int, settlement: Settlement, now: datetime) -> None:
    """Write down what became of a claimed row."""
    with database.write() as session:
        row = session.get_one(OutboxRow, row_id, with_for_update=True)
        if row.status == "sending":
            values = _values_of(settlement, row.attempts)
            _change(session, col(OutboxRow.id) == row_id, updated_at=now, **values)
            if values["status"] in NOT_ARRIVED and row.author == "agent":
                _note_undelivered(session, row, values, now)
        match settlement:
            case ChatGone(reason):
                mark_unreachable(session, row.conversation_id, reason, now)
            case ChatMoved(channel_ref):
                move_chat(session, row.channel, row.channel_ref, channel_ref)
        if _cancel_if_outdated(session, row_id, now):
            instead_of_unsent(session, row, now)


def park(database: Database, row_id: int, reason: str, now: datetime) -> None:
    """Give up a row that cannot be sent at all, so that it holds up nothing."""
    pending = and_(col(OutboxRow.id) == row_id, col(OutboxRow.status) == "pending")
    with database.write() as session:
        _change(session, pending, status="failed", error=reason, updated_at=now)


def abandon_interrupted(
    database: Database, channels: Collection[str], lease: Lease, now: datetime
) -> int:
    """Rows that a dead process left in flight become ``unknown``; for the channels' one owner.

    Returns how many there were. Without the ``lease`` they are somebody else's, and are left alone.
    """
    in_flight = and_(col(OutboxRow.channel).in_(channels), col(OutboxRow.status) == "sending")
    reason = "The server ended while this was being sent."
    with database.write() as session:
        if not is_held(session, lease):
            return 0
        values = {"status": "unknown", "error": reason}
        for row in session.exec(select(OutboxRow).where(in_flight, OutboxRow.author == "agent")):
            _note_undelivered(session, row, values, now)
        return _change(session, in_flight, status="unknown", error=reason, updated_at=now)


def _note_undelivered(
    session: Session, row: OutboxRow, values: dict[str, Any], now: datetime
) -> None:
    """What a person wrote did not arrive, or perhaps not: she must learn of it."""
    data = {"seq": row.seq, "status": values["status"], "error": values["error"]}
    event = EventRow(conversation_id=row.conversation_id, kind=UNDELIVERED, data=data, at=now)
    session.add(event)


def _values_of(settlement: Settlement, attempts: int) -> dict[str, Any]:
    match settlement:
        case Delivered(external_id):
            return {"status": "sent", "external_id": external_id, "error": None}
        case NotSent(reason, not_before):
            return {"status": "pending", "not_before": not_before, "error": reason}
        case Uncertain(reason):
            return {"status": "unknown", "error": reason}
        case Refused(reason) | ChatGone(reason):
            return {"status": "failed", "error": reason}
        case ChatMoved(channel_ref) if attempts >= MOST_MOVES:
            return {"status": "failed", "error": f"The chat moved on and on, to {channel_ref} now."}
        case ChatMoved(channel_ref):
            return {"status": "pending", "error": f"The chat moved to {channel_ref}."}
        case _:
            assert_never(settlement)


def _is_due(now: datetime) -> ColumnElement[bool]:
    """Whether its time has come; a row of the future shows that the clock was put back."""
    moment, put_back = col(OutboxRow.not_before), col(OutboxRow.updated_at) > now + MINUTE
    return and_(col(OutboxRow.status) == "pending", or_(moment.is_(None), moment <= now, put_back))


def _something_earlier() -> ColumnElement[bool]:
    earlier = aliased(OutboxRow)
    return exists().where(
        col(earlier.conversation_id) == OutboxRow.conversation_id,
        col(earlier.channel) == OutboxRow.channel,
        tuple_(col(earlier.seq), col(earlier.part))
        < tuple_(col(OutboxRow.seq), col(OutboxRow.part)),
        col(earlier.status).in_(UNSETTLED),
    )


def _is_outdated() -> ColumnElement[bool]:
    """Whether this may not be said any more: a person took over, the bot is off, or a ban."""
    still_the_bots = exists().where(
        col(ConversationRow.id) == OutboxRow.conversation_id,
        col(ConversationRow.epoch) == OutboxRow.epoch,
        col(ConversationRow.status).in_(SPEAKING),
    )
    silenced = exists().where(col(SettingRow.key) == SILENCED)
    banned = exists().where(
        col(ConversationRow.id) == OutboxRow.conversation_id,
        col(ConversationRow.channel) == OutboxRow.channel,
        col(ConversationRow.banned_at).is_not(None),
    )
    return or_(banned, and_(col(OutboxRow.author) == "bot", or_(silenced, ~still_the_bots)))


def _cancel_if_outdated(session: Session, row_id: int, now: datetime) -> bool:
    outdated = and_(col(OutboxRow.id) == row_id, col(OutboxRow.status) == "pending", _is_outdated())
    return _change(session, outdated, status="cancelled", updated_at=now) > 0


def _change(session: Session, which: ColumnElement[bool], **values: Any) -> int:
    statement = update(OutboxRow).where(which).values(**values)
    changed = session.execute(statement.execution_options(synchronize_session=False))
    return int(changed.rowcount)  # type: ignore[attr-defined]


def _as_outgoing(session: Session, row: OutboxRow) -> Outgoing:
    assert row.id is not None
    files = (session.get(AttachmentRow, each) for each in row.payload.get("attachments", ()))
    payload = row.payload
    return Outgoing(
        id=row.id,
        conversation_id=row.conversation_id,
        channel_ref=row.channel_ref,
        author=row.author,
        text=payload["text"],
        attempt=row.attempts,
        name=payload["name"],
        language=payload["language"],
        buttons=tuple(OutgoingButton(each["id"], each["label"]) for each in payload["buttons"]),
        sources=tuple(OutgoingSource(each["title"], each["url"]) for each in payload["sources"]),
        attachments=tuple(as_attachment(each) for each in files if each is not None),
    )
