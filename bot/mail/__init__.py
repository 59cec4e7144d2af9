"""E-mail: answers to customers who have left, and notices to the team. Nothing comes in by mail."""

from bot.mail.mailing import Mailing
from bot.mail.server import SmtpServer

__all__ = ["Mailing", "SmtpServer"]
