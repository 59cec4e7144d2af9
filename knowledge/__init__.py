"""What the company knows: its records, and how to read them from the files people have.

Nothing here searches, learns, or stores, and nothing of the other packages is imported.
"""

from __future__ import annotations

from knowledge.articles import fetch_article, read_articles
from knowledge.errors import (
    ArchiveTooLargeError,
    FetchFailedError,
    InvalidTemplateError,
    KnowledgeError,
    MissingFieldError,
    PullFailedError,
    RefusedAddressError,
    RefusedTokenError,
    UnknownColumnError,
    UnknownFormatError,
    UnreadableFileError,
)
from knowledge.hierarchy import lineage, parent_of, placed_under
from knowledge.importers import detect_format, read_transcripts
from knowledge.passages import split_article, split_sentences
from knowledge.records import (
    CHANNELS,
    AnswerTemplate,
    Article,
    ArticleId,
    Button,
    Enclosure,
    IntentId,
    PairId,
    Passage,
    PassageId,
    QuestionAnswerPair,
    Speaker,
    TemplateId,
    TemplateState,
    Transcript,
    TranscriptId,
    Turn,
)
from knowledge.redaction import Redacted, Redactor, redact_transcript, without_identifiers
from knowledge.skipped import SkippedRecord
from knowledge.templates import check_template, fields_of, fill, read_templates, write_templates

__all__ = [
    "CHANNELS",
    "AnswerTemplate",
    "ArchiveTooLargeError",
    "Article",
    "ArticleId",
    "Button",
    "Enclosure",
    "FetchFailedError",
    "IntentId",
    "InvalidTemplateError",
    "KnowledgeError",
    "MissingFieldError",
    "PairId",
    "Passage",
    "PassageId",
    "PullFailedError",
    "QuestionAnswerPair",
    "Redacted",
    "Redactor",
    "RefusedAddressError",
    "RefusedTokenError",
    "SkippedRecord",
    "Speaker",
    "TemplateId",
    "TemplateState",
    "Transcript",
    "TranscriptId",
    "Turn",
    "UnknownColumnError",
    "UnknownFormatError",
    "UnreadableFileError",
    "check_template",
    "detect_format",
    "fetch_article",
    "fields_of",
    "fill",
    "lineage",
    "parent_of",
    "placed_under",
    "read_articles",
    "read_templates",
    "read_transcripts",
    "redact_transcript",
    "split_article",
    "split_sentences",
    "without_identifiers",
    "write_templates",
]
