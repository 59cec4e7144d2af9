"""What a fault showed: figures, and whether each is what was promised. Knows no fault."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Sized
from dataclasses import asdict, dataclass
from statistics import median
from typing import Any


@dataclass(frozen=True, slots=True)
class Figure:
    """Something counted or measured. ``holds`` is True for what is only told."""

    what: str
    shown: str
    holds: bool = True

    def __str__(self) -> str:
        return f"{self.shown} {self.what}" if self.holds else f"**{self.shown} {self.what}**"


def none_of(what: str, found: Sized) -> Figure:
    """There must be nothing in ``found``."""
    return Figure(what, f"{len(found):,}", not found)


def below(what: str, seconds: Iterable[float], limit: float) -> Figure:
    """The longest of ``seconds`` must be shorter than ``limit``; nothing measured does not hold."""
    longest = max(seconds, default=float("inf"))
    return Figure(what, f"{longest:.1f} s", longest < limit)


def typical(what: str, seconds: Collection[float]) -> Figure:
    """The median of ``seconds``, only told."""
    return Figure(what, f"{median(seconds):.1f} s" if seconds else "–")


def all_of(what: str, good: int, of: int) -> Figure:
    """All of them must be good, and there must be some."""
    share = 100 * good / of if of else 0.0
    return Figure(what, f"{share:.4g}%", 0 < of == good)


def some(what: str, count: int) -> Figure:
    """It must have happened at all, or the fault was not done."""
    return Figure(what, f"{count:,}", count > 0)


def told(what: str, count: int) -> Figure:
    """A count that is nobody's promise."""
    return Figure(what, f"{count:,}")


@dataclass(frozen=True, slots=True)
class Finding:
    """One row of the table."""

    fault: str
    done: str
    figures: tuple[Figure, ...]

    @property
    def holds(self) -> bool:
        return all(each.holds for each in self.figures)

    def row(self) -> str:
        figures = ", ".join(map(str, self.figures))
        return f"| {self.fault} | {self.done} | {figures} | {'yes' if self.holds else '**no**'} |"

    def as_json(self) -> dict[str, Any]:
        return {**asdict(self), "holds": self.holds}


def table(findings: Iterable[Finding]) -> str:
    """The findings as Markdown."""
    head = "| fault | what was done | figures | holds |\n|---|---|---|---|"
    return "\n".join((head, *(each.row() for each in findings)))
