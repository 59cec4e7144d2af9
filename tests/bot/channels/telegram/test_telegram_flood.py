"""A chat that writes too fast loses nothing and is answered few times."""

from __future__ import annotations

from collections import Counter
from datetime import timedelta

from conversing import Desk

from bot.channels.telegram.arrival import House
from bot.channels.telegram.flood import hold_if_flooding
from bot.channels.telegram.letting_go import release_held
from bot.conversations.intake import Inbound, accept
from bot.dialog import Move, OpeningHours
from bot.settings import FileSettings

HOUSE = House(FileSettings(), OpeningHours())


def write(
    desk: Desk, conversation: str, count: int, seconds: float = 0.1, text: str = "hello"
) -> list[bool | None]:
    held = []
    for number in range(count):
        desk.now += timedelta(seconds=seconds)
        inbound = Inbound(f"{number} at {desk.now}", text)
        accepted = accept(desk.database, conversation, inbound, desk.now)
        with desk.database.write() as session:
            held.append(hold_if_flooding(session, conversation, accepted.seq, desk.now))
    return held


def turns(desk: Desk, conversation: str) -> Counter[str | None]:
    return Counter(row.turn for row in desk.messages(conversation) if row.author == "customer")


def test_what_comes_too_fast_is_held_and_said_once(desk: Desk) -> None:
    chat = desk.telegram_conversation()
    held = write(desk, chat, 25)
    assert held == [*[None] * 20, True, *[False] * 4]
    assert turns(desk, chat) == {"pending": 20, "held": 5}


def test_who_writes_at_a_human_pace_is_never_held(desk: Desk) -> None:
    assert set(write(desk, desk.telegram_conversation(), 30, seconds=4)) == {None}


def test_held_messages_wait_for_a_pause(desk: Desk) -> None:
    chat = desk.telegram_conversation()
    write(desk, chat, 25)
    assert release_held(desk.database, HOUSE, desk.now + timedelta(seconds=1)) == []
    assert release_held(desk.database, HOUSE, desk.now + timedelta(seconds=3)) == [chat]
    assert turns(desk, chat) == {"pending": 25}


def test_held_messages_do_not_wait_for_ever(desk: Desk) -> None:
    chat = desk.telegram_conversation()
    write(desk, chat, 36, seconds=1)
    assert release_held(desk.database, HOUSE, desk.now) == [chat]


def test_who_floods_on_waits_longer_and_still_loses_nothing(desk: Desk) -> None:
    chat = desk.telegram_conversation()
    write(desk, chat, 140, seconds=0.2)
    assert release_held(desk.database, HOUSE, desk.now) == []
    assert release_held(desk.database, HOUSE, desk.now + timedelta(seconds=60)) == [chat]


def test_a_person_who_takes_over_takes_held_messages_too(desk: Desk) -> None:
    chat = desk.telegram_conversation()
    write(desk, chat, 25)
    desk.take_over(chat, desk.agent())
    assert turns(desk, chat) == {"person": 25}


def test_a_conversation_with_held_messages_is_not_closed_over_them(desk: Desk) -> None:
    chat = desk.telegram_conversation()
    write(desk, chat, 25)
    desk.move(chat, Move.CLOSE)
    assert release_held(desk.database, HOUSE, desk.now + timedelta(seconds=3)) == []
    assert turns(desk, chat)["held"] == 0


def test_a_clock_that_was_put_back_keeps_nobody_waiting(desk: Desk) -> None:
    conversation = desk.conversation()
    write(desk, conversation, 25)
    assert release_held(desk.database, HOUSE, desk.now - timedelta(hours=1)) == [conversation]


def test_held_commands_are_answered_as_commands_each_sort_once(desk: Desk) -> None:
    chat = desk.telegram_conversation()
    write(desk, chat, 21)
    for text in ("/help", "/language de", "/nonsense", "/other", "/help", "/order where is it?"):
        write(desk, chat, 1, text=text)
    held = {row.text: row.seq for row in desk.messages(chat) if row.turn == "held"}
    assert release_held(desk.database, HOUSE, desk.now + timedelta(seconds=3)) == [chat]
    replies = desk.messages(chat, "bot")
    assert [len(each.reply_to) for each in replies] == [2, 1, 2]
    assert "/human" in replies[0].text
    assert "Deutsch" in replies[1].text
    assert "/other" in replies[2].text
    assert desk.row(chat).language == "de"
    left = [row.text for row in desk.messages(chat) if row.turn == "pending"][20:]
    assert left == ["hello", "/order where is it?"]
    assert held["/order where is it?"] not in {seq for each in replies for seq in each.reply_to}


def test_held_commands_are_a_persons_to_read_where_one_has_the_word(desk: Desk) -> None:
    chat = desk.telegram_conversation()
    write(desk, chat, 25, text="/help")
    desk.take_over(chat, desk.agent())
    assert release_held(desk.database, HOUSE, desk.now + timedelta(seconds=3)) == []
    assert desk.messages(chat, "bot") == []
