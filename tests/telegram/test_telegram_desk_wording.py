"""What stands in topics: whatever anybody writes, Telegram takes it and nothing is lost."""

from __future__ import annotations

from datetime import UTC, datetime
from typing import Any

import pytest
from fakes.bot_api import fault_of
from hypothesis import given
from hypothesis import strategies as st

from bot.channels.telegram.desk.wording import (
    LONGEST_TITLE,
    Entry,
    brief_entries,
    card_of,
    entry_of,
    event_entry,
    parts_of,
    title_of,
)
from bot.desk.brief import Brief, Earlier
from bot.desk.suggestions import Suggestion
from bot.desk.summary import Said
from bot.store.tables import ConversationRow, EventRow, MessageRow

NOW = datetime(2026, 5, 4, 12, tzinfo=UTC)
HOSTILE = st.text(st.sampled_from("ab<>&\"'/ \n🤖{}%s"), max_size=60)


def conversation(**more: Any) -> ConversationRow:
    return ConversationRow(
        **{"id": "abcdef", "channel": "web", "created_at": NOW, "updated_at": NOW, **more}
    )


def message(text: str, author: str, name: str, **context: Any) -> MessageRow:
    return MessageRow(
        conversation_id="c",
        seq=1,
        author=author,
        name=name,
        text=text,
        context=context,
        sent_at=NOW,
    )


@given(st.sampled_from(["customer", "bot", "agent", "note", "system"]), HOSTILE, HOSTILE, HOSTILE)
def test_telegram_never_refuses_a_message(author: str, text: str, name: str, quote: str) -> None:
    entry = entry_of(message(text, author, name, quote={"text": quote}))
    for part in parts_of([entry]):
        assert fault_of(part, "HTML") is None


@given(HOSTILE, HOSTILE, HOSTILE)
def test_telegram_never_refuses_a_card_or_an_event(who: str, why: str, detail: str) -> None:
    row = conversation(customer=who, origin=why, handoff_reason=why, unreachable=why, priority=2)
    event = EventRow(conversation_id="c", kind="hand_off", data={"reason": why}, at=NOW)
    told = event_entry(event)
    assert told is not None
    for part in parts_of([card_of(row, {detail: why}), told]):
        assert fault_of(part, "HTML") is None


@given(HOSTILE, st.floats(-1, 1))
def test_telegram_never_refuses_a_brief(text: str, sentiment: float) -> None:
    brief = Brief(
        summary=(Said(1, text),),
        handoff_reason=text,
        intents=({"intent": text, "probability": 0.5},),
        because=(text,),
        details={text: text},
        sentiment=sentiment,
        earlier=(Earlier("c", "web", "closed", NOW, text, None),),
        suggestions=(Suggestion("template", "t", text, text, 0.8),),
    )
    for part in parts_of(brief_entries(brief)):
        assert fault_of(part, "HTML") is None


def test_a_brief_tells_what_the_bot_made_of_it() -> None:
    brief = Brief(
        summary=(Said(1, "Where is it?"), Said(3, "I ordered on Monday.")),
        handoff_reason=None,
        intents=({"intent": "order_status", "probability": 0.61},),
        because=(),
        details={},
        sentiment=-0.5,
        earlier=(Earlier("c", "web", "closed", NOW, "Are you open?", None),),
        suggestions=(Suggestion("template", "t", "Where it is", "It is **here**.", 0.8),),
    )
    (shown,) = parts_of(brief_entries(brief))
    assert shown == (
        "Understood as: order_status 61%\nSounds unhappy (-0.50)\n"
        "Wrote before: 2026-05-04, web, closed: “Are you open?”\n\n"
        "<b>In short:</b> Where is it?\nI ordered on Monday.\n\n"
        "💡 <b>Where it is</b> (80%): It is here."
    )


def test_long_texts_are_split_and_short_ones_go_together() -> None:
    parts = parts_of([Entry("👤", "word " * 2_000), *[Entry("👤", "short")] * 10])
    assert all(fault_of(part, "HTML") is None for part in parts)
    assert sum(part.count("word") for part in parts) == 2_000
    assert len(parts) == 3


def test_what_the_messages_tell_already_is_no_event() -> None:
    assert event_entry(EventRow(conversation_id="c", kind="take_over", data={}, at=NOW)) is None


@pytest.mark.parametrize(
    ("row", "subject", "title"),
    [
        ({"customer": "Kim", "status": "waiting"}, "Where\nis it?", "⏳ Kim – Where is it?"),
        ({"status": "with_agent"}, "", "💬 Visitor abcd"),
        ({"customer": "Kim", "status": "closed", "banned_at": NOW}, "x", "⛔ Kim – x"),
        ({"customer": "Kim", "status": "a later one"}, "x", "💤 Kim – x"),
    ],
)
def test_a_title_tells_state_customer_and_subject(row: Any, subject: str, title: str) -> None:
    assert title_of(conversation(**row), subject) == title


def test_a_title_fits() -> None:
    assert len(title_of(conversation(customer="K" * 300), "x" * 300)) <= LONGEST_TITLE


def test_what_the_bot_only_drafted_does_not_look_said() -> None:
    (drafted,) = parts_of([entry_of(message("Yes, we ship there.", "draft", "Bot"))])
    assert "the customer does not see" in drafted
