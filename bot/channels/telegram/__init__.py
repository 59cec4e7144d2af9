"""The Telegram channel. Importing it is cheap: aiogram is loaded when the channel starts."""

from bot.channels.telegram.access import TelegramAccess
from bot.channels.telegram.channel import TelegramChannel

__all__ = ["TelegramAccess", "TelegramChannel"]
