"""What the bot may say itself, what it only drafts, and what it leaves to people."""

from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st
from situations import POLICY, RETURNS, TEMPLATES, composed, intent, reading, turn

from bot.dialog import Decision, Degree, Kind, Mode, Policy, Trust, decide
from knowledge.records import IntentId

ABOUT = IntentId("returning")
KNOWN = {**TEMPLATES, RETURNS.id: replace(RETURNS, intents=(ABOUT,))}


def trusting(**trust: dict) -> Policy:
    return replace(POLICY, trust=Trust(**trust))


def asked(policy: Policy, meant=None, **situation) -> Decision:
    meant = meant or reading("How do I return this?", (RETURNS, 0.95))
    outcome = decide(turn(meant, policy=policy, templates=KNOWN, **situation))
    assert isinstance(outcome, Decision)
    return outcome


def test_what_nobody_restricted_is_live():
    assert asked(trusting()).reply.kind is Kind.ANSWER


def test_a_drafted_intent_fetches_a_person_and_shows_only_them_the_answer():
    decision = asked(trusting(intents={ABOUT: Degree(Mode.DRAFT)}))
    assert decision.reply.kind is Kind.HANDOFF
    assert "30 days" not in decision.reply.text
    assert decision.draft.text == "Send it back within 30 days."
    assert decision.hand_off


def test_an_intent_that_is_off_leaves_no_draft():
    decision = asked(trusting(intents={ABOUT: Degree(Mode.OFF)}))
    assert (decision.reply.kind, decision.draft) == (Kind.HANDOFF, None)


def test_a_composed_answer_is_held_to_the_likeliest_intent():
    meant = reading("hm", intents=(intent(ABOUT, 0.9),), **composed("One."))
    decision = asked(trusting(intents={ABOUT: Degree(Mode.DRAFT)}), meant)
    assert decision.draft.kind is Kind.COMPOSE


def test_two_requests_are_held_to_the_stricter_of_their_intents():
    refund = replace(KNOWN["refund"], intents=(IntentId("money"),))
    parts = (reading("a", (RETURNS, 0.9), asks=True), reading("b", (refund, 0.9), asks=True))
    policy = trusting(intents={IntentId("money"): Degree(Mode.OFF)})
    given_ = turn(
        reading("a and b"), parts=parts, policy=policy, templates={**KNOWN, refund.id: refund}
    )
    assert decide(given_).reply.kind is Kind.HANDOFF


@pytest.mark.parametrize("channel", ["web", "telegram"])
def test_a_channel_is_restricted_by_itself(channel):
    decision = asked(trusting(channels={"telegram": Degree(Mode.DRAFT)}), channel=channel)
    assert (decision.draft is not None) == (channel == "telegram")


def test_what_goes_to_a_person_anyway_is_left_as_it_is():
    meant = reading("I will call my lawyer")
    decision = asked(trusting(channels={"web": Degree(Mode.OFF)}), meant)
    assert decision.reply.reasons.rule == "rule"


@given(st.floats(0, 1), st.floats(0, 1, exclude_max=True))
def test_a_share_of_the_conversations_is_live_and_the_rest_are_drafted(share, bucket):
    mode = Degree(Mode.LIVE, share).mode_for(bucket)
    assert mode is (Mode.LIVE if bucket < share else Mode.DRAFT)


@given(st.sampled_from(Mode), st.sampled_from(Mode), st.floats(0, 1, exclude_max=True))
def test_channel_and_intent_together_are_never_trusted_more_than_either(one, other, bucket):
    trust = Trust({"web": Degree(one)}, {ABOUT: Degree(other)})
    order = [Mode.OFF, Mode.DRAFT, Mode.LIVE]
    both = trust.mode("web", (ABOUT,), bucket)
    assert order.index(both) == min(order.index(one), order.index(other))


@pytest.mark.parametrize(
    ("named", "kind"),
    [
        ({"goods": Mode.OFF}, Kind.HANDOFF),
        ({"goods": Mode.OFF, "goods/returning": Mode.LIVE}, Kind.ANSWER),
        ({"goods/return": Mode.OFF}, Kind.ANSWER),
    ],
    ids=["under it", "itself named", "of a like name"],
)
def test_what_a_parent_is_trusted_with_holds_for_what_stands_under_it(named, kind):
    policy = trusting(intents={IntentId(name): Degree(mode) for name, mode in named.items()})
    known = {**TEMPLATES, RETURNS.id: replace(RETURNS, intents=(IntentId("goods/returning"),))}
    outcome = decide(turn(reading("?", (RETURNS, 0.95)), policy=policy, templates=known))
    assert outcome.reply.kind is kind
