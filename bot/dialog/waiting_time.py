"""How long a customer in the queue will wait, as far as that can be known, and how to say it. Pure.

An estimate comes from what people before waited, and is rounded up to a step that sounds as rough
as it is. Where too little is known only the place is told.
"""

from __future__ import annotations

from math import ceil

from bot.dialog.phrases import phrase

ENOUGH = 5
"""Fewer recent waits than this tell nothing."""
STEPS = (2, 3, 5, 10, 15, 20, 30, 45, 60)
"""Minutes that are said; what is longer is said to be long."""
LONGER = 90


def expected_wait(median_seconds: float, position: int, agents: int) -> int:
    """Seconds until somebody at ``position`` (from 1) is answered, rounded up to a step.

    ``median_seconds`` is what people lately waited; it holds for as many as there are agents, and
    once more for each further round.
    """
    minutes = median_seconds * ceil(position / max(agents, 1)) / 60
    return 60 * next((step for step in STEPS if minutes <= step), LONGER)


def place_in_words(position: int, seconds: int | None, language: str | None) -> str:
    """The sentence that tells a customer the place in the queue and about how long it takes.

    ``seconds`` is None where that is not known.
    """
    if seconds is None:
        return phrase("wait_unknown", language, position=str(position))
    minutes = seconds // 60
    if minutes > STEPS[-1]:
        return phrase("wait_long", language, position=str(position))
    return phrase("wait", language, position=str(position), minutes=str(minutes))
