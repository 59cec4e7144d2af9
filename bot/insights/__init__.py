"""Figures of what happened, for those who lead: counted facts that lead to their conversations."""

from bot.insights.facts import Counts, Durations, Fact, Part, by_bucket, count, durations, within
from bot.insights.figures import FACTS, TIMED, Chosen, Figure, conversations_behind
from bot.insights.period import Period, Step
from bot.insights.sayings import template_outcomes
from bot.insights.scope import Intents, Scope

__all__ = [
    "FACTS",
    "TIMED",
    "Chosen",
    "Counts",
    "Durations",
    "Fact",
    "Figure",
    "Intents",
    "Part",
    "Period",
    "Scope",
    "Step",
    "by_bucket",
    "conversations_behind",
    "count",
    "durations",
    "template_outcomes",
    "within",
]
