"""What live conversations teach, retrainings, and notices that are about no conversation."""

import sqlalchemy as sa
from alembic import op

from bot.store.columns import UtcDateTime

revision = "0005"
down_revision = "0004"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Bring the tables up to what the code reads."""
    _candidates()
    _retrainings()
    with op.batch_alter_table("notice", schema=None) as notice:
        notice.alter_column("conversation_id", existing_type=sa.String(), nullable=True)


def _candidates() -> None:
    op.create_table(
        "candidate",
        sa.Column("id", sa.String(), primary_key=True),
        sa.Column("text", sa.String(), nullable=False),
        sa.Column("state", sa.String(), nullable=False),
        _moment("decided_at", nullable=True),
        sa.Column("decided_by", sa.String(), nullable=True),
        _moment("created_at"),
    )
    op.create_index("ix_candidate_state", "candidate", ["state"])
    op.create_table(
        "evidence",
        sa.Column("id", sa.Integer(), primary_key=True),
        sa.Column("candidate_id", sa.String(), sa.ForeignKey("candidate.id"), nullable=False),
        sa.Column("conversation_id", sa.String(), sa.ForeignKey("conversation.id"), nullable=False),
        sa.Column("seq", sa.Integer(), nullable=False),
        sa.Column("seqs", sa.JSON(), nullable=False),
        sa.Column("reply_seq", sa.Integer(), nullable=True),
        sa.Column("kind", sa.String(), nullable=False),
        sa.Column("person", sa.String(), nullable=False),
        sa.Column("text", sa.String(), nullable=False),
        sa.Column("answer", sa.String(), nullable=True),
        sa.Column("template_id", sa.String(), nullable=True),
        sa.Column("intent_id", sa.String(), nullable=True),
        sa.Column("against", sa.Boolean(), nullable=False),
        sa.Column("by", sa.String(), nullable=True),
        _moment("at"),
        sa.UniqueConstraint("conversation_id", "seq", "kind"),
    )
    op.create_index("ix_evidence_candidate_id", "evidence", ["candidate_id"])
    op.create_index("ix_evidence_conversation_id", "evidence", ["conversation_id"])


def _retrainings() -> None:
    op.create_table(
        "retraining",
        sa.Column("id", sa.String(), primary_key=True),
        sa.Column("state", sa.String(), nullable=False),
        sa.Column("started_by", sa.String(), nullable=False),
        _moment("due_at", nullable=True),
        _moment("started_at"),
        _moment("ended_at", nullable=True),
        sa.Column("token", sa.Integer(), nullable=True),
        sa.Column("stage", sa.String(), nullable=False),
        sa.Column("done", sa.Integer(), nullable=False),
        sa.Column("total", sa.Integer(), nullable=False),
        sa.Column("model_id", sa.String(), nullable=True),
        sa.Column("problem", sa.String(), nullable=True),
        sa.Column("report", sa.JSON(), nullable=True),
        sa.UniqueConstraint("due_at"),
    )
    op.create_index("ix_retraining_state", "retraining", ["state"])
    op.create_index("ix_retraining_started", "retraining", ["started_at"])


def _moment(name: str, *, nullable: bool = False) -> sa.Column[object]:
    return sa.Column(name, UtcDateTime(timezone=True), nullable=nullable)
