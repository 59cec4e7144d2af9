"""The switch that keeps the bot from speaking, and what becomes of those who write meanwhile."""

from __future__ import annotations

from dataclasses import replace

import pytest
from conversing import answering

from bot.conversations.outbox import NotSent, claim, due, settle
from bot.conversations.silence import silence, standing_author, unsilence
from bot.conversations.turns import CommitOutcome
from bot.dialog import Status


def test_a_reply_computed_before_the_switch_is_not_stored(desk):
    conversation = desk.conversation()
    desk.says(conversation, "hello")
    turn = desk.pending(conversation)
    silence(desk.database, "Ada", desk.later())
    assert desk.commit(turn) is CommitOutcome.STALE
    assert desk.pending(conversation).silenced


def test_what_is_said_instead_is_a_notice_and_nobody_is_left_without_a_person(desk):
    silence(desk.database, "Ada", desk.later())
    conversation = desk.conversation()
    desk.says(conversation, "hello")
    turn = desk.pending(conversation)
    assert desk.commit(turn, answering("a notice", hand_off="off")) is CommitOutcome.COMMITTED
    notice = desk.messages(conversation)[-1]
    assert (notice.author, notice.reply_to) == ("system", [turn.messages[0].seq])
    assert desk.row(conversation).status == Status.WAITING
    assert desk.messages(conversation, "bot") == []


def test_what_waits_in_the_outbox_is_cancelled_and_its_customer_handed_to_people(desk):
    conversation = desk.telegram_conversation()
    desk.says(conversation, "hello")
    desk.answers(conversation)
    assert silence(desk.database, "Ada", desk.later()) == [conversation]
    assert desk.row(conversation).status == Status.WAITING
    sent = [(row.author, row.status) for row in desk.outbox(conversation)]
    assert sent == [("bot", "cancelled"), ("system", "pending")]


def test_no_sentence_of_the_bot_is_claimed_while_it_is_off(desk):
    conversation = desk.telegram_conversation()
    desk.says(conversation, "hello")
    desk.answers(conversation)
    (row,) = due(desk.database, "telegram", desk.later(), ())
    silence(desk.database, "Ada", desk.later())
    assert claim(desk.database, row.id, desk.later()) is None
    with desk.database.read() as session:
        assert standing_author(session) == "system"


@pytest.mark.parametrize("hand_off", [None, "unsure"])
def test_what_was_on_the_wire_and_comes_back_is_replaced_by_a_notice_once(desk, hand_off):
    conversation = desk.telegram_conversation()
    desk.says(conversation, "hello")
    desk.commit(desk.pending(conversation), answering(hand_off=hand_off))
    (row,) = due(desk.database, "telegram", desk.later(), ())
    claim(desk.database, row.id, desk.later())
    silence(desk.database, "Ada", desk.later())
    for _ in range(2):
        settle(desk.database, row.id, NotSent("too many", desk.now), desk.later())
    sent = [(row.author, row.status) for row in desk.outbox(conversation)]
    assert sent == [("bot", "cancelled"), ("system", "pending")]
    assert desk.row(conversation).status == Status.WAITING


def test_switched_on_again_it_answers_those_it_still_holds(desk):
    conversation = desk.conversation()
    desk.says(conversation, "hello")
    silence(desk.database, "Ada", desk.later())
    unsilence(desk.database)
    turn = desk.pending(conversation)
    assert not turn.silenced
    assert desk.commit(replace(turn, silenced=True)) is CommitOutcome.STALE
    assert desk.commit(turn) is CommitOutcome.COMMITTED
