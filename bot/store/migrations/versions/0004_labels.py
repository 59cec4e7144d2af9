"""What people decided about labels: what a question is, and which intents are one."""

import sqlalchemy as sa
from alembic import op

from bot.store.columns import UtcDateTime

revision = "0004"
down_revision = "0003"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Bring the tables up to what the code reads."""
    op.create_table(
        "label_decision",
        sa.Column("text_hash", sa.String(), primary_key=True),
        sa.Column("text", sa.String(), nullable=False),
        sa.Column("intent_id", sa.String(), nullable=True),
        sa.Column("decided_at", UtcDateTime(timezone=True), nullable=False),
        sa.Column("decided_by", sa.String(), nullable=True),
    )
    op.create_table(
        "merged_intent",
        sa.Column("intent_id", sa.String(), primary_key=True),
        sa.Column("into_id", sa.String(), nullable=False),
        sa.Column("merged_at", UtcDateTime(timezone=True), nullable=False),
        sa.Column("merged_by", sa.String(), nullable=True),
    )
