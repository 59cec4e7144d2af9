"""What an update says, read through aiogram's types. Pure: touches no database and no network."""

from __future__ import annotations

from typing import Any

from aiogram.types import CallbackQuery, ChatMemberUpdated, ContentType, Message, Update, User

from bot.channels.telegram.addressing import addressed_text, replied_to
from bot.channels.telegram.chats import Chat
from bot.channels.telegram.commands import Command, meant_command
from bot.channels.telegram.files import files_of
from bot.channels.telegram.incoming import (
    ChatRenamed,
    Incoming,
    Quote,
    ReachChanged,
    Read,
    Sort,
)

LONGEST_QUOTE = 500
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
    ContentType.DICE: "dice",
    ContentType.GAME: "game",
    ContentType.INVOICE: "invoice",
    ContentType.CHECKLIST: "checklist",
}


def needs_username(payload: dict[str, Any]) -> bool:
    """Whether only the bot's own name tells if this update is meant for it: it is from a group."""
    message = payload.get("message") or payload.get("edited_message") or {}
    return message.get("chat", {}).get("type") in ("group", "supergroup")


def read_update(payload: dict[str, Any], bot_id: str, username: str | None) -> Read:
    """What ``payload`` says to the bot; None where it says nothing to it.

    Raises:
        pydantic.ValidationError: it is no update.
    """
    update = Update.model_validate(payload)
    if update.callback_query is not None:
        return _pressed(update.callback_query)
    if update.my_chat_member is not None:
        return _reach(update.my_chat_member)
    message = update.message or update.edited_message
    if message is None:
        return None
    if message.migrate_to_chat_id is not None:
        return ChatRenamed(str(message.chat.id), str(message.migrate_to_chat_id))
    if message.migrate_from_chat_id is not None:
        return ChatRenamed(str(message.migrate_from_chat_id), str(message.chat.id))
    return _message(message, bot_id, username, edited=update.message is None)


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
    message = query.message
    if message is None:
        return None
    topic = isinstance(message, Message) and message.is_topic_message
    thread = message.message_thread_id if topic and isinstance(message, Message) else None
    return Incoming(
        Sort.BUTTON,
        Chat(message.chat.id, thread).ref,
        _name(query.from_user),
        query.from_user.language_code,
        button=query.data,
        label=_label(query),
        message_id=message.message_id,
    )


def _label(query: CallbackQuery) -> str | None:
    keyboard = getattr(query.message, "reply_markup", None)
    for row in keyboard.inline_keyboard if keyboard else ():
        for each in row:
            if each.callback_data == query.data:
                return storable(each.text)
    return None


def _reach(changed: ChatMemberUpdated) -> ReachChanged:
    gone = changed.new_chat_member.status in ("kicked", "left")
    private = changed.chat.type == "private"
    why = "The customer blocked the bot." if private else "The bot was removed from the group."
    return ReachChanged(str(changed.chat.id), why if gone else None)


def _message(
    message: Message, bot_id: str, username: str | None, *, edited: bool
) -> Incoming | None:
    sender = message.from_user
    if sender is None or sender.is_bot:
        return None
    text = storable(message.text or message.caption or "")
    private = message.chat.type == "private"
    if not private:
        addressed = addressed_text(message, text, bot_id, username)
        if addressed is None:
            return None
        text = addressed
    attachment = _attached(message)
    if message.sticker is not None and message.sticker.emoji:
        text, attachment = message.sticker.emoji, None
    if not text and attachment is None:
        return None
    command = meant_command(text)
    return Incoming(
        _sort(command, attachment, edited=edited),
        Chat(message.chat.id, message.message_thread_id if message.is_topic_message else None).ref,
        _name(sender),
        sender.language_code,
        text=text,
        command=command,
        attachment=attachment,
        files=files_of(message) if attachment else (),
        album=message.media_group_id,
        quote=_quote(message, bot_id),
        sender=None if private else _name(sender),
        message_id=message.message_id,
    )


def _attached(message: Message) -> str | None:
    """What a message holds beside words; where that is words itself, those too."""
    kind = FILES.get(ContentType(message.content_type))
    if message.venue is not None:
        return f"place: {storable(message.venue.title)}, {storable(message.venue.address)}"
    if message.location is not None:
        return f"location: {message.location.latitude:.6f}, {message.location.longitude:.6f}"
    if message.contact is not None:
        names = (message.contact.first_name, message.contact.last_name)
        name = " ".join(storable(each) for each in names if each)
        return f"contact: {name}, {storable(message.contact.phone_number)}"
    if message.poll is not None:
        return f"poll: {storable(message.poll.question)}"
    return kind


def _sort(command: Command | None, attachment: str | None, *, edited: bool) -> Sort:
    if edited:
        return Sort.EDIT
    if attachment is not None:
        return Sort.FILE
    return Sort.COMMAND if command is not None else Sort.TEXT


def _quote(message: Message, bot_id: str) -> Quote | None:
    replied = replied_to(message)
    whole = (replied.text or replied.caption or "") if replied else ""
    text = storable(message.quote.text if message.quote else whole).strip()[:LONGEST_QUOTE]
    if not text:
        return None
    if replied is None or replied.from_user is None:
        return Quote(text, "other")
    author = "other"
    if str(replied.from_user.id) == bot_id:
        author = "bot"
    elif message.from_user and replied.from_user.id == message.from_user.id:
        author = "customer"
    return Quote(text, author, replied.message_id)


def _name(user: User) -> str | None:
    return storable(user.first_name).strip() or None
