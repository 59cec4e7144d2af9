"""What a turn of the dialog takes in and gives out. Frozen data, no behaviour beyond it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime
from enum import StrEnum

from bot.dialog.policy import Policy
from knowledge.records import AnswerTemplate, IntentId, TemplateId
from nlu import Act, IntentProbability
from retrieval import ComposedAnswer, PassageHit, TemplateCandidate


class Kind(StrEnum):
    """What sort of reply it is."""

    ANSWER = "answer"
    CLARIFY = "clarify"
    COMPOSE = "compose"
    ASK = "ask"
    HANDOFF = "handoff"
    DECLINE = "decline"


@dataclass(frozen=True, slots=True)
class ButtonAction:
    """What pressing a button means: a template, a text, a person, or none of those offered."""

    template: TemplateId | None = None
    text: str | None = None
    human: bool = False
    other: bool = False


@dataclass(frozen=True, slots=True)
class ReplyButton:
    """A button under a reply."""

    label: str
    action: ButtonAction


@dataclass(frozen=True, slots=True)
class Source:
    """Where a sentence stands: the article's title, a link to the place, the words themselves."""

    title: str
    url: str | None
    quote: str


@dataclass(frozen=True, slots=True)
class CustomerMessage:
    """One message of the burst that a turn answers; ``quoted`` is what it replies to."""

    seq: int
    text: str
    button: ButtonAction | None = None
    quoted: str | None = None


@dataclass(frozen=True, slots=True)
class Alarm:
    """An example of the operator's that a message comes near to, by cosine similarity."""

    example: str
    similarity: float


@dataclass(frozen=True, slots=True)
class Reading:
    """What one utterance means and what could answer it."""

    text: str
    language: str
    readable: bool = True
    act: Act | None = None
    alarm: Alarm | None = None
    intents: tuple[IntentProbability, ...] = ()
    templates: tuple[TemplateCandidate, ...] = ()
    passages: tuple[PassageHit, ...] = ()
    composed: ComposedAnswer | None = None
    answerability: float = 0.0


@dataclass(frozen=True, slots=True)
class OpenForm:
    """A template that waits for details: those collected, how often the bot has asked, and how
    often they matched nothing."""

    template: TemplateId
    collected: Mapping[str, str] = field(default_factory=dict)
    asked: int = 1
    missed: int = 0


@dataclass(frozen=True, slots=True)
class DialogState:
    """What the dialog remembers between turns."""

    disclosed: bool = False
    clarified: bool = False
    form: OpenForm | None = None


@dataclass(frozen=True, slots=True)
class LookupRequest:
    """Details to be fetched before the reply can be made: the lookup's name and its inputs."""

    name: str
    inputs: Mapping[str, str]


@dataclass(frozen=True, slots=True)
class LookupOutcome:
    """``values`` is None when nothing matched; ``failed`` when the service could not be asked."""

    values: Mapping[str, str] | None = None
    failed: bool = False


@dataclass(frozen=True, slots=True)
class Situation:
    """Everything about the moment that a decision may depend on.

    ``lookup`` is the outcome of the lookup named ``looked_up``, None where none was made.
    """

    templates: Mapping[TemplateId, AnswerTemplate]
    now: datetime
    waiting: bool = False
    facts: Mapping[str, str] = field(default_factory=dict)
    lookup: LookupOutcome | None = None
    looked_up: str | None = None


@dataclass(frozen=True, slots=True)
class Turn:
    """All that a turn is decided on.

    ``reading`` is that of the whole burst, ``parts`` those of its requests where it makes several.
    """

    state: DialogState
    messages: tuple[CustomerMessage, ...]
    reading: Reading
    situation: Situation
    policy: Policy
    parts: tuple[Reading, ...] = ()

    @property
    def language(self) -> str:
        """The language in which to answer."""
        return self.reading.language


@dataclass(frozen=True, slots=True)
class Reasons:
    """What a reply was based on, kept as data and shown at the desk."""

    kind: Kind
    because: tuple[str, ...]
    probability: float | None = None
    intent: IntentId | None = None
    intents: tuple[IntentProbability, ...] = ()
    template: TemplateId | None = None
    template_version: int | None = None
    candidates: tuple[TemplateCandidate, ...] = ()
    passages: tuple[PassageHit, ...] = ()
    threshold: float | None = None
    rule: str | None = None


@dataclass(frozen=True, slots=True)
class Reply:
    """What is said: Markdown text, buttons, sources, and why."""

    kind: Kind
    text: str
    reasons: Reasons
    buttons: tuple[ReplyButton, ...] = ()
    sources: tuple[Source, ...] = ()


@dataclass(frozen=True, slots=True)
class Decision:
    """The outcome of a turn.

    ``hand_off`` is the reason where a person is needed, ``urgent`` whether before all others.
    """

    reply: Reply
    state: DialogState
    hand_off: str | None = None
    urgent: bool = False


@dataclass(frozen=True, slots=True)
class NeedsLookup:
    """The turn cannot be decided before this was fetched; decide again with the outcome."""

    request: LookupRequest
