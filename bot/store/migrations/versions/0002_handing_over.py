"""Queues, priorities, snoozing, and who a customer is"""

import sqlalchemy as sa
from alembic import op

from bot.store.columns import UtcDateTime

revision = "0002"
down_revision = "0001"
branch_labels = None
depends_on = None

MOMENTS = ("snoozed_until", "customer_wrote_at", "agent_wrote_at")
URGENT = 2


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
    add_attachments()


def add_attachments() -> None:
    with op.batch_alter_table("message") as table:
        table.add_column(sa.Column("attachments", sa.JSON(), nullable=False, server_default="[]"))
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
