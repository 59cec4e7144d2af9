"""Everything that can go wrong when reading what a company knows, as one small tree.

A message says what was wrong, where, and what to do; a command prints it as it stands.
"""

from __future__ import annotations


class KnowledgeError(Exception):
    """Any refusal of this package."""


class UnreadableFileError(KnowledgeError):
    """The file is missing, may not be opened, or is damaged as a whole."""


class ArchiveTooLargeError(UnreadableFileError):
    """A compressed file unpacks to more than any real export would."""


class UnknownFormatError(KnowledgeError):
    """The file is in no format that can be read here; nothing was taken from it."""


class UnknownColumnError(KnowledgeError):
    """A column mapping names a field or a column that is not there."""


class InvalidTemplateError(KnowledgeError):
    """An answer template that must not be saved as it is."""


class MissingFieldError(KnowledgeError):
    """A template's field was left without a value, so its text cannot be sent."""


class RefusedAddressError(KnowledgeError):
    """The address is not one that articles may be fetched from."""


class FetchFailedError(KnowledgeError):
    """The address did not answer with an article, within the limits."""


class PullFailedError(KnowledgeError):
    """A vendor's API did not give what was asked for; what was pulled before it is kept."""


class RefusedTokenError(PullFailedError):
    """The token cannot be used: its file is unfit, or the vendor does not take it."""
