"""A chat that goes on for years, cut into conversations, and who in it is the support team.

Messengers know no conversations: a silence of half a day ends one here. Nothing in this module
knows how any messenger writes its exports.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Hashable, Iterable, Iterator
from dataclasses import dataclass, field
from datetime import timedelta
from typing import Final

from knowledge.importers.values import digest_of
from knowledge.records import Speaker, Transcript, TranscriptId, Turn

CONVERSATION_GAP: Final = timedelta(hours=12)
"""A silence longer than this ends a conversation."""
MOST_TURNS: Final = 500
"""A busy group may never be silent for half a day; its conversations end here."""
_CHATS_FOR_A_TEAM: Final = 3


@dataclass(frozen=True, slots=True)
class ChatTurn:
    """One message of a chat. ``sender`` is the account as the export calls it.

    ``key`` names the message for good within its source, so that a conversation keeps its id when
    a later export of the chat goes on; where there is none, what was said is the name.
    """

    chat: Hashable
    sender: str
    turn: Turn
    key: str | None = None


def cut_into_conversations(turns: Iterable[ChatTurn], source: str) -> Iterator[Transcript]:
    """The conversations of chats that come one after another."""
    conversation: list[ChatTurn] = []
    for turn in turns:
        if conversation and not _goes_on(conversation, turn):
            yield _transcript(conversation, source)
            conversation = []
        conversation.append(turn)
    if conversation:
        yield _transcript(conversation, source)


def _goes_on(conversation: list[ChatTurn], turn: ChatTurn) -> bool:
    last = conversation[-1]
    silent = (
        turn.turn.time is not None
        and last.turn.time is not None
        and turn.turn.time - last.turn.time > CONVERSATION_GAP
    )
    return turn.chat == last.chat and not silent and len(conversation) < MOST_TURNS


def _transcript(conversation: list[ChatTurn], source: str) -> Transcript:
    first = conversation[0]
    customers = (t.sender for t in conversation if t.turn.speaker is Speaker.CUSTOMER)
    key = first.key or digest_of(first.sender, str(first.turn.time), first.turn.text)
    return Transcript(
        id=TranscriptId(f"{source}-{key}"),
        turns=tuple(each.turn for each in conversation),
        source=source,
        customer=next(customers, None),
    )


class TeamSearch:
    """Finds the accounts that most chats share, and among equals the one that opens the fewest
    conversations, for customers do."""

    def __init__(self) -> None:
        self._habits: dict[str, _Habits] = defaultdict(_Habits)
        self._chats: set[Hashable] = set()

    def note(self, chat: Hashable, sender: str, *, opens: bool) -> None:
        """Take one message into account; ``opens`` says that a conversation begins with it."""
        self._chats.add(chat)
        habits = self._habits[sender]
        habits.chats.add(chat)
        habits.messages += 1
        habits.openings += opens

    def shared(self) -> frozenset[str]:
        """The accounts in more than half of at least two chats; empty where that is everyone."""
        if len(self._chats) < 2:
            return frozenset()
        shared = {a for a, h in self._habits.items() if 2 * len(h.chats) > len(self._chats)}
        return frozenset(shared) if len(shared) < len(self._habits) else frozenset()

    def team(self) -> frozenset[str]:
        """The likeliest accounts; none where only one account writes at all."""
        if len(self._habits) < 2:
            return frozenset()
        if len(self._chats) >= _CHATS_FOR_A_TEAM and (shared := self.shared()):
            return shared
        return frozenset({max(self._habits, key=lambda account: self._habits[account].rank())})


@dataclass(slots=True)
class _Habits:
    chats: set[Hashable] = field(default_factory=set)
    messages: int = 0
    openings: int = 0

    def rank(self) -> tuple[int, int, int]:
        return len(self.chats), -self.openings, self.messages
