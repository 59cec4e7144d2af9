"""Sentences end where readers of English, German and Chinese would say so."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from knowledge import split_sentences


@pytest.mark.parametrize(
    "sentences",
    [
        ("Shipping is free.", "Returns cost 3.5 pounds!", "Really?", "Yes."),
        ("Use a pump, e.g. the small one.", "See No. 5 on p. 12.", "No.", "We do not."),
        ("Dr. Smith met J. Doe at 5 p.m. on Monday.", "The shop closes at 6 p.m.", "Come early."),
        ("Visit shop.example.com for version 2.1.4.", "It is new."),
        ('He asked "Why?" and left.', "Wait... what happened?", "Nothing."),
        ("Wir liefern z. B. am 3. März.", "Das kostet 3,50 €.", "Ab dem 2. Tag usw."),
        ("Ggf. rufen wir an, d. h. unter Ihrer Tel. 030.", "Ihre Kundennr. steht oben."),
        ("Open one, two etc. and wait.", "We sell bolts, nuts etc.", "All are new."),
    ],
)
def test_sentences_are_told_apart(sentences: tuple[str, ...]) -> None:
    assert split_sentences(" ".join(sentences)) == sentences


def test_chinese_needs_no_spaces() -> None:
    assert split_sentences("您好。订单在哪里？“马上到！”谢谢") == (
        "您好。", "订单在哪里？", "“马上到！”", "谢谢",
    )  # fmt: skip


def test_list_items_and_table_rows_are_units() -> None:
    text = (
        "Do this:\n1. Open it. Wait.\n   - then close\n2. Done\n| a | b |\n|---|---|\n| 1 | 2 |\n"
    )
    assert split_sentences(text) == (
        "Do this:", "1. Open it. Wait.", "- then close", "2. Done", "| a | b |", "| 1 | 2 |",
    )  # fmt: skip


def test_a_wrapped_line_goes_on_and_a_new_paragraph_does_not() -> None:
    assert split_sentences("We ship on\nworking days.\n\nAnd not on others\nSundays included") == (
        "We ship on working days.", "And not on others", "Sundays included",
    )  # fmt: skip


@given(st.text(alphabet="aB1.!?。 \n#e…g\"'", max_size=60))
def test_nothing_but_whitespace_is_lost(text: str) -> None:
    assert "".join("".join(split_sentences(text)).split()) == "".join(text.split())


def test_a_text_of_nothing_but_full_stops_is_one_sentence_however_long() -> None:
    stops = "." * 300_000
    assert split_sentences(stops) == (stops,)
    assert split_sentences(f"So{stops} what") == (f"So{stops} what",)
