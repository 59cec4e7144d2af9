"""Puts a conversation into the queue for a person, with a sentence that says so. Pure."""

from __future__ import annotations

from dataclasses import replace

from bot.dialog.records import Decision, Memory, Turn
from bot.dialog.replies import handing_off


def hand_over(turn: Turn, key: str, because: str, rule: str) -> Decision:
    """Put the conversation into the queue, with the sentence ``key``."""
    reply = handing_off(turn, key, because, rule)
    state = replace(turn.state, clarified=False, form=None, memory=Memory())
    return Decision(reply, state, hand_off=because)
