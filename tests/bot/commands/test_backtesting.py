"""A backtest asks what the bot has not learned from, and says so where nothing is left."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from tiny_bert import make_tiny_bert

from bot.answering import promote
from bot.answering.releases import register_model
from bot.content.templates import create_template
from bot.services import utc_now
from bot.settings import Settings
from bot.store import Database
from knowledge import AnswerTemplate, IntentId, TemplateId
from tests.bot.commands.conftest import Run
from training import LabelledText, TrainingSettings, fine_tune

LEARNED = {
    "delivery": ("where is my parcel", "my parcel is late", "is my parcel on its way"),
    "refund": ("where is my money", "my money is missing", "is my money on its way"),
}
ANSWERS = {"delivery": "Your parcel is on its way.", "refund": "Your money is on its way."}


@pytest.fixture(scope="module")
def model(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("backtest")
    examples = [
        LabelledText(text, IntentId(intent)) for intent in LEARNED for text in LEARNED[intent]
    ]
    settings = TrainingSettings(base_model=make_tiny_bert(folder / "bert"), epochs=1, threads=1)
    fine_tune(examples, folder / "model", settings)
    return folder / "model"


@pytest.fixture
def trained(home: Path, model: Path) -> None:
    (home / "models").mkdir(parents=True)
    (home / "models" / "m").symlink_to(model)
    settings = Settings.load(home, {})
    database = Database.open(settings.database_url)
    register_model(database, "m", {}, utc_now())
    for intent, text in ANSWERS.items():
        template = AnswerTemplate(
            TemplateId(intent), intent, {"en": text}, (IntentId(intent),), LEARNED[intent]
        )
        create_template(database, template, frozenset(), utc_now(), "ada@shop.example")
    promote(database, settings, "m", utc_now(), lambda *_: None)
    database.close()


def conversations(file: Path, *questions: str) -> Path:
    lines = (
        {
            "id": f"c{number}",
            "turns": [
                {"speaker": "customer", "text": text},
                {"speaker": "agent", "text": "Your parcel is on its way, it comes on Friday."},
            ],
        }
        for number, text in enumerate(questions)
    )
    file.write_text("".join(json.dumps(line) + "\n" for line in lines), encoding="utf-8")
    return file


def test_what_was_learned_from_is_left_out(run: Run, trained, tmp_path: Path) -> None:
    file = conversations(
        tmp_path / "past.jsonl", "where is my parcel", "where is my parcel please, it is late?"
    )
    found = run("backtest", file, "--json").json
    assert (found["conversations"], found["refused"]) == (1, 1)
    assert set(found["agreement"]) == {"value", "low", "high", "of"}
    assert found["answered"] + found["asked_back"] + found["handed_off"] == pytest.approx(1.0)


def test_a_learned_question_written_otherwise_is_left_out(
    run: Run, trained, tmp_path: Path
) -> None:
    asked = ("Where is  my parcel?!", "where is the parcel?")
    found = run("backtest", conversations(tmp_path / "past.jsonl", *asked), "--json").json
    assert (found["conversations"], found["refused"]) == (1, 1)


def test_where_nothing_is_left_it_says_so(run: Run, trained, tmp_path: Path) -> None:
    refused = run("backtest", conversations(tmp_path / "past.jsonl", "where is my parcel"))
    assert refused.status == 1
    assert "1 conversations were learned from" in refused.err


def test_a_date_that_is_none_is_wrong_usage(run: Run, trained, tmp_path: Path) -> None:
    file = conversations(tmp_path / "past.jsonl", "where is it?")
    assert run("backtest", file, "--from", "soon").status == 2


def test_a_date_before_everything_leaves_nothing_to_learn_from(
    run: Run, home: Path, tmp_path: Path
) -> None:
    file = conversations(tmp_path / "past.jsonl", "where is it?")
    refused = run("backtest", file, "--from", "2001-01-01")
    assert refused.status == 1
    assert "no conversation before" in refused.err
