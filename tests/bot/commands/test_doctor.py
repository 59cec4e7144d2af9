"""What `frontdesk doctor` says of the model and of the languages that it serves."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

import numpy as np
import pytest
from tiny_bert import make_tiny_bert

from bot.answering import promote
from bot.answering.releases import register_model
from bot.checkup import Check, check_languages
from bot.services import utc_now
from bot.settings import Settings
from bot.store import Database
from knowledge import IntentId
from nlu import Model, Understanding
from tests.bot.commands.conftest import Run
from training import LabelledText, TrainingSettings, export_base, fine_tune

ENGLISH = {"delivery": "where is the parcel that I ordered", "refund": "I want my money back"}
CHINESE = {"delivery": "我的包裹到哪里了", "refund": "我想要退款"}
ENDINGS = ("", "a", "b", "c", "d", "e", "f", "g", "h", "i", "j", "k")


def labelled(phrases: dict[str, str]) -> list[LabelledText]:
    return [
        LabelledText(f"{phrase} {end}", IntentId(intent))
        for intent, phrase in phrases.items()
        for end in ENDINGS
    ]


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Two model directories: one that learned both languages, and a base encoder."""
    folder = tmp_path_factory.mktemp("doctor")
    settings = TrainingSettings(base_model=make_tiny_bert(folder / "bert"), epochs=1, threads=1)
    fine_tune([*labelled(ENGLISH), *labelled(CHINESE)], folder / "both", settings)
    export_base(folder / "base", folder / "bert")
    return folder


def languages(directory: Path, texts: Sequence[LabelledText]) -> dict[str, Check]:
    found = check_languages(Model.open(directory), [each.text for each in texts])
    return {each.name: each for each in found}


def test_each_language_is_named_with_what_reads_it(folder: Path) -> None:
    checks = languages(folder / "both", [*labelled(ENGLISH), *labelled(CHINESE)[1:]])
    assert list(checks) == ["language en", "language zh"]
    assert "vocabulary holds 100%" in checks["language en"].says
    assert "n-grams" in checks["language zh"].says
    assert all(each.ok for each in checks.values())


def test_a_language_that_nothing_reads_is_not_ok_and_can_be_mended(folder: Path) -> None:
    check = languages(folder / "base", labelled(CHINESE))["language zh"]
    assert not check.ok
    assert "train anew" in check.says


class HalfReading(Model):
    """Knows the words of every text in pieces alone."""

    def __init__(self) -> None:
        pass

    def understand(self, text: str) -> Understanding:
        return Understanding(text, np.zeros(1), (), 0.0, "de", True, True, (), 0.9)


def test_a_language_known_in_pieces_is_said_to_be_half_read() -> None:
    texts = [f"Wann kommt meine Bestellung in Österreich an, Nummer {each}?" for each in range(12)]
    (check,) = check_languages(HalfReading(), texts)
    assert (check.name, check.ok) == ("language de", True)
    assert "in pieces alone" in check.says
    assert "只认得" in check.says_in("zh-Hans")


def test_the_serving_model_is_opened(run: Run, home: Path, folder: Path) -> None:
    settings = Settings.load(home, {})
    home.mkdir(parents=True)
    database = Database.open(settings.database_url)
    (settings.models).mkdir(parents=True)
    (settings.models / "both").symlink_to(folder / "both")
    register_model(database, "both", {}, utc_now())
    promote(database, settings, "both", utc_now(), lambda *_: None)
    assert "serves 2 intents" in run("doctor").out
    (settings.models / "both").unlink()
    found = {each["name"]: each for each in run("doctor", "--json").json["checks"]}
    assert not found["model"]["ok"]
    assert "rollback" in found["model"]["says"]
