"""Conversations from the exports of other systems, one after another.

Every file's format is found before anything is read, so that a file which is no transcript is
refused while nothing has been stored yet.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence
from pathlib import Path

from knowledge.errors import UnknownFormatError
from knowledge.importers.formats import importer_of, importers_for
from knowledge.importers.interface import Columns, Importer, JoiningImporter
from knowledge.records import Transcript
from knowledge.skipped import OnSkip, SkippedRecord, ignore_skipped
from knowledge.sources import Source, find_sources
from knowledge.storable_text import with_storable_text

__all__ = ["detect_format", "read_transcripts"]

_MEDIA = frozenset({
    ".3gp", ".aac", ".amr", ".avi", ".bmp", ".gif", ".heic", ".jpeg", ".jpg", ".m4a", ".mkv",
    ".mov", ".mp3", ".mp4", ".ogg", ".opus", ".png", ".svg", ".tgs", ".vcf", ".wav", ".webm",
    ".webp",
})  # fmt: skip
"""What messengers put beside their chats, thousands of them; never opened."""


def read_transcripts(
    paths: Sequence[Path],
    *,
    format: str = "auto",
    columns: Columns | None = None,
    on_skip: OnSkip,
) -> Iterator[Transcript]:
    """The conversations in files, folders, ``.zip`` and ``.gz``, with flat memory.

    Damaged records go to ``on_skip``, and so do other files in a folder or an archive that holds
    transcripts too. ``columns`` maps our fields to the export's columns or names.

    Raises (before the first conversation, when called):
        UnreadableFileError: a path is missing or cannot be read.
        ArchiveTooLargeError: an archive says that it unpacks to too much.
        UnknownFormatError: a file named for itself is no transcript, or none in a folder is.
        UnknownColumnError: ``columns`` names a field that there is not.
    Raises (while reading):
        ArchiveTooLargeError: an archive turns out to unpack to too much.
    """
    columns = columns or {}
    importers = importers_for(format, columns)
    chosen = [pair for path in paths for pair in _choose(path, importers, columns, on_skip)]
    return _read_all(chosen, columns, on_skip)


def detect_format(path: Path, columns: Columns | None = None) -> str:
    """The name of the format of a file, or of the first transcript in a folder or an archive.

    Raises:
        UnknownFormatError: it is no transcript that can be read.
        UnreadableFileError: it is missing or cannot be read.
        UnknownColumnError: ``columns`` names a field that there is not.
    """
    columns = columns or {}
    importers = importers_for("auto", columns)
    return _choose(path, importers, columns, ignore_skipped)[0][1].format


def _choose(
    path: Path, importers: Sequence[Importer], columns: Columns, on_skip: OnSkip
) -> list[tuple[Source, Importer]]:
    chosen: list[tuple[Source, Importer]] = []
    refused: list[tuple[Source, UnknownFormatError]] = []
    media = 0
    for source in find_sources([path]):
        if source.suffix in _MEDIA and not source.named:
            media += 1
            continue
        try:
            if source.suffix == ".zip":
                raise UnknownFormatError(f"{source.label}: is an archive in an archive; unpack it")
            chosen.append((source, importer_of(source, importers, columns)))
        except UnknownFormatError as error:
            if source.named:
                raise
            refused.append((source, error))
    if not chosen:
        detail = f"; for one, {refused[0][1]}" if refused else ""
        raise UnknownFormatError(f"{path}: holds no transcript{detail}")
    for source, refusal in refused:
        reason = str(refusal).removeprefix(f"{source.label}: ")
        on_skip(SkippedRecord(source.label, "file", reason))
    if media:
        reason = f"pictures, recordings and contacts are left out, {media:,} of them"
        on_skip(SkippedRecord(str(path), "media", reason))
    return chosen


def _read_all(
    chosen: Sequence[tuple[Source, Importer]], columns: Columns, on_skip: OnSkip
) -> Iterator[Transcript]:
    joined: dict[str, list[Source]] = defaultdict(list)
    for source, importer in chosen:
        joined[importer.format].append(source)
    for source, importer in chosen:
        found: Iterator[Transcript] = iter(())
        if not isinstance(importer, JoiningImporter):
            found = importer.read(source, columns, on_skip)
        elif importer.format in joined:
            found = importer.read_together(joined.pop(importer.format), columns, on_skip)
        yield from map(with_storable_text, found)
