"""How far an import of files got, so that the same one, run again, begins where it was cut off.

Files give their conversations in the same order each time, so a number says which are stored. It is
written in the transaction that stores them, and forgotten once the import has come to its end.
"""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterator, Mapping, Sequence
from itertools import islice
from pathlib import Path

from sqlmodel import Session

from bot.store import Database
from bot.store.tables import SettingRow
from knowledge import Transcript


class ImportProgress:
    """The progress of one import, which ``key`` names. ``passed`` counts what was stored before."""

    def __init__(self, database: Database, key: str) -> None:
        self._database = database
        self._key = key
        self.passed = 0
        with database.read() as session:
            row = session.get(SettingRow, key)
            self._done = int(row.value) if row is not None else 0

    def rest_of(self, transcripts: Iterator[Transcript]) -> Iterator[Transcript]:
        """The conversations that an earlier try has not stored."""
        for _ in islice(transcripts, self._done):
            self.passed += 1
        yield from transcripts

    def note(self, session: Session, number: int) -> None:
        """So many more are stored, if this transaction is."""
        self._done += number
        session.merge(SettingRow(key=self._key, value=str(self._done)))

    def forget(self) -> None:
        """The import has come to its end; another one begins at the beginning."""
        with self._database.write() as session:
            row = session.get(SettingRow, self._key)
            if row is not None:
                session.delete(row)


def import_key(paths: Sequence[Path], options: Mapping[str, object]) -> str:
    """A name for the import of these files, as they are now, with these options."""
    files = [
        (str(file), file.stat().st_size, file.stat().st_mtime_ns)
        for path in paths
        for file in (sorted(path.rglob("*")) if path.is_dir() else [path])
        if file.is_file()
    ]
    told = json.dumps([files, options], sort_keys=True, default=str)
    return f"import:{hashlib.sha256(told.encode(errors='replace')).hexdigest()[:32]}"
