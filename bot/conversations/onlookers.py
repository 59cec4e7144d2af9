"""Who at the desk looks at which conversation, and who types there: so that two do not collide.

In memory and for moments only; whoever still looks says so again.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime, timedelta

LOOKS_FOR = timedelta(seconds=30)


@dataclass(frozen=True, slots=True)
class Onlooker:
    """Somebody who has the conversation open."""

    user_id: str
    name: str
    typing: bool
    until: datetime


class Onlookers:
    """All of them, by conversation. Use it from one thread."""

    def __init__(self) -> None:
        self._by_conversation: dict[str, dict[str, Onlooker]] = {}

    def note(
        self, conversation_id: str, user_id: str, name: str, now: datetime, *, typing: bool
    ) -> bool:
        """Somebody looks, or goes on looking; True where colleagues see something new."""
        before = {each.user_id: each.typing for each in self.at(conversation_id, now)}
        onlooker = Onlooker(user_id, name, typing, now + LOOKS_FOR)
        self._by_conversation.setdefault(conversation_id, {})[user_id] = onlooker
        return before.get(user_id) is not typing

    def at(self, conversation_id: str, now: datetime) -> list[Onlooker]:
        """Who looks at a conversation now, by name."""
        there = {
            user: each
            for user, each in self._by_conversation.get(conversation_id, {}).items()
            if each.until > now
        }
        if there:
            self._by_conversation[conversation_id] = there
        else:
            self._by_conversation.pop(conversation_id, None)
        return sorted(there.values(), key=lambda each: (each.name, each.user_id))

    def typing(self, now: datetime) -> dict[str, list[Onlooker]]:
        """Who types now, by conversation."""
        there = {each: self.at(each, now) for each in list(self._by_conversation)}
        return {
            conversation_id: typists
            for conversation_id, onlookers in there.items()
            if (typists := [each for each in onlookers if each.typing])
        }
