"""The keys ``handoff``, ``queues`` and ``trust``: what goes to people, where, and how far the bot
may go alone.
"""

from __future__ import annotations

from typing import Annotated

from pydantic import AfterValidator, Field, PlainValidator

from bot.dialog import Degree, Mode, Priority, Queue, Trust
from bot.dialog.trigger_words import names_something
from bot.settings.clocks import QueueClockSettings
from bot.settings.strict import PriorityName, Strict
from knowledge.records import CHANNELS, IntentId

VIEWS = (
    "waiting", "mine", "assigned", "mentions", "snoozed", "bot", "held", "closed", "all"
)  # fmt: skip
"""How the desk names its own lists; no queue of the operator's may be called so."""


def _telling(words: str) -> str:
    """``words`` as they are.

    Raises:
        ValueError: nothing is in them to look for, so that every message would hold them.
    """
    if not names_something(words):
        raise ValueError("every message would hold this; write the words that customers use")
    return words


class HandOffSettings(Strict):
    """What always goes to a person: by intent, words, examples of such messages, or who writes.

    ``words`` are compared as words, however they are typed; ``*`` at their beginning or end stands
    for more letters. ``customers`` are e-mail addresses, which count where a sign-in or a lookup
    proved them, the ``sub`` of a signed-in customer, alone or as ``web:SUB``, or keys such as
    ``telegram:4711``.
    ``sentiment`` is the score, from -1 (furious) to 1, below which a message goes to a person.
    ``emergencies`` are dangers to life, told by words; off, where customers speak of them in play.
    """

    intents: tuple[str, ...] = ()
    words: tuple[Annotated[str, AfterValidator(_telling)], ...] = ()
    examples: tuple[Annotated[str, Field(min_length=1)], ...] = ()
    customers: tuple[Annotated[str, Field(min_length=1)], ...] = ()
    sentiment: Annotated[float, Field(ge=-1, le=0)] | None = None
    emergencies: bool = True


class QueueSettings(QueueClockSettings):
    """A queue: what is about one of ``intents`` waits here for a person."""

    intents: Annotated[tuple[str, ...], Field(min_length=1)]
    priority: PriorityName = "normal"


def _degree(given: object) -> Degree:
    """``off``, ``draft``, ``live``, or the share of conversations that is live, from 0 to 1.

    Raises:
        ValueError: it is none of these.
    """
    if given is False:  # what YAML makes of a bare `off`
        return Degree(Mode.OFF)
    if isinstance(given, str) and given in {mode.value for mode in Mode}:
        return Degree(Mode(given))
    if isinstance(given, int | float) and not isinstance(given, bool) and 0 <= given <= 1:
        return Degree(Mode.LIVE, float(given))
    raise ValueError("use off, draft, live, or a share of conversations from 0 to 1")


TrustDegree = Annotated[Degree, PlainValidator(_degree)]


class TrustSettings(Strict):
    """How far the bot is trusted, by channel and by intent: off, draft, live, or a live share."""

    channels: dict[str, TrustDegree] = {}
    intents: dict[str, TrustDegree] = {}


def queue_of(name: str, settings: QueueSettings) -> Queue:
    """The queue as the dialog routes to it.

    Raises:
        ValueError: the name is taken by the desk.
    """
    if name in VIEWS or not name:
        raise ValueError(f"queues: {name!r} names a list of the desk's own; choose another name")
    intents = frozenset(IntentId(each) for each in settings.intents)
    return Queue(name, intents, Priority[settings.priority.upper()])


def trust_of(settings: TrustSettings) -> Trust:
    """How far the bot is trusted, as the dialog asks it.

    Raises:
        ValueError: a channel that there is not.
    """
    intents = {IntentId(name): degree for name, degree in settings.intents.items()}
    for channel in settings.channels:
        if channel not in CHANNELS:
            raise ValueError(f"trust.channels: {channel!r} is no channel; use {CHANNELS}")
    return Trust(settings.channels, intents)
