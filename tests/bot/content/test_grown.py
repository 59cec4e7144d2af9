"""An older export, or half a file, takes nothing away from what is stored."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime, timedelta

import pytest

from bot.content.grown import breaks_off_before
from knowledge import Speaker, Transcript, TranscriptId, Turn

BEGIN = datetime(2026, 3, 1, tzinfo=UTC)


def conversation(*texts: str) -> Transcript:
    turns = tuple(
        Turn((Speaker.CUSTOMER, Speaker.AGENT)[n % 2], text, BEGIN + timedelta(minutes=n))
        for n, text in enumerate(texts)
    )
    return Transcript(TranscriptId("1"), turns)


WHOLE = conversation("Where is it?", "On its way.", "Thanks", "Welcome")


@pytest.mark.parametrize(
    ("arrived", "shorter"),
    [
        (conversation("Where is it?", "On its way."), True),
        (conversation("Where is it?", "On its w"), True),
        (conversation("Where is it?", "On its way.", "Thanks", "Wel"), True),
        (WHOLE, False),
        (replace(WHOLE, rating=5), False),
        (conversation("Where is it?", "On its way.", "Thanks", "Welcome", "Bye"), False),
        (conversation("Where is it?", "It is lost."), False),
        (replace(WHOLE, turns=(*WHOLE.turns[:1], *WHOLE.turns[2:])), False),
        (replace(WHOLE, turns=()), False),
    ],
)
def test_only_a_beginning_says_less(arrived: Transcript, shorter: bool) -> None:
    assert breaks_off_before(arrived, WHOLE) is shorter


@pytest.mark.parametrize(
    ("arrived", "stored", "shorter"),
    [
        (
            ["Your colleague Okwudili promised a refund."],
            ["Your colleague [name] promised a refund.", "He did."],
            True,
        ),
        (
            ["I wrote to [name] on Monday.", "You did."],
            ["I wrote to Okwudili on Monday.", "You did.", "Thanks"],
            True,
        ),
        (
            ["Ask [name] of order 1234."],
            ["Ask Okwudili of order [order].", "I will."],
            True,
        ),
        (
            ["Hi", "Write to Anna at anna.schmidt@e"],
            ["Hi", "Write to [name] at [email].", "Ok"],
            True,
        ),
        (
            ["Hi", "Write to Anna at anna.schmidt@e"],
            ["Hi", "Write to [name] at [email]. Bye"],
            True,
        ),
        (["问题", "您的同事小王答应退款"], ["问题", "您的同事[name]答应退款", "好"], True),
        (
            ["Dear [name], the fee is 5 euro. Yours, [name]"],
            ["Dear [name], the fee is 6 euro. Yours, [name]", "Thanks"],
            False,
        ),
        (["Your colleague Okwudili came."], ["Your colleague [name] came."], False),
        (["It is lost."], ["[name] is on the way.", "Thanks"], False),
    ],
)
def test_what_was_taken_out_of_one_copy_alone_makes_no_difference(
    arrived: list[str], stored: list[str], shorter: bool
) -> None:
    assert breaks_off_before(conversation(*arrived), conversation(*stored)) is shorter


@pytest.mark.parametrize(("lines", "last", "shorter"), [(100, "", True), (2_000, "?", False)])
def test_a_long_list_of_what_was_taken_out_is_compared(
    lines: int, last: str, shorter: bool
) -> None:
    stored = "the order [order] of [name] is packed\n" * lines
    arrived = conversation(stored.replace("[order]", "77") + last)
    assert breaks_off_before(arrived, conversation(f"{stored}!", "Thanks")) is shorter
