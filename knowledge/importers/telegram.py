"""Conversations from Telegram Desktop's ``result.json``: of one chat, or of a whole account.

A chat is cut into conversations where it was silent for half a day. Stickers, pictures without
words, calls and joins are left out; so are channels and notes to oneself.
"""

from __future__ import annotations

from collections.abc import Iterator

import ijson

from knowledge.importers.columns import account_names
from knowledge.importers.interface import Columns
from knowledge.importers.telegram_agents import (
    CONVERSATION_GAP,
    Agents,
    find_agents,
    sender_of,
    time_of,
)
from knowledge.importers.telegram_stream import Chat, Message, has_messages, read_messages
from knowledge.importers.values import id_from_content
from knowledge.records import Speaker, Transcript, TranscriptId, Turn
from knowledge.skipped import OnSkip, SkippedRecord
from knowledge.sources import DAMAGED_STREAM, Source

_NOT_SUPPORT = frozenset({"saved_messages", "private_channel", "public_channel", "bot_chat"})
_MOST_TURNS = 500
"""A busy group may never be silent for half a day; its conversations end here."""


class TelegramImporter:
    """Reads the machine-readable JSON export of Telegram Desktop."""

    format = "telegram"
    suffixes = frozenset({".json"})
    options = frozenset({"agent"})

    def refusal(self, source: Source, columns: Columns) -> str | None:
        """A file is taken if it is JSON with Telegram's list of messages."""
        del columns
        with source.open() as stream:
            if stream.read(1 << 10).lstrip(b"\xef\xbb\xbf \t\r\n")[:1] != b"{":
                return "is no JSON object"
        with source.open() as stream:
            found = has_messages(stream)
        return None if found else "has no list of messages where Telegram Desktop writes them"

    def read(self, source: Source, columns: Columns, on_skip: OnSkip) -> Iterator[Transcript]:
        """The conversations of all private chats and groups, chat by chat."""
        agents = _agents(source, columns)
        conversation: _Conversation | None = None
        for message in _messages(source, on_skip):
            turn = _turn(message, agents)
            if turn is None:
                continue
            if conversation is not None and not conversation.takes(message.chat, turn):
                yield conversation.transcript()
                conversation = None
            if conversation is None:
                conversation = _Conversation(message)
            conversation.add(message, turn)
        if conversation is not None:
            yield conversation.transcript()


class _Conversation:
    """The turns of one chat since its last long silence."""

    def __init__(self, first: Message) -> None:
        self._chat = first.chat
        self._first = first.entry.get("id") or first.entry.get("date_unixtime")
        self._turns: list[Turn] = []
        self._customer: str | None = None

    def takes(self, chat: Chat, turn: Turn) -> bool:
        last = self._turns[-1].time
        silent = turn.time is not None and last is not None and turn.time - last > CONVERSATION_GAP
        return chat == self._chat and not silent and len(self._turns) < _MOST_TURNS

    def add(self, message: Message, turn: Turn) -> None:
        self._turns.append(turn)
        if turn.speaker is Speaker.CUSTOMER and self._customer is None:
            self._customer = sender_of(message)

    def transcript(self) -> Transcript:
        return Transcript(
            id=self._id(), turns=tuple(self._turns), source="telegram", customer=self._customer
        )

    def _id(self) -> TranscriptId:
        if self._chat.id and self._first:
            return TranscriptId(f"telegram-{self._chat.id}-{self._first}")
        return TranscriptId(f"telegram-{id_from_content(self._turns[:1])}")


def _agents(source: Source, columns: Columns) -> Agents:
    try:
        with source.open() as stream:
            return find_agents(read_messages(stream), account_names(columns))
    except (ijson.JSONError, *DAMAGED_STREAM):
        return Agents()


def _messages(source: Source, on_skip: OnSkip) -> Iterator[Message]:
    """The messages that are part of a conversation; the others that matter are reported."""
    number, passed_over = 0, 0
    try:
        with source.open() as stream:
            for message in read_messages(stream):
                number = message.number
                if message.chat.kind in _NOT_SUPPORT:
                    if message.chat.number != passed_over:
                        passed_over = message.chat.number
                        reason = f"is a {message.chat.kind}, not a conversation with a customer"
                        on_skip(SkippedRecord(source.label, f"chat {passed_over}", reason))
                    continue
                reason = _damage(message)
                if reason:
                    on_skip(SkippedRecord(source.label, f"message {number}", reason))
                else:
                    yield message
    except (ijson.JSONError, *DAMAGED_STREAM) as error:
        reason = f"the file is damaged or breaks off here: {' '.join(str(error).split())}"
        on_skip(SkippedRecord(source.label, f"message {number + 1}", reason))


def _damage(message: Message) -> str:
    kind = message.entry.get("type", "message")
    if kind == "damaged":
        return "is no JSON object"
    if kind == "message" and time_of(message) is None:
        return "has no time"
    return ""


def _turn(message: Message, agents: Agents) -> Turn | None:
    entry = message.entry
    text = _text(entry.get("text")).strip()
    if entry.get("type", "message") != "message" or not text:
        return None
    author = entry.get("from")
    return Turn(
        speaker=Speaker.AGENT if agents.wrote(message) else Speaker.CUSTOMER,
        text=text,
        time=time_of(message),
        author=author if isinstance(author, str) else None,
    )


def _text(value: object) -> str:
    """The words of a message, which stand as text or as a list of pieces with their format."""
    if isinstance(value, str):
        return value
    if not isinstance(value, list):
        return ""
    pieces = (piece.get("text") if isinstance(piece, dict) else piece for piece in value)
    return "".join(piece for piece in pieces if isinstance(piece, str))
