"""Of several ways to read a follow-up, the one that the evidence supports."""

from __future__ import annotations

from typing import Any

from situations import HOURS, ORPHAN, REFUND, RETURNS, composed, reading, turn

from bot.dialog import DialogState, FollowUp, Memory, Reading, best_supported
from bot.dialog.memory import recalled
from bot.dialog.messages import QuotedTurn

SAID = DialogState(memory=Memory("return?", (RETURNS.id,)))


def way(name: str, together: Reading, **more: Any) -> FollowUp:
    given = {"loosely": False, "replaced": False, "on_topic": True, "asked": name, **more}
    return FollowUp(name, together, **given)


def best(alone: Reading, *ways: FollowUp, state: DialogState = SAID, **more: Any) -> str | None:
    found = best_supported(turn(alone, state=state, **more), ways)
    return found.text if found else None


def test_the_way_that_leads_to_the_likeliest_answer_is_taken():
    beside = way("beside", reading("x", (REFUND, 0.5)))
    in_place = way("in place", reading("y", (REFUND, 0.9)))
    assert best(reading("money?", (REFUND, 0.2)), beside, in_place) == "in place"


def test_what_the_message_does_not_lead_to_by_itself_is_no_evidence():
    beside = way("beside", reading("x", (REFUND, 0.5)))
    guess = way("guess", reading("y", (HOURS, 0.9)))
    assert best(reading("money?", (REFUND, 0.2)), beside, guess) == "beside"
    certain = way("certain", reading("y", (HOURS, 0.9)), replaced=True)
    assert best(reading("money?", (REFUND, 0.2)), beside, certain) == "certain"


def test_the_answer_just_given_is_no_evidence_for_a_way_that_leads_back_to_it():
    back = way("back", reading("x", (RETURNS, 0.99)))
    onward = way("onward", reading("y", (REFUND, 0.3)))
    assert best(reading("money?", (RETURNS, 0.5), (REFUND, 0.2)), back, onward) == "onward"


def test_passages_count_where_they_name_the_matter_and_were_not_just_quoted():
    plain = way("plain", reading("x"))
    known = composed("It is free.")
    assert best(reading("free?"), plain, way("quoting", reading("y", **known))) == "quoting"
    off = way("off", reading("y", **known), on_topic=False)
    assert best(reading("free?"), plain, off) == "plain"
    again = DialogState(memory=recalled(QuotedTurn("q", quotes=("It is free.",))))
    quoting = way("quoting", reading("y", **known))
    assert best(reading("free?"), plain, quoting, state=again) == "plain"


def test_a_template_that_is_gone_is_no_evidence():
    gone = way("gone", reading("x", (ORPHAN, 0.9), (REFUND, 0.1)), replaced=True)
    alone = reading("money?", (REFUND, 0.2))
    near = way("near", reading("y", (REFUND, 0.4)))
    assert best(alone, gone, near, templates={REFUND.id: REFUND}) == "near"


def test_without_any_evidence_the_surest_way_of_the_words_is_taken():
    assert best(reading("x"), way("first", reading("a")), way("second", reading("b"))) == "first"
    assert best(reading("x")) is None
