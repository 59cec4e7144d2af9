"""Learning from examples: what is repeated is known, what is strange is nothing."""

from __future__ import annotations

import numpy as np
import pytest

from nlu.examples import ExampleRegression, one_hot, places_of
from nlu.wording import Wording

GROUPS = (("refund me", "give me money"), ("hello there", "good morning"))


def blind(texts: object) -> np.ndarray:
    return np.zeros((len(list(texts)), 2), dtype=np.float32)  # type: ignore[call-overload]


def test_the_groups_stand_in_order_before_the_others() -> None:
    texts, targets = one_hot(GROUPS, ["where is it"])
    assert texts[places_of(GROUPS)[1]] == ["hello there", "good morning"]
    assert targets.tolist() == [[1, 0], [1, 0], [0, 1], [0, 1], [0, 0]]


def test_a_text_is_like_the_group_whose_words_it_uses() -> None:
    regression = ExampleRegression(*one_hot(GROUPS, ["where is it"]), blind)
    predicted = regression.predict("please refund me", None)
    assert predicted.targets.argmax() == 0
    assert predicted.nearest(slice(0, 2))[0] == 0


def test_a_text_like_none_of_the_examples_gets_nothing() -> None:
    regression = ExampleRegression(*one_hot(GROUPS, []), blind)
    assert regression.predict("xyzzy", None).targets.tolist() == [0, 0]


def test_chinese_is_read_by_its_characters_even_where_a_vector_was_made() -> None:
    regression = ExampleRegression(*one_hot(GROUPS, []), blind)
    assert not regression.predict("退款", np.ones(2, dtype=np.float32)).read
    assert regression.predict("refund", np.ones(2, dtype=np.float32)).read


def test_unknown_words_make_a_text_less_like_its_examples() -> None:
    wording = Wording(["refund me now", "hello"])
    known, half = (wording.likeness(text)[0] for text in ("refund me now", "refund me xyzzy"))
    assert known == pytest.approx(1.0)
    assert 0.0 < half < known
    assert not wording.likeness("").any()
