"""A banned customer is stored, shown, and answered by nobody."""

from __future__ import annotations

import pytest
from conversing import Desk

from bot.conversations.banning import ban, unban
from bot.conversations.errors import UnknownConversationError
from bot.conversations.turns import CommitOutcome
from bot.desk.threads import thread
from bot.dialog import Move


def turns(desk: Desk, chat: str) -> list[str | None]:
    return [row.turn for row in desk.messages(chat) if row.author == "customer"]


def test_what_a_banned_customer_writes_is_stored_and_answered_by_nobody(desk: Desk) -> None:
    chat, ada = desk.telegram_conversation(), desk.agent()
    desk.says(chat, "before")
    assert ban(desk.database, chat, ada, desk.later())
    assert not ban(desk.database, chat, ada, desk.later())
    assert not desk.says(chat, "after").awaits_turn
    assert turns(desk, chat) == ["ignored", "ignored"]
    assert thread(desk.database, chat)["banned"]


def test_a_reply_that_is_being_computed_is_not_said_after_the_ban(desk: Desk) -> None:
    chat = desk.telegram_conversation()
    desk.says(chat, "hello")
    turn = desk.pending(chat)
    ban(desk.database, chat, desk.agent(), desk.later())
    assert desk.commit(turn) is CommitOutcome.STALE
    assert desk.outbox(chat) == []


def test_a_reply_that_is_unsent_is_not_sent_after_the_ban(desk: Desk) -> None:
    chat = desk.telegram_conversation()
    desk.says(chat, "hello")
    desk.commit(desk.pending(chat))
    ban(desk.database, chat, desk.agent(), desk.later())
    assert [row.status for row in desk.outbox(chat)] == ["cancelled"]


def test_a_banned_customer_reopens_nothing(desk: Desk) -> None:
    chat = desk.telegram_conversation()
    desk.move(chat, Move.CLOSE)
    ban(desk.database, chat, desk.agent(), desk.later())
    desk.says(chat, "hello")
    assert thread(desk.database, chat)["status"] == "closed"


def test_who_is_let_in_again_is_answered_from_then_on(desk: Desk) -> None:
    chat, ada = desk.telegram_conversation(), desk.agent()
    ban(desk.database, chat, ada, desk.later())
    desk.says(chat, "while banned")
    assert unban(desk.database, chat, ada, desk.later())
    assert not unban(desk.database, chat, ada, desk.later())
    assert desk.says(chat, "again").awaits_turn
    assert turns(desk, chat) == ["ignored", "pending"]


def test_nobody_is_banned_from_a_conversation_that_is_not_there(desk: Desk) -> None:
    with pytest.raises(UnknownConversationError):
        ban(desk.database, "nowhere", desk.agent(), desk.later())
