"""The first thing said to a customer, the same on every channel."""

from __future__ import annotations

from bot.dialog.phrases import phrase
from bot.settings import FileSettings


def greeting_of(file: FileSettings, language: str) -> str:
    """That this is a machine, and what it does; in the company's own words where it has any."""
    own = file.greeting.get(language) or file.greeting.get(language.split("-")[0])
    return own or phrase("greeting", language, company=file.company)
