"""What the bot says and why: a pure function from a turn to a decision."""

from bot.dialog.decide import decide
from bot.dialog.decisions import Decision, Kind, LookupRequest, NeedsLookup, Reasons, Reply
from bot.dialog.details import Day, DetailField, FieldType, Option, Pattern
from bot.dialog.files import with_files_noticed
from bot.dialog.handing_over import hand_over
from bot.dialog.hours import OpeningHours
from bot.dialog.lifecycle import (
    IllegalMoveError,
    Move,
    Status,
    after,
    bot_may_speak,
    held_by_person,
)
from bot.dialog.memory import recalled
from bot.dialog.messages import (
    AttachmentView,
    ButtonAction,
    CustomerMessage,
    QuotedTurn,
    ReplyButton,
    Source,
)
from bot.dialog.policy import AnswerWith, Form, Lookup, PassOn, Policy
from bot.dialog.quoting import is_running_text, joined
from bot.dialog.readings import Alarm, Bearing, FollowUp, Reading
from bot.dialog.routing import Priority, Queue, Route
from bot.dialog.state import DialogState, Memory, OpenForm, Stage
from bot.dialog.trust import Degree, Mode, Trust
from bot.dialog.turn import LookupOutcome, Situation, Turn
from bot.dialog.weighing import best_supported

__all__ = [
    "Alarm",
    "AnswerWith",
    "AttachmentView",
    "Bearing",
    "ButtonAction",
    "CustomerMessage",
    "Day",
    "Decision",
    "Degree",
    "DetailField",
    "DialogState",
    "FieldType",
    "FollowUp",
    "Form",
    "IllegalMoveError",
    "Kind",
    "Lookup",
    "LookupOutcome",
    "LookupRequest",
    "Memory",
    "Mode",
    "Move",
    "NeedsLookup",
    "OpenForm",
    "OpeningHours",
    "Option",
    "PassOn",
    "Pattern",
    "Policy",
    "Priority",
    "Queue",
    "QuotedTurn",
    "Reading",
    "Reasons",
    "Reply",
    "ReplyButton",
    "Route",
    "Situation",
    "Source",
    "Stage",
    "Status",
    "Trust",
    "Turn",
    "after",
    "best_supported",
    "bot_may_speak",
    "decide",
    "hand_over",
    "held_by_person",
    "is_running_text",
    "joined",
    "recalled",
    "with_files_noticed",
]
