"""Personal data taken out of texts and conversations before anything learns from them."""

from __future__ import annotations

from knowledge.redaction.identifiers import IdentifierPattern, without_identifiers
from knowledge.redaction.identities import (
    ANY_SOURCE,
    Identity,
    IdentityKind,
    customer_identities,
    read_identities,
)
from knowledge.redaction.redactor import Redacted, Redactor
from knowledge.redaction.transcripts import person_pseudonym, redact_transcript

__all__ = [
    "ANY_SOURCE",
    "IdentifierPattern",
    "Identity",
    "IdentityKind",
    "Redacted",
    "Redactor",
    "customer_identities",
    "person_pseudonym",
    "read_identities",
    "redact_transcript",
    "without_identifiers",
]
