"""What an "and" joins: both are answered where both are surely meant, else the bot asks back."""

from __future__ import annotations

from dataclasses import replace

import pytest
from situations import HOURS, REFUND, RETURNS, intent, reading, turn

from bot.dialog import Decision, Kind, Reading, decide
from bot.dialog.both import may_mean_both
from knowledge.records import IntentId

BOTH = "Send it back within 30 days.\n\nIt takes five days."
RETURN = reading("send it back", (RETURNS, 0.9))
MONEY = reading("get a refund", (REFUND, 0.9), (HOURS, 0.2))
WHOLE = reading("send it back and get a refund", (RETURNS, 0.5), (REFUND, 0.4))
INTENTS = {
    each.id: replace(each, intents=(IntentId(name),))
    for each, name in ((RETURNS, "return"), (REFUND, "money"), (HOURS, "hours"))
}


def decided(whole: Reading, *sides: tuple[Reading, Reading], **more) -> Decision:
    outcome = decide(turn(whole, sides=sides, **more))
    assert isinstance(outcome, Decision)
    return outcome


def shared(first: float, second: float, *found, text: str = "both") -> Reading:
    """A message whose probability a model shares out between two intents."""
    near = found or ((RETURNS, 0.45), (REFUND, 0.4))
    return reading(text, *near, intents=(intent("return", first), intent("money", second)))


def test_two_sides_that_are_each_sure_are_answered_in_one_reply():
    decision = decided(WHOLE, (RETURN, MONEY))
    assert (decision.reply.kind, decision.reply.text) == (Kind.ANSWER, BOTH)
    reasons = decision.reply.reasons
    assert (reasons.template, reasons.also) == (RETURNS.id, (REFUND.id,))
    assert reasons.because == ("It asks 2 things: “Returning something”, “Refunds”.",)


def test_the_first_cut_that_makes_two_requests_counts():
    neither = reading("send it", (RETURNS, 0.3)), reading("back and get a refund", (REFUND, 0.9))
    assert decided(WHOLE, neither, (RETURN, MONEY)).reply.text == BOTH


@pytest.mark.parametrize(
    ("whole", "sides"),
    [
        (WHOLE, (RETURN, reading("wash it", (RETURNS, 0.85)))),
        (WHOLE, (RETURN, reading("sing"))),
        (WHOLE, (reading("sing"), MONEY)),
        (WHOLE, (RETURN, reading("pay", (REFUND, 0.7)))),
        (reading("open", (RETURNS, 0.5), (HOURS, 0.4)), (RETURN, MONEY)),
    ],
    ids=["one answer for both", "second unknown", "first unknown", "unsure", "other whole"],
)
def test_what_may_be_one_request_is_asked_about(whole, sides):
    assert decided(whole, sides).reply.kind is Kind.CLARIFY


def test_what_the_whole_is_sure_of_wins_over_sides_that_miss_it():
    whole = reading("all", (HOURS, 0.9), (RETURNS, 0.2), (REFUND, 0.2))
    assert decided(whole, (RETURN, MONEY)).reply.reasons.template == HOURS.id


def test_a_model_that_shares_its_probability_out_is_in_doubt():
    sides = reading("send", (RETURNS, 0.6)), reading("refund", (REFUND, 0.7))
    assert decided(shared(0.5, 0.4), sides, templates=INTENTS).reply.kind is Kind.CLARIFY


@pytest.mark.parametrize(
    ("found", "worth"),
    [
        (((RETURNS, 0.9), (REFUND, 0.1)), True),
        (((RETURNS, 0.9), (REFUND, 0.05)), False),
        ((), False),
    ],
)
def test_sides_are_read_only_where_two_answers_have_to_do_with_the_whole(found, worth):
    assert may_mean_both(reading("both", *found)) is worth
