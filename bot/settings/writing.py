"""Writes values as YAML: within a line, or in lines that begin at a column."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any, Final

import yaml

WIDE: Final = 90
"""Characters up to which a list of plain values stays within its line."""
STEP: Final = 2


def written_in_line(value: Any) -> str:
    """The value within a line, safe between brackets too."""
    written = yaml.safe_dump(
        [value], default_flow_style=True, allow_unicode=True, width=float("inf"), sort_keys=False
    )
    return str(written).strip()[1:-1]


def written_in_lines(value: dict[str, Any] | list[Any], column: int) -> str:
    """The collection, which is not empty; its lines after the first begin at ``column``."""
    return ("\n" + " " * column).join(_lines(value))


def _lines(value: dict[str, Any] | list[Any]) -> Iterator[str]:
    if isinstance(value, dict):
        for key, each in value.items():
            yield from _entry(f"{written_in_line(key)}:", each)
    else:
        for each in value:
            yield from _entry("-", each)


def _entry(lead: str, value: Any) -> Iterator[str]:
    in_line = f"{lead} {written_in_line(value)}"
    if not isinstance(value, dict | list) or not value or _is_short(value, in_line):
        yield in_line
        return
    inner = _lines(value)
    yield f"{lead} {next(inner)}" if lead == "-" else lead
    for line in inner:
        yield " " * STEP + line


def _is_short(value: dict[str, Any] | list[Any], in_line: str) -> bool:
    plain = isinstance(value, list) and not any(isinstance(each, dict | list) for each in value)
    return plain and len(in_line) < WIDE
