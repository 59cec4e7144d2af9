"""A matter that is sure while its kind is not: the customer chooses among the kinds."""

from __future__ import annotations

from dataclasses import replace

from situations import HOURS, ORDER, REFUND, RETURNS, TEMPLATES, intent, reading, turn

from bot.dialog import Bearing, Decision, DialogState, FollowUp, Kind, Reading, decide
from knowledge.records import IntentId

KNOWN = {
    **TEMPLATES,
    RETURNS.id: replace(RETURNS, intents=(IntentId("goods/return"),)),
    REFUND.id: replace(REFUND, intents=(IntentId("money/refund"), IntentId("money/late"))),
    HOURS.id: replace(HOURS, intents=(IntentId("money/hours"),)),
    ORDER.id: replace(ORDER, intents=(IntentId("money/order"),)),
}
MONEY = (intent("money/order", 0.5), intent("money/refund", 0.4), intent("goods/return", 0.1))


def asked(*intents, near=((REFUND, 0.2),), **more) -> Decision:
    meant = reading("my money", *near, intents=intents or MONEY)
    outcome = decide(turn(meant, templates=KNOWN, **more))
    assert isinstance(outcome, Decision)
    return outcome


def offered(decision: Decision) -> list[str]:
    buttons = (each.action.template for each in decision.reply.buttons)
    return [each for each in buttons if each is not None]


def test_the_customer_chooses_which_kind_of_a_sure_matter_it_is():
    decision = asked()
    assert decision.reply.kind is Kind.CLARIFY
    assert offered(decision) == [ORDER.id, REFUND.id]
    assert decision.reply.reasons.because == (
        "It is about “money”, but not surely about one kind of it.",
    )
    assert decision.state.clarified


def test_no_more_than_three_kinds_are_offered_and_each_answer_once():
    kinds = (intent("money/order", 0.4), intent("money/refund", 0.2), intent("money/late", 0.2))
    assert offered(asked(*kinds, intent("money/hours", 0.1))) == [ORDER.id, REFUND.id, HOURS.id]


def test_of_parents_within_parents_the_nearest_sure_one_is_asked_about():
    inner = {
        RETURNS.id: replace(RETURNS, intents=(IntentId("shop/money/back"),)),
        REFUND.id: replace(REFUND, intents=(IntentId("shop/money/late"),)),
    }
    intents = intent("shop/money/back", 0.5), intent("shop/money/late", 0.4), intent("shop/x", 0.1)
    meant = reading("money", (REFUND, 0.2), intents=intents)
    decision = decide(turn(meant, templates={**TEMPLATES, **inner}))
    assert "“shop/money”" in decision.reply.reasons.because[0]


def test_a_matter_that_is_not_sure_offers_what_is_near():
    decision = asked(intent("money/order", 0.4), intent("money/refund", 0.3), near=((HOURS, 0.5),))
    assert offered(decision) == [HOURS.id]


def test_a_strange_message_of_which_the_model_is_sure_offers_nothing():
    assert offered(asked(near=())) == []


def test_a_single_kind_with_an_answer_is_no_choice():
    assert offered(asked(intent("money/order", 0.5), intent("money/unknown", 0.5))) == []


def test_what_the_customer_did_not_mean_is_not_offered_again():
    said = DialogState(memory=replace(DialogState().memory, said=(ORDER.id,)))
    meant = reading("no, my money", (REFUND, 0.2), intents=MONEY)
    step = replace(turn(meant, templates=KNOWN, state=said), bearing=Bearing.MENDED)
    assert offered(decide(step)) == []


def test_it_is_asked_once_and_then_a_person_comes():
    assert asked(state=DialogState(clarified=True)).hand_off


def test_a_follow_up_is_asked_about_with_the_question_before():
    meant = reading("and money?", (REFUND, 0.2), intents=MONEY)
    leaning = FollowUp(
        "money?", Reading("money?", "en"), loosely=False, replaced=False, on_topic=True, asked="?"
    )
    decision = decide(replace(turn(meant, templates=KNOWN), follow_up=leaning))
    assert offered(decision) == []
