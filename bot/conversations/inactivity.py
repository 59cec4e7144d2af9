"""What happens by itself where nobody writes: a snooze ends, a quiet conversation closes.

Nothing closes that is owed an answer: a message that the bot has to answer, one that an agent has
not, or a reply that has not left yet. Each step looks again under the conversation's lock.
"""

from __future__ import annotations

from datetime import datetime, timedelta
from zoneinfo import ZoneInfo

from sqlalchemy import ColumnElement, and_, exists, or_, true
from sqlmodel import Session, col, select

from bot.conversations.notices import locked
from bot.conversations.ownership import CAME_BY, move
from bot.conversations.posting import PUSHED_CHANNELS, Post, allot_seq, post
from bot.conversations.rounds import left_if_it_fails
from bot.dialog import Move, OpeningHours, Status
from bot.dialog.clock_rules import ClockRules, Inactivity
from bot.dialog.phrases import phrase
from bot.store import Database
from bot.store.tables import ConversationRow, EventRow, MessageRow, OutboxRow

BATCH = 100
DAYTIME = (8, 21)
"""Hours of the team's day in which a message may make a customer's telephone ring by itself."""
SILENT = "The customer has been silent."


def wake_snoozed(database: Database, _: ClockRules, now: datetime) -> list[str]:
    """Give back to its agent what was put off until now; returns those conversations."""
    over = (col(ConversationRow.status) == Status.SNOOZED.value) & (
        col(ConversationRow.snoozed_until) <= now
    )
    woken = []
    for conversation_id in _found(database, over):
        piece = f"waking conversation {conversation_id}"
        with left_if_it_fails(piece), database.write() as session:
            if _holds(session, conversation_id, over):
                move(session, conversation_id, Move.WAKE, now, reason="The time has come.")
                woken.append(conversation_id)
    return woken


def lapse_quiet(database: Database, rules: ClockRules, now: datetime) -> list[str]:
    """Close conversations whose customer fell silent; returns them."""
    settings = rules.inactivity
    quiet = _quiet(settings, now) & _nothing_owed()
    if settings.say and not is_daytime(rules.hours, now):
        quiet &= col(ConversationRow.channel).not_in(list(PUSHED_CHANNELS))
    closed = []
    for conversation_id in _found(database, quiet):
        piece = f"closing conversation {conversation_id}"
        with left_if_it_fails(piece), database.write() as session:
            if _holds(session, conversation_id, quiet):
                _lapse(session, conversation_id, now, say=settings.say)
                closed.append(conversation_id)
    return closed


def remind_agents(database: Database, rules: ClockRules, now: datetime) -> list[str]:
    """Note in a thread that it closes soon, because the customer is silent; returns those."""
    settings = rules.inactivity
    if settings.agent is None or not timedelta() < settings.remind < settings.agent:
        return []
    due = _agent_waits_since(now - settings.agent + settings.remind) & or_(
        col(ConversationRow.reminded_at).is_(None),
        col(ConversationRow.reminded_at) < col(ConversationRow.agent_wrote_at),
    )
    reminded = []
    for conversation_id in _found(database, due):
        piece = f"the reminder in conversation {conversation_id}"
        with left_if_it_fails(piece), database.write() as session:
            if _holds(session, conversation_id, due):
                _remind(session, conversation_id, settings.remind, now)
                reminded.append(conversation_id)
    return reminded


def is_daytime(hours: OpeningHours, now: datetime) -> bool:
    """Whether it is day where the team is."""
    return DAYTIME[0] <= now.astimezone(ZoneInfo(hours.time_zone)).hour < DAYTIME[1]


def _quiet(settings: Inactivity, now: datetime) -> ColumnElement[bool]:
    held_by_bot = col(ConversationRow.status) == Status.AUTOMATED.value
    rules = [~true()]
    if settings.bot is not None:
        rules.append(held_by_bot & (col(ConversationRow.updated_at) <= now - settings.bot))
    if settings.agent is not None:
        rules.append(_agent_waits_since(now - settings.agent))
    return or_(*rules)


def _agent_waits_since(moment: datetime) -> ColumnElement[bool]:
    """An agent holds it, spoke last, and has not heard from the customer since ``moment``.

    Whoever got it only after ``moment``, from a snooze or by taking it, has as long as anybody.
    """
    spoke, heard = col(ConversationRow.agent_wrote_at), col(ConversationRow.customer_wrote_at)
    came_since = exists().where(
        col(EventRow.conversation_id) == ConversationRow.id,
        col(EventRow.kind).in_(CAME_BY),
        col(EventRow.at) > moment,
    )
    return and_(
        col(ConversationRow.status) == Status.WITH_AGENT.value,
        spoke <= moment,
        or_(heard.is_(None), heard < spoke),
        ~came_since,
    )


def _nothing_owed() -> ColumnElement[bool]:
    owed = exists().where(
        col(MessageRow.conversation_id) == ConversationRow.id,
        col(MessageRow.turn).in_(("pending", "held")),
    )
    unsent = exists().where(
        col(OutboxRow.conversation_id) == ConversationRow.id,
        col(OutboxRow.status).in_(("pending", "sending")),
    )
    return ~owed & ~unsent


def _lapse(session: Session, conversation_id: str, now: datetime, *, say: bool) -> None:
    conversation = move(session, conversation_id, Move.LAPSE, now, reason=SILENT)
    if say and conversation.customer_wrote_at is not None:
        seq = allot_seq(session, conversation_id, now)
        text = phrase("lapsed", conversation.language)
        post(session, conversation, seq, Post("system", text), now)


def _remind(session: Session, conversation_id: str, left: timedelta, now: datetime) -> None:
    conversation = session.get_one(ConversationRow, conversation_id)
    hours = left.total_seconds() / 3600
    text = f"{SILENT} This conversation closes by itself in {hours:g} hours."
    seq = allot_seq(session, conversation_id, now)
    conversation.reminded_at = now
    post(session, conversation, seq, Post("note", text), now)


def _found(database: Database, condition: ColumnElement[bool]) -> list[str]:
    with database.read() as session:
        statement = select(ConversationRow.id).where(condition)
        return list(session.exec(statement.order_by(col(ConversationRow.updated_at)).limit(BATCH)))


def _holds(session: Session, conversation_id: str, condition: ColumnElement[bool]) -> bool:
    """Whether it is still so, now that nobody else can change it."""
    if locked(session, conversation_id) is None:
        return False
    statement = select(ConversationRow.id).where(ConversationRow.id == conversation_id, condition)
    return session.exec(statement).first() is not None
