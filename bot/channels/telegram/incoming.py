"""What an update says, read through aiogram's types. Pure: touches no database and no network."""

from __future__ import annotations

import re
from dataclasses import dataclass
from enum import Enum, auto
from typing import Any

from aiogram.types import CallbackQuery, ContentType, Message, Update, User

COMMANDS = re.compile(r"/(start|help|human)(?:@(\w+))?(?:\s.*)?", re.DOTALL | re.IGNORECASE)
FILES = {
    ContentType.PHOTO: "photo",
    ContentType.VIDEO: "video",
    ContentType.ANIMATION: "animation",
    ContentType.AUDIO: "audio",
    ContentType.VOICE: "voice message",
    ContentType.VIDEO_NOTE: "video message",
    ContentType.DOCUMENT: "document",
    ContentType.LOCATION: "location",
    ContentType.VENUE: "place",
    ContentType.CONTACT: "contact",
    ContentType.POLL: "poll",
    ContentType.STORY: "story",
    ContentType.PAID_MEDIA: "photo",
    ContentType.STICKER: "sticker",
}


class Sort(Enum):
    """What sort of thing somebody sent."""

    TEXT = auto()
    GREETING = auto()
    PERSON = auto()
    BUTTON = auto()
    FILE = auto()
    EDIT = auto()


@dataclass(frozen=True, slots=True)
class Incoming:
    """Something that a customer sent. ``attachment`` names what the bot cannot open.

    ``label`` is what the pressed button said; ``message_id`` is the edited message's.
    """

    sort: Sort
    chat: str
    customer: str | None
    language: str | None
    text: str = ""
    button: str | None = None
    label: str | None = None
    callback_id: str | None = None
    attachment: str | None = None
    message_id: int | None = None


def needs_username(payload: dict[str, Any]) -> bool:
    """Whether only the bot's own name tells if this update is meant for it: it is from a group."""
    message = payload.get("message") or payload.get("edited_message") or {}
    return message.get("chat", {}).get("type") in ("group", "supergroup")


def read_update(payload: dict[str, Any], bot_id: str, username: str | None) -> Incoming | None:
    """What ``payload`` says to the bot; None where it says nothing to it.

    Raises:
        pydantic.ValidationError: it is no update.
    """
    update = Update.model_validate(payload)
    if update.callback_query is not None:
        return _pressed(update.callback_query)
    if update.message is not None:
        return _message(update.message, bot_id, username, edited=False)
    if update.edited_message is not None:
        return _message(update.edited_message, bot_id, username, edited=True)
    return None


def message_id_of(payload: dict[str, Any]) -> int | None:
    """The id of the message that an update brings or edits."""
    message = payload.get("message") or payload.get("edited_message") or {}
    found = message.get("message_id")
    return found if isinstance(found, int) else None


def text_of(payload: dict[str, Any]) -> str:
    """The words of the message that an update brings or edits."""
    message = payload.get("message") or payload.get("edited_message") or {}
    return storable(message.get("text") or message.get("caption") or "")


def storable(text: str) -> str:
    """``text`` without NUL, and without halves of surrogate pairs, which no database takes."""
    return text.replace("\x00", "").encode("utf-16", "surrogatepass").decode("utf-16", "replace")


def _pressed(query: CallbackQuery) -> Incoming | None:
    if query.message is None:
        return None
    return Incoming(
        Sort.BUTTON,
        str(query.message.chat.id),
        _name(query.from_user),
        query.from_user.language_code,
        button=query.data,
        label=_label(query),
        callback_id=query.id,
    )


def _label(query: CallbackQuery) -> str | None:
    keyboard = getattr(query.message, "reply_markup", None)
    for row in keyboard.inline_keyboard if keyboard else ():
        for each in row:
            if each.callback_data == query.data:
                return storable(each.text)
    return None


def _message(
    message: Message, bot_id: str, username: str | None, *, edited: bool
) -> Incoming | None:
    sender = message.from_user
    if sender is None or sender.is_bot:
        return None
    text = storable(message.text or message.caption or "")
    if message.chat.type != "private":
        addressed = _addressed(message, text, bot_id, username)
        if addressed is None:
            return None
        text = addressed
    attachment = FILES.get(ContentType(message.content_type))
    if message.sticker is not None and message.sticker.emoji:
        text, attachment = message.sticker.emoji, None
    if not text and attachment is None:
        return None
    return Incoming(
        Sort.EDIT if edited else _sort(text, attachment),
        str(message.chat.id),
        _name(sender),
        sender.language_code,
        text=text,
        attachment=attachment,
        message_id=message.message_id,
    )


def _sort(text: str, attachment: str | None) -> Sort:
    if attachment is not None:
        return Sort.FILE
    command = COMMANDS.fullmatch(text.strip())
    if command is None:
        return Sort.TEXT
    return Sort.PERSON if command[1].lower() == "human" else Sort.GREETING


def _addressed(message: Message, text: str, bot_id: str, username: str | None) -> str | None:
    """The words of a group's message without the bot's name; None where it is not for the bot."""
    if username is None:
        return None
    name = re.compile(rf"@{re.escape(username)}\b", re.IGNORECASE)
    answered = message.reply_to_message.from_user if message.reply_to_message else None
    if not name.search(text) and (answered is None or str(answered.id) != bot_id):
        return None
    return name.sub("", text).strip()


def _name(user: User) -> str | None:
    return storable(user.first_name).strip() or None
