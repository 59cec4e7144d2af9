"""Questions of which a person said that they are of no accepted intent."""

import sqlalchemy as sa
from alembic import op

revision = "0014"
down_revision = "0013"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Bring the tables up to what the code reads."""
    op.add_column(
        "label_decision",
        sa.Column("stranger", sa.Boolean(), nullable=False, server_default=sa.false()),
    )
