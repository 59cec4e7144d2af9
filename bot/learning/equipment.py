"""Whether what training needs is installed; imports none of it."""

from __future__ import annotations

from importlib.util import find_spec
from typing import Final

NEEDED: Final = ("torch", "transformers", "sentence_transformers", "accelerate", "sklearn")


def missing_for_training() -> list[str]:
    """The libraries that training needs and that are not there."""
    return [name for name in NEEDED if find_spec(name) is None]
