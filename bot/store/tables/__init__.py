"""The tables, by what they are about. Importing this package registers all of them."""

from bot.store.tables.articles import (
    ArticleAddressRow,
    ArticleImportRow,
    ArticlePlaceRow,
    ArticleReadingRow,
    ArticleRow,
    ArticleVersionRow,
)
from bot.store.tables.attachments import AttachmentRow
from bot.store.tables.behaviour import BehaviourRow, SuggestionChoiceRow
from bot.store.tables.clocks import (
    NoticeRow,
    QueuePaceRow,
    ResolutionRow,
    ServiceClockRow,
)
from bot.store.tables.content import (
    TemplateFileRow,
    TemplateRow,
    TemplateSayingRow,
    TemplateVersionRow,
)
from bot.store.tables.conversations import (
    ConversationRow,
    ConversationTokenRow,
    EventRow,
    FeedbackRow,
    MentionRow,
    MessageRow,
    RatingRow,
)
from bot.store.tables.desk import AuditRow, DeskSessionRow, UserRow
from bot.store.tables.learning import (
    ExampleRow,
    IntentRow,
    LabelDecisionRow,
    MergedIntentRow,
    ModelRow,
    PairRow,
    ReleaseRow,
    TranscriptRow,
    VectorRow,
)
from bot.store.tables.loop import CandidateRow, EvidenceRow, LearningJobRow, RetrainingRow
from bot.store.tables.outbox import MailRow, OutboxRow
from bot.store.tables.people import IdentityRow, OriginalRow, TombstoneRow
from bot.store.tables.processes import LeaseRow, SettingRow
from bot.store.tables.telegram import TelegramTopicRow, TelegramUpdateRow
from bot.store.tables.topics import TopicRow

__all__ = [
    "ArticleAddressRow",
    "ArticleImportRow",
    "ArticlePlaceRow",
    "ArticleReadingRow",
    "ArticleRow",
    "ArticleVersionRow",
    "AttachmentRow",
    "AuditRow",
    "BehaviourRow",
    "CandidateRow",
    "ConversationRow",
    "ConversationTokenRow",
    "DeskSessionRow",
    "EventRow",
    "EvidenceRow",
    "ExampleRow",
    "FeedbackRow",
    "IdentityRow",
    "IntentRow",
    "LabelDecisionRow",
    "LearningJobRow",
    "LeaseRow",
    "MailRow",
    "MentionRow",
    "MergedIntentRow",
    "MessageRow",
    "ModelRow",
    "NoticeRow",
    "OriginalRow",
    "OutboxRow",
    "PairRow",
    "QueuePaceRow",
    "RatingRow",
    "ReleaseRow",
    "ResolutionRow",
    "RetrainingRow",
    "ServiceClockRow",
    "SettingRow",
    "SuggestionChoiceRow",
    "TelegramTopicRow",
    "TelegramUpdateRow",
    "TemplateFileRow",
    "TemplateRow",
    "TemplateSayingRow",
    "TemplateVersionRow",
    "TombstoneRow",
    "TopicRow",
    "TranscriptRow",
    "UserRow",
    "VectorRow",
]
