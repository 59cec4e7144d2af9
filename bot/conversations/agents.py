"""What people at the desk do to a conversation: take it, write into it, give it on, close it."""

from __future__ import annotations

import hashlib
from dataclasses import dataclass, replace
from datetime import UTC, datetime, timedelta
from typing import Any

from sqlalchemy import func, update
from sqlmodel import Session, col, select

from bot.content.taken_words import note_taken
from bot.conversations.attaching import attach
from bot.conversations.errors import (
    ConflictingMessageError,
    StaleOwnerError,
    UnknownConversationError,
    UnusableTimeError,
)
from bot.conversations.mentions import note_mentions
from bot.conversations.notices import locked
from bot.conversations.ownership import move
from bot.conversations.posting import Post, allot_seq, post
from bot.conversations.rating import ask_for_rating
from bot.conversations.serialised import state_from_json, state_to_json
from bot.dialog import Memory, Move, Route, Status, held_by_person
from bot.dialog.phrases import phrase
from bot.dialog.why import why
from bot.store import Database
from bot.store.tables import ConversationRow, EventRow, MessageRow, UserRow

MENTIONS = "mentions"
"""Where a note's context has the ids of those whom it calls."""
LONGEST_SNOOZE = timedelta(days=90)
EARLIEST = datetime.min.replace(tzinfo=UTC)


@dataclass(frozen=True, slots=True)
class Agent:
    """Who acts: the user's id, and the name that customers see."""

    id: str
    name: str


def take_over(
    database: Database, conversation_id: str, agent: Agent, epoch: int | None, now: datetime
) -> None:
    """The conversation is the agent's from here on; the bot is silent. The customer is told who.

    Raises:
        StaleOwnerError: somebody else was faster.
    """
    with database.write() as session:
        before = session.get(ConversationRow, conversation_id)
        returns = before is not None and before.agent_id == agent.id
        if before is not None and before.status == Status.WITH_AGENT:
            holder = _name(session, before.agent_id)
            raise StaleOwnerError(f"{holder} has this conversation; look at it again")
        conversation = move(
            session,
            conversation_id,
            Move.TAKE_OVER,
            now,
            expected_epoch=epoch,
            agent_id=agent.id,
        )
        if not returns:
            _announce(session, conversation, "taken_over", agent.name, now)


def transfer(
    database: Database, conversation_id: str, agent: Agent, to_user: str, now: datetime
) -> None:
    """The conversation goes from ``agent`` to another person.

    Raises:
        StaleOwnerError: it is not the agent's, or there is no such user.
    """
    with database.write() as session:
        _require_owner(session, conversation_id, agent)
        receiver = session.get(UserRow, to_user)
        if receiver is None or receiver.deactivated_at is not None:
            raise StaleOwnerError("there is no such user; choose one from the list")
        conversation = move(session, conversation_id, Move.TRANSFER, now, agent_id=receiver.id)
        _announce(session, conversation, "taken_over", receiver.name, now)


def transfer_to_queue(
    database: Database, conversation_id: str, agent: Agent, route: Route, now: datetime
) -> None:
    """The conversation goes from ``agent`` to a queue, to wait there for somebody else.

    Raises:
        StaleOwnerError: it is not the agent's.
    """
    with database.write() as session:
        _require_owner(session, conversation_id, agent)
        reason = why("passed_on", name=agent.name)
        conversation = move(
            session, conversation_id, Move.HAND_OFF, now, reason=reason, route=route
        )
        _announce(session, conversation, "passed_on", agent.name, now)


def snooze(
    database: Database, conversation_id: str, agent: Agent, until: datetime, now: datetime
) -> None:
    """Put the agent's conversation off until a moment, or until the customer writes.

    Raises:
        StaleOwnerError: it is not the agent's.
        UnusableTimeError: the moment is past, or more than 90 days away.
    """
    if not now < until <= now + LONGEST_SNOOZE:
        raise UnusableTimeError(
            f"until: choose a time within the next {LONGEST_SNOOZE.days} days, with its time zone"
        )
    with database.write() as session:
        _require_owner(session, conversation_id, agent)
        move(session, conversation_id, Move.SNOOZE, now, until=until)


def release(database: Database, conversation_id: str, agent: Agent, now: datetime) -> None:
    """Give the conversation back to the bot. The customer is told.

    The bot answers what no agent did, so whoever calls this has it look (``TurnRunner.wake``). It
    does not go on with what it had asked before a person spoke.
    """
    with database.write() as session:
        _require_owner(session, conversation_id, agent, waiting_allowed=True)
        held = session.get_one(ConversationRow, conversation_id).status == Status.WITH_AGENT
        conversation = move(session, conversation_id, Move.RELEASE, now)
        _announce(session, conversation, "given_back" if held else "back_to_bot", agent.name, now)
        state = state_from_json(conversation.dialog)
        state = replace(state, clarified=False, form=None, memory=Memory())
        conversation.dialog = state_to_json(state)
        session.add(conversation)
        if conversation.banned_at is None:
            _return_unanswered(session, conversation_id)


def _return_unanswered(session: Session, conversation_id: str) -> None:
    """What the customer wrote since it was last closed, and after the last word of an agent, waits
    for the bot again.
    """
    said = select(func.max(MessageRow.seq)).where(
        MessageRow.conversation_id == conversation_id, MessageRow.author == "agent"
    )
    closed = select(func.max(EventRow.at)).where(
        EventRow.conversation_id == conversation_id,
        col(EventRow.kind).in_((Move.CLOSE.value, Move.LAPSE.value)),
    )
    session.execute(
        update(MessageRow)
        .where(
            col(MessageRow.conversation_id) == conversation_id,
            col(MessageRow.turn) == "person",
            col(MessageRow.sent_at) > (session.exec(closed).one() or EARLIEST),
            col(MessageRow.seq) > (session.exec(said).one() or 0),
        )
        .values(turn="pending")
        .execution_options(synchronize_session=False)
    )


def close(database: Database, conversation_id: str, agent: Agent, now: datetime) -> None:
    """End the conversation; where a person held it, the customer is asked how it was.

    A new message of the customer reopens it.

    Raises:
        StaleOwnerError: somebody else owns it, or the customer wrote a moment ago.
    """
    with database.write() as session:
        conversation = locked(session, conversation_id)
        if conversation is None:
            raise UnknownConversationError
        if held_by_person(Status(conversation.status)) and conversation.agent_id != agent.id:
            raise _not_theirs(session, conversation)
        if _awaits_the_bot(session, conversation_id):
            raise StaleOwnerError("the customer wrote a moment ago; look at it again")
        if held_by_person(Status(conversation.status)) and conversation.banned_at is None:
            ask_for_rating(session, conversation, now)
        move(session, conversation_id, Move.CLOSE, now)


def reply(
    database: Database,
    conversation_id: str,
    agent: Agent,
    client_msg_id: str,
    text: str,
    now: datetime,
    attachments: tuple[str, ...] = (),
    *,
    context: dict[str, Any] | None = None,
) -> int:
    """Write to the customer; the same ``client_msg_id`` again returns the same ``seq``.

    ``context`` says where the words come from.

    Raises:
        StaleOwnerError: the conversation is not the agent's, or the customer is banned.
        ConflictingMessageError: the key was used for another text.
        ForeignAttachmentError, UsedAttachmentError: a file cannot be sent with it.
    """
    return _write(
        database,
        conversation_id,
        agent,
        client_msg_id,
        text,
        now,
        author="agent",
        attachments=attachments,
        context=context,
    )


def note(
    database: Database,
    conversation_id: str,
    agent: Agent,
    client_msg_id: str,
    text: str,
    now: datetime,
) -> int:
    """Write a note that only colleagues see, whoever owns the conversation."""
    return _write(database, conversation_id, agent, client_msg_id, text, now, author="note")


def _write(
    database: Database,
    conversation_id: str,
    agent: Agent,
    client_msg_id: str,
    text: str,
    now: datetime,
    *,
    author: str,
    attachments: tuple[str, ...] = (),
    context: dict[str, Any] | None = None,
) -> int:
    key = f"{author}:{agent.id}:{client_msg_id}"
    said = "\0".join((text, *attachments))
    content = hashlib.sha256(said.encode(errors="surrogatepass")).hexdigest()
    with database.write() as session:
        seq = allot_seq(session, conversation_id, now)
        before = session.exec(
            select(MessageRow).where(
                MessageRow.conversation_id == conversation_id, MessageRow.client_msg_id == key
            )
        ).one_or_none()
        if before is not None:
            if before.content_hash != content:
                raise ConflictingMessageError(client_msg_id)
            return before.seq
        if author == "agent":
            _require_owner(session, conversation_id, agent)
        conversation = session.get_one(ConversationRow, conversation_id)
        if author == "agent" and conversation.banned_at is not None:
            raise StaleOwnerError("the customer is banned; let them in again before you answer")
        attach(session, conversation_id, seq, attachments, author)
        if author == "note":
            called = note_mentions(session, conversation_id, seq, text, agent.id, now)
            context = {MENTIONS: called} if called else None
        message = Post(
            author,
            text,
            author_id=agent.id,
            name=agent.name,
            client_msg_id=key,
            content_hash=content,
            context=context,
            attachments=attachments,
        )
        post(session, conversation, seq, message, now)
        if author == "agent":
            note_taken(session, conversation_id, seq, text, context, now)
        return seq


def _awaits_the_bot(session: Session, conversation_id: str) -> bool:
    pending = select(MessageRow.id).where(
        MessageRow.conversation_id == conversation_id,
        col(MessageRow.turn).in_(("pending", "held")),
    )
    return session.exec(pending.limit(1)).first() is not None


def _require_owner(
    session: Session, conversation_id: str, agent: Agent, *, waiting_allowed: bool = False
) -> None:
    conversation = session.get(ConversationRow, conversation_id, populate_existing=True)
    if conversation is None:
        raise UnknownConversationError
    if waiting_allowed and conversation.status == Status.WAITING:
        return
    if conversation.status != Status.WITH_AGENT or conversation.agent_id != agent.id:
        raise _not_theirs(session, conversation)


def _not_theirs(session: Session, conversation: ConversationRow) -> StaleOwnerError:
    if conversation.status != Status.WITH_AGENT:
        return StaleOwnerError("this conversation is not yours (any more); take it over first")
    return StaleOwnerError(f"{_name(session, conversation.agent_id)} has this conversation")


def _name(session: Session, user_id: str | None) -> str:
    user = session.get(UserRow, user_id) if user_id else None
    return user.name if user else "somebody else"


def _announce(
    session: Session, conversation: ConversationRow, key: str, name: str, now: datetime
) -> None:
    seq = allot_seq(session, conversation.id, now)
    text = phrase(key, conversation.language, name=name)
    post(session, conversation, seq, Post("system", text), now)
