"""Quoted sentences as one text."""

from __future__ import annotations

import pytest

from bot.dialog import is_running_text, joined
from bot.dialog.quoting import as_text
from knowledge import ArticleId, PassageId
from retrieval import ComposedAnswer, SourcedSentence

HEAD, RULE, ROW = "| size | price |", "|---|---|", "| small | 3 |"


@pytest.mark.parametrize(
    ("sentences", "text"),
    [
        (("One.", "Two."), "One. Two."),
        (("Do this:", "1. Open.", "2. Close."), "Do this:\n\n1. Open.\n2. Close."),
        ((HEAD, ROW), f"{HEAD}\n{RULE}\n{ROW}"),
        ((f"{HEAD}\n{RULE}", ROW), f"{HEAD}\n{RULE}\n{ROW}"),
        (
            ("Prices:", f"{HEAD}\n{RULE}", ROW, "That is all."),
            f"Prices:\n\n{HEAD}\n{RULE}\n{ROW}\n\nThat is all.",
        ),
    ],
)
def test_lines_stand_alone_and_a_table_has_one_rule(sentences: tuple[str, ...], text: str) -> None:
    assert joined(sentences) == text


def test_only_sentences_run_on() -> None:
    assert is_running_text(["One.", "Two."])
    assert not is_running_text(["Do this:", "1. Open."])
    assert not is_running_text([HEAD, ROW])


def test_a_list_stands_under_the_heading_that_says_what_it_lists() -> None:
    lines = [("- bamboo", "Forbidden"), ("- walnut", None)]
    sentences = tuple(
        SourcedSentence(text, PassageId("a#1"), ArticleId("a"), "Garden", None, text, under)
        for text, under in lines
    )
    assert as_text(ComposedAnswer(sentences, 0.9)) == "Forbidden\n\n- bamboo\n- walnut"
