"""What turns the signs that a template fits into one probability that it is the right one.

Four logistic regressions: by vectors where the encoder can read the text and by characters where
it cannot, each with a classifier's opinion and without one (a template whose intent no classifier
saw). ``training`` fits them on simulated catalogues with whole intents held out; ``default`` stands
in until then.
"""

from __future__ import annotations

import math
from collections.abc import Mapping
from dataclasses import dataclass

from knowledge.records import TemplateId
from retrieval.logistic import Logistic

VECTOR_FEATURES = ("similarity", "margin", "centre", "centre_margin", "fuzzy", "verbatim")
HEAD_FEATURES = (*VECTOR_FEATURES, "intent_log_odds")
CHARACTER_FEATURES = ("similarity", "margin", "fuzzy", "verbatim")
CHARACTER_HEAD_FEATURES = (*CHARACTER_FEATURES, "intent_log_odds")


@dataclass(frozen=True, slots=True)
class MatchFeatures:
    """The signs that one template fits one message.

    ``similarity``: cosine with the template's closest example; ``margin``: how much closer that is
    than the closest example of any other template; ``centre`` and ``centre_margin``: the same for
    the mean of the template's examples; ``fuzzy``: RapidFuzz's token set ratio with its closest
    examples, from 0 to 1; ``verbatim``: how nearly the message repeats one of them, from 0 to 1,
    and 0 where another template is as close; ``intent_probability``: the classifier's, for the
    template's intents, None where it knows none of them.
    """

    template: TemplateId
    similarity: float
    margin: float
    centre: float
    centre_margin: float
    fuzzy: float
    verbatim: float
    example: str
    intent_probability: float | None

    @property
    def intent_log_odds(self) -> float:
        """Of ``intent_probability``, kept within ±6.9 (one in a thousand)."""
        probability = min(max(self.intent_probability or 0.0, 0.001), 0.999)
        return math.log(probability / (1.0 - probability))


@dataclass(frozen=True, slots=True)
class MatchCalibration:
    """The regressions; each reads the attributes of ``MatchFeatures`` that it names."""

    with_head: Logistic
    without_head: Logistic
    characters: Logistic
    characters_with_head: Logistic

    @classmethod
    def default(cls) -> MatchCalibration:
        """A cautious start for homes with too few labelled messages to fit their own."""
        return cls(
            with_head=Logistic(HEAD_FEATURES, (2.0, 0.5, 0.0, 0.0, 2.0, 1.5, 1.4), -3.0),
            without_head=Logistic(VECTOR_FEATURES, (1.0, 4.0, 3.5, 7.0, 3.0, 1.5), -6.5),
            characters=Logistic(CHARACTER_FEATURES, (2.5, 3.0, 2.5, 2.0), -5.0),
            characters_with_head=Logistic(CHARACTER_HEAD_FEATURES, (2.0, 2.0, 1.5, 2.0, 1.0), -3.0),
        )

    def probability(self, features: MatchFeatures, *, readable: bool) -> float:
        """That the template is the right answer; ``readable``: whether the encoder could read."""
        if features.intent_probability is None:
            regression = self.without_head if readable else self.characters
        else:
            regression = self.with_head if readable else self.characters_with_head
        return regression.probability([getattr(features, name) for name in regression.features])

    def to_json(self) -> dict[str, dict[str, float]]:
        """For ``calibration.json``."""
        return {
            "with_head": self.with_head.to_json(),
            "without_head": self.without_head.to_json(),
            "characters": self.characters.to_json(),
            "characters_with_head": self.characters_with_head.to_json(),
        }

    @classmethod
    def from_json(cls, data: Mapping[str, Mapping[str, float]]) -> MatchCalibration:
        """Raises ``ValueError`` or ``KeyError`` where the coefficients are of another version.

        Models without n-grams of intents may lack ``characters_with_head``, which they never use.
        """
        with_head = data.get("characters_with_head")
        return cls(
            with_head=Logistic.from_json(data["with_head"], HEAD_FEATURES),
            without_head=Logistic.from_json(data["without_head"], VECTOR_FEATURES),
            characters=Logistic.from_json(data["characters"], CHARACTER_FEATURES),
            characters_with_head=Logistic.from_json(with_head, CHARACTER_HEAD_FEATURES)
            if with_head
            else cls.default().characters_with_head,
        )
