"""Telegram Desktop's ``result.json`` as a stream of messages, whatever its size.

Holds for one chat and for the export of a whole account. Early versions of Telegram Desktop wrote
``\\xNN`` escapes, which JSON does not have; they are mended on the way.
"""

from __future__ import annotations

import codecs
import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from typing import BinaryIO

import ijson
from ijson.common import ObjectBuilder

from knowledge.importers.json_events import json_events

_CHATS = ("chats.list.item", "left_chats.list.item")
_MESSAGES = {"messages.item": "", **{f"{chat}.messages.item": chat for chat in _CHATS}}
_LISTS = frozenset({"messages", *(f"{chat}.messages" for chat in _CHATS)})
_OWNER = "personal_information.user_id"


@dataclass(frozen=True, slots=True)
class Chat:
    """What the export says of a chat before its messages. ``number`` counts chats from 1.

    ``alone`` marks the export of one chat, rather than of an account.
    """

    number: int
    name: str | None = None
    kind: str | None = None
    id: str | None = None
    alone: bool = False


@dataclass(frozen=True, slots=True)
class Message:
    """One entry of a chat's messages, as it stands; ``number`` counts all of the file from 1."""

    chat: Chat
    number: int
    entry: Mapping[str, object]
    owner: str | None = None
    """The account whose export this is ("user123"), where the file has said so already."""


@dataclass(slots=True)
class _Progress:
    chats: int = 0
    messages: int = 0
    owner: str | None = None
    head: dict[str, str] = field(default_factory=dict)
    chat: Chat | None = None


def read_messages(stream: BinaryIO) -> Iterator[Message]:
    """The messages of all chats in order.

    Raises:
        ijson.JSONError: where the file is damaged or breaks off; what came before was yielded.
    """
    progress = _Progress()
    builder: ObjectBuilder | None = None
    item = ""
    for prefix, event, value in json_events(_Mended(stream)):
        if builder is not None:
            builder.event(event, value)
            if prefix == item and event == "end_map":
                yield _message(progress, item, builder.value)
                builder = None
        elif prefix in _MESSAGES and event == "start_map":
            builder, item = ObjectBuilder(), prefix
            builder.event(event, value)
        elif prefix in _MESSAGES:
            yield _message(progress, prefix, {"type": "damaged"})
        else:
            _note(progress, prefix, event, value)


def has_messages(stream: BinaryIO) -> bool:
    """Whether the file is JSON with a list of messages where Telegram has it."""
    try:
        events = json_events(_Mended(stream))
        return any(prefix in _LISTS and event == "start_array" for prefix, event, _ in events)
    except ijson.JSONError:
        return False


def _message(progress: _Progress, item: str, entry: Mapping[str, object]) -> Message:
    if progress.chat is None:
        progress.chats += 1
        head = progress.head
        progress.chat = Chat(
            number=progress.chats,
            name=head.get("name"),
            kind=head.get("type"),
            id=head.get("id"),
            alone=not _MESSAGES[item],
        )
    progress.messages += 1
    return Message(progress.chat, progress.messages, entry, progress.owner)


def _note(progress: _Progress, prefix: str, event: str, value: object) -> None:
    if prefix in _CHATS and event == "start_map":
        progress.head, progress.chat = {}, None
    elif prefix == _OWNER and event == "number":
        progress.owner = f"user{value}"
    elif event in {"string", "number"}:
        chat, _, key = prefix.rpartition(".")
        if key in {"name", "type", "id"} and (chat == "" or chat in _CHATS):
            progress.head[key] = str(value)


class _Mended:
    """A stream of UTF-8, whatever its bytes, in which ``\\xNN`` reads ``\\u00NN``."""

    _ESCAPE = re.compile(rb"(?<!\\)((?:\\\\)*)\\x([0-9a-fA-F]{2})")
    _UNFINISHED = re.compile(rb"\\+(?:x[0-9a-fA-F]?)?\Z")

    def __init__(self, stream: BinaryIO) -> None:
        self._stream = stream
        self._decoder = codecs.getincrementaldecoder("utf-8-sig")("replace")
        self._held = b""

    def read(self, size: int = -1) -> bytes:
        if size == 0:
            return b""
        while True:
            fresh = self._stream.read(size)
            block = self._held + self._decoder.decode(fresh, final=not fresh).encode()
            unfinished = self._UNFINISHED.search(block) if fresh else None
            end = unfinished.start() if unfinished else len(block)
            self._held = block[end:]
            if end or not fresh:
                return self._ESCAPE.sub(rb"\1\\u00\2", block[:end])
