"""Fitting the probability of a match: on plenty, on little, and with a classifier's opinion."""

from __future__ import annotations

from dataclasses import replace

import numpy as np
import pytest
from numpy.typing import NDArray

from knowledge import IntentId
from retrieval import MatchCalibration
from training.match_calibration import (
    LabelledVectors,
    fit_logistic,
    fit_match_calibration,
    simulate,
)

INTENTS, TEXTS = 12, 20


def clusters(noise: float, seed: int = 0) -> LabelledVectors:
    """Texts of intents whose vectors lie around a centre each; a classifier that knows them."""
    random = np.random.default_rng(seed)
    centres = random.normal(size=(INTENTS, 32))
    intents = [IntentId(f"intent{index // TEXTS}") for index in range(INTENTS * TEXTS)]
    vectors = np.repeat(centres, TEXTS, axis=0) + noise * random.normal(size=(len(intents), 32))
    vectors /= np.linalg.norm(vectors, axis=1, keepdims=True)
    return LabelledVectors(
        texts=[f"message {index}" for index in range(len(intents))],
        intents=intents,
        vectors=vectors.astype(np.float32),
        head_intents=tuple(dict.fromkeys(intents)),
        head_probabilities=np.repeat(0.8 * np.eye(INTENTS) + 0.2 / INTENTS, TEXTS, axis=0),
    )


def judged(
    calibration: MatchCalibration, data: LabelledVectors
) -> tuple[NDArray[np.float64], NDArray[np.bool_]]:
    """The first candidate's probability for simulated messages, and whether it is right."""
    probabilities, right = [], []
    for message in simulate(data, seed=99, head=False):
        chances = [calibration.probability(each, readable=True) for each in message.candidates]
        best = int(np.argmax(chances))
        probabilities.append(chances[best])
        right.append(message.candidates[best].template == message.right)
    return np.array(probabilities), np.array(right)


@pytest.mark.parametrize("noise", [0.5, 1.2])
def test_the_fitted_number_is_the_share_that_is_right(noise: float) -> None:
    calibration = fit_match_calibration(clusters(noise))
    probabilities, right = judged(calibration, clusters(noise, seed=1))
    order = np.argsort(probabilities)
    gaps = [
        abs(probabilities[part].mean() - right[part].mean()) for part in np.array_split(order, 10)
    ]
    assert np.mean(gaps) < 0.08


def test_messages_of_held_out_intents_are_right_for_no_template() -> None:
    messages = list(simulate(clusters(0.5), seed=0, head=True))
    held_out = sum(message.right is None for message in messages) / len(messages)
    assert 0.2 < held_out < 0.5


def test_the_classifier_knows_all_templates_first_and_only_some_at_last() -> None:
    messages = list(simulate(clusters(0.5), seed=0, head=True))
    first, last = messages[0], messages[-1]
    assert all(item.intent_probability is not None for item in first.candidates)
    assert any(item.intent_probability is None for item in last.candidates)


def test_without_a_classifier_some_templates_stand_alone_on_their_topic() -> None:
    counts = [len(each.candidates) for each in simulate(clusters(0.5), seed=0, head=False)]
    assert counts[0] > INTENTS / 2
    assert counts[-1] < INTENTS / 3


def test_evidence_that_counts_less_moves_the_prior_less() -> None:
    prior = MatchCalibration.default().without_head
    pairs = [
        (candidate, candidate.template == message.right)
        for message in simulate(clusters(0.5), seed=0, head=False)
        for candidate in message.candidates
    ]
    moved = [
        sum(abs(a - b) for a, b in zip(fitted.weights, prior.weights, strict=True))
        for fitted in (fit_logistic(prior, pairs, weight) for weight in (0.0, 0.01, 1.0))
    ]
    assert moved[0] < 1e-6
    assert moved[0] < moved[1] < moved[2]


def test_too_little_data_leaves_the_default() -> None:
    one = LabelledVectors(["a"], [IntentId("x")], np.ones((1, 4), dtype=np.float32))
    assert fit_match_calibration(one) == MatchCalibration.default()


def test_without_a_classifier_its_coefficients_stay() -> None:
    data = clusters(0.5)
    alone = LabelledVectors(data.texts, data.intents, data.vectors)
    fitted = fit_match_calibration(alone)
    assert fitted.with_head == MatchCalibration.default().with_head
    assert fitted.without_head != MatchCalibration.default().without_head


def test_fitting_twice_gives_the_same() -> None:
    assert fit_match_calibration(clusters(0.5)) == fit_match_calibration(clusters(0.5))


def unread(noise: float) -> LabelledVectors:
    """The same texts and opinions, spelt so that characters say nothing, without vectors."""
    data = clusters(noise)
    nothing = np.zeros((len(data.texts), 1), dtype=np.float32)
    return replace(data, vectors=nothing)


def test_texts_that_the_encoder_cannot_read_fit_the_characters_with_an_opinion() -> None:
    default = MatchCalibration.default()
    plain = fit_match_calibration(clusters(0.5))
    fitted = fit_match_calibration(clusters(0.5), unread=unread(0.5))
    assert plain.characters_with_head == default.characters_with_head
    assert fitted.characters_with_head != default.characters_with_head
    assert (fitted.with_head, fitted.without_head) == (plain.with_head, plain.without_head)


def test_where_few_intents_are_known_in_a_language_its_matches_are_trusted_less() -> None:
    data, every = clusters(0.5), unread(0.5)
    few = np.flatnonzero([int(intent[6:]) < 3 for intent in every.intents])
    part = LabelledVectors(
        [every.texts[i] for i in few], [every.intents[i] for i in few], every.vectors[few]
    )
    alone = LabelledVectors((), (), np.zeros((0, 1), dtype=np.float32))
    fitted, by_itself = (
        fit_match_calibration(readable, unread=part).characters for readable in (data, alone)
    )
    assert fitted.weights == by_itself.weights
    assert fitted.intercept < by_itself.intercept - 0.5
    whole = fit_match_calibration(data, unread=every).characters
    assert whole == fit_match_calibration(alone, unread=every).characters


def test_coefficients_of_a_model_without_ngrams_are_still_read() -> None:
    older = MatchCalibration.default().to_json()
    del older["characters_with_head"]
    assert MatchCalibration.from_json(older) == MatchCalibration.default()
