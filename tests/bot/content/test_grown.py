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
