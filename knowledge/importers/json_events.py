"""The events of a JSON stream, as ijson tells them, but none from a depth that no export has.

ijson keeps a path for each level, every one longer than the last: 100 KB of ``[`` take gigabytes.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any, Final, Protocol

import ijson

BLOCK_SIZE: Final = 1 << 16
DEEPEST: Final = 500
_STEP: Final = {"start_map": 1, "start_array": 1, "end_map": -1, "end_array": -1}


class Readable(Protocol):
    """What is read in pieces."""

    def read(self, size: int = -1, /) -> bytes: ...


def json_events(
    stream: Readable, *, multiple_values: bool = False, exact: bool = False
) -> Iterator[tuple[str, str, Any]]:
    """Path, event and value of each event, numbers with a fraction as floats.

    ``exact`` gives them as decimals, and takes whole numbers beyond 64 bits, which end the reading
    otherwise; of more digits than some thousands ijson breaks then, so cut them before.

    Raises:
        ijson.JSONError: the JSON is damaged, breaks off, or is nested deeper than ``DEEPEST``.
    """
    basic = ijson.basic_parse(
        stream, buf_size=BLOCK_SIZE, use_float=not exact, multiple_values=multiple_values
    )
    yield from ijson.parse(_not_too_deep(basic))


def _not_too_deep(events: Iterator[tuple[str, Any]]) -> Iterator[tuple[str, Any]]:
    depth = 0
    for event in events:
        depth += _STEP.get(event[0], 0)
        if depth > DEEPEST:
            raise ijson.JSONError(f"is nested more than {DEEPEST} levels deep")
        yield event
