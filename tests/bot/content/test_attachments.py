"""Files of conversations: kept whole or not at all, and gone when nobody needs them."""

from __future__ import annotations

import errno
import io
import os
from dataclasses import replace
from datetime import timedelta
from pathlib import Path
from types import SimpleNamespace

import pytest
import sample_files as files
from situations import NOON
from sqlalchemy.exc import SQLAlchemyError
from sqlmodel import select

from bot.content import attachments, file_bytes
from bot.content.attachment_removal import UNFINISHED, UNSENT, remove_attachments, sweep
from bot.content.attachments import (
    DAY,
    AttachmentLimits,
    EmptyFileError,
    QuotaError,
    RefusedKindError,
    UnknownAttachmentError,
    Upload,
    any_attachment,
    customers_attachment,
    store_upload,
)
from bot.content.file_bytes import FileBytes, FileTooLargeError, NoRoomError
from bot.conversations.attaching import attach
from bot.store.tables import AttachmentRow

LIMITS = AttachmentLimits(1_000, ("image/*", "application/pdf"), 3, 2_000)


@pytest.fixture
def kept(tmp_path) -> FileBytes:
    return FileBytes(tmp_path / "attachments")


@pytest.fixture
def send(desk, kept):
    """Uploads bytes into a conversation."""

    def send(conversation, data=files.PNG, name="a.png", limits=LIMITS, now=NOON, **more):
        upload = Upload(io.BytesIO(data), name, None, **more)
        return store_upload(desk.database, kept, conversation, upload, limits, now)

    return send


def lying(folder: Path) -> list[Path]:
    return [path for path in folder.rglob("*") if path.is_file()]


def test_bytes_lie_privately_under_their_hash(desk, send, kept, tmp_path):
    stored = send(desk.conversation())
    path = kept.path(stored.sha256)
    assert path.read_bytes() == files.PNG
    assert path.stat().st_mode & 0o777 == 0o600
    assert (tmp_path / "attachments").stat().st_mode & 0o077 == 0
    assert lying(tmp_path / "attachments") == [path]
    assert len(stored.id) == 32


@pytest.mark.parametrize(
    ("data", "error"),
    [
        (b"", EmptyFileError),
        (files.PROGRAM, RefusedKindError),
        (files.wav(0.01), RefusedKindError),
        (files.PNG + b"\x00" * 1_000, FileTooLargeError),
    ],
)
def test_nothing_is_kept_of_what_is_refused(desk, send, tmp_path, data, error):
    with pytest.raises(error):
        send(desk.conversation(), data)
    assert lying(tmp_path / "attachments") == []


def test_a_conversation_has_its_share_of_files_for_a_day(desk, send):
    conversation, other = desk.conversation(), desk.conversation()
    for _ in range(3):
        send(conversation)
    with pytest.raises(QuotaError):
        send(conversation)
    send(other)
    send(conversation, author="agent")
    send(conversation, now=NOON + DAY + timedelta(seconds=1))


def test_a_conversation_has_its_share_of_bytes_for_a_day(desk, send, tmp_path):
    conversation = desk.conversation()
    big = files.PNG + b"\x00" * 900
    send(conversation, big)
    send(conversation, big)
    with pytest.raises(QuotaError):
        send(conversation, files.PDF + b"\x00" * 900)
    assert len(lying(tmp_path / "attachments")) == 1


def test_a_disk_that_fills_up_leaves_nothing_half_stored(desk, send, tmp_path, monkeypatch):
    def full(descriptor: int) -> None:
        raise OSError(errno.ENOSPC, "No space left on device")

    monkeypatch.setattr(os, "fsync", full)
    with pytest.raises(NoRoomError):
        send(desk.conversation())
    assert lying(tmp_path / "attachments") == []


def test_files_leave_messages_their_room(desk, send, monkeypatch):
    free = SimpleNamespace(free=file_bytes.RESERVE - 1)
    monkeypatch.setattr(file_bytes.shutil, "disk_usage", lambda path: free)
    with pytest.raises(NoRoomError):
        send(desk.conversation())


def test_a_row_that_cannot_be_written_leaves_no_bytes(desk, send, tmp_path, monkeypatch):
    conversation = desk.conversation()
    monkeypatch.setattr(attachments, "_new_id", lambda: "the same id")
    send(conversation)
    with pytest.raises(SQLAlchemyError):
        send(conversation, files.PDF)
    assert len(lying(tmp_path / "attachments")) == 1


def test_bytes_stay_while_another_conversation_has_them(desk, send, kept):
    first, second = desk.conversation(), desk.conversation()
    one, other = send(first), send(second)
    assert one.sha256 == other.sha256
    with desk.database.write() as session:
        assert remove_attachments(session, kept, [first]) == 1
    assert kept.path(one.sha256).exists()
    with desk.database.write() as session:
        remove_attachments(session, kept, [second])
        assert session.exec(select(AttachmentRow)).all() == []
    assert not kept.path(one.sha256).exists()


def test_an_upload_that_a_dead_process_left_is_swept_away_later(desk, send, kept, tmp_path):
    stored = send(desk.conversation())
    left = [tmp_path / "attachments" / "incoming" / "cut", kept.path("ab" * 32)]
    for path in left:
        path.parent.mkdir(exist_ok=True)
        path.write_bytes(b"half a fi")
    sweep(desk.database, kept, NOON - 9 * DAY)
    assert all(path.exists() for path in left)
    for path in (*left, kept.path(stored.sha256)):
        moment = (NOON - UNFINISHED).timestamp() - 1
        os.utime(path, (moment, moment))
    assert sweep(desk.database, kept, NOON) == 1
    assert lying(tmp_path / "attachments") == [kept.path(stored.sha256)]


def test_a_file_that_nobody_ever_sent_is_swept_away_after_a_week(desk, send, kept):
    conversation = desk.conversation()
    sent, unsent = send(conversation), send(conversation, files.PDF)
    with desk.database.write() as session:
        attach(session, conversation, 1, (sent.id,), "customer")
    long_ago = (NOON - DAY).timestamp()
    os.utime(kept.path(unsent.sha256), (long_ago, long_ago))
    assert sweep(desk.database, kept, NOON + UNSENT) == 0
    assert sweep(desk.database, kept, NOON + UNSENT + DAY) == 1
    assert any_attachment(desk.database, sent.id) == sent
    with pytest.raises(UnknownAttachmentError):
        any_attachment(desk.database, unsent.id)


def test_a_customer_opens_only_what_was_sent_in_the_own_conversation(desk, send):
    mine, other = desk.conversation(), desk.conversation()
    foreign, unsent = send(other), send(mine, author="agent")
    for each in (foreign.id, unsent.id, "nothing"):
        with pytest.raises(UnknownAttachmentError):
            customers_attachment(desk.database, mine, each)
    own = send(mine)
    assert customers_attachment(desk.database, mine, own.id) == own
    assert any_attachment(desk.database, foreign.id) == replace(foreign)
