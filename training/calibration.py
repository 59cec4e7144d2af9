"""From rehearsals and validation texts to calibration.json and the figures beside it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import asdict
from typing import TYPE_CHECKING, Any

import numpy as np

from nlu.calibration import Calibration, ScopeCalibration
from nlu.guarantee import RiskCurve, Threshold, choose_threshold
from nlu.head import probabilities_of
from retrieval import MatchCalibration
from training.match_calibration import LabelledVectors, fit_match_calibration
from training.match_curve import certified_match_curve, match_curve
from training.metrics import (
    Flags,
    Numbers,
    accuracy,
    auroc,
    calibration_error,
    macro_f1,
    operating_point,
)
from training.reading import Reading, fit_reading, signals_of
from training.risk_curves import Judged, counted, draw_mixture, estimated_curve
from training.scope import fit_scope, scope_scores, weigh
from training.splits import TrainingTexts

if TYPE_CHECKING:
    from training.outcomes import Outcome, Validated
    from training.settings import TrainingSettings

_LEVELS = 100


def calibrate(
    texts: TrainingTexts,
    validated: Sequence[Validated],
    rehearsals: Sequence[Outcome],
    settings: TrainingSettings,
    kept_aside: Validated | None = None,
) -> tuple[Calibration, dict[str, Any]]:
    """Return the calibration and the validation's metrics.

    ``validated`` come from the models whose average serves where they spared texts, else from the
    rehearsals; messages out of scope are always those of intents that a rehearsal left out. Nothing
    is fitted on ``kept_aside``, nor on half of what is out of scope then: they test what the
    thresholds promise. A sentiment model has no scope: every message sounds somehow.
    """
    if not sum(len(one.labels) for one in validated):
        return _uncalibrated(settings), {"validation_texts": 0}
    rng = np.random.default_rng((settings.seed, len(texts.texts)))
    reading = fit_reading([one.outputs for one in validated], [one.labels for one in validated])
    if settings.task == "sentiment":
        return Calibration(reading.temperature, reading.probe_weight), _metrics(validated, reading)
    scope, judged, test = _judge(validated, rehearsals, kept_aside, reading, settings, rng)
    share = settings.out_of_scope_share
    levels = np.unique(np.quantile(judged.score, np.linspace(0.0, 1.0, _LEVELS)))
    curve = estimated_curve(judged, levels, share, int(judged.known.sum()))
    if test is not None:
        curve = counted(curve, draw_mixture(test, share, rng))
    threshold = choose_threshold(curve, settings.target_precision)
    match, of_match = _matching(texts, validated, kept_aside, reading, settings, rng)
    beyond = float(np.nextafter(judged.score.max(), np.inf))
    calibration = Calibration(
        temperature=reading.temperature,
        probe_weight=reading.probe_weight,
        scope=scope,
        threshold=beyond if threshold.value is None else threshold.value,
        target_precision=settings.target_precision,
        out_of_scope_share=share,
        curve=curve,
        match=match.to_json(),
        match_curve=of_match,
    )
    answering = choose_threshold(of_match, settings.target_precision)
    metrics = _metrics(validated, reading) | _operating(calibration, test or judged)
    promised = {"intents": _promise(threshold), "answers": _promise(answering)}
    return calibration, metrics | {"thresholds": promised}


def _judge(
    validated: Sequence[Validated],
    rehearsals: Sequence[Outcome],
    kept_aside: Validated | None,
    reading: Reading,
    settings: TrainingSettings,
    rng: np.random.Generator,
) -> tuple[ScopeCalibration, Judged, Judged | None]:
    """Return the scope, the messages it was fitted on, and those kept aside from it.

    Each model's signals are standardised by its own in-scope texts before they are joined, because
    the energy depends on the number of classes and the length of training.
    """
    inside, right = _inside(validated, reading)
    outside = [_standardised_outside(each) for each in rehearsals if len(each.inside.labels)]
    means, scales = _standards(inside)
    strange = np.concatenate([np.empty((0, inside.shape[1])), *outside]) * scales + means
    strange = rng.permutation(strange)
    kept = len(strange) // 2 if kept_aside is not None else 0
    evidence = weigh(inside, right, strange[kept:], settings.out_of_scope_share)
    scope = fit_scope(evidence, means, scales)
    judged = _judged(scope, inside, right, strange[kept:])
    if kept_aside is None:
        return scope, judged, None
    return scope, judged, _judged(scope, *_inside([kept_aside], reading), strange[:kept])


def _judged(scope: ScopeCalibration, inside: Numbers, right: Flags, outside: Numbers) -> Judged:
    return Judged(
        scope_scores(scope, np.concatenate([inside, outside])),
        np.concatenate([right, np.zeros(len(outside), dtype=np.bool_)]),
        np.arange(len(inside) + len(outside)) < len(inside),
    )


def _matching(
    texts: TrainingTexts,
    validated: Sequence[Validated],
    kept_aside: Validated | None,
    reading: Reading,
    settings: TrainingSettings,
    rng: np.random.Generator,
) -> tuple[MatchCalibration, RiskCurve]:
    data = _for_matching(texts, validated, reading)
    match = fit_match_calibration(data, seed=settings.seed)
    share = settings.out_of_scope_share
    curve = match_curve(data, match, out_of_scope_share=share, seed=settings.seed)
    if kept_aside is not None:
        test = _for_matching(texts, [kept_aside], reading)
        curve = certified_match_curve(curve, data, test, match, rng)
    return match, curve


def _operating(calibration: Calibration, judged: Judged) -> dict[str, Any]:
    """What the threshold gives when as many messages are out of scope as it was chosen for."""
    known, unknown = judged.score[judged.known], judged.score[~judged.known]
    share = calibration.out_of_scope_share
    weight = share / (1.0 - share) * len(known) / max(len(unknown), 1)
    right = judged.right[judged.known]
    point = operating_point(calibration.threshold, known, right, unknown, weight)
    return {
        "operating": asdict(point),
        "oos_auroc": auroc(known, unknown) if len(unknown) else None,
        "out_of_scope_texts": len(unknown),
    }


def _promise(threshold: Threshold) -> dict[str, Any]:
    return asdict(threshold) | {"sentence": threshold.sentence}


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


def _standardised_outside(rehearsal: Outcome) -> Numbers:
    """Return the held-out intents' signals in units of the same model's in-scope texts."""
    reading = fit_reading([rehearsal.inside.outputs], [rehearsal.inside.labels])
    means, scales = _standards(signals_of(rehearsal.inside.outputs, reading)[0])
    standardised: Numbers = (signals_of(rehearsal.outside, reading)[0] - means) / scales
    return standardised


def _standards(signals: Numbers) -> tuple[Numbers, Numbers]:
    return signals.mean(0), np.maximum(signals.std(0), 1e-3)


def _for_matching(
    texts: TrainingTexts, validated: Sequence[Validated], reading: Reading
) -> LabelledVectors:
    """Return the validation texts with the probabilities of all intents, 0 for one held out."""
    chosen = np.concatenate([one.chosen for one in validated])
    probabilities = np.zeros((len(chosen), len(texts.intents)))
    row = 0
    for one in validated:
        likely = probabilities_of(one.outputs.mixed(reading.probe_weight) / reading.temperature)
        probabilities[row : row + len(likely), one.classes] = likely
        row += len(likely)
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
    frozen = np.concatenate([one.outputs.probe.argmax(1) for one in validated])
    tuned = np.concatenate([one.outputs.tuned.argmax(1) for one in validated])
    return {
        "accuracy": accuracy(top, labels),
        "frozen_accuracy": accuracy(frozen, labels),
        "tuned_accuracy": accuracy(tuned, labels),
        "macro_f1": macro_f1(top, labels),
        "ece": calibration_error(sure, top == labels),
        "validation_texts": len(labels),
    }
