"""A mail server, and the mail of one home."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from conversing import Desk
from corresponding import PUBLIC, Post
from fakes.smtp_server import MailServer, mail_server

from bot.conversations.links import Links
from bot.mail.letters import Correspondence
from bot.settings import FileSettings


@pytest.fixture
def post(desk: Desk, tmp_path: Path) -> Post:
    return Post(desk, Correspondence(FileSettings(company="The Shop"), PUBLIC, Links(tmp_path)))


@pytest.fixture
def smtp() -> Iterator[MailServer]:
    with mail_server() as server:
        yield server
