"""Whether a group's message is meant for the bot, and what it says without the bot's name."""

from __future__ import annotations

import re

from aiogram.types import Message

_COMMAND_FOR = re.compile(r"\s*/\w+@(\w+)")


def addressed_text(message: Message, text: str, bot_id: str, username: str | None) -> str | None:
    """The words of ``text`` for the bot; None where they are for somebody else.

    A group is heard where it mentions the bot, sends it a command, or replies to it.
    """
    meant = _COMMAND_FOR.match(text)
    if meant and meant[1].lower() != (username or "").lower():
        return None
    without, named = _without_name(message, text, bot_id, username)
    return without.strip() if named or answers(message, bot_id) else None


def answers(message: Message, bot_id: str) -> bool:
    """Whether the message replies to one of the bot's."""
    replied = replied_to(message)
    sender = replied.from_user if replied else None
    return sender is not None and str(sender.id) == bot_id


def replied_to(message: Message) -> Message | None:
    """The message that this one replies to.

    In a group with topics everything seems to reply to the message that opened the topic.
    """
    replied = message.reply_to_message
    if replied is None or replied.forum_topic_created is not None:
        return None
    if message.is_topic_message and replied.message_id == message.message_thread_id:
        return None
    return replied


def _without_name(
    message: Message, text: str, bot_id: str, username: str | None
) -> tuple[str, bool]:
    named = False
    for entity in message.entities or message.caption_entities or ():
        if entity.type == "text_mention" and entity.user and str(entity.user.id) == bot_id:
            called = entity.extract_from(message.text or message.caption or "")
            text, named = text.replace(called, "", 1), True
    if username is None:
        return text, named
    command = re.match(rf"\s*/\w+@{re.escape(username)}(?!\w)", text, re.IGNORECASE)
    if command:
        text, named = command[0].rpartition("@")[0] + text[command.end() :], True
    name = re.compile(rf"(?<![\w@./])@{re.escape(username)}(?!\w)", re.IGNORECASE)
    return name.sub("", text), named or name.search(text) is not None
