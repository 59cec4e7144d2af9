"""What an importer is: it says whether it can read a file, and reads it one conversation at a time.

To add a format, write a module with one class of this shape and name it in ``formats.py``.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import Protocol, runtime_checkable

from knowledge.records import Transcript
from knowledge.skipped import OnSkip
from knowledge.sources import Source

Columns = Mapping[str, str]
"""What people said about the file: our field's name → the export's column, name or account."""


class Importer(Protocol):
    """Reads one format."""

    @property
    def format(self) -> str:
        """The format's name, as in ``--format``."""

    @property
    def suffixes(self) -> frozenset[str]:
        """Suffixes that files of this format usually have, such as ``.csv``."""

    @property
    def options(self) -> frozenset[str]:
        """The fields that ``columns`` may map."""

    def refusal(self, source: Source, columns: Columns) -> str | None:
        """Why the file is none of this format ("has no …"), or ``None`` where it is.

        Looks at the file's beginning, or as much of it as it needs.
        """

    def read(self, source: Source, columns: Columns, on_skip: OnSkip) -> Iterator[Transcript]:
        """The conversations of a file that was not refused, with flat memory.

        Damaged records go to ``on_skip``. The same file gives the same ids each time.
        """


@runtime_checkable
class JoiningImporter(Importer, Protocol):
    """Reads a format whose conversations may be spread over several files."""

    def read_together(
        self, sources: Sequence[Source], columns: Columns, on_skip: OnSkip
    ) -> Iterator[Transcript]:
        """The conversations of all the files; parts of one are joined wherever they stand."""
