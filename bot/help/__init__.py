"""The help pages: the articles of the knowledge base, where the sources of answers link to."""

from bot.help.routes import help_router

__all__ = ["help_router"]
