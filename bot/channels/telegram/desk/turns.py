"""Whose turn it is in the team's group, into which one message every three seconds may leave.

Topics that stand already, where people talk, come before those that are to begin; but of three
turns one is for a beginning, so that neither keeps the other waiting for long.
"""

from __future__ import annotations

from typing import Final

from sqlalchemy import case, exists
from sqlmodel import col, select

from bot.conversations.outbox import Order
from bot.store.tables import ConversationRow, OutboxRow, TelegramTopicRow

STANDING_IN_A_ROW: Final = 2


class TopicTurns:
    """Counts whose turn it was. Use it from one thread."""

    def __init__(self) -> None:
        self._standing_in_a_row = 0

    def taken(self, *, begins: bool) -> None:
        """A message left into a topic that stood already, or that it began."""
        self._standing_in_a_row = 0 if begins else self._standing_in_a_row + 1

    def order(self) -> Order:
        """Who comes first now; of those that begin the urgent ones, then who waits for longest."""
        stands = exists().where(
            col(TelegramTopicRow.conversation_id) == OutboxRow.conversation_id,
            col(TelegramTopicRow.thread_id).is_not(None),
        )
        standing_first = self._standing_in_a_row < STANDING_IN_A_ROW
        of_conversation = ConversationRow.id == OutboxRow.conversation_id
        priority = select(ConversationRow.priority).where(of_conversation).scalar_subquery()
        since = select(ConversationRow.waiting_since).where(of_conversation).scalar_subquery()
        return (
            case((stands, 0 if standing_first else 1), else_=1 if standing_first else 0),
            case((stands, 0), else_=-priority),
            case((stands, None), else_=since),
            col(OutboxRow.id).asc(),
        )
