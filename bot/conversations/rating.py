"""Asks for a rating when a person has closed a conversation, and keeps the answer.

Neither a rating nor a thank-you after the end is a question: it is kept and answered, and wakes
nobody.
"""

from __future__ import annotations

from datetime import datetime
from typing import Final

from sqlmodel import Session

from bot.conversations.posting import Post, allot_seq, post
from bot.dialog import ButtonAction, ReplyButton
from bot.dialog.phrases import phrase
from bot.store.tables import ConversationRow, RatingRow

SCORES: Final = range(1, 6)


def ask_for_rating(session: Session, conversation: ConversationRow, now: datetime) -> None:
    """Put the question at the end of the conversation, a button for each score."""
    language = conversation.language
    buttons = tuple(ReplyButton(str(score), ButtonAction(rating=score)) for score in SCORES)
    seq = allot_seq(session, conversation.id, now)
    question = Post("system", phrase("rate", language), buttons=buttons)
    post(session, conversation, seq, question, now)


def keep_rating(
    session: Session, conversation_id: str, score: int, now: datetime, comment: str | None = None
) -> None:
    """Keep a score from 1 to 5; the last one given counts."""
    row = RatingRow(conversation_id=conversation_id, score=score, comment=comment, at=now)
    session.merge(row)


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
