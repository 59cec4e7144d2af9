"""What a customer who comes back does to a conversation that had come to rest."""

from __future__ import annotations

from datetime import datetime
from typing import Final

from sqlmodel import Session

from bot.conversations.ownership import move
from bot.conversations.serialised import state_from_json, state_to_json
from bot.dialog import DialogState, Move, Status
from bot.store.tables import ConversationRow

RETURNS: Final[dict[str, Move]] = {Status.CLOSED: Move.REOPEN, Status.SNOOZED: Move.WAKE}


def return_to(session: Session, conversation: ConversationRow, now: datetime) -> ConversationRow:
    """Reopen what was closed, wake what was put off; anything else stays as it is.

    Reopened, the bot says again what it is, and knows only what the customer told it.
    """
    what = RETURNS.get(conversation.status)
    if what is None:
        return conversation
    conversation = move(session, conversation.id, what, now)
    if what is Move.REOPEN:
        known = state_from_json(conversation.dialog).details
        conversation.dialog = state_to_json(DialogState(details=known))
        session.add(conversation)
    return conversation
