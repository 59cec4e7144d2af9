"""A question that names one article's thing is not answered by what another says of its own."""

from __future__ import annotations

import pytest
from help_centre import encoded, passage, spell

from retrieval import MatchCalibration, PassageIndex, Retriever, TemplateMatcher

WARDS = (
    passage("alder", 0, "Alder Lodge", "Parking costs 4 euros a day. Dogs cost 8 euros a night."),
    passage("birch", 0, "Birch Lodge", "Parking costs 7 euros a day. There is a lift."),
    passage(
        "keys",
        0,
        "Arrival",
        "At Birch Lodge we put the key into the night box. This costs 15 euros. Ask by noon.",
    ),
)


def said(text: str) -> list[str]:
    index = PassageIndex().with_changes(encoded(*WARDS))
    retriever = Retriever(TemplateMatcher((), MatchCalibration.default()), index)
    composed = retriever.evidence(text, spell(text), {}, ()).composed
    return [each.text for each in composed.sentences] if composed else []


@pytest.mark.parametrize(
    ("text", "right", "wrong"),
    [
        ("How much does parking cost at Birch Lodge?", "7 euros", "4 euros"),
        ("How much does parking cost at Alder Lodge?", "4 euros", "7 euros"),
    ],
)
def test_the_named_thing_is_spoken_of_alone(text: str, right: str, wrong: str) -> None:
    answer = " ".join(said(text))
    assert right in answer
    assert wrong not in answer


def test_a_name_alone_does_not_say_what_a_price_is_of() -> None:
    assert not said("How much does a cat cost at Birch Lodge?")


def test_another_article_may_speak_of_what_is_named() -> None:
    answer = said("How much is the night box at Birch Lodge?")
    assert answer[:2] == [
        "At Birch Lodge we put the key into the night box.",
        "This costs 15 euros.",
    ]


def test_a_title_of_one_word_leaves_out_nothing() -> None:
    index = PassageIndex().with_changes(
        encoded(
            passage("delivery", 0, "Delivery", "We come on workdays."),
            passage("islands", 0, "Islands", "Delivery to islands takes 9 days."),
        )
    )
    retriever = Retriever(TemplateMatcher((), MatchCalibration.default()), index)
    text = "How many days does delivery to islands take?"
    passages = retriever.evidence(text, spell(text), {}, ()).passages
    assert passages[0].passage.article == "islands"
