"""Whose imported conversations are whose, tombstones, sealed originals, models to retrain."""

import json

import sqlalchemy as sa
from alembic import op

from bot.store.columns import UtcDateTime

revision = "0003"
down_revision = "0002"
branch_labels = None
depends_on = None

BATCH = 500


def upgrade() -> None:
    """Bring the tables up to what the code reads."""
    op.add_column("transcript", sa.Column("customer", sa.String(), nullable=True))
    op.create_index("ix_transcript_customer", "transcript", ["customer"])
    op.add_column("model", sa.Column("retrain_since", UtcDateTime(timezone=True), nullable=True))
    op.create_table(
        "identity",
        sa.Column("digest", sa.String(), nullable=False),
        sa.Column("person", sa.String(), nullable=False),
        sa.Column("kind", sa.String(), nullable=False),
        sa.Column("source", sa.String(), nullable=False),
        sa.PrimaryKeyConstraint("digest", "person"),
    )
    op.create_index("ix_identity_person", "identity", ["person"])
    op.create_table(
        "tombstone",
        sa.Column("digest", sa.String(), primary_key=True),
        sa.Column("erased_at", UtcDateTime(timezone=True), nullable=False),
    )
    op.create_table(
        "original",
        sa.Column("transcript_key", sa.String(), sa.ForeignKey("transcript.key"), primary_key=True),
        sa.Column("sealed", sa.LargeBinary(), nullable=False),
    )
    _name_the_customers()


def _name_the_customers() -> None:
    """Conversations imported before have their customer inside their content only."""
    transcript = sa.table(
        "transcript", sa.column("key"), sa.column("content"), sa.column("customer")
    )
    connection, after = op.get_bind(), ""
    statement = sa.select(transcript.c.key, transcript.c.content).order_by(transcript.c.key)
    while rows := connection.execute(statement.where(transcript.c.key > after).limit(BATCH)).all():
        for key, content in rows:
            customer = json.loads(content).get("customer")
            if customer:
                connection.execute(
                    transcript.update().where(transcript.c.key == key).values(customer=customer)
                )
        after = rows[-1][0]
