"""Conversations from Telegram Desktop's ``result.json``: of one chat, or of a whole account.

Stickers, pictures without words, polls, places, calls and joins are left out, for nobody said them
in words; so are channels and notes to oneself. A forwarded message is its sender's, an edited one
reads as it was left.
"""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import suppress

import ijson

from knowledge.importers.chat_cutting import ChatTurn, cut_into_conversations
from knowledge.importers.columns import account_names
from knowledge.importers.interface import Columns
from knowledge.importers.telegram_agents import Agents, find_agents, sender_of, time_of
from knowledge.importers.telegram_stream import Message, has_messages, read_messages
from knowledge.records import Speaker, Transcript, Turn
from knowledge.skipped import OnSkip, SkippedRecord
from knowledge.sources import DAMAGED_STREAM, Source

_NOT_SUPPORT = frozenset({"saved_messages", "private_channel", "public_channel", "bot_chat"})
_SOURCE = "telegram"


class TelegramImporter:
    """Reads the machine-readable JSON export of Telegram Desktop."""

    format = "telegram"
    suffixes = frozenset({".json", ".html"})
    options = frozenset({"agent"})

    def refusal(self, source: Source, columns: Columns) -> str | None:
        """A file is taken if it is JSON with Telegram's list of messages."""
        del columns
        with source.open() as stream:
            first = stream.read(1 << 10).lstrip(b"\xef\xbb\xbf \t\r\n")[:1]
        if first == b"<":
            return "is a web page; let Telegram Desktop export as 'Machine-readable JSON'"
        if first != b"{":
            return "is no JSON object"
        with source.open() as stream:
            found = has_messages(stream)
        return None if found else "has no list of messages where Telegram Desktop writes them"

    def read(self, source: Source, columns: Columns, on_skip: OnSkip) -> Iterator[Transcript]:
        """The conversations of all private chats and groups, chat by chat."""
        agents = _agents(source, columns)
        yield from cut_into_conversations(_chat_turns(source, agents, on_skip), _SOURCE)


def _chat_turns(source: Source, agents: Agents, on_skip: OnSkip) -> Iterator[ChatTurn]:
    for message in _messages(source, on_skip):
        turn = _turn(message, agents)
        if turn is not None:
            yield ChatTurn(message.chat.number, sender_of(message), turn, _key(message))


def _key(message: Message) -> str | None:
    """A chat and the number of a message in it, where the export has both."""
    number = message.entry.get("id") or message.entry.get("date_unixtime")
    return f"{message.chat.id}-{number}" if message.chat.id and number else None


def _agents(source: Source, columns: Columns) -> Agents:
    return find_agents(_until_damage(source), account_names(columns))


def _until_damage(source: Source) -> Iterator[Message]:
    with suppress(ijson.JSONError, *DAMAGED_STREAM), source.open() as stream:
        yield from read_messages(stream)


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
    text = (_text(entry.get("text")) or _text(entry.get("text_entities"))).strip()
    if entry.get("type", "message") != "message" or not text:
        return None
    author = entry.get("from")
    speaker = Speaker.AGENT if agents.wrote(message) else Speaker.CUSTOMER
    return Turn(
        speaker=Speaker.BOT if agents.is_bot(message) else speaker,
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
