"""The records that every other package exchanges.

Plain frozen data: what a conversation, an answer template, an article and a passage are.
Nothing here knows how they are stored, searched, or learned from.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime
from enum import StrEnum
from typing import Final, NewType

TranscriptId = NewType("TranscriptId", str)
PairId = NewType("PairId", str)
IntentId = NewType("IntentId", str)
TemplateId = NewType("TemplateId", str)
ArticleId = NewType("ArticleId", str)
PassageId = NewType("PassageId", str)


CHANNELS: Final = ("web", "telegram")
"""The ways by which customers write, and are answered."""


class Speaker(StrEnum):
    """Who said a turn. Only ``CUSTOMER`` and ``AGENT`` turns are learned from."""

    CUSTOMER = "customer"
    AGENT = "agent"
    BOT = "bot"
    SYSTEM = "system"


@dataclass(frozen=True, slots=True)
class Turn:
    """One message of a conversation. ``private`` marks a note that the customer never saw."""

    speaker: Speaker
    text: str
    time: datetime | None = None
    author: str | None = None
    private: bool = False


@dataclass(frozen=True, slots=True)
class Transcript:
    """One past conversation, its turns in the order in which they were said.

    ``id`` is unique within its ``source`` (the name of the system it came from).
    ``rating`` runs from 1 to 5. ``customer`` is whatever the export calls the customer, redacted
    or pseudonymous; ``customer_aliases`` are further identities that the export gives of them (an
    e-mail address, a name), which redaction links and drops.
    """

    id: TranscriptId
    turns: tuple[Turn, ...]
    source: str = "frontdesk"
    tags: tuple[str, ...] = ()
    resolved: bool | None = None
    rating: int | None = None
    customer: str | None = None
    language: str | None = None
    customer_aliases: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class QuestionAnswerPair:
    """A customer's question and the agent's best reply to it, traced to their turns.

    ``question_turns`` and ``answer_turns`` are indices into ``Transcript.turns``; ``context`` holds
    earlier customer turns that the question needs in order to be understood. ``score`` in [0, 1]
    says how likely the reply answers the question; ``intent`` is known only where a tag names it.
    """

    id: PairId
    transcript: TranscriptId
    question: str
    answer: str
    question_turns: tuple[int, ...]
    answer_turns: tuple[int, ...]
    context: tuple[str, ...] = ()
    intent: IntentId | None = None
    asked_at: datetime | None = None
    agent: str | None = None
    language: str | None = None
    score: float = 0.0


class TemplateState(StrEnum):
    """Where a template stands; only ``LIVE`` ones are ever said to a customer."""

    DRAFT = "draft"
    IN_REVIEW = "in_review"
    LIVE = "live"
    RETIRED = "retired"


@dataclass(frozen=True, slots=True)
class Button:
    """A quick reply under an answer: the label shown, and the text it sends for the customer."""

    label: str
    text: str


@dataclass(frozen=True, slots=True)
class Enclosure:
    """A file that goes out with an answer: its name, and the SHA-256 (hex) that its bytes have."""

    name: str
    sha256: str


@dataclass(frozen=True, slots=True)
class AnswerTemplate:
    """An approved answer.

    ``texts`` maps a language (BCP 47, such as ``en`` or ``zh-Hans``) to the Markdown text with
    ``{{ field }}`` places. ``variants`` are further wordings of the text of a language;
    ``texts_on`` gives a channel (``CHANNELS``) texts of its own, said there in their place.
    ``title`` and ``buttons`` are in the language of the first text, ``titles`` and ``buttons_in``
    in further languages. ``examples`` are questions that it answers, in any language.
    ``follow_ups`` are the templates that are offered next. ``owner`` answers for it: the e-mail
    address or the name of somebody. ``version`` starts at 1 and rises with every edit.
    """

    id: TemplateId
    title: str
    texts: Mapping[str, str]
    intents: tuple[IntentId, ...] = ()
    examples: tuple[str, ...] = ()
    buttons: tuple[Button, ...] = ()
    state: TemplateState = TemplateState.LIVE
    version: int = 1
    valid_from: datetime | None = None
    valid_until: datetime | None = None
    titles: Mapping[str, str] = field(default_factory=dict)
    buttons_in: Mapping[str, tuple[Button, ...]] = field(default_factory=dict)
    variants: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    texts_on: Mapping[str, Mapping[str, str]] = field(default_factory=dict)
    follow_ups: tuple[TemplateId, ...] = ()
    attachments: tuple[Enclosure, ...] = ()
    owner: str | None = None


@dataclass(frozen=True, slots=True)
class Article:
    """A document of the knowledge base. ``body`` is Markdown.

    ``slug`` is how its help page is called where that is not the id, which never changes.
    """

    id: ArticleId
    title: str
    body: str
    url: str | None = None
    language: str | None = None
    updated_at: datetime | None = None
    slug: str | None = None


@dataclass(frozen=True, slots=True)
class Passage:
    """A part of an article small enough to be quoted, with the headings that lead to it.

    ``position`` counts the passages of the article from 0; ``anchor`` is the fragment of the
    nearest heading, for a link to the very place.
    """

    id: PassageId
    article: ArticleId
    title: str
    text: str
    headings: tuple[str, ...] = field(default=())
    position: int = 0
    anchor: str | None = None
    url: str | None = None
