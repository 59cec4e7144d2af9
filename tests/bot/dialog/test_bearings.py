"""Words about the bot's last reply: an option picked, another one wanted, the answer refused."""

from __future__ import annotations

from dataclasses import replace

import pytest
from situations import HOURS, ORDER, REFUND, RETURNS, reading, turn

from bot.answering.corrections import bearing_of
from bot.dialog import (
    Bearing,
    ButtonAction,
    CustomerMessage,
    Decision,
    DialogState,
    FollowUp,
    Kind,
    Memory,
    OpenForm,
    decide,
)
from nlu import Act

MINDED = (REFUND.id, RETURNS.id)
OFFERED = DialogState(clarified=True, memory=Memory("x", (), MINDED, "f"))
ONE_OFFERED = DialogState(clarified=True, memory=Memory("x", (), (REFUND.id,), "f"))
SAID = DialogState(memory=Memory("x", (RETURNS.id,), (REFUND.id,), "f"))
ALL_SAID = DialogState(memory=Memory("x", (RETURNS.id,), (RETURNS.id,), "f"))


def bearing(what: Bearing, state: DialogState, **more) -> Decision:
    outcome = decide(replace(turn(reading("x"), state=state, **more), bearing=what))
    assert isinstance(outcome, Decision)
    return outcome


@pytest.mark.parametrize(
    ("what", "state", "template"),
    [
        (Bearing.YES, ONE_OFFERED, REFUND),
        (Bearing.OTHER, SAID, REFUND),
    ],
)
def test_an_option_is_picked_by_words(what, state, template):
    decision = bearing(what, state)
    assert decision.reply.reasons.template == template.id
    assert decision.state.memory.asked == template.title
    assert not decision.state.clarified


def test_the_other_one_after_an_option_was_picked_is_the_option_left():
    pressed = (CustomerMessage(1, "Refunds", ButtonAction(template=REFUND.id)),)
    first = decide(turn(reading("Refunds"), state=OFFERED, messages=pressed))
    assert isinstance(first, Decision)
    second = bearing(Bearing.OTHER, first.state)
    assert second.reply.reasons.template == RETURNS.id


@pytest.mark.parametrize(
    ("what", "state"),
    [
        (Bearing.NO, OFFERED),
        (Bearing.OTHER, ONE_OFFERED),
    ],
)
def test_with_none_of_the_options_meant_other_words_are_asked_for(what, state):
    decision = bearing(what, state)
    assert "other words" in decision.reply.text
    assert [each.action for each in decision.reply.buttons] == [ButtonAction(human=True)]
    assert "None of the answers" in decision.reply.reasons.because[0]


def test_other_words_are_asked_for_once():
    state = bearing(Bearing.NO, OFFERED).state
    assert said("hm", None, state).hand_off == "Nothing sure enough was found."


def said(text: str, act: Act | None, state: DialogState) -> Decision:
    bearing, _ = bearing_of(text)
    outcome = decide(replace(turn(reading(text, act=act), state=state), bearing=bearing))
    assert isinstance(outcome, Decision)
    return outcome


def after_rephrase() -> DialogState:
    return said("x", None, DialogState()).state


def after_none_of_these() -> DialogState:
    return bearing(Bearing.NO, ONE_OFFERED).state


def after_pointing_above() -> DialogState:
    whole = reading("return it how", (RETURNS, 0.95))
    leaning = FollowUp(whole.text, whole, loosely=False, replaced=True, on_topic=True, asked="x")
    state = DialogState(memory=Memory("x", (RETURNS.id,), (), "f"))
    outcome = decide(replace(turn(reading("how"), state=state), follow_up=leaning))
    assert isinstance(outcome, Decision)
    assert "answer above" in outcome.reply.text
    return outcome.state


def after_telling_what_it_is() -> DialogState:
    return said("are you a bot", Act.IDENTITY, OFFERED).state


def test_an_ok_to_what_was_not_asked_fetches_nobody():
    assert said("ok", Act.AFFIRM, after_telling_what_it_is()).hand_off is None


@pytest.mark.parametrize(
    "offering",
    [after_rephrase, after_none_of_these, after_pointing_above, after_telling_what_it_is],
)
def test_a_yes_to_the_offer_of_a_person_brings_one(offering):
    decision = said("yes", Act.AFFIRM, offering())
    assert decision.hand_off == "The customer says yes to a person."


@pytest.mark.parametrize("offering", [after_rephrase, after_none_of_these, after_pointing_above])
def test_a_no_to_the_offer_of_a_person_is_taken_calmly(offering):
    decision = said("no", Act.DENY, offering())
    assert decision.reply.text == "All right. If anything comes up, just write to me."
    assert decision.hand_off is None


def test_an_offer_of_a_person_stands_for_one_message():
    state = said("thanks", Act.THANKS, after_rephrase()).state
    assert said("yes", Act.AFFIRM, state).hand_off is None


@pytest.mark.parametrize(
    ("text", "act", "start"),
    [("ok", Act.AFFIRM, "All right. What can I"), ("no", Act.DENY, "All right. If anything")],
)
def test_a_yes_or_no_to_no_question_is_taken_calmly(text, act, start):
    decision = said(text, act, SAID)
    assert decision.reply.text.startswith(start)
    assert decision.state.memory == SAID.memory


def test_a_yes_to_two_options_is_no_choice():
    assert said("ok", Act.AFFIRM, OFFERED).hand_off == "Nothing sure enough was found."


def test_discontent_with_an_answer_refuses_it():
    decision = said("useless as ever", Act.DISSATISFIED, SAID)
    assert decision.reply.buttons[0].action.template == REFUND.id


@pytest.mark.parametrize(
    ("what", "state"),
    [
        (Bearing.YES, OFFERED),
        (Bearing.ORDINAL, ONE_OFFERED),
        (Bearing.OTHER, OFFERED),
    ],
)
def test_words_that_leave_open_which_option_bring_a_person(what, state):
    assert bearing(what, state).hand_off


def test_the_place_of_an_option_that_was_not_there_is_asked_about_and_never_matched():
    near = turn(reading("the second one", (REFUND, 0.5)), state=SAID)
    outcome = decide(replace(near, bearing=Bearing.ORDINAL))
    assert isinstance(outcome, Decision)
    assert [each.action for each in outcome.reply.buttons] == [ButtonAction(human=True)]


def test_only_what_stood_under_the_last_reply_can_be_named():
    answered = decide(turn(reading("back?", (RETURNS, 0.9))))
    assert isinstance(answered, Decision)
    assert [each.label for each in answered.state.pickable] == ["Refunds"]
    thanked = said("thanks", Act.THANKS, answered.state)
    assert thanked.state.pickable == answered.state.pickable
    assert said("x", None, answered.state).state.pickable[0].action == ButtonAction(human=True)


def test_nothing_can_be_named_while_a_form_waits():
    asked = decide(turn(reading("where is it", (ORDER, 0.9))))
    assert isinstance(asked, Decision)
    assert asked.state.pickable == ()
    form = OpenForm(name="return")
    assert replace(OFFERED, form=form).pickable == ()
    buttons = replace(OFFERED.memory, buttons=asked.reply.buttons)
    assert replace(OFFERED, form=OpenForm(ORDER.id), memory=buttons).pickable


def test_a_number_given_to_an_open_form_is_no_place_of_an_option():
    asked = decide(turn(reading("where is it", (ORDER, 0.9))))
    assert isinstance(asked, Decision)
    again = bearing(Bearing.ORDINAL, asked.state)
    assert again.reply.kind is Kind.ASK


@pytest.mark.parametrize("what", [Bearing.ORDINAL, Bearing.NO, Bearing.OTHER, Bearing.REFUSED])
def test_words_about_a_reply_that_was_none_are_not_understood(what):
    assert "other words" in bearing(what, DialogState()).reply.text


def test_a_refused_answer_gives_way_to_what_came_near():
    decision = bearing(Bearing.REFUSED, SAID)
    assert decision.reply.kind is Kind.CLARIFY
    assert decision.reply.buttons[0].action.template == REFUND.id
    assert decision.state.memory.said == (RETURNS.id,)


@pytest.mark.parametrize("what", [Bearing.REFUSED, Bearing.OTHER])
def test_with_nothing_left_to_offer_a_person_comes(what):
    decision = bearing(what, ALL_SAID)
    assert decision.reply.reasons.rule == "refused"
    assert decision.reply.text.startswith("I'm sorry that this was not what you asked")


def test_refusing_twice_brings_a_person():
    assert bearing(Bearing.REFUSED, bearing(Bearing.REFUSED, SAID).state).hand_off


def test_several_left_are_offered_where_the_other_one_is_wanted():
    state = replace(SAID, memory=replace(SAID.memory, offered=(REFUND.id, HOURS.id)))
    offered = [each.action.template for each in bearing(Bearing.OTHER, state).reply.buttons]
    assert offered == [REFUND.id, HOURS.id, None]


def test_refusing_a_form_leaves_it():
    form = OpenForm(ORDER.id)
    offered = (ORDER.id, REFUND.id)
    state = DialogState(form=form, memory=Memory("x", (), offered, "f"))
    decision = bearing(Bearing.REFUSED, state)
    assert decision.state.form is None
    assert [each.action.template for each in decision.reply.buttons] == [REFUND.id, None]


def test_a_template_that_is_gone_is_no_option():
    state = replace(OFFERED, memory=replace(OFFERED.memory, said=()))
    decision = bearing(Bearing.YES, state, templates={RETURNS.id: RETURNS})
    assert decision.reply.reasons.template == RETURNS.id


def test_a_mended_message_is_never_answered_with_what_was_refused():
    meant = reading("the invoice", (RETURNS, 0.95), (REFUND, 0.9))
    outcome = decide(replace(turn(meant, state=SAID), bearing=Bearing.MENDED))
    assert isinstance(outcome, Decision)
    assert outcome.reply.reasons.template == REFUND.id
    assert outcome.state.memory.asked == "the invoice"
    unsure = reading("the invoice", (RETURNS, 0.95), (REFUND, 0.1))
    outcome = decide(replace(turn(unsure, state=SAID), bearing=Bearing.MENDED))
    assert isinstance(outcome, Decision)
    assert outcome.reply.kind is Kind.CLARIFY
