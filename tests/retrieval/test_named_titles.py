"""A question that names one article's thing is not answered by what another says of its own."""

from __future__ import annotations

from dataclasses import replace

from help_centre import encoded, passage, spell

from knowledge import Passage
from retrieval import Evidence, MatchCalibration, PassageIndex, Retriever, TemplateMatcher
from retrieval.retriever import UNTOLD


def section(article: str, title: str, heading: str, text: str) -> Passage:
    return replace(passage(article, 0, title, text), headings=(heading,))


LODGES = (
    section("alder", "Alder Lodge", "Pets", "Each flat has a balcony. Cats cost 9 euros a night."),
    section("alder", "Alder Lodge", "Parking", "Do we have to pay for parking? It costs 4 euros."),
    section("birch", "Birch Lodge", "Parking", "Guests may park in the yard for 7 euros. Ask us."),
    passage(
        "keys",
        0,
        "Arrival",
        "At Birch Lodge we put the key into the night box. This costs 15 euros. Ask by noon.",
    ),
)


def evidence(text: str) -> Evidence:
    index = PassageIndex().with_changes(encoded(*LODGES))
    retriever = Retriever(TemplateMatcher((), MatchCalibration.default()), index)
    return retriever.evidence(text, spell(text), {}, ())


def said(text: str) -> list[str]:
    composed = evidence(text).composed
    return [each.text for each in composed.sentences] if composed else []


def test_the_named_thing_is_spoken_of_alone() -> None:
    answer = " ".join(said("Do we have to pay for parking at Birch Lodge?"))
    assert "7 euros" in answer
    assert "Do we have to pay" not in answer


def test_a_name_alone_does_not_say_what_a_price_is_of() -> None:
    assert evidence("How much is a cat at Birch Lodge?").answerability <= UNTOLD


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


def test_a_name_is_told_by_how_sentences_write_it() -> None:
    index = PassageIndex().with_changes(
        encoded(
            passage("alder", 0, "Alder Lodge", "There is parking in the street for 4 euros."),
            passage("birch", 0, "Birch Lodge", "You can park in the yard for 7 euros."),
            passage("keys", 0, "Arrival", "The keys of Birch Lodge are in a safe beside the door."),
        )
    )
    retriever = Retriever(
        TemplateMatcher((), MatchCalibration.default()), index, minimum_answerability=0.0
    )
    text = "is there parking in the street at birch lodge"
    composed = retriever.evidence(text, spell(text), {}, ()).composed
    assert composed is not None
    assert "alder" not in {each.article for each in composed.sentences}


def test_a_topic_of_two_words_leaves_out_nothing() -> None:
    index = PassageIndex().with_changes(
        encoded(
            section("hours", "Opening Hours", "Summer", "We open at 9 from Monday to Friday."),
            section("feasts", "Public holidays", "Christmas", "At Christmas we are closed."),
        )
    )
    retriever = Retriever(TemplateMatcher((), MatchCalibration.default()), index)
    text = "What are the opening hours at Christmas?"
    composed = replace(retriever, minimum_answerability=0.0).evidence(text, spell(text), {}, ())
    assert composed.composed is not None
    assert "At Christmas we are closed." in [each.text for each in composed.composed.sentences]
