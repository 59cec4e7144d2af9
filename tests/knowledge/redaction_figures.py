"""Measures a redactor on labelled sentences; run as a program it prints the table by kind.

A labelled place counts as found when no letter or digit of it is left, under its own kind. A found
place counts as right when all its letters and digits are labelled with its kind.
"""

from __future__ import annotations

import argparse
import re
from collections import Counter
from dataclasses import dataclass, field
from pathlib import Path

from knowledge import Redactor

FOLDER = Path(__file__).parent / "redaction_set"
HALVES = ("tuning", "held_out")
_LABEL = re.compile(r"\{([a-z]+):([^}]*)\}")


@dataclass(frozen=True, slots=True)
class Sentence:
    """A sentence, and the kind of each of its characters that has to go (else None)."""

    country: str
    text: str
    spans: tuple[tuple[int, int, str], ...]


@dataclass
class Figures:
    """Counts by kind: labelled and found, found and right; with the sentences that went wrong."""

    labelled: Counter[str] = field(default_factory=Counter)
    recalled: Counter[str] = field(default_factory=Counter)
    found: Counter[str] = field(default_factory=Counter)
    right: Counter[str] = field(default_factory=Counter)
    misses: list[str] = field(default_factory=list)
    clean: int = 0
    clean_kept: int = 0

    def recall(self, *kinds: str) -> float:
        """The share of labelled places that are gone."""
        return _share(self.recalled, self.labelled, kinds)

    def precision(self, *kinds: str) -> float:
        """The share of found places that had to go."""
        return _share(self.right, self.found, kinds)


def read_half(half: str) -> list[Sentence]:
    """The sentences of ``tuning`` or ``held_out``."""
    lines = (FOLDER / f"{half}.txt").read_text(encoding="utf-8").splitlines()
    return [_sentence(line) for line in lines]


def _sentence(line: str) -> Sentence:
    head, _, labelled = line.partition(" | ")
    labelled = labelled.replace("\\n", "\n")
    text, spans, end = "", [], 0
    for match in _LABEL.finditer(labelled):
        text += labelled[end : match.start()]
        spans.append((len(text), len(text) + len(match[2]), match[1]))
        text += match[2]
        end = match.end()
    return Sentence(head.split()[0], text + labelled[end:], tuple(spans))


def measure(redactor: Redactor, sentences: list[Sentence]) -> Figures:
    """What ``redactor`` finds in ``sentences``."""
    figures = Figures()
    for each in sentences:
        _measure(redactor, each, figures)
    return figures


def _measure(redactor: Redactor, sentence: Sentence, figures: Figures) -> None:
    found = redactor.find(sentence.text)
    told = _kinds(sentence.text, sentence.spans)
    seen = _kinds(sentence.text, tuple(found))
    wrong = []
    for start, end, kind in sentence.spans:
        gone = all(seen.get(at) == kind for at in told if start <= at < end)
        figures.labelled[kind] += 1
        figures.recalled[kind] += gone
        if not gone:
            wrong.append(f"missed {kind} {sentence.text[start:end]!r}")
    for start, end, kind in found:
        right = all(told.get(at) == kind for at in seen if start <= at < end)
        figures.found[kind] += 1
        figures.right[kind] += right
        if not right:
            wrong.append(f"wrong {kind} {sentence.text[start:end]!r}")
    if not sentence.spans:
        figures.clean += 1
        figures.clean_kept += not found
    if wrong:
        figures.misses.append(f"{sentence.country} {sentence.text!r}: {'; '.join(wrong)}")


def _kinds(text: str, spans: tuple[tuple[int, int, str], ...]) -> dict[int, str]:
    return {
        at: kind for start, end, kind in spans for at in range(start, end) if text[at].isalnum()
    }


def _share(part: Counter[str], whole: Counter[str], kinds: tuple[str, ...]) -> float:
    kinds = kinds or tuple(whole)
    total = sum(whole[kind] for kind in kinds)
    return sum(part[kind] for kind in kinds) / total if total else 1.0


def table(half: str) -> str:
    """The figures of one half as a Markdown table, kinds in the order of their numbers."""
    figures = measure(Redactor(), read_half(half))
    rows = [f"| {half} | labelled | recall | precision |", "|---|---|---|---|"]
    kinds = [kind for kind, _ in figures.labelled.most_common()]
    for kind in (*kinds, *sorted(set(figures.found) - set(kinds))):
        rows.append(
            f"| {kind} | {figures.labelled[kind]} | {figures.recall(kind):.1%} "
            f"| {figures.precision(kind):.1%} |"
        )
    rows.append(f"| sentences to leave alone | {figures.clean} | "
                f"{figures.clean_kept / figures.clean:.1%} kept | |")  # fmt: skip
    return "\n".join(rows)


if __name__ == "__main__":
    options = argparse.ArgumentParser(description=__doc__)
    options.add_argument("half", choices=HALVES)
    options.add_argument("--misses", action="store_true", help="Each sentence that went wrong.")
    given = options.parse_args()
    print(table(given.half))
    if given.misses:
        print(*measure(Redactor(), read_half(given.half)).misses, sep="\n")
