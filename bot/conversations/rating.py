"""Asks for a rating when a person has closed a conversation, and keeps every answer.

The last one counts (its row); all of them stand among the conversation's events. Neither a rating,
pressed or typed, nor a thank-you after the end is a question: it is kept and answered, and wakes
nobody.
"""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass
from datetime import datetime
from typing import Any, Final

from sqlmodel import Session, col, select

from bot.conversations.posting import Post, allot_seq, post
from bot.dialog import ButtonAction, ReplyButton, Status
from bot.dialog.phrases import phrase
from bot.store.tables import ConversationRow, EventRow, MessageRow, RatingRow

SCORES: Final = range(1, 6)
_TYPED: Final = re.compile(r"\s*([1-5])(?:\s*/\s*5)?\s*[.!]?\s*")
RATED: Final = "rated"


@dataclass(frozen=True, slots=True)
class Rated:
    """A score from 1 to 5 that the customer gave, perhaps with a word on it."""

    score: int
    comment: str | None
    at: datetime


def ask_for_rating(session: Session, conversation: ConversationRow, now: datetime) -> None:
    """Put the question at the end of the conversation, a button for each score."""
    language = conversation.language
    buttons = tuple(ReplyButton(str(score), ButtonAction(rating=score)) for score in SCORES)
    seq = allot_seq(session, conversation.id, now)
    question = Post("system", phrase("rate", language), buttons=buttons)
    post(session, conversation, seq, question, now)


def typed_rating(
    session: Session, conversation: ConversationRow, text: str
) -> dict[str, Any] | None:
    """The button that stands for ``text``, where a closed conversation asks for a rating."""
    typed = _TYPED.fullmatch(unicodedata.normalize("NFKC", text))
    if typed is None or conversation.status != Status.CLOSED:
        return None
    said = session.exec(
        select(MessageRow)
        .where(MessageRow.conversation_id == conversation.id, MessageRow.author == "system")
        .order_by(col(MessageRow.seq).desc())
    )
    offered = next((row.buttons for row in said if row.buttons), [])
    score = int(typed[1])
    return next((each for each in offered if each["action"].get("rating") == score), None)


def keep_rating(
    session: Session, conversation_id: str, score: int, now: datetime, comment: str | None = None
) -> None:
    """Keep a score from 1 to 5; the last one given counts. The same once more is nothing new."""
    last = session.get(RatingRow, conversation_id, with_for_update=True)
    if last is not None and (last.score, last.comment) == (score, comment):
        return
    data = {"score": score, "comment": comment}
    session.add(EventRow(conversation_id=conversation_id, kind=RATED, data=data, at=now))
    row = RatingRow(conversation_id=conversation_id, score=score, comment=comment, at=now)
    session.merge(row)


def ratings_of(session: Session, conversation_id: str) -> tuple[Rated, ...]:
    """Every rating of the conversation, the first one first."""
    events = session.exec(
        select(EventRow)
        .where(EventRow.conversation_id == conversation_id, EventRow.kind == RATED)
        .order_by(col(EventRow.id))
    )
    return tuple(Rated(each.data["score"], each.data["comment"], each.at) for each in events)


def take_leave(session: Session, conversation: ConversationRow, said: int, now: datetime) -> None:
    """Answer thanks or a goodbye after the end, so that it need not begin anew."""
    seq = allot_seq(session, conversation.id, now)
    reply = Post("system", phrase("farewell_closed", conversation.language), reply_to=(said,))
    post(session, conversation, seq, reply, now)


def thank_for_rating(
    session: Session, conversation: ConversationRow, rated: int, now: datetime
) -> None:
    """Answer the message ``rated``, in which the customer gave their score."""
    seq = allot_seq(session, conversation.id, now)
    thanks = Post("system", phrase("rated", conversation.language), reply_to=(rated,))
    post(session, conversation, seq, thanks, now)
