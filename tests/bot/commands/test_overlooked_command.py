"""Strangers that look like an accepted intent, at a terminal: listed, surest first, and settled."""

from __future__ import annotations

from pathlib import Path

import click
import numpy as np
import pytest
from sqlmodel import select

from bot.content.learned import training_examples
from bot.content.unlabelled import asked_elsewhere
from bot.services import utc_now
from bot.settings import Settings
from bot.store import Database
from bot.store.tables import AuditRow, IntentRow, LabelDecisionRow, MergedIntentRow, PairRow
from knowledge import IntentId
from nlu import IntentProbability, Understanding
from tests.bot.commands.conftest import Run

pytest.importorskip("torch", reason="strangers are read with the train extra (torch)")

SURE, LESS, UNLIKELY = "where has it got to", "is it on its way", "do you sell kites"
FOLLOW_UP, STALE = "and where is", "it is still not here"
SCOPES = {SURE: 0.9, LESS: 0.6, UNLIKELY: 0.4, FOLLOW_UP: 0.99, STALE: 0.95}


class Knowing:
    """A model that takes every question but one for a delivery, more or less surely."""

    intents = (IntentId("parcels"), IntentId("refund"))

    def understand(self, text: str) -> Understanding:
        first = "gone" if text == STALE else "parcels"
        likely = tuple(IntentProbability(IntentId(each), 0.5) for each in (first, "refund"))
        return Understanding(text, np.zeros(1), likely, SCOPES[text], "en", True, False, (), 0.9)


@pytest.fixture
def asked(home: Path, monkeypatch: pytest.MonkeyPatch):
    """A home with five strangers, whose model still knows deliveries under an earlier name."""
    monkeypatch.setattr("bot.commands.overlooked.encoder_directory", lambda _: home)
    monkeypatch.setattr("bot.commands.overlooked.Model.open", lambda _: Knowing())
    monkeypatch.setattr("bot.commands.home_training.is_golden", lambda _: False)
    home.mkdir()
    database = Database.open(Settings.load(home, {}).database_url)
    with database.write() as session:
        for name in ("delivery", "refund"):
            session.add(IntentRow(id=name, name=name, source="tag", state="accepted"))
        session.add(MergedIntentRow(intent_id="parcels", into_id="delivery", merged_at=utc_now()))
        for text in SCOPES:
            row = PairRow(id=text, transcript_key="t")
            context = ["Where is it?"] if text == FOLLOW_UP else []
            row.content = {"question": text, "context": context, "asked_at": None}
            session.add(row)
    yield database
    database.close()


def decide(run: Run, monkeypatch: pytest.MonkeyPatch, pressed: str) -> str:
    waiting = iter(pressed)
    monkeypatch.setattr(click, "getchar", lambda: next(waiting))
    done = run("review", "next", "--decide")
    assert done.status == 0, done.err
    return done.err + done.out


def test_the_surest_is_asked_about_first_and_one_key_decides(
    run: Run, asked: Database, monkeypatch: pytest.MonkeyPatch
) -> None:
    said = decide(run, monkeypatch, "an")
    assert said.index(f"{SURE!r}: delivery 90%; or refund") < said.index(f"{LESS!r}: delivery 60%")
    assert not any(repr(text) in said for text in (UNLIKELY, FOLLOW_UP, STALE))
    assert "2 questions decided. 0 of 3 questions without an intent look like" in said
    assert training_examples(asked) == [(SURE, "delivery")]
    elsewhere = asked_elsewhere(asked)
    assert (SURE in elsewhere.texts, elsewhere.strangers) == (False, {LESS})


def test_what_is_decided_is_not_asked_again(
    run: Run, asked: Database, monkeypatch: pytest.MonkeyPatch
) -> None:
    decide(run, monkeypatch, "nn")
    assert "0 questions decided. 0 of 3" in decide(run, monkeypatch, "")


def test_keys_skip_and_leave_and_an_intent_that_is_none_is_refused(
    run: Run, asked: Database, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(click, "prompt", lambda *_, **__: "nonsense")
    said = decide(run, monkeypatch, "is")
    assert "no accepted intent 'nonsense'" in said
    assert "0 questions decided. 2 of 5" in said
    assert "0 questions decided" in decide(run, monkeypatch, "q")
    assert training_examples(asked) == []


def test_one_is_settled_by_name_thought_better_of_and_each_change_noted_once(
    run: Run, asked: Database, monkeypatch: pytest.MonkeyPatch
) -> None:
    decide(run, monkeypatch, "q")
    assert run("review", "settle", SURE, "--json").json["intent"] == "delivery"
    assert run("review", "settle", SURE, "delivery").status == 0
    assert run("review", "settle", SURE, "--none", "--json").json["stranger"] is True
    with asked.read() as session:
        row = session.exec(select(LabelDecisionRow)).one()
        acts = [(each.act, each.name, each.after) for each in session.exec(select(AuditRow))]
    assert (row.intent_id, row.stranger) == (None, True)
    assert [(act, name) for act, name, _ in acts] == [("question.labelled", "command line")] * 2
    assert [after.get("intent") for *_, after in acts] == ["delivery", None]
    assert SURE not in str(acts)
    assert training_examples(asked) == []


@pytest.mark.parametrize(
    ("wrong", "status", "why"),
    [
        (("nobody asked this",), 1, "no imported question"),
        ((UNLIKELY,), 1, "nothing proposes"),
        ((SURE, "nonsense"), 1, "no accepted intent"),
        ((SURE, "refund", "--none"), 2, "not both"),
    ],
)
def test_what_makes_no_sense_is_refused(run: Run, asked, wrong, status: int, why: str) -> None:
    refused = run("review", "settle", *wrong)
    assert (refused.status, refused.out) == (status, "")
    assert why in refused.err


def test_both_lists_come_in_one_answer(run: Run, school: Database) -> None:
    with school.write() as session:
        for number in range(6):
            row = PairRow(id=str(number), transcript_key="t")
            row.content = {
                "question": f"my parcel and money {number}",
                "context": [],
                "asked_at": None,
            }
            session.add(row)
    found = run("review", "next", "--json")
    assert found.status == 0, found.err
    assert len(found.json["questions"]) > 0
    overlooked = found.json["overlooked"]
    assert 0 < overlooked["strangers"] <= 6
    assert overlooked["alike"] == len(overlooked["questions"])
    shown = run("review", "next")
    assert f"of {overlooked['strangers']} questions without an intent" in shown.err
