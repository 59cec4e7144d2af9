"""Other matters while a form is open: answered, and back to the form's question."""

from __future__ import annotations

from dataclasses import replace

import pytest
from form_talk import BROKEN, DAMAGE, DUE, POLICY, STATUS, TEMPLATES, TRACKING, Talk
from situations import HOURS, RETURNS, composed, reading, turn

from bot.dialog import ButtonAction, CustomerMessage, Decision, Kind, OpenForm, decide
from nlu import Act

BACK = "\n\nBack to “Damage report”:\n\nThe part?"


def opened() -> Talk:
    talk = Talk()
    talk.say("LW123 broke", sure=BROKEN)
    return talk


def test_a_sure_answer_comes_first_and_the_question_again_after_it():
    decision = opened().say("when are you open?", sure=HOURS)
    assert decision.reply.kind is Kind.ANSWER
    assert decision.reply.text == "We open at nine." + BACK
    assert [each.label for each in decision.reply.buttons] == ["Frame", "Wheel", "Talk to a person"]


def test_an_answer_from_the_help_pages_comes_first_too():
    decision = opened().say("when are you open?", **composed("At nine."))
    assert decision.reply.kind is Kind.COMPOSE
    assert decision.reply.text == "At nine." + BACK


def test_a_statement_is_not_answered_from_the_help_pages():
    decision = opened().say("something about opening", **composed("At nine."))
    assert decision.reply.text.endswith("The part?")
    assert "At nine" not in decision.reply.text


@pytest.mark.parametrize(
    ("act", "words"),
    [
        (Act.GREETING, "Hello!"),
        (Act.THANKS, "You're welcome."),
        (Act.IDENTITY, "I'm an automated assistant"),
        (Act.WAIT, "Take your time."),
        (Act.INSULT, "I'm sorry"),
        (Act.COMPLIMENT, "Thank you"),
    ],
)
def test_small_talk_does_not_break_the_form(act, words):
    text = opened().say("oh", act=act).reply.text
    assert text.startswith(words)
    assert text.endswith(BACK)


@pytest.mark.parametrize("said", ["one moment please", "Moment bitte", "稍等"])
def test_whoever_asks_for_time_gets_it(said):
    text = opened().say(said).reply.text
    assert text == "Take your time." + BACK


def test_after_a_goodbye_nothing_is_asked_and_the_form_waits():
    talk = opened()
    assert talk.say("bye", act=Act.GOODBYE).reply.text == "Goodbye, and thanks for writing."
    assert talk.say("wheel").reply.text == "The day?"


def test_what_has_no_sure_answer_is_said_honestly():
    text = opened().say("do you sell tents?").reply.text
    assert text == "I have no sure answer to that; a colleague can help you with it.\n\nThe part?"


def test_talking_of_the_forms_own_matter_is_no_digression():
    assert opened().say("it is broken", sure=BROKEN).reply.kind is Kind.ASK


def test_the_answer_that_a_form_ends_with_is_no_digression():
    talk = Talk()
    talk.say("order?", sure=STATUS)
    assert talk.say("where is my order?", sure=STATUS).reply.kind is Kind.ASK


def test_a_digression_from_the_check_shows_the_summary_again():
    talk = opened()
    for said in ("wheel", "yesterday", "The rim is bent.", "skip"):
        talk.say(said)
    assert talk.say("open?", sure=HOURS).reply.text.endswith("Is everything right?")
    assert talk.say("thanks", act=Act.THANKS).reply.text.endswith("Is everything right?")
    assert talk.say("yes").hand_off


def test_a_form_is_put_aside_when_everything_else_is_talked_about():
    talk = opened()
    for _ in range(4):
        decision = talk.say("when are you open?", sure=HOURS)
        assert decision.reply.text.endswith(BACK)
    decision = talk.say("when are you open?", sure=HOURS)
    assert decision.reply.text.endswith(
        "I've put “Damage report” aside. Just tell me when you want to take it up again."
    )
    assert decision.state.form is None


def test_a_second_form_opens_at_once_and_the_first_comes_back_after_it():
    talk = opened()
    asked = talk.say("where is my order?", sure=STATUS)
    assert asked.reply.text == "The email?"
    answered = talk.say("a@b.nl")
    assert answered.reply.text.startswith("LW-123 for a@b.nl: on its")
    assert answered.reply.text.endswith(BACK)
    assert talk.say("wheel").reply.text == "The day?"


def test_what_the_second_form_was_given_is_not_asked_for_again_by_the_first():
    form = replace(DAMAGE, fields=("order", "email", "part"))
    talk = Talk(replace(POLICY, forms={"damage": form, "tracking": TRACKING}))
    assert talk.say("LW123 broke", sure=BROKEN).reply.text.endswith("The email?")
    talk.say("where is my order?", sure=STATUS)
    assert talk.say("a@b.nl").reply.text.endswith(BACK)


def test_a_form_that_the_second_one_completes_is_shown_to_be_checked():
    form = replace(DAMAGE, fields=("order", "email"))
    talk = Talk(replace(POLICY, forms={"damage": form, "t": replace(TRACKING, name="t")}))
    talk.say("LW123 broke", sure=BROKEN)
    talk.say("where is my order?", sure=STATUS)
    assert talk.say("a@b.nl").reply.text.endswith("Is everything right?")
    assert talk.say("yes").hand_off


def test_a_form_that_nobody_checks_is_not_completed_by_the_way():
    form = replace(DAMAGE, fields=("order", "email"), confirm=False)
    talk = Talk(replace(POLICY, forms={"damage": form, "t": replace(TRACKING, name="t")}))
    talk.say("LW123 broke", sure=BROKEN)
    talk.say("where is my order?", sure=STATUS)
    decision = talk.say("a@b.nl")
    assert decision.hand_off is None
    assert decision.reply.text.endswith("The email?")


def test_cancelling_the_second_form_brings_the_first_back():
    talk = opened()
    talk.say("where is my order?", sure=STATUS)
    text = talk.say("never mind").reply.text
    assert "“Tracking” is dropped" in text
    assert text.endswith(BACK)


def test_of_three_forms_the_middle_one_is_put_aside():
    talk = opened()
    talk.say("where is my order?", sure=STATUS)
    decision = talk.say("when is it due?", sure=DUE)
    assert decision.reply.text.startswith("I've put “Tracking” aside.")
    assert decision.reply.text.endswith("\n\nThe email?")
    assert decision.state.form
    assert decision.state.form.under
    assert decision.state.form.under.name == "damage"


def test_asking_for_the_waiting_form_goes_on_with_it():
    talk = opened()
    talk.say("where is my order?", sure=STATUS)
    decision = talk.say("my bike is broken", sure=BROKEN)
    assert decision.reply.text.endswith("The part?")
    assert decision.state.form
    assert decision.state.form.under is None


def test_a_pressed_answer_is_given_and_the_form_goes_on():
    talk = opened()
    message = CustomerMessage(1, "Opening hours", ButtonAction(template=HOURS.id))
    decision = decide(
        turn(
            reading("Opening hours"),
            state=talk.state,
            policy=POLICY,
            messages=(message,),
            templates=TEMPLATES,
        )
    )
    assert isinstance(decision, Decision)
    assert decision.reply.text == "We open at nine." + BACK


def test_a_form_stored_without_its_question_puts_the_first_that_is_missing():
    form = OpenForm(BROKEN.id, {"order": "LW-123"}, name="damage")
    talk = Talk(state=replace(opened().state, form=form))
    assert talk.say("open?", sure=HOURS).reply.text == "We open at nine." + BACK


def test_a_form_that_lacks_nothing_puts_no_question():
    form = OpenForm(name="tally", collected={"pieces": "1", "ridden": "no"})
    talk = Talk(state=replace(opened().state, form=form))
    assert talk.say("open?", sure=HOURS).reply.text == "We open at nine."


def test_a_template_that_is_not_in_service_is_no_digression():
    assert opened().say("return?", sure=RETURNS).reply.text.endswith("The part?")
