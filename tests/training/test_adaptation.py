"""Adapting a tiny random encoder to messages without labels."""

from __future__ import annotations

import json
from collections.abc import Sequence
from dataclasses import replace
from itertools import product
from pathlib import Path

import numpy as np
import pytest

from nlu import Model, read_learned_from, text_digest
from training import LabelledText, TrainingError, TrainingSettings, export_base, fine_tune
from training.adaptation import mutual_neighbours, smoothed

MESSAGES = [
    f"{opening} {what} {ending}"
    for opening, what, ending in product(
        ("please", "how do i", "i want to", "can you"),
        ("cancel the order", "reset my password", "return the bike", "change my address"),
        ("", "thanks", "please", "for you", "late", "the parcel", "my account"),
    )
]


@pytest.fixture
def quick(settings: TrainingSettings) -> TrainingSettings:
    return replace(settings, epochs=1, members=1)


def test_adapted_base_has_another_id_and_vectors_that_are_still_near(
    labelled: Sequence[LabelledText], quick: TrainingSettings, tiny_bert: Path, tmp_path: Path
) -> None:
    export_base(tmp_path / "base", tiny_bert)
    report = fine_tune(labelled, tmp_path / "model", quick, messages=MESSAGES)
    before, after = Model.open(tmp_path / "base"), Model.open(report.directory)
    assert before.encoder_id != after.encoder_id
    similar = (before.encode_each(MESSAGES) * after.encode_each(MESSAGES)).sum(1)
    assert 0.8 < similar.mean() < 0.99999


def test_adapting_draws_messages_towards_their_neighbours(
    monkeypatch: pytest.MonkeyPatch,
    labelled: Sequence[LabelledText],
    quick: TrainingSettings,
    tiny_bert: Path,
    tmp_path: Path,
) -> None:
    monkeypatch.setattr("training.adaptation._EPOCHS", 20)
    export_base(tmp_path / "base", tiny_bert)
    report = fine_tune(labelled, tmp_path / "model", quick, messages=MESSAGES)
    before, after = (
        Model.open(each).encode_each(MESSAGES) for each in (tmp_path / "base", report.directory)
    )
    wanted = smoothed(before)
    assert (after * wanted).sum(1).mean() > (before * wanted).sum(1).mean()


def test_same_seed_gives_the_same_adapted_model(
    labelled: Sequence[LabelledText], quick: TrainingSettings, tmp_path: Path
) -> None:
    first = fine_tune(labelled, tmp_path / "a", quick, messages=MESSAGES).directory
    again = fine_tune(labelled, tmp_path / "b", quick, messages=MESSAGES).directory
    other = fine_tune(labelled, tmp_path / "c", replace(quick, seed=14), messages=MESSAGES)
    encoder = (first / "encoder.onnx").read_bytes()
    assert (again / "encoder.onnx").read_bytes() == encoder
    assert Model.open(other.directory).encoder_id != Model.open(first).encoder_id


def test_interrupted_adapting_leaves_the_old_model_and_goes_on_to_the_same_result(
    monkeypatch: pytest.MonkeyPatch,
    labelled: Sequence[LabelledText],
    quick: TrainingSettings,
    tiny_bert: Path,
    tmp_path: Path,
) -> None:
    monkeypatch.setattr("training.unfinished.EVERY_SECONDS", 0.0)
    whole = fine_tune(labelled, tmp_path / "whole", quick, messages=MESSAGES).directory
    out = tmp_path / "model"
    export_base(out, tiny_bert)
    before = Model.open(out).id
    heard: list[int] = []

    def interrupt(stage: str, done: int, total: int) -> None:
        if stage == "adapting" and done == total:
            raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        fine_tune(labelled, out, quick, interrupt, messages=MESSAGES)
    assert Model.open(out).id == before
    fine_tune(
        labelled,
        out,
        quick,
        lambda stage, done, _: heard.append(done) if stage == "adapting" else None,
        messages=MESSAGES,
    )
    assert 0 < heard[0] < heard[-1]
    assert (out / "encoder.onnx").read_bytes() == (whole / "encoder.onnx").read_bytes()
    assert sorted(path.name for path in tmp_path.iterdir()) == ["model", "whole"]


def test_too_few_messages_are_refused_before_any_work(
    labelled: Sequence[LabelledText], quick: TrainingSettings, tmp_path: Path
) -> None:
    with pytest.raises(TrainingError, match="99 different customer messages are too few"):
        fine_tune(labelled, tmp_path / "model", quick, messages=MESSAGES[:99])
    assert not list(tmp_path.iterdir())


def test_model_notes_the_messages_among_what_it_learned_from(
    labelled: Sequence[LabelledText], quick: TrainingSettings, tmp_path: Path
) -> None:
    report = fine_tune(labelled, tmp_path / "model", quick, messages=MESSAGES)
    known = read_learned_from(report.directory)
    assert known is not None
    assert {text_digest(each) for each in MESSAGES} <= known
    record = json.loads((report.directory / "training.json").read_text())
    assert record["adapted_to"] == len(MESSAGES)


def test_neighbours_are_mutual_and_never_oneself() -> None:
    angles = np.radians([0.0, 1.0, 3.0, 90.0, 91.0])
    vectors = np.stack([np.cos(angles), np.sin(angles)], axis=1).astype(np.float32)
    near = [each.tolist() for each in mutual_neighbours(vectors, 1)]
    assert near == [[1], [0], [], [4], [3]]
