"""Updates that Telegram brings by itself, and who is let in."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import httpx
import pytest
from fakes.bot_api import BotApi, until
from telegram_house import House, running, settings_for

from bot.channels.telegram import TelegramAccess
from bot.channels.telegram.updates import store_updates
from bot.settings import Settings, SettingsError

SECRET = "a_Secret-1"
PATH = "/api/telegram/webhook"
WEBHOOK = {
    "FRONTDESK_TELEGRAM_WEBHOOK_SECRET": SECRET,
    "FRONTDESK_PUBLIC_URL": "https://bot.shop.example/",
}


async def bring(house: House, update: object, secret: str | None) -> httpx.Response:
    headers = (
        {} if secret is None else {"X-Telegram-Bot-Api-Secret-Token": secret.encode("latin-1")}
    )
    transport = httpx.ASGITransport(house.app)
    async with httpx.AsyncClient(transport=transport, base_url="http://bot.example") as client:
        return await client.post(PATH, json=update, headers=headers)


async def test_an_update_with_the_secret_is_stored_and_answered(
    tmp_path: Path, bot_api: BotApi
) -> None:
    async with running(settings_for(tmp_path, bot_api, **WEBHOOK), bot_api) as house:
        update = {"update_id": 5, "message": bot_api.message(7, "Kim", text="Hello")}
        for _ in range(2):
            assert (await bring(house, update, SECRET)).status_code == 200
        await until(lambda: bot_api.to(7))
        assert len(house.messages(7, "customer")) == 1
        await until(lambda: bot_api.webhook)
        assert bot_api.webhook["url"] == f"https://bot.shop.example{PATH}"
        assert bot_api.webhook["secret_token"] == SECRET
    assert not bot_api.called("getUpdates")


async def test_updates_that_come_out_of_order_are_taken_in_order(
    tmp_path: Path, bot_api: BotApi, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("bot.channels.telegram.running.PATIENCE_SECONDS", 20.0)
    async with running(settings_for(tmp_path, bot_api, **WEBHOOK), bot_api) as house:
        await until(lambda: bot_api.webhook)
        store_updates(house.services.database, "4242", [{"update_id": 4}], house.services.clock())
        for number in (5, 8, 7, 6):
            message = bot_api.message(7, "Kim", text=f"message {number}")
            await bring(house, {"update_id": number, "message": message}, SECRET)
        await until(lambda: len(house.messages(7, "customer")) == 4)
        said = [row.text for row in house.messages(7, "customer")]
        assert said == [f"message {number}" for number in (5, 6, 7, 8)]


async def test_what_keeps_telegram_from_bringing_updates_is_logged(
    tmp_path: Path, bot_api: BotApi, caplog: pytest.LogCaptureFixture
) -> None:
    bot_api.webhook_error = "SSL error"
    async with running(settings_for(tmp_path, bot_api, **WEBHOOK), bot_api):
        await until(lambda: "SSL error" in caplog.text)


@pytest.mark.parametrize("secret", [None, "", "wrong", SECRET + "x", "ä"])
async def test_nobody_else_is_let_in(tmp_path: Path, bot_api: BotApi, secret: str | None) -> None:
    async with running(settings_for(tmp_path, bot_api, **WEBHOOK), bot_api) as house:
        update = {"update_id": 5, "message": bot_api.message(7, "Kim", text="Hello")}
        response = await bring(house, update, secret)
        assert response.status_code == 401
        assert house.messages(7) == []


async def test_without_a_secret_in_the_settings_nobody_is_let_in(house: House) -> None:
    update = {"update_id": 5, "message": house.api.message(7, "Kim", text="Hello")}
    for secret in (None, "", "None"):
        assert (await bring(house, update, secret)).status_code == 401


async def test_a_body_that_is_no_update_is_refused(tmp_path: Path, bot_api: BotApi) -> None:
    async with running(settings_for(tmp_path, bot_api, **WEBHOOK), bot_api) as house:
        assert (await bring(house, {"message": {}}, SECRET)).status_code == 422
        assert (await bring(house, {"update_id": 1, "x": "y" * 2**20}, SECRET)).status_code == 413


def settings(**more: str | None) -> Settings:
    plain = Settings.load(Path("/nowhere"), {"FRONTDESK_TELEGRAM_TOKEN": "42:abc"})
    return replace(plain, **more)


def test_the_bots_id_is_the_number_in_its_token() -> None:
    access = TelegramAccess.of(settings())
    assert (access.bot_id, access.webhook) == ("42", None)
    assert "abc" not in repr(access)


@pytest.mark.parametrize(
    ("wrong", "sentence"),
    [
        ({"telegram_token": None}, "FRONTDESK_TELEGRAM_TOKEN is not set"),
        ({"telegram_token": "nonsense"}, "is no bot token"),
        ({"telegram_webhook_secret": SECRET}, "FRONTDESK_PUBLIC_URL is not"),
        ({"telegram_webhook_secret": "ä ö", "public_url": "https://x.example"}, "cannot be used"),
        ({"telegram_webhook_secret": "", "public_url": "https://x.example"}, "cannot be used"),
    ],
)
def test_settings_that_cannot_work_are_refused_with_a_sentence(
    wrong: dict[str, str | None], sentence: str
) -> None:
    with pytest.raises(SettingsError, match=sentence):
        TelegramAccess.of(settings(**wrong))


def test_a_webhook_that_is_wanted_without_a_secret_is_refused(tmp_path: Path) -> None:
    (tmp_path / "frontdesk.yaml").write_text("telegram_updates: webhook\n")
    wanted = Settings.load(tmp_path, {"FRONTDESK_TELEGRAM_TOKEN": "42:abc"})
    with pytest.raises(SettingsError, match="FRONTDESK_TELEGRAM_WEBHOOK_SECRET is not set"):
        TelegramAccess.of(wanted)


def test_polling_that_is_wanted_needs_no_webhook(tmp_path: Path) -> None:
    (tmp_path / "frontdesk.yaml").write_text("telegram_updates: polling\n")
    environment = {"FRONTDESK_TELEGRAM_TOKEN": "42:abc", **WEBHOOK}
    assert TelegramAccess.of(Settings.load(tmp_path, environment)).webhook is None


def test_an_address_that_telegram_does_not_call_is_refused() -> None:
    plain = settings(telegram_webhook_secret=SECRET, public_url="http://bot.shop.example")
    with pytest.raises(SettingsError, match="https"):
        TelegramAccess.of(plain)
