"""Starts what waits to be done, one after another."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import datetime, timedelta
from typing import Any, ClassVar, Final

from bot.learning.equipment import missing_for_training
from bot.learning.job_files import remove_old_files
from bot.learning.jobs import (
    JobKind,
    ask_again,
    ask_for,
    latest_jobs,
    settle_jobs,
    take_next,
)
from bot.learning.lookout import Lookout
from bot.learning.starting import UntrainableError

FILES_KEPT: Final = timedelta(days=2)
"""Files hold what customers wrote as they wrote it: no longer than somebody needs to try again."""


class JobStarter(Lookout):
    """Starts work and watches what becomes of it."""

    SECONDS: ClassVar[float] = 1.0
    LOG: ClassVar[str] = "learning.log"

    def ask(
        self,
        kind: JobKind,
        by: str,
        *,
        id: str | None = None,
        name: str = "",
        arguments: Mapping[str, Any] | None = None,
    ) -> str:
        """Have something done as soon as nothing else is; returns its id. Blocking.

        Raises:
            BusyJobError: the same waits or is under way.
            UntrainableError: what this needs is not installed.
        """
        missing = missing_for_training() if kind is not JobKind.IMPORT else []
        if missing:
            raise UntrainableError(missing)
        now = self._clock()
        return ask_for(self._database, kind, by, now, id=id, name=name, arguments=arguments)

    def again(self, id: str, changes: Mapping[str, Any]) -> None:
        """Have what failed or was cut off done again. Blocking.

        Raises:
            UnknownJobError: there is none that ended so.
        """
        ask_again(self._database, id, self._clock(), changes)

    def _see_to(self, now: datetime) -> object:
        settle_jobs(self._database, now)
        taken = take_next(self._database, now)
        if taken is not None:
            self._start(["job", taken])
        remove_old_files(self._database, self._settings().home, now - FILES_KEPT)
        jobs = latest_jobs(self._database, *JobKind)
        return [(each.id, each.state, each.stage, each.done) for each in jobs]
