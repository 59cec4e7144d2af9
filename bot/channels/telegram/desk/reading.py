"""What an update from the team's group says. Pure: touches no database and no network."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from aiogram.types import Update

from bot.channels.telegram.commands import Command, read_command
from bot.channels.telegram.files import files_of
from bot.channels.telegram.reading import storable


@dataclass(frozen=True, slots=True)
class DeskMessage:
    """Something that somebody wrote in a topic. ``user_id`` is None where nobody signs for it.

    That is so for admins who stay anonymous and for channels.
    """

    thread: int
    user_id: int | None
    name: str
    text: str
    command: Command | None = None
    edited: bool = False
    has_file: bool = False


def read_desk_update(payload: dict[str, Any]) -> DeskMessage | None:
    """What was written in a topic; None for General, for bots, and for what says nothing.

    Raises:
        pydantic.ValidationError: it is no update.
    """
    update = Update.model_validate(payload)
    message = update.message or update.edited_message
    if message is None or not message.is_topic_message or message.message_thread_id is None:
        return None
    text = storable(message.text or message.caption or "").strip()
    files = files_of(message)
    sender = message.from_user
    if not (text or files) or sender is None or (sender.is_bot and message.sender_chat is None):
        return None
    signed = message.sender_chat is None
    return DeskMessage(
        message.message_thread_id,
        sender.id if signed else None,
        storable(sender.full_name).strip() or "A colleague",
        text,
        read_command(text),
        update.message is None,
        bool(files),
    )
