"""Files that a channel still has: fetched in the background, or their loss told."""

from __future__ import annotations

import asyncio
from datetime import timedelta

import pytest
import sample_files as files
from conversing import Desk
from situations import NOON

from bot.channels.fetching import AttachmentFetcher, FileGoneError
from bot.content.attachments import AttachmentLimits, any_attachment, expect_attachment
from bot.content.file_bytes import FileTooLargeError
from bot.conversations.expected_files import MOST_ATTEMPTS
from bot.conversations.intake import Inbound, accept_within
from bot.services import Services
from bot.settings import AttachmentSettings, Settings

LIMITS = AttachmentLimits(1_000, ("image/*",), 3, 10_000)


class Clock:
    """A moment that stands still until it is moved."""

    def __init__(self) -> None:
        self.now = NOON + timedelta(hours=1)

    def __call__(self):
        return self.now


class Chat:
    """A channel's files by their source; an exception is raised instead."""

    def __init__(self) -> None:
        self.files: dict[str, bytes | Exception] = {}
        self.asked: list[str] = []

    async def fetch(self, source: str, limit: int) -> bytes:
        self.asked.append(source)
        found = self.files[source]
        if isinstance(found, Exception):
            raise found
        return found


@pytest.fixture
def clock() -> Clock:
    return Clock()


@pytest.fixture
def services(database, tmp_path, clock) -> Services:
    return Services(Settings.load(tmp_path, {}), database, clock=clock)


@pytest.fixture
def chat() -> Chat:
    return Chat()


@pytest.fixture
def fetch(services, chat):
    """Fetches what is due, as often as is asked."""

    def fetch():
        asyncio.run(AttachmentFetcher(services, "telegram", chat.fetch).fetch_due())

    return fetch


def expected(desk: Desk, source: str, size: int | None = None, declared: str = "image/png") -> str:
    """A message with a file that is not here yet."""
    conversation = desk.telegram_conversation()
    with desk.database.write() as session:
        attachment = expect_attachment(
            session,
            conversation,
            source=source,
            name=f"{source}.png",
            media_type=declared,
            size=size,
            now=desk.now,
        )
        inbound = Inbound(source, "", attachments=(attachment,))
        accept_within(session, conversation, inbound, desk.later())
    return attachment


def test_an_expected_file_is_fetched_and_shown(desk, services, chat, fetch):
    attachment = expected(desk, "f1")
    chat.files["f1"] = files.PNG
    fetch()
    found = any_attachment(desk.database, attachment)
    assert (found.state, found.size, found.media_type) == ("stored", len(files.PNG), "image/png")
    assert services.files.path(found.sha256).read_bytes() == files.PNG
    fetch()
    assert chat.asked == ["f1"]


def test_a_file_that_cannot_be_had_now_is_asked_for_later(desk, chat, fetch, clock):
    attachment = expected(desk, "f1")
    chat.files["f1"] = ConnectionError("no line")
    fetch()
    assert any_attachment(desk.database, attachment).state == "expected"
    fetch()
    assert chat.asked == ["f1"]
    clock.now += timedelta(seconds=6)
    chat.files["f1"] = files.PNG
    fetch()
    assert any_attachment(desk.database, attachment).state == "stored"


def test_a_file_that_never_comes_is_given_up_and_told(desk, chat, fetch, clock):
    attachment = expected(desk, "f1")
    chat.files["f1"] = ConnectionError("no line")
    for _ in range(MOST_ATTEMPTS):
        fetch()
        clock.now += timedelta(hours=1)
    fetch()
    assert len(chat.asked) == MOST_ATTEMPTS
    found = any_attachment(desk.database, attachment)
    assert (found.state, found.problem) == ("failed", "unavailable")
    (told,) = desk.messages(desk.telegram_conversation(), "system")
    assert "f1.png" in told.text


@pytest.mark.parametrize(
    ("answer", "problem"),
    [
        (FileGoneError(), "unavailable"),
        (FileTooLargeError(1), "too_large"),
        (files.SVG, "refused"),
        (b"", "refused"),
        (files.PDF, "refused"),
        (files.PNG + bytes(2_000), "too_large"),
    ],
)
def test_a_file_that_is_not_to_be_had_is_told_at_once(
    desk, services, chat, fetch, monkeypatch, answer, problem
):
    monkeypatch.setattr(AttachmentSettings, "limits", lambda self: LIMITS)
    attachment = expected(desk, "f1")
    chat.files["f1"] = answer
    fetch()
    assert any_attachment(desk.database, attachment).problem == problem
    assert len(desk.messages(desk.telegram_conversation(), "system")) == 1
    assert list(services.files.stored()) == []


def test_a_file_known_to_be_too_large_is_not_fetched(desk, chat, fetch):
    attachment = expected(desk, "f1", size=10**9)
    fetch()
    assert chat.asked == []
    assert any_attachment(desk.database, attachment).problem == "too_large"


def test_more_files_than_a_day_allows_are_told(desk, chat, fetch, monkeypatch):
    monkeypatch.setattr(AttachmentSettings, "limits", lambda self: LIMITS)
    for number in range(4):
        expected(desk, f"f{number}")
        chat.files[f"f{number}"] = files.PNG
    fetch()
    told = desk.messages(desk.telegram_conversation(), "system")
    assert told
    assert all("one day" in each.text for each in told)


def test_a_person_who_has_the_conversation_is_not_talked_over(desk, chat, fetch):
    attachment = expected(desk, "f1")
    desk.take_over(desk.telegram_conversation(), desk.agent())
    before = len(desk.messages(desk.telegram_conversation()))
    chat.files["f1"] = FileGoneError()
    fetch()
    assert any_attachment(desk.database, attachment).state == "failed"
    assert len(desk.messages(desk.telegram_conversation())) == before


def test_another_channels_files_are_left_alone(desk, services, chat):
    expected(desk, "f1")
    asyncio.run(AttachmentFetcher(services, "web", chat.fetch).fetch_due())
    assert chat.asked == []
