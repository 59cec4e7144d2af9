"""A trained sentiment model in the place of the built-in reader, with a tiny random BERT."""

from __future__ import annotations

import json
import shutil
from dataclasses import replace
from pathlib import Path

import numpy as np
import pytest

from knowledge.records import IntentId
from nlu import DamagedModelError, Labels, Model, TrainedSentiment, WrongTaskError
from nlu.manifest import write_manifest
from training import LabelledText, fine_tune, settings_for

TEXTS = {
    "negative": ("parcel late", "delivery late", "the order is late late", "late late late"),
    "neutral": ("where is my order", "how do i login", "change address", "reset my password"),
    "positive": ("thanks", "thanks thanks for the bike", "thanks for my order", "thanks you"),
}


class Always:
    """Reads every text alike and keeps what it was given."""

    def __init__(self, score: float) -> None:
        self.score = score

    def read(self, text: str, vector: np.ndarray | None) -> float:
        return self.score


@pytest.fixture(scope="module")
def mood(tiny_bert: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    examples = [LabelledText(text, IntentId(name)) for name in TEXTS for text in TEXTS[name] * 2]
    settings = replace(settings_for("sentiment"), base_model=tiny_bert, batch_size=4, threads=1)
    directory = tmp_path_factory.mktemp("models") / "mood"
    fine_tune(examples, directory, replace(settings, epochs=20, learning_rate=2e-3))
    return directory


def test_messages_sound_as_the_labels_say(mood: Path) -> None:
    reader = TrainedSentiment.open(mood, Always(0.0))
    late, plain, glad = (reader.read(TEXTS[name][0], None) for name in TEXTS)
    assert -1.0 <= late < plain < glad <= 1.0


def test_an_unreadable_text_is_left_to_the_other_reader(mood: Path) -> None:
    reader = TrainedSentiment.open(mood, Always(0.125))
    assert reader.read("你好，我的包裹在哪里", None) == 0.125
    assert reader.read("", None) == 0.125


def test_a_model_is_opened_for_its_own_task_only(mood: Path, tuned_directory: Path) -> None:
    with pytest.raises(WrongTaskError, match="no intent model but one for the task 'sentiment'"):
        Model.open(mood)
    with pytest.raises(WrongTaskError, match="train --task sentiment"):
        TrainedSentiment.open(tuned_directory, Always(0.0))


def test_a_base_encoder_is_no_sentiment_model(base_directory: Path) -> None:
    with pytest.raises(WrongTaskError, match="no sentiment model"):
        TrainedSentiment.open(base_directory, Always(0.0))


def test_a_damaged_sentiment_model_is_refused(mood: Path, tmp_path: Path) -> None:
    copy = Path(shutil.copytree(mood, tmp_path / "copy"))
    (copy / "calibration.json").write_text("{}")
    with pytest.raises(DamagedModelError, match=r"calibration\.json differs"):
        TrainedSentiment.open(copy, Always(0.0))


def test_labels_that_are_no_sentiments_are_refused(mood: Path, tmp_path: Path) -> None:
    copy = Path(shutil.copytree(mood, tmp_path / "copy"))
    odd = {"task": "sentiment", "labels": ["refund", "delivery", "login"]}
    (copy / "labels.json").write_text(json.dumps(odd))
    grams = json.loads((copy / "ngrams.json").read_text()) | {"intents": odd["labels"]}
    (copy / "ngrams.json").write_text(json.dumps(grams))
    write_manifest(copy)
    with pytest.raises(DamagedModelError, match="names no sentiment"):
        TrainedSentiment.open(copy, Always(0.0))


@pytest.mark.parametrize("labels", [Labels("intent", ("a", "b")), Labels("sentiment", ("x",))])
def test_labels_are_read_back(labels: Labels) -> None:
    assert Labels.from_json(json.loads(json.dumps(labels.to_json()))) == labels


@pytest.mark.parametrize(
    "document", ["intent", {}, {"task": "ranking", "labels": []}, {"task": "sentiment"}, [1], None]
)
def test_other_labels_are_refused(document: object) -> None:
    with pytest.raises(ValueError, match=r"labels\.json"):
        Labels.from_json(document)
