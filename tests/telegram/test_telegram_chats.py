"""Chats that block the bot, move, have topics or are groups; replies that refer to something."""

from __future__ import annotations

from typing import Any

import pytest
from aiogram.types import Message
from fakes.bot_api import BOT_ID, USERNAME, person, until
from sqlmodel import col, select
from telegram_house import House, arrived

from bot.channels.telegram.addressing import addressed_text
from bot.channels.telegram.chats import Chat
from bot.conversations.posting import Post
from bot.desk.threads import thread
from bot.store.tables import EventRow

GROUP = {"id": -100, "type": "supergroup", "title": "Customers", "is_forum": True}
BOT = {"id": BOT_ID, "is_bot": True, "first_name": "Bot", "username": USERNAME}


def in_group(house: House, text: str, **more: Any) -> dict[str, Any]:
    message = house.api.message(-100, "Kim", text=text)
    return {**message, "from": person(7, "Kim"), "chat": GROUP, **more}


def events(house: House, chat: int) -> list[str]:
    conversation = house.conversation(chat).id
    with house.services.database.read() as session:
        of_it = EventRow.conversation_id == conversation
        told = select(EventRow.kind).where(of_it).order_by(col(EventRow.id))
        return list(session.exec(told))


@pytest.mark.parametrize("chat", [Chat(7), Chat(-100), Chat(-100, 45)])
def test_a_chat_is_found_again_by_its_name(chat: Chat) -> None:
    assert Chat.of(chat.ref) == chat


def addressed(text: str, **more: Any) -> str | None:
    message = {"message_id": 9, "date": 0, "chat": GROUP, "from": person(7, "Kim"), "text": text}
    return addressed_text(Message.model_validate({**message, **more}), text, str(BOT_ID), USERNAME)


@pytest.mark.parametrize(
    ("text", "said"),
    [
        (f"@{USERNAME} where is it?", "where is it?"),
        (f"Where is it, @{USERNAME.upper()}?", "Where is it, ?"),
        (f"/help@{USERNAME}", "/help"),
        (f"/start@{USERNAME} order_1", "/start order_1"),
        ("/help@other_bot", None),
        (f"/help@other_bot @{USERNAME}", None),
        (f"@{USERNAME}_2 hello", None),
        (f"mail{USERNAME}@{USERNAME}", None),
        ("/help", None),
        ("Lunch?", None),
    ],
)
def test_a_groups_message_is_for_the_bot_where_it_names_it(text: str, said: str | None) -> None:
    assert addressed(text) == said


def test_a_mention_without_a_name_counts() -> None:
    entity = {"type": "text_mention", "offset": 3, "length": 3, "user": BOT}
    assert addressed("🦊 Bot where is it?", entities=[entity]) == "🦊  where is it?"
    other = {**entity, "user": person(8, "Eve")}
    assert addressed("🦊 Bot where is it?", entities=[other]) is None


def test_what_a_topic_began_with_is_nothing_that_is_replied_to() -> None:
    root = {"message_id": 5, "date": 0, "chat": GROUP, "from": BOT}
    topic = {"is_topic_message": True, "message_thread_id": 5}
    created = {"name": "Orders", "icon_color": 7322096}
    opened = {**root, "forum_topic_created": created}
    assert addressed("Lunch?", reply_to_message=opened, **topic) is None
    assert addressed("Lunch?", reply_to_message={**root, "text": "x"}, **topic) is None
    real = {**root, "message_id": 6, "text": "Yes"}
    assert addressed("Why?", reply_to_message=real, **topic) == "Why?"


async def test_each_topic_of_a_group_is_answered_in_itself(house: House) -> None:
    topic = {"is_topic_message": True, "message_thread_id": 45}
    house.api.push(message=in_group(house, f"@{USERNAME} where is it?", **topic))
    house.api.push(message=in_group(house, f"@{USERNAME} and this?"))
    await until(lambda: len(house.api.sent) == 2)
    assert {each.thread for each in house.api.sent} == {45, None}
    assert house.messages("-100/45", "customer")[0].context == {"sender": "Kim"}


async def test_a_reply_says_what_it_refers_to(house: House) -> None:
    house.api.text(7, "/start")
    await until(arrived(house, 7))
    seq = house.say(7, Post("bot", "We ship within **two** days."))
    await until(arrived(house, 7, 2))
    await until(lambda: house.statuses(7) == ["sent", "sent"])
    ours = {**house.api.message(7, "Bot", text="🤖 We ship within two days."), "from": BOT}
    ours["message_id"] = house.api.sent[-1].number
    house.api.text(7, "Really?", reply_to_message=ours)
    own = house.api.message(7, "Kim", text="Where is it?")
    house.api.text(7, "This one", reply_to_message=own, quote={"text": "Where", "position": 0})
    await until(lambda: len(house.messages(7, "customer")) == 3)
    shown = [row.context["quote"] for row in house.messages(7, "customer")[1:]]
    assert shown[0] == {"text": "🤖 We ship within two days.", "author": "bot", "seq": seq}
    assert shown[1] == {"text": "Where", "author": "customer"}
    desk = thread(house.services.database, house.conversation(7).id)
    assert desk["messages"][-1]["context"]["quote"]["text"]


async def test_an_edit_says_what_it_corrects(house: House) -> None:
    original = house.api.message(7, "Kim", text="Were is my parcel?")
    house.api.push(message=original)
    house.api.push(edited_message={**original, "text": "Where is my parcel?", "edit_date": 2})
    await until(lambda: len(house.messages(7, "customer")) == 2)
    first, second = house.messages(7, "customer")
    assert second.context == {"edits": first.seq}


async def test_a_customer_who_blocks_the_bot_is_shown_and_may_come_back(house: House) -> None:
    house.api.refuse(7, 403, "Forbidden: bot was blocked by the user")
    house.api.text(7, "Hello")
    await until(lambda: house.statuses(7) == ["failed"])
    assert "blocked by the user" in house.conversation(7).unreachable
    assert thread(house.services.database, house.conversation(7).id)["unreachable"]
    house.api.text(7, "I am back")
    await until(arrived(house, 7))
    assert house.conversation(7).unreachable is None
    assert [each for each in events(house, 7) if each != "hand_off"] == ["unreachable", "reachable"]


async def test_blocking_fails_what_is_unsent_at_once(house: House) -> None:
    house.api.throttle(7, seconds=30)
    house.api.text(7, "Hello")
    await until(lambda: house.statuses(7) == ["pending"] and house.outbox(7)[0].attempts == 1)
    house.api.membership(7, "kicked")
    await until(lambda: house.statuses(7) == ["failed"])
    assert house.outbox(7)[0].error == "The customer blocked the bot."
    house.api.membership(7, "member")
    await until(lambda: house.conversation(7).unreachable is None)


async def test_a_group_that_becomes_a_supergroup_loses_nothing(house: House) -> None:
    group = {"id": -50, "type": "group", "title": "Customers"}
    house.api.migrate(-50, -1050)
    message = house.api.message(-50, "Kim", text=f"@{USERNAME} where is it?")
    house.api.push(message={**message, "from": person(7, "Kim"), "chat": group})
    await until(arrived(house, -1050))
    assert len(house.api.called("sendMessage")) == 2
    assert house.conversation(-50) is None
    assert house.conversation(-1050).channel_ref == "-1050"


async def test_the_news_that_a_group_moved_is_taken(house: House) -> None:
    group = {"id": -50, "type": "group", "title": "Customers"}
    message = house.api.message(-50, "Kim", text=f"@{USERNAME} where is it?")
    moved = {**house.api.message(-50, "Kim"), "chat": group, "migrate_to_chat_id": -1050}
    house.api.push(message={**message, "from": person(7, "Kim"), "chat": group})
    house.api.push(message=moved)
    await until(lambda: house.conversation(-1050))
    assert [row.text for row in house.messages(-1050, "customer")] == ["where is it?"]
