"""What a customer can send, as records. Knows nothing of how Telegram writes it."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, replace
from enum import Enum, auto

from bot.channels.telegram.commands import Command
from bot.channels.telegram.files import TelegramFile


class Sort(Enum):
    """What sort of thing somebody sent."""

    TEXT = auto()
    COMMAND = auto()
    BUTTON = auto()
    FILE = auto()
    EDIT = auto()


@dataclass(frozen=True, slots=True)
class Quote:
    """The message that a reply refers to. ``author`` is bot, customer or other."""

    text: str
    author: str
    message_id: int | None = None


@dataclass(frozen=True, slots=True)
class Incoming:
    """Something that a customer sent. ``attachment`` names what the bot cannot open.

    ``label`` is what the pressed button said; ``message_id`` is the message that carries the button
    or that is edited, or the new one's own; ``sender`` is who wrote it, where several may.
    """

    sort: Sort
    chat: str
    customer: str | None
    language: str | None
    text: str = ""
    command: Command | None = None
    button: str | None = None
    label: str | None = None
    attachment: str | None = None
    files: tuple[TelegramFile, ...] = ()
    album: str | None = None
    quote: Quote | None = None
    sender: str | None = None
    message_id: int | None = None


@dataclass(frozen=True, slots=True)
class ReachChanged:
    """The chat lets the bot in, or no more. ``reason`` says why not."""

    chat: str
    reason: str | None


@dataclass(frozen=True, slots=True)
class ChatRenamed:
    """A group became a supergroup, with another number."""

    before: str
    now_called: str


Read = Incoming | ReachChanged | ChatRenamed | None


def one_album(parts: Sequence[Incoming]) -> Incoming:
    """The pictures of an album as the one message that they are, with all captions."""
    counted = Counter(each.attachment for each in parts if each.attachment)
    named = [kind if times == 1 else f"{times} × {kind}" for kind, times in counted.items()]
    return replace(
        parts[0],
        text="\n".join(dict.fromkeys(each.text for each in parts if each.text)),
        files=tuple(file for each in parts for file in each.files),
        attachment=", ".join(named),
        quote=next((each.quote for each in parts if each.quote), None),
    )
