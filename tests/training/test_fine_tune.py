"""From labelled texts to a model directory, with a tiny random BERT."""

from __future__ import annotations

import json
from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path

import pytest

from knowledge.records import IntentId
from nlu import Model
from training import (
    LabelledText,
    TrainingError,
    TrainingReport,
    TrainingSettings,
    evaluate_intents,
    export_base,
    fine_tune,
)


@pytest.fixture(scope="module")
def trained(
    tmp_path_factory: pytest.TempPathFactory, tiny_bert: Path, labelled: Sequence[LabelledText]
) -> TrainingReport:
    settings = TrainingSettings(base_model=tiny_bert, epochs=6, batch_size=8, threads=1)
    return fine_tune(labelled, tmp_path_factory.mktemp("models") / "model", settings)


def test_report_names_the_model_and_counts_its_texts(
    trained: TrainingReport, labelled: Sequence[LabelledText]
) -> None:
    assert trained.model == Model.open(trained.directory).id
    assert (trained.examples, trained.classes) == (len(labelled), 4)
    assert trained.examples_per_second > 0


def test_exported_model_knows_what_it_was_taught(
    trained: TrainingReport, labelled: Sequence[LabelledText]
) -> None:
    evaluation = evaluate_intents(trained.directory, labelled, ["a b c d", "for the for the"])
    assert evaluation.accuracy > 0.7
    assert evaluation.frozen_accuracy > 0.5
    assert evaluation.oos_auroc is not None
    assert evaluation.frozen_oos_auroc is not None
    assert evaluation.latency_ms.p50 > 0


def test_unknown_intents_in_the_data_are_named_and_count_as_wrong(trained: TrainingReport) -> None:
    evaluation = evaluate_intents(
        trained.directory, [LabelledText("parcel late", IntentId("warranty"))]
    )
    assert (evaluation.accuracy, evaluation.unknown_intents) == (0.0, ("warranty",))


def test_training_record_says_what_went_in(
    trained: TrainingReport, labelled: Sequence[LabelledText]
) -> None:
    record = json.loads((trained.directory / "training.json").read_text())
    assert record["data"]["texts"] == len(labelled)
    assert len(record["data"]["sha256"]) == 64
    assert record["settings"]["epochs"] == 6
    assert record["libraries"]["torch"]
    assert record["encoder_id"] == Model.open(trained.directory).encoder_id


def test_validation_figures_show_the_frozen_baseline_beside_the_tuned(
    trained: TrainingReport,
) -> None:
    metrics = json.loads((trained.directory / "metrics.json").read_text())
    assert metrics == json.loads(json.dumps(trained.metrics))
    assert {"accuracy", "frozen_accuracy", "ece", "operating", "oos_auroc"} <= set(metrics)


def test_model_directory_is_a_base_model_with_the_same_vectors(
    trained: TrainingReport, tmp_path: Path
) -> None:
    export_base(tmp_path / "base", trained.directory)
    assert Model.open(tmp_path / "base").encoder_id == Model.open(trained.directory).encoder_id


def test_same_seed_and_threads_give_the_same_head(
    trained: TrainingReport,
    labelled: Sequence[LabelledText],
    settings: TrainingSettings,
    tmp_path: Path,
) -> None:
    again = fine_tune(labelled, tmp_path / "again", replace(settings, epochs=6))
    first = (trained.directory / "head.safetensors").read_bytes()
    assert (again.directory / "head.safetensors").read_bytes() == first


def test_many_texts_keep_a_validation_split(
    monkeypatch: pytest.MonkeyPatch,
    labelled: Sequence[LabelledText],
    settings: TrainingSettings,
    tmp_path: Path,
) -> None:
    monkeypatch.setattr("training.plan.FEW_TEXTS", 10)
    report = fine_tune(labelled, tmp_path / "model", settings)
    record = json.loads((report.directory / "training.json").read_text())
    assert 1 <= len(record["tunings"]["member-1"]["validation_accuracy_by_epoch"]) <= 3
    assert 0.2 < report.metrics["validation_texts"] / len(labelled) < 0.4


@pytest.mark.parametrize("intents", [2, 3])
def test_two_texts_of_few_intents_are_enough(
    intents: int, settings: TrainingSettings, tmp_path: Path
) -> None:
    texts = [("refund please", "a"), ("money back", "a"), ("login", "b"), ("password reset", "b")]
    texts += [("cancel", "c"), ("cancel my account", "c")]
    examples = [LabelledText(text, IntentId(name)) for text, name in texts[: 2 * intents]]
    report = fine_tune(examples, tmp_path / "model", settings)
    understanding = Model.open(report.directory).understand("refund please")
    assert len(understanding.intents) == intents
    assert 0.0 <= understanding.in_scope <= 1.0


def test_single_texts_can_be_trained_on_but_not_validated(
    settings: TrainingSettings, tmp_path: Path
) -> None:
    examples = [LabelledText("refund", IntentId("a")), LabelledText("login", IntentId("b"))]
    report = fine_tune(examples, tmp_path / "model", settings)
    assert report.metrics == {"validation_texts": 0}
    assert Model.open(report.directory).understand("refund").intents[0].intent == "a"


def test_interrupted_training_leaves_the_old_model_and_nothing_else(
    monkeypatch: pytest.MonkeyPatch,
    labelled: Sequence[LabelledText],
    settings: TrainingSettings,
    tiny_bert: Path,
    tmp_path: Path,
) -> None:
    out = tmp_path / "model"
    export_base(out, tiny_bert)
    before = Model.open(out).id

    def interrupt(stage: str, done: int, total: int) -> None:
        if stage == "comparing":
            raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        fine_tune(labelled, out, settings, interrupt)
    assert Model.open(out).id == before
    assert [path.name for path in tmp_path.glob("[!.]*")] == ["model"]


def test_interrupted_training_goes_on_to_the_same_model(
    monkeypatch: pytest.MonkeyPatch,
    trained: TrainingReport,
    labelled: Sequence[LabelledText],
    settings: TrainingSettings,
    tmp_path: Path,
) -> None:
    monkeypatch.setattr("training.unfinished.EVERY_SECONDS", 0.0)
    counted: list[str] = []

    def interrupt(stage: str, done: int, total: int) -> None:
        counted.append(stage)
        if stage == "member 2" and done > total / 2:
            raise KeyboardInterrupt

    out, settings = tmp_path / "model", replace(settings, epochs=6)
    with pytest.raises(KeyboardInterrupt):
        fine_tune(labelled, out, settings, interrupt)
    steps = counted.count("member 1")
    counted.clear()
    fine_tune(labelled, out, settings, lambda stage, done, total: counted.append(stage))
    assert counted.count("member 1") == counted.count("rehearsal 1") == 1
    assert 1 < counted.count("member 2") < steps
    for name in ("head.safetensors", "encoder.onnx"):
        assert (out / name).read_bytes() == (trained.directory / name).read_bytes()
    assert [path.name for path in tmp_path.iterdir()] == ["model"]


def test_damaged_bookmark_costs_time_and_nothing_else(
    labelled: Sequence[LabelledText], settings: TrainingSettings, tmp_path: Path
) -> None:
    def interrupt(stage: str, done: int, total: int) -> None:
        if stage == "comparing":
            raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        fine_tune(labelled, tmp_path / "model", settings, interrupt)
    for bookmark in tmp_path.glob(".unfinished-*/*.pt"):
        bookmark.write_bytes(b"half of it"[: len(bookmark.name)])
    report = fine_tune(labelled, tmp_path / "model", settings)
    assert Model.open(report.directory).intents


def test_folder_that_holds_no_model_is_never_replaced(
    labelled: Sequence[LabelledText], settings: TrainingSettings, tmp_path: Path
) -> None:
    (tmp_path / "letter.txt").write_text("dear")
    with pytest.raises(TrainingError, match="holds files that are no model"):
        fine_tune(labelled, tmp_path, settings)
    assert (tmp_path / "letter.txt").read_text() == "dear"


def test_progress_counts_every_stage_to_its_end(
    labelled: Sequence[LabelledText], settings: TrainingSettings, tmp_path: Path
) -> None:
    seen: dict[str, tuple[int, int]] = {}
    fine_tune(
        labelled,
        tmp_path / "model",
        replace(settings, epochs=1),
        lambda stage, done, total: seen.update({stage: (done, total)}),
    )
    assert next(iter(seen)) == "reading"
    assert {"rehearsal 4", "member 3", "comparing"} <= set(seen)
    assert all(done == total for done, total in seen.values())
