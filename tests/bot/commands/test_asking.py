"""Asking within a stored conversation, where a person may be faster."""

from __future__ import annotations

import json
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


def answer_everything(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(
        "bot.commands.asking._answerer", lambda home: Answerer(lambda _: answering("an answer"))
    )


def test_a_trial_shows_what_a_silenced_bot_would_say_and_that_it_is_silenced(
    run: Run, monkeypatch: pytest.MonkeyPatch
) -> None:
    answer_everything(monkeypatch)
    run("silence", "on")
    finished = run("ask", "hello", "--json")
    assert (finished.json["text"], finished.json["silenced"]) == ("an answer", True)
    assert "customers get no answers" in finished.err
    run("silence", "off")
    finished = run("ask", "hello", "--json")
    assert (finished.json["silenced"], finished.err) == (False, "")


def test_texts_of_a_file_are_each_marked_as_asked_of_a_silenced_bot(
    run: Run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    answer_everything(monkeypatch)
    texts = tmp_path / "texts.txt"
    texts.write_text("hello\nbye\n", encoding="utf-8")
    run("silence", "on")
    lines = run("ask", "--file", texts).out.splitlines()
    assert [json.loads(each)["silenced"] for each in lines] == [True, True]
