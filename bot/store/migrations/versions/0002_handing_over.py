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
