"""Commands, links that begin a conversation, languages, and buttons."""

from __future__ import annotations

import json

import pytest
from fakes.bot_api import USERNAME, until
from telegram_house import House, arrived

from bot.channels.telegram.commands import Command, chosen_language, origin_of, read_command
from bot.dialog import Status
from bot.dialog.phrases import PHRASES, phrase


@pytest.mark.parametrize(
    ("text", "command"),
    [
        ("/help", Command("help")),
        ("/HELP@some_bot", Command("help")),
        ("/start order_123", Command("start", "order_123")),
        ("/language  de\n", Command("language", "de")),
        ("/usr/bin/python", None),
        ("/ 5 EUR", None),
        ("help", None),
        ("/5", None),
    ],
)
def test_a_command_is_read_as(text: str, command: Command | None) -> None:
    assert read_command(text) == command


@pytest.mark.parametrize(
    ("argument", "origin"),
    [
        ("order_123", "order_123"),
        ("b3JkZXIgMTIz", "order 123"),
        ("w7xiZXI", "über"),
        ("promo_42", "promo_42"),
        ("x'; DROP TABLE message", None),
        ("x" * 65, None),
        ("", None),
    ],
)
def test_a_link_says(argument: str, origin: str | None) -> None:
    assert origin_of(argument) == origin


@pytest.mark.parametrize(
    ("wanted", "code"),
    [("de", "de"), ("DE-at", "de"), ("Deutsch", "de"), ("zh", "zh-Hans"), ("zh_CN", "zh-Hans"),
     ("简体中文", "zh-Hans"), ("en", "en"),
     ("fr-CA", "fr"), ("tlh", None), ("", None), ("e", None)],
)  # fmt: skip
def test_a_language_is_chosen_by_code_or_name(wanted: str, code: str | None) -> None:
    assert chosen_language(wanted) == code


async def test_what_the_link_said_is_kept_and_never_carried_out(house: House) -> None:
    house.api.text(7, "/start order_123")
    await until(arrived(house, 7))
    assert house.conversation(7).origin == "order_123"
    assert house.messages(7, "customer")[0].context == {"origin": "order_123"}
    assert "order_123" not in house.api.to(7)[0]
    house.api.text(7, "/start human")
    await until(arrived(house, 7, 2))
    assert house.conversation(7).status == Status.AUTOMATED


async def test_help_names_the_commands(house: House) -> None:
    house.api.text(7, "/help")
    await until(arrived(house, 7))
    assert all(each in house.api.to(7)[0] for each in ("/human", "/language", "automated"))


async def test_an_unknown_command_gets_an_overview_and_one_with_words_an_answer(
    house: House,
) -> None:
    house.api.text(7, "/refund_me")
    await until(arrived(house, 7))
    assert "<code>/refund_me</code>" in house.api.to(7)[0]
    assert "/human" in house.api.to(7)[0]
    house.api.text(7, "/order where is it?")
    await until(arrived(house, 7, 2))
    assert "colleague" in house.api.to(7)[1]


async def test_a_language_is_set_and_answered_in(house: House) -> None:
    house.api.text(7, "/language de")
    await until(arrived(house, 7))
    assert "auf Deutsch" in house.api.to(7)[0]
    assert house.conversation(7).language == "de"
    house.api.text(7, "ok")
    await until(arrived(house, 7, 2))
    assert "keine sichere Antwort" in house.api.to(7)[1]


async def test_languages_are_offered_as_buttons_and_the_choice_is_marked(house: House) -> None:
    house.api.text(7, "/language klingon")
    await until(arrived(house, 7))
    assert "don't speak" in house.api.to(7)[0]
    shown = house.api.sent[-1].buttons
    assert [label for _, label in shown] == [phrase("language_name", each) for each in PHRASES]
    keyboard = [[{"text": label, "callback_data": data}] for data, label in shown]
    for _ in range(2):
        house.api.press(7, shown[1][0], text="?", reply_markup={"inline_keyboard": keyboard})
    await until(arrived(house, 7, 2))
    assert "中文" in house.api.to(7)[1]
    assert house.conversation(7).language == "zh-Hans"
    await until(lambda: len(house.api.called("editMessageReplyMarkup")) == 2)
    marked = json.loads(house.api.called("editMessageReplyMarkup")[0]["reply_markup"])
    assert marked == {"inline_keyboard": [[{"text": "✓ 简体中文", "callback_data": "done"}]]}


async def test_a_person_who_holds_the_conversation_is_not_talked_over(house: House) -> None:
    house.api.text(7, "/human")
    await until(arrived(house, 7))
    await house.taken_over_by("Ada", 7)
    await until(arrived(house, 7, 2))
    for text in ("/help", "/language de", "/nonsense", "/start"):
        house.api.text(7, text)
    await until(lambda: len(house.messages(7, "customer")) == 5)
    assert house.conversation(7).language == "de"
    assert [row.author for row in house.messages(7)][-4:] == ["customer"] * 4


async def test_every_press_is_answered_and_a_marked_button_means_nothing(house: House) -> None:
    house.api.push(
        callback_query={
            "id": "inline",
            "from": {"id": 9, "is_bot": False, "first_name": "Eve"},
            "chat_instance": "1",
            "inline_message_id": "x",
            "data": "1.0",
        }
    )
    house.api.push(callback_query={"id": "spoiled", "data": "1.0"})
    house.api.press(7, "done")
    await until(lambda: len(house.api.called("answerCallbackQuery")) == 3)
    answered = {each["callback_query_id"] for each in house.api.called("answerCallbackQuery")}
    assert {"inline", "spoiled"} < answered
    assert house.messages(7) == []


async def test_pressing_a_button_twice_counts_once(house: House) -> None:
    keyboard = {"inline_keyboard": [[{"text": "Opening hours", "callback_data": "99.0"}]]}
    message = house.api.message(7, "Bot", text="Old", reply_markup=keyboard)
    for number in range(2):
        query = {
            "id": f"query {number}",
            "from": {"id": 7, "is_bot": False, "first_name": "Kim"},
            "chat_instance": "1",
            "data": "99.0",
            "message": message,
        }
        house.api.push(callback_query=query)
    await until(lambda: len(house.api.called("answerCallbackQuery")) == 2)
    assert [row.text for row in house.messages(7, "customer")] == ["Opening hours"]


async def test_the_menu_offers_the_commands_in_every_language(house: House) -> None:
    await until(lambda: len(house.api.called("setMyCommands")) == len(PHRASES))
    calls = house.api.called("setMyCommands")
    assert {each.get("language_code") for each in calls} == {None, *(each[:2] for each in PHRASES)}
    assert all('"language"' in each["commands"] for each in calls)
    assert USERNAME not in calls[0]["commands"]
