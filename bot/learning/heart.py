"""The heartbeat of long work in a process of its own: keeps its lease, tells how far it is.

It knows neither what the work is nor in which row it is kept.
"""

from __future__ import annotations

import logging
import threading
from collections.abc import Callable
from datetime import datetime, timedelta
from typing import Final

from sqlalchemy.exc import SQLAlchemyError
from sqlmodel import Session

from bot.conversations.leases import Lease, renew
from bot.store import BusyError, Database

log = logging.getLogger(__name__)
LIFETIME: Final = timedelta(seconds=45)
Told = tuple[str, int, int]
"""The stage, how much of it is done, and how much there is (0: nobody knows)."""


class Heart:
    """Beats every ``seconds`` in a thread from ``start`` to ``stop``. Thread-safe."""

    def __init__(
        self,
        database: Database,
        lease: Lease,
        clock: Callable[[], datetime],
        keep: Callable[[Session, Told], None],
        seconds: float,
    ) -> None:
        self._database = database
        self._lease = lease
        self._clock = clock
        self._keep = keep
        self._seconds = seconds
        self._told: Told = ("", 0, 0)
        self._over = threading.Event()
        self._thread = threading.Thread(target=self._beat, name="heart", daemon=True)

    def start(self) -> None:
        """Begin to beat."""
        self._thread.start()

    def progress(self, stage: str, done: int, total: int) -> None:
        """Remember how far the work is; the next beat tells it."""
        self._told = (stage, done, total)

    def stop(self) -> None:
        """Beat no more; a beat under way may still end."""
        self._over.set()

    def wait(self) -> None:
        """Wait until the last beat is over."""
        self._thread.join()

    def _beat(self) -> None:
        while not self._over.wait(self._seconds):
            try:
                renew(self._database, self._lease, self._clock(), LIFETIME)
                with self._database.write() as session:
                    self._keep(session, self._told)
            except (SQLAlchemyError, BusyError):
                log.warning("how far the work is could not be stored; it goes on")
