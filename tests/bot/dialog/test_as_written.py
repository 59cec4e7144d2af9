"""A word on texts in another language than the customer's: once, and only where it is so."""

from __future__ import annotations

import pytest

from bot.dialog import Decision, DialogState, decide
from bot.dialog.phrases import phrase
from tests.bot.situations import HOURS, ORDER, REFUND, RETURNS, composed, reading, turn

WORD = phrase("as_written", "fr")


def said(asked) -> str:
    decision = decide(asked)
    assert isinstance(decision, Decision)
    return decision.reply.text


@pytest.mark.parametrize("found", [[(HOURS, 0.95)], [(HOURS, 0.5), (REFUND, 0.5)], [(ORDER, 0.95)]])
def test_an_answer_options_and_a_question_in_another_language_are_announced(found):
    assert said(turn(reading("quand ?", *found, language="fr"))).startswith(WORD)


def test_it_is_said_once_in_a_conversation():
    first = decide(turn(reading("quand ?", (HOURS, 0.95), language="fr")))
    again = turn(reading("et ?", (REFUND, 0.95), language="fr"), state=first.state)
    assert WORD not in said(again)


def test_what_is_written_in_the_customers_language_needs_no_word():
    asked = turn(reading("wie?", (RETURNS, 0.95), language="de"))
    assert phrase("as_written", "de") not in said(asked)


@pytest.mark.parametrize(("quoted_in", "announced"), [("en", True), ("fr", False), (None, False)])
def test_articles_in_another_language_are_announced(quoted_in, announced):
    found = reading("quand ?", language="fr", quoted_in=quoted_in, **composed("We open at nine."))
    assert (WORD in said(turn(found))) == announced


def test_who_is_passed_on_needs_no_word():
    assert WORD not in said(turn(reading("hm", language="fr"), state=DialogState(clarified=True)))
