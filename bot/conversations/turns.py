"""One turn's two transactions: load what waits for an answer, and commit the answer to it.

The commit is a conditional update. It applies only if the conversation's epoch is still the one the
turn began with, so a reply made before a takeover is never stored after it; and it answers each
message at most once, because a message leaves the state ``pending`` in the same transaction.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field, replace
from datetime import datetime
from enum import Enum, auto

from sqlalchemy import func, update
from sqlmodel import Session, col, select

from bot.content.attachments import Attachment, attachments_of
from bot.content.template_files import enclose
from bot.content.template_outcomes import note_said
from bot.conversations.customers import identity_of
from bot.conversations.line import place_sentence
from bot.conversations.ownership import move
from bot.conversations.posting import Post, allot_seq, post
from bot.conversations.serialised import (
    action_from_json,
    buttons_from_json,
    reasons_to_json,
    sources_to_json,
    state_from_json,
    state_to_json,
)
from bot.conversations.service_clocks import reckon_again
from bot.conversations.silence import silence_of
from bot.conversations.topics import note_topic
from bot.dialog import (
    AttachmentView,
    CustomerMessage,
    Decision,
    DialogState,
    Kind,
    Move,
    QuotedTurn,
    Status,
    bot_may_speak,
)
from bot.dialog.wordings import said_in
from bot.store import Database
from bot.store.tables import ConversationRow, MessageRow
from knowledge.records import TemplateId


@dataclass(frozen=True, slots=True)
class PendingTurn:
    """A burst that waits for the bot, and the conversation as it stood when it was loaded.

    ``known_as`` are the customer's key, the host's own name for them, and their address, in lower
    case. ``identity`` is what the host
    vouches for (customer_id, email, name), empty where nobody is signed in.
    """

    conversation_id: str
    channel: str
    epoch: int
    status: Status
    state: DialogState
    language: str | None
    customer: str | None
    messages: tuple[CustomerMessage, ...]
    known_as: frozenset[str] = frozenset()
    silenced: bool = False
    identity: Mapping[str, str] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class DecidedTurn:
    """A decision with what the commit keeps beside it.

    ``rewording`` makes the same in other words. It waits for a machine elsewhere, so it is no part
    of deciding, and what was decided stands where it fails.
    """

    decision: Decision
    language: str
    release: str | None
    template_titles: dict[str, str]
    bot_name: str
    rewording: Callable[[], DecidedTurn] | None = None

    def reworded(self) -> DecidedTurn:
        """The same in other words, where there are any."""
        return self.rewording() if self.rewording is not None else self


class CommitOutcome(Enum):
    """What became of a turn at its commit."""

    COMMITTED = auto()
    STALE = auto()
    GROWN = auto()


class _AbandonedError(Exception):
    def __init__(self, outcome: CommitOutcome) -> None:
        super().__init__(outcome.name)
        self.outcome = outcome


def load_turn(database: Database, conversation_id: str, now: datetime) -> PendingTurn | None:
    """The messages that wait for the bot's answer; None where none does."""
    with database.read() as session:
        conversation = session.get(ConversationRow, conversation_id)
        if conversation is None or not bot_may_speak(Status(conversation.status)):
            return None
        rows = _pending(session, conversation_id)
        if not rows:
            return None
        identity = identity_of(conversation, now)
        return PendingTurn(
            conversation_id=conversation.id,
            channel=conversation.channel,
            epoch=conversation.epoch,
            status=Status(conversation.status),
            state=_state(session, conversation),
            language=conversation.language,
            customer=conversation.customer,
            messages=customer_messages(session, conversation_id, rows),
            known_as=frozenset(
                name.lower()
                for name in (
                    conversation.customer_key,
                    conversation.customer_email,
                    identity.get("customer_id"),
                )
                if name
            ),
            silenced=silence_of(session) is not None,
            identity=identity,
        )


def _state(session: Session, conversation: ConversationRow) -> DialogState:
    """What the dialog remembers here, and which wordings this customer got last elsewhere."""
    state = state_from_json(conversation.dialog)
    if state.wordings or conversation.customer_key is None:
        return state
    before = session.exec(
        select(ConversationRow.dialog)
        .where(
            ConversationRow.customer_key == conversation.customer_key,
            ConversationRow.id != conversation.id,
        )
        .order_by(col(ConversationRow.updated_at).desc())
        .limit(1)
    ).first()
    return replace(state, wordings=state_from_json(dict(before or {})).wordings)


def conversations_with_pending_turns(database: Database) -> list[str]:
    """Every conversation in which the bot owes an answer."""
    with database.read() as session:
        found = session.exec(
            select(MessageRow.conversation_id).where(MessageRow.turn == "pending").distinct()
        )
        return list(found)


def commit_turn(
    database: Database, turn: PendingTurn, decided: DecidedTurn, now: datetime, *, final: bool
) -> CommitOutcome:
    """Store the reply, the new state and the move to the queue, or nothing at all.

    ``GROWN``: more messages came meanwhile and ``final`` is False, so decide again over all of
    them. ``STALE``: the conversation changed hands, or another worker answered.
    """
    try:
        with database.write() as session:
            _commit(session, turn, decided, now, final=final)
    except _AbandonedError as abandoned:
        return abandoned.outcome
    return CommitOutcome.COMMITTED


def _commit(
    session: Session, turn: PendingTurn, decided: DecidedTurn, now: datetime, *, final: bool
) -> None:
    applied = session.execute(
        update(ConversationRow)
        .where(
            col(ConversationRow.id) == turn.conversation_id,
            col(ConversationRow.epoch) == turn.epoch,
            col(ConversationRow.status) == turn.status.value,
        )
        .values(dialog=state_to_json(decided.decision.state), language=decided.language)
        .execution_options(synchronize_session=False)
    )
    if applied.rowcount != 1 or turn.silenced != (silence_of(session) is not None):  # type: ignore[attr-defined]
        raise _AbandonedError(CommitOutcome.STALE)
    answered = tuple(message.seq for message in turn.messages)
    waiting = {row.seq for row in _pending(session, turn.conversation_id)}
    if not waiting >= set(answered):
        raise _AbandonedError(CommitOutcome.STALE)
    if waiting != set(answered) and not final:
        raise _AbandonedError(CommitOutcome.GROWN)
    session.execute(
        update(MessageRow)
        .where(
            col(MessageRow.conversation_id) == turn.conversation_id,
            col(MessageRow.seq).in_(answered),
        )
        .values(turn="answered")
        .execution_options(synchronize_session=False)
    )
    _keep_draft(session, turn, decided, now)
    seq = allot_seq(session, turn.conversation_id, now)
    conversation = _routed(session, turn, decided.decision, now)
    author = "system" if turn.silenced else "bot"
    message = replace(
        _as_post(author, decided, answered),
        attachments=enclose(session, turn.conversation_id, seq, decided.decision.reply.files, now),
    )
    note_said(session, turn.conversation_id, seq, _said(decided.decision), now)
    note_topic(session, turn.conversation_id, seq, decided.decision.reply.reasons, now)
    if turn.status is Status.AUTOMATED and decided.decision.reply.kind is Kind.HANDOFF:
        place = place_sentence(session, conversation, decided.language)
        message = replace(message, text=f"{message.text} {place}".rstrip())
    post(session, conversation, seq, message, now)


def _routed(
    session: Session, turn: PendingTurn, decision: Decision, now: datetime
) -> ConversationRow:
    """The conversation where the decision puts it; one that waits already may only move up."""
    reason, route = decision.hand_off, decision.route
    if reason is not None and turn.status is Status.AUTOMATED:
        return move(session, turn.conversation_id, Move.HAND_OFF, now, reason=reason, route=route)
    conversation = session.get_one(ConversationRow, turn.conversation_id, populate_existing=True)
    if reason is not None and route.priority > conversation.priority:
        conversation.priority, conversation.handoff_reason = int(route.priority), reason
        session.add(conversation)
        reckon_again(session, conversation)
    return conversation


def _keep_draft(session: Session, turn: PendingTurn, decided: DecidedTurn, now: datetime) -> None:
    """What the bot would have said stands in the thread, where only people at the desk see it."""
    draft = decided.decision.draft
    if draft is None:
        return
    seq = allot_seq(session, turn.conversation_id, now)
    conversation = session.get_one(ConversationRow, turn.conversation_id, populate_existing=True)
    reasons = reasons_to_json(draft.reasons, decided.release, decided.template_titles)
    sources = sources_to_json(draft.sources)
    message = Post("draft", draft.text, name=decided.bot_name, sources=sources, reasons=reasons)
    post(session, conversation, seq, message, now)


def _as_post(author: str, decided: DecidedTurn, answered: tuple[int, ...]) -> Post:
    reply = decided.decision.reply
    return Post(
        author,
        reply.text,
        name=decided.bot_name,
        buttons=reply.buttons,
        sources=sources_to_json(reply.sources),
        reply_to=answered,
        reasons=reasons_to_json(reply.reasons, decided.release, decided.template_titles),
    )


def _said(decision: Decision) -> list[tuple[TemplateId, int | None]]:
    """The templates that the reply says, the first with its version."""
    reasons = decision.reply.reasons
    return [
        (each, reasons.template_version if each == reasons.template else None)
        for each in said_in(decision)
    ]


def _pending(session: Session, conversation_id: str) -> list[MessageRow]:
    return list(
        session.exec(
            select(MessageRow)
            .where(MessageRow.conversation_id == conversation_id, MessageRow.turn == "pending")
            .order_by(col(MessageRow.seq))
        )
    )


def customer_messages(
    session: Session, conversation_id: str, rows: list[MessageRow]
) -> tuple[CustomerMessage, ...]:
    """Stored ``rows`` of one conversation as the dialog takes them."""
    attachments = attachments_of(session, conversation_id, rows)
    return tuple(
        _customer_message(row, attachments.get(row.seq, ()), _quoted_turn(session, row))
        for row in rows
    )


def _quoted_turn(session: Session, row: MessageRow) -> QuotedTurn | None:
    """The turn that the quoted message belongs to: a question, or what the bot said to one.

    None for the bot's last reply, which the dialog's memory is of anyway.
    """
    quote = (row.context or {}).get("quote") or {}
    if quote.get("author") == "customer":
        return QuotedTurn(quote["text"]) if quote.get("text") else None
    reply = session.exec(
        select(MessageRow).where(
            MessageRow.conversation_id == row.conversation_id, MessageRow.seq == quote.get("seq")
        )
    ).first()
    if reply is None or not reply.reply_to or reply.seq == _last_reply(session, row):
        return None
    reasons = reply.reasons or {}
    said = [each["id"] for each in (reasons.get("template"), *reasons.get("also", ())) if each]
    return QuotedTurn(
        asked=reasons.get("asked") or _asked_in(session, reply),
        text=reply.text,
        said=tuple(TemplateId(each) for each in said),
        buttons=buttons_from_json(reply.buttons or ()),
        quotes=tuple(each["quote"] for each in reply.sources or ()),
    )


def _last_reply(session: Session, row: MessageRow) -> int | None:
    """The number of what the bot said last before ``row``."""
    return session.exec(
        select(func.max(MessageRow.seq)).where(
            MessageRow.conversation_id == row.conversation_id,
            MessageRow.author == "bot",
            col(MessageRow.seq) < row.seq,
        )
    ).one()


def _asked_in(session: Session, reply: MessageRow) -> str:
    """The customer's messages that ``reply`` answers, as they were written."""
    texts = session.exec(
        select(MessageRow.text)
        .where(
            MessageRow.conversation_id == reply.conversation_id,
            col(MessageRow.seq).in_(reply.reply_to),
        )
        .order_by(col(MessageRow.seq))
    )
    return "\n\n".join(texts)


def _customer_message(
    row: MessageRow, attachments: tuple[Attachment, ...], quoted: QuotedTurn | None
) -> CustomerMessage:
    button = row.button
    action = action_from_json(button["action"]) if button else None
    text = (action.text if action and action.text else None) or row.text
    views = tuple(AttachmentView(each.name, each.family) for each in attachments)
    return CustomerMessage(row.seq, text, action, views, quoted)
