"""What became of templates: said, liked, left for a person, taken by agents, rated."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta

import pytest
from conversing import answering
from situations import NOON

from bot.content.taken_words import SUGGESTION, is_as_written
from bot.content.template_outcomes import Outcome, outcomes
from bot.content.templates import put_template
from bot.conversations import agents
from bot.dialog import Kind
from bot.dialog.decisions import ABOVE
from bot.store.tables import FeedbackRow, RatingRow
from knowledge import AnswerTemplate, TemplateId

LONG_AGO = NOON - timedelta(days=1)
RETURNS = TemplateId("returns")
TEMPLATE = AnswerTemplate(
    RETURNS,
    "Returns",
    {"en": "Dear {{ name }}, send it (back)\nwithin 30 days."},
    variants={"en": ("You have 30 days.",)},
    texts_on={"telegram": {"en": "30 days!"}},
)


def saying(template: str = RETURNS, **reasons):
    decided = answering("an answer")
    reply = decided.decision.reply
    made = replace(reply.reasons, template=TemplateId(template), template_version=3, **reasons)
    return replace(decided, decision=replace(decided.decision, reply=replace(reply, reasons=made)))


@pytest.fixture
def told(desk):
    """A conversation in which the bot said the template."""
    conversation = desk.conversation()
    desk.says(conversation, "how do I return this?", "first")
    desk.commit(desk.pending(conversation), saying())
    return conversation


def found(desk) -> Outcome:
    return outcomes(desk.database, LONG_AGO).get(RETURNS, Outcome())


def goes_on(desk, conversation: str, decided) -> None:
    desk.says(conversation, "and now?", f"key at {desk.now}")
    desk.commit(desk.pending(conversation), decided)


def test_every_time_that_it_was_said_counts(desk, told):
    goes_on(desk, told, saying("other", also=(RETURNS,)))
    assert (found(desk).shown, found(desk).last_at) == (2, desk.now)
    assert outcomes(desk.database, desk.now + timedelta(seconds=1)) == {}


@pytest.mark.parametrize("more", [{"rule": ABOVE}, {"kind": Kind.ASK}])
def test_pointing_to_it_or_asking_details_for_it_is_not_saying_it(desk, told, more):
    decided = saying(**{name: value for name, value in more.items() if name != "kind"})
    if "kind" in more:
        reply = replace(decided.decision.reply, kind=more["kind"])
        decided = replace(decided, decision=replace(decided.decision, reply=reply))
    goes_on(desk, told, decided)
    assert found(desk).shown == 1


def test_thumbs_and_ratings_are_those_of_today(desk, told):
    seq = desk.messages(told, "bot")[-1].seq
    with desk.database.write() as session:
        session.add(FeedbackRow(conversation_id=told, seq=seq, helpful=False, at=desk.later()))
        session.add(RatingRow(conversation_id=told, score=2, at=desk.later()))
    goes_on(desk, told, saying())
    result = found(desk)
    assert (result.helpful, result.unhelpful) == (0, 1)
    assert (result.ratings, result.rating) == (1, 2.0)


def test_a_person_who_came_next_is_the_last_answers_doing(desk, told):
    goes_on(desk, told, saying("other"))
    desk.take_over(told, desk.agent())
    did = outcomes(desk.database, LONG_AGO)
    assert (did[RETURNS].to_person, did[TemplateId("other")].to_person) == (0, 1)


def test_words_that_agents_took_and_changed_are_counted(desk):
    with desk.database.write() as session:
        put_template(session, TEMPLATE, NOON)
    agent = desk.agent()
    for text in ("Dear Ann, send it (back) within 30 days.", "Dear Ann, 14 days."):
        conversation = desk.held_by(agent)
        context = {SUGGESTION: RETURNS}
        now = desk.later()
        for _ in range(2):
            agents.reply(desk.database, conversation, agent, "k", text, now, context=context)
    assert (found(desk).by_agents, found(desk).edited, found(desk).shown) == (2, 1, 0)


@pytest.mark.parametrize(
    ("text", "written"),
    [
        ("Dear Ann Lee, send it (back)\n\nwithin 30 days.", True),
        ("Dear [name], send it (back) within 30 days.", True),
        ("You have 30 days.", True),
        ("30 days!", True),
        ("Dear Ann, send it (back) within 31 days.", False),
        ("Dear , send it (back) within 30 days.", False),
        ("You have 30 days. Bye!", False),
    ],
)
def test_a_reply_is_as_written_whatever_stands_in_its_fields(text, written):
    assert is_as_written(TEMPLATE, text) is written
