"""How well each language is answered, as learning measured it, and which therefore go to people."""

from __future__ import annotations

import json
from collections.abc import Mapping
from typing import Any

from sqlmodel import Session

from bot.settings.file import Course
from bot.store import Database
from bot.store.tables import SettingRow

KEY = "language_accuracy"


def store_languages(session: Session, measured: Mapping[str, Mapping[str, Any]]) -> None:
    """Keep the measurements in place of the earlier ones, in the caller's transaction."""
    session.merge(SettingRow(key=KEY, value=json.dumps(measured)))


def languages_for_people(database: Database, decided: Mapping[str, Course]) -> frozenset[str]:
    """The languages whose messages go to people: measured below the target, or ``decided`` so.

    What an operator decided goes before what was measured.
    """
    with database.read() as session:
        row = session.get(SettingRow, KEY)
    measured = json.loads(row.value) if row else {}
    below = {language for language, each in measured.items() if each["below_target"]}
    handed = {language for language, course in decided.items() if course == "hand_off"}
    return frozenset((below - decided.keys()) | handed)
