"""The small word lists that names and addresses are told by, read once.

They are of this project's own making: names that people in many countries bear, towns, and
companies that are called like a person.
"""

from __future__ import annotations

from functools import lru_cache
from importlib.resources import files


@lru_cache(maxsize=8)
def words(name: str) -> frozenset[str]:
    """The words of a list, in lower case."""
    return frozenset(word for line in _lines(name) for word in line.split())


@lru_cache(maxsize=8)
def phrases(name: str) -> frozenset[str]:
    """The lines of a list, in lower case."""
    return frozenset(_lines(name))


def _lines(name: str) -> list[str]:
    text = (files("knowledge.redaction") / "words" / f"{name}.txt").read_text(encoding="utf-8")
    return [line.strip() for line in text.splitlines() if line.strip() and line[0] != "#"]
