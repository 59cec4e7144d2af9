"""A customer's message is stored once, under the key its sender chose."""

from __future__ import annotations

from concurrent.futures import ThreadPoolExecutor
from dataclasses import replace
from datetime import datetime

import pytest
from conversing import Desk, answering
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from sqlmodel import Session

from bot.content.attachments import expect_attachment
from bot.conversations.errors import (
    ConflictingMessageError,
    ForeignAttachmentError,
    UnknownButtonError,
    UnknownConversationError,
    UsedAttachmentError,
)
from bot.conversations.intake import Accepted, Inbound, accept_within
from bot.dialog import ButtonAction, Decision, DialogState, Kind, Move, Reasons, Reply, ReplyButton


def offer_buttons(desk: Desk, conversation: str) -> list[str]:
    """The bot asks back with two buttons; their ids."""
    buttons = (
        ReplyButton("Refunds", ButtonAction(template="refund")),
        ReplyButton("When?", ButtonAction(text="When do I get my money?")),
    )
    reply = Reply(Kind.CLARIFY, "Which?", Reasons(Kind.CLARIFY, ("x",)), buttons)
    desk.says(conversation, "money")
    decided = answering()
    desk.commit(
        desk.pending(conversation),
        type(decided)(Decision(reply, DialogState()), "en", None, {}, "Bot"),
    )
    return [each["id"] for each in desk.messages(conversation)[-1].buttons]


def test_the_same_message_again_returns_the_same_seq(desk):
    conversation = desk.conversation()
    first = desk.says(conversation, "hello", key="k")
    again = desk.says(conversation, "hello", key="k")
    assert (again.seq, again.duplicate, again.awaits_turn) == (first.seq, True, True)
    assert len(desk.messages(conversation, "customer")) == 1


def test_a_message_already_answered_does_not_ask_for_another_turn(desk):
    conversation = desk.conversation()
    desk.says(conversation, "hello", key="k")
    desk.answers(conversation)
    assert not desk.says(conversation, "hello", key="k").awaits_turn


def test_the_same_key_with_another_text_is_refused(desk):
    conversation = desk.conversation()
    desk.says(conversation, "hello", key="k")
    with pytest.raises(ConflictingMessageError, match="'k' was used"):
        desk.says(conversation, "good bye", key="k")


def test_the_same_key_in_another_conversation_is_another_message(desk):
    one, other = desk.conversation(), desk.conversation()
    desk.says(one, "hello", key="k")
    assert not desk.says(other, "bye", key="k").duplicate


def test_an_unknown_conversation_is_refused(desk):
    with pytest.raises(UnknownConversationError):
        desk.says("nobody", "hello")


def test_seq_rises_over_all_authors(desk):
    conversation = desk.conversation()
    for text in ("one", "two", "three"):
        desk.says(conversation, text)
        desk.answers(conversation)
    seqs = [row.seq for row in desk.messages(conversation)]
    assert seqs == sorted(set(seqs))


def test_the_same_message_from_many_threads_is_stored_once(desk):
    conversation = desk.conversation()
    with ThreadPoolExecutor(8) as pool:
        found = list(pool.map(lambda _: desk.says(conversation, "hi", key="k"), range(24)))
    assert len({each.seq for each in found}) == 1
    assert [each.duplicate for each in found].count(False) == 1


def test_messages_from_many_threads_get_numbers_of_their_own(desk):
    conversation = desk.conversation()
    with ThreadPoolExecutor(8) as pool:
        found = list(pool.map(lambda n: desk.says(conversation, f"m{n}"), range(24)))
    assert len({each.seq for each in found}) == 24


def test_a_pressed_button_is_stored_with_its_label_and_action(desk):
    conversation = desk.conversation()
    refunds, _ = offer_buttons(desk, conversation)
    desk.says(conversation, "", key="b", button=refunds)
    (message,) = desk.pending(conversation).messages
    assert (message.text, message.button) == ("Refunds", ButtonAction(template="refund"))


def test_a_quick_reply_is_heard_as_the_words_it_stands_for(desk):
    conversation = desk.conversation()
    _, when = offer_buttons(desk, conversation)
    desk.says(conversation, "", key="b", button=when)
    assert desk.pending(conversation).messages[0].text == "When do I get my money?"
    assert desk.messages(conversation, "customer")[-1].text == "When?"


@pytest.mark.parametrize("button", ["3.9", "99.0", "x", "", ".", "-1.0", "²", "9" * 40, "3.0\x00"])
def test_a_button_that_was_never_offered_is_refused(desk, button):
    conversation = desk.conversation()
    offer_buttons(desk, conversation)
    if button:
        with pytest.raises(UnknownButtonError):
            desk.says(conversation, "", key="b", button=button)


def test_a_button_of_another_conversation_is_refused(desk):
    one, other = desk.conversation(), desk.conversation()
    refunds, _ = offer_buttons(desk, one)
    with pytest.raises(UnknownButtonError):
        desk.says(other, "", key="b", button=refunds)


def test_while_a_person_answers_no_turn_is_asked_for(desk):
    conversation = desk.conversation()
    desk.take_over(conversation, desk.agent())
    assert not desk.says(conversation, "hello").awaits_turn
    assert desk.messages(conversation, "customer")[0].turn == "person"


def test_a_new_message_reopens_a_closed_conversation_for_the_bot(desk):
    conversation = desk.conversation()
    desk.move(conversation, Move.CLOSE)
    before = desk.row(conversation)
    assert desk.says(conversation, "one more thing").awaits_turn
    after = desk.row(conversation)
    assert (after.status, after.epoch) == ("automated", before.epoch + 1)


@settings(max_examples=40, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(text=st.text(st.characters(exclude_categories=["Cs"], exclude_characters="\x00")))
def test_whatever_was_written_is_stored_to_the_letter(desk, text):
    """Half a pair and NUL are refused before they come here; PostgreSQL could hold neither."""
    conversation = desk.conversation()
    desk.says(conversation, text, key=text or "empty")
    assert [row.text for row in desk.messages(conversation, "customer")] == [text]


def test_a_file_and_the_message_that_brings_it_are_taken_in_together(desk):
    conversation = desk.telegram_conversation()

    def arrives(key: str, attachments: tuple[str, ...] | None = None) -> Accepted:
        with desk.database.write() as session:
            given = attachments or (expected(session, conversation, desk.now),)
            inbound = Inbound(key, "", attachments=given)
            return accept_within(session, conversation, inbound, desk.later())

    first = arrives("one")
    (message,) = desk.messages(conversation, "customer")
    assert arrives("one", tuple(message.attachments)) == replace(first, duplicate=True)
    with pytest.raises(UsedAttachmentError):
        arrives("two", tuple(message.attachments))
    with pytest.raises(ForeignAttachmentError):
        arrives("two", ("nothing",))
    assert len(desk.messages(conversation, "customer")) == 1


def expected(session: Session, conversation: str, now: datetime) -> str:
    return expect_attachment(
        session, conversation, source="f", name=None, media_type="audio/ogg", size=1, now=now
    )
