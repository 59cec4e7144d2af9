"""What to offer a customer next: live questions and articles, by what people allowed to keep."""

from bot.recommending.choice import Choice
from bot.recommending.suggester import Suggester, Suggestion

__all__ = ["Choice", "Suggester", "Suggestion"]
