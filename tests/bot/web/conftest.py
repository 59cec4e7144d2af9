"""A served home in the process: the real application, without a model unless a test brings one."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest
from fastapi.testclient import TestClient
from serving import Shop

from bot.app import create_app
from bot.conversations.runner import TurnTiming
from bot.settings import Settings


@pytest.fixture
def home(tmp_path: Path, migrated: Path) -> Path:
    shutil.copy(migrated, tmp_path / "frontdesk.db")
    return tmp_path


@pytest.fixture
def shop(home: Path) -> Iterator[Shop]:
    """The application over ``home``, started, with clients for customers and for the desk."""
    app = create_app(Settings.load(home, {}), timing=TurnTiming(quiet=0.02))
    with TestClient(app, raise_server_exceptions=False) as client:
        yield Shop(app, client)
