"""Puts understanding, evidence and dialog together: from a message to a decision."""

from bot.answering.answerer import DialogAnswerer, first_message
from bot.answering.release import Release
from bot.answering.releases import NoModelError, is_whole, load_release, promote

__all__ = [
    "DialogAnswerer",
    "NoModelError",
    "Release",
    "first_message",
    "is_whole",
    "load_release",
    "promote",
]
