"""What can go wrong when searching; each error says what, where, and what to do."""

from __future__ import annotations

from pathlib import Path


class RetrievalError(Exception):
    """The root of this package's errors."""


class DamagedIndexError(RetrievalError):
    """An index directory is missing, incomplete, or not what its manifest says."""

    def __init__(self, directory: Path, problem: str) -> None:
        super().__init__(
            f"The passage index in {directory} cannot be used: {problem}. "
            "Build it again with `frontdesk index`."
        )
        self.directory = directory
        self.problem = problem


class IndexExistsError(RetrievalError):
    """A directory to build into exists already; index files are never overwritten."""

    def __init__(self, directory: Path) -> None:
        super().__init__(f"{directory} exists already. Build into a new directory.")
        self.directory = directory


class MismatchedVectorsError(RetrievalError):
    """Vectors do not fit their texts: another number of them, or another dimension."""


class DamagedRankingError(RetrievalError):
    """A directory holds no ranking model, or not the one that was written."""

    def __init__(self, directory: Path, problem: str) -> None:
        super().__init__(
            f"The ranking model in {directory} cannot be used: {problem}. "
            "Train it again with `frontdesk train --task ranking`."
        )
        self.directory = directory
        self.problem = problem
