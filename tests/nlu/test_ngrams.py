"""An n-gram classifier in plain numbers, and its two files."""

from __future__ import annotations

import json
from pathlib import Path

import numpy as np
import pytest

from knowledge.records import IntentId
from nlu.calibration import Calibration, ScopeCalibration
from nlu.grams import GramVocabulary
from nlu.head import Linear
from nlu.ngrams import NGRAM_RECORD, GramNeighbours, NgramClassifier, NgramHead

TEXTS = ("我想退货", "退货要多久", "能不能退货", "我的订单呢", "订单到哪了", "订单多久到", "order")
LABELS = np.array([0, 0, 0, 1, 1, 1, 1])
NONE = np.empty(0, np.int64)
SCOPE = ScopeCalibration((0.0,) * 4, (1.0,) * 4, (1.0, 0.0, 0.0, 4.0), 0.0)


def classifier() -> NgramClassifier:
    """Made by hand: 退 speaks for a return, 订 against it."""
    vocabulary = GramVocabulary.of(TEXTS, 1000)
    weight = np.zeros((2, len(vocabulary)), np.float32)
    weight[:, vocabulary.grams.index("退")] = (8.0, -8.0)
    weight[:, vocabulary.grams.index("订")] = (-8.0, 8.0)
    neighbours = GramNeighbours([vocabulary.weigh(text) for text in TEXTS], LABELS)
    return NgramClassifier(
        (IntentId("return"), IntentId("status")),
        NgramHead(vocabulary, Linear(weight, np.zeros(2, np.float32)), neighbours),
        Calibration(scope=SCOPE, threshold=0.7),
    )


def test_classifier_says_the_likeliest_intent_and_all_that_it_knows() -> None:
    opinion = classifier().read("我要退")
    assert opinion.intents[0].intent == "return"
    assert opinion.intents[0].probability > 0.7
    assert opinion.known_intents == ("return", "status")
    assert opinion.threshold == 0.7


def test_what_shares_no_gram_is_in_no_scope() -> None:
    assert classifier().read("我的订单").in_scope > 0.5
    for text in ("鑫淼焱", "", " "):
        assert classifier().read(text).in_scope == 0.0


def test_what_is_near_is_the_nearest_text_of_each_intent() -> None:
    head = classifier().head
    dense = np.zeros((len(TEXTS) + 1, len(head.vocabulary)), np.float32)
    for row, text in enumerate((*TEXTS, "退货多久到")):
        vector = head.vocabulary.weigh(text)
        dense[row, vector.indices] = vector.values
    cosines = dense[:-1] @ dense[-1]
    found = head.nearest(head.vocabulary.weigh("退货多久到"))
    assert found == pytest.approx([cosines[:3].max(), cosines[3:].max()], abs=1e-6)


def test_nothing_is_near_without_training_texts() -> None:
    vector = classifier().head.vocabulary.weigh("退货")
    assert GramNeighbours([], NONE).nearest(vector, 2).tolist() == [0.0, 0.0]


def test_classifier_survives_its_files(tmp_path: Path) -> None:
    classifier().write(tmp_path)
    again = NgramClassifier.open(tmp_path)
    for text in ("我要退", "订单", "order", "鑫", ""):
        before, after = classifier().read(text), again.read(text)
        assert [each.intent for each in after.intents] == [each.intent for each in before.intents]
        assert after.in_scope == pytest.approx(before.in_scope, abs=1e-3)


def test_a_classifier_without_neighbours_survives_its_files(tmp_path: Path) -> None:
    made = classifier()
    head = NgramHead(made.head.vocabulary, made.head.linear, GramNeighbours([], NONE))
    NgramClassifier(made.intents, head, made.calibration).write(tmp_path)
    assert NgramClassifier.open(tmp_path).read("我要退").intents[0].intent == "return"


def test_files_that_do_not_belong_together_are_refused(tmp_path: Path) -> None:
    classifier().write(tmp_path)
    record = json.loads((tmp_path / NGRAM_RECORD).read_text())
    record["intents"].append("warranty")
    (tmp_path / NGRAM_RECORD).write_text(json.dumps(record))
    with pytest.raises(ValueError, match="names 3 intents"):
        NgramClassifier.open(tmp_path)
