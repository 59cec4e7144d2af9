"""What handing over and Telegram's desk need.

On SQLite only tables that no other refers to are copied (``batch_alter_table``): dropping one that
is referred to is refused while its rows are in use.
"""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

from bot.store.columns import UtcDateTime

revision = "0002"
down_revision = "0001"
branch_labels = None
depends_on = None

TELEGRAM_USER = "ix_desk_user_telegram_user_id"
UNNAMED = {"uq": "uq_%(table_name)s_%(column_0_name)s"}
"""How an unnamed constraint is called while SQLite's table is copied."""


def upgrade() -> None:
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


def downgrade() -> None:
    op.drop_table("telegram_topic")
    op.drop_table("lease")
    with op.batch_alter_table("outbox", schema=None) as batch_op:
        batch_op.drop_constraint("uq_outbox_message_part", type_="unique")
        batch_op.create_unique_constraint(
            "outbox_conversation_id_seq_part_key", ["conversation_id", "seq", "part"]
        )
    op.drop_index(TELEGRAM_USER, "desk_user")
    op.drop_column("desk_user", "telegram_user_id")
    op.drop_column("message", "context")
    for column in ("banned_at", "unreachable", "origin"):
        op.drop_column("conversation", column)


def _first_outbox_constraint() -> str:
    """PostgreSQL named it by itself; SQLite's has no name but the one it is given here."""
    if op.get_bind().dialect.name == "postgresql":
        return "outbox_conversation_id_seq_part_key"
    return "uq_outbox_conversation_id"
