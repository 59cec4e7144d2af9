"""Phrases in a tree by their words, so that a text looks each of its words up once a beginning.

What is found takes time in proportion to the text: from each word on only what some phrase goes on
with is followed, and a gap is at most a few words long.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from typing import Final, Generic, NamedTuple, TypeVar

from nlu.dangerbooks.dangerbook import GAP, REST, Writing, expanded, units_of

LONGEST_GAP: Final = 3
LONGEST_GAP_UNSPACED: Final = 6
Label = TypeVar("Label")


class Found(NamedTuple, Generic[Label]):
    """A phrase's label, and the places of its words in the text."""

    label: Label
    at: tuple[int, ...]


@dataclass(slots=True)
class _Branch(Generic[Label]):
    """Where phrases go on: at a word, at what a word begins with, or after a gap; which end here."""

    words: dict[str, _Branch[Label]] = field(default_factory=dict)
    stems: dict[str, _Branch[Label]] = field(default_factory=dict)
    lengths: tuple[int, ...] = ()
    gap: _Branch[Label] | None = None
    labels: tuple[Label, ...] = ()

    def grown(self, unit: str) -> _Branch[Label]:
        if unit == GAP:
            self.gap = self.gap or _Branch()
            return self.gap
        if not unit.endswith(REST):
            return self.words.setdefault(unit, _Branch())
        stem = unit.removesuffix(REST)
        self.lengths = tuple(sorted({*self.lengths, len(stem)}))
        return self.stems.setdefault(stem, _Branch())

    def after(self, forms: tuple[str, ...]) -> Iterator[_Branch[Label]]:
        for form in forms:
            if form in self.words:
                yield self.words[form]
            for length in self.lengths:
                if form[:length] in self.stems and length <= len(form):
                    yield self.stems[form[:length]]


class PhraseTree(Generic[Label]):
    """Finds phrases, each with a label, in the units of a text. Immutable once made."""

    def __init__(self, phrases: Iterable[tuple[str, Label]], writing: Writing) -> None:
        self._root: _Branch[Label] = _Branch()
        self._longest_gap = LONGEST_GAP if writing.spaced else LONGEST_GAP_UNSPACED
        for way, label in ((way, label) for each, label in phrases for way in expanded(each)):
            branch = self._root
            for unit in _units_of_phrase(way, writing):
                branch = branch.grown(unit)
            if label not in branch.labels:
                branch.labels = (*branch.labels, label)

    def found_in(self, units: Sequence[tuple[str, ...]]) -> Iterator[Found[Label]]:
        """Every phrase found; a unit of the text may have several forms."""
        for at, forms in enumerate(units):
            for branch in self._root.after(forms):
                yield from self._followed(branch, units, (at,))

    def _followed(
        self, branch: _Branch[Label], units: Sequence[tuple[str, ...]], at: tuple[int, ...]
    ) -> Iterator[Found[Label]]:
        yield from (Found(label, at) for label in branch.labels)
        following = at[-1] + 1
        if following < len(units):
            for after in branch.after(units[following]):
                yield from self._followed(after, units, (*at, following))
        if branch.gap is not None:
            for place in range(following, min(following + self._longest_gap + 1, len(units))):
                for after in branch.gap.after(units[place]):
                    yield from self._followed(after, units, (*at, place))


def _units_of_phrase(way: str, writing: Writing) -> Iterator[str]:
    for word in way.replace(GAP, f" {GAP} ").split():
        units = [GAP] if word == GAP else units_of(word, writing)
        if units and word.endswith(REST):
            units[-1] += REST
        yield from units
