"""Queues, priorities, snoozing, who a customer is, files, and Telegram's desk.

On SQLite only tables that no other refers to are copied (``batch_alter_table``): dropping one that
is referred to is refused as soon as it has rows in use.
"""

from typing import Any

import sqlalchemy as sa
from alembic import op

from bot.store.columns import UtcDateTime

revision = "0002"
down_revision = "0001"
branch_labels = None
depends_on = None

MOMENTS = ("snoozed_until", "customer_wrote_at", "agent_wrote_at")
URGENT = 2
TELEGRAM_USER = "ix_desk_user_telegram_user_id"
UNNAMED = {"uq": "uq_%(table_name)s_%(column_0_name)s"}
"""How an unnamed constraint is called while SQLite's table is copied."""


def upgrade() -> None:
    columns: tuple[sa.Column[Any], ...] = (
        sa.Column("customer_key", sa.String(), nullable=True),
        sa.Column("customer_email", sa.String(), nullable=True),
        sa.Column("signed_in", sa.Boolean(), nullable=False, server_default=sa.false()),
        sa.Column("assignee_id", sa.String(), nullable=True),
        sa.Column("queue", sa.String(), nullable=False, server_default=""),
        sa.Column("priority", sa.Integer(), nullable=False, server_default="0"),
        sa.Column("read_seq", sa.Integer(), nullable=False, server_default="0"),
        *(sa.Column(name, UtcDateTime(timezone=True), nullable=True) for name in MOMENTS),
    )
    for column in columns:
        op.add_column("conversation", column)
    op.create_index("ix_conversation_customer_key", "conversation", ["customer_key"])
    op.create_index("ix_conversation_assignee_id", "conversation", ["assignee_id"])
    conversation = sa.table("conversation", sa.column("urgent"), sa.column("priority"))
    op.execute(
        conversation.update().where(conversation.c.urgent == sa.true()).values(priority=URGENT)
    )
    op.drop_column("conversation", "urgent")
    add_attachments()
    add_telegram()


def add_attachments() -> None:
    files = sa.Column("attachments", sa.JSON(), nullable=False, server_default="[]")
    op.add_column("message", files)
    op.create_table(
        "attachment",
        sa.Column("id", sa.String(), primary_key=True),
        sa.Column("conversation_id", sa.String(), sa.ForeignKey("conversation.id"), nullable=False),
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
        sa.Column("try_after", UtcDateTime(timezone=True), nullable=True),
        sa.Column("created_at", UtcDateTime(timezone=True), nullable=False),
    )
    op.create_index("ix_attachment_conversation", "attachment", ["conversation_id", "seq"])
    op.create_index("ix_attachment_expected", "attachment", ["state", "try_after"])


def add_telegram() -> None:
    op.add_column("conversation", sa.Column("origin", sa.String(), nullable=True))
    op.add_column("conversation", sa.Column("unreachable", sa.String(), nullable=True))
    op.add_column("conversation", sa.Column("banned_at", UtcDateTime(timezone=True), nullable=True))
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
        sa.Column("expires_at", UtcDateTime(timezone=True), nullable=False),
        sa.PrimaryKeyConstraint("name"),
    )
    op.create_table(
        "telegram_topic",
        sa.Column("conversation_id", sa.String(), nullable=False),
        sa.Column("desk_chat", sa.String(), nullable=False),
        sa.Column("thread_id", sa.Integer(), nullable=True),
        sa.Column("title", sa.String(), nullable=False),
        sa.Column("titled_at", UtcDateTime(timezone=True), nullable=True),
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
