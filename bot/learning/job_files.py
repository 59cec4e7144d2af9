"""Files that were uploaded to be imported, kept privately until they are, or nobody wants them.

They lie under the id of the work that reads them, so that it can be begun again where it was.
"""

from __future__ import annotations

import shutil
from datetime import datetime
from pathlib import Path
from typing import IO, Final

from bot.content.file_names import storable_name
from bot.learning.jobs import OPEN
from bot.store import Database
from bot.store.tables import LearningJobRow

FOLDER: Final = "imports"


def keep_file(home: Path, job: str, name: str, content: IO[bytes]) -> Path:
    """Keep an uploaded file for the work ``job``; returns where it lies."""
    folder = home / FOLDER / job
    folder.mkdir(parents=True, mode=0o700)
    path = folder / storable_name(name)
    with path.open("xb") as copy:
        shutil.copyfileobj(content, copy)
    return path


def file_of(home: Path, job: str) -> Path | None:
    """The file that was kept for ``job``; None where it is gone."""
    folder = home / FOLDER / job
    return next(iter(folder.iterdir()), None) if folder.is_dir() else None


def remove_file(home: Path, job: str) -> None:
    """Keep its file no longer."""
    shutil.rmtree(home / FOLDER / job, ignore_errors=True)


def remove_old_files(database: Database, home: Path, before: datetime) -> None:
    """Remove the files of what ended before, and those that belong to nothing."""
    folders = list((home / FOLDER).iterdir()) if (home / FOLDER).is_dir() else []
    for folder in folders:
        with database.read() as session:
            row = session.get(LearningJobRow, folder.name)
            wanted = row is not None and (
                row.state in OPEN or row.ended_at is None or row.ended_at >= before
            )
        if not wanted and folder.stat().st_mtime < before.timestamp():
            remove_file(home, folder.name)
