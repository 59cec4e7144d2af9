"""Queues, priorities, snoozing, clocks, who a customer is, files, and Telegram's desk.

On SQLite no table is copied that another refers to: dropping it is refused once it has rows.
"""

from typing import Any

import sqlalchemy as sa
from alembic import op

from bot.store.columns import UtcDateTime

revision = "0002"
down_revision = "0001"
branch_labels = None
depends_on = None

MAIL_TEXTS = ("key", "kind", "to", "subject", "text", "html")
MOMENTS = ("snoozed_until", "customer_wrote_at", "agent_wrote_at")
URGENT = 2
TELEGRAM_USER = "ix_desk_user_telegram_user_id"
UNNAMED = {"uq": "uq_%(table_name)s_%(column_0_name)s"}
"""How an unnamed constraint is called while SQLite's table is copied."""


def _moment(name: str, *, nullable: bool = False) -> "sa.Column[Any]":
    return sa.Column(name, UtcDateTime(timezone=True), nullable=nullable)


def _of_a_conversation() -> "sa.Column[str]":
    return sa.Column(
        "conversation_id", sa.String(), sa.ForeignKey("conversation.id"), nullable=False
    )


def upgrade() -> None:
    """Bring the tables up to what the code reads."""
    _conversations()
    _attachments()
    _assignment()
    _promises()
    _notices()
    _mail_and_links()
    _telegram()


def _conversations() -> None:
    with op.batch_alter_table("conversation") as table:
        table.add_column(sa.Column("customer_key", sa.String(), nullable=True))
        table.add_column(sa.Column("customer_email", sa.String(), nullable=True))
        table.add_column(sa.Column("assignee_id", sa.String(), nullable=True))
        table.add_column(sa.Column("queue", sa.String(), nullable=False, server_default=""))
        table.add_column(sa.Column("priority", sa.Integer(), nullable=False, server_default="0"))
        table.add_column(sa.Column("read_seq", sa.Integer(), nullable=False, server_default="0"))
        for name in MOMENTS:
            table.add_column(_moment(name, nullable=True))
        table.create_index("ix_conversation_customer_key", ["customer_key"])
        table.create_index("ix_conversation_assignee_id", ["assignee_id"])
    signed_in: sa.Column[bool] = sa.Column(
        "signed_in", sa.Boolean(), nullable=False, server_default=sa.false()
    )
    op.add_column("conversation", signed_in)
    conversation = sa.table("conversation", sa.column("urgent"), sa.column("priority"))
    op.execute(
        conversation.update().where(conversation.c.urgent == sa.true()).values(priority=URGENT)
    )
    op.drop_column("conversation", "urgent")


def _attachments() -> None:
    with op.batch_alter_table("message") as table:
        table.add_column(sa.Column("attachments", sa.JSON(), nullable=False, server_default="[]"))
    op.create_table(
        "attachment",
        sa.Column("id", sa.String(), primary_key=True),
        _of_a_conversation(),
        sa.Column("seq", sa.Integer(), nullable=True),
        sa.Column("author", sa.String(), nullable=False),
        sa.Column("name", sa.String(), nullable=False),
        sa.Column("media_type", sa.String(), nullable=False),
        sa.Column("size", sa.Integer(), nullable=False),
        sa.Column("sha256", sa.String(), nullable=True, index=True),
        sa.Column("state", sa.String(), nullable=False),
        sa.Column("problem", sa.String(), nullable=True),
        sa.Column("source", sa.String(), nullable=True),
        sa.Column("attempts", sa.Integer(), nullable=False),
        _moment("try_after", nullable=True),
        _moment("created_at"),
    )
    op.create_index("ix_attachment_conversation", "attachment", ["conversation_id", "seq"])
    op.create_index("ix_attachment_expected", "attachment", ["state", "try_after"])


def _assignment() -> None:
    with op.batch_alter_table("conversation") as table:
        for name in ("assigned_at", "looked_at", "timed_out_at", "reminded_at"):
            table.add_column(_moment(name, nullable=True))
    with op.batch_alter_table("desk_user") as table:
        table.add_column(sa.Column("queues", sa.JSON(), nullable=False, server_default="[]"))
        table.add_column(sa.Column("capacity", sa.Integer(), nullable=False, server_default="5"))
        table.add_column(_moment("seen_at", nullable=True))
        table.add_column(_moment("assigned_at", nullable=True))
    available: sa.Column[bool] = sa.Column(
        "available", sa.Boolean(), nullable=False, server_default=sa.true()
    )
    op.add_column("desk_user", available)


def _promises() -> None:
    op.create_table(
        "service_clock",
        sa.Column("id", sa.Integer(), primary_key=True),
        _of_a_conversation(),
        sa.Column("kind", sa.String(), nullable=False),
        sa.Column("queue", sa.String(), nullable=False),
        _moment("started_at"),
        sa.Column("pauses", sa.JSON(), nullable=False),
        sa.Column("target_seconds", sa.Float(), nullable=True),
        _moment("warn_from", nullable=True),
        _moment("due_at", nullable=True),
        _moment("reckoned_at", nullable=True),
        _moment("warned_at", nullable=True),
        _moment("broken_at", nullable=True),
        _moment("stopped_at", nullable=True),
        sa.Column("stopped_by", sa.String(), nullable=True),
        sa.Column("took_seconds", sa.Float(), nullable=True),
    )
    op.create_index("ix_service_clock_conversation_id", "service_clock", ["conversation_id"])
    op.create_index("ix_service_clock_reckoned_at", "service_clock", ["reckoned_at"])
    op.create_index("ix_service_clock_due", "service_clock", ["stopped_at", "due_at"])
    op.create_table(
        "resolution",
        sa.Column("id", sa.Integer(), primary_key=True),
        _of_a_conversation(),
        sa.Column("resolved_by", sa.String(), nullable=False),
        sa.Column("agent_id", sa.String(), nullable=True),
        _moment("resolved_at"),
        _moment("undone_at", nullable=True),
        _moment("durable_at", nullable=True),
    )
    op.create_index("ix_resolution_conversation_id", "resolution", ["conversation_id"])
    op.create_index("ix_resolution_open", "resolution", ["durable_at", "undone_at", "resolved_at"])


def _notices() -> None:
    op.create_table(
        "notice",
        sa.Column("id", sa.Integer(), primary_key=True),
        sa.Column("key", sa.String(), nullable=False, unique=True),
        sa.Column("kind", sa.String(), nullable=False),
        _of_a_conversation(),
        sa.Column("data", sa.JSON(), nullable=False),
        _moment("created_at"),
        _moment("delivered_at", nullable=True),
    )
    op.create_index("ix_notice_conversation_id", "notice", ["conversation_id"])
    op.create_index("ix_notice_delivered_at", "notice", ["delivered_at"])
    op.create_table(
        "queue_pace",
        sa.Column("queue", sa.String(), primary_key=True),
        sa.Column("median_seconds", sa.Float(), nullable=False),
        sa.Column("agents", sa.Integer(), nullable=False),
    )


def _mail_and_links() -> None:
    op.add_column(
        "conversation", sa.Column("mailed_seq", sa.Integer(), nullable=False, server_default="0")
    )
    op.create_index("ix_conversation_agent_wrote", "conversation", ["agent_wrote_at"])
    op.create_table(
        "conversation_token",
        sa.Column("token_hash", sa.String(), primary_key=True),
        _of_a_conversation(),
        _moment("used_at"),
    )
    op.create_index(
        "ix_conversation_token_conversation_id", "conversation_token", ["conversation_id"]
    )
    op.create_table(
        "mail",
        sa.Column("id", sa.Integer(), primary_key=True),
        *(sa.Column(name, sa.String(), nullable=False) for name in MAIL_TEXTS),
        sa.Column("conversation_id", sa.String(), sa.ForeignKey("conversation.id"), nullable=True),
        sa.Column("last_seq", sa.Integer(), nullable=True),
        sa.Column("status", sa.String(), nullable=False),
        sa.Column("attempts", sa.Integer(), nullable=False),
        _moment("not_before", nullable=True),
        sa.Column("error", sa.String(), nullable=True),
        _moment("created_at"),
        _moment("updated_at"),
        sa.UniqueConstraint("key"),
    )
    op.create_index("ix_mail_status", "mail", ["status", "not_before"])
    op.create_index("ix_mail_conversation_id", "mail", ["conversation_id"])


def _telegram() -> None:
    op.add_column("conversation", sa.Column("origin", sa.String(), nullable=True))
    op.add_column("conversation", sa.Column("unreachable", sa.String(), nullable=True))
    op.add_column("conversation", _moment("banned_at", nullable=True))
    op.add_column("message", sa.Column("context", sa.JSON(), nullable=True))
    op.add_column("desk_user", sa.Column("telegram_user_id", sa.String(), nullable=True))
    op.create_index(TELEGRAM_USER, "desk_user", ["telegram_user_id"], unique=True)
    with op.batch_alter_table("outbox", schema=None, naming_convention=UNNAMED) as batch_op:
        batch_op.drop_constraint(_first_outbox_constraint(), type_="unique")
        batch_op.create_unique_constraint(
            "uq_outbox_message_part", ["conversation_id", "channel", "seq", "part"]
        )
    op.create_table(
        "lease",
        sa.Column("name", sa.String(), nullable=False),
        sa.Column("holder", sa.String(), nullable=False),
        sa.Column("token", sa.Integer(), nullable=False),
        _moment("expires_at"),
        sa.PrimaryKeyConstraint("name"),
    )
    op.create_table(
        "telegram_topic",
        sa.Column("conversation_id", sa.String(), nullable=False),
        sa.Column("desk_chat", sa.String(), nullable=False),
        sa.Column("thread_id", sa.Integer(), nullable=True),
        sa.Column("title", sa.String(), nullable=False),
        _moment("titled_at", nullable=True),
        sa.Column("mirrored_seq", sa.Integer(), nullable=False),
        sa.Column("mirrored_event", sa.Integer(), nullable=False),
        sa.ForeignKeyConstraint(["conversation_id"], ["conversation.id"]),
        sa.PrimaryKeyConstraint("conversation_id"),
        sa.UniqueConstraint("desk_chat", "thread_id"),
    )


def _first_outbox_constraint() -> str:
    """PostgreSQL named it by itself; SQLite's has no name but the one it is given here."""
    if op.get_bind().dialect.name == "postgresql":
        return "outbox_conversation_id_seq_part_key"
    return "uq_outbox_conversation_id"
