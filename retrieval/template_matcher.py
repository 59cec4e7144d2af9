"""Which approved answer fits a message, and with what probability.

The message's vector is compared with every example's; RapidFuzz looks at the few nearest; the
classifier's opinion counts where it knows a template's intent. A calibration makes one probability
of these. Immutable after construction, so safe to share between threads.
"""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray
from rapidfuzz import fuzz
from rapidfuzz.utils import default_process

from knowledge.records import IntentId, TemplateId
from retrieval.character_similarity import CharacterSimilarity
from retrieval.match_calibration import MatchCalibration, MatchFeatures
from retrieval.template_examples import TemplateEntry, TemplateExamples

_CANDIDATES = 16
_FUZZY_EXAMPLES = 3
_NEIGHBOURS = 10


@dataclass(frozen=True, slots=True)
class MatchReasons:
    """Why a template was proposed. ``intent_probability`` is None where no classifier knows it."""

    similarity: float
    example: str
    fuzzy: float
    intent_probability: float | None


@dataclass(frozen=True, slots=True)
class TemplateCandidate:
    """A template with the calibrated probability that it is the right answer."""

    template: TemplateId
    probability: float
    reasons: MatchReasons


class TemplateMatcher:
    """Matches messages against the examples of templates."""

    def __init__(self, entries: Sequence[TemplateEntry], calibration: MatchCalibration) -> None:
        self._examples = TemplateExamples(entries)
        self._calibration = calibration
        self._processed = tuple(default_process(text) for text in self._examples.texts)
        self._characters = CharacterSimilarity(self._examples.texts)
        self._serving: dict[IntentId, list[int]] = {}
        for index, entry in enumerate(self._examples.entries):
            for intent in entry.intents:
                self._serving.setdefault(intent, []).append(index)
        self._sizes = np.bincount(self._examples.owners, minlength=len(self._examples))

    def match(
        self,
        text: str,
        vector: NDArray[np.float32] | None,
        intents: Mapping[IntentId, float],
        *,
        known_intents: Collection[IntentId],
        limit: int = 5,
    ) -> tuple[TemplateCandidate, ...]:
        """Candidates by falling probability.

        ``vector`` is L2-normalised, or None where the encoder cannot read the text: then characters
        decide alone. ``intents`` are the classifier's calibrated probabilities; ``known_intents``
        all that it was trained on, so that a missing one means "unlikely" and not "unknown".
        """
        found = self.features(text, vector, intents, known_intents=known_intents)
        candidates = [self._candidate(features, readable=vector is not None) for features in found]
        candidates.sort(key=lambda candidate: -candidate.probability)
        return tuple(candidates[:limit])

    def features(
        self,
        text: str,
        vector: NDArray[np.float32] | None,
        intents: Mapping[IntentId, float],
        *,
        known_intents: Collection[IntentId],
    ) -> tuple[MatchFeatures, ...]:
        """The signs behind ``match``, nearest template first; what a calibration is fitted on."""
        examples = self._examples
        if not len(examples):
            return ()
        similarities: NDArray[np.floating] = (
            self._characters(text) if vector is None else examples.vectors @ vector
        )
        best = examples.best_of_each(similarities)
        nearest = np.argsort(-best, kind="stable")
        top = float(best[nearest[0]])
        runner_up = float(best[nearest[1]]) if len(examples) > 1 else 0.0
        neighbours = self._neighbour_shares(similarities)
        processed = default_process(text)
        return tuple(
            self._features_of(
                int(index),
                similarities,
                processed,
                margin=float(best[index]) - (runner_up if index == nearest[0] else top),
                neighbours=float(neighbours[index]),
                intents=intents,
                known_intents=known_intents,
            )
            for index in self._shortlist(nearest, intents)
        )

    def _shortlist(self, nearest: NDArray[np.intp], intents: Mapping[IntentId, float]) -> list[int]:
        likely = [
            index
            for intent, probability in intents.items()
            if probability > 0.1
            for index in self._serving.get(intent, ())
        ]
        return list(dict.fromkeys([*(int(index) for index in nearest[:_CANDIDATES]), *likely]))

    def _neighbour_shares(self, similarities: NDArray[np.floating]) -> NDArray[np.float64]:
        count = min(_NEIGHBOURS, len(similarities))
        nearest = np.argpartition(-similarities, count - 1)[:count]
        owners = np.bincount(self._examples.owners[nearest], minlength=len(self._examples))
        return np.asarray(owners / np.minimum(self._sizes, count), dtype=np.float64)

    def _features_of(
        self,
        index: int,
        similarities: NDArray[np.floating],
        processed: str,
        *,
        margin: float,
        neighbours: float,
        intents: Mapping[IntentId, float],
        known_intents: Collection[IntentId],
    ) -> MatchFeatures:
        entry = self._examples.entries[index]
        closest = self._examples.closest(index, similarities, _FUZZY_EXAMPLES)
        known = [intent for intent in entry.intents if intent in known_intents]
        return MatchFeatures(
            template=entry.template,
            similarity=float(similarities[closest[0]]),
            margin=margin,
            neighbours=neighbours,
            fuzzy=max(
                fuzz.token_set_ratio(processed, self._processed[example]) for example in closest
            )
            / 100.0,
            example=self._examples.texts[closest[0]],
            intent_probability=sum(intents.get(intent, 0.0) for intent in known) if known else None,
        )

    def _candidate(self, features: MatchFeatures, *, readable: bool) -> TemplateCandidate:
        return TemplateCandidate(
            template=features.template,
            probability=self._calibration.probability(features, readable=readable),
            reasons=MatchReasons(
                similarity=features.similarity,
                example=features.example,
                fuzzy=features.fuzzy,
                intent_probability=features.intent_probability,
            ),
        )
