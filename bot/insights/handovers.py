"""Why conversations were handed to people, in the groups that a lead thinks in."""

from __future__ import annotations

from typing import Final

from sqlmodel import Session, col, select

from bot.dialog import Move
from bot.dialog.why import why_key
from bot.insights.facts import Fact
from bot.insights.scope import Scope
from bot.store.tables import EventRow

OTHER: Final = "other"
GROUPS: Final[dict[str, tuple[str, ...]]] = {
    "asked": ("yes_to_person", "pressed_person", "asks_person", "asked_person"),
    "rule": ("rule_customer", "rule_words", "rule_messages", "rule_intent"),
    "distress": ("danger", "distress", "unhappy"),
    "matter": ("matter",),
    "language": ("language",),
    "unsure": (
        "nothing_sure", "nothing_sure_for", "nothing_near", "near_article", "near", "near_to",
        "several_near", "parent_sure", "asks_more", "said_already", "quoted_already",
        "said_nearest", "quoted_nearest", "refused", "none_meant", "no_such_option",
        "not_learned", "file_alone", "too_long",
    ),
    "details": (
        "many_lookups", "no_lookup", "lookup_short", "form_short", "lookup_silent",
        "lookup_failed", "no_match", "no_match_why", "missed_before", "out_of_service",
        "asked_in_vain", "keeps_changing",
    ),
    "form": ("form_complete",),
    "switched_off": ("switched_off", "off_here", "off_before", "drafts"),
    "failure": ("not_stored", "slow", "failed"),
    "passed_on": ("passed_on",),
    "unanswered": ("unanswered_agent",),
}  # fmt: skip
"""The reasons by group; what is in none is ``other``."""
_GROUP_OF: Final = {key: group for group, keys in GROUPS.items() for key in keys}


def handovers(session: Session, scope: Scope) -> list[Fact]:
    """Conversations that went to the queue, by why, when they did.

    By the bot, by the customer's wish, by a person who passed it on, or by the clock because the
    person who held it did not answer. One conversation may go several times.
    """
    moves = (Move.HAND_OFF.value, Move.TIME_OUT.value)
    rows = session.exec(
        select(EventRow.conversation_id, EventRow.at, EventRow.kind, EventRow.data).where(
            col(EventRow.kind).in_(moves),
            scope.when(EventRow.at),
            *scope.holds(EventRow.conversation_id),
        )
    )
    found = [(id, at, kind, group_of(data.get("reason"))) for id, at, kind, data in rows]
    return [
        Fact(id, at, group)
        for id, at, kind, group in found
        if kind == Move.HAND_OFF or group == "unanswered"
    ]


def group_of(reason: str | None) -> str:
    """The group of a stored reason."""
    key = why_key(reason) if reason else None
    return _GROUP_OF.get(key, OTHER) if key else OTHER
