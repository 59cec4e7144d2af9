"""Which messages of conversations are learned from without labels."""

from __future__ import annotations

import random

from hypothesis import given
from hypothesis import strategies as st

from knowledge.records import Speaker, Transcript, TranscriptId, Turn
from training import customer_messages


def conversation(*turns: Turn) -> Transcript:
    return Transcript(TranscriptId("t"), turns)


def asked(*texts: str) -> Transcript:
    return conversation(*(Turn(Speaker.CUSTOMER, text) for text in texts))


def test_only_what_customers_said_in_public_counts() -> None:
    said = conversation(
        Turn(Speaker.CUSTOMER, "where is my parcel"),
        Turn(Speaker.AGENT, "it is on its way"),
        Turn(Speaker.BOT, "i am a machine"),
        Turn(Speaker.SYSTEM, "agent joined the chat"),
        Turn(Speaker.CUSTOMER, "written by a colleague", private=True),
    )
    assert customer_messages([said]) == ["where is my parcel"]


def test_the_same_words_count_once_and_too_few_not_at_all() -> None:
    said = asked("where is  my\nparcel", "where is my parcel", "ok thanks", "???", "退款什么时候到")
    assert sorted(customer_messages([said])) == ["where is my parcel", "退款什么时候到"]


def test_a_very_long_message_is_cut() -> None:
    (kept,) = customer_messages([asked("word " * 10_000)])
    assert len(kept) <= 1000


@given(st.lists(st.integers(0, 40)), st.integers(1, 12), st.randoms(use_true_random=False))
def test_what_is_kept_depends_on_the_messages_alone(
    numbers: list[int], most: int, chance: random.Random
) -> None:
    texts = [f"where is parcel {number}" for number in numbers]
    kept = customer_messages([asked(*texts)], most)
    chance.shuffle(texts)
    assert customer_messages([asked(each) for each in texts], most) == kept
    assert len(kept) == len(set(kept)) == min(most, len(set(texts)))
