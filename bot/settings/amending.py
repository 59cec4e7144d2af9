"""Changes values in the text of ``frontdesk.yaml`` and leaves every other character as it is.

The changed values alone are written anew, where YAML says that the old ones stand, so that
comments, order and manner of writing stay. Only what stands in brackets is written anew as a whole
when something is added to it. Knows no setting: what a text then means is for others to check.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any, Final, TypeAlias, TypeGuard

import yaml

from bot.settings.writing import STEP, written_in_line, written_in_lines

WIDEST: Final = 100
"""Characters of a line up to which a collection is written within it."""
Plain: TypeAlias = Any
"""What YAML holds: texts, numbers, dates, None, and lists and mappings of them."""


@dataclass(frozen=True, slots=True)
class Edit:
    """``text`` in the place of what stands from ``start`` to ``end``."""

    start: int
    end: int
    text: str


def amended(text: str, before: Mapping[str, Plain], after: Mapping[str, Plain]) -> str:
    """``text`` with what differs between ``before``, which it means, and ``after``.

    A key that only ``before`` has is taken out; one that neither has is left alone. None is as good
    as missing.

    Raises:
        yaml.YAMLError: the text is no YAML.
    """
    if before == after:
        return text
    root = yaml.compose(text, Loader=yaml.SafeLoader)
    if not isinstance(root, yaml.MappingNode):
        return _ended(text) + written_in_lines(_present(after), 0) + "\n"
    amending = _Amending(text)
    if _is_block(root):
        edits = list(amending.in_mapping(root, before, after))
    else:
        edits = [amending.instead(root, _present(after), 0, in_brackets=False)]
    for edit in sorted(edits, key=lambda each: each.start, reverse=True):
        text = text[: edit.start] + edit.text + text[edit.end :]
    return text


class _Amending:
    """The edits of one text; all of them speak of its positions."""

    def __init__(self, text: str) -> None:
        self._text = text

    def in_mapping(
        self,
        node: yaml.MappingNode,
        before: Mapping[str, Plain],
        after: Mapping[str, Plain],
        *,
        in_brackets: bool = False,
    ) -> Iterator[Edit]:
        """What makes a mapping mean ``after``, key by key."""
        there = {str(key.value): (key, value) for key, value in node.value}
        kept = [name for name in there if not _goes(name, before, after)]
        for name, (key, value) in there.items():
            if name not in kept:
                yield self._without(key, value)
            elif before.get(name) != after.get(name):
                column = key.start_mark.column
                yield from self._changed(
                    value, before.get(name), after[name], column, in_brackets=in_brackets
                )
        new = {k: v for k, v in _present(after).items() if k not in there and v != before.get(k)}
        if new:
            yield self._with(node, there[kept[-1]] if kept else None, new)

    def _changed(
        self, node: yaml.Node, before: Plain, after: Plain, column: int, *, in_brackets: bool
    ) -> Iterator[Edit]:
        """What makes ``node``, the value of a key at ``column``, mean ``after``."""
        if _stays_mapping(node, before, after):
            within = in_brackets or not _is_block(node)
            yield from self.in_mapping(node, before or {}, after, in_brackets=within)
        elif _stays_sequence(node, before, after):
            yield self._in_sequence(node, before, after)
        else:
            yield self.instead(node, after, column, in_brackets=in_brackets)

    def _without(self, key: yaml.Node, value: yaml.Node) -> Edit:
        """A key goes with its lines; a comment above them stays."""
        start = key.start_mark.index - key.start_mark.column
        return Edit(start, self._after_line(self._end(value)), "")

    def _with(
        self,
        mapping: yaml.MappingNode,
        last: tuple[yaml.Node, yaml.Node] | None,
        new: dict[str, Plain],
    ) -> Edit:
        """New keys come after ``last``, the last one that stays."""
        column = mapping.start_mark.column
        written = written_in_lines(new, column)
        if last is None:
            return Edit(0, 0, f"{written}\n\n")
        end = self._line_end(self._end(last[1]))
        gap = "\n\n" if column == 0 else "\n" + " " * column
        return Edit(end, end, gap + written)

    def _in_sequence(
        self, node: yaml.SequenceNode, before: Sequence[Plain], after: Sequence[Plain]
    ) -> Edit:
        """Items that stay keep their lines, and the comments above them."""
        column = node.start_mark.column
        start = node.start_mark.index - column
        ends = [self._after_line(self._end(each)) for each in node.value]
        begins = [start, *ends[:-1]]
        kept = [
            (item, _ended(self._text[begin:end]))
            for item, begin, end in zip(before, begins, ends, strict=True)
        ]
        lines = []
        for item in after:
            found = next((each for each in kept if each[0] == item), None)
            if found is None:
                lines.append(f"{' ' * column}{written_in_lines([item], column)}\n")
            else:
                kept.remove(found)
                lines.append(found[1])
        return Edit(start, ends[-1], "".join(lines))

    def instead(self, node: yaml.Node, after: Plain, column: int, *, in_brackets: bool) -> Edit:
        """``after`` in the place of ``node``, the value of a key at ``column``."""
        start, end = node.start_mark.index, self._end(node)
        in_line = written_in_line(after)
        if start == end:  # `key:` with nothing behind it
            return Edit(start, end, f" {in_line}")
        several = isinstance(after, dict | list) and bool(after)
        if _is_block(node) and several:
            return Edit(start, end, written_in_lines(after, node.start_mark.column))
        too_wide = node.start_mark.column + len(in_line) > WIDEST
        if _is_block(node) or (several and too_wide and not in_brackets):
            return self._below(start, end, after, column, in_lines=several)
        return Edit(start, end, in_line)

    def _below(self, start: int, end: int, after: Plain, column: int, *, in_lines: bool) -> Edit:
        """Under its key, or behind it where that is one line and no comment stands between."""
        begin = len(self._text[:start].rstrip())
        if not in_lines and self._text[:begin].endswith(":"):
            return Edit(begin, end, f" {written_in_line(after)}")
        indented = column + STEP
        written = written_in_lines(after, indented) if in_lines else written_in_line(after)
        return Edit(begin, end, "\n" + " " * indented + written)

    def _end(self, node: yaml.Node) -> int:
        """Where what ``node`` says ends; blocks end for YAML only where something else begins."""
        if isinstance(node, yaml.CollectionNode) and _is_block(node) and node.value:
            last = node.value[-1]
            return self._end(last[1] if isinstance(last, tuple) else last)
        begin, end = node.start_mark.index, node.end_mark.index
        return begin + len(self._text[begin:end].rstrip())

    def _line_end(self, place: int) -> int:
        """The end of the line, with a comment that stands behind the value."""
        end = self._text.find("\n", place)
        return len(self._text) if end < 0 else end

    def _after_line(self, place: int) -> int:
        return min(self._line_end(place) + 1, len(self._text))


def _present(values: Mapping[str, Plain]) -> dict[str, Plain]:
    return {key: value for key, value in values.items() if value is not None}


def _goes(name: str, before: Mapping[str, Plain], after: Mapping[str, Plain]) -> bool:
    return after.get(name) is None and before.get(name) is not None


def _stays_mapping(node: yaml.Node, before: Plain, after: Plain) -> TypeGuard[yaml.MappingNode]:
    """Whether something of the mapping stays, so that it need not be written anew."""
    if not isinstance(node, yaml.MappingNode) or not node.value:
        return False
    if not isinstance(before, dict | None) or not isinstance(after, dict):
        return False
    before = before or {}
    names = {str(key.value) for key, _ in node.value}
    gone = {name for name in names if _goes(name, before, after)}
    if _is_block(node):
        return gone != names
    return not gone and all(k in names or v == before.get(k) for k, v in _present(after).items())


def _stays_sequence(node: yaml.Node, before: Plain, after: Plain) -> TypeGuard[yaml.SequenceNode]:
    """Whether its items can be matched, so that those that stay keep their lines."""
    return (
        isinstance(node, yaml.SequenceNode)
        and _is_block(node)
        and isinstance(before, list)
        and isinstance(after, list)
        and len(before) == len(node.value)
        and bool(after)
    )


def _is_block(node: yaml.Node) -> bool:
    return isinstance(node, yaml.CollectionNode) and not node.flow_style


def _ended(text: str) -> str:
    return text if not text or text.endswith("\n") else text + "\n"
