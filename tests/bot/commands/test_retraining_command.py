"""The loop in one command: nothing new, something new, worse, damaged, and two at once."""

from __future__ import annotations

import json
import shutil
from types import SimpleNamespace

import pytest
from conversing import Desk, answering

from bot.answering.releases import register_model, serving_release
from bot.learning.correcting import Correction, correct
from bot.learning.runs import Ending, RunState, running
from bot.learning.trials import Trial
from bot.services import utc_now
from bot.store import Database
from bot.store.tables import ModelRow
from knowledge import IntentId
from nlu import Verdict
from tests.bot.commands.conftest import Run


def corrected(database: Database, text: str, intent: str) -> None:
    desk = Desk(database, utc_now())
    conversation = desk.conversation()
    desk.says(conversation, text)
    desk.commit(desk.pending(conversation), answering())
    seq = desk.messages(conversation, "bot")[-1].seq
    right = Correction(conversation, seq, intent=IntentId(intent))
    correct(database, right, desk.later(), "ada@shop.example")


def models(run: Run) -> list[dict]:
    return run("models", "list", "--json").json["models"]


def test_where_nothing_is_new_nothing_is_trained(run: Run, school) -> None:
    done = run("retrain", "--json")
    assert (done.status, done.json["state"], done.json["model"]) == (0, "unneeded", None)
    assert "Nothing is new" in run("retrain").out
    assert len(models(run)) == 1


def test_a_correction_is_learned_tested_and_reported_and_the_old_model_serves_on(
    run: Run, school
) -> None:
    corrected(school, "where oh where is my parcel", "delivery")
    done = run("retrain", "--json").json
    assert done["state"] in ("passed", "refused")
    report = done["report"]
    assert report["news"]["by_evidence"] == {"corrected": 1}
    assert report["trial"]["matching"]["examples"] == 30
    assert report["trial"]["known"]["questions"] == 1
    assert report["trial"]["shadow"]["conversations"] == 1
    serving = [each["id"] for each in models(run) if each["serving"]]
    assert serving == [report["before"]]
    assert run("retrain", "--json").json["state"] == "unneeded"


def test_few_new_examples_wait_for_more(run: Run, school) -> None:
    corrected(school, "where oh where is my parcel", "delivery")
    done = run("retrain", "--least-new", "5")
    assert (done.status, "1 examples are new; this waits for 5" in done.out) == (0, True)
    assert len(models(run)) == 1


@pytest.fixture
def trains_at_once(school, monkeypatch: pytest.MonkeyPatch):
    """Training hands out the model that serves once more, so that only what follows is tried."""
    from bot.commands import retraining

    def train(home, model_id, *_: object, messages=()):
        serving = serving_release(home.database)
        assert serving is not None
        shutil.copytree(home.settings.models / serving.model_id, home.settings.models / model_id)
        register_model(home.database, model_id, {"adapted_to": len(messages)}, utc_now())
        return SimpleNamespace(metrics={})

    monkeypatch.setattr(retraining, "train_model", train)
    return retraining


@pytest.mark.parametrize(
    ("verdict", "promoted"),
    [(Verdict.WORSE, False), (Verdict.UNJUDGED, False), (Verdict.ALIKE, True)],
)
def test_what_passes_is_promoted_and_what_does_not_is_not(
    run: Run, trains_at_once, monkeypatch: pytest.MonkeyPatch, verdict, promoted
) -> None:
    monkeypatch.setattr(Trial, "verdict", verdict)
    done = run("retrain", "--force", "--promote", "--json").json
    assert done["promoted"] is promoted
    serving = [each["id"] for each in models(run) if each["serving"]]
    assert (serving == [done["model"]]) is promoted


def adapted(database: Database) -> None:
    """As if the model that serves had been trained with --adapt."""
    serving = serving_release(database)
    with database.write() as session:
        row = session.get_one(ModelRow, serving.model_id)
        row.metrics = {**row.metrics, "adapted_to": 7}


def test_what_was_adapted_to_conversations_is_adapted_to_those_of_the_home(
    run: Run, trains_at_once, school, tmp_path
) -> None:
    adapted(school)
    turns = [{"speaker": "customer", "text": "where is my parcel now"}]
    turns += [{"speaker": "agent", "text": "it is on its way"}]
    (tmp_path / "talk.jsonl").write_text(json.dumps({"id": "1", "turns": turns}), "utf-8")
    run("import", "transcripts", tmp_path / "talk.jsonl")
    report = run("retrain", "--force", "--json").json["report"]
    assert [each.split(" as ")[0] for each in report["remarks"]] == [
        "It was adapted to 1 messages of imported conversations,"
    ]
    assert [each["metrics"]["adapted_to"] for each in models(run)].count(1) == 1


def test_where_no_conversations_are_imported_the_report_says_that_it_is_not_adapted(
    run: Run, trains_at_once, school
) -> None:
    adapted(school)
    done = run("retrain", "--force")
    assert "Train with --adapt FILE to keep that." in done.out


def test_what_was_never_adapted_is_not(run: Run, trains_at_once) -> None:
    assert run("retrain", "--force", "--json").json["report"]["remarks"] == []


def test_a_training_that_fails_leaves_what_serves_alone_and_says_why(
    run: Run, school, monkeypatch: pytest.MonkeyPatch
) -> None:
    import training

    def broken(*_: object) -> None:
        raise OSError("the disk is full")

    monkeypatch.setattr(training, "fine_tune", broken)
    done = run("retrain", "--force", "--promote")
    assert (done.status, done.out, "the disk is full" in done.err) == (1, "", True)
    assert [each["serving"] for each in models(run)] == [True]
    monkeypatch.undo()


def test_a_model_that_is_damaged_before_its_trial_is_not_promoted(
    run: Run, trains_at_once, monkeypatch: pytest.MonkeyPatch
) -> None:
    train = trains_at_once.train_model

    def damaged(home, model_id, *more: object, **messages: object):
        report = train(home, model_id, *more, **messages)
        (home.settings.models / model_id / "encoder.onnx").write_bytes(b"nothing")
        return report

    monkeypatch.setattr(trains_at_once, "train_model", damaged)
    done = run("retrain", "--force", "--promote")
    assert (done.status, done.out) == (1, "")
    assert [each["serving"] for each in models(run)] == [False, True]


def test_a_second_one_is_told_that_one_runs(run: Run, school) -> None:
    with running(school, utc_now) as first:
        refused = run("retrain", "--json")
        first.end(Ending(RunState.PASSED))
    assert (refused.status, refused.out, "runs already since" in refused.err) == (1, "", True)
