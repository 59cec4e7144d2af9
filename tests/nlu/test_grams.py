"""Weighing texts by their character n-grams."""

from __future__ import annotations

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from nlu.grams import LONGEST_TEXT, GramVocabulary

TEXTS = ("我想退货", "退货要多久", "where is my order")
VOCABULARY = GramVocabulary.of(TEXTS, 1000)


def length(text: str) -> float:
    return float(np.linalg.norm(VOCABULARY.weigh(text).values))


@given(st.text())
def test_any_text_has_a_vector_no_longer_than_one(text: str) -> None:
    vector = VOCABULARY.weigh(text)
    assert len(vector.indices) == len(set(vector.indices.tolist())) == len(vector.values)
    assert np.linalg.norm(vector.values) <= 1.0 + 1e-5


@pytest.mark.parametrize("text", TEXTS)
def test_known_texts_have_length_one(text: str) -> None:
    assert length(text) == pytest.approx(1.0, abs=1e-5)


def test_unknown_characters_make_a_text_less_like_the_known_ones() -> None:
    assert 0.0 < length("我想退货鑫淼焱") < length("我想退货") - 0.1
    assert length("鑫淼焱垚") == 0.0


def test_chinese_is_read_in_pairs_and_letters_in_fours() -> None:
    grams = set(VOCABULARY.grams)
    assert {"退", "退货", "orde"} <= grams
    assert not {"想退货", "order"} & grams


def test_case_width_and_spaces_make_no_difference() -> None:
    plain, written = (VOCABULARY.weigh(text) for text in ("my order", "  Ｍｙ\n ORDER "))
    np.testing.assert_array_equal(plain.indices, written.indices)
    np.testing.assert_array_equal(plain.values, written.values)


def test_rare_grams_weigh_more_and_are_the_first_to_go() -> None:
    weights = dict(zip(VOCABULARY.grams, VOCABULARY.rarity.tolist(), strict=True))
    assert weights["久"] > weights["退"]
    assert "久" not in GramVocabulary.of(TEXTS, 5).grams


def test_endless_texts_are_cut() -> None:
    assert length("我想退货" * LONGEST_TEXT) == length(("我想退货" * LONGEST_TEXT)[:LONGEST_TEXT])


def test_weights_that_do_not_fit_the_grams_are_refused() -> None:
    with pytest.raises(ValueError, match="2 n-grams need as many weights, not 1"):
        GramVocabulary(("a", "b"), np.ones(1, np.float32), 1.0)
