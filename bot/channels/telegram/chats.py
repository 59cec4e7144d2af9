"""How a chat is called: its number, and the topic in it where a group is divided into topics."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Chat:
    """Where a message goes. ``thread`` is the topic; None in chats without, and in General."""

    id: int
    thread: int | None = None

    @classmethod
    def of(cls, ref: str) -> Chat:
        """Read what ``ref`` wrote.

        Raises:
            ValueError: it names no chat.
        """
        chat, _, thread = ref.partition("/")
        return cls(int(chat), int(thread) if thread else None)

    @property
    def ref(self) -> str:
        """The chat as conversations are found by."""
        return str(self.id) if self.thread is None else f"{self.id}/{self.thread}"
