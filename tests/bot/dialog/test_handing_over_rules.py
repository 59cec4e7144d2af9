"""Rules of the operator's: who goes to a person, into which queue, and before whom."""

from __future__ import annotations

from dataclasses import replace

import pytest
from situations import POLICY, RETURNS, intent, reading, turn

from bot.dialog import Alarm, Decision, Kind, Priority, Queue, Route, decide
from knowledge.records import IntentId
from nlu import Act, danger_in

QUEUES = (
    Queue("billing", frozenset({IntentId("invoice")}), Priority.HIGH),
    Queue("workshop", frozenset({IntentId("repair"), IntentId("invoice")})),
)


def decided(meant, *, policy=POLICY, **situation) -> Decision:
    outcome = decide(turn(meant, policy=policy, **situation))
    assert isinstance(outcome, Decision)
    return outcome


def test_customers_whom_a_rule_names_reach_a_person_whatever_they_ask():
    policy = replace(POLICY, hand_off_customers=frozenset({"vip@x.example"}))
    meant = reading("How do I return this?", (RETURNS, 0.99))
    known = decided(meant, policy=policy, customers=frozenset({"vip@x.example", "web:7"}))
    assert (known.reply.kind, known.reply.reasons.rule) == (Kind.HANDOFF, "customer")
    assert decided(meant, policy=policy).reply.kind is Kind.ANSWER


@pytest.mark.parametrize(("sentiment", "kind"), [(-0.9, Kind.HANDOFF), (-0.1, Kind.ANSWER)])
def test_a_message_unhappier_than_the_rule_allows_goes_to_a_person(sentiment, kind):
    policy = replace(POLICY, hand_off_sentiment=-0.6)
    meant = reading("How do I return this?", (RETURNS, 0.99), sentiment=sentiment)
    assert decided(meant, policy=policy).reply.kind is kind


@pytest.mark.parametrize(("dangers", "kind"), [(True, Kind.HANDOFF), (False, Kind.ANSWER)])
def test_who_tells_of_danger_goes_to_a_person_unless_that_is_switched_off(dangers, kind):
    text = "my dragon caught fire, how do I return it?"
    meant = reading(text, (RETURNS, 0.99), danger=danger_in(text))
    assert decided(meant, policy=replace(POLICY, hand_off_dangers=dangers)).reply.kind is kind


def test_the_queue_and_its_priority_follow_from_the_intent():
    meant = reading("my lawyer", intents=(intent("repair", 0.9),))
    policy = replace(POLICY, queues=QUEUES, hand_off_words=())
    unsure = decided(meant, policy=policy, waiting=False)
    assert unsure.reply.kind is Kind.CLARIFY
    asked = decided(replace(meant, act=None), policy=replace(policy, hand_off_sentiment=0.5))
    assert asked.route == Route("workshop", Priority.NORMAL)


def test_the_first_queue_that_takes_the_intent_gets_it():
    meant = reading("x", intents=(intent("invoice", 0.9),), sentiment=-1.0)
    policy = replace(POLICY, queues=QUEUES, hand_off_sentiment=0.0)
    assert decided(meant, policy=policy).route == Route("billing", Priority.HIGH)


def test_what_a_rule_calls_urgent_waits_first_in_its_queue():
    meant = reading("x", intents=(intent("repair", 0.9),), alarm=Alarm("Smoke.", 0.9))
    policy = replace(POLICY, queues=QUEUES)
    assert decided(meant, policy=policy).route == Route("workshop", Priority.URGENT)


def test_an_alarm_is_heard_while_a_person_is_awaited_already():
    decision = decided(reading("now it smokes", alarm=Alarm("Smoke.", 0.9)), waiting=True)
    assert decision.route.priority is Priority.URGENT
    assert decided(reading("any news?"), waiting=True).hand_off is None


@pytest.mark.parametrize("waiting", [False, True])
def test_switched_off_it_says_only_that_a_person_will_answer(waiting):
    meant = reading("How do I return this?", (RETURNS, 0.99))
    decision = decided(meant, silenced=True, waiting=waiting)
    assert decision.reply.kind is Kind.HANDOFF
    assert "30 days" not in decision.reply.text
    assert (decision.hand_off is None) == waiting


@pytest.mark.parametrize(
    ("more", "rule"),
    [
        ({"written_in": "fr"}, "language"),
        ({"written_in": "en"}, None),
        ({"written_in": None}, None),
        ({"written_in": "fr", "act": Act.THANKS}, None),
    ],
)
def test_a_language_that_is_answered_too_badly_goes_to_a_person_pleasantries_do_not(more, rule):
    policy = replace(POLICY, hand_off_languages=frozenset({"fr"}))
    said = decided(reading("comment le rendre ?", (RETURNS, 0.99), **more), policy=policy)
    assert said.reply.reasons.rule == rule
    assert ("language" in said.reply.text) is (rule == "language")


def test_a_rule_for_a_parent_counts_all_that_stands_under_it():
    policy = replace(POLICY, hand_off_intents=frozenset({IntentId("law")}))
    split = reading("?", (RETURNS, 0.9), intents=(intent("law/sue", 0.2), intent("law/gdpr", 0.2)))
    decision = decided(split, policy=policy)
    assert decision.hand_off == "The rule for the intent “law” sends this to a person."
    once = reading("?", (RETURNS, 0.9), intents=(intent("law/sue", 0.2), intent("lawn", 0.5)))
    assert decided(once, policy=policy).hand_off is None


def test_a_queue_for_a_parent_takes_what_no_queue_of_its_own_does():
    queues = (
        Queue("money", frozenset({IntentId("money")})),
        Queue("refunds", frozenset({IntentId("money/refund")})),
    )
    policy = replace(POLICY, queues=queues, hand_off_sentiment=0.5)
    routes = [
        decided(reading("?", intents=(intent(name, 0.9),)), policy=policy).route.queue
        for name in ("money/refund", "money/late", "monetary")
    ]
    assert routes == ["refunds", "money", ""]
