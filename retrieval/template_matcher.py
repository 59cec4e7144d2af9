"""Which approved answer fits a message, and with what probability.

The message's vector is compared with every example's and with the middle of each template's;
RapidFuzz looks at the few nearest; where the encoder cannot read, characters and words stand in for
the vector. The classifier's opinion counts where it knows a template's intent. A calibration makes
one probability of these. A matcher is immutable, so safe to share between threads.
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
from retrieval.facts import Fact, fact_asked_for
from retrieval.match_calibration import MatchCalibration, MatchFeatures
from retrieval.template_examples import TemplateEntry, TemplateExamples, lead
from retrieval.word_cover import WordCover, without_asking

_CANDIDATES = 16
_FUZZY_EXAMPLES = 3
_VERBATIM_FROM = 80.0


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


@dataclass(frozen=True, slots=True, eq=False)
class _Signs:
    """One message against all templates: similarities by example, the rest by template."""

    similarities: NDArray[np.floating]
    margins: NDArray[np.floating]
    centres: NDArray[np.floating]
    centre_margins: NDArray[np.floating]
    covered: NDArray[np.floating]
    covered_margins: NDArray[np.floating]
    fact: Fact | None
    processed: str
    said: str | None


Catalogue = tuple[tuple[TemplateId, tuple[IntentId, ...], tuple[str, ...]], ...]
"""Templates by their ids, each with its intents and examples."""


class TemplateMatcher:
    """Matches messages against the examples of templates."""

    def __init__(self, entries: Sequence[TemplateEntry], calibration: MatchCalibration) -> None:
        self._examples = TemplateExamples(entries)
        self._calibration = calibration
        self._processed = tuple(default_process(text) for text in self._examples.texts)
        self._said = tuple(default_process(without_asking(text)) for text in self._examples.texts)
        self._characters = CharacterSimilarity(self._examples.texts)
        self._cover = WordCover([entry.examples for entry in self._examples.entries])
        self._facts = tuple(
            frozenset(map(fact_asked_for, entry.examples)) for entry in self._examples.entries
        )
        self.catalogue: Catalogue = tuple(
            (entry.template, entry.intents, entry.examples) for entry in self._examples.entries
        )
        """What it knows: who has the same needs no other matcher."""
        self._serving: dict[IntentId, list[int]] = {}
        for index, entry in enumerate(self._examples.entries):
            for intent in entry.intents:
                self._serving.setdefault(intent, []).append(index)

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
        stand in for it. ``intents`` are the calibrated probabilities of a classifier that can read
        the text; ``known_intents`` all that it was trained on, so that a missing one means
        "unlikely" and not "unknown"; others are not listened to.
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
        if not len(self._examples):
            return ()
        signs, best = self._signs(text, vector)
        known = frozenset(known_intents)
        intents = {intent: chance for intent, chance in intents.items() if intent in known}
        return tuple(
            self._features_of(index, signs, intents, known)
            for index in self._shortlist(np.argsort(-best, kind="stable"), intents)
        )

    def _signs(
        self, text: str, vector: NDArray[np.float32] | None
    ) -> tuple[_Signs, NDArray[np.floating]]:
        """The signs, and of each template the similarity of its closest example."""
        examples = self._examples
        similarities: NDArray[np.floating] = (
            self._characters(text) if vector is None else examples.vectors @ vector
        )
        best = examples.best_of_each(similarities)
        centres = best if vector is None else examples.centres @ vector
        covered = self._cover(text) if vector is None else np.zeros(len(examples))
        signs = _Signs(
            similarities=similarities,
            margins=lead(best),
            centres=centres,
            centre_margins=lead(centres),
            covered=covered,
            covered_margins=lead(covered),
            fact=fact_asked_for(text),
            processed=default_process(text),
            said=default_process(without_asking(text)) if vector is None else None,
        )
        return signs, best

    def _shortlist(self, nearest: NDArray[np.intp], intents: Mapping[IntentId, float]) -> list[int]:
        likely = [
            index
            for intent, probability in intents.items()
            if probability > 0.1
            for index in self._serving.get(intent, ())
        ]
        return list(dict.fromkeys([*(int(index) for index in nearest[:_CANDIDATES]), *likely]))

    def _features_of(
        self,
        index: int,
        signs: _Signs,
        intents: Mapping[IntentId, float],
        known_intents: frozenset[IntentId],
    ) -> MatchFeatures:
        entry = self._examples.entries[index]
        closest = self._examples.closest(index, signs.similarities, _FUZZY_EXAMPLES)
        known = [intent for intent in entry.intents if intent in known_intents]
        margin = float(signs.margins[index])
        texts = [self._processed[example] for example in closest]
        return MatchFeatures(
            template=entry.template,
            similarity=float(signs.similarities[closest[0]]),
            margin=margin,
            centre=float(signs.centres[index]),
            centre_margin=float(signs.centre_margins[index]),
            usual=self._examples.usual[index],
            asks_alike=float(signs.fact in self._facts[index]),
            covered=float(signs.covered[index]),
            covered_margin=float(signs.covered_margins[index]),
            fuzzy=max(fuzz.token_set_ratio(signs.processed, text) for text in texts) / 100.0,
            worded=_worded(signs.said, [self._said[example] for example in closest]),
            verbatim=_verbatim(signs.processed, texts) * min(max(margin / 0.1, 0.0), 1.0),
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


def _worded(said: str | None, examples: Sequence[str]) -> float:
    """RapidFuzz's token sort ratio with the likest of the examples; 0 where nothing is given."""
    return 0.0 if said is None else max(fuzz.token_sort_ratio(said, e) for e in examples) / 100.0


def _verbatim(text: str, examples: Sequence[str]) -> float:
    """1 for a repeated example, falling to 0 at a RapidFuzz ratio of 80 and below it."""
    ratios = (fuzz.ratio(text, each, score_cutoff=_VERBATIM_FROM) for each in examples)
    return max(max(ratio - _VERBATIM_FROM, 0.0) for ratio in ratios) / (100.0 - _VERBATIM_FROM)
