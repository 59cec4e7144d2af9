"""A bot's token is tried from the desk against the Bot API, and nothing of it is kept or shown."""

from __future__ import annotations

from pathlib import Path

import pytest
from fakes.bot_api import TOKEN, USERNAME, BotApi
from fastapi.testclient import TestClient
from telegram_house import settings_for

from bot.app import create_app
from bot.desk.users import Role, add_user
from bot.services import utc_now
from bot.settings import Settings
from bot.store import Database

EMAIL, PASSWORD = "root@shop.example", "a long password"


def trial(settings: Settings, token: str | None, role: Role = Role.ADMIN):
    database = Database.open(settings.database_url)
    add_user(database, EMAIL, PASSWORD, role, utc_now())
    database.close()
    with TestClient(create_app(settings)) as client:
        signed = client.post("/api/desk/login", json={"email": EMAIL, "password": PASSWORD})
        return client.post(
            "/api/desk/telegram/try",
            json={"token": token} if token else {},
            headers={"X-CSRF-Token": signed.json()["csrf"]},
        )


def test_the_token_of_the_environment_is_tried(tmp_path: Path, bot_api: BotApi):
    found = trial(settings_for(tmp_path, bot_api), None)
    assert found.status_code == 200
    assert found.json()["username"] == USERNAME
    assert TOKEN not in found.text


def test_a_token_is_tried_before_it_is_set(tmp_path: Path, bot_api: BotApi):
    settings = Settings.load(tmp_path, {"FRONTDESK_TELEGRAM_API_URL": bot_api.url})
    assert trial(settings, TOKEN).json()["username"] == USERNAME
    assert TOKEN not in "".join(
        path.read_text(errors="replace") for path in tmp_path.iterdir() if path.is_file()
    )


@pytest.mark.parametrize("token", ["no token", "1:unknown-to-telegram"])
def test_a_wrong_token_is_refused_without_repeating_it(tmp_path, bot_api: BotApi, token: str):
    settings = Settings.load(tmp_path, {"FRONTDESK_TELEGRAM_API_URL": bot_api.url})
    refused = trial(settings, token)
    assert refused.status_code == 422
    assert token not in refused.text


def test_nobody_at_the_address_is_a_sentence(tmp_path: Path):
    settings = Settings.load(tmp_path, {"FRONTDESK_TELEGRAM_API_URL": "http://127.0.0.1:9"})
    refused = trial(settings, TOKEN)
    assert refused.status_code == 422
    assert "nobody answers at http://127.0.0.1:9" in refused.json()["detail"]


def test_only_admins_try(tmp_path: Path, bot_api: BotApi):
    assert trial(settings_for(tmp_path, bot_api), None, Role.LEAD).status_code == 404
