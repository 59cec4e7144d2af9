"""What the operator decided: how sure is sure, what goes to a person, which details to ask for."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass, field

from bot.dialog.hours import OpeningHours
from bot.dialog.routing import Queue
from bot.dialog.trust import Trust
from knowledge.records import IntentId


@dataclass(frozen=True, slots=True)
class DetailField:
    """A detail that a customer can give: how it looks, and how to ask for it in each language."""

    name: str
    pattern: re.Pattern[str]
    prompts: Mapping[str, str]

    def find(self, text: str) -> str | None:
        """The first place in ``text`` that looks like it."""
        match = self.pattern.search(text)
        return match.group(0) if match else None


@dataclass(frozen=True, slots=True)
class Lookup:
    """A service of the operator's that turns details into further ones."""

    name: str
    url: str
    inputs: tuple[str, ...]
    outputs: tuple[str, ...]
    timeout_seconds: float = 2.0


@dataclass(frozen=True, slots=True)
class Policy:
    """Thresholds are probabilities that the reply is right, fixed for the target precision.

    ``hand_off_customers`` holds e-mail addresses and customer keys in lower case; a message whose
    sentiment (-1 to 1) is below ``hand_off_sentiment`` goes to a person.
    """

    answer_threshold: float = 0.8
    compose_threshold: float = 0.7
    clarify_floor: float = 0.3
    hand_off_floor: float = 0.3
    hand_off_intents: frozenset[IntentId] = frozenset()
    hand_off_words: tuple[str, ...] = ()
    hand_off_customers: frozenset[str] = frozenset()
    hand_off_sentiment: float | None = None
    queues: tuple[Queue, ...] = ()
    trust: Trust = field(default_factory=Trust)
    hours: OpeningHours = field(default_factory=OpeningHours)
    fields: Mapping[str, DetailField] = field(default_factory=dict)
    lookups: Mapping[str, Lookup] = field(default_factory=dict)

    def lookup_for(self, missing: frozenset[str]) -> Lookup | None:
        """The lookup that gives everything in ``missing``, or asks the customer for it."""
        return next(
            (each for each in self.lookups.values() if missing <= {*each.inputs, *each.outputs}),
            None,
        )
