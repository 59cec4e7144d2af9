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


def moved(transcript: Transcript, seconds: int | None) -> Transcript:
    """``transcript`` at other moments, or at none that is known."""
    by = timedelta(seconds=seconds or 0)
    return replace(
        transcript,
        turns=tuple(
            replace(each, time=each.time + by if each.time and seconds else None)
            for each in transcript.turns
        ),
    )


LONG = "I have waited for two weeks now, and nobody told me where it is or when it will come."
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
        (conversation("Where is it?", "On its way.", "Thanks", "W"), True),
        (conversation("Where is it?", "On its way.", "Thanks", "No"), False),
        (conversation("Where is it?", "It is lost.", "Thanks", "Wel"), False),
        (conversation("Where is it?", "On its way.", "Thanks", "We come"), False),
        (moved(conversation("Where is it?", "On its way."), seconds=1), False),
        (replace(WHOLE, turns=(*WHOLE.turns[:1], *WHOLE.turns[2:])), False),
        (replace(WHOLE, turns=()), False),
    ],
)
def test_only_a_beginning_says_less(arrived: Transcript, shorter: bool) -> None:
    assert breaks_off_before(arrived, WHOLE) is shorter


@pytest.mark.parametrize(
    ("arrived", "stored"),
    [
        (
            ["Your colleague Okwudili promised a refund."],
            ["Your colleague [name] promised a refund.", "He did."],
        ),
        (
            ["I wrote to [name] on Monday.", "You did."],
            ["I wrote to Okwudili on Monday.", "You did.", "Thanks"],
        ),
        (["Hi", "Write to Anna at anna.schmidt@e"], ["Hi", "Write to [name] at [email].", "Ok"]),
        (
            ["Hi", f"{LONG} Write to Anna at anna.schmidt@e"],
            ["Hi", f"{LONG} Write to [name] at [email], who knows all about it."],
        ),
        (["问题", "您的同事小王答应退款"], ["问题", "您的同事[name]答应退款", "好"]),
    ],
)
def test_what_was_taken_out_of_one_copy_alone_makes_no_difference(
    arrived: list[str], stored: list[str]
) -> None:
    assert breaks_off_before(conversation(*arrived), conversation(*stored))


@pytest.mark.parametrize(
    ("texts", "shorter"),
    [
        (["Where is it?", "On its w"], True),
        (["Where is it?", "On its [name]."], True),
        (["Where is it?", "It is lost."], False),
    ],
)
def test_where_no_moment_is_known_the_text_tells(texts: list[str], shorter: bool) -> None:
    arrived = moved(conversation(*texts), seconds=None)
    assert breaks_off_before(arrived, moved(WHOLE, seconds=None)) is shorter
