"""What a sentence tells in full is sure, and what it leaves unnamed is not."""

from __future__ import annotations

import pytest
from help_centre import encoded, passage

from retrieval import PassageIndex
from retrieval.facts import without_asking
from retrieval.told_in_full import told_in_full

ERRORS = (
    "| Code | Meaning |\n|---|---|\n| F-207 | The filter is full |\n| F-311 | The lid is open |"
)
MONEY = "The first payout takes 7 days. Later payouts come at once. Write to support first."


def told(text: str) -> bool:
    index = PassageIndex().with_changes(
        encoded(
            passage("errors", 0, "Error codes", ERRORS),
            passage("money", 0, "Getting paid", MONEY),
            passage("parts", 0, "Spare parts", "Part numbers:\n\n- Q-55\n- Q-56"),
        )
    )
    return told_in_full(text, index.search(text, None), index.rarities(text))


@pytest.mark.parametrize(
    "text", ["F-207", "what does F-311 mean", "How long does the first payout take?"]
)
def test_what_is_named_in_full_is_told(text: str) -> None:
    assert told(text)


@pytest.mark.parametrize(
    "text",
    [
        "F-999",
        "does the guarantee cover F-207",
        "Q-55",
        "How long does the second payout to Peru take?",
        "How often does the first payout take?",
        "Who takes the first payout?",
        "how long is a payout",
    ],
)
def test_what_is_left_unnamed_or_not_given_is_not(text: str) -> None:
    assert not told(text)


def test_words_that_only_ask_are_left_out() -> None:
    assert without_asking("How long does it take?").split() == ["does", "it", "take?"]
    assert without_asking("when does it come?") == "when does it come?"
