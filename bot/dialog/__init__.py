"""What the bot says and why: a pure function from a turn to a decision."""

from bot.dialog.decide import decide
from bot.dialog.handing_over import hand_over
from bot.dialog.hours import OpeningHours
from bot.dialog.lifecycle import IllegalMoveError, Move, Status, after, bot_may_speak
from bot.dialog.policy import DetailField, Lookup, Policy
from bot.dialog.records import (
    Alarm,
    Bearing,
    ButtonAction,
    CustomerMessage,
    Decision,
    DialogState,
    FollowUp,
    Kind,
    LookupOutcome,
    LookupRequest,
    Memory,
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
    "Bearing",
    "ButtonAction",
    "CustomerMessage",
    "Decision",
    "DetailField",
    "DialogState",
    "FollowUp",
    "IllegalMoveError",
    "Kind",
    "Lookup",
    "LookupOutcome",
    "LookupRequest",
    "Memory",
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
