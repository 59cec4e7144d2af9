"""Starts retrainings when the schedule or a person says so.

The server never trains: what training needs is not even imported here.
"""

from __future__ import annotations

import json
import logging
from datetime import datetime
from typing import ClassVar, Final

from bot.learning.equipment import missing_for_training
from bot.learning.lookout import Lookout
from bot.learning.runs import SCHEDULE, AlreadyRunningError, ask, latest_runs, settle
from bot.learning.schedule import Schedule
from bot.settings.retraining import schedule_of
from bot.store.tables import SettingRow

log = logging.getLogger(__name__)
SEEN: Final = "retraining_schedule"


class UntrainableError(Exception):
    """What training needs is not installed beside this server."""

    def __init__(self, missing: list[str]) -> None:
        super().__init__(
            f"training needs {', '.join(missing)}: install with `pip install 'frontdesk[train]'`"
        )


class Retrainer(Lookout):
    """Starts retrainings and watches what becomes of them. Use it from the event loop's thread."""

    SECONDS: ClassVar[float] = 5.0
    LOG: ClassVar[str] = "retraining.log"

    def start(self, by: str, due: datetime | None = None) -> str | None:
        """Start one for ``by``; returns its id, None where ``due`` was seen to. Blocking.

        Raises:
            AlreadyRunningError: one runs or is about to begin.
            UntrainableError: what training needs is not installed.
        """
        missing = missing_for_training()
        if missing:
            raise UntrainableError(missing)
        id = ask(self._database, by, self._clock(), due)
        if id is not None:
            self._spawn(id, scheduled=due is not None)
        return id

    def _see_to(self, now: datetime) -> object:
        settle(self._database, now)
        self._start_due(now)
        with self._database.read() as session:
            return [(row.id, row.state, row.stage, row.done) for row in latest_runs(session, 3)]

    def _start_due(self, now: datetime) -> None:
        settings = self._settings()
        schedule = schedule_of(settings.file.retraining, settings.file.hours.time_zone)
        if schedule is None:
            return
        due = schedule.last_due(now)
        if due <= self._seen_since(schedule, now):
            return
        try:
            if self.start(SCHEDULE, due) is not None:
                self._see(schedule, due)
        except AlreadyRunningError:
            log.debug("retraining is due and waits for the one that runs")
        except UntrainableError as error:
            log.error("retraining is due, and cannot be started: %s", error)
            self._see(schedule, due)

    def _seen_since(self, schedule: Schedule, now: datetime) -> datetime:
        """Up to when the schedule was seen to; a new one counts from now on."""
        with self._database.read() as session:
            row = session.get(SettingRow, SEEN)
        kept = json.loads(row.value) if row else {}
        if kept.get("schedule") == str(schedule):
            return datetime.fromisoformat(kept["until"])
        self._see(schedule, now)
        return now

    def _see(self, schedule: Schedule, until: datetime) -> None:
        kept = {"schedule": str(schedule), "until": until.isoformat()}
        with self._database.write() as session:
            session.merge(SettingRow(key=SEEN, value=json.dumps(kept)))

    def _spawn(self, id: str, *, scheduled: bool) -> None:
        own = self._settings().file.retraining
        command = ["retrain", "--run", id, "--json"]
        if scheduled:
            command += ["--least-new", str(own.least_new), *(["--promote"] if own.promote else [])]
        self._start(command)
