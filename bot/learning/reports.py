"""What a retraining reports: what was learned anew, what the trials say, and whether it may serve.

A record that the database keeps as JSON; commands and the desk show the same.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from bot.answering.shadow import Shadow
from bot.learning.news import News
from bot.learning.trials import Trial
from nlu import Comparison, Verdict
from nlu.comparison import IntentChange


@dataclass(frozen=True, slots=True)
class Report:
    """``trial`` is None where no trained model served before: the new one is the first.

    ``remarks`` are sentences on how it was trained.
    """

    model: str
    before: str | None
    seconds: float
    accuracy: float | None
    news: News
    disliked: tuple[tuple[str, int], ...]
    trial: Trial | None
    remarks: tuple[str, ...] = ()

    @property
    def verdict(self) -> Verdict | None:
        """What the trials come to; None for a first model."""
        return self.trial.verdict if self.trial else None

    @property
    def passed(self) -> bool:
        """Whether it may serve without anybody insisting."""
        return self.trial is None or self.trial.passed


def lines_of(report: Report) -> Iterator[str]:
    """The report for people."""
    news = report.news
    yield f"learned from {news.examples:,} examples, {news.fresh:,} of them new: " + _counted(
        dict(news.by_evidence)
    )
    if news.gone:
        yield f"not learned again: {news.gone:,}"
    for template, count in report.disliked:
        yield f"disliked by customers: {template}, {count} times"
    yield from report.remarks
    if report.trial is None:
        yield "there is no trained model to compare it with"
        return
    yield from trial_lines(report.trial)


def trial_lines(trial: Trial) -> Iterator[str]:
    """The verdict, and all that is behind it."""
    yield f"{trial.verdict.value}: {' '.join(trial.because)}"
    yield from _golden(trial.golden)
    for lost in trial.matching.lost:
        yield f"  matched no more: {lost.text} (now {lost.after}, right {', '.join(lost.right)})"
    for missed in trial.known.missed:
        wanted = ", ".join(missed.wanted) or "a person"
        yield f"  not answered as people said: {missed.text} ({missed.said}; wanted {wanted})"
    yield from _shadow(trial.shadow)


def _golden(found: Comparison) -> Iterator[str]:
    if found.accuracy_before is not None and found.accuracy_after is not None:
        yield (
            f"accuracy {found.accuracy_before:.1%} -> {found.accuracy_after:.1%} of "
            f"{found.texts:,} texts new to both; sure and wrong {found.misled_before} -> "
            f"{found.misled_after}"
        )
    for change in found.intents:
        yield from _intent(change)


def _intent(change: IntentChange) -> Iterator[str]:
    yield f"{change.intent}: {change.right_before} -> {change.right_after} of {change.texts}"
    yield from (f"  - {each.text}  (now {each.after})" for each in change.lost)
    yield from (f"  + {each.text}  (was {each.before})" for each in change.gained)


def _shadow(found: Shadow) -> Iterator[str]:
    yield (
        f"recent conversations: {found.conversations:,} with {found.turns:,} turns, going another "
        f"way: {found.parted:,}; {_counted(found.before)} -> {_counted(found.after)}"
    )
    for each in found.examples:
        yield f"  {each.text}: {each.before} -> {each.after}"


def _counted(counts: dict[str, int]) -> str:
    return ", ".join(f"{name} {count}" for name, count in sorted(counts.items())) or "none"
