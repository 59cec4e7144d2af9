"""What can go wrong with a model directory."""

from __future__ import annotations

from pathlib import Path


class ModelError(Exception):
    """The root of this package's errors."""


class DamagedModelError(ModelError):
    """A model directory is missing a file, or a file is not the one that was exported."""

    def __init__(self, directory: Path, problem: str) -> None:
        super().__init__(
            f"{directory}: {problem}. Copy the model directory again, or train a new one."
        )
        self.directory = directory
        self.problem = problem


class OutdatedModelError(DamagedModelError):
    """Every file is the one that was exported, but this version cannot serve what is in them."""

    def __init__(self, directory: Path, problem: str) -> None:
        ModelError.__init__(
            self,
            f"{directory}: is whole but outdated: it was exported by another version, and this one "
            f"cannot read its files ({problem}). Train the model anew.",
        )
        self.directory = directory
        self.problem = problem


class DamagedRerankerError(ModelError):
    """An exported cross-encoder is missing a file, or a file is not the one that was exported."""

    def __init__(self, directory: Path, problem: str) -> None:
        super().__init__(f"{directory}: {problem}. Write it again with `frontdesk reranker`.")


class WrongTaskError(ModelError):
    """A model directory is whole, but the model in it was trained for something else."""

    def __init__(self, directory: Path, task: str, needed: str) -> None:
        super().__init__(
            f"{directory}: is no {needed} model but one for the task {task!r}; "
            f"name one that `frontdesk train --task {needed}` wrote."
        )
        self.directory = directory
