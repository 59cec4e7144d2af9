"""Answers that need details: asked for, looked up, digressed from, called off, given up."""

from __future__ import annotations

import re

from situations import HOURS, INVOICE, ORDER, ORPHAN, POLICY, RETURNS, reading, turn

from bot.dialog import (
    CustomerMessage,
    Decision,
    DetailField,
    DialogState,
    Kind,
    Lookup,
    LookupOutcome,
    LookupRequest,
    NeedsLookup,
    OpenForm,
    Policy,
    decide,
)
from nlu import Act

FOUND = LookupOutcome({"status": "on its way"})
OPEN = DialogState(form=OpenForm(ORDER.id, {}, asked=1))


def decided(asked):
    outcome = decide(asked)
    assert isinstance(outcome, Decision)
    return outcome


def test_what_one_service_said_is_never_taken_for_anothers_word():
    asked = turn(reading("LW123, a@b.c"), state=OPEN, lookup=FOUND, looked_up="invoices")
    outcome = decide(asked)
    assert isinstance(outcome, NeedsLookup)
    assert outcome.request.name == "orders"


def test_missing_details_are_asked_for_together():
    decision = decided(turn(reading("where is it?", (ORDER, 0.9))))
    assert decision.reply.kind is Kind.ASK
    assert decision.reply.text == (
        "To look that up I still need this:\n- Which order?\n- Which e-mail?"
    )
    assert decision.state.form
    assert decision.state.form.template == ORDER.id


def test_details_in_the_question_itself_are_not_asked_for_again():
    decision = decided(turn(reading("where is LW123?", (ORDER, 0.9))))
    assert decision.reply.text == "Which e-mail?"
    assert decision.state.form
    assert decision.state.form.collected == decision.state.details == {"order": "LW123"}


def test_complete_details_are_looked_up():
    outcome = decide(turn(reading("LW123, a@b.c"), state=OPEN))
    assert outcome == NeedsLookup(LookupRequest("orders", {"order": "LW123", "email": "a@b.c"}))


def test_the_latest_detail_of_a_burst_counts():
    messages = (CustomerMessage(1, "LW111 a@b.c"), CustomerMessage(2, "sorry, LW222"))
    outcome = decide(turn(reading("LW111 a@b.c sorry, LW222"), state=OPEN, messages=messages))
    assert isinstance(outcome, NeedsLookup)
    assert outcome.request.inputs["order"] == "LW222"


def test_what_was_found_fills_the_answer_and_closes_the_form():
    decision = decided(turn(reading("LW123, a@b.c"), state=OPEN, lookup=FOUND))
    assert (decision.reply.kind, decision.reply.text) == (
        Kind.ANSWER,
        "Order LW123 is on its way.",
    )
    assert decision.state.form is None


def test_a_known_fact_needs_no_lookup():
    facts = {"order": "LW1", "status": "lost"}
    decision = decided(turn(reading("x", (ORDER, 0.9)), facts=facts))
    assert decision.reply.text == "Order LW1 is lost."


def test_an_answer_may_need_nothing_but_what_customers_give():
    state = DialogState(form=OpenForm(INVOICE.id, {}, asked=1))
    decision = decided(turn(reading("LW123 a@b.c"), state=state, lookup=LookupOutcome({})))
    assert decision.reply.text == "Invoice of LW123."


def test_a_digression_is_answered_and_the_form_stays_open():
    decision = decided(turn(reading("when are you open?", (HOURS, 0.9)), state=OPEN))
    assert decision.reply.text.startswith("We open at nine.\n\nBack to “Your order”:\n\n")
    assert decision.reply.text.endswith("- Which order?\n- Which e-mail?")
    back = decide(turn(reading("LW123 a@b.c"), state=decision.state))
    assert isinstance(back, NeedsLookup)


def test_thanks_in_between_is_not_taken_for_a_wrong_detail():
    decision = decided(turn(reading("thanks", act=Act.THANKS), state=OPEN))
    assert decision.reply.text.startswith("You're welcome")
    assert "Which order?" in decision.reply.text
    assert decision.state.form


def test_a_sure_reading_of_the_same_template_is_no_digression():
    decision = decided(turn(reading("where is it?", (ORDER, 0.9)), state=OPEN))
    assert decision.reply.kind is Kind.ASK


def test_a_message_with_a_detail_carries_on_whatever_else_it_says():
    outcome = decide(turn(reading("LW123 a@b.c, open when?", (HOURS, 0.9)), state=OPEN))
    assert isinstance(outcome, NeedsLookup)


def test_cancelling_closes_the_form():
    decision = decided(turn(reading("never mind", act=Act.CANCEL), state=OPEN))
    assert decision.reply.reasons.rule == "cancel"
    assert decision.state.form is None
    assert decision.hand_off is None


def test_asking_for_a_person_leaves_the_form():
    decision = decided(turn(reading("a person!", act=Act.HUMAN), state=OPEN))
    assert decision.hand_off
    assert decision.state.form is None


def test_details_asked_for_twice_in_vain_bring_a_person():
    first = decided(turn(reading("where?", (ORDER, 0.9))))
    second = decided(turn(reading("no idea"), state=first.state))
    assert second.reply.kind is Kind.ASK
    third = decided(turn(reading("dunno"), state=second.state))
    assert third.hand_off == "The details were asked for twice in vain."
    assert third.state.form is None


def test_wrong_details_are_asked_for_once_more_then_bring_a_person():
    nothing = LookupOutcome(None)
    first = decided(turn(reading("LW123 a@b.c"), state=OPEN, lookup=nothing))
    assert first.reply.kind is Kind.ASK
    assert first.reply.text.startswith("I couldn't find anything")
    second = decided(turn(reading("LW999 a@b.c"), state=first.state, lookup=nothing))
    assert second.hand_off == "Nothing matched the details given."


def test_a_lookup_that_fails_brings_a_person():
    decision = decided(
        turn(reading("LW1 LW123 a@b.c"), state=OPEN, lookup=LookupOutcome(None, True))
    )
    assert decision.hand_off == "The lookup “orders” gave no answer."


def test_a_lookup_that_leaves_a_place_empty_brings_a_person():
    decision = decided(turn(reading("LW123 a@b.c"), state=OPEN, lookup=LookupOutcome({})))
    assert decision.hand_off == "The lookup “orders” left details out."
    assert "{{" not in decision.reply.text


def test_a_place_that_nothing_can_fill_is_never_sent_as_text():
    decision = decided(turn(reading("x", (ORPHAN, 0.99))))
    assert decision.hand_off == "The answer needs details that no lookup gives."
    assert "{{" not in decision.reply.text


def test_a_form_whose_template_was_retired_is_passed_over():
    templates = {RETURNS.id: RETURNS}
    decision = decided(turn(reading("x", (RETURNS, 0.9)), state=OPEN, templates=templates))
    assert decision.reply.kind is Kind.ANSWER


def test_a_form_whose_lookup_was_removed_is_passed_over():
    decision = decided(turn(reading("x", (RETURNS, 0.9)), state=OPEN, policy=Policy()))
    assert decision.reply.kind is Kind.ANSWER


def test_a_prompt_falls_back_to_any_language_then_to_the_name():
    field = DetailField("order", re.compile("LW"), {"nl": "Welke bestelling?"})
    post_code = DetailField("post_code", re.compile("PC"), {})
    lookup = Lookup("orders", "http://orders", ("order", "post_code"), ("order", "status"))
    fields = {"order": field, "post_code": post_code}
    policy = Policy(fields=fields, lookups={"orders": lookup})
    text = decided(turn(reading("x", (ORDER, 0.9)), policy=policy)).reply.text
    assert "Welke bestelling?" in text
    assert "post code" in text


def test_a_prompt_is_in_the_customers_language():
    prompts = {"en": "Which?", "de": "Welche?"}
    field = DetailField("order", POLICY.fields["order"].pattern, prompts)
    lookup = Lookup("orders", "http://orders", ("order",), ("status",))
    policy = Policy(fields={"order": field}, lookups={"orders": lookup})
    asked = turn(reading("x", (ORDER, 0.9), language="de-CH"), policy=policy)
    assert decided(asked).reply.text.endswith("\n\nWelche?")
