"""Scores clusters found without labels against the labels that a file holds."""

from __future__ import annotations

import csv
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path

import numpy as np
from numpy.typing import NDArray
from scipy.optimize import linear_sum_assignment
from sklearn.metrics import adjusted_rand_score, normalized_mutual_info_score

from training.clustering import OUTLIER, cluster
from training.errors import TrainingError
from training.silhouettes import Labels

Encode = Callable[[Sequence[str]], NDArray[np.float32]]


@dataclass(frozen=True, slots=True)
class DiscoveryReport:
    """Clusters found, and how well they match; rates are fractions from 0 to 1.

    ``accuracy`` counts texts in a cluster that the best one-to-one assignment gives their intent.
    """

    texts: int
    intents: int
    clusters: int
    outliers: int
    nmi: float
    ari: float
    accuracy: float


def evaluate_discovery(path: Path, encode: Encode) -> DiscoveryReport:
    """Cluster the texts of a CSV with columns ``text,intent`` without looking at the intents.

    NMI is normalised by the arithmetic mean; each outlier counts as a cluster of its own. Raises
    ``TrainingError`` where the file lacks a column or has fewer than two texts.
    """
    texts, intents = _read(path)
    labels = cluster(encode(texts)).labels
    return score_clusters(intents, labels)


def score_clusters(intents: Sequence[str], labels: Labels) -> DiscoveryReport:
    """Compare labels (n,) with the true ``intents``; ``OUTLIER`` marks texts left out."""
    _, truth = np.unique(np.asarray(intents), return_inverse=True)
    found = np.array(labels, dtype=np.int64)
    alone = found == OUTLIER
    clusters = len(np.unique(found[~alone]))
    found[alone] = found.max(initial=0) + 1 + np.arange(int(alone.sum()))
    return DiscoveryReport(
        texts=len(truth),
        intents=int(truth.max()) + 1,
        clusters=clusters,
        outliers=int(alone.sum()),
        nmi=float(normalized_mutual_info_score(truth, found, average_method="arithmetic")),
        ari=float(adjusted_rand_score(truth, found)),
        accuracy=_accuracy(truth, found),
    )


def _accuracy(truth: NDArray[np.int64], found: NDArray[np.int64]) -> float:
    _, columns = np.unique(found, return_inverse=True)
    together = np.zeros((int(truth.max()) + 1, int(columns.max()) + 1))
    np.add.at(together, (truth, columns), 1)
    rows, matched = linear_sum_assignment(-together)
    return float(together[rows, matched].sum() / len(truth))


def _read(path: Path) -> tuple[list[str], list[str]]:
    with path.open(encoding="utf-8-sig", newline="") as file:
        reader = csv.DictReader(file)
        missing = {"text", "intent"} - set(reader.fieldnames or ())
        if missing:
            raise TrainingError(
                f"{path}: column {', '.join(sorted(missing))} is missing; "
                "the file needs the columns text and intent."
            )
        rows = [(row["text"].strip(), row["intent"].strip()) for row in reader if row["text"]]
    if len(rows) < 2:
        raise TrainingError(f"{path}: holds fewer than two texts; there is nothing to cluster.")
    return [text for text, _ in rows], [intent for _, intent in rows]
