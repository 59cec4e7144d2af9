"""Doubtful labels, confusable intents and near-duplicates, told from what a probe says unseen."""

from __future__ import annotations

import itertools

import numpy as np
import pytest
from word_vectors import encode

from knowledge.records import IntentId
from training.label_review import review_labels
from training.labelled import LabelledText
from training.learning_curve import expected_gain
from training.next_examples import choose_next, most_telling
from training.out_of_fold import FOLDS, folds_of, out_of_fold

ENDINGS = ("quickly", "today", "again", "please", "now", "abroad", "at home", "somehow")
ASKED = {
    "delivery": ("where is the parcel", "parcel courier delivery late"),
    "refund": ("refund money back card", "money refund bank"),
    "cancel": ("cancel subscription account", "stop subscription cancel"),
}
EXAMPLES = [
    LabelledText(f"{start} {end}", IntentId(intent))
    for intent, starts in ASKED.items()
    for start, end in itertools.product(starts, ENDINGS)
]
ODD = LabelledText("parcel courier is late", IntentId("refund"))


def review(examples: list[LabelledText], **options: set[str]):
    return review_labels(examples, encode([each.text for each in examples]), **options)


def test_an_example_under_the_wrong_intent_is_the_first_suspect() -> None:
    first = review([*EXAMPLES, ODD]).suspects[0]
    assert (first.text, first.intent, first.proposed) == (ODD.text, "refund", "delivery")
    assert first.proposed_probability > first.probability


@pytest.mark.parametrize("why", ["settled", "unreadable"])
def test_what_was_decided_or_cannot_be_read_is_not_asked_about(why: str) -> None:
    found = review([*EXAMPLES, ODD], **{why: {ODD.text}})
    assert ODD.text not in {each.text for each in found.suspects}


def test_the_same_question_under_two_intents_is_a_conflict() -> None:
    twice = LabelledText(EXAMPLES[0].text + "!", IntentId("cancel"))
    found = review([*EXAMPLES, twice])
    (conflict,) = found.conflicts
    assert {conflict.intent, conflict.other_intent} == {"delivery", "cancel"}


def test_the_same_question_twice_under_one_intent_is_a_duplicate() -> None:
    found = review([*EXAMPLES, LabelledText(EXAMPLES[0].text + "?", EXAMPLES[0].intent)])
    assert [each.text for each in found.duplicates] == [EXAMPLES[0].text]
    assert found.conflicts == ()


def test_intents_that_say_the_same_are_mixed_up() -> None:
    again = [
        LabelledText(f"{each.text}!", IntentId("money"))
        for each in EXAMPLES
        if each.intent == "refund"
    ]
    worst = review([*EXAMPLES, *again]).confusable[0]
    assert {worst.one, worst.other} == {"money", "refund"}
    assert 0 < worst.share <= 1
    assert {each.intent for each in worst.examples} <= {"money", "refund"}


def test_copies_are_in_one_fold_and_every_class_in_all() -> None:
    vectors = encode([each.text for each in EXAMPLES] * 2)
    labels = np.repeat(np.arange(3), 16)
    folds = folds_of(vectors, np.tile(labels, 2), seed=3)
    assert (folds[:48] == folds[48:]).all()
    assert all(len(set(folds[:48][labels == number])) == FOLDS for number in range(3))


def test_a_class_with_one_example_has_no_say_and_no_suspect() -> None:
    alone = LabelledText("something else entirely", IntentId("alone"))
    found = review([*EXAMPLES, alone])
    assert alone.text not in {each.text for each in found.suspects}
    labels = np.array([0, 0, 1])
    assert not out_of_fold(encode(["a b", "c d", "e f"]), labels, 2)[2, 1]


def test_questions_unlike_all_that_is_labelled_come_first_and_differ() -> None:
    pool = ["warranty broken wheel", "wheel broken warranty bike", "gift voucher code", "parcel"]
    vectors = encode([each.text for each in EXAMPLES])
    found = choose_next(EXAMPLES, vectors, encode(pool), count=2)
    assert {each.row for each in found.chosen} in ({0, 2}, {1, 2})
    assert found.chosen[0].stands_for == 2
    assert len(found.chosen[0].guesses) == 3


def test_nothing_is_chosen_twice_or_for_nothing() -> None:
    texts = ["one thing", "one thing", "another matter"]
    rows, stands = most_telling(encode(["labelled"]), encode(texts), np.ones(3, np.float32), 3)
    assert len(rows) == 2
    assert sum(stands) == 3
    assert most_telling(encode(["a"]), encode(["a"])[:0], np.zeros(0, np.float32), 3) == ([], [])


def test_the_gain_of_more_examples_has_bounds_or_is_not_told() -> None:
    vectors = encode([each.text for each in EXAMPLES])
    labels = np.repeat(np.arange(3), 16)
    gain = expected_gain(vectors, labels, more=20)
    assert gain is not None
    assert gain.low <= gain.gain <= gain.high
    assert expected_gain(vectors[:30], labels[:30], more=20) is None
