"""What goes to and fro: a customer's messages, and what stands under and beside a reply."""

from __future__ import annotations

from dataclasses import dataclass

from knowledge.records import TemplateId


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
class QuotedTurn:
    """A turn of before: what was asked, and what of the bot's was quoted, if it was the bot's.

    ``said`` are the templates that the reply said, ``quotes`` what it took from articles.
    """

    asked: str
    text: str = ""
    said: tuple[TemplateId, ...] = ()
    buttons: tuple[ReplyButton, ...] = ()
    quotes: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class CustomerMessage:
    """One message of the burst that a turn answers.

    ``quoted`` is the turn that it comes back to, by quoting a message of it.
    """

    seq: int
    text: str
    button: ButtonAction | None = None
    attachments: tuple[AttachmentView, ...] = ()
    quoted: QuotedTurn | None = None
