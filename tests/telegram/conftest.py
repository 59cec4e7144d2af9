"""A Bot API on loopback, and a server that talks to it."""

from __future__ import annotations

from collections.abc import AsyncIterator, Iterator
from pathlib import Path

import pytest
from fakes.bot_api import BotApi, running_bot_api
from telegram_house import House, running, settings_for


@pytest.fixture
def bot_api() -> Iterator[BotApi]:
    with running_bot_api() as api:
        yield api


@pytest.fixture
async def house(tmp_path: Path, bot_api: BotApi) -> AsyncIterator[House]:
    async with running(settings_for(tmp_path, bot_api), bot_api) as running_house:
        yield running_house
