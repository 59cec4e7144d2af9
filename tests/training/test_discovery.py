"""Intents from templates, tags and clusters; and how discovery is scored."""

from __future__ import annotations

import random
from pathlib import Path

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from sklearn.metrics import adjusted_rand_score, silhouette_score
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
from training.assignment import IntentSource
from training.clustering import OUTLIER, cluster, mutual_cosine
from training.discovery import Discovery, assign_intents
from training.errors import TrainingError
from training.evaluate_discovery import evaluate_discovery, score_clusters
from training.neighbourhoods import normalise
from training.pairs import AskedQuestion, read_questions
from training.seeds import topic_tags
from training.silhouettes import mean_silhouettes

TOPICS = {
    "refund": ("refund money back card", "The refund reaches the card within five days."),
    "parcel": ("parcel late delivery tracking", "The carrier delivers late parcels within a week."),
    "password": ("password reset login account", "Reset the password on the sign-in page."),
    "battery": ("battery charge range winter", "Charge the battery indoors in cold weather."),
}
FILLERS = ("today", "please", "again", "since", "hello", "really", "why", "still", "twice")


def asked(topic: str, number: int, tags: tuple[str, ...] = ()) -> AskedQuestion:
    words, answer = TOPICS[topic]
    chosen = random.Random(f"{topic}{number}")
    text = " ".join([*chosen.sample(words.split(), 3), *chosen.sample(FILLERS, 2)]) + "?"
    turns = (Turn(Speaker.CUSTOMER, text), Turn(Speaker.AGENT, answer))
    return read_questions(Transcript(TranscriptId(f"{topic}-{number}"), turns, tags=tags))[0]


def untagged(count: int = 15) -> list[AskedQuestion]:
    return [asked(topic, number) for topic in TOPICS for number in range(count)]


def discover(questions: list[AskedQuestion], **settings: object) -> Discovery:
    vectors = encode([question.text for question in questions])
    return assign_intents(questions, vectors, encode, **settings)  # type: ignore[arg-type]


def test_clusters_keep_topics_apart_and_are_named_by_their_words() -> None:
    questions = untagged()
    found = discover(questions)
    by_intent: dict[str | None, set[str]] = {}
    for question, intent in zip(questions, found.assigned, strict=True):
        by_intent.setdefault(intent, set()).add(question.transcript.split("-")[0])
    assert all(len(topics) == 1 for intent, topics in by_intent.items() if intent is not None)
    words = {word for topic, _ in TOPICS.values() for word in topic.split()}
    assert all(
        words & set(intent.name.lower().replace(",", "").split()) for intent in found.intents
    )


def test_the_order_of_conversations_changes_neither_ids_nor_members() -> None:
    questions = untagged()
    shuffled = random.Random(7).sample(questions, len(questions))
    one, other = discover(questions), discover(shuffled)
    members = [
        {q.transcript: i for q, i in zip(order, found.assigned, strict=True)}
        for order, found in ((questions, one), (shuffled, other))
    ]
    assert members[0] == members[1]


def test_examples_begin_with_a_typical_question_and_do_not_repeat() -> None:
    for intent in discover(untagged()).intents:
        assert len(set(intent.examples)) == len(intent.examples) <= 12
        assert intent.examples


def test_no_more_clustered_intents_than_wanted() -> None:
    assert len(discover(untagged(), max_intents=2).intents) == 2


def test_topic_tags_name_intents_and_status_tags_do_not() -> None:
    questions = [asked(t, n, (t, "vip") if n < 6 else ()) for t in TOPICS for n in range(15)]
    found = discover(questions)
    tagged = {intent.id for intent in found.intents if intent.source is IntentSource.TAG}
    assert tagged == set(TOPICS)


def test_a_tag_within_another_names_an_intent_that_stands_under_it() -> None:
    questions = [asked(t, n, (f"Shop / {t}",) if n < 6 else ()) for t in TOPICS for n in range(15)]
    tagged = [i for i in discover(questions).intents if i.source is IntentSource.TAG]
    assert {i.id for i in tagged} == {f"shop/{topic}" for topic in TOPICS}
    assert {i.topic for i in tagged} == {"shop"}
    assert {i.name for i in tagged} == {topic.capitalize() for topic in TOPICS}


def test_a_tag_whose_questions_have_nothing_in_common_is_no_topic() -> None:
    questions = untagged()
    tags = [("misc",) if number % 9 == 0 else () for number in range(len(questions))]
    vectors = encode([question.text for question in questions])
    assert topic_tags(tags, vectors) == {}


def test_conversations_join_the_intent_of_an_approved_template() -> None:
    template = AnswerTemplate(
        id=TemplateId("tpl"),
        title="When your refund arrives",
        texts={"en": "The refund reaches your card within five days."},
        intents=(IntentId("refund_when"),),
        examples=("refund money card", "money back refund", "card refund back please"),
    )
    questions = untagged()
    found = discover(questions, existing=[template])
    refund = {
        intent
        for question, intent in zip(questions, found.assigned, strict=True)
        if question.transcript.startswith("refund")
    }
    other = {
        intent
        for question, intent in zip(questions, found.assigned, strict=True)
        if not question.transcript.startswith("refund")
    }
    assert IntentId("refund_when") in refund
    assert IntentId("refund_when") not in other
    named = next(intent for intent in found.intents if intent.id == "refund_when")
    assert (named.name, named.source) == (template.title, IntentSource.EXISTING)


def test_nothing_to_learn_from_gives_no_intents() -> None:
    assert assign_intents([], np.zeros((0, 4), dtype=np.float32), encode).intents == ()


def test_equal_texts_come_together() -> None:
    vectors = np.repeat(encode([question.text for question in untagged(8)]), 3, axis=0)
    labels = cluster(vectors).labels
    assert all(len(set(labels[start : start + 3])) == 1 for start in range(0, len(labels), 3))


def test_the_number_is_found_and_neither_order_nor_a_tenth_more_changes_much() -> None:
    chance = np.random.default_rng(5)
    centres = chance.standard_normal((24, 48)).astype(np.float32)
    vectors = normalise(
        np.repeat(centres, 25, axis=0) + 0.7 * chance.standard_normal((600, 48)).astype(np.float32)
    )
    mixed = chance.permutation(600)
    every = cluster(vectors)
    assert abs(every.clusters - 24) <= 6
    assert adjusted_rand_score(every.labels[mixed], cluster(vectors[mixed]).labels) == 1.0
    assert (
        adjusted_rand_score(every.labels[mixed[:540]], cluster(vectors[mixed[:540]]).labels) > 0.8
    )


def test_four_clear_clusters_are_four() -> None:
    chance = np.random.default_rng(5)
    noise = 0.1 * chance.standard_normal((80, 12)).astype(np.float32)
    vectors = normalise(np.repeat(np.eye(4, 12, dtype=np.float32), 20, axis=0) + noise)
    assert cluster(vectors).labels.reshape(4, 20).std(axis=1).max() == 0.0
    assert cluster(vectors).clusters == 4


@given(st.integers(0, 2**32 - 1), st.integers(2, 9))
def test_silhouettes_of_nested_cuts_are_those_of_each_alone(seed: int, coarse: int) -> None:
    chance = np.random.default_rng(seed)
    vectors = normalise(chance.standard_normal((40, 5)).astype(np.float32))
    finest = np.concatenate([np.arange(12), chance.integers(0, 12, 28)])
    cut = finest % coarse
    expected = [silhouette_score(vectors, labels) for labels in (cut, finest)]
    assert mean_silhouettes(vectors, [cut, finest]) == pytest.approx(expected, abs=1e-4)


def test_mutual_cosine_does_not_rise_when_there_are_few() -> None:
    vectors = np.eye(3, dtype=np.float32)
    assert mutual_cosine(vectors) == pytest.approx(0.0, abs=1e-6)


def test_each_outlier_counts_as_a_cluster_of_its_own() -> None:
    report = score_clusters(["a", "a", "b", "b"], np.array([0, 0, OUTLIER, OUTLIER]))
    assert (report.clusters, report.outliers, report.accuracy) == (1, 2, 0.75)
    assert score_clusters(["a", "a", "b", "b"], np.array([1, 1, 0, 0])).nmi == pytest.approx(1.0)


def test_a_file_without_the_columns_is_refused_with_what_it_needs(tmp_path: Path) -> None:
    path = tmp_path / "texts.csv"
    path.write_text("text,label\nhello,x\n", encoding="utf-8")
    with pytest.raises(TrainingError, match="intent is missing"):
        evaluate_discovery(path, encode)


def test_discovery_is_scored_from_a_file(tmp_path: Path) -> None:
    path = tmp_path / "texts.csv"
    rows = [f'"{q.text}",{q.transcript.split("-")[0]}' for q in untagged()]
    path.write_text("text,intent\n" + "\n".join(rows) + "\n", encoding="utf-8")
    report = evaluate_discovery(path, encode)
    assert report.texts == len(rows)
    assert report.nmi > 0.7


def test_clusters_smaller_than_a_neighbourhood_are_told_apart() -> None:
    rng = np.random.default_rng(5)
    subjects = np.repeat(rng.normal(size=(12, 24)), 5, axis=0)
    centres = np.repeat(subjects + 0.8 * rng.normal(size=(60, 24)), 5, axis=0)
    noisy = (centres + 0.35 * rng.normal(size=centres.shape)).astype(np.float32)
    found = cluster(noisy / np.linalg.norm(noisy, axis=1, keepdims=True))
    report = score_clusters([str(number // 5) for number in range(300)], found.labels)
    assert report.accuracy > 0.9
