"""Articles that are edited at the desk, who reads them, and whom notes mention."""

import sqlalchemy as sa
from alembic import op

from bot.store.columns import UtcDateTime

revision = "0010"
down_revision = "0009"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Bring the tables up to what the code reads."""
    op.add_column("article", sa.Column("version", sa.Integer(), nullable=False, server_default="1"))
    op.add_column("article", sa.Column("saved_at", UtcDateTime(timezone=True), nullable=True))
    op.add_column("article", sa.Column("saved_by", sa.String(), nullable=True))
    op.create_table(
        "article_version",
        sa.Column("article_id", sa.String(), primary_key=True),
        sa.Column("version", sa.Integer(), primary_key=True),
        sa.Column("title", sa.String(), nullable=False),
        sa.Column("body", sa.String(), nullable=False),
        sa.Column("language", sa.String(), nullable=True),
        sa.Column("saved_at", UtcDateTime(timezone=True), nullable=True),
        sa.Column("saved_by", sa.String(), nullable=True),
    )
    op.create_table(
        "article_reading",
        sa.Column("article_id", sa.String(), primary_key=True),
        sa.Column("day", sa.String(), primary_key=True),
        sa.Column("times", sa.Integer(), nullable=False),
    )
    _create_imports()
    op.create_table(
        "mention",
        sa.Column(
            "conversation_id", sa.String(), sa.ForeignKey("conversation.id"), primary_key=True
        ),
        sa.Column("seq", sa.Integer(), primary_key=True),
        sa.Column("user_id", sa.String(), sa.ForeignKey("desk_user.id"), primary_key=True),
        sa.Column("at", UtcDateTime(timezone=True), nullable=False),
        sa.Column("seen_at", UtcDateTime(timezone=True), nullable=True),
    )
    op.create_index("ix_mention_user", "mention", ["user_id", "seen_at"])


def _create_imports() -> None:
    op.create_table(
        "article_import",
        sa.Column("id", sa.String(), primary_key=True),
        sa.Column("kind", sa.String(), nullable=False),
        sa.Column("name", sa.String(), nullable=False),
        sa.Column("state", sa.String(), nullable=False),
        *(
            sa.Column(name, sa.Integer(), nullable=False)
            for name in ("done", "total", "articles", "changed", "retired", "left_out")
        ),
        sa.Column("skipped", sa.JSON(), nullable=False),
        sa.Column("problem", sa.String(), nullable=True),
        sa.Column("started_by", sa.String(), nullable=False),
        sa.Column("started_at", UtcDateTime(timezone=True), nullable=False),
        sa.Column("ended_at", UtcDateTime(timezone=True), nullable=True),
    )
    op.create_index("ix_article_import_started_at", "article_import", ["started_at"])
