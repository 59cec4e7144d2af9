"""Settings are read again while the server runs; what cannot be used changes nothing."""

from __future__ import annotations

import asyncio
import time
from pathlib import Path

import pytest

from bot.services import Services
from bot.settings import Settings
from bot.store import Database
from bot.store.tables import IntentRow


@pytest.fixture
async def services(tmp_path: Path):
    (tmp_path / "frontdesk.yaml").write_text("company: Old\n")
    settings = Settings.load(tmp_path, {})
    running = Services(settings, Database.open(settings.database_url))
    await running.start()
    yield running
    await running.stop()
    running.database.close()


def write(services: Services, text: str) -> None:
    (services.settings.home / "frontdesk.yaml").write_text(text)


async def test_an_edit_serves_without_a_restart(services):
    write(services, "company: New\nquiet_seconds: 0.25\nhandoff:\n  words: [recall]\n")
    await services.content_changed()
    assert services.release().company == "New"
    assert services.release().policy.hand_off_words == ("recall",)
    assert services.runner.timing.quiet == 0.25


async def test_an_edit_is_noticed_within_a_second(services):
    write(services, "company: Newest\n")
    async with asyncio.timeout(2):
        while services.release().company != "Newest":  # noqa: ASYNC110
            await asyncio.sleep(0.05)


async def test_a_broken_file_leaves_what_served_and_says_so(services, caplog):
    write(services, "compnay: Typo\n")
    await services.content_changed()
    assert services.release().company == "Old"
    assert "compnay: is no setting" in str(services.unusable_settings)
    assert "the settings before go on serving" in caplog.text
    write(services, "company: Mended\n")
    await services.content_changed()
    assert (services.release().company, services.unusable_settings) == ("Mended", None)


async def test_a_name_that_nobody_knows_is_told_while_serving(services, caplog):
    with services.database.write() as session:
        session.add(IntentRow(id="return_request", name="Returns", source="test"))
    for _ in range(2):
        write(services, f"handoff: {{intents: [return_reqest]}} # {time.time_ns()}\n")
        await services.content_changed()
    assert services.doubts == (
        "handoff.intents: there is no intent 'return_reqest'; did you mean 'return_request'?",
    )
    assert caplog.text.count("did you mean") == 1
    write(services, "handoff: {intents: [return_request]}\n")
    await services.content_changed()
    assert services.doubts == ()


async def test_what_only_a_start_heeds_says_so(services, caplog):
    write(services, "telegram_updates: polling\ntelegram_desk_chat: -7\n")
    await services.content_changed()
    assert "nothing goes there without --telegram" in caplog.text
    assert "telegram_updates changed; it counts from the next start on" in caplog.text
