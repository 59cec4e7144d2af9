"""Learns a ranking from behaviour and writes its model directory: `train --task ranking`.

The towers and the counts come from the earlier part of time, the number of epochs, the half-life
and the weights from the later; then the towers learn once more, from all of it.
"""

from __future__ import annotations

import hashlib
import itertools
import time
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import numpy as np

from retrieval.recommender import (
    SOURCES,
    Action,
    Catalogue,
    Evidence,
    Histories,
    RankingModel,
    TextTower,
    write_ranking_files,
)
from training.model_directory import check_replaceable, new_directory
from training.recommender.towers import tower_epochs
from training.recommender.weighing import choices, fitted_weights, likeliest_half_life
from training.recommender.windows import LATER_SHARE, Window, moment_of_share, window

MOST_EPOCHS = 12
PATIENCE = 2
AT_ONCE = 256
Progress = Callable[[str, int, int], None]


@dataclass(frozen=True, slots=True)
class RankingReport:
    """What a training came to. ``metrics`` are of the later part of time, which fitted them."""

    directory: Path
    device: str
    examples: int
    classes: int
    seconds: float
    examples_per_second: float
    metrics: dict[str, Any]


def learn_ranking(
    catalogue: Catalogue,
    actions: Sequence[Action],
    encoder_id: str,
    seed: int,
    progress: Progress = lambda *_: None,
) -> tuple[RankingModel, dict[str, Any]]:
    """A model from ``actions``, which are in the order of time, and what was found on the way.

    Raises LabelledDataError where there are too few.
    """
    begin = moment_of_share(actions, LATER_SHARE)
    end = np.nextafter(actions[-1].at.timestamp(), np.inf)
    later = window(actions, catalogue, begin, end)
    histories = later.histories.until(begin)
    towers, epochs = _best_towers(catalogue, histories, later, seed, progress)
    evidence = Evidence(catalogue, histories, towers, begin)
    half_life = likeliest_half_life(evidence, later)
    found = choices(evidence, later, half_life)
    untrained = RankingModel.untrained(encoder_id, catalogue.vectors.shape[1])
    weights = fitted_weights(found.of(found.known), untrained.weights)
    opening = fitted_weights(found.of(~found.known), untrained.opening)
    again = itertools.islice(tower_epochs(catalogue, later.histories, seed), epochs)
    *_, towers = again if epochs else (untrained.towers,)
    metrics = {
        "epochs": epochs,
        "half_life_days": half_life,
        "weights": dict(zip(SOURCES, map(float, weights), strict=True)),
        "opening": dict(zip(SOURCES, map(float, opening), strict=True)),
        "later_events": len(later),
        "named": len(found.taken) / max(len(later), 1),
    }
    return RankingModel(encoder_id, towers, weights, opening, half_life), metrics


def _best_towers(
    catalogue: Catalogue, histories: Histories, later: Window, seed: int, progress: Progress
) -> tuple[TextTower, int]:
    """The towers after the epoch that tells the later part best; untrained ones for none."""
    best = TextTower.untrained(catalogue.vectors.shape[1])
    told, epochs = _told(best, catalogue, later), 0
    for epoch, towers in enumerate(tower_epochs(catalogue, histories, seed), start=1):
        progress("towers", epoch, MOST_EPOCHS)
        now = _told(towers, catalogue, later)
        if now > told:
            best, told, epochs = towers, now, epoch
        if epoch == MOST_EPOCHS or epoch - epochs >= PATIENCE:
            return best, epochs
    raise AssertionError("epochs have no end")


def _told(towers: TextTower, catalogue: Catalogue, later: Window) -> float:
    """The mean log-probability of what followed, over those who had a history."""
    histories, offers = later.histories, towers.offers(catalogue.vectors)
    known = histories.earlier[later.points] > histories.starts[later.points]
    points, weights = later.points[known], later.weights[known]
    total = 0.0
    for start in range(0, len(points), AT_ONCE):
        part = points[start : start + AT_ONCE]
        read = [towers.parts(catalogue.vectors[histories.before(each)]).sum(0) for each in part]
        logits = (np.stack(read) @ offers.T).astype(np.float64)
        logits -= logits.max(1, keepdims=True)
        own = logits[np.arange(len(part)), histories.items[part]]
        told = own - np.log(np.exp(logits).sum(1))
        total += float(weights[start : start + AT_ONCE] @ told)
    return total / max(float(weights.sum()), 1e-12)


def train_ranking(
    catalogue: Catalogue,
    actions: Sequence[Action],
    encoder_id: str,
    out: Path,
    seed: int,
    progress: Progress = lambda *_: None,
) -> RankingReport:
    """Learn and write the model directory ``out``. Raises TrainingError."""
    check_replaceable(out)
    started = time.perf_counter()
    model, metrics = learn_ranking(catalogue, actions, encoder_id, seed, progress)
    seconds = time.perf_counter() - started
    trained = {
        "seed": seed,
        "encoder_id": encoder_id,
        "items": len(catalogue),
        "events": len(actions),
        "items_sha256": _digest("\n".join(catalogue.ids)),
        "events_sha256": _digest("\n".join(f"{a.person}\t{a.item}\t{a.at}" for a in actions)),
    }
    with new_directory(out) as folder:
        write_ranking_files(folder, model, metrics=metrics, training=trained)
    passes = len(actions) * (2 * metrics["epochs"] + PATIENCE)
    return RankingReport(
        out, "cpu", len(actions), len(catalogue), seconds, passes / max(seconds, 1e-9), metrics
    )


def _digest(text: str) -> str:
    return hashlib.sha256(text.encode(errors="surrogatepass")).hexdigest()
