"""Where a composed answer stands: each place once, and two places of one article told apart."""

from __future__ import annotations

from dataclasses import replace

from bot.dialog.replies import composing
from knowledge import ArticleId, PassageId
from retrieval import ComposedAnswer, PassageHit, SourcedSentence
from tests.bot.situations import hit, reading, turn


def place(title: str, heading: str) -> PassageHit:
    found = hit(title)
    return replace(
        found, passage=replace(found.passage, anchor=heading.lower(), headings=(heading,))
    )


def said(title: str, anchor: str, text: str) -> SourcedSentence:
    url = f"https://a/{title}#{anchor}"
    return SourcedSentence(text, PassageId("a#0"), ArticleId(title), title, url, text)


def titles(*sentences: SourcedSentence) -> list[str]:
    found = (place("Shipping", "Costs"), place("Shipping", "Times"), place("Returns", "Costs"))
    answer = ComposedAnswer(sentences, 0.9)
    meant = reading("q", composed=answer, answerability=0.9, passages=found)
    return [each.title for each in composing(turn(meant)).sources]


COSTS = said("Shipping", "costs", "It costs 5 euros.")
TIMES = said("Shipping", "times", "It takes 2 days.")


def test_two_places_of_one_article_are_told_apart_by_their_headings() -> None:
    assert titles(COSTS, TIMES) == ["Shipping: Costs", "Shipping: Times"]


def test_one_place_is_named_once_and_by_its_article() -> None:
    assert titles(COSTS, said("Shipping", "costs", "Or 9.")) == ["Shipping"]
    assert titles(COSTS, said("Returns", "costs", "They cost 3.")) == ["Shipping", "Returns"]


def test_a_place_without_a_known_heading_keeps_its_title() -> None:
    assert titles(COSTS, said("Shipping", "top", "Hello.")) == ["Shipping: Costs", "Shipping"]
