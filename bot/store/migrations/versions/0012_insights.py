"""What customers asked about, and indexes by time for the desk's figures.

What was asked before is read out of the bot's messages, so that the figures begin with the first.
"""

from collections.abc import Iterator, Mapping
from typing import Any

import sqlalchemy as sa
from alembic import op

from bot.store.columns import UtcDateTime

revision = "0012"
down_revision = "0011"
branch_labels = None
depends_on = None

BATCH = 1000
LIKELY = 0.5


def upgrade() -> None:
    """Bring the tables up to what the code reads."""
    topics = op.create_table(
        "topic",
        sa.Column(
            "conversation_id", sa.String(), sa.ForeignKey("conversation.id"), primary_key=True
        ),
        sa.Column("seq", sa.Integer(), primary_key=True),
        sa.Column("intent", sa.String(), nullable=False),
        sa.Column("at", UtcDateTime(timezone=True), nullable=False),
    )
    op.create_index("ix_topic_at", "topic", ["at", "conversation_id", "intent"])
    op.create_index("ix_topic_intent", "topic", ["intent"])
    op.drop_index("ix_conversation_event_conversation_id", "conversation_event")
    op.create_index(
        "ix_conversation_event_conversation",
        "conversation_event",
        ["conversation_id", "kind", "at"],
    )
    op.create_index("ix_conversation_event_kind", "conversation_event", ["kind", "at"])
    op.create_index("ix_message_author_sent", "message", ["author", "sent_at"])
    for batch in _asked_before():
        op.bulk_insert(topics, batch)


def _asked_before() -> Iterator[list[dict[str, Any]]]:
    message = sa.table(
        "message",
        sa.column("id", sa.Integer()),
        sa.column("conversation_id", sa.String()),
        sa.column("seq", sa.Integer()),
        sa.column("author", sa.String()),
        sa.column("reasons", sa.JSON()),
        sa.column("sent_at", UtcDateTime(timezone=True)),
    )
    template = sa.table("template", sa.column("id", sa.String()), sa.column("content", sa.JSON()))
    templates = op.get_bind().execute(sa.select(template.c.id, template.c.content))
    intents = {id: (content or {}).get("intents") or [] for id, content in templates}
    by_the_bot = sa.select(message).where(message.c.author == "bot").order_by(message.c.id)
    last = 0
    while True:
        rows = op.get_bind().execute(by_the_bot.where(message.c.id > last).limit(BATCH)).all()
        if not rows:
            return
        last = rows[-1].id
        found = [(row, _intent_in(row.reasons or {}, intents)) for row in rows]
        known = [
            {
                "conversation_id": row.conversation_id,
                "seq": row.seq,
                "intent": intent,
                "at": row.sent_at,
            }
            for row, intent in found
            if intent is not None
        ]
        if known:
            yield known


def _intent_in(reasons: Mapping[str, Any], intents: Mapping[str, list[str]]) -> str | None:
    """As ``bot.conversations.topics`` finds it, with the templates as they are now."""
    read = [(each["intent"], each["probability"]) for each in reasons.get("intents") or ()]
    named = reasons.get("template") or {}
    said = intents.get(named.get("id", ""), [])
    fitting = [intent for intent, _ in read if intent in said]
    if said:
        return (fitting or said)[0]
    likely = [intent for intent, probability in read[:1] if probability >= LIKELY]
    return likely[0] if likely else None
