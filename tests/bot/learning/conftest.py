"""A company whose conversations teach something."""

from __future__ import annotations

import pytest
from teaching import Classroom, classroom

from bot.store import Database


@pytest.fixture
def room(database: Database) -> Classroom:
    return classroom(database)
