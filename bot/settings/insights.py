"""The key ``insights``: what leads are shown of single agents."""

from __future__ import annotations

from bot.settings.strict import Strict


class InsightSettings(Strict):
    """``by_agent`` shows what each agent did; without it the desk counts the team as a whole.

    In many places such figures need the agents' consent or a works council's.
    """

    by_agent: bool = False
