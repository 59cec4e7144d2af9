"""Files that go with answer templates: kept once under their hash, given to each message anew.

A file is uploaded before the template that names it is saved; what no save ever names is swept.
"""

from __future__ import annotations

import secrets
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

from sqlmodel import Session, select

from bot.content.attachments import AttachmentLimits, UnknownAttachmentError, Upload, taken_kind
from bot.content.file_bytes import FileBytes
from bot.content.file_names import shown_name
from bot.store import Database
from bot.store.tables import AttachmentRow, TemplateFileRow
from knowledge import Enclosure


@dataclass(frozen=True, slots=True)
class TemplateFile:
    """A file as an editor sees it."""

    sha256: str
    name: str
    media_type: str
    size: int


def store_template_file(
    database: Database, files: FileBytes, upload: Upload, limits: AttachmentLimits, now: datetime
) -> TemplateFile:
    """Keep ``upload`` for a template to come; the same bytes again are the same file.

    Raises:
        AttachmentError: the file is empty, or of a kind that is not taken.
        FileTooLargeError: it is larger than the limit.
        NoRoomError: the disk is full.
    """
    with files.receive(upload.source, limits.max_bytes) as received:
        media_type = taken_kind(received, upload.declared, limits)
        name = shown_name(upload.name)
        with database.write() as session:
            row = session.get(TemplateFileRow, received.sha256) or TemplateFileRow(
                sha256=received.sha256,
                name=name,
                media_type=media_type,
                size=received.size,
                created_at=now,
            )
            row.created_at = now
            session.add(row)
            session.flush()
            files.put(received)
        return TemplateFile(received.sha256, name, media_type, received.size)


def template_files(database: Database) -> dict[str, TemplateFile]:
    """Every file that is here for templates, by its hash."""
    with database.read() as session:
        return {row.sha256: _of(row) for row in session.exec(select(TemplateFileRow))}


def template_file(database: Database, sha256: str) -> TemplateFile:
    """One file.

    Raises:
        UnknownAttachmentError: there is none with these bytes.
    """
    with database.read() as session:
        row = session.get(TemplateFileRow, sha256)
        if row is None:
            raise UnknownAttachmentError
        return _of(row)


def enclose(
    session: Session, conversation_id: str, seq: int, files: Iterable[Enclosure], now: datetime
) -> tuple[str, ...]:
    """Give ``files`` to the bot's message ``seq``; their ids in that conversation.

    A file whose bytes are gone is left out: the words go without it.
    """
    given = []
    for each in files:
        row = session.get(TemplateFileRow, each.sha256)
        if row is None:
            continue
        given.append(secrets.token_hex(16))
        session.add(
            AttachmentRow(
                id=given[-1],
                conversation_id=conversation_id,
                seq=seq,
                author="bot",
                name=each.name,
                media_type=row.media_type,
                size=row.size,
                sha256=row.sha256,
                state="stored",
                created_at=now,
            )
        )
    session.flush()
    return tuple(given)


def bytes_of(files: FileBytes, enclosure: Enclosure) -> Path | None:
    """Where the bytes of ``enclosure`` lie; None where they do not."""
    path = files.path(enclosure.sha256)
    return path if path.is_file() else None


def _of(row: TemplateFileRow) -> TemplateFile:
    return TemplateFile(row.sha256, row.name, row.media_type, row.size)
