"""Until when articles say that they hold, and which have said so of a day that has passed."""

import sqlalchemy as sa
from alembic import op

from knowledge.articles.validity import held_until

revision = "0015"
down_revision = "0014"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Bring the tables up to what the code reads, and read what is stored already."""
    op.add_column("article", sa.Column("valid_until", sa.Date(), nullable=True))
    op.add_column(
        "article", sa.Column("outdated", sa.Boolean(), nullable=False, server_default=sa.false())
    )
    op.create_index("ix_article_valid_until", "article", ["valid_until"])
    op.create_index("ix_article_outdated", "article", ["outdated"])
    article = sa.table(
        "article", sa.column("id"), sa.column("title"), sa.column("body"),
        sa.column("valid_until", sa.Date()),
    )  # fmt: skip
    connection = op.get_bind()
    for id, title, body in connection.execute(
        sa.select(article.c.id, article.c.title, article.c.body)
    ).all():
        until = held_until(title, body)
        if until is not None:
            connection.execute(article.update().where(article.c.id == id).values(valid_until=until))
