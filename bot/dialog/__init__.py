"""What the bot says and why: a pure function from a turn to a decision."""

from bot.dialog.decide import decide, hand_over
from bot.dialog.hours import OpeningHours
from bot.dialog.lifecycle import IllegalMoveError, Move, Status, after, bot_may_speak
from bot.dialog.policy import DetailField, Lookup, Policy
from bot.dialog.records import (
    Alarm,
    ButtonAction,
    CustomerMessage,
    Decision,
    DialogState,
    Kind,
    LookupOutcome,
    LookupRequest,
    NeedsLookup,
    OpenForm,
    Reading,
    Reasons,
    Reply,
    ReplyButton,
    Situation,
    Source,
    Turn,
)

__all__ = [
    "Alarm",
    "ButtonAction",
    "CustomerMessage",
    "Decision",
    "DetailField",
    "DialogState",
    "IllegalMoveError",
    "Kind",
    "Lookup",
    "LookupOutcome",
    "LookupRequest",
    "Move",
    "NeedsLookup",
    "OpenForm",
    "OpeningHours",
    "Policy",
    "Reading",
    "Reasons",
    "Reply",
    "ReplyButton",
    "Situation",
    "Source",
    "Status",
    "Turn",
    "after",
    "bot_may_speak",
    "decide",
    "hand_over",
]
