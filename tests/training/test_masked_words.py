"""Learning words from messages without labels, beside the labelled texts."""

from __future__ import annotations

import json
from collections.abc import Sequence
from dataclasses import replace
from itertools import product
from pathlib import Path

import numpy as np
import pytest
import torch
from hypothesis import given
from hypothesis import strategies as st
from tiny_bert import MASK, WORDS, make_tiny_bert

from nlu import Model, read_learned_from, text_digest
from training import (
    Beside,
    LabelledText,
    TrainingError,
    TrainingSettings,
    UnsupportedBaseModelError,
    export_base,
    fine_tune,
)
from training.base_model import BaseModel, load_base_model
from training.device import open_accelerator
from training.forked import ForkedEncoder
from training.masked_words import Messages, WordHead

MESSAGES = [
    f"{opening} {what} {ending}"
    for opening, what, ending in product(
        ("please", "how do i", "i want to", "can you"),
        ("cancel the order", "reset my password", "return the bike", "change my address"),
        ("", "thanks", "please", "for you", "late", "the parcel", "my account"),
    )
]


@pytest.fixture(scope="module")
def tiny_bert(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return make_tiny_bert(tmp_path_factory.mktemp("masking") / "bert", with_mask=True)


@pytest.fixture
def quick(settings: TrainingSettings) -> TrainingSettings:
    return replace(settings, epochs=1, members=1)


@pytest.fixture(scope="module")
def base(tiny_bert: Path) -> BaseModel:
    return load_base_model(tiny_bert)


@given(
    st.lists(st.sampled_from(WORDS), min_size=1, max_size=30).map(" ".join), st.integers(0, 1000)
)
def test_some_words_are_hidden_and_can_be_put_back(base: BaseModel, text: str, seed: int) -> None:
    batch = Messages(base, [text], 64).some(3, np.random.default_rng(seed))
    restored = batch.ids.clone()
    assert (restored[batch.hidden] == base.tokenizer.token_to_id(MASK)).all()
    restored[batch.hidden] = batch.words
    expected = base.tokenizer.encode(text).ids
    assert all(row.tolist() == expected for row in restored)
    assert batch.hidden.any(1).all()
    assert not batch.hidden[:, [0, -1]].any()


def test_hidden_words_are_learned_and_search_stays_as_it_was(
    labelled: Sequence[LabelledText], quick: TrainingSettings, tiny_bert: Path, tmp_path: Path
) -> None:
    export_base(tmp_path / "base", tiny_bert)
    plain = fine_tune(labelled, tmp_path / "plain", quick)
    report = fine_tune(labelled, tmp_path / "model", quick, beside=Beside(messages=MESSAGES))
    base, before, after = (
        Model.open(each) for each in (tmp_path / "base", plain.directory, report.directory)
    )
    assert base.encoder_id == before.encoder_id == after.encoder_id
    text = "please cancel my subscription"
    assert before.encoding(text).features != pytest.approx(after.encoding(text).features)


def test_hidden_words_come_to_be_known_by_their_surroundings(base: BaseModel) -> None:
    torch.manual_seed(0)
    rng = np.random.default_rng(0)
    encoder = ForkedEncoder(base, with_intents=True).train()
    head = WordHead(encoder, 32)
    learning = [each for each in encoder.parameters() if each.requires_grad]
    optimizer = torch.optim.AdamW([*learning, *head.parameters()], lr=5e-3)
    messages, losses = Messages(base, MESSAGES, 64), []
    for _ in range(300):
        loss = head.loss(encoder, messages.some(32, rng), open_accelerator())
        optimizer.zero_grad()
        loss.backward()
        optimizer.step()
        losses.append(loss.item())
    counts = np.unique(messages.some(5000, rng).words, return_counts=True)[1]
    guessing = float(-(counts / counts.sum()) @ np.log(counts / counts.sum()))
    assert np.mean(losses[-10:]) < 0.95 * guessing < np.mean(losses[:10])


def test_interrupted_learning_of_words_goes_on_to_the_same_result(
    monkeypatch: pytest.MonkeyPatch,
    labelled: Sequence[LabelledText],
    quick: TrainingSettings,
    tmp_path: Path,
) -> None:
    monkeypatch.setattr("training.unfinished.EVERY_SECONDS", 0.0)
    settings = replace(quick, epochs=3)
    whole = fine_tune(
        labelled, tmp_path / "whole", settings, beside=Beside(messages=MESSAGES)
    ).directory

    def interrupt(stage: str, done: int, total: int) -> None:
        if stage == "member 1" and done > total / 2:
            raise KeyboardInterrupt

    out = tmp_path / "model"
    with pytest.raises(KeyboardInterrupt):
        fine_tune(labelled, out, settings, interrupt, beside=Beside(messages=MESSAGES))
    fine_tune(labelled, out, settings, beside=Beside(messages=MESSAGES))
    assert (out / "encoder.onnx").read_bytes() == (whole / "encoder.onnx").read_bytes()
    assert sorted(path.name for path in tmp_path.iterdir()) == ["model", "whole"]


def test_too_few_messages_are_refused_before_any_work(
    labelled: Sequence[LabelledText], quick: TrainingSettings, tmp_path: Path
) -> None:
    with pytest.raises(TrainingError, match="99 different customer messages are too few"):
        fine_tune(labelled, tmp_path / "model", quick, beside=Beside(messages=MESSAGES[:99]))
    assert not list(tmp_path.iterdir())


def test_a_vocabulary_without_a_mask_is_refused(base: BaseModel) -> None:
    from tokenizers import Tokenizer, models

    maskless = Tokenizer(models.WordLevel({"a": 0, "[UNK]": 1}, unk_token="[UNK]"))
    with pytest.raises(UnsupportedBaseModelError, match="leave --adapt out"):
        Messages(replace(base, tokenizer=maskless), MESSAGES, 64)


def test_model_notes_the_messages_among_what_it_learned_from(
    labelled: Sequence[LabelledText], quick: TrainingSettings, tmp_path: Path
) -> None:
    report = fine_tune(labelled, tmp_path / "model", quick, beside=Beside(messages=MESSAGES))
    known = read_learned_from(report.directory)
    assert known is not None
    assert {text_digest(each) for each in MESSAGES} <= known
    record = json.loads((report.directory / "training.json").read_text())
    assert record["adapted_to"] == len(MESSAGES)
