"""Files that belong to a conversation: who sent them, what they are, whether their bytes are here.

A row is written only when its bytes lie in their place, in one transaction; bytes are removed in
the transaction that removes their last row. Writers take turns, so neither overtakes the other.
"""

from __future__ import annotations

import secrets
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import IO, Final

from sqlalchemy import func
from sqlmodel import Session, col, select

from bot.content.file_bytes import FileBytes, Received, looked_into
from bot.content.file_kinds import Family, family_of, is_listed, kind_of
from bot.content.file_names import shown_name
from bot.store import Database
from bot.store.tables import AttachmentRow, ConversationRow, MessageRow

MEGABYTE: Final = 2**20
DAY: Final = timedelta(days=1)


class AttachmentError(Exception):
    """Base of everything that can be wrong with a file; the message says what to do."""


class EmptyFileError(AttachmentError):
    """There is nothing in it."""

    def __init__(self) -> None:
        super().__init__("the file is empty; choose another one")


class RefusedKindError(AttachmentError):
    """It is of no kind that is taken, or not what it claims to be."""

    def __init__(self) -> None:
        super().__init__(
            "files of this kind are not taken, or it is not what it claims to be; choose another"
        )


class QuotaError(AttachmentError):
    """The conversation has had its share for the day."""

    def __init__(self) -> None:
        super().__init__("that is enough files for one day; try again tomorrow, or write instead")


class UnknownAttachmentError(AttachmentError):
    """There is no such file, or not for whoever asks."""

    def __init__(self) -> None:
        super().__init__("there is no such file")


@dataclass(frozen=True, slots=True)
class AttachmentLimits:
    """The operator's: bytes of one file, types, and one conversation's files within 24 hours."""

    max_bytes: int
    types: tuple[str, ...]
    daily_files: int
    daily_bytes: int


@dataclass(frozen=True, slots=True)
class Attachment:
    """A file as those see it who may. ``state`` is stored, expected or failed (``problem``)."""

    id: str
    name: str
    media_type: str
    size: int
    state: str
    problem: str | None = None
    sha256: str | None = None

    @property
    def family(self) -> Family:
        """What a person would call it."""
        return family_of(self.media_type)


@dataclass(frozen=True, slots=True)
class Upload:
    """A file on its way in, with what its sender claims of it."""

    source: IO[bytes]
    name: str | None
    declared: str | None
    author: str = "customer"


def store_upload(
    database: Database,
    files: FileBytes,
    conversation_id: str,
    upload: Upload,
    limits: AttachmentLimits,
    now: datetime,
) -> Attachment:
    """Keep ``upload`` for a message to come. Nothing is kept of what is refused.

    Raises:
        AttachmentError: the file is empty, of a kind that is not taken, or one too many.
        FileTooLargeError: it is larger than the limit.
        NoRoomError: the disk is full.
    """
    if upload.author == "customer":
        with database.read() as session:
            check_quota(session, conversation_id, limits, now, more=1)
    with files.receive(upload.source, limits.max_bytes) as received:
        media_type = taken_kind(received, upload.declared, limits)
        row = AttachmentRow(
            id=_new_id(),
            conversation_id=conversation_id,
            author=upload.author,
            name=shown_name(upload.name),
            media_type=media_type,
            size=received.size,
            sha256=received.sha256,
            state="stored",
            created_at=now,
        )
        with database.write() as session:
            if upload.author == "customer":
                session.get(ConversationRow, conversation_id, with_for_update=True)
            session.add(row)
            session.flush()
            if upload.author == "customer":
                check_quota(session, conversation_id, limits, now)
            files.put(received)
            return as_attachment(row)


def taken_kind(received: Received, declared: str | None, limits: AttachmentLimits) -> str:
    """The media type of what came.

    Raises:
        AttachmentError: it is empty, or of a kind that is not taken.
    """
    if received.size == 0:
        raise EmptyFileError
    with looked_into(received.path) as data:
        found = kind_of(data, declared)
    if found is None or not is_listed(found, limits.types):
        raise RefusedKindError
    return found


def expect_attachment(
    session: Session,
    conversation_id: str,
    *,
    source: str,
    name: str | None,
    media_type: str | None,
    size: int | None,
    now: datetime,
) -> str:
    """A file whose bytes the channel still has, under its name ``source``; its id.

    The transaction is the caller's: the one that takes in the message which brings the file. The
    bytes are fetched afterwards, and replace what was declared of them. What has no name is called
    by its family.
    """
    declared = media_type or "application/octet-stream"
    row = AttachmentRow(
        id=_new_id(),
        conversation_id=conversation_id,
        author="customer",
        name=shown_name(name or family_of(declared)),
        media_type=declared,
        size=size or 0,
        state="expected",
        source=source,
        try_after=now,
        created_at=now,
    )
    session.add(row)
    session.flush()
    return row.id


def attachments_of(
    session: Session, conversation_id: str, rows: Sequence[MessageRow]
) -> dict[int, tuple[Attachment, ...]]:
    """The files of each of these messages of one conversation, by ``seq``."""
    wanted = [each for row in rows for each in row.attachments]
    if not wanted:
        return {}
    statement = select(AttachmentRow).where(
        AttachmentRow.conversation_id == conversation_id, col(AttachmentRow.id).in_(wanted)
    )
    found = {row.id: as_attachment(row) for row in session.exec(statement)}
    return {
        row.seq: tuple(found[each] for each in row.attachments if each in found)
        for row in rows
        if row.attachments
    }


def customers_attachment(database: Database, conversation_id: str, id: str) -> Attachment:
    """A file of this conversation that its customer may open: their own, and what was sent them.

    Raises:
        UnknownAttachmentError: there is none, or it is not for them.
    """
    with database.read() as session:
        row = session.get(AttachmentRow, id)
        if row is None or row.conversation_id != conversation_id:
            raise UnknownAttachmentError
        if row.author != "customer" and row.seq is None:
            raise UnknownAttachmentError
        return as_attachment(row)


def any_attachment(database: Database, id: str) -> Attachment:
    """The file ``id`` of whatever conversation, for those who may see all of them.

    Raises:
        UnknownAttachmentError: there is none.
    """
    with database.read() as session:
        row = session.get(AttachmentRow, id)
        if row is None:
            raise UnknownAttachmentError
        return as_attachment(row)


def check_quota(
    session: Session,
    conversation_id: str,
    limits: AttachmentLimits,
    now: datetime,
    *,
    more: int = 0,
) -> None:
    """Make sure that a customer's files of the last 24 hours, and ``more`` of them, are allowed.

    Raises:
        QuotaError: they are too many, or too large together.
    """
    count, total = session.exec(
        select(func.count(), func.coalesce(func.sum(AttachmentRow.size), 0)).where(
            AttachmentRow.conversation_id == conversation_id,
            AttachmentRow.author == "customer",
            AttachmentRow.created_at > now - DAY,
        )
    ).one()
    if count + more > limits.daily_files or total > limits.daily_bytes:
        raise QuotaError


def as_attachment(row: AttachmentRow) -> Attachment:
    """The row as others see it."""
    return Attachment(
        row.id, row.name, row.media_type, row.size, row.state, row.problem, row.sha256
    )


def _new_id() -> str:
    return secrets.token_hex(16)
