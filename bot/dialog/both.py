"""Two things that an "and" joins: "cancel my order and get a refund". Pure.

Nothing in the words tells two requests from one that is about both, or from one that may be either.
So both are answered only where the whole is about both, and each side by itself surely about
another one; otherwise the bot asks back which it is, as about any message near to two answers. That
a model shares its probability out between two intents proves nothing: so it does in doubt, too.
"""

from __future__ import annotations

from bot.dialog.candidates import likeliest, sure
from bot.dialog.decisions import Decision, NeedsLookup
from bot.dialog.readings import Reading
from bot.dialog.requests import RELATED, answered_together
from bot.dialog.turn import Turn
from knowledge.records import TemplateId

Pair = dict[TemplateId, float]


def may_mean_both(whole: Reading) -> bool:
    """Whether two answers have to do with it, without which nothing comes of reading its sides."""
    return sum(each.probability >= RELATED for each in whole.templates) > 1


def answer_both(turn: Turn) -> Decision | NeedsLookup | None:
    """Answer both sides of an "and"; None where that is not surely what is asked."""
    pairs = (_pair(turn, *sides) for sides in turn.sides)
    found = next((pair for pair in pairs if pair is not None), None)
    return answered_together(turn, found) if found else None


def _pair(turn: Turn, first: Reading, second: Reading) -> Pair | None:
    """What the sides are answered with, where it is two things and the whole is about both."""
    best = (likeliest(turn, first), likeliest(turn, second))
    if best[0] is None or best[1] is None or best[0].template == best[1].template:
        return None
    pair = {each.template: each.probability for each in best if each}
    whole = sure(turn, turn.reading)
    if whole is not None and whole[0] not in pair:
        return None
    each_sure = all(sure(turn, side) is not None for side in (first, second))
    return pair if each_sure and _related(turn, pair) else None


def _related(turn: Turn, pair: Pair) -> bool:
    """Whether the whole has to do with both."""
    related = {each.template for each in turn.reading.templates if each.probability >= RELATED}
    return pair.keys() <= related
