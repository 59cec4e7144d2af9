"""Personal data taken out of texts and conversations before anything learns from them."""

from __future__ import annotations

from knowledge.redaction.redactor import Redacted, Redactor
from knowledge.redaction.transcripts import redact_transcript

__all__ = ["Redacted", "Redactor", "redact_transcript"]
