"""Training and evaluating a sentiment model, with a tiny random BERT."""

from __future__ import annotations

import json
import shutil
from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path

import numpy as np
import pytest

from knowledge.records import IntentId
from nlu import Model, WrongTaskError
from nlu.errors import OutdatedModelError
from nlu.head import probabilities_of
from nlu.manifest import write_manifest
from training import (
    LabelledDataError,
    LabelledText,
    TrainingReport,
    TrainingSettings,
    evaluate_intents,
    evaluate_sentiment,
    fine_tune,
    settings_for,
)
from training.plan import plan_for
from training.splits import prepare

WORDS = ("order", "parcel", "bike", "password", "account", "subscription", "address", "login")


@pytest.fixture(scope="module")
def rated() -> Sequence[LabelledText]:
    texts = {"negative": "the {} is late", "neutral": "where is my {}", "positive": "thanks for {}"}
    return [
        LabelledText(ask + text.format(word), IntentId(label))
        for label, text in texts.items()
        for word in WORDS
        for ask in ("", "please ")
    ]


@pytest.fixture(scope="module")
def tiny(tiny_bert: Path) -> TrainingSettings:
    defaults = settings_for("sentiment")
    return replace(defaults, base_model=tiny_bert, batch_size=8, threads=1, learning_rate=2e-3)


@pytest.fixture(scope="module")
def trained(
    rated: Sequence[LabelledText], tiny: TrainingSettings, tmp_path_factory: pytest.TempPathFactory
) -> TrainingReport:
    return fine_tune(rated, tmp_path_factory.mktemp("models") / "mood", replace(tiny, epochs=8))


def test_exported_model_knows_what_it_was_taught(
    trained: TrainingReport, rated: Sequence[LabelledText]
) -> None:
    found = evaluate_sentiment(trained.directory, [*rated, LabelledText("bike", IntentId("meh"))])
    assert found.accuracy > 0.8
    assert found.macro_f1 > 0.5
    assert (found.texts, found.unknown_labels) == (len(rated) + 1, ("meh",))


def test_directory_says_that_it_is_a_sentiment_model(trained: TrainingReport) -> None:
    record = json.loads((trained.directory / "training.json").read_text())
    labels = json.loads((trained.directory / "labels.json").read_text())
    assert (record["task"], record["tuned_layers"]) == ("sentiment", 2)
    assert labels == {"task": "sentiment", "labels": ["negative", "neutral", "positive"]}


def test_serving_averages_what_letters_say(trained: TrainingReport) -> None:
    model = Model.open(trained.directory, task="sentiment")
    assert model.ngrams is not None
    assert model.head is not None
    text, shares = "please thanks for order", replace(model.calibration, ngram_weight=0.3)
    model.calibration = replace(shares, probe_weight=0.2, temperature=1.0)
    encoding, grams = model.encoding(text), model.ngrams.head
    assert encoding.features is not None
    logits = 0.5 * model.head.tuned(encoding.features) + 0.2 * model.head.probe(encoding.vector)
    logits = logits + 0.3 * grams.logits(grams.vocabulary.weigh(text))
    np.testing.assert_allclose(model.probabilities(text), probabilities_of(logits), rtol=1e-5)
    shown = {each.intent: each.probability for each in model.understand(text).intents}
    assert [shown[label] for label in model.intents] == pytest.approx(probabilities_of(logits))


def test_a_share_of_letters_that_name_other_labels_is_refused(
    trained: TrainingReport, tmp_path: Path
) -> None:
    shutil.copytree(trained.directory, tmp_path / "m")
    record = json.loads((tmp_path / "m" / "ngrams.json").read_text())
    record["intents"] = ["negative", "neutral", "very positive"]
    (tmp_path / "m" / "ngrams.json").write_text(json.dumps(record))
    calibration = json.loads((tmp_path / "m" / "calibration.json").read_text())
    calibration |= {"ngram_weight": 0.2}
    (tmp_path / "m" / "calibration.json").write_text(json.dumps(calibration))
    write_manifest(tmp_path / "m")
    with pytest.raises(OutdatedModelError, match="n-grams have a share"):
        Model.open(tmp_path / "m", task="sentiment")


def test_each_evaluation_refuses_the_other_task(
    trained: TrainingReport,
    rated: Sequence[LabelledText],
    labelled: Sequence[LabelledText],
    settings: TrainingSettings,
    tmp_path: Path,
) -> None:
    with pytest.raises(WrongTaskError, match="no intent model"):
        evaluate_intents(trained.directory, rated)
    fine_tune(labelled, tmp_path / "intents", replace(settings, epochs=1, members=1))
    with pytest.raises(WrongTaskError, match="no sentiment model"):
        evaluate_sentiment(tmp_path / "intents", rated)


def test_search_vectors_do_not_depend_on_how_many_layers_are_tuned(
    trained: TrainingReport, rated: Sequence[LabelledText], tiny: TrainingSettings, tmp_path: Path
) -> None:
    few = replace(tiny, tuned_layers=1, epochs=1, members=1)
    less = Model.open(fine_tune(rated, tmp_path / "m", few).directory, task="sentiment")
    every = Model.open(trained.directory, task="sentiment")
    assert less.encoder_id == every.encoder_id
    np.testing.assert_array_equal(less.encode("where is my bike"), every.encode("where is my bike"))


def test_other_labels_are_refused_before_any_work(
    labelled: Sequence[LabelledText], tiny: TrainingSettings, tmp_path: Path
) -> None:
    with pytest.raises(LabelledDataError, match="'cancel' names no sentiment"):
        fine_tune(labelled, tmp_path / "m", tiny)
    assert not list(tmp_path.iterdir())


def test_no_sentiment_is_left_out_to_rehearse_on(tiny: TrainingSettings) -> None:
    signs = ("negative", "neutral", "positive")
    many = prepare([LabelledText(f"{i}", IntentId(signs[i % 3])) for i in range(3300)])
    plan = plan_for(many, tiny)
    assert (len(plan.rehearsals), len(plan.members), plan.members_validate) == (0, 3, True)
    assert len(plan.learned) == 3300
    few = prepare([LabelledText(f"{i}", IntentId(signs[i % 3])) for i in range(90)])
    assert not any(len(part.held_classes) for part in plan_for(few, tiny).rehearsals)


def test_many_texts_are_searched_and_trained_on_without_a_rehearsal(
    rated: Sequence[LabelledText],
    tiny: TrainingSettings,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr("training.plan.FEW_TEXTS", 10)
    report = fine_tune(rated, tmp_path / "m", replace(tiny, epochs=2, members=2, trials=2))
    record = json.loads((report.directory / "training.json").read_text())
    assert set(record["tunings"]) == {"member-1", "member-2"}
    assert report.metrics["validation_texts"] > 0
