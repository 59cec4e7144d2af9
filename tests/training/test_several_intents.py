"""Texts that are about several intents at once: read, shared out, learned from, and judged."""

from __future__ import annotations

import json
from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path

import numpy as np
import pytest
from chinese import chinese_texts

from knowledge.records import IntentId
from nlu import Model
from training import LabelledText, TrainingSettings, evaluate_intents, fine_tune, read_labelled_csv
from training.splits import prepare

BOTH = "cancel my account and money back please"


def example(text: str, *intents: str) -> LabelledText:
    first, *others = map(IntentId, intents)
    return LabelledText(text, first, tuple(others))


def test_a_file_sets_intents_apart_by_a_bar(tmp_path: Path) -> None:
    path = tmp_path / "a.csv"
    path.write_text("text,intent\nboth of it, refund | cancel \nno,|\nyes,refund|\n", "utf-8")
    read = read_labelled_csv(path)
    assert [each.intents for each in read] == [("refund", "cancel"), ("refund",)]


def test_a_text_is_labelled_with_its_rarest_intent_and_keeps_the_others() -> None:
    texts = prepare(
        [example("a", "cancel", "refund"), example("b", "cancel"), example("c", "login")]
    )
    assert texts.intents == ("cancel", "login", "refund")
    assert texts.labels.tolist() == [2, 0, 1]
    assert texts.also.tolist() == [[0, 0]]


def test_the_same_intents_in_another_order_are_no_conflict() -> None:
    texts = prepare([example("a", "x", "y"), example("a", "y", "x"), example("b", "x")])
    assert (texts.conflicting, texts.duplicates) == (0, 1)


def test_only_texts_of_left_out_intents_alone_are_strange() -> None:
    texts = prepare([example("a", "x", "y"), example("b", "y"), example("c", "x")])
    x, y = (np.array([texts.intents.index(IntentId(name))]) for name in "xy")
    assert texts.of_none_but(x).tolist() == [2]
    assert texts.of_none_but(np.concatenate([x, y])).tolist() == [0, 1, 2]


def test_of_several_intents_the_one_that_the_model_favours_is_right() -> None:
    texts = prepare([example("a", "x", "y"), example("b", "y"), example("c", "z")])
    chosen = np.array([0, 1])
    scores = np.array([[1, 2, 3], [1, 0, 3]], dtype=np.float32)
    assert texts.best_meant(chosen, scores).tolist() == [1, 1]
    assert texts.best_meant(chosen, -scores).tolist() == [0, 1]


@pytest.fixture(scope="module")
def model(
    tmp_path_factory: pytest.TempPathFactory, labelled: Sequence[LabelledText], tiny_bert: Path
) -> Path:
    """Taught that some English and some Chinese messages mean two things."""
    endings = ("", " thanks", " you", " for a bike", " now", " today")
    english = [example(BOTH + ending, "cancel", "refund") for ending in endings]
    chinese = [
        replace(each, also=(IntentId("refund"),)) if each.intent == "delivery" else each
        for each in chinese_texts()
    ]
    out = tmp_path_factory.mktemp("several") / "model"
    settings = TrainingSettings(base_model=tiny_bert, epochs=12, batch_size=8, threads=1)
    fine_tune([*labelled, *english, *chinese], out, settings)
    return out


def test_the_training_says_how_many_texts_mean_several(model: Path) -> None:
    record = json.loads((model / "training.json").read_text())
    assert "6 of them mean several intents" in record["plan"]
    chinese = sum(each.intent == "delivery" for each in chinese_texts())
    assert record["data"]["of_several_intents"] == 6 + chinese


@pytest.mark.parametrize(
    ("text", "meant"),
    [(BOTH + " thanks", {"cancel", "refund"}), ("请问包裹到哪里了", {"delivery", "refund"})],
)
def test_a_message_of_two_intents_gets_both(model: Path, text: str, meant: set[str]) -> None:
    first, second, third = Model.open(model).understand(text).intents[:3]
    assert {first.intent, second.intent} == meant
    assert second.probability > 2 * third.probability


def test_either_of_two_intents_counts_as_right(model: Path) -> None:
    data = [example(BOTH, "refund", "cancel"), example("refund please", "refund")]
    assert evaluate_intents(model, data).accuracy == 1.0
    wrong = [example("refund please", "login", "unheard of")]
    report = evaluate_intents(model, wrong)
    assert report.accuracy == 0.0
    assert report.unknown_intents == ("unheard of",)
