"""Candidates at a terminal: listed, accepted, given another intent, rejected, by one key each."""

from __future__ import annotations

from contextlib import contextmanager
from dataclasses import replace

import click
import pytest
from conversing import Desk, answering
from sqlmodel import select

from bot.content.learned import training_examples
from bot.conversations import agents
from bot.conversations.turns import DecidedTurn
from bot.learning.correcting import Correction, correct
from bot.services import utc_now
from bot.settings import Settings
from bot.store import Database
from bot.store.tables import IntentRow, MessageRow
from tests.bot.commands.conftest import Run

ANSWER = "We sell no tandems, and none are planned for this year."
QUESTIONS = ("my parcel is so late", "where has my money gone", "who is your chief executive")


@pytest.fixture
def asked(home):
    """A home in which the bot asked back about three questions."""
    home.mkdir()
    database = Database.open(Settings.load(home, {}).database_url)
    with database.write() as session:
        for name in ("delivery", "refund"):
            session.add(IntentRow(id=name, name=name, source="tag", state="accepted"))
    desk = Desk(database)
    for text in QUESTIONS:
        conversation = desk.conversation()
        desk.says(conversation, text)
        desk.commit(desk.pending(conversation), not_sure())
    yield database
    database.close()


def not_sure() -> DecidedTurn:
    decided = answering("What do you mean?")
    reply = decided.decision.reply
    reply = replace(reply, reasons=replace(reply.reasons, rule="unsure"))
    return replace(decided, decision=replace(decided.decision, reply=reply))


@contextmanager
def keys(monkeypatch: pytest.MonkeyPatch, pressed: str):
    waiting = iter(pressed)
    monkeypatch.setattr(click, "getchar", lambda: next(waiting))
    yield


def test_they_are_listed_with_what_happened(run: Run, asked) -> None:
    found = run("review", "candidates", "--json").json
    assert {each["text"] for each in found["candidates"]} == set(QUESTIONS)
    assert (found["waiting"], found["accepted"]) == (3, 0)
    assert "unanswered 1" in run("review", "candidates", "--count", "1").err


def test_one_is_given_an_intent_and_one_rejected(run: Run, asked) -> None:
    first, second, _ = run("review", "candidates", "--json").json["candidates"]
    assert run("review", "decide", first["id"], "delivery", "--json").json["intent"] == "delivery"
    assert run("review", "decide", second["id"], "--reject").status == 0
    assert run("review", "candidates", "--json").json["waiting"] == 1
    assert training_examples(asked) == [(first["text"], "delivery")]


@pytest.mark.parametrize("wrong", [("none", "delivery"), ("none",), ("none", "--reject")])
def test_what_is_not_there_is_refused_in_one_line(run: Run, asked, wrong) -> None:
    refused = run("review", "decide", *wrong)
    assert (refused.status, refused.out, refused.err.count("\n")) == (1, "", 1)


def test_one_key_decides_and_what_was_decided_is_kept(run: Run, asked, monkeypatch) -> None:
    with keys(monkeypatch, "rsq"):
        done = run("review", "candidates", "--decide")
    assert (done.status, done.out) == (0, "1 candidates decided.\n")
    assert run("review", "candidates", "--json").json["waiting"] == 2


def test_an_intent_is_typed_where_none_is_proposed(run: Run, asked, monkeypatch) -> None:
    monkeypatch.setattr(click, "prompt", lambda *_, **__: "refund")
    with keys(monkeypatch, "aq"):
        run("review", "candidates", "--decide")
    assert [intent for _, intent in training_examples(asked)] == ["refund"]


def test_what_was_asked_in_vain_is_listed_by_matter(run: Run, asked, tmp_path) -> None:
    found = run("review", "gaps", "--json", "--drafts", str(tmp_path / "drafts")).json
    assert (found["matters"], found["drafts"]) == (3, [])
    assert {each["question"] for each in found["gaps"]} == set(QUESTIONS)
    assert "1 person: " in run("review", "gaps", "--count", "1").err


def test_drafts_are_written_once_and_never_over_somebodys_edit(run: Run, asked, tmp_path) -> None:
    desk = Desk(asked)
    conversation = desk.conversation()
    desk.says(conversation, "do you sell tandems")
    desk.commit(desk.pending(conversation), answering("I pass this on.", hand_off="not sure"))
    agent = desk.agent()
    desk.take_over(conversation, agent)
    agents.reply(asked, conversation, agent, "key", ANSWER, desk.later())
    folder = tmp_path / "drafts"
    (name,) = run("review", "gaps", "--json", "--drafts", str(folder)).json["drafts"]
    file = folder / name
    assert file.read_text("utf-8") == f"# Do you sell tandems\n\n{ANSWER}\n"
    file.write_text("edited", "utf-8")
    assert run("review", "gaps", "--json", "--drafts", str(folder)).json["drafts"] == []
    assert file.read_text("utf-8") == "edited"


def test_what_a_colleague_wrote_stands_beside_the_question(run: Run, asked) -> None:
    with asked.read() as session:
        reply = session.exec(select(MessageRow).where(MessageRow.author == "bot")).all()[-1]
        said = Correction(reply.conversation_id, reply.seq, words="Nobody answers that by chat.")
    correct(asked, said, utc_now(), "ada@shop.example")
    (found,) = [
        each for each in run("review", "candidates", "--json").json["candidates"] if each["worded"]
    ]
    assert (found["safe"], found["worded"][0]["by"]) == (False, "ada@shop.example")
    line = "should have said (ada@shop.example): 'Nobody answers that by chat.'"
    assert line in run("review", "candidates").err
