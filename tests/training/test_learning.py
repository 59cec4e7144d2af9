"""The whole of learning, from conversations to drafts."""

from __future__ import annotations

import gzip
import itertools
import json
from collections.abc import Iterator
from pathlib import Path

import pytest
from word_vectors import encode

from knowledge.records import (
    AnswerTemplate,
    IntentId,
    Speaker,
    TemplateId,
    Transcript,
    TranscriptId,
    Turn,
)
from training.learning import learn


def conversations(count: int = 12) -> Iterator[Transcript]:
    said = {
        "How do I return shoes that do not fit?": "Print the return label in your account.",
        "When does my refund reach my bank card?": "Refunds reach the bank within five days.",
        "My parcel is late, where is the courier?": "Late parcels usually come within a week.",
    }
    openings = ["Hello,", "Sorry,", "Question:", "Please tell me:", "Once more:", "Hm,"]
    for place, (question, answer) in enumerate(said.items()):
        for number in range(count):
            turns = (
                Turn(Speaker.CUSTOMER, f"{openings[number % 6]} {question} {'!' * number}"),
                Turn(Speaker.AGENT, answer),
            )
            yield Transcript(TranscriptId(f"{place}-{number}"), turns)


def test_conversations_become_pairs_intents_and_drafts() -> None:
    learned = learn(conversations(), encode)
    assert learned.conversations == len(learned.pairs) == 36
    assert {draft.template.texts["en"] for draft in learned.drafts} == {
        "Print the return label in your account.",
        "Refunds reach the bank within five days.",
        "Late parcels usually come within a week.",
    }
    assert learned.coverage > 0.8
    assert learned.languages == {"en": 1.0}


def test_pairs_carry_the_intent_they_were_given() -> None:
    learned = learn(conversations(), encode)
    known = {intent.id for intent in learned.intents}
    assert {pair.intent for pair in learned.pairs} - {None} == known


def test_learning_again_gives_the_same() -> None:
    once, again = learn(conversations(), encode), learn(conversations(), encode)
    assert once == again


def test_an_intent_with_an_approved_template_gets_no_draft() -> None:
    template = AnswerTemplate(
        id=TemplateId("tpl_return"),
        title="Return something",
        texts={"en": "Print the return label in your account."},
        intents=(IntentId("return_how_to"),),
        examples=("How do I return shoes?", "return shoes that do not fit", "shoes do not fit"),
    )
    learned = learn(conversations(), encode, existing=[template])
    assert "return_how_to" in {intent.id for intent in learned.intents}
    assert "return_how_to" not in {draft.intent for draft in learned.drafts}


def test_replies_given_again_and_again_score_higher() -> None:
    lonely = Transcript(
        TranscriptId("lonely"),
        (
            Turn(Speaker.CUSTOMER, "How do I return shoes that do not fit?"),
            Turn(Speaker.AGENT, "Bring shoes into any store nearby."),
        ),
    )
    learned = learn([*conversations(), lonely], encode)
    scores = {pair.transcript: pair.score for pair in learned.pairs}
    assert scores[TranscriptId("0-0")] > scores[TranscriptId("lonely")]


def test_no_conversations_teach_nothing() -> None:
    learned = learn([], encode)
    assert (learned.pairs, learned.intents, learned.drafts, learned.coverage) == ((), (), (), 0.0)


def test_progress_is_heard_in_order() -> None:
    heard: list[str] = []
    learn(conversations(), encode, progress=lambda stage, _share: heard.append(stage))
    assert list(dict.fromkeys(heard)) == ["pairs", "vectors", "intents", "drafts"]


@pytest.mark.data
def test_real_conversations_give_drafts_without_ways_of_not_answering(shared_data: Path) -> None:
    path = shared_data / "airline_support" / "transcripts.jsonl.gz"
    with gzip.open(path, "rt", encoding="utf-8") as file:
        rows = [json.loads(line) for line in itertools.islice(filter(str.strip, file), 1500)]
    transcripts = [
        Transcript(
            TranscriptId(row["id"]),
            tuple(Turn(Speaker(turn["speaker"]), turn["text"]) for turn in row["turns"]),
        )
        for row in rows
    ]
    learned = learn(transcripts, encode)
    texts = [text.lower() for draft in learned.drafts for text in draft.template.texts.values()]
    assert texts
    assert not any(" dm " in f" {text} " or "__" in text or " *" in text for text in texts)
