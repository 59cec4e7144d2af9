"""How much of what a message says a template's examples hold."""

from __future__ import annotations

import pytest

from retrieval.word_cover import WordCover, words_of


def test_what_only_asks_is_no_word() -> None:
    assert words_of("where can I download it") == ("download",)
    assert words_of("请问发票在哪里下载？") == ("发票", "下载")


def test_mixed_writing_is_read_in_both_ways() -> None:
    assert {"lb500", "充电"} <= set(words_of("LB-500 充电"))


def test_rare_words_count_more_than_common_ones() -> None:
    cover = WordCover([["the red order", "my order"], ["an order", "the order", "blue"]])
    red, other = cover("red order")
    assert red == pytest.approx(1.0)
    assert 0.0 < other < 0.5


def test_what_no_template_says_is_covered_by_none() -> None:
    cover = WordCover([["return a bike"], ["where is my order"]])
    first, second = cover("kayak bike")
    assert 0.0 < first < 0.5
    assert second == 0.0


@pytest.mark.parametrize("text", ["", "where is it", "？"])
def test_a_text_that_says_nothing_is_covered_by_none(text: str) -> None:
    assert WordCover([["where is it"]])(text).tolist() == [0.0]


def test_without_templates_there_is_nothing_to_cover() -> None:
    assert WordCover([])("order").shape == (0,)
