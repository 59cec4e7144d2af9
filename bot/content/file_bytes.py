"""The bytes of files, kept once under their SHA-256 in a private folder of the home.

A file is received under a name of its own, written through to the disk, and moved to its place in
one step; so what lies in its place is whole. Knows nothing of who may read it.
"""

from __future__ import annotations

import errno
import hashlib
import mmap
import os
import secrets
import shutil
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from typing import IO, Final

CHUNK: Final = 256 * 1024
RESERVE: Final = 100 * 1024 * 1024
"""Bytes of the disk that files leave alone: messages are worth more than attachments."""
FULL: Final = (errno.ENOSPC, errno.EDQUOT, errno.EFBIG)
INCOMING: Final = "incoming"


class FileTooLargeError(Exception):
    """More bytes came than one file may have."""

    def __init__(self, limit: int) -> None:
        super().__init__(f"the file is larger than {limit / 2**20:g} MB; send a smaller one")
        self.limit = limit


class NoRoomError(Exception):
    """The disk has no room for a file; nothing of it was kept."""

    def __init__(self) -> None:
        super().__init__("there is no room for files at the moment; nothing of it was kept")


@dataclass(frozen=True, slots=True)
class Received:
    """A whole file that is not in its place yet."""

    path: Path
    sha256: str
    size: int


class FileBytes:
    """The folder. Thread-safe; several processes may share it."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder

    @contextmanager
    def receive(self, source: IO[bytes], limit: int) -> Iterator[Received]:
        """Read ``source`` to its end. What was not put in its place is gone after the block.

        Raises:
            FileTooLargeError: it has more than ``limit`` bytes.
            NoRoomError: the disk is full, or nearly.
        """
        path = self._folder / INCOMING / secrets.token_hex(16)
        try:
            with _full_disk_told():
                received = self._write(path, source, limit)
            yield received
        finally:
            path.unlink(missing_ok=True)

    def put(self, received: Received) -> None:
        """Move the file to its place; the same bytes may lie there already.

        Raises:
            NoRoomError: the disk is full.
        """
        place = self.path(received.sha256)
        with _full_disk_told():
            self._private(place.parent)
            os.replace(received.path, place)
            _flush_folder(place.parent)

    def path(self, sha256: str) -> Path:
        """Where these bytes lie, or would."""
        return self._folder / sha256[:2] / sha256

    def remove(self, sha256: str) -> None:
        """Forget these bytes."""
        self.path(sha256).unlink(missing_ok=True)

    def stored(self) -> Iterator[str]:
        """The SHA-256 of everything that lies in its place."""
        for path in self._folder.glob("??/*"):
            yield path.name

    def clear_incoming(self, before: datetime) -> None:
        """Remove what was begun before that moment and never came to its end."""
        for path in (self._folder / INCOMING).glob("*"):
            with suppress(FileNotFoundError):
                if path.stat().st_mtime < before.timestamp():
                    path.unlink()

    def _private(self, folder: Path) -> None:
        self._folder.mkdir(mode=0o700, parents=True, exist_ok=True)
        folder.mkdir(mode=0o700, exist_ok=True)

    def _write(self, path: Path, source: IO[bytes], limit: int) -> Received:
        self._private(path.parent)
        if shutil.disk_usage(path.parent).free < RESERVE:
            raise NoRoomError
        digest, size = hashlib.sha256(), 0
        with os.fdopen(os.open(path, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600), "wb") as file:
            while chunk := source.read(CHUNK):
                size += len(chunk)
                if size > limit:
                    raise FileTooLargeError(limit)
                digest.update(chunk)
                file.write(chunk)
            file.flush()
            os.fsync(file.fileno())
        return Received(path, digest.hexdigest(), size)


@contextmanager
def looked_into(path: Path) -> Iterator[bytes | mmap.mmap]:
    """The bytes at ``path`` without reading them all."""
    with path.open("rb") as file:
        if path.stat().st_size == 0:
            yield b""
            return
        with mmap.mmap(file.fileno(), 0, access=mmap.ACCESS_READ) as data:
            yield data


@contextmanager
def _full_disk_told() -> Iterator[None]:
    try:
        yield
    except OSError as error:
        if error.errno in FULL:
            raise NoRoomError from error
        raise


def _flush_folder(folder: Path) -> None:
    descriptor = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(descriptor)
    finally:
        os.close(descriptor)
