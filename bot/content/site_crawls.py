"""When each site that the settings list was crawled last, and what came of it.

A row for each site is shared by all processes, so that one of them crawls at a time.
"""

from __future__ import annotations

import json
from dataclasses import dataclass
from datetime import datetime, timedelta

from sqlmodel import Session

from bot.store import Database
from bot.store.tables import SettingRow


@dataclass(frozen=True, slots=True)
class Crawl:
    """The latest crawl of a site: when it began, and ``failure``, what went wrong; None where
    nothing did, or where it is not known yet."""

    at: datetime
    failure: str | None = None


def latest_crawl(database: Database, site: str) -> Crawl | None:
    """None where the schedule never crawled this site."""
    with database.read() as session:
        return _read(session, site)


def begin_crawl(database: Database, site: str, every: timedelta, now: datetime) -> bool:
    """Note that a crawl begins; False where the last one began less than ``every`` ago.

    A time that lies ahead was written by a clock that went wrong, and is not waited for.
    """
    with database.write() as session:
        latest = _read(session, site)
        if latest is not None and timedelta(0) <= now - latest.at < every:
            return False
        _write(session, site, Crawl(now, latest.failure if latest else None))
        return True


def end_crawl(database: Database, site: str, crawl: Crawl) -> None:
    """Note what came of it."""
    with database.write() as session:
        _write(session, site, crawl)


def _read(session: Session, site: str) -> Crawl | None:
    row = session.get(SettingRow, _key(site), with_for_update=True)
    if row is None:
        return None
    kept = json.loads(row.value)
    return Crawl(datetime.fromisoformat(kept["at"]), kept["failure"])


def _write(session: Session, site: str, crawl: Crawl) -> None:
    value = json.dumps({"at": crawl.at.isoformat(), "failure": crawl.failure})
    session.merge(SettingRow(key=_key(site), value=value))


def _key(site: str) -> str:
    return f"crawl:{site}"
