"""Shares with their intervals, and a judge that knows the same answer from another."""

from __future__ import annotations

from datetime import UTC, datetime

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.answering import Release
from bot.answering.agreement import Judge
from bot.answering.backtest import PastQuestion, Replayed, replay, summed_up, wilson
from bot.dialog import Kind, Policy

ANSWERS = {
    "return": "Send it back within thirty days. The label lies in the parcel.",
    "shipping": "Shipping takes two working days. It costs five euros.",
    "battery": "Charge the battery indoors. Never post a battery.",
}


def by_words(text: str) -> np.ndarray:
    """A vector of words: alike where words are shared."""
    vector = np.zeros(64, dtype=np.float32)
    for word in text.lower().replace(".", " ").split():
        vector[sum(map(ord, word)) % 64] += 1.0
    return vector / max(float(np.linalg.norm(vector)), 1e-9)


def outcome(kind: Kind, intent: str = "a", agrees: bool | None = None) -> Replayed:
    past = PastQuestion("t", "q", "said")
    likeness = None if agrees is None else (1.0 if agrees else 0.2)
    return Replayed(past, kind, "reply", None, intent, None, agrees, likeness)


def test_a_reply_that_says_the_same_agrees_and_another_does_not() -> None:
    judge = Judge(ANSWERS, by_words)
    said = "You can send it back within thirty days, the label is in the parcel."
    assert judge.agrees(said, "return", ANSWERS["return"])[0]
    assert not judge.agrees(said, "shipping", ANSWERS["shipping"])[0]


def test_what_was_made_from_articles_is_compared_with_all_answers() -> None:
    judge = Judge(ANSWERS, by_words)
    helmets = "Helmets come in three sizes."
    assert judge.agrees(helmets, None, helmets)[0]
    assert not judge.agrees("Shipping takes two working days.", None, helmets)[0]


@given(st.text(max_size=40))
def test_whatever_people_write_can_be_compared(said: str) -> None:
    agrees, likeness = Judge(ANSWERS, by_words).agrees(said, "return", ANSWERS["return"])
    assert isinstance(agrees, bool)
    assert np.isfinite(likeness)


@given(st.integers(0, 200), st.integers(1, 200))
def test_the_interval_holds_its_share(hits: int, more: int) -> None:
    share = wilson(hits, hits + more)
    assert share.value is not None
    assert share.low is not None
    assert share.high is not None
    assert 0 <= share.low <= share.value <= share.high <= 1


def test_of_nothing_there_is_no_share() -> None:
    assert wilson(0, 0).value is None


def test_more_cases_make_a_narrower_interval() -> None:
    few, many = wilson(8, 10), wilson(800, 1_000)
    assert many.high - many.low < few.high - few.low


def test_single_questions_are_summed_up() -> None:
    found = summed_up(
        [
            outcome(Kind.ANSWER, agrees=True),
            outcome(Kind.COMPOSE, agrees=False),
            outcome(Kind.CLARIFY, "b"),
            outcome(Kind.HANDOFF, "b"),
        ],
        {"a": "Parcels"},
    )
    assert {each.intent: each.name for each in found.by_intent} == {"a": "Parcels", "b": "b"}
    assert (found.answered, found.asked_back, found.handed_off) == (0.5, 0.25, 0.25)
    assert (found.agreement.value, found.agreement.of) == (0.5, 2)
    assert [each.agrees for each in found.worst] == [False]
    assert {each.intent: each.answered for each in found.by_intent} == {"a": 1.0, "b": 0.0}


def test_without_a_model_there_is_nothing_to_replay() -> None:
    with pytest.raises(ValueError, match="without a model"):
        replay(Release(None, Policy(), {}, "A shop", "en"), (), datetime.now(UTC))
