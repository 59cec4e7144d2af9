"""When each template was said, and the files that go with templates.

What the bot said before is read out of its messages, so that nothing of it is lost.
"""

from collections.abc import Iterator
from typing import Any

import sqlalchemy as sa
from alembic import op

from bot.store.columns import UtcDateTime

revision = "0006"
down_revision = "0005"
branch_labels = None
depends_on = None

BATCH = 1000


def upgrade() -> None:
    """Bring the tables up to what the code reads."""
    op.create_table(
        "template_file",
        sa.Column("sha256", sa.String(), primary_key=True),
        sa.Column("name", sa.String(), nullable=False),
        sa.Column("media_type", sa.String(), nullable=False),
        sa.Column("size", sa.Integer(), nullable=False),
        sa.Column("kept", sa.Boolean(), nullable=False),
        _moment("created_at"),
    )
    sayings = op.create_table(
        "template_saying",
        sa.Column(
            "conversation_id", sa.String(), sa.ForeignKey("conversation.id"), primary_key=True
        ),
        sa.Column("seq", sa.Integer(), primary_key=True),
        sa.Column("template_id", sa.String(), primary_key=True),
        sa.Column("version", sa.Integer(), nullable=True),
        sa.Column("by", sa.String(), nullable=False),
        sa.Column("edited", sa.Boolean(), nullable=False),
        _moment("at"),
    )
    op.create_index("ix_template_saying_template", "template_saying", ["template_id", "at"])
    for batch in _said_before():
        op.bulk_insert(sayings, batch)


def _said_before() -> Iterator[list[dict[str, Any]]]:
    message = sa.table(
        "message",
        sa.column("id", sa.Integer()),
        sa.column("conversation_id", sa.String()),
        sa.column("seq", sa.Integer()),
        sa.column("author", sa.String()),
        sa.column("reasons", sa.JSON()),
        sa.column("sent_at", UtcDateTime(timezone=True)),
    )
    by_the_bot = sa.select(message).where(message.c.author == "bot").order_by(message.c.id)
    last = 0
    while True:
        rows = op.get_bind().execute(by_the_bot.where(message.c.id > last).limit(BATCH)).all()
        if not rows:
            return
        last = rows[-1].id
        said = [each for row in rows for each in _said_in(row)]
        if said:
            yield said


def _said_in(row: Any) -> Iterator[dict[str, Any]]:
    reasons = row.reasons or {}
    if reasons.get("kind") != "answer" or reasons.get("rule") == "above":
        return
    named = [reasons.get("template"), *reasons.get("also", ())]
    versions = {each["id"]: each.get("version") for each in reversed(named) if each}
    for template, version in versions.items():
        yield {
            "conversation_id": row.conversation_id,
            "seq": row.seq,
            "template_id": template,
            "version": version,
            "by": "bot",
            "edited": False,
            "at": row.sent_at,
        }


def _moment(name: str) -> sa.Column[object]:
    return sa.Column(name, UtcDateTime(timezone=True), nullable=False)
