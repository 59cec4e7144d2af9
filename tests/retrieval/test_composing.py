"""Composed answers: only what stands in a passage, lists whole, and none for what is off topic."""

from __future__ import annotations

import pytest
from help_centre import PASSAGES, encoded, passage, spell
from hypothesis import given
from hypothesis import strategies as st

from knowledge import split_sentences
from knowledge.passages import unit_spans
from retrieval import (
    Answerability,
    ComposedAnswer,
    MatchCalibration,
    PassageIndex,
    Retriever,
    TemplateMatcher,
    compose,
)
from retrieval.blocks import blocks_of, with_marker

STEPS = "You need this:\n\n1. Open.\n2. Press.\n3. Print.\n\nThen wait. It takes a day."
TABLE = "Prices are below.\n\n| size | price |\n|---|---|\n| small | 3 |\n| large | 5 |"


def composed(index: PassageIndex, text: str, *, readable: bool = True) -> ComposedAnswer | None:
    vector = spell(text) if readable else None
    hits = index.search(text, vector)
    return compose(text, vector, hits, index.rarities(text), 0.9)


@pytest.mark.parametrize(
    "text", ["How do I return a bike?", "express delivery", "refunds", "ERR-404", "退货"]
)
def test_every_sentence_stands_in_the_passage_it_names(index: PassageIndex, text: str) -> None:
    answer = composed(index, text)
    assert answer is not None
    texts = {item.id: item.text for item in PASSAGES}
    assert all(sentence.quote in texts[sentence.passage] for sentence in answer.sentences)
    assert all(sentence.text == sentence.quote for sentence in answer.sentences)


def test_a_sentence_names_its_article_and_leads_to_its_place(index: PassageIndex) -> None:
    answer = composed(index, "What does express delivery cost?")
    assert answer is not None
    assert answer.sentences[0].title == "Delivery"
    assert answer.sentences[0].url == "https://help.example/delivery#top"
    assert any("nine euros" in sentence.text for sentence in answer.sentences)


def test_steps_are_quoted_whole_in_order_and_with_the_line_above(index: PassageIndex) -> None:
    answer = composed(index, "press return and print the label")
    assert answer is not None
    texts = [sentence.text for sentence in answer.sentences if sentence.passage == "returns#0"]
    steps = ["To return it:", "1. Open your orders.", "2. Press Return.", "3. Print the label."]
    assert [text for text in texts if text in steps] == steps


def test_steps_answer_though_none_of_them_resembles_the_question() -> None:
    steps = "1. Open Menu.\n2. Tap Abroad.\n   - Have a BIC.\n3. Confirm."
    index = PassageIndex().with_changes(
        encoded(
            passage("money", 0, "Transfers", "A foreign transfer of money is a SWIFT transfer."),
            passage("money", 1, "How to make a foreign transfer", steps),
        )
    )
    answer = composed(index, "How do I make a foreign transfer?")
    assert answer is not None
    texts = [sentence.text for sentence in answer.sentences]
    assert [text for text in texts if text in steps] == steps.replace("   -", "-").split("\n")


def test_words_alone_compose_where_there_is_no_vector(index: PassageIndex) -> None:
    answer = composed(index, "退货", readable=False)
    assert answer is not None
    assert answer.sentences[0].article == "zh"


def test_nothing_is_composed_of_nothing() -> None:
    assert compose("a", spell("a"), (), {}, 0.9) is None


def test_the_same_sentence_in_two_articles_is_said_once() -> None:
    text = "Returns are free within thirty days."
    twins = [passage(name, 0, "Returns", text) for name in ("one", "two")]
    answer = composed(PassageIndex().with_changes(encoded(*twins)), "are returns free")
    assert answer is not None
    assert [sentence.text for sentence in answer.sentences] == [text]


def test_a_list_belongs_together_and_the_text_around_it_does_not() -> None:
    spans = list(unit_spans(STEPS))
    blocks = blocks_of(STEPS, spans)
    assert [list(block) for block in blocks] == [[0, 1, 2, 3]] * 4 + [[4], [4, 5]]


def test_the_rows_of_a_table_belong_together() -> None:
    spans = list(unit_spans(TABLE))
    blocks = blocks_of(TABLE, spans)
    rows = [list(block) for block in blocks[1:]]
    assert rows
    assert all(row == rows[0] for row in rows)
    assert len(rows[0]) == len(spans) - 1


def test_a_marker_before_a_sentence_is_quoted_with_it() -> None:
    text = "Do this:\n  2) Press it."
    start = text.index("Press")
    assert with_marker(text, (start, len(text))) == (text.index("2)"), len(text))
    assert with_marker(text, (0, 8)) == (0, 8)


@given(st.lists(st.sampled_from(["One two.", "Is it? ", "- item", "1. step", "\n", "| a | b |"])))
def test_sentences_stand_where_their_places_say(parts: list[str]) -> None:
    text = "\n".join(parts)
    found = [text[start:end].split() for start, end in unit_spans(text)]
    assert found == [sentence.split() for sentence in split_sentences(text)]
    assert all(found)


@pytest.mark.parametrize("text", ["xkcd qwfp zxcv jjjj", "zzzz", "", "?!"])
def test_nonsense_composes_nothing(index: PassageIndex, text: str) -> None:
    retriever = Retriever(TemplateMatcher((), MatchCalibration.default()), index)
    evidence = retriever.evidence(text, spell(text), {}, ())
    assert evidence.composed is None
    assert evidence.answerability < 0.3


def test_evidence_holds_what_was_found_and_how_likely_it_answers(index: PassageIndex) -> None:
    retriever = Retriever(TemplateMatcher((), MatchCalibration.default()), index)
    text = "The display shows ERR-404 when the sensor is unplugged"
    evidence = retriever.evidence(text, spell(text), {}, (), limit=2)
    assert evidence.passages[0].passage.article == "codes"
    assert len(evidence.passages) == 2
    assert evidence.composed is not None
    assert evidence.composed.answerability == evidence.answerability > 0.8


def test_without_an_index_there_is_no_answerability() -> None:
    retriever = Retriever(TemplateMatcher((), MatchCalibration.default()), None)
    evidence = retriever.evidence("hello", spell("hello"), {}, ())
    assert evidence.passages == ()
    assert evidence.answerability == 0.0


def test_answerability_survives_json() -> None:
    assert Answerability.from_json(Answerability.default().to_json()) == Answerability.default()


def test_the_fact_that_was_asked_for_comes_first() -> None:
    text = "A parcel needs a label. Bring the parcel to a shop. A parcel costs 4 euros to send."
    index = PassageIndex().with_changes(encoded(passage("parcels", 0, "Parcels", text)))
    asked = composed(index, "how much does it cost to send a parcel")
    told = composed(index, "send a parcel")
    assert asked is not None
    assert told is not None
    assert asked.sentences[0].text == "A parcel costs 4 euros to send."
    assert [each.text for each in told.sentences] == [
        each for each in split_sentences(text) if each in {one.text for one in told.sentences}
    ]


def test_what_points_back_stays_behind_what_it_points_to() -> None:
    text = "Bring the parcel to a shop. It costs 4 euros to send the parcel."
    index = PassageIndex().with_changes(encoded(passage("parcels", 0, "Parcels", text)))
    answer = composed(index, "how much does it cost to send the parcel")
    assert answer is not None
    places = [text.index(each.text) for each in answer.sentences]
    assert places == sorted(places)


def test_a_long_passage_is_found_by_one_of_its_sentences() -> None:
    other = "The bell rings. " * 30
    index = PassageIndex().with_changes(
        encoded(
            passage("long", 0, "Various", f"{other}The serial number is under the bottom bracket."),
            passage("near", 0, "Numbers", "Serial numbers and numbers of orders are numbers."),
        )
    )
    text = "where is the serial number under the bracket"
    assert index.search(text, spell(text))[0].passage.article == "long"


def test_the_head_of_a_table_is_quoted_with_its_rule() -> None:
    index = PassageIndex().with_changes(encoded(passage("prices", 0, "Prices", TABLE)))
    answer = composed(index, "what is the price of a small one")
    assert answer is not None
    texts = [each.text for each in answer.sentences]
    assert "| size | price |\n|---|---|" in texts
    assert all(each.quote in TABLE for each in answer.sentences)


STEPS_TO_FIT = "To fit the lamp:\n\n" + "\n".join(
    f"{number}. Turn screw {number} of the lamp by one turn." for number in range(1, 21)
)
PRICES = "| lamp | price |\n|---|---|\n" + "\n".join(
    f"| lamp number {number} | {number} euros |" for number in range(1, 21)
)


def composed_of(passage_text: str, text: str, room: int) -> ComposedAnswer:
    index = PassageIndex().with_changes(encoded(passage("a", 0, "Lamps", passage_text)))
    vector = spell(text)
    answer = compose(text, vector, index.search(text, vector), index.rarities(text), 0.9, room)
    assert answer is not None
    return answer


@pytest.mark.parametrize("room", [100, 300, 2_000])
def test_steps_are_quoted_from_the_first_one_and_what_is_left_out_is_counted(room: int) -> None:
    answer = composed_of(STEPS_TO_FIT, "turn screw 3 of the lamp", room)
    lines = STEPS_TO_FIT.replace("\n\n", "\n").split("\n")
    texts = [each.text for each in answer.sentences]
    assert texts == lines[: len(texts)]
    assert lines[3] in texts
    assert answer.left_out == len(lines) - len(texts)
    assert (room == 2_000) == (answer.left_out == 0)


def test_a_long_table_keeps_its_head_and_the_row_that_was_asked_for() -> None:
    answer = composed_of(PRICES, "lamp number 17", 100)
    texts = [each.text for each in answer.sentences]
    assert texts[0].startswith("| lamp | price |")
    assert "| lamp number 17 | 17 euros |" in texts
    assert answer.left_out == 21 - len(texts) > 0


def test_where_there_is_little_room_one_sentence_is_left() -> None:
    text = "A parcel goes to a shop. A parcel to a shop costs 4 euros. A parcel is at a shop."
    asked = "how does a parcel get to a shop"
    little, much = (composed_of(text, asked, room) for room in (40, 2_000))
    assert len(little.sentences) == 1 < len(much.sentences)
    assert {each.text for each in little.sentences} < {each.text for each in much.sentences}
    assert little.left_out == much.left_out == 0
