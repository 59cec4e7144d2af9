"""The first thing said to a customer, the same on every channel."""

from __future__ import annotations

from bot.dialog.languages import language_among
from bot.dialog.phrases import phrase
from bot.settings import FileSettings


def greeting_of(file: FileSettings, language: str) -> str:
    """That this is a machine, and what it does; in the company's own words where it has any."""
    own = language_among(file.greeting, language) or ""
    return file.greeting.get(own) or phrase("greeting", language, company=file.company)
