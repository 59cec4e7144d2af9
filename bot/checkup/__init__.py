"""Looks a home over, and says what it finds in the language of whoever reads it."""

from bot.checkup.finding import Check, doubt_in
from bot.checkup.looking import check_languages, checkup

__all__ = ["Check", "check_languages", "checkup", "doubt_in"]
