"""Files, folders, ``.gz`` and ``.zip`` as streams of bytes, whatever they are wrapped in.

Memory stays flat, nothing is unpacked to disk, and an archive that would unpack to far more than
any real export is refused.
"""

from __future__ import annotations

import gzip
import io
import lzma
import zipfile
import zlib
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import BinaryIO, cast

from knowledge.errors import ArchiveTooLargeError, UnreadableFileError

DAMAGED_STREAM = (EOFError, zlib.error, lzma.LZMAError, gzip.BadGzipFile, zipfile.BadZipFile)
"""What reading on raises where an archive breaks off or is damaged."""

_UNREADABLE_ZIP = (OSError, ValueError, EOFError, NotImplementedError, zipfile.BadZipFile)
_BUFFER = 1 << 18
_KEPT_OPEN_FROM = 50
"""Archives with fewer files are opened anew for each, so that few of many stay open."""


@dataclass(frozen=True, slots=True)
class UnpackLimits:
    """How much a compressed file may unpack to.

    ``ratio`` (unpacked size / packed size) counts only beyond ``free_bytes``, because short
    and repetitive files compress well without harm.
    """

    total_bytes: int = 16 << 30
    ratio: float = 250.0
    free_bytes: int = 16 << 20


@dataclass(frozen=True, slots=True)
class Source:
    """One file to read: ``label`` for people, ``name`` its path below what was named."""

    label: str
    name: str
    open: Callable[[], BinaryIO]
    named: bool = True
    """Whether it was asked for itself, rather than found in a folder or an archive."""

    @property
    def suffix(self) -> str:
        """The file's own suffix, lower-case, without ``.gz``."""
        return Path(self.name.removesuffix(".gz").removesuffix(".GZ")).suffix.lower()


def find_sources(paths: Iterable[Path], limits: UnpackLimits | None = None) -> Iterator[Source]:
    """Every file under the paths, in sorted order, those inside ``.zip`` included.

    Hidden files and folders inside a named folder or archive are passed over, and the mark that
    Word leaves beside a document which is open.

    Raises:
        UnreadableFileError: a path is missing, or an archive is damaged or encrypted.
        ArchiveTooLargeError: an archive says that it unpacks to too much.
    """
    limits = limits or UnpackLimits()
    for path in paths:
        if path.is_dir():
            for file in sorted(path.rglob("*")):
                inside = file.relative_to(path).as_posix()
                if file.is_file() and not is_hidden(inside):
                    yield from _of_file(file, str(file), inside, limits, named=False)
        elif path.exists():
            yield from _of_file(path, str(path), path.name, limits, named=True)
        else:
            raise UnreadableFileError(f"{path}: there is no such file or folder")


def _of_file(
    path: Path, label: str, name: str, limits: UnpackLimits, *, named: bool
) -> Iterator[Source]:
    if path.suffix.lower() == ".zip":
        yield from _members(path, label, limits)
    else:
        yield Source(label, name, lambda: _open(path, limits), named)


def _open(path: Path, limits: UnpackLimits) -> BinaryIO:
    try:
        file = path.open("rb")
        packed = path.stat().st_size
    except OSError as error:
        raise UnreadableFileError(f"{path}: {error.strerror or error}") from None
    if path.suffix.lower() != ".gz":
        return file
    unpacked = cast(BinaryIO, gzip.GzipFile(fileobj=file))
    return _buffered(_Watched(unpacked, str(path), packed, limits, file))


def _members(path: Path, label: str, limits: UnpackLimits) -> Iterator[Source]:
    try:
        with zipfile.ZipFile(path) as archive:
            members = [info for info in archive.infolist() if not info.is_dir()]
    except _UNREADABLE_ZIP as error:
        raise UnreadableFileError(f"{label}: is no readable zip file: {error}") from None
    opened = _kept_open(path) if len(members) >= _KEPT_OPEN_FROM else lambda: zipfile.ZipFile(path)
    refuse_excess(label, sum(info.file_size for info in members), path.stat().st_size, limits)
    for info in sorted(members, key=lambda info: info.filename):
        if is_hidden(info.filename):
            continue
        if info.flag_bits & 1:
            raise UnreadableFileError(f"{label}: is encrypted; unpack it, then import the files")
        yield Source(
            f"{label}:{info.filename}",
            info.filename,
            lambda info=info: _open_member(opened, label, info, limits),  # type: ignore[misc]
            named=False,
        )


def _kept_open(path: Path) -> Callable[[], zipfile.ZipFile]:
    """Opens an archive once for all its members: reading its list for each takes time squared.

    What is handed out stays open until the last source of the archive is let go.
    """
    kept: list[zipfile.ZipFile] = []

    def opened() -> zipfile.ZipFile:
        if not kept:
            kept.append(_KeptZip(path))
        return kept[0]

    return opened


class _KeptZip(zipfile.ZipFile):
    """An archive that outlives its members' streams; its end closes the file."""

    def close(self) -> None:
        """Leaves it open for the next member."""

    def __del__(self) -> None:
        super().close()


def _open_member(
    opened: Callable[[], zipfile.ZipFile], label: str, info: zipfile.ZipInfo, limits: UnpackLimits
) -> BinaryIO:
    try:
        archive = opened()
    except _UNREADABLE_ZIP as error:
        raise UnreadableFileError(f"{label}: is no readable zip file: {error}") from None
    try:
        stream = cast(BinaryIO, archive.open(info))
    except _UNREADABLE_ZIP as error:
        archive.close()
        raise UnreadableFileError(f"{label}:{info.filename}: cannot be unpacked: {error}") from None
    where = f"{label}:{info.filename}"
    packed = max(info.compress_size, 1)
    watched: BinaryIO = _buffered(_Watched(stream, where, packed, limits, archive))
    if not info.filename.lower().endswith(".gz"):
        return watched
    inner = cast(BinaryIO, gzip.GzipFile(fileobj=watched))
    return _buffered(_Watched(inner, where, packed, limits, watched))


class _Watched(io.RawIOBase):
    """A stream of unpacked bytes that refuses to go on past the limits."""

    def __init__(
        self,
        stream: BinaryIO,
        where: str,
        packed: int,
        limits: UnpackLimits,
        below: BinaryIO | zipfile.ZipFile,
    ) -> None:
        self._stream = stream
        self._where = where
        self._packed = packed
        self._limits = limits
        self._below = below
        self._unpacked = 0

    def readable(self) -> bool:
        return True

    def readinto(self, buffer: object) -> int:
        view = memoryview(buffer)  # type: ignore[arg-type]
        block = self._stream.read(len(view))
        view[: len(block)] = block
        self._unpacked += len(block)
        refuse_excess(self._where, self._unpacked, self._packed, self._limits)
        return len(block)

    def close(self) -> None:
        if not self.closed:
            self._stream.close()
            self._below.close()
        super().close()


def _buffered(watched: _Watched) -> BinaryIO:
    return cast(BinaryIO, io.BufferedReader(watched, _BUFFER))


def refuse_excess(where: str, unpacked: int, packed: int, limits: UnpackLimits) -> None:
    """Refuses an archive that has unpacked, or says that it unpacks, to too much.

    Raises:
        ArchiveTooLargeError: it does.
    """
    if unpacked > limits.total_bytes:
        raise ArchiveTooLargeError(
            f"{where}: unpacks to more than {limits.total_bytes >> 20} MiB; "
            "split the export, or unpack it yourself and import the files"
        )
    if unpacked > limits.free_bytes and unpacked > packed * limits.ratio:
        raise ArchiveTooLargeError(
            f"{where}: unpacks to more than {limits.ratio:.0f} times its size, as no real export "
            "does; if you trust it, unpack it yourself and import the files"
        )


def is_hidden(name: str) -> bool:
    """Whether a path inside a folder or an archive is one that ``find_sources`` passes over."""
    return any(part.startswith((".", "__MACOSX", "~$")) for part in name.split("/"))
