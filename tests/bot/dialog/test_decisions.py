"""Which rule decides a turn, and what it leaves behind."""

from __future__ import annotations

from dataclasses import replace

import pytest
from situations import (
    HOURS,
    ORDER,
    POLICY,
    REFUND,
    RETURNS,
    TEMPLATES,
    asking,
    composed,
    hit,
    intent,
    reading,
    turn,
)

from bot.dialog import (
    Alarm,
    ButtonAction,
    CustomerMessage,
    Decision,
    DialogState,
    Kind,
    NeedsLookup,
    Priority,
    Turn,
    decide,
    hand_over,
)
from bot.dialog.replies import composing
from bot.dialog.template_words import template_text
from knowledge.records import AnswerTemplate, TemplateId
from nlu import Act, danger_in


def decided(asked: Turn) -> Decision:
    outcome = decide(asked)
    assert isinstance(outcome, Decision)
    return outcome


def pressed(action: ButtonAction, seq: int = 1) -> CustomerMessage:
    return CustomerMessage(seq, "a label", action)


def test_a_sure_template_answers_with_its_text_buttons_and_reasons():
    decision = decided(turn(reading("return?", (RETURNS, 0.93), (REFUND, 0.2))))
    reply = decision.reply
    assert (reply.kind, reply.text) == (Kind.ANSWER, "Send it back within 30 days.")
    assert [button.action for button in reply.buttons] == [
        ButtonAction(text="When do I get my money?")
    ]
    assert (reply.reasons.template, reply.reasons.template_version) == (RETURNS.id, 1)
    assert (reply.reasons.probability, reply.reasons.threshold) == (0.93, 0.8)
    assert [each.template for each in reply.reasons.candidates] == [RETURNS.id, REFUND.id]
    assert decision.hand_off is None


def test_an_answer_is_in_the_language_of_the_message():
    decision = decided(turn(reading("zurück?", (RETURNS, 0.9), language="de")))
    assert decision.reply.text == "Senden Sie es binnen 30 Tagen zurück."


@pytest.mark.parametrize(
    ("language", "text"), [("de-AT", "deutsch"), ("zh-CN", "中文"), ("fr", "english")]
)
def test_a_text_falls_back_to_its_base_language_then_to_english(language, text):
    texts = {"de": "deutsch", "zh-Hans": "中文", "en": "english"}
    assert template_text(replace(RETURNS, texts=texts), language) == text


def test_a_template_in_one_foreign_language_is_better_than_none():
    assert template_text(replace(RETURNS, texts={"nl": "hoi"}), "en") == "hoi"


def test_a_probability_just_under_the_threshold_does_not_answer():
    assert decided(turn(reading("x", (RETURNS, 0.7999)))).reply.kind is Kind.CLARIFY


def test_a_candidate_that_is_not_live_any_more_gives_way_to_the_next():
    live = {RETURNS.id: RETURNS}
    asked = turn(reading("x", (REFUND, 0.99), (RETURNS, 0.9)), templates=live)
    assert decided(asked).reply.reasons.template == RETURNS.id


def test_close_candidates_are_offered_as_at_most_three_buttons():
    asked = reading("x", (RETURNS, 0.5), (REFUND, 0.4), (HOURS, 0.3))
    reply = decided(turn(asked)).reply
    assert reply.kind is Kind.CLARIFY
    assert [button.action for button in reply.buttons] == [
        ButtonAction(template=RETURNS.id),
        ButtonAction(template=REFUND.id),
        ButtonAction(other=True),
    ]
    assert "Several" in reply.reasons.because[0]


def test_one_near_candidate_is_offered_alone():
    reply = decided(turn(reading("x", (RETURNS, 0.5), (REFUND, 0.1)))).reply
    assert len(reply.buttons) == 2
    assert "near, but not sure" in reply.reasons.because[0]


def test_with_nothing_near_it_asks_to_rephrase_and_offers_a_person():
    reply = decided(turn(reading("x"))).reply
    assert reply.kind is Kind.CLARIFY
    assert [button.action for button in reply.buttons] == [ButtonAction(human=True)]


def test_a_guess_that_holds_less_than_an_article_gives_way_to_it():
    guessed = reading("x", (RETURNS, 0.5), passages=(hit("puncture"),))
    outdone = replace(guessed, outdone=frozenset({RETURNS.id}))
    assert decided(turn(guessed)).reply.buttons[0].action.template == RETURNS.id
    reply = decided(turn(outdone)).reply
    assert reply.kind is Kind.CLARIFY
    assert [each.action for each in reply.buttons] == [ButtonAction(human=True)]
    assert [(each.title, each.url) for each in reply.sources] == [
        ("puncture", "https://a/puncture#b")
    ]
    assert decided(turn(outdone, state=decided(turn(outdone)).state)).reply.kind is Kind.HANDOFF


def test_an_article_is_not_named_where_nobody_could_open_it():
    found = hit("puncture")
    own = replace(found, passage=replace(found.passage, url="/help/puncture"))
    guessed = reading("x", (RETURNS, 0.5), passages=(own,), outdone=frozenset({RETURNS.id}))
    apart = replace(POLICY, apart=frozenset({"telegram"}))
    there = decided(turn(guessed, policy=apart, channel="web")).reply
    assert [each.url for each in there.sources] == ["/help/puncture#b"]
    away = decided(turn(guessed, policy=apart, channel="telegram")).reply
    assert (away.kind, away.sources) == (Kind.CLARIFY, ())
    reached = decided(turn(guessed, policy=POLICY, channel="telegram")).reply
    assert len(reached.sources) == 1


def test_a_guess_that_is_as_good_as_an_article_is_offered_alone():
    both = reading("x", (RETURNS, 0.5), (REFUND, 0.4), passages=(hit("puncture"),))
    reply = decided(turn(replace(both, outdone=frozenset({RETURNS.id})))).reply
    assert [each.action.template for each in reply.buttons] == [REFUND.id, None]
    assert reply.sources == ()


def test_a_guess_that_is_not_like_the_message_is_not_offered():
    guessed = reading("x", (RETURNS, 0.5), (REFUND, 0.4), passages=(hit("puncture"),))
    reply = decided(turn(replace(guessed, unlike=frozenset({RETURNS.id})))).reply
    assert [each.action.template for each in reply.buttons] == [REFUND.id, None]
    reply = decided(turn(replace(guessed, unlike=frozenset({RETURNS.id, REFUND.id})))).reply
    assert [each.action for each in reply.buttons] == [ButtonAction(human=True)]
    assert reply.sources == ()


def test_what_holds_every_word_is_offered_where_those_nearer_hold_none():
    guessed = reading("x", (RETURNS, 0.5), (REFUND, 0.12), unlike=frozenset({RETURNS.id}))
    fitting = replace(guessed, fitting=frozenset({REFUND.id}))
    assert decided(turn(fitting)).reply.buttons[0].action.template == REFUND.id
    for other in (guessed, replace(fitting, unlike=frozenset())):
        assert decided(turn(other)).reply.buttons[0].action.template != REFUND.id
    far = reading("x", (RETURNS, 0.5), (REFUND, 0.05), unlike=frozenset({RETURNS.id}))
    reply = decided(turn(replace(far, fitting=frozenset({REFUND.id})))).reply
    assert [each.action for each in reply.buttons] == [ButtonAction(human=True)]


def test_an_article_is_named_that_gives_such_a_figure_as_is_asked_for():
    asked = reading("x", (RETURNS, 0.2), passages=(hit("puncture"),), worth_naming=True)
    reply = decided(turn(asked)).reply
    assert (reply.kind, [each.title for each in reply.sources]) == (Kind.CLARIFY, ["puncture"])
    assert decided(turn(replace(asked, worth_naming=False))).reply.sources == ()
    offered = reading("x", (RETURNS, 0.5), passages=(hit("puncture"),), worth_naming=True)
    assert decided(turn(offered)).reply.buttons[0].action.template == RETURNS.id


def test_what_is_sure_is_said_whatever_articles_hold():
    sure = reading(
        "x", (RETURNS, 0.9), passages=(hit("puncture"),), outdone=frozenset({RETURNS.id})
    )
    assert decided(turn(sure)).reply.reasons.template == RETURNS.id


def test_it_clarifies_once_then_hands_over():
    first = decided(turn(reading("x")))
    second = decided(turn(reading("y"), state=first.state))
    assert second.reply.kind is Kind.HANDOFF
    assert second.reply.reasons.rule == "unsure"
    assert second.hand_off
    assert not second.state.clarified


def test_an_answer_in_between_allows_another_question_back():
    first = decided(turn(reading("x")))
    second = decided(turn(reading("return?", (RETURNS, 0.9)), state=first.state))
    third = decided(turn(reading("z"), state=second.state))
    assert third.reply.kind is Kind.CLARIFY


@pytest.mark.parametrize(
    ("act", "start"),
    [(Act.GREETING, "Hello"), (Act.THANKS, "You're welcome"), (Act.GOODBYE, "Goodbye")],
)
def test_small_talk_is_answered_in_kind(act, start):
    reply = decided(turn(reading("x", act=act))).reply
    assert reply.kind is Kind.ANSWER
    assert reply.text.startswith(start)


def test_a_request_beside_a_greeting_is_answered():
    asked = reading("hi, return?", (RETURNS, 0.9), act=Act.GREETING)
    assert decided(turn(asked)).reply.reasons.template == RETURNS.id


def test_calling_something_off_that_was_not_begun_is_no_small_talk():
    assert decided(turn(reading("stop", act=Act.CANCEL))).reply.kind is Kind.CLARIFY


def test_a_matter_that_is_dropped_is_let_go():
    reply = decided(turn(reading("never mind", act=Act.CANCEL))).reply
    assert reply.text.startswith("All right.")


def test_passages_answer_where_no_template_is_sure_and_each_sentence_has_its_source():
    reply = decided(turn(reading("x", (RETURNS, 0.5), **composed("One.", "Two.")))).reply
    assert (reply.kind, reply.text) == (Kind.COMPOSE, "One. Two.")
    assert [(each.title, each.url, each.quote) for each in reply.sources] == [
        ("Article", "https://a", "One.\nTwo."),
    ]


def test_what_there_was_no_room_for_is_counted_under_the_quotation():
    fields = composed("- one", "- two")
    cut = replace(fields["composed"], left_out=7)
    reply = decided(turn(reading("x", **{**fields, "composed": cut}))).reply
    assert reply.text == "- one\n- two\n\n… (+7)"


def test_composed_list_items_stand_on_lines_of_their_own():
    reply = decided(turn(reading("x", **composed("Do this:", "1. Open.", "2. Close.", "Done."))))
    assert reply.reply.text == "Do this:\n\n1. Open.\n2. Close.\n\nDone."


def test_composed_table_rows_make_a_table():
    reply = decided(turn(reading("x", **composed("So:", "| Part | Years |", "| Frame | 10 |"))))
    assert reply.reply.text == "So:\n\n| Part | Years |\n|---|---|\n| Frame | 10 |"


def test_after_something_else_other_words_are_asked_for_before_a_person_comes():
    asked = turn(reading("x"), messages=(pressed(ButtonAction(other=True)),))
    decision = decided(asked)
    assert (decision.reply.kind, decision.hand_off) == (Kind.ANSWER, None)
    assert "other words" in decision.reply.text
    again = decided(replace(asked, state=decision.state, messages=(CustomerMessage(2, "x"),)))
    assert again.reply.kind is Kind.HANDOFF


def test_what_a_rule_sends_to_a_person_is_urgent_and_what_is_unsure_is_not():
    alarmed = reading("x", alarm=Alarm("Smoke comes out.", 0.8))
    assert decided(turn(alarmed)).route.priority is Priority.URGENT
    unsure = decided(turn(reading("x"), state=DialogState(clarified=True)))
    assert unsure.route.priority is Priority.NORMAL


def test_passages_that_hardly_answer_are_not_quoted():
    weak = {**composed("One."), "answerability": 0.59}
    assert decided(turn(reading("x", **weak))).reply.kind is Kind.CLARIFY


def test_composing_needs_something_composed():
    with pytest.raises(ValueError, match="composed"):
        composing(turn(reading("x")))


def test_asking_for_a_person_wins_over_a_sure_answer():
    decision = decided(turn(reading("a person", (RETURNS, 0.99), act=Act.HUMAN)))
    assert decision.reply.kind is Kind.HANDOFF
    assert (decision.hand_off, decision.reply.reasons.rule) == (
        "The customer asks for a person.",
        "asked",
    )


def test_distress_goes_to_a_person_urgently():
    decision = decided(turn(reading("smoke!", (RETURNS, 0.99), act=Act.DISTRESS)))
    assert decision.reply.text.startswith("This needs a person straight away")


def test_a_danger_told_in_words_goes_to_a_person_urgently_and_the_words_are_shown():
    heard = danger_in("my charger caught fire")
    decision = decided(turn(reading("my charger caught fire", (RETURNS, 0.99), danger=heard)))
    assert decision.reply.text.startswith("This needs a person straight away")
    assert "caught fire" in (decision.hand_off or "")


def test_a_rule_by_words_fires_whatever_their_case():
    decision = decided(turn(reading("MY LAWYER will write", (RETURNS, 0.99))))
    assert decision.reply.reasons.rule == "rule"
    assert "my lawyer" in (decision.hand_off or "")


@pytest.mark.parametrize(("probability", "fires"), [(0.3, True), (0.29, False)])
def test_a_rule_by_intent_fires_from_its_floor_on(probability, fires):
    asked = reading("x", (RETURNS, 0.99), intents=(intent("legal", probability),))
    assert (decided(turn(asked)).hand_off is not None) is fires


def test_a_message_like_an_operators_example_goes_to_a_person():
    alarm = Alarm("it smells of burning", 0.8)
    decision = decided(turn(reading("x", (RETURNS, 0.99), alarm=alarm)))
    assert decision.reply.reasons.rule == "rule"
    assert "it smells of burning" in (decision.hand_off or "")


def test_a_rule_fires_on_one_part_of_a_burst_too():
    parts = (reading("a", (RETURNS, 0.9)), reading("b", act=Act.DISTRESS))
    assert decided(turn(reading("a b", (RETURNS, 0.9)), parts=parts)).hand_off


def test_an_intent_without_a_rule_fires_nothing():
    asked = reading("x", (RETURNS, 0.99), intents=(intent("returns", 0.9),))
    assert decided(turn(asked)).reply.reasons.intent == "returns"


def test_the_button_for_a_person_hands_over():
    messages = (pressed(ButtonAction(human=True)),)
    decision = decided(turn(reading("Something else"), messages=messages))
    assert decision.reply.reasons.rule == "button"
    assert decision.hand_off


def test_the_button_for_a_person_counts_wherever_in_the_burst_it_stands():
    messages = (pressed(ButtonAction(human=True)), CustomerMessage(2, "return?"))
    decision = decided(turn(reading("return?", (RETURNS, 0.99)), messages=messages))
    assert decision.hand_off


def test_a_pressed_template_answers_without_a_probability():
    messages = (pressed(ButtonAction(template=REFUND.id)),)
    reply = decided(turn(reading("Refunds", (RETURNS, 0.9)), messages=messages)).reply
    assert (reply.reasons.template, reply.reasons.probability) == (REFUND.id, None)


def test_a_rule_fires_even_where_a_template_was_pressed_after_it():
    messages = (CustomerMessage(1, "my lawyer"), pressed(ButtonAction(template=REFUND.id), 2))
    assert decided(turn(reading("my lawyer\nRefunds"), messages=messages)).hand_off


def test_a_pressed_template_that_is_gone_is_read_as_words():
    messages = (pressed(ButtonAction(template=REFUND.id)),)
    live = {RETURNS.id: RETURNS}
    asked = turn(reading("x", (RETURNS, 0.9)), messages=messages, templates=live)
    assert decided(asked).reply.reasons.template == RETURNS.id


def test_a_quick_reply_is_read_as_the_words_it_stands_for():
    messages = (CustomerMessage(1, "money?", ButtonAction(text="money?")),)
    asked = turn(reading("money?", (REFUND, 0.9)), messages=messages)
    assert decided(asked).reply.reasons.template == REFUND.id


def test_two_requests_in_one_burst_are_answered_in_one_reply():
    parts = asking(reading("return?", (RETURNS, 0.95)), reading("money?", (REFUND, 0.85)))
    reply = decided(turn(reading("both", (RETURNS, 0.4)), parts=parts)).reply
    assert reply.text == "Send it back within 30 days.\n\nIt takes five days."
    assert reply.reasons.probability == 0.85
    assert "2 things" in reply.reasons.because[0]


def test_the_same_request_said_twice_is_answered_once():
    parts = (reading("return?", (RETURNS, 0.95)), reading("send back?", (RETURNS, 0.9)))
    reply = decided(turn(reading("both", (RETURNS, 0.9)), parts=parts)).reply
    assert reply.text == "Send it back within 30 days."


def test_of_two_requests_the_one_that_needs_details_comes_last():
    parts = asking(reading("order?", (ORDER, 0.95)), reading("return?", (RETURNS, 0.9)))
    decision = decided(turn(reading("both"), parts=parts))
    assert decision.reply.text.startswith("Send it back within 30 days.\n\n")
    assert "Which order?" in decision.reply.text
    assert decision.state.form
    assert decision.state.form.template == ORDER.id


def test_of_two_requests_one_may_need_a_lookup_first():
    parts = asking(reading("return?", (RETURNS, 0.9)), reading("order?", (ORDER, 0.95)))
    messages = (CustomerMessage(1, "return? order LW123 a@b.c"),)
    assert isinstance(decide(turn(reading("x"), parts=parts, messages=messages)), NeedsLookup)


def test_two_requests_that_both_need_details_are_asked_about_one_at_a_time():
    other = replace(ORDER, id="other", title="Other")
    parts = asking(reading("order?", (ORDER, 0.95)), reading("other?", (other, 0.9)))
    templates = {**TEMPLATES, other.id: other}
    reply = decided(turn(reading("both"), parts=parts, templates=templates)).reply
    assert reply.text.count("Which order?") == 1


def test_whoever_waits_for_a_person_is_told_so_and_nothing_else():
    state = DialogState(clarified=True)
    decision = decided(turn(reading("return?", (RETURNS, 0.99)), state=state, waiting=True))
    assert decision.reply.kind is Kind.HANDOFF
    assert decision.reply.reasons.rule == "waiting"
    assert (decision.state, decision.hand_off) == (state, None)


def test_handing_over_forgets_an_open_form():
    state = replace(DialogState(), clarified=True)
    decision = hand_over(turn(reading("x"), state=state), "handoff_failed", "It broke.", "fallback")
    assert decision.state == DialogState()
    assert decision.reply.reasons.because == ("It broke.",)


@pytest.mark.parametrize(("text", "rule"), [("Guten Tag!", "greeting"), ("merci", "thanks")])
def test_a_bare_courtesy_is_answered_in_kind_whatever_an_answer_is_sure_of(text, rule):
    act = {"greeting": Act.GREETING, "thanks": Act.THANKS}[rule]
    decision = decide(turn(reading(text, (RETURNS, 0.95), act=act)))
    assert decision.reply.reasons.rule == rule
    assert decision.reply.reasons.template is None


CARRYING = AnswerTemplate(
    TemplateId("carrying"), "Loads", {"en": "The Ember carries 90 kg.", "de": "Bis 90 kg."}
)


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("how heavy is the Ember", Kind.CLARIFY),
        ("how much can the Ember carry", Kind.ANSWER),
        ("is the Ember any good", Kind.ANSWER),
    ],
)
def test_an_answer_with_a_figure_of_another_kind_is_offered_and_not_given(text, kind):
    templates = {**TEMPLATES, CARRYING.id: CARRYING}
    decision = decided(turn(reading(text, (CARRYING, 0.95)), templates=templates))
    assert decision.reply.kind is kind


def test_a_figure_of_another_kind_is_told_in_french_too():
    template = replace(CARRYING, texts={"fr": "L'Ember porte jusqu'à 90 kg."})
    templates = {**TEMPLATES, template.id: template}
    for text, kind in (
        ("Combien pèse l'Ember ?", Kind.CLARIFY),
        ("Quelle charge porte l'Ember ?", Kind.ANSWER),
    ):
        decision = decided(turn(reading(text, (template, 0.95)), templates=templates))
        assert decision.reply.kind is kind


@pytest.mark.parametrize(
    "more", [{"texts": {"en": "It is {{ weight }}, or 9 l."}}, {"texts": {"pl": "Unosi 90 kg."}}]
)
def test_an_answer_whose_figures_cannot_be_read_is_given(more):
    template = replace(CARRYING, **more)
    templates = {**TEMPLATES, template.id: template}
    asked = turn(reading("how heavy is the Ember", (template, 0.95)), templates=templates)
    assert not isinstance(decide(asked), Decision) or decided(asked).reply.kind is not Kind.CLARIFY
