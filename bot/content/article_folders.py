"""A folder of articles: files that are new, changed or gone since the last look take effect."""

from __future__ import annotations

import hashlib
import os
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path

from bot.content.article_sources import Kept, KnownPlace, ReadPlace, keep_places, known_places
from bot.store import Database
from knowledge import Article, SkippedRecord, UnreadableFileError
from knowledge.articles.confined import ConfinedParser
from knowledge.articles.parsing import ARTICLE_SUFFIXES
from knowledge.articles.reading import read_source
from knowledge.skipped import OnSkip
from knowledge.sources import DAMAGED_STREAM, Source, find_sources, is_hidden

_BLOCK = 1 << 20


@dataclass(frozen=True, slots=True)
class FolderRead:
    """What a look at a folder found: ``articles`` are all that its files give now."""

    articles: tuple[str, ...]
    kept: Kept


def read_folder(database: Database, folder: Path, on_skip: OnSkip) -> FolderRead:
    """Bring the articles of ``folder`` in step with its files.

    A file that cannot be read keeps the articles that it gave before. A link that leads out of the
    folder is passed over: what becomes of articles is public, help pages too. A folder without any
    file of articles retires nothing: it may be a disk that is not there at the moment.

    Raises:
        UnreadableFileError: there is no such folder, or an archive in it cannot be read.
    """
    if not folder.is_dir():
        raise UnreadableFileError(f"{folder}: there is no such folder")
    name = str(folder.resolve())
    known = known_places(database, name)
    outside = frozenset(_leading_out(folder, on_skip))
    sources = [
        each
        for each in find_sources([folder])
        if each.suffix in ARTICLE_SUFFIXES and _file_of(each) not in outside
    ]
    if not sources and known:
        reason = "holds no articles any more; nothing was retired, for the disk may be missing"
        on_skip(SkippedRecord(str(folder), "folder", reason))
        return FolderRead(_given(known), Kept())
    reading = _Reading(known, on_skip)
    read = list(reading.places(sources))
    gone = known.keys() - {each.name for each in sources}
    kept = keep_places(database, name, read, gone) if read or gone else Kept()
    return FolderRead(_given(known_places(database, name)), kept)


def _leading_out(folder: Path, on_skip: OnSkip) -> Iterator[str]:
    """The paths of links to files that do not stand in the folder."""
    for path in folder.rglob("*"):
        hidden = is_hidden(path.relative_to(folder).as_posix())
        if not hidden and path.is_symlink() and not _leads_into(folder, path):
            reason = "is a link that leads out of the folder; put the file itself here"
            on_skip(SkippedRecord(str(path), "file", reason))
            yield str(path)


def _leads_into(folder: Path, link: Path) -> bool:
    """Whether a link leads to something in the folder; one that leads to itself does not."""
    try:
        return link.resolve().is_relative_to(folder.resolve())
    except (OSError, RuntimeError):
        return False


def _file_of(source: Source) -> str:
    """The path of a source's file, be it the archive that it stands in."""
    return source.label.removesuffix(f":{source.name}")


def state_of(folder: Path) -> frozenset[tuple[str, int, int]]:
    """What changes when a file of a folder does: names, times and sizes; empty where it is not."""
    found = []
    for place, folders, names in os.walk(folder):
        folders[:] = [each for each in folders if not each.startswith(".")]
        for name in names:
            path = os.path.join(place, name)
            try:
                status = os.stat(path)
            except OSError:
                continue
            found.append((path, status.st_mtime_ns, status.st_size))
    return frozenset(found)


class _Reading:
    """Reads the files that changed; an article belongs to the first file that gives its id."""

    def __init__(self, known: Mapping[str, KnownPlace], on_skip: OnSkip) -> None:
        self._known = known
        self._on_skip = on_skip
        self._failed = False
        self._taken: dict[str, str] = {}

    def places(self, sources: list[Source]) -> Iterator[ReadPlace]:
        """What stands in the files that changed."""
        changed = {}
        for each in sources:
            before, digest = self._known.get(each.name), self._digest(each)
            if before is not None and digest in (before.digest, None):
                self._taken.update(dict.fromkeys(before.articles, each.name))
            elif digest is not None:
                changed[each.name] = (each, digest)
        with ConfinedParser() as parser:
            for source, digest in changed.values():
                yield self._read(source, digest, parser)

    def _read(self, source: Source, digest: str, parser: ConfinedParser) -> ReadPlace:
        """A file; where something in it is damaged, what it gave before is kept, and it is read
        again the next time, so that it is told again."""
        self._failed = False
        found = list(read_source(source, parser, self._skip))
        before = self._known.get(source.name)
        given = before.articles if before is not None and self._failed else ()
        kept = tuple(id for id in given if id not in {each.id for each in found})
        articles = self._told_apart(found, source)
        return ReadPlace(source.name, "" if self._failed else digest, articles, kept=kept)

    def _told_apart(self, found: list[Article], source: Source) -> list[Article]:
        """Of articles with one id the first, be it in this file or in another."""
        first: dict[str, Article] = {}
        for each in found:
            if self._is_free(each, source, each.id not in first):
                first[each.id] = each
        return list(first.values())

    def _is_free(self, article: Article, source: Source, is_first: bool) -> bool:
        taken = self._taken.setdefault(article.id, source.name)
        if taken == source.name and is_first:
            return True
        reason = f"its id '{article.id}' was taken in {taken}; give it another"
        self._on_skip(SkippedRecord(source.label, article.title, reason))
        return False

    def _skip(self, skipped: SkippedRecord) -> None:
        self._failed = True
        self._on_skip(skipped)

    def _digest(self, source: Source) -> str | None:
        """The hash of a file's content; None, and reported, where it cannot be read."""
        digest = hashlib.sha256()
        try:
            with source.open() as stream:
                while block := stream.read(_BLOCK):
                    digest.update(block)
        except (UnreadableFileError, OSError, *DAMAGED_STREAM) as error:
            self._skip(SkippedRecord(source.label, "file", str(error)))
            return None
        return digest.hexdigest()


def _given(known: Mapping[str, KnownPlace]) -> tuple[str, ...]:
    return tuple(id for each in known.values() for id in each.articles)
