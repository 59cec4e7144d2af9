"""Albums, and files that are fetched or honestly not."""

from __future__ import annotations

from collections.abc import AsyncIterator
from typing import Any

import pytest
from aiogram import Bot
from fakes.bot_api import TOKEN, BotApi, until
from sample_files import PDF
from telegram_house import House, arrived

from bot.channels.fetching import FileGoneError
from bot.channels.telegram.access import TelegramAccess
from bot.channels.telegram.client import open_bot
from bot.channels.telegram.files import FileError, TelegramFile, fetch_file
from bot.content.file_bytes import FileTooLargeError


def photo(name: str) -> dict[str, Any]:
    small = {"file_id": f"{name} small", "file_unique_id": "s", "width": 9, "height": 9}
    large = {"file_id": name, "file_unique_id": name, "width": 90, "height": 90, "file_size": 5}
    return {"photo": [large, small]}


@pytest.fixture
async def bot(bot_api: BotApi) -> AsyncIterator[Bot]:
    opened = open_bot(TelegramAccess("4242", TOKEN, bot_api.url))
    yield opened
    await opened.session.close()


async def test_an_album_is_one_message_with_one_answer(house: House) -> None:
    for number in range(3):
        house.api.push(
            message=house.api.message(7, "Kim", **photo(f"p{number}"), media_group_id="a")
        )
    document = {"file_id": "d", "file_unique_id": "d", "file_name": "bill.pdf"}
    house.api.text(7, "And this?")
    caption = {"media_group_id": "b", "caption": "My bill"}
    house.api.push(message=house.api.message(7, "Kim", document=document, **caption))
    await until(lambda: len(house.messages(7, "customer")) == 3)
    album, question, bill = house.messages(7, "customer")
    assert (album.text, question.text, bill.text) == ("[3 × photo]", "And this?", "My bill")
    assert [each["file_id"] for each in album.context["files"]] == ["p0", "p1", "p2"]
    assert house.conversation(7).handoff_reason == "The customer sent 3 × photo."
    await until(arrived(house, 7))


async def test_the_caption_of_the_last_picture_is_the_albums(house: House) -> None:
    house.api.push(message=house.api.message(7, "Kim", **photo("p0"), media_group_id="a"))
    last = {**photo("p1"), "media_group_id": "a", "caption": "Is this broken?"}
    house.api.push(message=house.api.message(7, "Kim", **last))
    await until(lambda: house.messages(7, "customer"))
    assert [row.text for row in house.messages(7, "customer")] == ["Is this broken?"]


async def test_a_picture_that_comes_late_joins_its_album(house: House) -> None:
    house.api.push(message=house.api.message(7, "Kim", **photo("p0"), media_group_id="a"))
    await until(arrived(house, 7))
    house.api.push(message=house.api.message(7, "Kim", **photo("p1"), media_group_id="a"))
    await until(lambda: len(house.messages(7, "customer")[0].context["files"]) == 2)
    assert len(house.messages(7, "customer")) == 1
    assert len(house.messages(7, "customer")[0].attachments) == 2
    assert len(house.messages(7, "bot")) == 1


async def test_a_file_keeps_what_is_needed_to_fetch_it(house: House) -> None:
    document = {
        "file_id": "d",
        "file_unique_id": "u",
        "file_name": "bill.pdf",
        "mime_type": "application/pdf",
        "file_size": 1234,
    }
    house.api.push(message=house.api.message(7, "Kim", document=document))
    await until(lambda: house.messages(7, "customer"))
    stored = house.messages(7, "customer")[0].context["files"]
    expected = TelegramFile("document", "d", "u", "bill.pdf", "application/pdf", 1234)
    assert [TelegramFile(**each) for each in stored] == [expected]


async def test_a_file_is_fetched(bot: Bot, bot_api: BotApi) -> None:
    bot_api.files["f"] = b"\x00\xff" * 100_000
    assert await fetch_file(bot, "f") == bot_api.files["f"]


@pytest.mark.parametrize("size", [101, 21 * 1024 * 1024])
async def test_a_file_that_is_too_large_is_refused(bot: Bot, bot_api: BotApi, size: int) -> None:
    bot_api.files["f"] = bytes(size)
    with pytest.raises(FileTooLargeError):
        await fetch_file(bot, "f", 100)


async def test_a_file_that_is_gone_is_said_to_be(bot: Bot) -> None:
    with pytest.raises(FileGoneError, match="wrong file_id"):
        await fetch_file(bot, "gone")


async def test_a_download_that_breaks_is_an_honest_failure(bot: Bot, bot_api: BotApi) -> None:
    bot_api.files["f"] = b"content"
    bot_api.files_lost = True
    with pytest.raises(FileError, match="404"):
        await fetch_file(bot, "f")


async def test_a_file_of_a_customer_is_kept_for_the_team(house: House, bot_api: BotApi) -> None:
    bot_api.files["d"] = PDF
    document = {"file_id": "d", "file_unique_id": "u", "file_name": "bill.pdf"}
    content = {"document": {**document, "mime_type": "application/pdf", "file_size": len(PDF)}}
    house.api.push(message=house.api.message(7, "Kim", **content))
    await until(lambda: house.messages(7, "customer"))
    (kept,) = house.messages(7, "customer")[0].attachments
    await until(lambda: house.attachment(kept).state == "stored")
    assert (house.attachment(kept).name, house.attachment(kept).seq) == ("bill.pdf", 1)


@pytest.mark.parametrize(
    ("sent", "text"),
    [
        (
            {"location": {"latitude": 52.1375, "longitude": 6.1953}},
            "[location: 52.137500, 6.195300]",
        ),
        (
            {"contact": {"first_name": "Kim", "phone_number": "+31612345678"}},
            "[contact: Kim, +31612345678]",
        ),
        ({"dice": {"emoji": "🎲", "value": 4}}, "[dice]"),
    ],
)
async def test_what_is_no_file_reaches_the_team_whole(
    house: House, sent: dict[str, Any], text: str
) -> None:
    house.api.push(message=house.api.message(7, "Kim", **sent))
    await until(arrived(house, 7))
    assert [row.text for row in house.messages(7, "customer")] == [text]
    assert "the team can see it" in house.messages(7, "bot")[-1].text
