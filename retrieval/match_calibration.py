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

OPINION = "intent_log_odds"
VECTOR_FEATURES = (
    "similarity",
    "lead",
    "centre",
    "centre_lead",
    "closeness",
    "fuzzy",
    "verbatim",
    "asks_alike",
)
HEAD_FEATURES = (
    "similarity",
    "margin",
    "centre",
    "centre_margin",
    "fuzzy",
    "verbatim",
    OPINION,
)
CHARACTER_FEATURES = ("similarity", "lead", "covered", "covered_lead", "worded", "verbatim")
CHARACTER_HEAD_FEATURES = (*CHARACTER_FEATURES, OPINION)
EARLIER_VECTOR_FEATURES = ("similarity", "margin", "centre", "centre_margin", "fuzzy", "verbatim")
EARLIER_CHARACTER_FEATURES = ("similarity", "margin", "fuzzy", "verbatim")
"""What models from before weigh without an opinion; they are read, and mean what they meant."""
_CLOSE_ENOUGH = 0.2
_HALF_A_LEAD = 0.1
_HALF_A_LEAD_IN_WORDS = 0.2


@dataclass(frozen=True, slots=True)
class MatchFeatures:
    """The signs that one template fits one message.

    ``similarity``: cosine with the template's closest example; ``margin``: how much closer that is
    than the closest example of any other template; ``centre`` and ``centre_margin``: the same for
    the mean of the template's examples; ``usual``: how close the template's examples lie to each
    other; ``asks_alike``: 1 where the message asks for the kind of fact that one of them asks for,
    else 0; ``fuzzy``: RapidFuzz's token set ratio with its closest examples, from 0 to 1;
    ``verbatim``: how nearly the message repeats one of them, from 0 to 1, and 0 where another
    template is as close; ``worded``, ``covered`` and ``covered_margin``, by characters alone: how
    alike the two are in letters, without what only asks, and the share of the message's words, by
    rarity, that stand in the template's examples, with its lead; ``intent_probability``: the
    classifier's, for the template's intents, None where it knows none of them.
    """

    template: TemplateId
    similarity: float
    margin: float
    centre: float
    centre_margin: float
    usual: float
    asks_alike: float
    fuzzy: float
    verbatim: float
    worded: float
    covered: float
    covered_margin: float
    example: str
    intent_probability: float | None

    @property
    def lead(self) -> float:
        """``margin`` within ±1, half of it at 0.1.

        Where a template is the only one on its topic, all that is asked about the topic leads by
        much, so a large lead says little more than a clear one.
        """
        return _bounded(self.margin, _HALF_A_LEAD)

    @property
    def centre_lead(self) -> float:
        """``centre_margin`` within ±1, likewise."""
        return _bounded(self.centre_margin, _HALF_A_LEAD)

    @property
    def covered_lead(self) -> float:
        """``covered_margin`` within ±1, half of it at 0.2."""
        return _bounded(self.covered_margin, _HALF_A_LEAD_IN_WORDS)

    @property
    def closeness(self) -> float:
        """By how much the message is closer to the template than its examples to each other.

        Examples that share a topic's rare word are close by that alone, and so is whatever else is
        asked about the topic; it is not as close as they are. What is closer still is told by the
        other signs, so it ends at 0.2.
        """
        return min(self.similarity - self.usual, _CLOSE_ENOUGH)

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
            without_head=Logistic(VECTOR_FEATURES, (0.3, 0.5, 1.5, 2.8, 4.5, 2.0, 3.0, 0.2), -4.1),
            characters=Logistic(CHARACTER_FEATURES, (1.1, 1.3, 0.3, 2.0, 7.0, 1.5), -6.5),
            characters_with_head=Logistic(
                CHARACTER_HEAD_FEATURES, (0.3, 0.5, 0.5, 1.4, 0.5, 2.5, 1.0), -0.6
            ),
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
        Those of the version before are read as they were fitted.
        """
        with_head = data.get("characters_with_head")
        return cls(
            with_head=Logistic.from_json(data["with_head"], HEAD_FEATURES),
            without_head=_read(data["without_head"], VECTOR_FEATURES, EARLIER_VECTOR_FEATURES),
            characters=_read(data["characters"], CHARACTER_FEATURES, EARLIER_CHARACTER_FEATURES),
            characters_with_head=_read(
                with_head, CHARACTER_HEAD_FEATURES, (*EARLIER_CHARACTER_FEATURES, OPINION)
            )
            if with_head
            else cls.default().characters_with_head,
        )


def _read(data: Mapping[str, float], now: tuple[str, ...], before: tuple[str, ...]) -> Logistic:
    """A regression over today's signs, or over those of ``before``."""
    return Logistic.from_json(data, before if set(data) == {"intercept", *before} else now)


def _bounded(margin: float, half: float) -> float:
    return margin / (abs(margin) + half)
