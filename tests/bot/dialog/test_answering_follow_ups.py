"""A message that leans on the question before it: what it says alone, and together with that."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

import pytest
from situations import HOURS, ORPHAN, REFUND, RETURNS, asking, composed, reading, turn

from bot.dialog import (
    Bearing,
    ButtonAction,
    CustomerMessage,
    Decision,
    DialogState,
    FollowUp,
    Kind,
    Memory,
    Reading,
    Turn,
    decide,
)
from bot.dialog.fingerprints import fingerprint
from nlu import Act

SAID = DialogState(memory=Memory("return?", (RETURNS.id,), (), fingerprint("Send it back")))


def follow_up(together: Reading, **more: Any) -> FollowUp:
    given = {"loosely": False, "replaced": False, "on_topic": True, "asked": "return?", **more}
    return FollowUp("for free? return?", together, **given)


def leaning(alone: Reading, together: Reading, **more: Any) -> Turn:
    state = more.pop("state", SAID)
    return replace(turn(alone, state=state), follow_up=follow_up(together, **more))


def decided(asked: Turn) -> Decision:
    outcome = decide(asked)
    assert isinstance(outcome, Decision)
    return outcome


def test_another_approved_answer_is_given_for_both_together():
    asked = leaning(reading("for free?", (REFUND, 0.2)), reading("both", (REFUND, 0.9)))
    reply = decided(asked).reply
    assert (reply.reasons.template, reply.reasons.probability) == (REFUND.id, 0.9)
    assert "for free? return?" in reply.reasons.because[0]


@pytest.mark.parametrize(("replaced", "kind"), [(True, Kind.ANSWER), (False, Kind.CLARIFY)])
def test_the_old_question_alone_leads_to_no_answer(replaced, kind):
    together = reading("both", (REFUND, 0.9))
    asked = leaning(reading("for free?"), together, replaced=replaced)
    assert decided(asked).reply.kind is kind


def test_the_answer_just_given_is_pointed_to_and_not_said_again():
    asked = leaning(reading("for free?"), reading("both", (RETURNS, 0.95)))
    decision = decided(asked)
    assert decision.reply.kind is Kind.ANSWER
    assert "answer above, “Returning something”" in decision.reply.text
    assert [each.action for each in decision.reply.buttons] == [ButtonAction(human=True)]
    assert decision.state.memory.said == (RETURNS.id,)


def test_pointing_to_it_twice_running_brings_a_person():
    asked = leaning(reading("for free?"), reading("both", (RETURNS, 0.95)))
    again = replace(asked, state=decided(asked).state)
    assert decided(again).hand_off == "“Returning something” was said, and the customer still asks."


def test_the_same_answer_by_itself_is_not_said_again_either():
    asked = leaning(reading("return?", (RETURNS, 0.9)), reading("both"))
    assert decided(asked).reply.reasons.rule == "above"


def test_what_is_sure_by_itself_wins():
    asked = leaning(reading("money?", (REFUND, 0.9)), reading("both", (RETURNS, 0.95)))
    assert decided(asked).reply.reasons.template == REFUND.id


def test_passages_about_the_same_matter_win_over_a_fragment_that_sounds_like_another():
    together = reading("both", (RETURNS, 0.95), **composed("It is free."))
    reply = decided(leaning(reading("money?", (REFUND, 0.9)), together)).reply
    assert (reply.kind, reply.text) == (Kind.COMPOSE, "It is free.")
    assert reply.reasons.because[-1] == "Read as “for free? return?”."


@pytest.mark.parametrize(
    "more",
    [{"on_topic": False}, {"answerability": 0.79}, {"composed": None}],
)
def test_passages_must_name_the_matter_and_be_surer_than_for_one_question(more):
    topic = {"on_topic": more.pop("on_topic", True)}
    together = reading("both", (RETURNS, 0.95), **{**composed("It is free."), **more})
    assert decided(leaning(reading("free?"), together, **topic)).reply.reasons.rule == "above"


def test_one_question_in_place_of_another_needs_no_surer_passages():
    together = reading("both", **{**composed("It is free."), "answerability": 0.75})
    assert decided(leaning(reading("x"), together, replaced=True)).reply.kind is Kind.COMPOSE
    assert decided(leaning(reading("x"), together)).reply.kind is Kind.CLARIFY


def after_quoting(*sentences: str) -> DialogState:
    return decided(turn(reading("q", **composed(*sentences)))).state


@pytest.mark.parametrize(
    ("new", "start"),
    [
        ("", "The nearest that I have is what I quoted above."),
        ("the boats", "The nearest that I have is what I quoted above."),
        ("Austria", "I'm not sure about “Austria” in particular: I have no more"),
    ],
)
def test_passages_just_quoted_are_pointed_to_and_not_quoted_again(new, start):
    known = composed("It is free.", "For boats too.")
    state = after_quoting("For boats too.", "It is free.")
    decision = decided(leaning(reading("x"), reading("both", **known), state=state, new=new))
    assert decision.reply.text.startswith(start)
    assert [each.action for each in decision.reply.buttons] == [ButtonAction(human=True)]
    again = leaning(reading("y"), reading("both", **known), state=decision.state, new="Italy")
    assert (decided(again).hand_off or "").startswith("What the articles hold was said")


def test_what_was_quoted_is_not_quoted_to_the_message_alone_either():
    known = reading("free?", **composed("It is free."))
    asked = leaning(known, reading("both"), state=after_quoting("It is free."))
    assert decided(asked).reply.kind is Kind.CLARIFY


def test_thanks_between_let_the_bot_point_once_more():
    known = composed("It is free.")
    asked = leaning(reading("x"), reading("both", **known), state=after_quoting("It is free."))
    thanked = decided(turn(reading("thanks", act=Act.THANKS), state=decided(asked).state)).state
    assert decided(replace(asked, state=thanked)).reply.reasons.rule == "above"


def test_passages_that_hold_more_than_was_quoted_are_quoted():
    state = after_quoting("It is free.")
    more = composed("It is free.", "Within a week.")
    assert decided(leaning(reading("x"), reading("both", **more), state=state)).reply.kind is (
        Kind.COMPOSE
    )


@pytest.mark.parametrize(
    ("new", "start"),
    [
        ("thirty days", "The nearest that I have is the answer above"),
        ("Brazil", "I'm not sure about “Brazil” in particular."),
    ],
)
def test_it_is_said_of_what_the_answer_above_does_not_name(new, start):
    asked = leaning(reading("and?"), reading("both", (RETURNS, 0.95)), new=new)
    assert decided(asked).reply.text.startswith(start)


@pytest.mark.parametrize(("new", "rule"), [("30 days", "above"), ("a bike", None)])
def test_a_correction_is_pointed_to_the_answer_above_only_where_that_names_it(new, rule):
    asked = leaning(reading(new), reading("both", (RETURNS, 0.95)), new=new)
    assert decided(replace(asked, bearing=Bearing.MENDED)).reply.reasons.rule == rule


@pytest.mark.parametrize(("new", "rule"), [("free", "above"), ("a bike", None)])
def test_a_correction_is_pointed_to_quotes_only_where_they_name_it(new, rule):
    known = reading("both", **composed("It is free."))
    asked = leaning(reading(new), known, state=after_quoting("It is free."), new=new)
    assert decided(replace(asked, bearing=Bearing.MENDED)).reply.reasons.rule == rule


def test_what_is_near_by_itself_is_asked_about_where_the_answer_above_does_not_name_it():
    together = reading("both", (RETURNS, 0.95))
    elsewhere = decided(leaning(reading("an exchange?", (HOURS, 0.35)), together)).reply
    assert elsewhere.buttons[0].action.template == HOURS.id
    named = decided(leaning(reading("thirty days?", (HOURS, 0.35)), together)).reply
    assert named.reasons.rule == "above"


def test_a_further_follow_up_leans_on_what_was_asked_about_the_question_since():
    asked = leaning(
        reading("and express?", (REFUND, 0.2)), reading("both", (REFUND, 0.9)), about="express"
    )
    decision = decided(asked)
    assert decision.state.memory.about == "express"
    assert decision.reply.reasons.asked == "for free? return?"
    refused = replace(turn(reading("x"), state=decision.state), bearing=Bearing.REFUSED)
    offered = replace(decision.state.memory, offered=(HOURS.id,))
    refused = replace(refused, state=replace(decision.state, memory=offered))
    assert decided(refused).state.memory.about == "express"
    assert decided(turn(reading("open?", (HOURS, 0.9)), state=decision.state)).state.memory == (
        Memory("open?", (HOURS.id,), fingerprint=fingerprint("We open at nine."))
    )


def test_a_message_that_is_rather_about_another_answer_is_asked_about():
    asked = leaning(reading("express?", (HOURS, 0.6)), reading("both", (RETURNS, 0.95)))
    reply = decided(asked).reply
    assert reply.kind is Kind.CLARIFY
    assert reply.buttons[0].action.template == HOURS.id


def test_what_was_said_is_not_offered_for_a_follow_up():
    asked = leaning(
        reading("x", (RETURNS, 0.4), (HOURS, 0.3)), reading("both", (RETURNS, 0.6), (REFUND, 0.5))
    )
    offered = [each.action.template for each in decided(asked).reply.buttons]
    assert offered == [REFUND.id, HOURS.id, None]


def test_a_template_that_is_gone_leads_nowhere():
    asked = leaning(reading("x", (ORPHAN, 0.6)), reading("both", (RETURNS, 0.95)))
    without = {RETURNS.id: RETURNS}
    asked = replace(asked, situation=replace(asked.situation, templates=without))
    assert decided(asked).reply.reasons.rule == "above"


def test_a_message_that_leans_loosely_is_helped_by_passages_alone():
    together = reading("both", (REFUND, 0.99), **composed("It is free."))
    assert decided(leaning(reading("x"), together, loosely=True)).reply.text == "It is free."
    weak = reading("both", (REFUND, 0.99))
    assert decided(leaning(reading("x"), weak, loosely=True)).reply.kind is Kind.CLARIFY


def test_a_goodbye_is_no_follow_up():
    goodbye = leaning(reading("and bye", act=Act.GOODBYE), reading("both", (RETURNS, 0.95)))
    assert decided(goodbye).reply.text.startswith("Goodbye")


def test_a_message_that_leans_loosely_is_read_by_itself_where_that_is_enough():
    together = reading("both", **composed("It is free."))
    sure = leaning(reading("x", (REFUND, 0.9)), together, loosely=True)
    assert decided(sure).reply.reasons.template == REFUND.id
    thanks = leaning(reading("x", act=Act.THANKS), together, loosely=True)
    assert decided(thanks).reply.text.startswith("You're welcome")
    quoting = leaning(reading("x", **composed("Alone.")), together, loosely=True)
    assert decided(quoting).reply.text == "Alone."


def test_a_follow_up_keeps_the_question_and_a_new_question_begins_anew():
    asked = leaning(reading("and?", (REFUND, 0.2)), reading("both", (REFUND, 0.9)))
    memory = decided(asked).state.memory
    assert (memory.asked, memory.said) == ("return?", (RETURNS.id, REFUND.id))
    new = decided(turn(reading("open?", (HOURS, 0.9), (REFUND, 0.4)), state=SAID)).state.memory
    assert (new.asked, new.said, new.offered) == ("open?", (HOURS.id,), (REFUND.id,))


def test_the_last_request_of_several_is_what_a_follow_up_leans_on():
    parts = asking(reading("return?", (RETURNS, 0.9)), reading("money?", (REFUND, 0.9)))
    memory = decided(turn(reading("both"), parts=parts)).state.memory
    assert (memory.asked, memory.said) == ("money?", (RETURNS.id, REFUND.id))


def test_the_same_words_are_said_again_only_to_the_same_question():
    first = decided(turn(reading("return?", (RETURNS, 0.9))))
    again = decided(turn(reading("Return? ", (RETURNS, 0.9)), state=first.state))
    assert again.reply.text == first.reply.text
    other = decided(turn(reading("send it back?", (RETURNS, 0.9)), state=again.state))
    assert other.reply.reasons.rule == "above"
    pressed = (CustomerMessage(2, "Back", ButtonAction(text="Back")),)
    asked = turn(reading("Back", (RETURNS, 0.9)), state=again.state, messages=pressed)
    assert decided(asked).reply.text == first.reply.text


def test_small_talk_leaves_the_memory_as_it_was_and_a_person_clears_it():
    thanks = decided(turn(reading("thanks", act=Act.THANKS), state=SAID))
    assert thanks.state.memory == SAID.memory
    human = decided(turn(reading("a person", act=Act.HUMAN), state=SAID))
    assert human.state.memory == Memory()


def test_what_was_just_quoted_is_not_quoted_to_somebody_who_meant_something_else():
    asked = turn(reading("how long?", **composed("It takes a week.")))
    quoted = decided(asked)
    mended = turn(reading("no, I meant that", **composed("It takes a week.")), state=quoted.state)
    decision = decided(replace(mended, bearing=Bearing.MENDED))
    assert quoted.reply.kind is Kind.COMPOSE
    assert decision.reply.kind is not Kind.COMPOSE


@pytest.mark.parametrize(("sure", "rule"), [(True, "above"), (False, None)])
def test_what_stands_surely_in_the_place_of_the_old_leads_back_for_want_of_more(sure, rule):
    asked = leaning(reading("and Peru?"), reading("return to Peru?"), replaced=sure, new="Peru")
    assert decided(asked).reply.reasons.rule == rule


def test_of_what_was_quoted_it_is_said_that_it_may_not_hold_the_new():
    state = after_quoting("Postage: US, CA 34.95.")
    whole = reading("postage to Canada?")
    asked = leaning(reading("and Canada?"), whole, replaced=True, new="Canada", state=state)
    assert "“Canada” in particular" in decided(asked).reply.text


def test_where_something_else_is_likely_nothing_leads_back():
    together = reading("a gift to Peru?", (REFUND, 0.6))
    asked = leaning(reading("a gift?"), together, replaced=True, new="a gift")
    assert decided(asked).reply.kind is Kind.CLARIFY


def test_without_anything_said_before_nothing_leads_back():
    asked = leaning(reading("a gift?"), reading("hm"), replaced=True, state=DialogState())
    assert decided(asked).reply.kind is Kind.CLARIFY


@pytest.mark.parametrize(("held", "template"), [(0.3, REFUND.id), (0.0, None)])
def test_a_few_words_alone_are_sure_only_of_what_the_whole_has_to_do_with(held, template):
    together = reading("both", (HOURS, 0.4), (REFUND, held))
    asked = leaning(reading("and the large one?", (REFUND, 0.95)), together, fragment=True)
    assert decided(asked).reply.reasons.template == template


ASKED_BACK = DialogState(clarified=True, memory=Memory("how much?", (), (RETURNS.id,), "f"))
TWO_OFFERED = DialogState(clarified=True, memory=Memory("how much?", (), (RETURNS.id, HOURS.id)))


@pytest.mark.parametrize(
    ("state", "replaced", "probability", "new", "kind"),
    [
        (ASKED_BACK, True, 0.4, "back", Kind.ANSWER),
        (ASKED_BACK, True, 0.2, "back", Kind.HANDOFF),
        (ASKED_BACK, True, 0.4, "Brazil", Kind.HANDOFF),
        (ASKED_BACK, False, 0.4, "back", Kind.HANDOFF),
        (TWO_OFFERED, True, 0.4, "back", Kind.HANDOFF),
        (replace(ASKED_BACK, clarified=False), True, 0.4, "back", Kind.CLARIFY),
    ],
)
def test_who_goes_on_after_one_answer_was_offered_has_not_said_no(
    state, replaced, probability, new, kind
):
    together = reading("both", (HOURS, 0.5), (RETURNS, probability))
    asked = leaning(reading("and?"), together, replaced=replaced, new=new, state=state)
    reply = decided(asked).reply
    assert reply.kind is kind
    assert (reply.reasons.template == RETURNS.id) == (kind is Kind.ANSWER)
