"""What the operator decided: how sure is sure, what goes to a person, which details to ask for."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from bot.dialog.details import DetailField
from bot.dialog.hours import OpeningHours
from bot.dialog.routing import EVERYBODY, Queue
from bot.dialog.trust import Trust
from knowledge.hierarchy import lineage
from knowledge.records import AnswerTemplate, IntentId, TemplateId
from retrieval.composing import ROOM


@dataclass(frozen=True, slots=True)
class Lookup:
    """A service of the operator's that turns details into further ones.

    ``account`` says that these are somebody's own. ``verify`` maps an output to the detail that it
    must equal, or else nothing was found. ``token`` is sent as a bearer token.
    """

    name: str
    url: str
    inputs: tuple[str, ...]
    outputs: tuple[str, ...]
    timeout_seconds: float = 2.0
    account: bool = True
    verify: Mapping[str, str] = field(default_factory=dict)
    token: str | None = field(default=None, repr=False)

    @property
    def needs(self) -> tuple[str, ...]:
        """Every detail that it cannot do without, each once."""
        return tuple(dict.fromkeys((*self.inputs, *self.verify.values())))


@dataclass(frozen=True, slots=True)
class AnswerWith:
    """A form that ends with an answer: a template, filled."""

    template: TemplateId


@dataclass(frozen=True, slots=True)
class PassOn:
    """A form that ends with a person: what was collected waits in ``queue``, and the customer is
    told so in the words of ``messages`` by language."""

    queue: str = EVERYBODY
    messages: Mapping[str, str] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Form:
    """Details to ask for, in order, and what then becomes of them.

    It is opened by ``intents`` and ``templates``. ``together`` asks for all at once; ``confirm``
    has the customer check them; ``opening`` is said before the first question, by language.
    """

    name: str | None
    titles: Mapping[str, str]
    fields: tuple[str, ...]
    then: AnswerWith | PassOn
    optional: frozenset[str] = frozenset()
    intents: frozenset[IntentId] = frozenset()
    templates: frozenset[TemplateId] = frozenset()
    lookup: str | None = None
    confirm: bool = False
    together: bool = False
    opening: Mapping[str, str] = field(default_factory=dict)

    def is_opened_by(self, template: AnswerTemplate) -> bool:
        """Whether a message that ``template`` would answer opens the form."""
        named = (name for intent in template.intents for name in lineage(intent))
        return template.id in self.templates or not self.intents.isdisjoint(named)


@dataclass(frozen=True, slots=True)
class Policy:
    """Thresholds are probabilities that the reply is right, fixed for the target precision.

    ``hand_off_customers`` holds e-mail addresses and customer keys in lower case,
    ``hand_off_languages`` ISO 639-1 codes; a message whose sentiment (-1 to 1) is below
    ``hand_off_sentiment`` goes to a person, and one that tells of danger where ``hand_off_dangers``
    says so. ``rooms`` are the characters that a composed answer may
    have, by channel; ``apart`` are the channels from which the server's own pages have no address.
    """

    answer_threshold: float = 0.8
    compose_threshold: float = 0.7
    rooms: Mapping[str, int] = field(default_factory=dict)
    apart: frozenset[str] = frozenset()
    clarify_floor: float = 0.3
    hand_off_floor: float = 0.3
    hand_off_intents: frozenset[IntentId] = frozenset()
    hand_off_words: tuple[str, ...] = ()
    hand_off_languages: frozenset[str] = frozenset()
    hand_off_customers: frozenset[str] = frozenset()
    hand_off_sentiment: float | None = None
    hand_off_dangers: bool = True
    queues: tuple[Queue, ...] = ()
    trust: Trust = field(default_factory=Trust)
    hours: OpeningHours = field(default_factory=OpeningHours)
    fields: Mapping[str, DetailField] = field(default_factory=dict)
    lookups: Mapping[str, Lookup] = field(default_factory=dict)
    forms: Mapping[str, Form] = field(default_factory=dict)

    def room_on(self, channel: str) -> int:
        """The characters that a composed answer may have on ``channel``."""
        return self.rooms.get(channel, ROOM)

    def leads_to(self, url: str | None, channel: str) -> bool:
        """Whether somebody on ``channel`` can follow ``url``, which may be one of our own pages."""
        return url is not None and (not url.startswith("/") or channel not in self.apart)

    def lookup_for(self, missing: frozenset[str]) -> Lookup | None:
        """The lookup that gives everything in ``missing``, or asks the customer for it."""
        return next(
            (each for each in self.lookups.values() if missing <= {*each.needs, *each.outputs}),
            None,
        )
