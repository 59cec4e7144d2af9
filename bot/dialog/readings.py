"""What was understood of a message before anything is decided over it."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from knowledge.hierarchy import lineage
from knowledge.records import IntentId, TemplateId
from nlu import Act, Concern, Danger, IntentProbability
from retrieval import ComposedAnswer, PassageHit, TemplateCandidate


class Bearing(StrEnum):
    """How a message bears on the bot's last reply.

    An ordinal is the place of an option that the reply did not have; one that it had is pressed.
    """

    REFUSED = "refused"
    MENDED = "mended"
    OTHER = "other"
    ORDINAL = "ordinal"
    YES = "yes"
    NO = "no"


@dataclass(frozen=True, slots=True)
class Alarm:
    """An example of the operator's that a message comes near to, by cosine similarity."""

    example: str
    similarity: float


@dataclass(frozen=True, slots=True)
class Reading:
    """What one utterance means and what could answer it.

    ``language`` is the one to answer in, ``written_in`` the utterance's own where that is clear.
    ``sentiment`` in [-1, 1] is how it sounds; ``matter`` what only a person may decide;
    ``danger`` is told by words alone, ``alarm`` by what the operator gave examples of;
    ``quoted_in`` is the language of what was composed, where that is clear.
    ``outdone`` are templates that hold less of what is asked than the first passage found does,
    ``unlike`` those that hold none of its words, or too few, ``fitting`` those that hold them all.
    ``worth_naming`` says that the first passage may hold the answer, sure or not.
    ``wonders`` says that it asks, perhaps beside other things, whether a machine answers.
    Of a part of a message, ``asks`` says that it is a question or a wish, ``stands_alone`` that it
    wants an answer which is not given with another part's.
    """

    text: str
    language: str
    written_in: str | None = None
    readable: bool = True
    act: Act | None = None
    wonders: bool = False
    sentiment: float = 0.0
    matter: Concern | None = None
    danger: Danger | None = None
    alarm: Alarm | None = None
    intents: tuple[IntentProbability, ...] = ()
    templates: tuple[TemplateCandidate, ...] = ()
    passages: tuple[PassageHit, ...] = ()
    composed: ComposedAnswer | None = None
    answerability: float = 0.0
    outdone: frozenset[TemplateId] = frozenset()
    unlike: frozenset[TemplateId] = frozenset()
    fitting: frozenset[TemplateId] = frozenset()
    worth_naming: bool = False
    quoted_in: str | None = None
    asks: bool = False
    stands_alone: bool = False

    def chance_of(self, intent: IntentId) -> float:
        """How probable it is that this is about ``intent``, or about one that stands under it."""
        return sum(each.probability for each in self.intents if intent in lineage(each.intent))


@dataclass(frozen=True, slots=True)
class FollowUp:
    """One way to read a message that leans on the question before it together with that question.

    ``text`` is what was looked up. ``loosely`` says that the message may as well stand alone,
    ``replaced`` that the new stands surely in the place of the old, ``on_topic`` that what was
    composed names what the message itself names. ``asked`` and ``about`` are what a further
    follow-up leans on. ``new`` is what the message names, as far as that is words of its own;
    ``fragment`` says that it leaves the question around it out.
    """

    text: str
    reading: Reading
    loosely: bool
    replaced: bool
    on_topic: bool
    asked: str
    about: str = ""
    new: str = ""
    fragment: bool = False
