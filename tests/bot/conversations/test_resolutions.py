"""What counts as resolved, by whom, and for how long."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta

import pytest
from conversing import Desk, answering

from bot.conversations import agents
from bot.conversations.resolutions import Resolutions, make_durable, resolutions
from bot.dialog import Kind, Move, Status
from bot.store.tables import FeedbackRow
from knowledge.records import TemplateId

WEEK = timedelta(days=7)


def counted(desk: Desk) -> Resolutions:
    with desk.database.read() as session:
        return resolutions(session, desk.now - timedelta(days=365))


def bot_replies(desk: Desk, conversation: str, kind: Kind, template: str | None) -> int:
    """The bot answers what waits, with a reply of this kind; returns its number."""
    decided = answering()
    reply = decided.decision.reply
    reasons = replace(reply.reasons, kind=kind, template=TemplateId(template) if template else None)
    decision = replace(decided.decision, reply=replace(reply, kind=kind, reasons=reasons))
    desk.commit(desk.pending(conversation), replace(decided, decision=decision))
    return desk.messages(conversation)[-1].seq


def asked(desk: Desk, kind: Kind = Kind.ANSWER, template: str | None = "returns") -> str:
    conversation = desk.conversation()
    desk.says(conversation, "how do I return this?")
    bot_replies(desk, conversation, kind, template)
    return conversation


def test_closed_by_a_person_it_is_resolved_by_a_person(desk):
    ada = desk.agent()
    conversation = desk.held_by(ada)
    desk.replies(conversation, ada)
    agents.close(desk.database, conversation, ada, desk.later())
    assert counted(desk) == Resolutions(resolved=1, by_bot=0, by_person=1, durable=0, undone=0)
    assert desk.events(conversation, "resolved")[0].data == {"by": "person"}


def test_an_answer_of_the_bot_after_which_the_customer_falls_silent_resolves_it(desk):
    desk.move(asked(desk), Move.LAPSE)
    desk.move(asked(desk, Kind.COMPOSE, None), Move.LAPSE)
    assert (counted(desk).resolved, counted(desk).by_bot) == (2, 2)


def test_politeness_after_the_answer_changes_nothing(desk):
    conversation = asked(desk)
    desk.says(conversation, "thanks")
    bot_replies(desk, conversation, Kind.ANSWER, None)
    desk.move(conversation, Move.LAPSE)
    assert counted(desk).by_bot == 1


@pytest.mark.parametrize(("kind", "template"), [(Kind.CLARIFY, None), (Kind.ANSWER, None)])
def test_who_leaves_after_a_question_back_or_a_greeting_was_not_helped(desk, kind, template):
    desk.move(asked(desk, kind, template), Move.LAPSE)
    assert counted(desk).resolved == 0


def test_an_answer_that_the_customer_disliked_resolves_nothing(desk):
    conversation = asked(desk)
    seq = desk.messages(conversation)[-1].seq
    with desk.database.write() as session:
        session.add(FeedbackRow(conversation_id=conversation, seq=seq, helpful=False, at=desk.now))
    desk.move(conversation, Move.LAPSE)
    assert counted(desk).resolved == 0


def test_a_conversation_in_which_nobody_wrote_is_no_resolution(desk):
    desk.move(desk.conversation(), Move.LAPSE)
    assert counted(desk).resolved == 0


def test_after_a_week_without_reopening_it_lasted(desk):
    conversation = asked(desk)
    desk.move(conversation, Move.LAPSE)
    assert make_durable(desk.database, WEEK, desk.passes(days=6)) == []
    assert make_durable(desk.database, WEEK, desk.passes(days=2)) == [conversation]
    assert make_durable(desk.database, WEEK, desk.later()) == []
    assert counted(desk).durable == 1
    assert len(desk.events(conversation, "resolved_durably")) == 1


def test_reopening_undoes_it_and_the_next_closing_counts_anew(desk):
    conversation = asked(desk)
    desk.move(conversation, Move.LAPSE)
    desk.says(conversation, "that did not work")
    assert counted(desk) == Resolutions(resolved=0, by_bot=0, by_person=0, durable=0, undone=1)
    assert make_durable(desk.database, WEEK, desk.passes(days=8)) == []
    desk.commit(desk.pending(conversation), answering(hand_off="unsure"))
    ada = desk.agent()
    desk.take_over(conversation, ada)
    agents.close(desk.database, conversation, ada, desk.later())
    assert (counted(desk).resolved, counted(desk).by_person, counted(desk).undone) == (1, 1, 1)


def test_what_lasted_stays_so_when_the_customer_comes_back_with_something_else(desk):
    conversation = asked(desk)
    desk.move(conversation, Move.LAPSE)
    make_durable(desk.database, WEEK, desk.passes(days=8))
    desk.says(conversation, "another question")
    assert (counted(desk).durable, counted(desk).undone) == (1, 0)


def test_what_a_person_once_wrote_does_not_make_later_answers_a_persons(desk):
    ada = desk.agent()
    conversation = desk.held_by(ada)
    desk.replies(conversation, ada)
    agents.close(desk.database, conversation, ada, desk.later())
    make_durable(desk.database, WEEK, desk.passes(days=8))
    desk.says(conversation, "how do I return this?")
    bot_replies(desk, conversation, Kind.ANSWER, "returns")
    desk.move(conversation, Move.LAPSE)
    assert (counted(desk).by_person, counted(desk).by_bot) == (1, 1)


def test_thanks_after_the_end_are_answered_and_undo_nothing(desk):
    ada = desk.agent()
    conversation = desk.held_by(ada)
    desk.replies(conversation, ada)
    agents.close(desk.database, conversation, ada, desk.later())
    accepted = desk.says(conversation, "thank you!")
    assert not accepted.awaits_turn
    assert desk.row(conversation).status == Status.CLOSED
    assert (counted(desk).resolved, counted(desk).undone) == (1, 0)
    last = desk.messages(conversation)[-1]
    assert (last.author, last.reply_to) == ("system", [accepted.seq])
    desk.says(conversation, "but where is the other one?")
    assert desk.row(conversation).status == Status.AUTOMATED
    assert counted(desk).undone == 1
