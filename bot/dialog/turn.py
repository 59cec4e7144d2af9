"""All that a turn is decided on: what was written and understood, remembered, and allowed."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime

from bot.dialog.messages import CustomerMessage
from bot.dialog.policy import Policy
from bot.dialog.readings import Bearing, FollowUp, Reading
from bot.dialog.state import DialogState
from knowledge.records import AnswerTemplate, TemplateId
from nlu import Matter


@dataclass(frozen=True, slots=True)
class LookupOutcome:
    """``values`` is None when nothing matched; ``failed`` when the service gave no answer.

    ``because`` tells the team what the service did, where that is not plain from the rest.
    """

    values: Mapping[str, str] | None = None
    failed: bool = False
    because: str = ""


@dataclass(frozen=True, slots=True)
class Situation:
    """Everything about the moment that a decision may depend on.

    ``customers`` are the keys and addresses that this customer is known by. ``bucket`` is the
    conversation's fixed place among all of them, from 0 below 1. ``silenced`` is True while the
    operator's switch keeps the bot from speaking. ``lookup`` is the outcome of the lookup named
    ``looked_up``, None where none was made. ``identity`` is what the host of the widget vouches for
    (customer_id, email, name), empty where nobody is signed in. ``settles`` names the matters for a
    person that a template was approved for, as its own examples show.
    """

    templates: Mapping[TemplateId, AnswerTemplate]
    now: datetime
    settles: Mapping[TemplateId, frozenset[Matter]] = field(default_factory=dict)
    waiting: bool = False
    silenced: bool = False
    channel: str = "web"
    customers: frozenset[str] = frozenset()
    bucket: float = 0.0
    facts: Mapping[str, str] = field(default_factory=dict)
    identity: Mapping[str, str] = field(default_factory=dict)
    lookup: LookupOutcome | None = None
    looked_up: str | None = None


@dataclass(frozen=True, slots=True)
class Turn:
    """All that a turn is decided on.

    ``reading`` is that of the whole burst, ``parts`` those of its requests where it makes several,
    ``sides`` those of what an "and" joins, for every place where it may be cut in two,
    ``follow_up`` that of the burst and the question before it, where it leans on that.
    """

    state: DialogState
    messages: tuple[CustomerMessage, ...]
    reading: Reading
    situation: Situation
    policy: Policy
    parts: tuple[Reading, ...] = ()
    sides: tuple[tuple[Reading, Reading], ...] = ()
    follow_up: FollowUp | None = None
    bearing: Bearing | None = None

    @property
    def language(self) -> str:
        """The language in which to answer."""
        return self.reading.language
