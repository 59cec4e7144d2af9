"""Patterns that try every start of a long run again and again hold everybody else up meanwhile."""

from __future__ import annotations

import time
from collections.abc import Callable

import pytest

from bot.answering.clauses import clauses_in, requests_in
from bot.answering.language import conversation_language
from bot.answering.pleasantries import without_pleasantries
from knowledge.passages import split_sentences
from retrieval import leaning
from retrieval.terms import terms_of

LENGTH = 8_000
SECONDS = 0.3
"""Of the processor: to read a text once takes a tenth of that at most."""
RUNS = [",", ", ", "，", "!", ". ", "\t", "\n", ".a", "[", "-", "é", " \n", "a_", "; ", "?", "1."]


def language_of(text: str) -> str:
    return conversation_language(text, "en", None, "en")


@pytest.mark.parametrize(
    "read",
    [
        without_pleasantries,
        language_of,
        requests_in,
        clauses_in,
        split_sentences,
        leaning,
        terms_of,
    ],
)
def test_a_long_run_of_anything_is_read_once(read: Callable[[str], object]) -> None:
    slow = []
    for run in RUNS:
        text = (run * LENGTH)[:LENGTH]
        began = time.process_time()
        read(text)
        read(f"why{text}why")
        if time.process_time() - began > SECONDS:
            slow.append(run)
    assert not slow
