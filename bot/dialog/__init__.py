"""What the bot says and why: a pure function from a turn to a decision."""

from bot.dialog.decide import decide, hand_over
from bot.dialog.files import with_files_noticed
from bot.dialog.hours import OpeningHours
from bot.dialog.lifecycle import (
    IllegalMoveError,
    Move,
    Status,
    after,
    bot_may_speak,
    held_by_person,
)
from bot.dialog.policy import DetailField, Lookup, Policy
from bot.dialog.records import (
    Alarm,
    AttachmentView,
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
from bot.dialog.routing import Priority, Queue, Route
from bot.dialog.trust import Degree, Mode, Trust

__all__ = [
    "Alarm",
    "AttachmentView",
    "ButtonAction",
    "CustomerMessage",
    "Decision",
    "Degree",
    "DetailField",
    "DialogState",
    "IllegalMoveError",
    "Kind",
    "Lookup",
    "LookupOutcome",
    "LookupRequest",
    "Mode",
    "Move",
    "NeedsLookup",
    "OpenForm",
    "OpeningHours",
    "Policy",
    "Priority",
    "Queue",
    "Reading",
    "Reasons",
    "Reply",
    "ReplyButton",
    "Route",
    "Situation",
    "Source",
    "Status",
    "Trust",
    "Turn",
    "after",
    "bot_may_speak",
    "decide",
    "hand_over",
    "held_by_person",
    "with_files_noticed",
]
