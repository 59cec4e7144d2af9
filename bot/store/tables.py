"""The tables: conversations and their messages, what is sent outward, and who works at the desk.

Rules that rows keep: a conversation numbers its messages (``seq``), ``epoch`` rises with every
change of owner, and a customer's message is stored once under the key its sender chose.
"""

from __future__ import annotations

from datetime import datetime
from typing import Any

from sqlalchemy import JSON, Column, Index, LargeBinary, UniqueConstraint
from sqlmodel import Field, SQLModel

from bot.store.columns import UtcDateTime


class ConversationRow(SQLModel, table=True):
    """One conversation.

    ``channel_ref`` is the channel's own name for it (a Telegram chat). ``customer_key`` names the
    person across conversations, where the channel or a signed identity tells who it is.
    ``agent_id`` holds the conversation, ``assignee_id`` is meant to take it from the queue, since
    ``assigned_at``. ``looked_at`` and ``timed_out_at`` say, of the present wait in the queue, when
    somebody at the desk first looked and when it had taken too long; ``reminded_at`` is when the
    desk was last told that the customer is silent. The customer has read up to ``read_seq`` and
    got agents' replies up to ``mailed_seq`` by e-mail. ``origin`` is what the link said that began
    it; ``unreachable`` why nothing can be delivered; a customer with ``banned_at`` is heard and
    answered by nobody.
    """

    __tablename__ = "conversation"
    __table_args__ = (
        UniqueConstraint("channel", "channel_ref"),
        Index("ix_conversation_inbox", "status", "updated_at"),
        Index("ix_conversation_agent_wrote", "agent_wrote_at"),
    )

    id: str = Field(primary_key=True)
    channel: str
    channel_ref: str | None = None
    token_hash: str | None = Field(default=None, index=True)
    token_used_at: datetime | None = Field(default=None, sa_type=UtcDateTime)
    customer: str | None = None
    customer_key: str | None = Field(default=None, index=True)
    customer_email: str | None = None
    signed_in: bool = False
    language: str | None = None
    status: str = "automated"
    agent_id: str | None = Field(default=None, index=True)
    assignee_id: str | None = Field(default=None, index=True)
    epoch: int = 1
    next_seq: int = 1
    dialog: dict[str, Any] = Field(default_factory=dict, sa_type=JSON)
    handoff_reason: str | None = None
    queue: str = ""
    priority: int = 0
    waiting_since: datetime | None = Field(default=None, sa_type=UtcDateTime)
    snoozed_until: datetime | None = Field(default=None, sa_type=UtcDateTime)
    customer_wrote_at: datetime | None = Field(default=None, sa_type=UtcDateTime)
    agent_wrote_at: datetime | None = Field(default=None, sa_type=UtcDateTime)
    read_seq: int = 0
    assigned_at: datetime | None = Field(default=None, sa_type=UtcDateTime)
    looked_at: datetime | None = Field(default=None, sa_type=UtcDateTime)
    timed_out_at: datetime | None = Field(default=None, sa_type=UtcDateTime)
    reminded_at: datetime | None = Field(default=None, sa_type=UtcDateTime)
    mailed_seq: int = 0
    origin: str | None = None
    unreachable: str | None = None
    banned_at: datetime | None = Field(default=None, sa_type=UtcDateTime)
    created_at: datetime = Field(sa_type=UtcDateTime)
    updated_at: datetime = Field(sa_type=UtcDateTime)


class ConversationTokenRow(SQLModel, table=True):
    """A further token that opens a conversation, beside the one that it began with."""

    __tablename__ = "conversation_token"

    token_hash: str = Field(primary_key=True)
    conversation_id: str = Field(foreign_key="conversation.id", index=True)
    used_at: datetime = Field(sa_type=UtcDateTime)


class MessageRow(SQLModel, table=True):
    """One message.

    ``author`` is customer, bot, agent or system; customers never see a note or a draft. ``turn``
    says whether a customer's message still waits for the bot's turn: it is pending, answered,
    person, held (many came at once) or ignored (from somebody banned). ``context`` is what the
    words refer to: a quoted or an edited message, files.
    """

    __tablename__ = "message"
    __table_args__ = (
        UniqueConstraint("conversation_id", "seq"),
        UniqueConstraint("conversation_id", "client_msg_id"),
        Index("ix_message_pending", "turn", "conversation_id"),
    )

    id: int | None = Field(default=None, primary_key=True)
    conversation_id: str = Field(foreign_key="conversation.id")
    seq: int
    author: str
    author_id: str | None = None
    name: str | None = None
    text: str
    client_msg_id: str | None = None
    content_hash: str | None = None
    button: dict[str, Any] | None = Field(default=None, sa_type=JSON)
    buttons: list[dict[str, Any]] = Field(default_factory=list, sa_type=JSON)
    sources: list[dict[str, Any]] = Field(default_factory=list, sa_type=JSON)
    reply_to: list[int] = Field(default_factory=list, sa_type=JSON)
    reasons: dict[str, Any] | None = Field(default=None, sa_type=JSON)
    context: dict[str, Any] | None = Field(default=None, sa_type=JSON)
    turn: str | None = None
    attachments: list[str] = Field(default_factory=list, sa_type=JSON)
    sent_at: datetime = Field(sa_type=UtcDateTime)


class AttachmentRow(SQLModel, table=True):
    """A file of one conversation; ``seq`` is the message that it came with, once it was sent.

    ``state`` is stored, expected (the channel still has the bytes, ``source`` is its name for
    them) or failed, with ``problem`` as the reason. ``author`` is customer or agent.
    """

    __tablename__ = "attachment"
    __table_args__ = (
        Index("ix_attachment_conversation", "conversation_id", "seq"),
        Index("ix_attachment_expected", "state", "try_after"),
    )

    id: str = Field(primary_key=True)
    conversation_id: str = Field(foreign_key="conversation.id")
    seq: int | None = None
    author: str
    name: str
    media_type: str
    size: int
    sha256: str | None = Field(default=None, index=True)
    state: str
    problem: str | None = None
    source: str | None = None
    attempts: int = 0
    try_after: datetime | None = Field(default=None, sa_type=UtcDateTime)
    created_at: datetime = Field(sa_type=UtcDateTime)


class OutboxRow(SQLModel, table=True):
    """A message on its way out through a channel that must be pushed to.

    ``status``: pending, sending, sent, unknown (in flight when the process ended or the line
    broke), failed, cancelled. ``epoch`` is the one of the conversation when the row was written;
    a bot's row is claimed only while it is still the conversation's.
    """

    __tablename__ = "outbox"
    __table_args__ = (
        UniqueConstraint(
            "conversation_id", "channel", "seq", "part", name="uq_outbox_message_part"
        ),
        Index("ix_outbox_status", "status", "not_before"),
    )

    id: int | None = Field(default=None, primary_key=True)
    conversation_id: str = Field(foreign_key="conversation.id")
    channel: str
    channel_ref: str
    seq: int
    part: int = 0
    author: str
    epoch: int
    payload: dict[str, Any] = Field(sa_type=JSON)
    status: str = "pending"
    attempts: int = 0
    not_before: datetime | None = Field(default=None, sa_type=UtcDateTime)
    external_id: str | None = None
    error: str | None = None
    updated_at: datetime = Field(sa_type=UtcDateTime)


class TelegramUpdateRow(SQLModel, table=True):
    """A Telegram update, stored before it is confirmed, worked off once."""

    __tablename__ = "telegram_update"
    __table_args__ = (Index("ix_telegram_update_open", "handled_at", "update_id"),)

    bot_id: str = Field(primary_key=True)
    update_id: int = Field(primary_key=True)
    payload: dict[str, Any] = Field(sa_type=JSON)
    received_at: datetime = Field(sa_type=UtcDateTime)
    handled_at: datetime | None = Field(default=None, sa_type=UtcDateTime)
    error: str | None = None


class MailRow(SQLModel, table=True):
    """An e-mail on its way out, written in the transaction that causes it.

    ``status``: pending, sending, sent, unknown (the line broke, or the process ended, while it was
    handed over), failed, cancelled (read meanwhile). ``last_seq`` is the last message it carries.
    """

    __tablename__ = "mail"
    __table_args__ = (Index("ix_mail_status", "status", "not_before"),)

    id: int | None = Field(default=None, primary_key=True)
    key: str = Field(unique=True)
    kind: str
    to: str
    subject: str
    text: str
    html: str
    conversation_id: str | None = Field(default=None, foreign_key="conversation.id", index=True)
    last_seq: int | None = None
    status: str = "pending"
    attempts: int = 0
    not_before: datetime | None = Field(default=None, sa_type=UtcDateTime)
    error: str | None = None
    created_at: datetime = Field(sa_type=UtcDateTime)
    updated_at: datetime = Field(sa_type=UtcDateTime)


class TelegramTopicRow(SQLModel, table=True):
    """A conversation's topic in the team's Telegram group; ``thread_id`` is None until it is made.

    Messages above ``mirrored_seq`` and events above ``mirrored_event`` are not on their way to it
    yet.
    """

    __tablename__ = "telegram_topic"
    __table_args__ = (UniqueConstraint("desk_chat", "thread_id"),)

    conversation_id: str = Field(primary_key=True, foreign_key="conversation.id")
    desk_chat: str
    thread_id: int | None = None
    title: str
    titled_at: datetime | None = Field(default=None, sa_type=UtcDateTime)
    mirrored_seq: int = 0
    mirrored_event: int = 0


class LeaseRow(SQLModel, table=True):
    """Who may do something that only one process at a time may do.

    ``token`` rises with every new holder, so that the work of an earlier one can be told.
    """

    __tablename__ = "lease"

    name: str = Field(primary_key=True)
    holder: str
    token: int
    expires_at: datetime = Field(sa_type=UtcDateTime)


class EventRow(SQLModel, table=True):
    """Something that happened to a conversation: taken over, given back, closed, rated."""

    __tablename__ = "conversation_event"

    id: int | None = Field(default=None, primary_key=True)
    conversation_id: str = Field(foreign_key="conversation.id", index=True)
    kind: str
    data: dict[str, Any] = Field(default_factory=dict, sa_type=JSON)
    at: datetime = Field(sa_type=UtcDateTime)


class FeedbackRow(SQLModel, table=True):
    """Thumbs on one bot reply; the last one given counts."""

    __tablename__ = "feedback"

    conversation_id: str = Field(primary_key=True, foreign_key="conversation.id")
    seq: int = Field(primary_key=True)
    helpful: bool
    at: datetime = Field(sa_type=UtcDateTime)


class RatingRow(SQLModel, table=True):
    """A customer's rating of one conversation, 1 to 5; the last one given counts."""

    __tablename__ = "rating"

    conversation_id: str = Field(primary_key=True, foreign_key="conversation.id")
    score: int
    comment: str | None = None
    at: datetime = Field(sa_type=UtcDateTime)


class UserRow(SQLModel, table=True):
    """Somebody who signs in at the desk.

    ``queues`` are those whose conversations they take, all where it is empty; ``capacity`` is how
    many they take at once. ``seen_at`` is when their desk was last open, ``assigned_at`` when they
    were last asked to take one.
    """

    __tablename__ = "desk_user"

    id: str = Field(primary_key=True)
    email: str = Field(unique=True)
    name: str
    role: str
    password_hash: str
    queues: list[str] = Field(default_factory=list, sa_type=JSON)
    capacity: int = 5
    available: bool = True
    seen_at: datetime | None = Field(default=None, sa_type=UtcDateTime)
    assigned_at: datetime | None = Field(default=None, sa_type=UtcDateTime)
    telegram_user_id: str | None = Field(default=None, unique=True, index=True)
    created_at: datetime = Field(sa_type=UtcDateTime)


class DeskSessionRow(SQLModel, table=True):
    """A signed-in browser; only the hash of its cookie is kept."""

    __tablename__ = "desk_session"

    token_hash: str = Field(primary_key=True)
    user_id: str = Field(foreign_key="desk_user.id")
    csrf: str
    expires_at: datetime = Field(sa_type=UtcDateTime)


class TemplateRow(SQLModel, table=True):
    """The current version of an answer template; ``content`` is its whole record.

    ``evidence`` says where a drafted one comes from; ``held_back`` why it cannot be accepted in
    bulk.
    """

    __tablename__ = "template"

    id: str = Field(primary_key=True)
    title: str
    state: str = Field(index=True)
    version: int
    content: dict[str, Any] = Field(sa_type=JSON)
    evidence: dict[str, Any] | None = Field(default=None, sa_type=JSON)
    held_back: str | None = None
    updated_at: datetime = Field(sa_type=UtcDateTime)
    updated_by: str | None = None


class TemplateVersionRow(SQLModel, table=True):
    """Every version that a template ever had."""

    __tablename__ = "template_version"

    template_id: str = Field(primary_key=True)
    version: int = Field(primary_key=True)
    content: dict[str, Any] = Field(sa_type=JSON)
    saved_at: datetime = Field(sa_type=UtcDateTime)
    saved_by: str | None = None


class ArticleRow(SQLModel, table=True):
    """An article of the knowledge base."""

    __tablename__ = "article"

    id: str = Field(primary_key=True)
    title: str
    body: str
    url: str | None = None
    language: str | None = None
    content_hash: str
    updated_at: datetime | None = Field(default=None, sa_type=UtcDateTime)


class TranscriptRow(SQLModel, table=True):
    """An imported conversation, redacted. ``content`` is its record as JSON."""

    __tablename__ = "transcript"

    key: str = Field(primary_key=True)
    content_hash: str
    content: str
    imported_at: datetime = Field(sa_type=UtcDateTime)


class IntentRow(SQLModel, table=True):
    """An intent. ``state`` is draft until somebody accepted it; the id never changes."""

    __tablename__ = "intent"

    id: str = Field(primary_key=True)
    name: str
    source: str
    state: str = Field(default="draft", index=True)
    size: int = 0


class ExampleRow(SQLModel, table=True):
    """A question that belongs to an intent: what the classifier is trained on."""

    __tablename__ = "example"

    id: str = Field(primary_key=True)
    intent_id: str = Field(foreign_key="intent.id", index=True)
    text: str
    source: str
    pair_id: str | None = None


class PairRow(SQLModel, table=True):
    """A question and its answer, traced to the transcript that it came from."""

    __tablename__ = "pair"

    id: str = Field(primary_key=True)
    transcript_key: str = Field(index=True)
    intent_id: str | None = Field(default=None, index=True)
    content: dict[str, Any] = Field(sa_type=JSON)


class ModelRow(SQLModel, table=True):
    """A trained model and where its directory lies, relative to the home."""

    __tablename__ = "model"

    id: str = Field(primary_key=True)
    directory: str
    metrics: dict[str, Any] = Field(default_factory=dict, sa_type=JSON)
    created_at: datetime = Field(sa_type=UtcDateTime)


class ReleaseRow(SQLModel, table=True):
    """What serves: a model and the index made with its encoder. At most one is serving."""

    __tablename__ = "release"

    id: str = Field(primary_key=True)
    model_id: str
    index_directory: str | None = None
    state: str = Field(index=True)
    created_at: datetime = Field(sa_type=UtcDateTime)
    promoted_at: datetime | None = Field(default=None, sa_type=UtcDateTime)


class VectorRow(SQLModel, table=True):
    """The vector of one text under one encoder: float16 bytes."""

    __tablename__ = "vector"

    encoder_id: str = Field(primary_key=True)
    text_hash: str = Field(primary_key=True)
    data: bytes = Field(sa_column=Column(LargeBinary, nullable=False))


class SettingRow(SQLModel, table=True):
    """Small facts that processes share: generations, the trial mark."""

    __tablename__ = "setting"

    key: str = Field(primary_key=True)
    value: str


class ServiceClockRow(SQLModel, table=True):
    """One promise that runs: until a person answers, or until the matter is settled.

    ``pauses`` are [from, to] in ISO 8601, the last one open while the clock stands still. What
    ``due_at`` and ``took_seconds`` (open time) are is reckoned from them; ``reckoned_at`` is None
    while that has to be done (again). ``stopped_by``: reply, closed, released.
    """

    __tablename__ = "service_clock"
    __table_args__ = (Index("ix_service_clock_due", "stopped_at", "due_at"),)

    id: int | None = Field(default=None, primary_key=True)
    conversation_id: str = Field(foreign_key="conversation.id", index=True)
    kind: str
    queue: str = ""
    started_at: datetime = Field(sa_type=UtcDateTime)
    pauses: list[list[str | None]] = Field(default_factory=list, sa_type=JSON)
    target_seconds: float | None = None
    warn_from: datetime | None = Field(default=None, sa_type=UtcDateTime)
    due_at: datetime | None = Field(default=None, sa_type=UtcDateTime)
    reckoned_at: datetime | None = Field(default=None, index=True, sa_type=UtcDateTime)
    warned_at: datetime | None = Field(default=None, sa_type=UtcDateTime)
    broken_at: datetime | None = Field(default=None, sa_type=UtcDateTime)
    stopped_at: datetime | None = Field(default=None, sa_type=UtcDateTime)
    stopped_by: str | None = None
    took_seconds: float | None = None


class ResolutionRow(SQLModel, table=True):
    """A conversation that was settled, by bot or person. Reopening makes it undone; what nobody
    reopened for long enough is durable."""

    __tablename__ = "resolution"
    __table_args__ = (Index("ix_resolution_open", "durable_at", "undone_at", "resolved_at"),)

    id: int | None = Field(default=None, primary_key=True)
    conversation_id: str = Field(foreign_key="conversation.id", index=True)
    resolved_by: str
    agent_id: str | None = None
    resolved_at: datetime = Field(sa_type=UtcDateTime)
    undone_at: datetime | None = Field(default=None, sa_type=UtcDateTime)
    durable_at: datetime | None = Field(default=None, sa_type=UtcDateTime)


class NoticeRow(SQLModel, table=True):
    """Something that people should be told, once for each ``key``; ``delivered_at`` when it was."""

    __tablename__ = "notice"

    id: int | None = Field(default=None, primary_key=True)
    key: str = Field(unique=True)
    kind: str
    conversation_id: str = Field(foreign_key="conversation.id", index=True)
    data: dict[str, Any] = Field(default_factory=dict, sa_type=JSON)
    created_at: datetime = Field(sa_type=UtcDateTime)
    delivered_at: datetime | None = Field(default=None, index=True, sa_type=UtcDateTime)


class QueuePaceRow(SQLModel, table=True):
    """How long people in a queue lately waited, and how many agents are there; no row while the
    team is away or too little is known."""

    __tablename__ = "queue_pace"

    queue: str = Field(primary_key=True)
    median_seconds: float
    agents: int
