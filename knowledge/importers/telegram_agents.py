"""Which accounts of a Telegram export are the support team's.

In this order: the accounts that people named; the owner of a whole account's export; in a private
chat everyone but the account it is with; else the accounts that most chats share, and among equals
the one that rarely opens a conversation, for customers do. The export does not mark bots: who is
called one ("Ticket Bot", "HelperBot") and was not named as an agent is taken for one.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable
from dataclasses import dataclass
from datetime import datetime

from knowledge.importers.chat_cutting import CONVERSATION_GAP, TeamSearch
from knowledge.importers.telegram_stream import Chat, Message
from knowledge.times import parse_time

_PRIVATE = "personal_chat"
_BOT = re.compile(r"(?:(?:\A|[\W_])(?i:bot|chatbot)|[a-z\d]Bot|机器人)\Z")


@dataclass(frozen=True, slots=True)
class Agents:
    """Decides for each message whether an agent wrote it."""

    names: frozenset[str] = frozenset()
    accounts: frozenset[str] = frozenset()

    def wrote(self, message: Message) -> bool:
        """Whether the message is an agent's."""
        if self.names:
            return not self.names.isdisjoint({sender_of(message).casefold(), name_of(message)})
        if message.owner is not None:
            return sender_of(message) == message.owner
        partner = _partner(message.chat)
        if partner is not None:
            return sender_of(message) != partner
        return sender_of(message) in self.accounts

    def is_bot(self, message: Message) -> bool:
        """Whether a program wrote the message, as its name says."""
        return not (self.names and self.wrote(message)) and is_called_a_bot(message)


def is_called_a_bot(message: Message) -> bool:
    """Whether the sender's name ends as those of programs do: "Ticket Bot", but not "Talbot"."""
    name = str(message.entry.get("from") or "").strip()
    return _BOT.search(name) is not None


def sender_of(message: Message) -> str:
    """The account that wrote a message: its id, or its name where the export has no ids.

    Exports of before 2021 write ids as bare numbers.
    """
    account = message.entry.get("from_id")
    if isinstance(account, int) and account:
        return f"user{account}"
    return str(account or message.entry.get("from") or "")


def name_of(message: Message) -> str:
    """The sender's name in lower case."""
    return str(message.entry.get("from") or "").casefold()


def time_of(message: Message) -> datetime | None:
    """When the message was sent; local times of old exports are taken for UTC."""
    return parse_time(message.entry.get("date_unixtime") or message.entry.get("date"))


def find_agents(messages: Iterable[Message], names: Collection[str]) -> Agents:
    """The agents of an export, looking no further into it than needed."""
    if names:
        return Agents(names=frozenset(names))
    search = TeamSearch()
    last: tuple[Chat, datetime] | None = None
    for message in messages:
        if message.owner is not None:
            return Agents()
        time, sender = time_of(message), sender_of(message)
        said = message.entry.get("type", "message") == "message" and not is_called_a_bot(message)
        if not said or time is None or not sender:
            continue
        if _partner(message.chat) is not None:
            if message.chat.alone:
                return Agents()
            continue
        opens = last is None or last[0] != message.chat or time - last[1] > CONVERSATION_GAP
        search.note(message.chat.number, sender, opens=opens)
        last = (message.chat, time)
    return Agents(accounts=search.team())


def _partner(chat: Chat) -> str | None:
    """The account that a private chat is with."""
    return f"user{chat.id}" if chat.kind == _PRIVATE and chat.id else None
