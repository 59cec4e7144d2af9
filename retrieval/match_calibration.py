"""What turns the signs that a template fits into one probability that it is the right one.

Three logistic regressions: with the classifier's opinion, without it (a template whose intent the
classifier never saw), and by characters alone (a text that the encoder cannot read). ``training``
fits them on simulated catalogues with whole intents held out; ``default`` stands in until then.
"""

from __future__ import annotations

import math
from collections.abc import Mapping
from dataclasses import dataclass

from knowledge.records import TemplateId
from retrieval.logistic import Logistic

VECTOR_FEATURES = ("similarity", "margin", "neighbours", "fuzzy")
HEAD_FEATURES = (*VECTOR_FEATURES, "intent_log_odds")
CHARACTER_FEATURES = ("similarity", "margin")


@dataclass(frozen=True, slots=True)
class MatchFeatures:
    """The signs that one template fits one message.

    ``similarity``: cosine with the template's closest example; ``margin``: how much closer that is
    than the closest example of any other template; ``neighbours``: how many of the ten nearest
    examples are the template's, of those that could be; ``fuzzy``: RapidFuzz's token set ratio with
    its closest examples, from 0 to 1; ``intent_probability``: the classifier's, for the template's
    intents, None where it knows none of them.
    """

    template: TemplateId
    similarity: float
    margin: float
    neighbours: float
    fuzzy: float
    example: str
    intent_probability: float | None

    @property
    def intent_log_odds(self) -> float:
        """Of ``intent_probability``, kept within ±6.9 (one in a thousand)."""
        probability = min(max(self.intent_probability or 0.0, 0.001), 0.999)
        return math.log(probability / (1.0 - probability))


@dataclass(frozen=True, slots=True)
class MatchCalibration:
    """The three regressions; each reads the attributes of ``MatchFeatures`` that it names."""

    with_head: Logistic
    without_head: Logistic
    characters: Logistic

    @classmethod
    def default(cls) -> MatchCalibration:
        """A cautious start for homes with too few labelled messages to fit their own."""
        return cls(
            with_head=Logistic(HEAD_FEATURES, (6.0, 6.0, 1.5, 1.0, 0.5), -4.5),
            without_head=Logistic(VECTOR_FEATURES, (9.0, 10.0, 2.0, 1.0), -8.5),
            characters=Logistic(CHARACTER_FEATURES, (10.0, 6.0), -7.0),
        )

    def probability(self, features: MatchFeatures, *, readable: bool) -> float:
        """That the template is the right answer; ``readable``: whether the encoder could read."""
        if not readable:
            regression = self.characters
        elif features.intent_probability is None:
            regression = self.without_head
        else:
            regression = self.with_head
        return regression.probability([getattr(features, name) for name in regression.features])

    def to_json(self) -> dict[str, dict[str, float]]:
        """For ``calibration.json``."""
        return {
            "with_head": self.with_head.to_json(),
            "without_head": self.without_head.to_json(),
            "characters": self.characters.to_json(),
        }

    @classmethod
    def from_json(cls, data: Mapping[str, Mapping[str, float]]) -> MatchCalibration:
        """Raises ``ValueError`` or ``KeyError`` where the coefficients are of another version."""
        return cls(
            with_head=Logistic.from_json(data["with_head"], HEAD_FEATURES),
            without_head=Logistic.from_json(data["without_head"], VECTOR_FEATURES),
            characters=Logistic.from_json(data["characters"], CHARACTER_FEATURES),
        )
