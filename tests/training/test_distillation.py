"""Dropping layers of a small random encoder."""

from __future__ import annotations

import json
from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path

import pytest
import torch
from tiny_bert import make_tiny_bert

from nlu import Model
from training import LabelledText, TrainingError, TrainingSettings, export_base, fine_tune
from training.base_model import BaseModel, load_base_model
from training.distillation import student_of
from training.forked import ForkedEncoder


@pytest.fixture(scope="module")
def deep_bert(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return make_tiny_bert(tmp_path_factory.mktemp("deep") / "bert", layers=4)


@pytest.fixture
def quick(settings: TrainingSettings, deep_bert: Path) -> TrainingSettings:
    return replace(settings, base_model=deep_bert, layers=2, epochs=1, members=1)


def test_smaller_model_is_written_and_opened_like_any_other(
    labelled: Sequence[LabelledText], quick: TrainingSettings, tmp_path: Path
) -> None:
    report = fine_tune(labelled, tmp_path / "model", quick)
    assert json.loads((report.directory / "config.json").read_text())["num_hidden_layers"] == 2
    assert Model.open(report.directory).understand("refund please").intents
    export_base(tmp_path / "base", report.directory)
    assert Model.open(tmp_path / "base").encoder_id == Model.open(report.directory).encoder_id


def test_distilling_brings_the_vectors_back_to_where_the_base_has_them(
    labelled: Sequence[LabelledText], quick: TrainingSettings, deep_bert: Path, tmp_path: Path
) -> None:
    report = fine_tune(labelled, tmp_path / "model", quick)
    base = load_base_model(deep_bert)
    texts = [each.text for each in labelled]
    distilled = _similarity(load_base_model(report.directory), base, texts)
    assert distilled > 0.9
    assert distilled > _similarity(student_of(base, 2), base, texts) + 0.02


def _similarity(student: BaseModel, base: BaseModel, texts: Sequence[str]) -> float:
    encoders = [ForkedEncoder(each, with_intents=False).eval() for each in (student, base)]
    found = []
    for text in texts:
        ids = torch.tensor([base.tokenizer.encode(text).ids])
        ours, theirs = (encoder(ids)[0][0] for encoder in encoders)
        found.append(float(ours @ theirs))
    return sum(found) / len(found)


def test_kept_layers_are_spread_and_the_base_keeps_all_of_its_own(deep_bert: Path) -> None:
    base = load_base_model(deep_bert)
    student = student_of(base, 3)
    ours, theirs = student.encoder.encoder.layer, base.encoder.encoder.layer
    same = [
        next(place for place, other in enumerate(theirs) if _equal(each, other)) for each in ours
    ]
    assert same == [0, 2, 3]
    assert (student.layers, base.layers) == (3, 4)


def _equal(one: torch.nn.Module, other: torch.nn.Module) -> bool:
    return all(map(torch.equal, one.state_dict().values(), other.state_dict().values()))


@pytest.mark.parametrize("layers", [1, 4, 12])
def test_layers_that_the_base_cannot_lose_are_refused_before_any_work(
    layers: int, labelled: Sequence[LabelledText], quick: TrainingSettings, tmp_path: Path
) -> None:
    with pytest.raises(TrainingError, match="has 4 layers"):
        fine_tune(labelled, tmp_path / "model", replace(quick, layers=layers))
    assert not list(tmp_path.iterdir())


def test_interrupted_distilling_goes_on_to_the_same_model(
    monkeypatch: pytest.MonkeyPatch,
    labelled: Sequence[LabelledText],
    quick: TrainingSettings,
    tmp_path: Path,
) -> None:
    monkeypatch.setattr("training.unfinished.EVERY_SECONDS", 0.0)
    whole = fine_tune(labelled, tmp_path / "whole", quick).directory
    heard: list[int] = []

    def interrupt(stage: str, done: int, total: int) -> None:
        if stage == "distilling" and done > total / 2:
            raise KeyboardInterrupt

    def listen(stage: str, done: int, _total: int) -> None:
        if stage == "distilling":
            heard.append(done)

    with pytest.raises(KeyboardInterrupt):
        fine_tune(labelled, tmp_path / "model", quick, interrupt)
    fine_tune(labelled, tmp_path / "model", quick, listen)
    assert heard[0] > 0
    assert (tmp_path / "model" / "encoder.onnx").read_bytes() == (
        whole / "encoder.onnx"
    ).read_bytes()
