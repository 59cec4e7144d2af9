"""A removed conversation leaves no row, no file, and no words in what Telegram sent."""

from __future__ import annotations

import io
from pathlib import Path

from situations import NOON
from sqlmodel import SQLModel, select

from bot.content.attachments import AttachmentLimits, Upload, store_upload
from bot.content.file_bytes import FileBytes
from bot.conversations.removal import remove_conversations
from bot.store import Database
from bot.store.tables import (
    BehaviourRow,
    CandidateRow,
    ConversationRow,
    ConversationTokenRow,
    EventRow,
    EvidenceRow,
    FeedbackRow,
    MailRow,
    MentionRow,
    MessageRow,
    NoticeRow,
    OutboxRow,
    RatingRow,
    ResolutionRow,
    ServiceClockRow,
    TelegramTopicRow,
    TelegramUpdateRow,
    TemplateSayingRow,
    TopicRow,
    UserRow,
)

LIMITS = AttachmentLimits(10**6, ("text/plain",), 9, 10**7)


def rows_of(id: str) -> list[SQLModel]:
    """One row in every table that refers to a conversation."""
    mail = {"kind": "answer", "to": "a@b.example", "subject": "s", "text": "t", "html": "h"}
    asked = {"candidate_id": "q", "kind": "unanswered", "person": id, "text": "hello"}
    outbox = {"channel": "telegram", "channel_ref": "7", "author": "bot", "epoch": 1, "payload": {}}
    return [
        MessageRow(conversation_id=id, seq=1, author="customer", text="hello", sent_at=NOON),
        EventRow(conversation_id=id, kind="closed", at=NOON),
        EvidenceRow(conversation_id=id, seq=1, at=NOON, **asked),
        BehaviourRow(conversation_id=id, person=id, kind="read", item="i", at=NOON),
        FeedbackRow(conversation_id=id, seq=1, helpful=True, at=NOON),
        RatingRow(conversation_id=id, score=5, at=NOON),
        ConversationTokenRow(token_hash=f"t{id}", conversation_id=id, used_at=NOON),
        OutboxRow(conversation_id=id, seq=1, updated_at=NOON, **outbox),
        MailRow(key=id, conversation_id=id, created_at=NOON, updated_at=NOON, **mail),
        ServiceClockRow(conversation_id=id, kind="first_response", started_at=NOON),
        TemplateSayingRow(conversation_id=id, seq=1, template_id="t", by="bot", at=NOON),
        TopicRow(conversation_id=id, seq=1, intent="i", at=NOON),
        ResolutionRow(conversation_id=id, resolved_by="bot", resolved_at=NOON),
        NoticeRow(key=id, kind="waiting", conversation_id=id, created_at=NOON),
        TelegramTopicRow(conversation_id=id, desk_chat="-1", title="t", thread_id=ord(id)),
        MentionRow(conversation_id=id, seq=1, user_id="u", at=NOON),
    ]


def add_conversation(database: Database, id: str, chat: str) -> None:
    with database.write() as session:
        moments = {"created_at": NOON, "updated_at": NOON}
        session.add(ConversationRow(id=id, channel="telegram", channel_ref=chat, **moments))
        session.merge(CandidateRow(id="q", text="hello", created_at=NOON))
        person = {"email": "u@b.example", "name": "U", "role": "agent", "password_hash": "x"}
        session.merge(UserRow(id="u", created_at=NOON, **person))
        session.flush()
        session.add_all(rows_of(id))


def counted(database: Database) -> dict[str, int]:
    with database.read() as session:
        tables = [type(row) for row in rows_of("x")]
        return {each.__name__: len(session.exec(select(each)).all()) for each in tables}


def test_a_removed_conversation_goes_from_every_table_and_others_stay(
    database: Database, tmp_path: Path
) -> None:
    add_conversation(database, "a", "71")
    add_conversation(database, "b", "72")
    with database.write() as session:
        assert remove_conversations(session, FileBytes(tmp_path / "files"), ["a"]) == (1, 0)
    assert set(counted(database).values()) == {1}
    with database.read() as session:
        assert [row.id for row in session.exec(select(ConversationRow))] == ["b"]


def test_no_table_that_refers_to_a_conversation_is_forgotten() -> None:
    referring = {
        table.name
        for table in SQLModel.metadata.tables.values()
        for key in table.foreign_keys
        if key.target_fullname == "conversation.id"
    }
    assert referring == {type(row).__tablename__ for row in rows_of("x")} | {"attachment"}


def test_its_files_go_with_their_bytes(database: Database, tmp_path: Path) -> None:
    add_conversation(database, "a", "71")
    files = FileBytes(tmp_path / "files")
    upload = Upload(io.BytesIO(b"a letter of mine"), "letter.txt", "text/plain")
    stored = store_upload(database, files, "a", upload, LIMITS, NOON)
    assert stored.sha256 is not None
    with database.write() as session:
        assert remove_conversations(session, files, ["a"]) == (1, 1)
    assert not files.path(stored.sha256).exists()


def test_what_telegram_sent_of_that_chat_keeps_its_number_and_loses_its_words(
    database: Database, tmp_path: Path
) -> None:
    add_conversation(database, "a", "71")
    with database.write() as session:
        for number, chat in ((1, 71), (2, 712)):
            payload = {"message": {"chat": {"id": chat}, "text": "my secret 71"}}
            session.add(
                TelegramUpdateRow(bot_id="b", update_id=number, payload=payload, received_at=NOON)
            )
    with database.write() as session:
        remove_conversations(session, FileBytes(tmp_path / "files"), ["a"])
    with database.read() as session:
        assert session.get_one(TelegramUpdateRow, ("b", 1)).payload == {}
        assert session.get_one(TelegramUpdateRow, ("b", 2)).payload["message"]
