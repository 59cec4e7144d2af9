"""Asking within a stored conversation, where a person may be faster."""

from __future__ import annotations

from pathlib import Path

import pytest
from conversing import Answerer, answering

from bot.conversations.agents import Agent, take_over
from bot.conversations.turns import DecidedTurn, PendingTurn
from bot.services import utc_now
from bot.store import Database
from bot.store.database import sqlite_url
from tests.bot.commands.conftest import Run


def test_a_reply_that_a_takeover_overtook_is_not_shown(
    run: Run, home: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def overtaken(turn: PendingTurn) -> DecidedTurn:
        database = Database.open(sqlite_url(home / "frontdesk.db"))
        take_over(database, turn.conversation_id, Agent("ada", "Ada"), None, utc_now())
        database.close()
        return answering("too late")

    monkeypatch.setattr("bot.commands.asking._answerer", lambda home: Answerer(overtaken))
    finished = run("ask", "hello", "--conversation", "mine")
    assert (finished.status, finished.out) == (1, "")
    assert "changed hands" in finished.err
