"""Discovered intents keep their ids and names when conversations are learned again."""

from __future__ import annotations

import random

from word_vectors import encode

from knowledge.records import IntentId, TranscriptId
from training.continuity import Earlier
from training.discovery import Discovery, assign_intents
from training.pairs import AskedQuestion

TOPICS = {
    "refund": "refund money back card bank paid",
    "parcel": "parcel late delivery tracking courier van",
    "password": "password reset login account email locked",
    "battery": "battery charge range winter cold charger",
}


def asked(topic: str, number: int) -> AskedQuestion:
    chosen = random.Random(f"{topic}{number}").sample(TOPICS[topic].split(), 4)
    text = f"{' '.join(chosen)} {number}"
    return AskedQuestion(TranscriptId(f"{topic}-{number}"), text, (), None, None, None)


def questions(first: int, last: int) -> list[AskedQuestion]:
    return [asked(topic, number) for topic in TOPICS for number in range(first, last)]


def discover(given: list[AskedQuestion], earlier: Earlier | None = None) -> Discovery:
    vectors = encode([question.text for question in given])
    return assign_intents(given, vectors, encode, earlier=earlier or Earlier())


def remembered(given: list[AskedQuestion], found: Discovery) -> Earlier:
    texts = [question.text for question in given]
    renamed = {intent.id: f"Named by a person: {intent.id}" for intent in found.intents}
    return Earlier(dict(zip(texts, found.assigned, strict=True)), renamed)


def test_questions_keep_their_intents_when_some_are_added() -> None:
    old = questions(0, 20)
    before = discover(old)
    after = discover(old + questions(20, 22), remembered(old, before))
    assert after.assigned[: len(old)] == before.assigned
    assert {intent.id for intent in before.intents} <= {intent.id for intent in after.intents}
    assert all(intent.name.startswith("Named by a person") for intent in after.intents)


def test_new_questions_join_the_intents_that_stand() -> None:
    old, new = questions(0, 20), questions(20, 23)
    before = discover(old)
    joined = discover(old + new, remembered(old, before)).assigned[len(old) :]
    of_topic = {
        question.transcript.split("-")[0]: intent
        for question, intent in zip(old, before.assigned, strict=True)
        if intent is not None
    }
    right = [
        intent == of_topic[question.transcript.split("-")[0]]
        for question, intent in zip(new, joined, strict=True)
    ]
    assert sum(right) >= 0.75 * len(new)


def test_conversations_that_outgrew_the_intents_are_clustered_anew_under_known_ids() -> None:
    old = questions(0, 12)
    before = discover(old)
    after = discover(old + questions(12, 60), remembered(old, before))
    kept = {intent.id for intent in before.intents} & {intent.id for intent in after.intents}
    assert kept


def test_an_earlier_intent_is_found_again_by_most_of_its_questions() -> None:
    one, other = IntentId("one"), IntentId("other")
    earlier = Earlier({"a": one, "b": one, "c": other, "d": None}, {one: "One", other: "Other"})
    assert earlier.same_as([["a", "b", "new"], ["c"], ["d"]]) == {0: one, 1: other}
    assert earlier.same_as([["a", "c", "d"]]) == {}


def test_intents_that_editors_named_are_none_of_the_discovered() -> None:
    earlier = Earlier({"a": IntentId("edited")}, {})
    assert not earlier.stands_for(["a"])
    assert earlier.groups(["a"]) == {}
