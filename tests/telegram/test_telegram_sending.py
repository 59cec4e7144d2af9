"""What is known about a message after every kind of answer."""

from __future__ import annotations

import io
import socket
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import replace
from pathlib import Path

import pytest
from fakes.bot_api import TOKEN, BotApi
from sample_files import PDF, PNG

from bot.channels.telegram.access import TelegramAccess
from bot.channels.telegram.client import open_bot
from bot.channels.telegram.sending import TelegramSender
from bot.content.attachments import Attachment
from bot.content.file_bytes import FileBytes
from bot.conversations.dispatcher import Outcome, Throttled, Unreachable
from bot.conversations.outbox import ChatGone, ChatMoved, Delivered, Outgoing, Refused, Uncertain

NOWHERE = Path("/nonexistent")
HELLO = Outgoing(1, "c", "7", "bot", "hello")


@asynccontextmanager
async def sender_to(
    url: str, token: str = TOKEN, files: Path = NOWHERE
) -> AsyncIterator[TelegramSender]:
    bot = open_bot(TelegramAccess("4242", token, url))
    try:
        yield TelegramSender(bot, None, FileBytes(files))
    finally:
        await bot.session.close()


async def sent(api: BotApi, token: str = TOKEN, chat: str = "7") -> Outcome:
    async with sender_to(api.url, token) as sender:
        return await sender.send(replace(HELLO, channel_ref=chat))


async def test_a_message_that_arrived_keeps_telegrams_number(bot_api: BotApi) -> None:
    assert isinstance(await sent(bot_api), Delivered)
    assert bot_api.to(7) == ["🤖 hello"]


@pytest.mark.parametrize(
    ("status", "description", "retry_after", "expected"),
    [
        (429, "Too Many Requests: retry after 3", 3, Throttled(3.0)),
        (429, "Too Many Requests", None, Throttled(5.0)),
        (403, "Forbidden: bot was blocked", None, ChatGone),
        (400, "Bad Request: chat not found", None, ChatGone),
        (400, "Bad Request: CHAT_WRITE_FORBIDDEN", None, Refused),
        (500, "Internal Server Error", None, Uncertain),
        (502, "Bad Gateway", None, Uncertain),
    ],
)
async def test_an_answer_is_read_as(
    bot_api: BotApi,
    status: int,
    description: str,
    retry_after: int | None,
    expected: Outcome | type,
) -> None:
    bot_api.refuse(7, status, description, retry_after)
    outcome = await sent(bot_api)
    assert outcome == expected or (isinstance(expected, type) and isinstance(outcome, expected))
    assert bot_api.to(7) == []


async def test_a_line_that_breaks_leaves_it_open(bot_api: BotApi) -> None:
    bot_api.refuse(7, behaviour="break")
    assert isinstance(await sent(bot_api), Uncertain)


async def test_silence_leaves_it_open(bot_api: BotApi, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("bot.channels.telegram.sending.ANSWER_SECONDS", 0.3)
    bot_api.refuse(7, behaviour="hang")
    assert isinstance(await sent(bot_api), Uncertain)


async def test_a_token_that_is_not_known_holds_messages_back(bot_api: BotApi) -> None:
    assert isinstance(await sent(bot_api, "4242:another-token"), Unreachable)


async def test_a_connection_that_was_never_made_sent_nothing() -> None:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port = probe.getsockname()[1]
    async with sender_to(f"http://127.0.0.1:{port}") as sender:
        assert isinstance(await sender.send(HELLO), Unreachable)


async def test_an_answer_in_a_newer_shape_still_says_that_it_arrived(bot_api: BotApi) -> None:
    bot_api.answer_with = {"ok": True, "result": {"message_id": 99, "chat": "a new shape"}}
    assert await sent(bot_api) == Delivered("99")


async def test_what_telegram_cannot_parse_is_tried_as_plain_text(bot_api: BotApi) -> None:
    bot_api.refuse(7, 400, "Bad Request: can't parse entities: odd")
    async with sender_to(bot_api.url) as sender:
        outcome = await sender.send(replace(HELLO, text="*hello*"))
    assert isinstance(outcome, Delivered)
    assert bot_api.to(7) == ["🤖 hello"]


async def test_a_group_that_became_a_supergroup_says_where_it_is(bot_api: BotApi) -> None:
    bot_api.migrate(7, -1007)
    assert await sent(bot_api) == ChatMoved("-1007")


async def test_a_message_whose_topic_is_gone_goes_to_the_group(bot_api: BotApi) -> None:
    bot_api.topics[-100] = {5: "Orders"}
    assert isinstance(await sent(bot_api, chat="-100/5"), Delivered)
    assert isinstance(await sent(bot_api, chat="-100/6"), Delivered)
    assert [each.thread for each in bot_api.sent] == [5, None]


async def test_a_chat_that_has_no_number_is_refused_at_once(bot_api: BotApi) -> None:
    outcome = await sent(bot_api, chat="nobody")
    assert isinstance(outcome, Refused)
    assert not bot_api.called("sendMessage")


def kept(tmp_path: Path, data: bytes, media_type: str) -> Outgoing:
    """A message of an agent's with a file that lies in ``tmp_path``."""
    files = FileBytes(tmp_path)
    with files.receive(io.BytesIO(data), len(data)) as received:
        files.put(received)
    file = Attachment("f", "plan", media_type, len(data), "stored", None, received.sha256)
    return replace(HELLO, author="agent", name="Ada", text="", attachments=(file,))


@pytest.mark.parametrize(
    ("data", "media_type", "methods"),
    [
        (PNG, "image/png", ["sendPhoto"]),
        (PDF, "application/pdf", ["sendDocument"]),
    ],
)
async def test_a_file_goes_under_the_name_of_who_sends_it(
    bot_api: BotApi, tmp_path: Path, data: bytes, media_type: str, methods: list[str]
) -> None:
    async with sender_to(bot_api.url, files=tmp_path) as sender:
        assert isinstance(await sender.send(kept(tmp_path, data, media_type)), Delivered)
    assert [name for name, _ in bot_api.calls] == methods
    (params,) = bot_api.called(methods[0])
    assert "Ada" in params["caption"]


async def test_a_picture_that_telegram_does_not_show_goes_as_a_document(
    bot_api: BotApi, tmp_path: Path
) -> None:
    bot_api.refuse(7, 400, "Bad Request: PHOTO_INVALID_DIMENSIONS")
    async with sender_to(bot_api.url, files=tmp_path) as sender:
        assert isinstance(await sender.send(kept(tmp_path, PNG, "image/png")), Delivered)
    assert [name for name, _ in bot_api.calls] == ["sendPhoto", "sendDocument"]


async def test_a_file_whose_line_broke_is_not_sent_again(bot_api: BotApi, tmp_path: Path) -> None:
    bot_api.refuse(7, behaviour="break")
    async with sender_to(bot_api.url, files=tmp_path) as sender:
        assert isinstance(await sender.send(kept(tmp_path, PNG, "image/png")), Uncertain)
    assert len(bot_api.calls) == 1


async def test_a_file_whose_bytes_are_gone_is_refused(bot_api: BotApi, tmp_path: Path) -> None:
    message = kept(tmp_path, PDF, "application/pdf")
    async with sender_to(bot_api.url) as sender:
        assert isinstance(await sender.send(message), Refused)
    assert bot_api.calls == []
