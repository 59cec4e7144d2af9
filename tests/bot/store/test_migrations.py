"""The migrations make exactly the tables that the code reads."""

from __future__ import annotations

from concurrent.futures import ThreadPoolExecutor
from datetime import date, datetime

import pytest
from alembic.autogenerate import compare_metadata
from alembic.migration import MigrationContext
from situations import NOON
from sqlalchemy import create_engine
from sqlalchemy.exc import IntegrityError, OperationalError
from sqlmodel import SQLModel, select

from bot.store import BusyError, Database, UnusableDatabaseError
from bot.store.database import sqlite_url
from bot.store.tables import (
    ArticleRow,
    DeskSessionRow,
    OutboxRow,
    SettingRow,
    TelegramUpdateRow,
    TemplateSayingRow,
    TopicRow,
    TranscriptRow,
)

ROWS_OF_THE_FIRST_VERSION = (
    "INSERT INTO conversation (id, channel, status, epoch, next_seq, dialog, urgent, created_at, "
    "updated_at) VALUES ('c', 'telegram', 'automated', 1, 2, '{}', 0, '2026-01-01', '2026-01-01')",
    "INSERT INTO outbox (id, conversation_id, channel, channel_ref, seq, part, author, epoch, "
    "payload, status, attempts, updated_at) VALUES (1, 'c', 'telegram', '7', 1, 0, 'bot', 1, "
    """'{"text": "Hello"}', 'pending', 0, '2026-01-01')""",
    "INSERT INTO desk_user (id, email, name, role, password_hash, created_at) "
    "VALUES ('u', 'ada@shop.example', 'Ada', 'agent', 'x', '2026-01-01')",
    "INSERT INTO desk_session (token_hash, user_id, csrf, expires_at) "
    "VALUES ('hash', 'u', 'x', '2026-01-01')",
)

CONVERSATION_OF_THE_FIFTH_VERSION = (
    "INSERT INTO conversation (id, channel, signed_in, status, epoch, next_seq, dialog, queue, "
    "priority, read_seq, mailed_seq, created_at, updated_at) VALUES ('c', 'web', 0, 'automated', "
    "1, 9, '{}', '', 0, 0, 0, '2026-01-01', '2026-01-01')"
)
MESSAGE_OF_THE_FIFTH_VERSION = (
    "INSERT INTO message (conversation_id, seq, author, text, buttons, sources, reply_to, "
    "attachments, reasons, sent_at) "
    "VALUES ('c', ?, 'bot', 'x', '[]', '[]', '[]', '[]', ?, '2026-01-01')"
)


def test_the_migrations_make_the_tables_as_they_are_declared(database):
    with database.engine.connect() as connection:
        context = MigrationContext.configure(connection, opts={"compare_type": True})
        assert compare_metadata(context, SQLModel.metadata) == []


def test_the_comparison_notices_a_missing_column(database):
    with database.engine.begin() as connection:
        connection.exec_driver_sql("ALTER TABLE rating DROP COLUMN comment")
    with database.engine.connect() as connection:
        context = MigrationContext.configure(connection, opts={"compare_type": True})
        assert len(compare_metadata(context, SQLModel.metadata)) == 1


def test_imported_conversations_keep_their_customer_through_the_third_version(
    tmp_path, monkeypatch
):
    from alembic import command

    upgrade = command.upgrade
    monkeypatch.setattr(command, "upgrade", lambda config, _: upgrade(config, "0002"))
    url = sqlite_url(tmp_path / "frontdesk.db")
    second = Database.open(url)
    with second.engine.begin() as connection:
        for key, content in (("a", '{"customer": "customer-1"}'), ("b", "{}")):
            connection.exec_driver_sql(
                "INSERT INTO transcript (key, content_hash, content, imported_at) "
                "VALUES (?, 'x', ?, '2026-01-01')",
                (key, content),
            )
    second.close()
    monkeypatch.undo()
    third = Database.open(url)
    with third.read() as session:
        assert session.get_one(TranscriptRow, "a").customer == "customer-1"
        assert session.get_one(TranscriptRow, "b").customer is None
    third.close()


def test_rows_of_the_first_version_are_still_there_after_the_second(tmp_path, monkeypatch):
    from alembic import command

    upgrade = command.upgrade
    monkeypatch.setattr(command, "upgrade", lambda config, _: upgrade(config, "0001"))
    url = sqlite_url(tmp_path / "frontdesk.db")
    first = Database.open(url)
    with first.engine.begin() as connection:
        for statement in ROWS_OF_THE_FIRST_VERSION:
            connection.exec_driver_sql(statement)
    first.close()
    monkeypatch.undo()
    second = Database.open(url)
    with second.read() as session:
        assert session.get_one(OutboxRow, 1).payload == {"text": "Hello"}
        assert session.get_one(DeskSessionRow, "hash").user_id == "u"
    second.close()


def test_opening_twice_migrates_once(tmp_path):
    url = sqlite_url(tmp_path / "frontdesk.db")
    for value in ("one", "two"):
        database = Database.open(url)
        with database.write() as session:
            session.merge(SettingRow(key=value, value=value))
        database.close()
    database = Database.open(url)
    with database.read() as session:
        assert session.get(SettingRow, "one")
    database.close()


def test_a_database_is_current_once_every_migration_has_run(tmp_path):
    database = Database(create_engine(sqlite_url(tmp_path / "frontdesk.db")))
    assert not database.is_current()
    database.migrate()
    assert database.is_current()
    database.close()


def test_the_file_is_durable_and_keeps_its_references(sqlite):
    with sqlite.engine.connect() as connection:
        pragmas = {
            name: connection.exec_driver_sql(f"PRAGMA {name}").scalar()
            for name in ("journal_mode", "synchronous", "foreign_keys")
        }
    assert pragmas == {"journal_mode": "wal", "synchronous": 2, "foreign_keys": 1}
    with sqlite.engine.connect() as connection, pytest.raises(IntegrityError):
        connection.exec_driver_sql(
            "INSERT INTO rating (conversation_id, score, at) VALUES ('nobody', 1, '2026-01-01')"
        )


def test_a_writer_takes_its_turn_before_it_reads(database, monkeypatch):
    monkeypatch.setattr("bot.store.database.BUSY_TIMEOUT_MS", 20)
    other = Database.open(database.engine.url.render_as_string(hide_password=False))
    with database.write() as session:
        session.connection()
        with pytest.raises(OperationalError, match="lock"), other.write() as waiting:
            waiting.connection()
        with other.read() as reading:
            assert reading.get(SettingRow, "x") is None
    other.close()


def test_what_a_writer_has_read_holds_when_it_writes_and_none_starves(database):
    def count_up(_: int) -> None:
        with database.write() as session:
            row = session.get(SettingRow, "count") or SettingRow(key="count", value="0")
            row.value = str(int(row.value) + 1)
            session.add(row)

    with ThreadPoolExecutor(16) as threads:
        list(threads.map(count_up, range(400)))
    with database.read() as session:
        assert session.get_one(SettingRow, "count").value == "400"


def test_a_reader_sees_one_moment(database):
    with database.read() as reading:
        assert reading.get(SettingRow, "k") is None
        with database.write() as session:
            session.add(SettingRow(key="k", value="v"))
        assert reading.exec(select(SettingRow)).all() == []


def test_a_writer_whose_turn_does_not_come_is_told_that_it_is_busy(sqlite, monkeypatch):
    monkeypatch.setattr("bot.store.database.BUSY_TIMEOUT_MS", 20)
    with sqlite.write() as session:
        session.connection()
        with pytest.raises(BusyError), sqlite.write():
            raise AssertionError("it must not begin")


def test_what_raises_leaves_nothing_behind(database):
    def store_and_fail() -> None:
        with database.write() as session:
            session.add(SettingRow(key="k", value="v"))
            session.flush()
            raise ZeroDivisionError

    with pytest.raises(ZeroDivisionError):
        store_and_fail()
    with database.read() as session:
        assert session.get(SettingRow, "k") is None


def test_times_come_back_aware_and_naive_ones_are_refused(database):
    row = TelegramUpdateRow(bot_id="1", update_id=1, payload={}, received_at=NOON)
    with database.write() as session:
        session.add(row)
    with database.read() as session:
        assert session.get_one(TelegramUpdateRow, ("1", 1)).received_at == NOON
    naive = datetime(2026, 1, 1)  # noqa: DTZ001
    with pytest.raises(Exception, match="no time zone"), database.write() as session:
        session.add(TelegramUpdateRow(bot_id="1", update_id=2, payload={}, received_at=naive))


@pytest.mark.parametrize("url", ["nonsense", "mysql://eve:secret@db/x", "sqlite:////no/such/x.db"])
def test_a_database_that_cannot_be_opened_is_named_in_one_line_without_its_password(url):
    with pytest.raises(UnusableDatabaseError) as refused:
        Database.open(url)
    assert "\n" not in str(refused.value)
    assert "secret" not in str(refused.value)


def test_a_file_that_is_no_database_is_refused_and_left_alone(tmp_path):
    path = tmp_path / "frontdesk.db"
    path.write_bytes(b"a letter to somebody" * 100)
    with pytest.raises(UnusableDatabaseError, match="not a database"):
        Database.open(sqlite_url(path))
    assert path.read_bytes().startswith(b"a letter")


def test_a_database_of_a_later_version_is_refused(database):
    with database.engine.begin() as connection:
        connection.exec_driver_sql("UPDATE alembic_version SET version_num = '9999'")
    with pytest.raises(UnusableDatabaseError, match="9999"):
        Database.open(str(database.engine.url))


def test_what_templates_were_said_before_is_counted_from_the_sixth_version_on(
    tmp_path, monkeypatch
):
    from alembic import command

    upgrade = command.upgrade
    monkeypatch.setattr(command, "upgrade", lambda config, _: upgrade(config, "0005"))
    url = sqlite_url(tmp_path / "frontdesk.db")
    fifth = Database.open(url)
    said = '{"kind": "answer", "template": {"id": "a", "version": 4}, "also": [{"id": "b"}]}'
    pointed = '{"kind": "answer", "rule": "above", "template": {"id": "a", "version": 4}}'
    with fifth.engine.begin() as connection:
        connection.exec_driver_sql(CONVERSATION_OF_THE_FIFTH_VERSION)
        for seq, reasons in enumerate((said, pointed, "null"), start=1):
            connection.exec_driver_sql(MESSAGE_OF_THE_FIFTH_VERSION, (seq, reasons))
    fifth.close()
    monkeypatch.undo()
    sixth = Database.open(url)
    with sixth.read() as session:
        rows = session.exec(select(TemplateSayingRow).order_by(TemplateSayingRow.template_id)).all()
        assert [(row.seq, row.template_id, row.version) for row in rows] == [
            (1, "a", 4),
            (1, "b", None),
        ]
    sixth.close()


def test_what_articles_said_of_their_validity_before_is_read_from_the_fifteenth_version_on(
    tmp_path, monkeypatch
):
    from alembic import command

    upgrade = command.upgrade
    monkeypatch.setattr(command, "upgrade", lambda config, _: upgrade(config, "0014"))
    url = sqlite_url(tmp_path / "frontdesk.db")
    before = Database.open(url)
    with before.engine.begin() as connection:
        for title in ("Fees", "Fees (valid until December 2025)"):
            connection.exec_driver_sql(
                "INSERT INTO article (id, title, body, content_hash, changed_in, retired, version)"
                " VALUES (?, ?, 'Two euros.', '', 0, 0, 1)",
                (title, title),
            )
    before.close()
    monkeypatch.undo()
    after = Database.open(url)
    with after.read() as session:
        rows = session.exec(select(ArticleRow).order_by(ArticleRow.id)).all()
        assert [row.valid_until for row in rows] == [None, date(2025, 12, 31)]
    after.close()


def test_what_was_asked_before_is_counted_from_the_twelfth_version_on(tmp_path, monkeypatch):
    from alembic import command

    upgrade = command.upgrade
    monkeypatch.setattr(command, "upgrade", lambda config, _: upgrade(config, "0010"))
    url = sqlite_url(tmp_path / "frontdesk.db")
    tenth = Database.open(url)
    read = '"intents": [{"intent": "hours", "probability": %s}]'
    said = '{"template": {"id": "t"}, %s}' % (read % 0.4)
    reasons = ("{%s}" % (read % 0.5), "{%s}" % (read % 0.4), said, "null")
    with tenth.engine.begin() as connection:
        connection.exec_driver_sql(CONVERSATION_OF_THE_FIFTH_VERSION)
        connection.exec_driver_sql(
            "INSERT INTO template (id, title, state, version, content, updated_at) "
            """VALUES ('t', 'T', 'live', 1, '{"intents": ["returns"]}', '2026-01-01')"""
        )
        for seq, each in enumerate(reasons, start=1):
            connection.exec_driver_sql(MESSAGE_OF_THE_FIFTH_VERSION, (seq, each))
    tenth.close()
    monkeypatch.undo()
    twelfth = Database.open(url)
    with twelfth.read() as session:
        rows = session.exec(select(TopicRow).order_by(TopicRow.seq)).all()
        assert [(row.seq, row.intent) for row in rows] == [(1, "hours"), (3, "returns")]
    twelfth.close()
