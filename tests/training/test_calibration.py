"""Temperature, the probe's share and the scope, on scores whose truth is known."""

from __future__ import annotations

import numpy as np
import pytest

from nlu.head import probabilities_of
from training.metrics import auroc
from training.reading import Outputs, fit_reading, fit_temperature
from training.scope import fit_scope, scope_scores, weigh


def sampled(classes: int = 5, texts: int = 4000) -> tuple[np.ndarray, np.ndarray]:
    """Logits whose softmax is the true distribution of the labels."""
    rng = np.random.default_rng(0)
    logits = rng.normal(0, 2, (texts, classes)).astype(np.float32)
    chances = probabilities_of(logits).cumsum(1)
    labels = (rng.random((texts, 1)) > chances[:, :-1]).sum(1)
    return logits, labels.astype(np.int64)


@pytest.mark.parametrize("factor", [0.5, 1.0, 3.0])
def test_overconfidence_is_divided_away(factor: float) -> None:
    logits, labels = sampled()
    temperature, _ = fit_temperature([logits * factor], [labels])
    assert temperature == pytest.approx(factor, rel=0.1)


def test_probe_joins_only_where_it_helps() -> None:
    logits, labels = sampled()
    rng = np.random.default_rng(1)
    noisy = [logits + rng.normal(0, 2, logits.shape).astype(np.float32) for _ in range(2)]
    nearest = np.zeros_like(logits)
    helped = fit_reading([Outputs(noisy[0], noisy[1], nearest)], [labels])
    harmed = fit_reading([Outputs(logits, 9 * rng.permutation(noisy[1]), nearest)], [labels])
    assert helped.probe_weight >= 0.4
    assert harmed.probe_weight == 0.0


def test_ngrams_get_a_share_where_they_help() -> None:
    logits, labels = sampled()
    rng = np.random.default_rng(1)
    noisy = [logits + rng.normal(0, 2, logits.shape).astype(np.float32) for _ in range(2)]
    nothing = np.zeros_like(logits)
    helped = fit_reading([Outputs(noisy[0], None, nothing, noisy[1])], [labels])
    harmed = fit_reading([Outputs(logits, None, nothing, 9 * rng.permutation(logits))], [labels])
    assert (helped.probe_weight, helped.ngram_weight >= 0.4) == (0.0, True)
    assert harmed.ngram_weight == 0.0
    serving = helped.calibration()
    assert (serving.ngram_weight, serving.temperature) == (helped.ngram_weight, helped.temperature)


def test_scope_is_calibrated_for_the_share_it_was_told() -> None:
    rng = np.random.default_rng(0)
    inside, outside = rng.normal(1, 1, (2000, 4)), rng.normal(-1, 1, (500, 4))
    right = rng.random(2000) < 0.9
    evidence = weigh(inside, right, outside, share=0.2)
    assert evidence.weights[2000:].sum() / evidence.weights.sum() == pytest.approx(0.2)
    scope = fit_scope(evidence, inside.mean(0), inside.std(0))
    scores = scope_scores(scope, evidence.signals)
    mean = np.average(scores, weights=evidence.weights)
    assert mean == pytest.approx(np.average(evidence.right, weights=evidence.weights), abs=0.01)
    assert auroc(scores[:2000], scores[2000:]) > 0.95
    assert min(scope.weights) >= 0.0


def test_scope_falls_back_on_the_top_probability_where_nothing_was_wrong() -> None:
    evidence = weigh(np.ones((3, 4)), np.ones(3, dtype=bool), np.empty((0, 4)), share=0.2)
    scope = fit_scope(evidence, np.zeros(4), np.ones(4))
    assert scope_scores(scope, np.array([[0.0, 9.0, 9.0, 9.0]]))[0] == pytest.approx(0.5)
