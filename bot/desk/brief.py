"""What an agent needs before the first word: a summary, what the bot made of it, who this is.

Everything in it stands in the conversation or was decided by the bot; nothing is invented for it.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import asdict, dataclass
from datetime import datetime
from typing import Any, Final

from sqlalchemy import ColumnElement, or_
from sqlmodel import Session, col, select

from bot.answering import Release
from bot.channels.rendering import markdown_to_plain
from bot.conversations.errors import UnknownConversationError
from bot.conversations.rating import Rated, ratings_of
from bot.conversations.serialised import state_from_json
from bot.desk.suggestions import Suggestion, suggestions_for
from bot.desk.summary import Said, Vector, summarise
from bot.dialog import Kind, Reading
from bot.store import Database
from bot.store.tables import ConversationRow, MessageRow, RatingRow

EARLIER: Final = 5
READ: Final = 60
LATEST: Final = 3
LOOKED_AT: Final = 10
LONGEST_ACT: Final = 60
"""Characters, from which on a message says more than that a person is wanted."""
PREVIEW: Final = 300
ANSWERED_BY: Final = (Kind.ANSWER.value, Kind.COMPOSE.value)


@dataclass(frozen=True, slots=True)
class Earlier:
    """Another conversation of the same person; ``asked`` is how it began."""

    id: str
    channel: str
    status: str
    updated_at: datetime
    asked: str
    rating: int | None


@dataclass(frozen=True, slots=True)
class Brief:
    """``intents`` are the likeliest with their probabilities, ``because`` the bot's last reasons;
    ``sentiment`` in [-1, 1] is None where nothing was read. Of ``ratings`` the last one counts.
    """

    summary: tuple[Said, ...]
    handoff_reason: str | None
    intents: tuple[Mapping[str, Any], ...]
    because: tuple[str, ...]
    details: Mapping[str, str]
    sentiment: float | None
    earlier: tuple[Earlier, ...]
    suggestions: tuple[Suggestion, ...]
    ratings: tuple[Rated, ...] = ()


def brief(
    database: Database, release: Release, conversation_id: str, reader: str | None = None
) -> Brief:
    """The brief of one conversation, for somebody whose language is ``reader``, if that is known.

    Raises:
        UnknownConversationError: there is none with this id.
    """
    with database.read() as session:
        conversation = session.get(ConversationRow, conversation_id)
        if conversation is None:
            raise UnknownConversationError
        said = _said(session, conversation_id)
        state = state_from_json(conversation.dialog)
        latest = _latest_reasons(session, conversation_id) or {}
        answered = answered_up_to(session, conversation_id)
        earlier = _earlier(session, conversation)
        ratings = ratings_of(session, conversation_id)
        customer, language = conversation.customer, conversation.language
        channel = conversation.channel
        reason = conversation.handoff_reason
    reading = _read_latest(release, unanswered(matters(said, release), answered), language)
    return Brief(
        summary=summarise(said, encoder_of(release)),
        handoff_reason=reason,
        intents=tuple(latest.get("intents", ())),
        because=tuple(latest.get("because", ())),
        details=state.given,
        sentiment=reading.sentiment if reading else None,
        earlier=earlier,
        suggestions=tuple(
            suggestions_for(reading, release, state, customer, channel, reader) if reading else ()
        ),
        ratings=ratings,
    )


def brief_json(found: Brief) -> dict[str, Any]:
    """The brief as the desk's API gives it."""
    return {
        "summary": [{"seq": each.seq, "text": each.text} for each in found.summary],
        "understanding": {
            "handoff_reason": found.handoff_reason,
            "intents": list(found.intents),
            "because": list(found.because),
        },
        "details": dict(found.details),
        "sentiment": None if found.sentiment is None else round(found.sentiment, 3),
        "earlier": [
            {**asdict(each), "updated_at": each.updated_at.isoformat()} for each in found.earlier
        ],
        "suggestions": [suggestion_json(each) for each in found.suggestions],
        "ratings": [{**asdict(each), "at": each.at.isoformat()} for each in found.ratings],
    }


def encoder_of(release: Release) -> Callable[[str], Vector | None]:
    """Search vectors of the release's model, None for what it cannot read."""

    def encode(text: str) -> Vector | None:
        if release.model is None:
            return None
        encoding = release.model.encoding(text)
        return encoding.vector if encoding.readable else None

    return encode


def _said(session: Session, conversation_id: str) -> list[Said]:
    """The customer's last messages, in order."""
    rows = session.exec(
        select(MessageRow.seq, MessageRow.text)
        .where(MessageRow.conversation_id == conversation_id, MessageRow.author == "customer")
        .order_by(col(MessageRow.seq).desc())
        .limit(READ)
    ).all()
    return [Said(seq, text) for seq, text in reversed(rows)]


def _latest_reasons(session: Session, conversation_id: str) -> Mapping[str, Any] | None:
    """Why the bot said what it said last, before it only said that a person will come.

    Standing sentences have no reasons.
    """
    rows = session.exec(
        select(MessageRow.reasons)
        .where(
            MessageRow.conversation_id == conversation_id,
            col(MessageRow.author).in_(("bot", "system")),
        )
        .order_by(col(MessageRow.seq).desc())
        .limit(READ)
    )
    return next((each for each in rows if each and each.get("rule") != "waiting"), None)


def answered_up_to(session: Session, conversation_id: str) -> int:
    """The last message of the customer's that an agent, or the bot with an answer, replied to."""
    rows = session.exec(
        select(MessageRow.seq, MessageRow.author, MessageRow.reply_to, MessageRow.reasons)
        .where(
            MessageRow.conversation_id == conversation_id,
            col(MessageRow.author).in_(("bot", "agent")),
        )
        .order_by(col(MessageRow.seq).desc())
        .limit(READ)
    )
    for seq, author, reply_to, reasons in rows:
        if author == "agent":
            return seq
        if (reasons or {}).get("kind") in ANSWERED_BY:
            return max(reply_to, default=seq)
    return 0


def unanswered(said: Sequence[Said], answered: int) -> Sequence[Said]:
    """What was said after message ``answered``; the last message where nothing was."""
    return [each for each in said if each.seq > answered] or said[-1:]


def matters(said: Sequence[Said], release: Release) -> Sequence[Said]:
    """The last messages without those that only call for a person, agree or thank; all of them
    where nothing else was said."""
    last = said[-LOOKED_AT:]
    return [each for each in last if not _is_mere_act(each.text, release)] or last


def _is_mere_act(text: str, release: Release) -> bool:
    if release.model is None or release.acts is None or len(text) > LONGEST_ACT:
        return False
    encoding = release.model.encoding(text)
    return release.acts.read(text, encoding.vector if encoding.readable else None) is not None


def _read_latest(release: Release, said: Sequence[Said], language: str | None) -> Reading | None:
    if not said or release.model is None:
        return None
    return release.read("\n\n".join(each.text for each in said[-LATEST:]), language)


def suggestion_json(suggestion: Suggestion) -> dict[str, Any]:
    """A reply to choose, with a glimpse of its words."""
    return {
        "source": suggestion.source,
        "id": suggestion.id,
        "title": suggestion.title,
        "text": suggestion.text,
        "preview": markdown_to_plain(suggestion.text)[:PREVIEW],
        "score": round(suggestion.score, 4),
        "missing": list(suggestion.missing),
    }


def _earlier(session: Session, conversation: ConversationRow) -> tuple[Earlier, ...]:
    """The same person's other conversations, the latest first; nothing where nobody is known."""
    same = same_person(conversation)
    if same is None:
        return ()
    rows = session.exec(
        select(ConversationRow)
        .where(same, ConversationRow.id != conversation.id)
        .order_by(col(ConversationRow.updated_at).desc())
        .limit(EARLIER)
    ).all()
    return tuple(earlier_of(session, row) for row in rows)


def same_person(conversation: ConversationRow) -> ColumnElement[bool] | None:
    """By the key that the channel or a signature vouches for; a typed address proves nothing."""
    known = []
    if conversation.customer_key:
        known.append(col(ConversationRow.customer_key) == conversation.customer_key)
    if conversation.customer_email and conversation.signed_in:
        signed = col(ConversationRow.signed_in).is_(True)
        known.append(signed & (col(ConversationRow.customer_email) == conversation.customer_email))
    return or_(*known) if known else None


def earlier_of(session: Session, row: ConversationRow) -> Earlier:
    """A conversation in short."""
    first = session.exec(
        select(MessageRow.text)
        .where(MessageRow.conversation_id == row.id, MessageRow.author == "customer")
        .order_by(col(MessageRow.seq))
        .limit(1)
    ).first()
    rating = session.get(RatingRow, row.id)
    return Earlier(
        id=row.id,
        channel=row.channel,
        status=row.status,
        updated_at=row.updated_at,
        asked=(first or "")[:200],
        rating=rating.score if rating else None,
    )
