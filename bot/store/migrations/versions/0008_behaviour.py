"""What customers did with suggestions, and what they chose about them."""

import sqlalchemy as sa
from alembic import op

from bot.store.columns import UtcDateTime

revision = "0008"
down_revision = "0007"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Bring the tables up to what the code reads."""
    op.create_table(
        "behaviour",
        sa.Column("id", sa.Integer(), primary_key=True),
        sa.Column("person", sa.String(), nullable=False),
        sa.Column("conversation_id", sa.String(), sa.ForeignKey("conversation.id"), nullable=False),
        sa.Column("kind", sa.String(), nullable=False),
        sa.Column("item", sa.String(), nullable=False),
        sa.Column("at", UtcDateTime(timezone=True), nullable=False),
    )
    op.create_index("ix_behaviour_at", "behaviour", ["at"])
    op.create_index("ix_behaviour_conversation_id", "behaviour", ["conversation_id"])
    op.create_index("ix_behaviour_person_at", "behaviour", ["person", "at"])
    op.create_table(
        "suggestion_choice",
        sa.Column("person", sa.String(), primary_key=True),
        sa.Column("choice", sa.String(), nullable=False),
        sa.Column("at", UtcDateTime(timezone=True), nullable=False),
    )
