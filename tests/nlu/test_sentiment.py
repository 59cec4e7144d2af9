"""How messages sound, by the real encoder, against labels that were given by hand."""

from __future__ import annotations

import csv
from pathlib import Path

import numpy as np
import pytest
from held_out_messages import held_out
from hypothesis import given, settings
from hypothesis import strategies as st

from nlu import ExampleSentiment, Model, SentimentReader


@pytest.fixture(scope="module")
def reader(bundled_model: Model) -> SentimentReader:
    return ExampleSentiment(bundled_model.encode_each)


def score_of(model: Model, reader: SentimentReader, text: str) -> float:
    meant = model.understand(text)
    return reader.read(text, meant.vector if meant.readable else None)


@pytest.fixture(scope="module")
def scored(bundled_model: Model, reader: SentimentReader) -> np.ndarray:
    """Rows of (label, score) of the held-out messages."""
    pairs = held_out("sentiment")
    return np.array(
        [(float(label), score_of(bundled_model, reader, text)) for label, text in pairs]
    )


def test_scores_follow_the_labels(scored: np.ndarray) -> None:
    assert np.corrcoef(scored.T)[0, 1] >= 0.9


def test_no_friendly_or_plain_message_sounds_furious(scored: np.ndarray) -> None:
    assert scored[scored[:, 0] >= 0, 1].min() > -0.6


def test_more_than_half_of_the_angry_ones_sound_furious(scored: np.ndarray) -> None:
    assert (scored[scored[:, 0] < 0, 1] < -0.6).mean() >= 0.5


@settings(max_examples=30)
@given(text=st.text(max_size=80))
def test_any_text_has_a_score_between_the_ends(
    bundled_model: Model, reader: SentimentReader, text: str
) -> None:
    score = score_of(bundled_model, reader, text)
    assert -1.0 <= score <= 1.0
    assert reader.read("", None) == 0.0


def test_it_is_better_than_guessing_on_film_reviews(
    bundled_model: Model, reader: SentimentReader, shared_data: Path
) -> None:
    with (shared_data / "sst2" / "dev.csv").open(encoding="utf-8", newline="") as stream:
        rows = list(csv.DictReader(stream))[:300]
    right = [
        (score_of(bundled_model, reader, row["text"]) > 0) == (row["sentiment"] == "positive")
        for row in rows
    ]
    assert sum(right) / len(right) >= 0.55
