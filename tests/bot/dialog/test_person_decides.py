"""What only a person may grant or admit is never answered by the bot's own sentences."""

from __future__ import annotations

import pytest
from situations import ORDER, REFUND, RETURNS, composed, reading, turn

from bot.dialog import (
    ButtonAction,
    CustomerMessage,
    Decision,
    DialogState,
    Kind,
    OpenForm,
    Priority,
    Turn,
    decide,
)
from nlu import Act, Concern, Matter

MONEY = Concern(Matter.MONEY, "refund me now")
INJURY = Concern(Matter.INJURY, "I got hurt")


def decided(asked: Turn) -> Decision:
    outcome = decide(asked)
    assert isinstance(outcome, Decision)
    return outcome


def test_a_demand_is_not_answered_from_articles():
    decision = decided(turn(reading("refund me", matter=MONEY, **composed("No refunds."))))
    assert decision.reply.kind is Kind.HANDOFF
    assert decision.reply.reasons.rule == "matter: money"
    assert "refund me now" in (decision.hand_off or "")
    assert decision.route.priority is Priority.NORMAL


def test_a_demand_is_not_asked_back_about():
    assert decided(turn(reading("refund me", (REFUND, 0.5), matter=MONEY))).hand_off


def test_an_answer_that_was_approved_for_such_demands_is_said():
    settles = {REFUND.id: frozenset({Matter.MONEY})}
    decision = decided(turn(reading("refund me", (REFUND, 0.9), matter=MONEY), settles=settles))
    assert decision.reply.reasons.template == REFUND.id


@pytest.mark.parametrize("settles", [{}, {REFUND.id: frozenset({Matter.BLAME})}])
def test_an_answer_to_mere_questions_settles_no_demand(settles):
    decision = decided(turn(reading("refund me", (REFUND, 0.99), matter=MONEY), settles=settles))
    assert decision.reply.reasons.rule == "matter: money"


@pytest.mark.parametrize(
    ("act", "start"),
    [
        (Act.IDENTITY, "I'm an automated assistant"),
        (Act.THANKS, "You're welcome. A person"),
        (Act.CANCEL, "All right. Your messages"),
        (None, "Thanks, I've added that"),
    ],
)
def test_who_waits_is_answered_in_kind(act, start):
    assert decided(turn(reading("x", act=act), waiting=True)).reply.text.startswith(start)


@pytest.mark.parametrize(("probability", "person"), [(0.99, False), (0.5, True)])
def test_a_buttons_own_words_demand_nothing_where_they_have_an_approved_answer(probability, person):
    concern = Concern(Matter.LEGAL, "I have filed charges")
    pressed = (CustomerMessage(1, "Which charges?", ButtonAction(text="Which charges?")),)
    meant = reading("Which charges?", (REFUND, probability), matter=concern)
    assert bool(decided(turn(meant, messages=pressed)).hand_off) is person


@pytest.mark.parametrize("matter", [Matter.LEGAL, Matter.INJURY])
def test_threats_and_injuries_go_to_a_person_whatever_is_sure(matter):
    concern = Concern(matter, "example")
    decision = decided(turn(reading("x", (REFUND, 0.99), matter=concern)))
    assert decision.reply.kind is Kind.HANDOFF
    assert decision.route.priority is Priority.URGENT


def test_a_demand_beside_a_question_that_is_sure_still_goes_to_a_person():
    parts = (reading("return?", (RETURNS, 0.95)), reading("refund me", matter=MONEY))
    assert decided(turn(reading("both", (RETURNS, 0.9)), parts=parts)).hand_off


def test_a_demand_that_its_own_part_answers_for_sure_is_answered_with_the_other():
    parts = (
        reading("return?", (RETURNS, 0.95), asks=True),
        reading("refund?", (REFUND, 0.9), matter=MONEY, asks=True),
    )
    settles = {REFUND.id: frozenset({Matter.MONEY})}
    decision = decided(turn(reading("both", matter=MONEY), parts=parts, settles=settles))
    assert decision.hand_off is None
    assert "five days" in decision.reply.text


def test_a_demand_in_the_middle_of_a_form_goes_to_a_person():
    state = DialogState(form=OpenForm(ORDER.id))
    decision = decided(turn(reading("I was hurt", matter=INJURY), state=state))
    assert decision.hand_off
    assert decision.state.form is None


@pytest.mark.parametrize(
    ("act", "start"),
    [(Act.INSULT, "I'm sorry"), (Act.COMPLIMENT, "Thank you"), (Act.WAIT, "Of course")],
)
def test_scolding_praise_and_waiting_are_answered_calmly(act, start):
    assert decided(turn(reading("x", act=act))).reply.text.startswith(start)


@pytest.mark.parametrize("act", [Act.INSULT, Act.COMPLIMENT, Act.WAIT])
def test_they_leave_an_open_form_open(act):
    state = DialogState(form=OpenForm(ORDER.id, {"order": "LW123"}))
    messages = (CustomerMessage(1, "one moment"),)
    decision = decided(turn(reading("one moment", act=act), state=state, messages=messages))
    form = decision.state.form
    assert form is not None
    assert (form.template, form.collected) == (ORDER.id, {"order": "LW123"})


def test_discontent_with_no_answer_yet_is_not_small_talk():
    assert decided(turn(reading("x", act=Act.DISSATISFIED))).reply.kind is Kind.CLARIFY


def test_a_threat_is_heard_while_a_person_is_awaited_already():
    decision = decided(turn(reading("x", matter=INJURY), waiting=True))
    assert decision.route.priority is Priority.URGENT
    assert decided(turn(reading("x", matter=MONEY), waiting=True)).hand_off is None
