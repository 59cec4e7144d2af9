"""Holds a decision to what the operator trusts the bot with on this channel and matter. Pure."""

from __future__ import annotations

from dataclasses import replace
from typing import Final, assert_never

from bot.dialog.decisions import Decision, Kind
from bot.dialog.handing_over import hand_over
from bot.dialog.trust import Mode
from bot.dialog.turn import Turn
from bot.dialog.why import why
from knowledge.records import IntentId

SPOKEN_BY_PEOPLE: Final = frozenset({Kind.HANDOFF, Kind.DECLINE})


def as_trusted(turn: Turn, decision: Decision) -> Decision:
    """``decision`` where it may be said; else a person is fetched, with it as a draft or without.

    The form and the state stay as they were: what was not said changes nothing.
    """
    if decision.reply.kind in SPOKEN_BY_PEOPLE:
        return decision
    situation = turn.situation
    match turn.policy.trust.mode(situation.channel, _intents(turn, decision), situation.bucket):
        case Mode.LIVE:
            return decision
        case Mode.DRAFT:
            because = why("drafts")
            return replace(hand_over(turn, "handoff", because, "trust"), draft=decision.reply)
        case Mode.OFF:
            because = why("off_here")
            return hand_over(turn, "handoff", because, "trust")
        case unknown:
            assert_never(unknown)


def _intents(turn: Turn, decision: Decision) -> tuple[IntentId, ...]:
    """What the decision is about: its templates' intents, or the likeliest one of the message."""
    templates = turn.situation.templates
    known = [templates[each] for each in decision.templates if each in templates]
    if known:
        return tuple(intent for template in known for intent in template.intents)
    if decision.intents:
        return decision.intents
    return tuple(each.intent for each in turn.reading.intents[:1])
