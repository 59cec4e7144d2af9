"""Until when a customer's signature vouches for them."""

import sqlalchemy as sa
from alembic import op

from bot.store.columns import UtcDateTime

revision = "0009"
down_revision = "0008"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Bring the tables up to what the code reads."""
    op.add_column(
        "conversation", sa.Column("signed_in_until", UtcDateTime(timezone=True), nullable=True)
    )
