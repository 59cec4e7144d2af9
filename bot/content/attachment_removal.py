"""Forgets files: those of conversations that go, and what uploads left behind.

Bytes go in the transaction that deletes their last row. Knows nothing of who may ask for it.
"""

from __future__ import annotations

from collections.abc import Collection
from datetime import datetime, timedelta
from typing import Final

from sqlmodel import Session, col, delete, select

from bot.content.file_bytes import FileBytes
from bot.store import Database
from bot.store.tables import AttachmentRow, TemplateFileRow

UNFINISHED: Final = timedelta(hours=1)
"""How long bytes without a row are left alone: somebody may be about to write the row."""

UNSENT: Final = timedelta(days=7)
"""How long a file waits for the message, or the template, that it was uploaded for."""

AT_ONCE: Final = 500


def remove_attachments(
    session: Session, files: FileBytes, conversation_ids: Collection[str]
) -> int:
    """Delete every file of these conversations, and the bytes that no other row uses.

    The transaction is the caller's; what it rolls back, ``sweep`` cannot bring back, so call this
    last in it. Returns how many files there were.
    """
    mine = col(AttachmentRow.conversation_id).in_(conversation_ids)
    hashes = set(session.exec(select(AttachmentRow.sha256).where(mine)))
    removed = session.execute(
        delete(AttachmentRow).where(mine).execution_options(synchronize_session=False)
    )
    session.flush()
    for sha256 in hashes - {None} - _used(session, hashes):
        files.remove(str(sha256))
    return int(removed.rowcount)  # type: ignore[attr-defined]


def sweep(database: Database, files: FileBytes, now: datetime) -> int:
    """Remove uploads that were cut off, whose row was never written, or that nobody ever sent.

    Returns how many files' bytes went.
    """
    with database.write() as session:
        unsent = (col(AttachmentRow.seq).is_(None)) & (col(AttachmentRow.created_at) < now - UNSENT)
        unsaved = col(TemplateFileRow.kept).is_(False) & (
            col(TemplateFileRow.created_at) < now - UNSENT
        )
        for table, leftover in ((AttachmentRow, unsent), (TemplateFileRow, unsaved)):
            session.execute(
                delete(table).where(leftover).execution_options(synchronize_session=False)
            )
    before = now - UNFINISHED
    files.clear_incoming(before)
    old = [each for each in files.stored() if files.path(each).stat().st_mtime < before.timestamp()]
    if not old:
        return 0
    with database.write() as session:
        unused = set(old) - _used(session, old)
        for sha256 in unused:
            files.remove(sha256)
    return len(unused)


def _used(session: Session, hashes: Collection[str | None]) -> set[str | None]:
    """Those of ``hashes`` that a conversation's file or a template's has."""
    wanted, used = sorted(each for each in hashes if each), set[str | None]()
    for start in range(0, len(wanted), AT_ONCE):
        part = wanted[start : start + AT_ONCE]
        for sha256 in (col(AttachmentRow.sha256), col(TemplateFileRow.sha256)):
            used |= set(session.exec(select(sha256).where(sha256.in_(part)).distinct()))
    return used
