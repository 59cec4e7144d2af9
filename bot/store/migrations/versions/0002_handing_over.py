"""Queues, priorities, snoozing, and who a customer is"""

from typing import Any

import sqlalchemy as sa
from alembic import op

from bot.store.columns import UtcDateTime

revision = "0002"
down_revision = "0001"
branch_labels = None
depends_on = None

MOMENTS = ("snoozed_until", "customer_wrote_at", "agent_wrote_at")
MAIL_TEXTS = ("key", "kind", "to", "subject", "text", "html")
URGENT = 2


def moment(name: str, *, nullable: bool = False) -> "sa.Column[Any]":
    return sa.Column(name, UtcDateTime(timezone=True), nullable=nullable)


def upgrade() -> None:
    with op.batch_alter_table("conversation") as table:
        table.add_column(sa.Column("customer_key", sa.String(), nullable=True))
        table.add_column(sa.Column("customer_email", sa.String(), nullable=True))
        table.add_column(
            sa.Column("signed_in", sa.Boolean(), nullable=False, server_default=sa.false())
        )
        table.add_column(sa.Column("assignee_id", sa.String(), nullable=True))
        table.add_column(sa.Column("queue", sa.String(), nullable=False, server_default=""))
        table.add_column(sa.Column("priority", sa.Integer(), nullable=False, server_default="0"))
        table.add_column(sa.Column("read_seq", sa.Integer(), nullable=False, server_default="0"))
        for name in MOMENTS:
            table.add_column(sa.Column(name, UtcDateTime(timezone=True), nullable=True))
        table.create_index("ix_conversation_customer_key", ["customer_key"])
        table.create_index("ix_conversation_assignee_id", ["assignee_id"])
    conversation = sa.table("conversation", sa.column("urgent"), sa.column("priority"))
    op.execute(
        conversation.update().where(conversation.c.urgent == sa.true()).values(priority=URGENT)
    )
    with op.batch_alter_table("conversation") as table:
        table.drop_column("urgent")
    mail_and_links()


def mail_and_links() -> None:
    with op.batch_alter_table("conversation") as table:
        table.add_column(sa.Column("mailed_seq", sa.Integer(), nullable=False, server_default="0"))
        table.create_index("ix_conversation_agent_wrote", ["agent_wrote_at"])
    op.create_table(
        "conversation_token",
        sa.Column("token_hash", sa.String(), primary_key=True),
        sa.Column("conversation_id", sa.String(), sa.ForeignKey("conversation.id"), nullable=False),
        moment("used_at"),
    )
    op.create_index(
        "ix_conversation_token_conversation_id", "conversation_token", ["conversation_id"]
    )
    op.create_table(
        "notice",
        sa.Column("id", sa.Integer(), primary_key=True),
        sa.Column("key", sa.String(), nullable=False, unique=True),
        sa.Column("kind", sa.String(), nullable=False),
        sa.Column("conversation_id", sa.String(), sa.ForeignKey("conversation.id"), nullable=False),
        sa.Column("data", sa.JSON(), nullable=False),
        moment("created_at"),
        moment("delivered_at", nullable=True),
    )
    op.create_index("ix_notice_conversation_id", "notice", ["conversation_id"])
    op.create_index("ix_notice_delivered_at", "notice", ["delivered_at"])
    op.create_table(
        "mail",
        sa.Column("id", sa.Integer(), primary_key=True),
        *(sa.Column(name, sa.String(), nullable=False) for name in MAIL_TEXTS),
        sa.Column("conversation_id", sa.String(), sa.ForeignKey("conversation.id"), nullable=True),
        sa.Column("last_seq", sa.Integer(), nullable=True),
        sa.Column("status", sa.String(), nullable=False),
        sa.Column("attempts", sa.Integer(), nullable=False),
        moment("not_before", nullable=True),
        sa.Column("error", sa.String(), nullable=True),
        moment("created_at"),
        moment("updated_at"),
        sa.UniqueConstraint("key"),
    )
    op.create_index("ix_mail_status", "mail", ["status", "not_before"])
    op.create_index("ix_mail_conversation_id", "mail", ["conversation_id"])
