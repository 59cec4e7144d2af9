"""What a turn of the dialog takes in and gives out. Frozen data, no behaviour beyond it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime
from enum import StrEnum

from bot.dialog.policy import Policy
from bot.dialog.routing import EVERYWHERE, Route
from knowledge.records import AnswerTemplate, IntentId, TemplateId
from nlu import Act, Concern, IntentProbability
from retrieval import ComposedAnswer, PassageHit, TemplateCandidate


class Kind(StrEnum):
    """What sort of reply it is."""

    ANSWER = "answer"
    CLARIFY = "clarify"
    COMPOSE = "compose"
    ASK = "ask"
    HANDOFF = "handoff"
    DECLINE = "decline"


class Bearing(StrEnum):
    """How a message bears on the bot's last reply."""

    REFUSED = "refused"
    MENDED = "mended"
    OTHER = "other"
    FIRST = "first"
    SECOND = "second"
    YES = "yes"
    NO = "no"


@dataclass(frozen=True, slots=True)
class ButtonAction:
    """What pressing a button means: a template, a text, a person, none of those offered, or a
    rating of the conversation from 1 to 5."""

    template: TemplateId | None = None
    text: str | None = None
    human: bool = False
    other: bool = False
    rating: int | None = None


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
class AttachmentView:
    """A file as the dialog knows it: never what is in it, only its name and sort.

    ``family`` is image, audio, video or document.
    """

    name: str
    family: str


@dataclass(frozen=True, slots=True)
class CustomerMessage:
    """One message of the burst that a turn answers; ``quoted`` is what it replies to."""

    seq: int
    text: str
    button: ButtonAction | None = None
    attachments: tuple[AttachmentView, ...] = ()
    quoted: str | None = None


@dataclass(frozen=True, slots=True)
class Alarm:
    """An example of the operator's that a message comes near to, by cosine similarity."""

    example: str
    similarity: float


@dataclass(frozen=True, slots=True)
class Reading:
    """What one utterance means and what could answer it.

    ``sentiment`` in [-1, 1] is how it sounds; ``matter`` what only a person may decide.
    Of a part of a message, ``asks`` says that it is a question or a wish, ``stands_alone`` that it
    wants an answer which is not given with another part's.
    """

    text: str
    language: str
    readable: bool = True
    act: Act | None = None
    sentiment: float = 0.0
    matter: Concern | None = None
    alarm: Alarm | None = None
    intents: tuple[IntentProbability, ...] = ()
    templates: tuple[TemplateCandidate, ...] = ()
    passages: tuple[PassageHit, ...] = ()
    composed: ComposedAnswer | None = None
    answerability: float = 0.0
    asks: bool = False
    stands_alone: bool = False


@dataclass(frozen=True, slots=True)
class FollowUp:
    """A message that leans on the question before it, read together with that question.

    ``text`` is what was looked up. ``loosely`` says that the message may as well stand alone,
    ``replaced`` that ``text`` is one question and not two side by side, ``on_topic`` that what was
    composed names what the message itself names. ``asked`` is what a further follow-up leans on.
    """

    text: str
    reading: Reading
    loosely: bool
    replaced: bool
    on_topic: bool
    asked: str


class Stage(StrEnum):
    """How far a form is: being filled, shown to be checked, a detail of it to be named that is
    wrong, or to be mended because a lookup knew nothing of it."""

    FILLING = "filling"
    CHECKING = "checking"
    CHANGING = "changing"
    MENDING = "mending"


@dataclass(frozen=True, slots=True)
class OpenForm:
    """A form that waits for details: the operator's called ``name``, or the one that the places of
    ``template`` make up.

    ``collected`` is what was given for it, ``asking`` what was asked for last, ``asked`` how often
    in a row. ``checks`` counts how often the customer was asked whether all is right, ``aside`` how
    often something else was talked about. ``asked_at`` is when it was last worked on. ``under`` is
    the form that waits until this one is done.
    """

    template: TemplateId | None = None
    collected: Mapping[str, str] = field(default_factory=dict)
    asked: int = 0
    name: str | None = None
    asking: tuple[str, ...] = ()
    skipped: tuple[str, ...] = ()
    stage: Stage = Stage.FILLING
    checks: int = 0
    aside: int = 0
    asked_at: datetime | None = None
    under: OpenForm | None = None


@dataclass(frozen=True, slots=True)
class Memory:
    """What was asked last and what the bot made of it.

    ``said`` holds the templates said about it, the latest last; ``offered`` those that came near;
    ``fingerprint`` tells whether a reply would repeat the last one word for word.
    """

    asked: str = ""
    said: tuple[TemplateId, ...] = ()
    offered: tuple[TemplateId, ...] = ()
    fingerprint: str = ""


@dataclass(frozen=True, slots=True)
class DialogState:
    """What the dialog remembers between turns.

    ``details`` are those the customer ever gave; ``missed`` counts how often a lookup knew nothing
    of them.
    """

    disclosed: bool = False
    clarified: bool = False
    form: OpenForm | None = None
    details: Mapping[str, str] = field(default_factory=dict)
    missed: int = 0
    memory: Memory = field(default_factory=Memory)


@dataclass(frozen=True, slots=True)
class LookupRequest:
    """Details to be fetched before the reply can be made.

    ``inputs`` are what the lookup is asked with, and what its answer is held against.
    """

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

    ``customers`` are the keys and addresses that this customer is known by. ``bucket`` is the
    conversation's fixed place among all of them, from 0 below 1. ``silenced`` is True while the
    operator's switch keeps the bot from speaking. ``lookup`` is the outcome of the lookup named
    ``looked_up``, None where none was made. ``identity`` is what the host of the widget vouches for
    (customer_id, email, name), empty where nobody is signed in.
    """

    templates: Mapping[TemplateId, AnswerTemplate]
    now: datetime
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
    ``follow_up`` that of the burst and the question before it, where it leans on that.
    """

    state: DialogState
    messages: tuple[CustomerMessage, ...]
    reading: Reading
    situation: Situation
    policy: Policy
    parts: tuple[Reading, ...] = ()
    follow_up: FollowUp | None = None
    bearing: Bearing | None = None

    @property
    def language(self) -> str:
        """The language in which to answer."""
        return self.reading.language


@dataclass(frozen=True, slots=True)
class Reasons:
    """What a reply was based on, kept as data and shown at the desk.

    ``also`` names further templates that the same reply says.
    """

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
    also: tuple[TemplateId, ...] = ()


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

    ``hand_off`` is the reason where a person is needed, ``route`` where the conversation then
    waits. ``draft`` is what the bot would have said, for an agent's eyes. ``templates`` are those
    whose words the reply uses or asks details for, ``intents`` what it is about where no template
    says so.
    """

    reply: Reply
    state: DialogState
    hand_off: str | None = None
    route: Route = EVERYWHERE
    draft: Reply | None = None
    templates: tuple[TemplateId, ...] = ()
    intents: tuple[IntentId, ...] = ()


@dataclass(frozen=True, slots=True)
class NeedsLookup:
    """The turn cannot be decided before this was fetched; decide again with the outcome."""

    request: LookupRequest
