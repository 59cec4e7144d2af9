"""Where articles come from, which of them answer, and the addresses that they had."""

import sqlalchemy as sa
from alembic import op

revision = "0007"
down_revision = "0006"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Bring the tables up to what the code reads."""
    op.add_column("article", sa.Column("slug", sa.String(), nullable=True))
    op.add_column(
        "article", sa.Column("changed_in", sa.Integer(), nullable=False, server_default="0")
    )
    op.add_column(
        "article", sa.Column("retired", sa.Boolean(), nullable=False, server_default=sa.false())
    )
    op.add_column("article", sa.Column("superseded_by", sa.String(), nullable=True))
    op.create_index("ix_article_slug", "article", ["slug"])
    op.create_table(
        "article_address",
        sa.Column("slug", sa.String(), primary_key=True),
        sa.Column("article_id", sa.String(), nullable=False),
    )
    op.create_table(
        "article_place",
        sa.Column("source", sa.String(), primary_key=True),
        sa.Column("place", sa.String(), primary_key=True),
        sa.Column("digest", sa.String(), nullable=False),
        sa.Column("etag", sa.String(), nullable=True),
        sa.Column("last_modified", sa.String(), nullable=True),
        sa.Column("articles", sa.JSON(), nullable=False),
    )
