"""From rehearsals and validation texts to calibration.json and the figures beside it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import asdict, replace
from typing import TYPE_CHECKING, Any

import numpy as np
from numpy.typing import NDArray

from nlu.calibration import Calibration, ScopeCalibration
from nlu.guarantee import Threshold, choose_threshold
from nlu.head import probabilities_of
from training.match_calibration import LabelledVectors, fit_match_calibration
from training.match_curve import certified_match_curve, match_curve
from training.matching_texts import (
    for_matching,
    nothing_to_match,
    strange_for_matching,
    with_strangers,
)
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
from training.strangers import NOBODY, Strangers, without_overlooked

if TYPE_CHECKING:
    from training.outcomes import Rehearsal, Validated
    from training.settings import TrainingSettings

_LEVELS = 100


def calibrate(
    texts: TrainingTexts,
    validated: Sequence[Validated],
    rehearsals: Sequence[Rehearsal],
    settings: TrainingSettings,
    kept_aside: Validated | None = None,
    unread: LabelledVectors | None = None,
    strangers: Strangers = NOBODY,
) -> tuple[Calibration, dict[str, Any]]:
    """Return the calibration of the encoder's heads and of the matcher, and validation's metrics.

    ``unread`` are texts that n-grams classify, on which the matcher is calibrated too; the others
    are as ``calibrate_classifier`` takes them.
    """
    rng = np.random.default_rng((settings.seed, len(texts.texts)))
    calibration, metrics, strangers = calibrate_classifier(
        validated, rehearsals, settings, rng, kept_aside, strangers
    )
    if settings.task == "sentiment":
        return calibration, metrics
    readable, test = nothing_to_match(), None
    if metrics["validation_texts"]:
        readable = for_matching(texts, validated, calibration)
        if kept_aside is not None:
            test = for_matching(texts, [kept_aside], calibration)
        strange = strange_for_matching(strangers, texts.intents, calibration)
        readable, test = with_strangers(readable, test, strange, rng)
    calibration, promised = calibrate_matcher(calibration, readable, unread, settings, rng, test)
    return calibration, with_promises(metrics, promised)


def calibrate_classifier(
    validated: Sequence[Validated],
    rehearsals: Sequence[Rehearsal],
    settings: TrainingSettings,
    rng: np.random.Generator,
    kept_aside: Validated | None = None,
    strangers: Strangers = NOBODY,
) -> tuple[Calibration, dict[str, Any], Strangers]:
    """Return how one classifier's logits are read, without the matcher, validation's metrics, and
    the ``strangers`` without those that seem to be of a known label after all.

    ``validated`` come from the models whose average serves where they spared texts, else from the
    rehearsals; messages out of scope are the strangers that were really asked, where they are
    enough, else those of intents that a rehearsal left out. Nothing is fitted on ``kept_aside``,
    nor on half of what is out of scope then: they test what the thresholds promise. A sentiment
    model has no scope: every message sounds somehow.
    """
    if not sum(len(one.labels) for one in validated):
        return _uncalibrated(settings), {"validation_texts": 0}, NOBODY
    reading = fit_reading([one.outputs for one in validated], [one.labels for one in validated])
    if settings.task == "sentiment":
        return reading.calibration(), _metrics(validated, reading), NOBODY
    inside = _inside(validated, reading)
    if strangers.said:
        strangers = without_overlooked(strangers, inside[0], _said(strangers, reading), rng)
    share = strangers.share_or(settings.out_of_scope_share)
    strange = _strange(rehearsals, strangers, reading, _standards(inside[0]))
    aside = None if kept_aside is None else _inside([kept_aside], reading)
    scope, judged, test = _judge(inside, rng.permutation(strange), aside, share)
    levels = np.unique(np.quantile(judged.score, np.linspace(0.0, 1.0, _LEVELS)))
    curve = estimated_curve(judged, levels, share, int(judged.known.sum()))
    if test is not None:
        curve = counted(curve, draw_mixture(test, share, rng))
    threshold = choose_threshold(curve, settings.target_precision)
    beyond = float(np.nextafter(judged.score.max(), np.inf))
    calibration = replace(
        reading.calibration(),
        scope=scope,
        threshold=beyond if threshold.value is None else threshold.value,
        target_precision=settings.target_precision,
        out_of_scope_share=share,
        curve=curve,
    )
    metrics = _metrics(validated, reading) | _operating(calibration, test or judged)
    if len(strangers):
        metrics["strangers"] = len(strangers)
    return calibration, with_promises(metrics, {"intents": _promise(threshold)}), strangers


def calibrate_matcher(
    calibration: Calibration,
    readable: LabelledVectors,
    unread: LabelledVectors | None,
    settings: TrainingSettings,
    rng: np.random.Generator,
    kept_aside: LabelledVectors | None = None,
) -> tuple[Calibration, dict[str, Any]]:
    """Return ``calibration`` with the template matcher's fit to both kinds of texts, if any.

    And what its threshold promises. ``kept_aside`` can be read: they test no promise that is made
    of ``unread`` texts too.
    """
    if not readable.texts and unread is None:
        return calibration, {}
    match = fit_match_calibration(readable, unread=unread, seed=settings.seed)
    curve = match_curve(
        readable,
        match,
        unread=unread,
        out_of_scope_share=settings.out_of_scope_share,
        seed=settings.seed,
    )
    if kept_aside is not None and unread is None:
        curve = certified_match_curve(curve, readable, kept_aside, match, rng)
    promised = _promise(choose_threshold(curve, settings.target_precision))
    return replace(calibration, match=match.to_json(), match_curve=curve), {"answers": promised}


def with_promises(metrics: dict[str, Any], promised: dict[str, Any]) -> dict[str, Any]:
    """Return ``metrics`` with what further thresholds promise."""
    if not promised:
        return metrics
    return metrics | {"thresholds": metrics.get("thresholds", {}) | promised}


def _judge(
    inside: tuple[Numbers, Flags],
    strange: Numbers,
    aside: tuple[Numbers, Flags] | None,
    share: float,
) -> tuple[ScopeCalibration, Judged, Judged | None]:
    """Return the scope, the messages it was fitted on, and those kept aside from it.

    They are given as signals (n, 4), those in scope with whether their top intent is right.
    """
    kept = len(strange) // 2 if aside is not None else 0
    scope = fit_scope(weigh(*inside, strange[kept:], share), *_standards(inside[0]))
    judged = _judged(scope, *inside, strange[kept:])
    return scope, judged, None if aside is None else _judged(scope, *aside, strange[:kept])


def _strange(
    rehearsals: Sequence[Rehearsal],
    strangers: Strangers,
    reading: Reading,
    standards: tuple[Numbers, Numbers],
) -> Numbers:
    """Return the signals (n, 4) of messages out of scope.

    Each rehearsal's are standardised by its own in-scope texts before they are joined, because the
    energy depends on the number of classes and the length of training.
    """
    if strangers.said:
        return _said(strangers, reading)
    outside = [_standardised_outside(each) for each in rehearsals if len(each.inside.labels)]
    means, scales = standards
    return np.concatenate([np.empty((0, len(means))), *outside]) * scales + means


def _judged(scope: ScopeCalibration, inside: Numbers, right: Flags, outside: Numbers) -> Judged:
    return Judged(
        scope_scores(scope, np.concatenate([inside, outside])),
        np.concatenate([right, np.zeros(len(outside), dtype=np.bool_)]),
        np.arange(len(inside) + len(outside)) < len(inside),
    )


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


def _said(strangers: Strangers, reading: Reading) -> Numbers:
    return _inside(strangers.said, reading)[0]


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


def _metrics(validated: Sequence[Validated], reading: Reading) -> dict[str, Any]:
    labels = np.concatenate([one.labels for one in validated])
    probabilities = [
        probabilities_of(one.outputs.mixed(reading) / reading.temperature) for one in validated
    ]
    top = np.concatenate([each.argmax(1) for each in probabilities])
    sure = np.concatenate([each.max(1) for each in probabilities]).astype(np.float64)
    return {
        "accuracy": accuracy(top, labels),
        **_accuracy_of_each_head(validated, labels),
        "macro_f1": macro_f1(top, labels),
        "ece": calibration_error(sure, top == labels),
        "validation_texts": len(labels),
    }


def _accuracy_of_each_head(
    validated: Sequence[Validated], labels: NDArray[np.int64]
) -> dict[str, float]:
    """Nothing where there is a single head."""
    probes = [one.outputs.probe.argmax(1) for one in validated if one.outputs.probe is not None]
    if len(probes) < len(validated):
        return {}
    tuned = np.concatenate([one.outputs.tuned.argmax(1) for one in validated])
    frozen = np.concatenate(probes)
    return {
        "frozen_accuracy": accuracy(frozen, labels),
        "tuned_accuracy": accuracy(tuned, labels),
    }
