"""A customer asks for a person, on whatever channel."""

from __future__ import annotations

from datetime import datetime

from sqlmodel import Session

from bot.conversations.line import place_sentence
from bot.conversations.ownership import move
from bot.conversations.posting import Post, allot_seq, post
from bot.conversations.reopening import return_to
from bot.conversations.silence import standing_author
from bot.dialog import Move, OpeningHours, Status
from bot.dialog.phrases import phrase
from bot.dialog.replies import handing_off_words
from bot.dialog.why import why
from bot.store.tables import ConversationRow


def ask_for_person(
    session: Session,
    conversation_id: str,
    hours: OpeningHours,
    locale: str,
    now: datetime,
    *,
    because: str = why("asked_person"),
    before: str = "",
    reply_to: tuple[int, ...] = (),
) -> bool:
    """Put the conversation into the queue and say so.

    False where a person is awaited already, or has it, or the customer is banned.

    ``before`` is said first; ``reply_to`` are the messages that this answers.
    """
    conversation = session.get_one(ConversationRow, conversation_id, populate_existing=True)
    if conversation.banned_at is not None:
        return False
    conversation = return_to(session, conversation, now)
    if conversation.status != Status.AUTOMATED:
        return False
    conversation = move(session, conversation_id, Move.HAND_OFF, now, reason=because)
    language = conversation.language or locale
    seq = allot_seq(session, conversation_id, now)
    said = handing_off_words("handoff", language, hours, now)
    place = place_sentence(session, conversation, language) if hours.is_open(now) else ""
    said = f"{said} {place}" if place else said
    text = f"{before}\n\n{said}" if before else said
    author = standing_author(session)
    message = Post(author, text, name=phrase("notice", language), reply_to=reply_to)
    post(session, conversation, seq, message, now)
    return True
