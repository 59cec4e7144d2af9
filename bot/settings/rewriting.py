"""The key ``rewriting``: how the optional generative endpoint is asked, and what it may cost.

Where it lies is told by FRONTDESK_GENERATOR_URL; without that nothing is ever asked.
"""

from __future__ import annotations

from typing import Annotated

from pydantic import Field

from bot.settings.strict import Strict

Price = Annotated[float, Field(ge=0, le=10_000)]


class RewritingSettings(Strict):
    """``model`` is the name that the endpoint knows it by. Prices are in one currency, and so is
    ``monthly_limit``: once that is spent, nothing is asked until the next month (UTC)."""

    model: Annotated[str, Field(min_length=1, max_length=200)] = "default"
    timeout_seconds: Annotated[float, Field(gt=0, le=30)] = 4.0
    price_per_million_prompt_tokens: Price = 0.0
    price_per_million_completion_tokens: Price = 0.0
    monthly_limit: Annotated[float | None, Field(ge=0)] = None
