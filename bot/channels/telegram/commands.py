"""What a command says, and which ones Telegram's menu offers. Carries nothing out."""

from __future__ import annotations

import base64
import binascii
import logging
import re
from dataclasses import dataclass

from aiogram import Bot
from aiogram.exceptions import AiogramError
from aiogram.types import BotCommand

from bot.dialog.phrases import PHRASES, phrase, spoken_language

log = logging.getLogger(__name__)
OFFERED = ("help", "human", "language")
KNOWN = ("start", *OFFERED)
_COMMAND = re.compile(r"/([A-Za-z]\w{0,31})(?:@\w+)?(?:\s+(.*))?", re.ASCII | re.DOTALL)
_PAYLOAD = re.compile(r"[A-Za-z0-9_-]{1,64}")


@dataclass(frozen=True, slots=True)
class Command:
    """A command by its name, in small letters, and the words after it."""

    name: str
    argument: str = ""


def read_command(text: str) -> Command | None:
    """The command that ``text`` is, known or not; None where it is something else."""
    matched = _COMMAND.fullmatch(text.strip())
    return Command(matched[1].lower(), (matched[2] or "").strip()) if matched else None


def meant_command(text: str) -> Command | None:
    """The command that is carried out; an unknown one with words after it is a message like any."""
    command = read_command(text)
    if command is None or (command.name not in KNOWN and command.argument):
        return None
    return command


def origin_of(argument: str) -> str | None:
    """What the link said that /start came from; None where no link says so.

    A link can carry no other signs, so whoever made it may have written it as base64url.
    """
    if not _PAYLOAD.fullmatch(argument):
        return None
    return _decoded(argument) or argument


def spoken_languages() -> dict[str, str]:
    """The languages to choose from: code, and name in that language."""
    return {code: phrase("language_name", code) for code in PHRASES}


def chosen_language(wanted: str) -> str | None:
    """The language that somebody names by its code or its name; None where it is not spoken."""
    sought = wanted.strip().casefold().replace("_", "-")
    for code, name in spoken_languages().items():
        if sought in (code.casefold(), code.partition("-")[0], name.casefold()):
            return code
    code = spoken_language(sought)
    return code if sought.startswith(code.partition("-")[0] + "-") else None


async def offer_commands(bot: Bot, locale: str) -> None:
    """Put the commands into Telegram's menu, in every language; whether that works or not."""
    try:
        await bot.set_my_commands(_menu(locale))
        for code in dict.fromkeys(map(_two_letters, PHRASES)):
            await bot.set_my_commands(_menu(code), language_code=code)
    except AiogramError as error:
        log.warning("Telegram: the commands are not in its menu (%s)", error)


def _two_letters(code: str) -> str:
    """The code as Telegram's menu takes it; it does not tell the scripts of Chinese apart."""
    return code.partition("-")[0]


def _menu(language: str) -> list[BotCommand]:
    return [
        BotCommand(command=name, description=phrase(f"command_{name}", language))
        for name in OFFERED
    ]


def _decoded(payload: str) -> str | None:
    try:
        said = base64.urlsafe_b64decode(payload + "=" * (-len(payload) % 4))
        text = said.decode()
    except (binascii.Error, UnicodeDecodeError):
        return None
    again = base64.urlsafe_b64encode(said).decode().rstrip("=")
    return text if text.isprintable() and text and again == payload.rstrip("=") else None
