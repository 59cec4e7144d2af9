"""From rehearsals and validation texts to calibration.json and the figures beside it."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import asdict, replace
from typing import TYPE_CHECKING, Any

import numpy as np

from nlu.calibration import Calibration, ScopeCalibration
from nlu.head import Vector, probabilities_of
from training.match_calibration import LabelledVectors, fit_match_calibration, risk_curve
from training.metrics import (
    Flags,
    Numbers,
    accuracy,
    auroc,
    calibration_error,
    macro_f1,
    operating_point,
    threshold_for,
)
from training.reading import Reading, fit_reading, signals_of
from training.scope import fit_scope, scope_scores, weigh
from training.splits import TrainingTexts

if TYPE_CHECKING:
    from training.settings import TrainingSettings
    from training.study import Rehearsal, Validated


def calibrate(
    texts: TrainingTexts,
    validated: Sequence[Validated],
    rehearsals: Sequence[Rehearsal],
    settings: TrainingSettings,
    unread: LabelledVectors | None = None,
) -> tuple[Calibration, dict[str, Any]]:
    """Return the calibration of the encoder's heads and of the matcher, and validation's metrics.

    ``validated`` and ``rehearsals`` are as ``calibrate_classifier`` takes them; ``unread`` are
    texts that n-grams classify, on which the matcher is calibrated too.
    """
    calibration, metrics = calibrate_classifier(validated, rehearsals, settings)
    if not metrics["validation_texts"]:
        nothing = nothing_to_match()
        return calibrate_matcher(calibration, nothing, unread, settings), metrics
    matching = for_matching(texts, validated, calibration)
    return calibrate_matcher(calibration, matching, unread, settings), metrics | {
        "frozen_accuracy": _accuracy([(one, one.outputs.probe) for one in validated]),
        "tuned_accuracy": _accuracy([(one, one.outputs.tuned) for one in validated]),
    }


def calibrate_matcher(
    calibration: Calibration,
    readable: LabelledVectors,
    unread: LabelledVectors | None,
    settings: TrainingSettings,
) -> Calibration:
    """Return ``calibration`` with the template matcher's fit to both kinds of texts, if any."""
    if not readable.texts and unread is None:
        return calibration
    match = fit_match_calibration(readable, unread=unread, seed=settings.seed)
    return replace(
        calibration,
        match=match.to_json(),
        match_curve=risk_curve(
            readable,
            match,
            unread=unread,
            out_of_scope_share=settings.out_of_scope_share,
            seed=settings.seed,
        ),
    )


def calibrate_classifier(
    validated: Sequence[Validated],
    rehearsals: Sequence[Rehearsal],
    settings: TrainingSettings,
) -> tuple[Calibration, dict[str, Any]]:
    """Return how one classifier's logits are read, without the matcher, and validation's metrics.

    ``validated`` come from the model to be served where it has a validation split of its own, else
    from the rehearsals; messages out of scope are always those of intents that a rehearsal left
    out. Each model's signals are standardised by its own in-scope texts before they are joined,
    because the energy depends on the number of classes and the length of training.
    """
    if not sum(len(one.labels) for one in validated):
        return _uncalibrated(settings), {"validation_texts": 0}
    reading = fit_reading([one.outputs for one in validated], [one.labels for one in validated])
    inside, right = _inside(validated, reading)
    outside = [_standardised_outside(each) for each in rehearsals if len(each.inside.labels)]
    means, scales = _standards(inside)
    strange = np.concatenate([np.empty((0, inside.shape[1])), *outside]) * scales + means
    evidence = weigh(inside, right, strange, settings.out_of_scope_share)
    scope = fit_scope(evidence, means, scales)
    scores = scope_scores(scope, evidence.signals)
    calibration = Calibration(
        temperature=reading.temperature,
        probe_weight=reading.probe_weight,
        scope=scope,
        threshold=threshold_for(
            settings.target_precision, scores, evidence.right, evidence.weights
        ),
        target_precision=settings.target_precision,
        out_of_scope_share=settings.out_of_scope_share,
    )
    known, unknown = scores[: len(right)], scores[len(right) :]
    weight = float(evidence.weights[-1])
    point = operating_point(calibration.threshold, known, right, unknown, weight)
    metrics = _metrics(validated, reading) | {
        "operating": asdict(point),
        "oos_auroc": auroc(known, unknown) if len(unknown) else None,
        "out_of_scope_texts": len(unknown),
    }
    return calibration, metrics


def _uncalibrated(settings: TrainingSettings) -> Calibration:
    """Take the top probability at its word: no intent has a text to spare for checking it."""
    scope = ScopeCalibration((0.0,) * 4, (1.0,) * 4, (1.0, 0.0, 0.0, 0.0), 0.0)
    return Calibration(
        scope=scope, threshold=settings.target_precision, target_precision=settings.target_precision
    )


def _inside(validated: Sequence[Validated], reading: Reading) -> tuple[Numbers, Flags]:
    signals, right = [], []
    for one in validated:
        rows, top = signals_of(one.outputs, reading)
        signals.append(rows)
        right.append(top == one.labels)
    return np.concatenate(signals), np.concatenate(right)


def _standardised_outside(rehearsal: Rehearsal) -> Numbers:
    """Return the held-out intents' signals in units of the same model's in-scope texts."""
    reading = fit_reading([rehearsal.inside.outputs], [rehearsal.inside.labels])
    means, scales = _standards(signals_of(rehearsal.inside.outputs, reading)[0])
    standardised: Numbers = (signals_of(rehearsal.outside, reading)[0] - means) / scales
    return standardised


def _standards(signals: Numbers) -> tuple[Numbers, Numbers]:
    return signals.mean(0), np.maximum(signals.std(0), 1e-3)


def nothing_to_match() -> LabelledVectors:
    """Return the readable texts of a training that has none to validate on."""
    return LabelledVectors((), (), np.empty((0, 1), dtype=np.float32))


def for_matching(
    texts: TrainingTexts, validated: Sequence[Validated], calibration: Calibration
) -> LabelledVectors:
    """Return the validation texts with the probabilities of all intents, 0 for one held out."""
    chosen = np.concatenate([one.chosen for one in validated])
    probabilities = np.zeros((len(chosen), len(texts.intents)))
    row = 0
    for one in validated:
        logits = one.outputs.mixed(calibration.probe_weight) / calibration.temperature
        probabilities[row : row + len(logits), one.classes] = probabilities_of(logits)
        row += len(logits)
    return LabelledVectors(
        texts=[texts.texts[index] for index in chosen],
        intents=[texts.intents[texts.labels[index]] for index in chosen],
        vectors=np.concatenate([one.vectors for one in validated]),
        head_intents=texts.intents,
        head_probabilities=probabilities,
    )


def _metrics(validated: Sequence[Validated], reading: Reading) -> dict[str, Any]:
    labels = np.concatenate([one.labels for one in validated])
    probabilities = [
        probabilities_of(one.outputs.mixed(reading.probe_weight) / reading.temperature)
        for one in validated
    ]
    top = np.concatenate([each.argmax(1) for each in probabilities])
    sure = np.concatenate([each.max(1) for each in probabilities]).astype(np.float64)
    return {
        "accuracy": accuracy(top, labels),
        "macro_f1": macro_f1(top, labels),
        "ece": calibration_error(sure, top == labels),
        "validation_texts": len(labels),
    }


def _accuracy(answered: Iterable[tuple[Validated, Vector | None]]) -> float:
    right = [logits.argmax(1) == one.labels for one, logits in answered if logits is not None]
    return float(np.concatenate(right).mean())
