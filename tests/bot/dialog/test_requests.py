"""Several requests in one message: what is known is said, and the rest is named."""

from __future__ import annotations

from dataclasses import replace

import pytest
from situations import (
    HOURS,
    ORDER,
    REFUND,
    RETURNS,
    TEMPLATES,
    asking,
    composed,
    reading,
    turn,
)

from bot.dialog import Decision, DialogState, Kind, Reading, Turn, decide

RETURN = reading("return?", (RETURNS, 0.95))
MONEY = reading("money?", (REFUND, 0.9))
OPEN = reading("open?", (HOURS, 0.85))
COFFEE = reading("Do you sell coffee?")


def decided(asked: Turn) -> Decision:
    outcome = decide(asked)
    assert isinstance(outcome, Decision)
    return outcome


def all_of(*parts: Reading, whole: Reading | None = None, **more) -> Decision:
    return decided(turn(whole or reading("all"), parts=asking(*parts), **more))


def test_three_requests_are_answered_in_one_reply():
    decision = all_of(RETURN, MONEY, OPEN)
    assert decision.reply.text == (
        "Send it back within 30 days.\n\nIt takes five days.\n\nWe open at nine."
    )
    reasons = decision.reply.reasons
    assert (reasons.template, reasons.also) == (RETURNS.id, (REFUND.id, HOURS.id))
    assert reasons.because[0].startswith("It asks 3 things:")


def test_what_nobody_can_answer_is_named_and_goes_to_a_person():
    decision = all_of(RETURN, COFFEE)
    assert decision.reply.kind is Kind.ANSWER
    assert decision.reply.text.startswith("Send it back within 30 days.\n\n“Do you sell coffee?”: ")
    assert decision.hand_off == "Nothing sure enough was found for “Do you sell coffee?”."


def test_what_is_nearly_known_is_asked_about_beside_the_answer():
    decision = all_of(RETURN, reading("money perhaps?", (REFUND, 0.5)))
    assert "“money perhaps?”: I want to be sure" in decision.reply.text
    assert decision.reply.buttons[0].action.template == REFUND.id
    assert decision.state.clarified
    assert decision.hand_off is None


def test_where_it_was_asked_back_already_a_person_comes():
    near = reading("money perhaps?", (REFUND, 0.5))
    assert all_of(RETURN, near, state=DialogState(clarified=True)).hand_off


def test_several_unknown_requests_are_all_named():
    decision = all_of(RETURN, COFFEE, reading("Do you sell tea?", (HOURS, 0.4)))
    assert "“Do you sell coffee?” “Do you sell tea?”: " in decision.reply.text


def test_passages_answer_a_part_too():
    part = reading("how heavy?", **composed("It weighs 3 kg."))
    decision = all_of(RETURN, part)
    assert decision.reply.text == "Send it back within 30 days.\n\nIt weighs 3 kg."
    assert [each.title for each in decision.reply.sources] == ["Article"]
    assert decision.hand_off is None


def test_passages_alone_answer_one_part_and_the_other_is_named():
    decision = all_of(reading("how heavy?", **composed("It weighs 3 kg.")), COFFEE)
    assert decision.reply.kind is Kind.COMPOSE
    assert decision.hand_off


def test_a_part_that_an_answer_is_about_is_not_named():
    decision = all_of(RETURN, reading("is it hard?", (RETURNS, 0.3)))
    assert decision.reply.kind is Kind.CLARIFY
    whole = reading("all", (RETURNS, 0.9))
    again = all_of(RETURN, reading("is it hard?", (RETURNS, 0.3)), whole=whole)
    assert again.reply.text == "Send it back within 30 days."


def test_what_must_wait_for_details_is_named_and_nothing_is_dropped():
    other = replace(ORDER, id="other", title="Other")
    templates = {**TEMPLATES, other.id: other}
    parts = (reading("order?", (ORDER, 0.95)), reading("other?", (other, 0.9)), COFFEE)
    decision = all_of(*parts, templates=templates)
    assert decision.reply.kind is Kind.ASK
    assert "You also asked about “Other”." in decision.reply.text
    assert "You also asked about “Do you sell coffee?”." in decision.reply.text
    assert decision.state.form
    assert decision.hand_off is None


def test_passages_stand_before_the_question_for_details():
    parts = (reading("order?", (ORDER, 0.95)), reading("heavy?", **composed("3 kg.")))
    decision = all_of(*parts)
    assert decision.reply.text.startswith("3 kg.\n\n")
    assert decision.state.form


def test_more_answers_than_fit_are_named():
    fourth = replace(HOURS, id="fourth", title="Fourth")
    parts = (RETURN, MONEY, OPEN, reading("fourth?", (fourth, 0.9)))
    decision = all_of(*parts, templates={**TEMPLATES, fourth.id: fourth})
    assert "You also asked about “Fourth”." in decision.reply.text


@pytest.mark.parametrize(
    ("whole", "said"),
    [
        (reading("all", (RETURNS, 0.4)), Kind.CLARIFY),
        (reading("all", (RETURNS, 0.4), (HOURS, 0.2)), Kind.CLARIFY),
    ],
)
def test_a_statement_alone_answers_nothing(whole, said):
    statement = reading("I am 1.86", (HOURS, 0.9))
    unknown = replace(COFFEE, asks=True, stands_alone=True)
    decision = decided(turn(whole, parts=(statement, unknown)))
    assert decision.reply.kind is said


def test_a_statement_that_the_whole_is_about_counts_beside_a_request():
    whole = reading("all", (RETURNS, 0.5), (HOURS, 0.2))
    decision = decided(turn(whole, parts=(reading("open late", (HOURS, 0.9)), *asking(RETURN))))
    assert {decision.reply.reasons.template, *decision.reply.reasons.also} == {
        HOURS.id,
        RETURNS.id,
    }


def test_what_the_whole_is_sure_of_wins_over_parts_that_miss_it():
    whole = reading("all", (REFUND, 0.9))
    assert all_of(RETURN, OPEN, whole=whole).reply.reasons.template == REFUND.id
