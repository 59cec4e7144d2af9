"""Two things that an "and" joins: "cancel my order and get a refund". Pure.

Nothing in the words tells two requests from one that is about both, or from one that may be either.
So both are answered only where the whole is about both, and each side by itself about another one;
otherwise the bot asks back which it is, as about any message that comes near to two answers.
"""

from __future__ import annotations

from typing import Final

from bot.dialog.candidates import likeliest, near, sure
from bot.dialog.decisions import Decision, NeedsLookup
from bot.dialog.readings import Reading
from bot.dialog.requests import RELATED, answered_together
from bot.dialog.turn import Turn
from knowledge.records import TemplateId

EVEN: Final = 0.5
"""How probable a side must make its answer where the whole vouches for the pair."""
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
    if each_sure and _related(turn, pair):
        return pair
    return pair if _meant(turn, pair) else None


def _related(turn: Turn, pair: Pair) -> bool:
    """Whether the whole has to do with both."""
    related = {each.template for each in turn.reading.templates if each.probability >= RELATED}
    return pair.keys() <= related


def _meant(turn: Turn, pair: Pair) -> bool:
    """Whether the whole is about the two and nothing else, and each side about one of them.

    A model shares the probability of a message out among the intents that it is about.
    """
    intents = [turn.situation.templates[each].intents for each in pair]
    chances = {each.intent: each.probability for each in turn.reading.intents}
    shares = [sum(chances.get(intent, 0.0) for intent in of) for of in intents]
    apart = set(intents[0]).isdisjoint(intents[1])
    return (
        apart
        and sum(shares) >= turn.policy.answer_threshold
        and min(shares) >= turn.policy.clarify_floor
        and set(near(turn, turn.reading)[:2]) == pair.keys()
        and min(pair.values()) >= EVEN
    )
