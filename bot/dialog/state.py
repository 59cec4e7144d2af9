"""What the dialog remembers between turns: the open form, details, what was asked last."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime
from enum import StrEnum

from bot.dialog.messages import ReplyButton
from knowledge.records import TemplateId


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

    ``about`` is what follow-ups asked about ``asked`` since. ``said`` holds the templates said of
    it, the latest last; ``offered`` those that came near; ``fingerprint`` tells whether a reply
    would repeat the last one word for word; ``person_offered`` whether the last one asked if a
    person should be fetched. ``buttons`` stood under it; ``quoted`` holds the fingerprints of what
    it took from articles; ``pointed`` tells that it only pointed to what was said before;
    ``repeated`` counts how often in a row the last template was said.
    """

    asked: str = ""
    said: tuple[TemplateId, ...] = ()
    offered: tuple[TemplateId, ...] = ()
    fingerprint: str = ""
    person_offered: bool = False
    about: str = ""
    buttons: tuple[ReplyButton, ...] = ()
    quoted: tuple[str, ...] = ()
    pointed: bool = False
    repeated: int = 1


@dataclass(frozen=True, slots=True)
class DialogState:
    """What the dialog remembers between turns.

    ``details`` are those the customer ever gave; ``missed`` counts how often a lookup knew nothing
    of them; ``proven`` are the e-mail addresses, in lower case, that one found to be theirs.
    ``told_as_written`` tells that they know of texts in another language than theirs. ``wordings``
    are the marks of what was said last of templates that may be said in several ways.
    """

    disclosed: bool = False
    clarified: bool = False
    form: OpenForm | None = None
    details: Mapping[str, str] = field(default_factory=dict)
    missed: int = 0
    proven: frozenset[str] = frozenset()
    told_as_written: bool = False
    memory: Memory = field(default_factory=Memory)
    wordings: Mapping[TemplateId, str] = field(default_factory=dict)

    @property
    def pickable(self) -> tuple[ReplyButton, ...]:
        """The buttons that customers may name; none while a form waits for an answer of its own."""
        asking = self.form is not None and (self.form.name is not None or not self.clarified)
        return () if asking else self.memory.buttons

    @property
    def given(self) -> dict[str, str]:
        """What the customer gave, also in a form that is still open."""
        return {**self.details, **(self.form.collected if self.form else {})}
