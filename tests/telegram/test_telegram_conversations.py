"""Whole conversations through a Bot API on loopback, in a home without a model.

There the bot hands the first question to a person with an honest sentence, and says to the next
ones that a person is awaited.
"""

from __future__ import annotations

import time
from datetime import timedelta

import pytest
from fakes.bot_api import BOT_ID, USERNAME, person, until
from telegram_house import House, arrived

from bot.channels.telegram import flood
from bot.conversations import agents
from bot.conversations.posting import Post
from bot.conversations.silence import silence
from bot.dialog import ButtonAction, ReplyButton
from knowledge.records import TemplateId

GROUP = {"id": -100, "type": "group", "title": "Customers"}
UNSURE = "🤖 I'm the automated assistant of Our company.\n\nI don't have a sure answer"


async def test_a_question_is_answered_once_and_marked_as_automated(house: House) -> None:
    house.api.text(7, "Where is my parcel?")
    await until(arrived(house, 7))
    assert house.api.to(7)[0].startswith(UNSURE)
    await until(lambda: house.statuses(7) == ["sent"])
    assert house.conversation(7).customer == "Kim"
    assert [row.reply_to for row in house.messages(7, "bot")] == [[1]]


async def test_start_greets_says_what_it_is_and_how_to_reach_a_person(house: House) -> None:
    house.api.text(7, "/start promo_42'; DROP TABLE message")
    await until(arrived(house, 7))
    greeting = house.api.to(7)[0]
    assert "automated assistant of Our company" in greeting
    assert "/human" in greeting
    assert house.conversation(7).status == "automated"
    assert [row.turn for row in house.messages(7, "customer")] == ["answered"]


async def test_commands_are_answered_while_the_bot_is_switched_off(house: House) -> None:
    silence(house.services.database, "Ada", house.services.clock())
    for command in ("/start", "/help", "/language de", "/nonsense"):
        house.api.text(7, command)
    await until(arrived(house, 7, 4))
    assert "Our company is switched off at the moment" in house.api.to(7)[0]
    assert [row.reply_to for row in house.messages(7, "system")] == [[1], [3], [5], [7]]
    assert house.messages(7, "bot") == []


async def test_human_puts_the_conversation_into_the_queue(house: House) -> None:
    house.api.text(7, "/human")
    await until(arrived(house, 7))
    assert "passing this on to a colleague" in house.api.to(7)[0]
    assert "automated assistant" in house.api.to(7)[0]
    conversation = house.conversation(7)
    assert (conversation.status, conversation.handoff_reason) == (
        "waiting",
        "The customer asked for a person.",
    )
    house.api.text(7, "/human")
    await until(arrived(house, 7, 2))
    assert "A person will answer you" in house.api.to(7)[1]


async def test_a_takeover_names_the_person_and_silences_the_bot(house: House) -> None:
    house.api.text(7, "Help")
    await until(arrived(house, 7))
    agent = await house.taken_over_by("Ada <3", 7)
    await until(arrived(house, 7, 2))
    assert house.api.to(7)[1].startswith("<i>Ada &lt;3 has joined")
    services, conversation = house.services, house.conversation(7).id
    house.api.text(7, "/human")
    house.api.text(7, "Anyone?")
    await until(lambda: len(house.messages(7, "customer")) == 3)
    agents.reply(services.database, conversation, agent, "k", "I *am* <Ada>.", services.clock())
    services.changed(conversation)
    await until(arrived(house, 7, 3))
    assert house.api.to(7)[2] == "<b>Ada &lt;3</b>\nI <i>am</i> &lt;Ada&gt;."
    assert [row.turn for row in house.messages(7, "customer")] == ["answered", "person", "person"]
    assert len(house.messages(7, "bot")) == 1


async def test_a_reply_held_back_by_a_rate_limit_is_cancelled_by_a_takeover(house: House) -> None:
    house.api.throttle(7, seconds=3)
    house.api.text(7, "Where is my parcel?")
    await until(lambda: house.api.called("sendMessage") and house.statuses(7) == ["pending"])
    await house.taken_over_by("Ada", 7)
    await until(arrived(house, 7))
    assert house.api.to(7) == [
        "<i>Ada has joined the conversation and answers from here. "
        "You are now talking to a person.</i>"
    ]
    await until(lambda: house.statuses(7) == ["cancelled", "sent"])


async def test_buttons_are_shown_acknowledged_and_taken_as_messages(house: House) -> None:
    house.api.text(7, "/start")
    await until(arrived(house, 7))
    buttons = (
        ReplyButton("Delivery times, in every detail " * 4, ButtonAction(TemplateId("delivery"))),
        ReplyButton("Talk to a person", ButtonAction(human=True)),
    )
    seq = house.say(7, Post("bot", "Do you mean one of these?", buttons=buttons))
    await until(arrived(house, 7, 2))
    shown = house.api.sent[-1].buttons
    assert [each[0] for each in shown] == [f"{seq}.0", f"{seq}.1"]
    assert len(shown[0][1]) <= 64
    house.api.press(7, f"{seq}.1")
    await until(lambda: house.messages(7, "customer")[-1].text == "Talk to a person")
    await until(lambda: house.api.called("answerCallbackQuery"))
    assert house.messages(7, "customer")[-1].button["id"] == f"{seq}.1"


async def test_a_button_nobody_knows_counts_as_what_it_said(house: House) -> None:
    keyboard = {"inline_keyboard": [[{"text": "Opening hours", "callback_data": "99.0"}]]}
    house.api.press(7, "99.0", text="Old", reply_markup=keyboard)
    house.api.press(7, "98.0", text="Older")
    await until(lambda: len(house.api.called("answerCallbackQuery")) == 2)
    assert [row.text for row in house.messages(7, "customer")] == ["Opening hours"]


async def test_a_photo_without_words_goes_to_a_person_honestly(house: House) -> None:
    photo = [{"file_id": "f", "file_unique_id": "u", "width": 9, "height": 9}]
    house.api.push(message=house.api.message(7, "Kim", photo=photo))
    await until(arrived(house, 7))
    assert "I can't look into files" in house.api.to(7)[0]
    assert "colleague" in house.api.to(7)[0]
    assert house.messages(7, "customer")[0].text == "[photo]"
    assert house.conversation(7).handoff_reason == "The customer sent a photo."


async def test_a_caption_is_answered_like_any_message(house: House) -> None:
    document = {"file_id": "f", "file_unique_id": "u"}
    content = house.api.message(7, "Kim", document=document, caption="Is this the right invoice?")
    house.api.push(message=content)
    await until(lambda: any("a sure answer" in text for text in house.api.to(7)))
    assert "\n".join(house.api.to(7)).count("I can't") == 1
    assert house.messages(7, "customer")[0].text == "Is this the right invoice?"


async def test_an_edit_counts_only_where_it_changes_the_words(house: House) -> None:
    original = house.api.message(7, "Kim", text="Were is my parcel?")
    house.api.push(message=original)
    house.api.push(edited_message={**original, "edit_date": 1})
    house.api.push(edited_message={**original, "text": "Where is my parcel?", "edit_date": 2})
    house.api.push(edited_message={**original, "text": "Where is my parcel?", "edit_date": 3})
    house.api.text(7, "Thanks")
    await until(lambda: len(house.messages(7, "customer")) == 3)
    said = [row.text for row in house.messages(7, "customer")]
    assert said == ["Were is my parcel?", "Where is my parcel?", "Thanks"]


async def test_a_group_is_answered_only_when_it_speaks_to_the_bot(house: House) -> None:
    def write(text: str, **more: object) -> None:
        message = house.api.message(-100, "Kim", text=text, **more)
        house.api.push(message={**message, "from": person(7, "Kim"), "chat": GROUP})

    bot = {"id": BOT_ID, "is_bot": True, "first_name": "Bot"}
    write("Lunch?")
    write(f"@{USERNAME} where is it?")
    write("And the invoice?", reply_to_message={**house.api.message(-100, "Bot"), "from": bot})
    await until(lambda: len(house.messages(-100, "customer")) == 2)
    said = [row.text for row in house.messages(-100, "customer")]
    assert said == ["where is it?", "And the invoice?"]


async def test_a_groups_message_waits_until_the_bot_knows_its_own_name(
    house: House, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("bot.channels.telegram.working_off.ASK_AGAIN_SECONDS", 0.05)
    house.api.failing_names = 2
    message = house.api.message(-100, "Kim", text=f"@{USERNAME} where is it?")
    house.api.push(message={**message, "from": person(7, "Kim"), "chat": GROUP})
    await until(lambda: house.messages(-100, "customer"))
    assert [row.text for row in house.messages(-100, "customer")] == ["where is it?"]


async def test_what_telegram_cannot_parse_is_sent_as_plain_text(house: House) -> None:
    house.api.text(7, "/start")
    await until(arrived(house, 7))
    house.api.refuse(7, 400, "Bad Request: can't parse entities: whatever")
    house.say(7, Post("bot", "A **bold** word"))
    await until(arrived(house, 7, 2))
    assert house.api.sent[-1].parse_mode is None
    assert house.api.to(7)[1] == "🤖 A bold word"


async def test_a_broken_line_and_a_server_error_are_unknown_and_not_repeated(house: House) -> None:
    house.api.refuse(7, behaviour="break")
    house.api.refuse(8, 502, "Bad Gateway")
    house.api.text(7, "Hello")
    house.api.text(8, "Hello")
    await until(lambda: house.statuses(7) == ["unknown"] and house.statuses(8) == ["unknown"])
    house.api.text(7, "Still there?")
    await until(arrived(house, 7))
    await until(lambda: house.statuses(7) == ["unknown", "sent"])
    assert len([each for each in house.api.called("sendMessage") if each["chat_id"] == "8"]) == 1


async def test_typing_is_shown_while_a_turn_takes_its_time(house: House, monkeypatch) -> None:
    slowly = house.services.release().read
    monkeypatch.setattr(
        type(house.services.release()), "read", lambda self, *a: time.sleep(0.6) or slowly(*a)
    )
    house.api.text(7, "Think hard")
    await until(lambda: house.api.called("sendChatAction"))
    assert house.api.called("sendChatAction")[0]["chat_id"] == "7"
    assert house.api.to(7) == []
    await until(arrived(house, 7))


async def test_a_flood_is_stored_whole_and_answered_a_few_times(
    house: House, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(flood, "PAUSE", timedelta(seconds=0.3))
    for number in range(60):
        house.api.text(7, "/help" if number % 10 == 0 else f"question {number}")
    await until(lambda: len(house.messages(7, "customer")) == 60)
    await until(lambda: {row.turn for row in house.messages(7, "customer")} == {"answered"})
    answers = house.messages(7, "bot")
    assert len([each for each in answers if "faster than I can follow" in each.text]) == 1
    assert len(answers) < 10
    replied = [seq for row in answers for seq in row.reply_to]
    assert sorted(replied) == [row.seq for row in house.messages(7, "customer")]
