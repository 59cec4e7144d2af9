"""Puts a conversation into the queue for a person, with a sentence that says so. Pure."""

from __future__ import annotations

from dataclasses import replace
from typing import Final

from bot.dialog.decisions import Decision, Kind
from bot.dialog.replies import handing_off, route_of, saying
from bot.dialog.state import Memory
from bot.dialog.turn import Turn
from bot.dialog.why import why
from nlu import Act

RULE_FOR_CUSTOMER: Final = why("rule_customer")
WHILE_WAITING: Final = {
    Act.IDENTITY: "waiting_identity",
    Act.THANKS: "waiting_thanks",
    Act.COMPLIMENT: "waiting_thanks",
    Act.GOODBYE: "waiting_declined",
    Act.CANCEL: "waiting_declined",
    Act.DENY: "waiting_declined",
}
"""What is said to small talk while a person is awaited, by act."""


def hand_over(turn: Turn, key: str, because: str, rule: str, *, urgent: bool = False) -> Decision:
    """Put the conversation into the queue, with the sentence ``key``; ``urgent`` before others."""
    reply = handing_off(turn, key, because, rule)
    state = replace(turn.state, clarified=False, form=None, memory=Memory())
    return Decision(reply, state, hand_off=because, route=route_of(turn, urgent=urgent))


def still_waiting(turn: Turn) -> Decision | None:
    """While a person is awaited, the bot says no more than that."""
    if not turn.situation.waiting:
        return None
    because = why("waits")
    act = turn.reading.act
    key = WHILE_WAITING.get(act, "still_waiting") if act else "still_waiting"
    return Decision(saying(turn, key, Kind.HANDOFF, because, "waiting"), turn.state)


def switched_off(turn: Turn) -> Decision:
    """What is said while the operator's switch keeps the bot from speaking."""
    return still_waiting(turn) or hand_over(turn, "silenced", why("switched_off"), "off")
