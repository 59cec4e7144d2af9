"""Which rows may leave, and what becomes of them."""

from __future__ import annotations

from datetime import timedelta

import pytest
from conversing import Desk
from situations import NOON
from sqlmodel import col, update

from bot.conversations import agents
from bot.conversations.chats import move_chat
from bot.conversations.leases import acquire
from bot.conversations.outbox import (
    ChatGone,
    ChatMoved,
    Delivered,
    NotSent,
    Outgoing,
    Refused,
    Uncertain,
    abandon_interrupted,
    claim,
    due,
    settle,
)
from bot.conversations.posting import Post, allot_seq, post
from bot.dialog import Move
from bot.store.tables import AttachmentRow, ConversationRow, OutboxRow


def speak(desk: Desk, conversation: str, text: str, author: str = "bot") -> None:
    now = desk.later()
    with desk.database.write() as session:
        seq = allot_seq(session, conversation, now)
        row = session.get_one(ConversationRow, conversation, populate_existing=True)
        post(session, row, seq, Post(author, text), now)


def first_due(desk: Desk) -> int | None:
    rows = due(desk.database, "telegram", desk.later(), ())
    return rows[0].id if rows else None


def claim_first(desk: Desk) -> Outgoing | None:
    row = first_due(desk)
    return None if row is None else claim(desk.database, row, desk.later())


def statuses(desk: Desk, conversation: str) -> list[str]:
    return [row.status for row in desk.outbox(conversation)]


def abandon(desk: Desk) -> int:
    now = desk.later()
    lease = acquire(desk.database, "a bot", "some-machine 1 1", now, timedelta(0))
    assert lease is not None
    return abandon_interrupted(desk.database, ("telegram",), lease, now)


def stored(desk: Desk, conversation: str) -> ConversationRow:
    with desk.database.read() as session:
        row = session.get_one(ConversationRow, conversation)
        session.expunge_all()
        return row


@pytest.fixture
def chat(desk: Desk) -> str:
    return desk.telegram_conversation("7")


def test_a_row_is_claimed_once(desk: Desk, chat: str) -> None:
    speak(desk, chat, "hello")
    row = first_due(desk)
    assert row is not None
    claimed = claim(desk.database, row, desk.later())
    assert claimed is not None
    assert (claimed.text, claimed.channel_ref, claimed.attempt) == ("hello", "7", 1)
    assert claim(desk.database, row, desk.later()) is None
    assert statuses(desk, chat) == ["sending"]


def test_a_later_message_waits_for_the_one_before(desk: Desk, chat: str) -> None:
    speak(desk, chat, "first")
    speak(desk, chat, "second")
    first = claim_first(desk)
    second = desk.outbox(chat)[1].id
    assert first is not None
    assert second is not None
    assert first_due(desk) is None
    assert claim(desk.database, second, desk.later()) is None
    settle(desk.database, first.id, Delivered("1"), desk.later())
    assert first_due(desk) == second


def test_the_parts_of_a_long_message_leave_in_order(desk: Desk, chat: str) -> None:
    speak(desk, chat, "word " * 1_500)
    assert [row.part for row in desk.outbox(chat)] == [0, 1, 2]
    said = []
    while (part := claim_first(desk)) is not None:
        said.append(part.text)
        settle(desk.database, part.id, Delivered("1"), desk.later())
    assert " ".join(said).split() == ["word"] * 1_500


@pytest.mark.parametrize("outcome", [Uncertain("time-out"), Refused("blocked")])
def test_what_did_not_arrive_blocks_nothing(
    desk: Desk, chat: str, outcome: Uncertain | Refused
) -> None:
    speak(desk, chat, "first")
    speak(desk, chat, "second")
    first = claim_first(desk)
    assert first is not None
    settle(desk.database, first.id, outcome, desk.later())
    second = claim_first(desk)
    assert second is not None
    assert second.text == "second"
    row = desk.outbox(chat)[0]
    assert (row.status, row.error) in [("unknown", "time-out"), ("failed", "blocked")]


def test_a_chat_does_not_wait_for_another(desk: Desk, chat: str) -> None:
    other = desk.telegram_conversation("8")
    speak(desk, chat, "here")
    speak(desk, other, "there")
    assert claim_first(desk) is not None
    claimed = claim_first(desk)
    assert claimed is not None
    assert claimed.text == "there"


def test_resting_chats_are_left_out(desk: Desk, chat: str) -> None:
    speak(desk, chat, "here")
    assert due(desk.database, "telegram", desk.later(), {"7"}) == []


def test_a_row_held_back_is_due_only_at_its_time(desk: Desk, chat: str) -> None:
    speak(desk, chat, "hello")
    row = claim_first(desk)
    assert row is not None
    later = desk.later() + timedelta(seconds=30)
    settle(desk.database, row.id, NotSent("429", later), desk.now)
    assert first_due(desk) is None
    assert [each.id for each in due(desk.database, "telegram", later, ())] == [row.id]
    again = claim(desk.database, row.id, later)
    assert again is not None
    assert again.attempt == 2


def test_a_row_held_back_does_not_wait_for_a_clock_that_was_put_back(desk: Desk, chat: str) -> None:
    speak(desk, chat, "hello")
    row = claim_first(desk)
    assert row is not None
    settle(desk.database, row.id, NotSent("429", desk.now + timedelta(seconds=30)), desk.now)
    a_day_ago = desk.now - timedelta(days=1)
    assert [each.id for each in due(desk.database, "telegram", a_day_ago, ())] == [row.id]
    assert claim(desk.database, row.id, a_day_ago) is not None


def test_a_takeover_cancels_what_the_bot_has_not_sent(desk: Desk, chat: str) -> None:
    speak(desk, chat, "from the bot")
    row = first_due(desk)
    assert row is not None
    desk.take_over(chat, desk.agent())
    assert claim(desk.database, row, desk.later()) is None
    assert statuses(desk, chat) == ["cancelled", "pending"]


def test_a_reply_on_the_wire_at_a_takeover_is_not_tried_again(desk: Desk, chat: str) -> None:
    speak(desk, chat, "from the bot")
    row = claim_first(desk)
    assert row is not None
    desk.take_over(chat, desk.agent())
    settle(desk.database, row.id, NotSent("429", desk.now), desk.later())
    assert statuses(desk, chat) == ["cancelled", "pending"]


def test_not_even_once_the_bot_has_the_conversation_back(desk: Desk, chat: str) -> None:
    speak(desk, chat, "from the bot")
    row = claim_first(desk)
    agent = desk.agent()
    assert row is not None
    desk.take_over(chat, agent)
    agents.release(desk.database, chat, agent, desk.later())
    settle(desk.database, row.id, NotSent("429", desk.now), desk.later())
    assert statuses(desk, chat)[0] == "cancelled"


def test_a_reply_on_the_wire_survives_the_move_to_the_queue(desk: Desk, chat: str) -> None:
    speak(desk, chat, "I pass this on")
    row = claim_first(desk)
    assert row is not None
    desk.move(chat, Move.HAND_OFF)
    settle(desk.database, row.id, NotSent("429", desk.now), desk.later())
    assert claim_first(desk) is not None


def test_agents_and_notices_are_sent_whoever_owns_the_conversation(desk: Desk, chat: str) -> None:
    agent = desk.agent("Ada")
    desk.take_over(chat, agent)
    agents.reply(desk.database, chat, agent, "k1", "I am Ada.", desk.later())
    said = []
    while (row := claim_first(desk)) is not None:
        said.append((row.author, row.name))
        settle(desk.database, row.id, Delivered("1"), desk.later())
    assert said == [("system", None), ("agent", "Ada")]


def test_a_row_that_outlived_its_epoch_is_cancelled_and_blocks_nothing(
    desk: Desk, chat: str
) -> None:
    speak(desk, chat, "stale")
    with desk.database.write() as session:
        session.execute(update(ConversationRow).values(epoch=9))
    speak(desk, chat, "fresh")
    assert claim_first(desk) is None
    assert statuses(desk, chat) == ["cancelled", "pending"]
    fresh = claim_first(desk)
    assert fresh is not None
    assert fresh.text == "fresh"


def test_the_bot_is_silent_in_a_closed_conversation(desk: Desk, chat: str) -> None:
    speak(desk, chat, "too late")
    desk.move(chat, Move.CLOSE)
    assert claim_first(desk) is None
    assert statuses(desk, chat) == ["cancelled"]


def test_what_a_dead_process_left_in_flight_is_unknown(desk: Desk, chat: str) -> None:
    speak(desk, chat, "first")
    speak(desk, chat, "second")
    claim_first(desk)
    assert abandon(desk) == 1
    assert statuses(desk, chat) == ["unknown", "pending"]
    assert abandon(desk) == 0


def test_only_a_claimed_row_is_settled(desk: Desk, chat: str) -> None:
    speak(desk, chat, "hello")
    row = claim_first(desk)
    assert row is not None
    abandon(desk)
    settle(desk.database, row.id, Delivered("1"), desk.later())
    assert statuses(desk, chat) == ["unknown"]


def test_rows_of_another_channel_stay(desk: Desk, chat: str) -> None:
    speak(desk, chat, "hello")
    with desk.database.write() as session:
        session.execute(update(OutboxRow).where(col(OutboxRow.id) > 0).values(channel="fax"))
    assert first_due(desk) is None


def test_only_the_holder_of_the_lease_judges_what_was_in_flight(desk: Desk, chat: str) -> None:
    lost = acquire(desk.database, "a bot", "some-machine 1 1", desk.later(), timedelta(0))
    assert lost is not None
    assert acquire(desk.database, "a bot", "other-machine 1 1", desk.later())
    speak(desk, chat, "hello")
    claim_first(desk)
    assert abandon_interrupted(desk.database, ("telegram",), lost, desk.later()) == 0
    assert statuses(desk, chat) == ["sending"]


def test_a_chat_that_lets_nobody_in_fails_all_that_is_unsent_and_says_why(desk, chat) -> None:
    speak(desk, chat, "one")
    speak(desk, chat, "two")
    claimed = claim_first(desk)
    assert claimed is not None
    settle(desk.database, claimed.id, ChatGone("blocked"), desk.later())
    assert [(row.status, row.error) for row in desk.outbox(chat)] == [("failed", "blocked")] * 2
    assert stored(desk, chat).unreachable == "blocked"


def test_a_chat_that_moved_takes_its_unsent_messages_along(desk: Desk, chat: str) -> None:
    speak(desk, chat, "one")
    speak(desk, chat, "two")
    claimed = claim_first(desk)
    assert claimed is not None
    settle(desk.database, claimed.id, ChatMoved("-1007"), desk.later())
    assert [row.channel_ref for row in desk.outbox(chat)] == ["-1007", "-1007"]
    assert stored(desk, chat).channel_ref == "-1007"
    again = claim_first(desk)
    assert again is not None
    assert (again.text, again.channel_ref) == ("one", "-1007")


def test_a_chat_that_moves_on_and_on_is_given_up(desk: Desk, chat: str) -> None:
    speak(desk, chat, "one")
    for place in range(5):
        claimed = claim_first(desk)
        assert claimed is not None
        settle(desk.database, claimed.id, ChatMoved(f"-{place}"), desk.later())
    assert statuses(desk, chat) == ["failed"]


def test_a_chat_that_has_begun_again_elsewhere_keeps_both_conversations(desk, chat) -> None:
    other = desk.telegram_conversation("-1007")
    speak(desk, chat, "one")
    with desk.database.write() as session:
        move_chat(session, "telegram", "7", "-1007")
    assert (stored(desk, chat).channel_ref, stored(desk, other).channel_ref) == ("7", "-1007")
    assert [row.channel_ref for row in desk.outbox(chat)] == ["-1007"]


def test_a_clock_that_is_set_back_delays_nothing(desk: Desk, chat: str) -> None:
    speak(desk, chat, "hello")
    claimed = claim_first(desk)
    assert claimed is not None
    later = desk.later() + timedelta(seconds=30)
    settle(desk.database, claimed.id, NotSent("busy", later), desk.later())
    assert first_due(desk) is None
    desk.now -= timedelta(hours=1)
    assert first_due(desk) == claimed.id


def test_an_agents_words_and_files_leave_one_by_one(desk):
    conversation, ada = desk.telegram_conversation(), desk.agent()
    desk.says(conversation, "hi")
    desk.take_over(conversation, ada)
    with desk.database.write() as session:
        session.add(file_of_an_agent("f1", conversation))
    agents.reply(desk.database, conversation, ada, "k", "the plan", desk.later(), ("f1",))
    sent = []
    while waiting := due(desk.database, "telegram", desk.now, ()):
        message = claim(desk.database, waiting[0].id, desk.now)
        settle(desk.database, message.id, Delivered("1"), desk.now)
        sent.append((message.text, [each.name for each in message.attachments]))
    assert sent[-2:] == [("the plan", []), ("", ["plan.pdf"])]


def test_a_file_without_words_is_one_row(desk):
    conversation, ada = desk.telegram_conversation(), desk.agent()
    desk.take_over(conversation, ada)
    with desk.database.write() as session:
        session.add(file_of_an_agent("f1", conversation))
    seq = agents.reply(desk.database, conversation, ada, "k", "", desk.later(), ("f1",))
    assert [row.part for row in desk.outbox(conversation) if row.seq == seq] == [0]


def file_of_an_agent(id: str, conversation: str) -> AttachmentRow:
    return AttachmentRow(
        id=id,
        conversation_id=conversation,
        author="agent",
        name="plan.pdf",
        media_type="application/pdf",
        size=1,
        sha256="ab",
        state="stored",
        created_at=NOON,
    )
