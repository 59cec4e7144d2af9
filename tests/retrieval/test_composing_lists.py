"""Composed answers that are lists: whole, and told with what they are read under."""

from __future__ import annotations

from dataclasses import replace

import pytest
from help_centre import encoded, passage, spell

from retrieval import ComposedAnswer, PassageIndex, compose

ABOUT = "The travel clinic gives vaccinations. It is open on Tuesday."
FORBIDDEN = "Herbs may be grown. These plants are not allowed.\n\n- bamboo\n- walnut\n- knotweed"
ITEMS = ["- a towel", "- an apron", "- a box"]


def composed(text: str, *passages: tuple[str, str]) -> ComposedAnswer:
    """What is composed for ``text`` of one article's ``passages``, each a heading and its text."""
    parts = [
        replace(passage("a", number, "Travel clinic", said), headings=(heading,) if heading else ())
        for number, (heading, said) in enumerate(passages)
    ]
    index = PassageIndex().with_changes(encoded(*parts))
    vector = spell(text)
    answer = compose(text, vector, index.search(text, vector), index.rarities(text), 0.9)
    assert answer is not None
    return answer


def texts(answer: ComposedAnswer) -> list[str]:
    return [sentence.text for sentence in answer.sentences]


@pytest.mark.parametrize(
    "above", ["Please have these with you:", "Please have these", "Clay dries."]
)
def test_a_list_answers_what_its_heading_asks(above: str) -> None:
    listed = "\n".join([above, "", *ITEMS])
    answer = composed(
        "What should I bring along to the travel clinic?",
        ("", ABOUT),
        ("What to bring along", listed),
    )
    told = texts(answer)
    assert told[told.index(above) :][:4] == [above, *ITEMS]


def test_an_item_takes_along_what_may_turn_its_meaning() -> None:
    answer = composed("can I grow bamboo?", ("Plants", FORBIDDEN))
    told = texts(answer)
    assert told.index("These plants are not allowed.") + 1 == told.index("- bamboo")


def test_a_sentence_takes_the_list_under_it_where_no_fact_is_asked_for() -> None:
    assert "- walnut" in texts(composed("which plants are not allowed?", ("Plants", FORBIDDEN)))


def test_a_fact_is_told_without_the_list_under_it() -> None:
    stay = "Stay here for 15 minutes.\n\n- A sore arm is common.\n- Call us if your face swells."
    assert texts(composed("how long do I stay here?", ("After it", stay))) == [
        "Stay here for 15 minutes."
    ]


def test_a_list_under_a_heading_alone_names_it() -> None:
    answer = composed("may I fly over the playground?", ("Where you may not fly", "- playground"))
    assert [each.under for each in answer.sentences] == ["Where you may not fly"]


def test_what_stands_under_a_sentence_names_no_heading() -> None:
    answer = composed("can I grow bamboo?", ("Plants", FORBIDDEN))
    assert {each.under for each in answer.sentences} == {None}


def test_a_row_of_a_table_stands_for_its_table() -> None:
    table = "| Cancelled | You pay |\n|---|---|\n| a day before | half |\n| an hour before | all |"
    answer = composed("what if I cancel an hour before?", ("", ABOUT), ("When you cancel", table))
    assert "| an hour before | all |" in texts(answer)
    assert answer.sentences[0].under == "When you cancel"


PLOTS = "| Plot | Yearly rent |\n|---|---|\n| Small | 95 € |\n| Medium | 160 € |\n| Large | 240 € |"


@pytest.mark.parametrize("plot", ["Small", "Medium", "Large"])
def test_the_row_that_holds_the_fact_stands_right_under_the_head(plot: str) -> None:
    answer = composed(f"how much is a {plot.lower()} plot", ("Rent", PLOTS))
    head, first, *others = texts(answer)
    assert head.startswith("| Plot | Yearly rent |\n")
    assert first.startswith(f"| {plot} |")
    rows = PLOTS.split("\n")[2:]
    assert [row for row in rows if row != first] == others


def test_a_table_keeps_its_order_where_no_fact_is_asked_for() -> None:
    answer = composed("tell me about the medium plot", ("Rent", PLOTS))
    assert texts(answer)[1:] == PLOTS.split("\n")[2:]


def test_a_list_under_a_table_takes_no_row_along() -> None:
    text = f"{PLOTS}\n\n- wear gloves\n- unplug the cord of the lamp switch"
    answer = composed("how do I reset the lamp switch", ("Lamps", text))
    assert not any(text.startswith("|") for text in texts(answer))
