"""The product's own format: one conversation a line, as JSON.

``id``, ``turns`` (each ``speaker``, ``text``, and perhaps ``time``, ``author``, ``private``), and
perhaps ``tags``, ``resolved``, ``rating``, ``customer``, ``source``, ``language``.
"""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from itertools import islice

from knowledge.importers.interface import Columns
from knowledge.importers.speakers import parse_speaker
from knowledge.importers.values import (
    id_from_content,
    parse_flag,
    parse_name,
    parse_rating,
    parse_tags,
)
from knowledge.lines import read_lines
from knowledge.records import Transcript, TranscriptId, Turn
from knowledge.skipped import OnSkip, SkippedRecord, ignore_skipped
from knowledge.sources import Source
from knowledge.times import parse_time

_LINES_LOOKED_AT = 25


class JsonLinesImporter:
    """Reads JSON Lines with a conversation a line."""

    format = "jsonl"
    suffixes = frozenset({".jsonl", ".ndjson"})
    options: frozenset[str] = frozenset()

    def refusal(self, source: Source, columns: Columns) -> str | None:
        """A file is taken if one of its first lines is an object with ``turns``."""
        del columns
        lines = read_lines(source, ignore_skipped)
        for _, line in islice(lines, _LINES_LOOKED_AT):
            try:
                record = json.loads(line)
            except (ValueError, RecursionError):
                continue
            if isinstance(record, dict) and isinstance(record.get("turns"), list):
                return None
        return "has no line that is a JSON object with a list of 'turns'"

    def read(self, source: Source, columns: Columns, on_skip: OnSkip) -> Iterator[Transcript]:
        """One conversation for each line that holds one."""
        del columns
        for position, line in read_lines(source, on_skip):
            try:
                yield _transcript(json.loads(line))
            except _DamagedError as damage:
                on_skip(SkippedRecord(source.label, position, str(damage)))
            except (ValueError, RecursionError) as error:
                on_skip(SkippedRecord(source.label, position, f"is not JSON: {error}"))


class _DamagedError(Exception):
    """The record lacks what makes it a conversation."""


def _transcript(record: object) -> Transcript:
    if not isinstance(record, dict):
        raise _DamagedError("is no JSON object")
    listed = record.get("turns")
    if not isinstance(listed, list):
        raise _DamagedError("has no list of 'turns'")
    found = (_turn(number, turn) for number, turn in enumerate(listed, 1))
    turns = tuple(turn for turn in found if turn is not None)
    if not turns:
        raise _DamagedError("has no turn with text")
    identifier = parse_name(record.get("id"))
    return Transcript(
        id=TranscriptId(identifier) if identifier else id_from_content(turns),
        turns=turns,
        source=parse_name(record.get("source")) or "frontdesk",
        tags=parse_tags(record.get("tags")),
        resolved=parse_flag(record.get("resolved")),
        rating=parse_rating(record.get("rating")),
        customer=parse_name(record.get("customer")),
        language=parse_name(record.get("language")),
        customer_aliases=_aliases(record),
    )


def _aliases(record: Mapping[str, object]) -> tuple[str, ...]:
    found = (parse_name(record.get(name)) for name in ("customer_email", "customer_name"))
    return tuple(each for each in found if each)


def _turn(number: int, turn: object) -> Turn | None:
    """The turn, or ``None`` where it has no text, as a sticker or a picture has none."""
    if not isinstance(turn, Mapping):
        raise _DamagedError(f"turn {number} is no JSON object")
    speaker = parse_speaker(turn.get("speaker"))
    if speaker is None:
        raise _DamagedError(f"turn {number} has the unknown speaker {turn.get('speaker')!r}")
    text = turn.get("text")
    if text is not None and not isinstance(text, str):
        raise _DamagedError(f"turn {number} has a text that is no text")
    if not text or not text.strip():
        return None
    return Turn(
        speaker=speaker,
        text=text.strip(),
        time=parse_time(turn.get("time")),
        author=parse_name(turn.get("author")),
        private=parse_flag(turn.get("private")) or False,
    )
