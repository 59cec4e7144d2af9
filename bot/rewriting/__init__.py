"""An optional generative endpoint: it may reword what the passages say, and nothing else.

See ``rewriter.Rewriter``. Nothing needs it; whatever goes wrong, the extract is the answer.
"""

from bot.rewriting.breaker import CircuitBreaker
from bot.rewriting.generator import Generated, Generator, GeneratorError
from bot.rewriting.rewriter import Rewriter, Rewritten
from bot.rewriting.usage import Usage, usage_of_month

__all__ = [
    "CircuitBreaker",
    "Generated",
    "Generator",
    "GeneratorError",
    "Rewriter",
    "Rewritten",
    "Usage",
    "usage_of_month",
]
