"""Adapters, searched settings and curves: what a training can be asked for beyond its defaults."""

from __future__ import annotations

import json
from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path

import pytest

from nlu import Model, read_validation
from training import (
    LabelledText,
    Tracking,
    TrainingError,
    TrainingSettings,
    evaluate_intents,
    fine_tune,
)


@pytest.mark.parametrize("kind", ["lora", "adalora"])
def test_adapters_are_merged_into_a_model_like_any_other(
    kind: str, labelled: Sequence[LabelledText], settings: TrainingSettings, tmp_path: Path
) -> None:
    plain = fine_tune(labelled, tmp_path / "plain", replace(settings, epochs=1))
    settings = replace(settings, epochs=3, adapters=kind)  # type: ignore[arg-type]
    report = fine_tune(labelled, tmp_path / "adapted", settings)
    assert evaluate_intents(report.directory, labelled).accuracy > 0.7
    assert Model.open(report.directory).encoder_id == Model.open(plain.directory).encoder_id
    assert sorted(path.name for path in report.directory.iterdir()) == sorted(
        path.name for path in plain.directory.iterdir()
    )


def test_adapters_change_the_tuned_layers(
    labelled: Sequence[LabelledText], settings: TrainingSettings, tmp_path: Path
) -> None:
    from safetensors.numpy import load_file

    report = fine_tune(labelled, tmp_path / "model", replace(settings, adapters="lora"))
    weights = load_file(report.directory / "model.safetensors")
    tuned = {name: value for name, value in weights.items() if name.startswith("intent_top.")}
    assert not any("lora" in name for name in weights)
    name = next(name for name in tuned if name.endswith("attention.self.query.weight"))
    base = name.replace("intent_top.0", "encoder.layer.1")
    assert (tuned[name] != weights[base]).any()


def test_search_tries_the_defaults_first_and_records_what_it_found(
    labelled: Sequence[LabelledText], settings: TrainingSettings, tmp_path: Path
) -> None:
    stages: set[str] = set()
    report = fine_tune(
        labelled,
        tmp_path / "model",
        replace(settings, trials=5, epochs=1),
        lambda stage, *_: stages.add(stage),
    )
    record = json.loads((report.directory / "training.json").read_text())
    assert {f"trial {number}" for number in range(1, 6)} <= stages
    assert record["settings"]["trials"] == 5
    assert 3e-5 <= record["settings"]["learning_rate"] <= 3e-3
    again = fine_tune(labelled, tmp_path / "again", replace(settings, trials=5, epochs=1))
    repeated = json.loads((again.directory / "training.json").read_text())
    assert repeated["settings"] == record["settings"]


def test_curves_are_kept_for_every_tuning(
    labelled: Sequence[LabelledText], settings: TrainingSettings, tmp_path: Path
) -> None:
    pytest.importorskip("tensorboard", reason="tensorboard is not installed")
    from tensorboard.backend.event_processing.event_accumulator import EventAccumulator

    fine_tune(
        labelled,
        tmp_path / "model",
        settings,
        tracking=Tracking("tensorboard", tmp_path / "runs"),
    )
    curves = EventAccumulator(str(tmp_path / "runs" / "frontdesk")).Reload()
    losses = curves.Scalars("member-1/loss")
    assert [point.step for point in losses] == [1, 2, 3][: len(losses)]
    assert "rehearsal-2/validation_accuracy" in curves.Tags()["scalars"]


def test_weights_and_biases_hears_of_every_tuning_beside_forked_ones(
    labelled: Sequence[LabelledText],
    settings: TrainingSettings,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    pytest.importorskip("wandb", reason="wandb is not installed")
    monkeypatch.setenv("WANDB_MODE", "offline")
    fine_tune(
        labelled,
        tmp_path / "model",
        replace(settings, threads=2, epochs=1),
        tracking=Tracking("wandb", tmp_path / "runs" / "model"),
    )
    (kept,) = (tmp_path / "runs" / "model" / "wandb").glob("offline-run-*/run-*.wandb")
    told = kept.read_bytes()
    for curve in (b"member-1/loss", b"member-3/epoch", b"rehearsal-2/validation_accuracy"):
        assert curve in told


def test_tracker_that_is_not_installed_is_refused_before_any_work(
    monkeypatch: pytest.MonkeyPatch,
    labelled: Sequence[LabelledText],
    settings: TrainingSettings,
    tmp_path: Path,
) -> None:
    monkeypatch.setattr("training.tracking.find_spec", lambda name: None)
    with pytest.raises(TrainingError, match="pip install wandb"):
        fine_tune(labelled, tmp_path / "m", settings, tracking=Tracking("wandb", tmp_path / "runs"))
    assert not list(tmp_path.iterdir())


def test_a_plain_file_tells_each_epoch_of_each_tuning_while_it_runs(
    labelled: Sequence[LabelledText], settings: TrainingSettings, tmp_path: Path
) -> None:
    tracking = Tracking("file", tmp_path / "runs")
    report = fine_tune(labelled, tmp_path / "model", replace(settings, epochs=2), tracking=tracking)
    lines = (tmp_path / "runs" / "curves.jsonl").read_text(encoding="utf-8").splitlines()
    told = [json.loads(line) for line in lines]
    tunings = json.loads((report.directory / "training.json").read_text())["tunings"]
    assert {each["tuning"] for each in told} == set(tunings)
    assert all(each["loss"] > 0 and each["epoch"] >= 1 for each in told)
    assert read_validation(report.directory).texts == report.metrics["validation_texts"]
