"""Conversations in a table: a message a row, or a question with its answer a row."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from itertools import islice

from knowledge.importers.columns import FIELDS, Layout, find_layout
from knowledge.importers.grouping import MessageRow, grouped
from knowledge.importers.interface import Columns
from knowledge.importers.speakers import parse_speaker
from knowledge.importers.values import (
    id_from_content,
    parse_flag,
    parse_rating,
    parse_tags,
)
from knowledge.records import Speaker, Transcript, TranscriptId, Turn
from knowledge.skipped import OnSkip, SkippedRecord, ignore_skipped
from knowledge.sources import Source
from knowledge.tables import Table, open_table
from knowledge.times import parse_time

_ROWS_LOOKED_AT = 500
_SOURCE = "csv"


class CsvImporter:
    """Reads tables in CSV, whatever their delimiter and encoding."""

    format = "csv"
    suffixes = frozenset({".csv", ".tsv", ".tab"})
    options = FIELDS

    def refusal(self, source: Source, columns: Columns) -> str | None:
        """A table is taken if its columns say who said what, and where a conversation begins."""
        with open_table(source) as table:
            if len(table.columns) < 2:
                return "is no table with a header"
            layout = find_layout(table.columns, columns)
            if layout.has_messages:
                return _unclear_speakers(table, layout)
            if layout.has_pairs:
                return None
            return (
                f"has the columns {', '.join(table.columns[:12])}, but needs a conversation, "
                "a speaker and a text, or a question and an answer; name them with "
                "--columns conversation=…,speaker=…,text=…"
            )

    def read(self, source: Source, columns: Columns, on_skip: OnSkip) -> Iterator[Transcript]:
        """The table's conversations, in order of their first row."""
        with open_table(source) as table:
            layout = find_layout(table.columns, columns)
            if layout.has_messages:
                for identifier, rows in grouped(_messages(table, layout, on_skip)):
                    yield _conversation(identifier, rows)
            else:
                yield from _pairs(table, layout, on_skip)


def _unclear_speakers(table: Table, layout: Layout) -> str | None:
    rows = (row for _, row in table.rows(ignore_skipped))
    found = {layout.cell(row, "speaker") for row in islice(rows, _ROWS_LOOKED_AT)} - {""}
    if not found or any(_speaker(value, layout) for value in found):
        return None
    examples = ", ".join(sorted(found)[:5])
    return (
        f"has names in its column '{layout.column_of['speaker']}' ({examples}) rather than "
        "customer and agent; say whose account is an agent's with --columns agent=NAME"
    )


def _speaker(value: str, layout: Layout) -> Speaker | None:
    if layout.agents:
        if value.casefold() in layout.agents:
            return Speaker.AGENT
        return parse_speaker(value) or Speaker.CUSTOMER
    return parse_speaker(value)


def _messages(table: Table, layout: Layout, on_skip: OnSkip) -> Iterator[tuple[str, MessageRow]]:
    for position, row in table.rows(on_skip):
        identifier = layout.cell(row, "conversation")
        text = layout.cell(row, "text")
        word = layout.cell(row, "speaker")
        speaker = _speaker(word, layout)
        if not identifier:
            on_skip(SkippedRecord(table.label, position, "names no conversation"))
        elif speaker is None:
            on_skip(SkippedRecord(table.label, position, f"has the unknown speaker {word!r}"))
        elif text:
            yield identifier, _message(row, layout, speaker, text)


def _message(row: Mapping[str, str], layout: Layout, speaker: Speaker, text: str) -> MessageRow:
    author = layout.cell(row, "author")
    if not author and layout.agents:
        author = layout.cell(row, "speaker")
    return MessageRow(
        speaker=speaker.value,
        text=text,
        time=layout.cell(row, "time"),
        author=author,
        private=layout.cell(row, "private"),
        tags=layout.cell(row, "tags"),
        rating=layout.cell(row, "rating"),
        resolved=layout.cell(row, "resolved"),
        customer=layout.cell(row, "customer"),
        language=layout.cell(row, "language"),
    )


def _conversation(identifier: str, rows: list[MessageRow]) -> Transcript:
    turns = [_turn(row) for row in rows]
    times = [turn.time for turn in turns if turn.time is not None]
    if len(times) == len(turns):
        turns = [turn for _, turn in sorted(zip(times, turns, strict=True), key=lambda p: p[0])]
    tags = dict.fromkeys(tag for row in rows for tag in parse_tags(row.tags))
    ratings = [rating for row in rows if (rating := parse_rating(row.rating)) is not None]
    flags = [flag for row in rows if (flag := parse_flag(row.resolved)) is not None]
    return Transcript(
        id=TranscriptId(identifier),
        turns=tuple(turns),
        source=_SOURCE,
        tags=tuple(tags),
        rating=ratings[-1] if ratings else None,
        resolved=flags[-1] if flags else None,
        customer=next((row.customer for row in rows if row.customer), None),
        language=next((row.language for row in rows if row.language), None),
    )


def _turn(row: MessageRow) -> Turn:
    return Turn(
        speaker=Speaker(row.speaker),
        text=row.text,
        time=parse_time(row.time),
        author=row.author or None,
        private=parse_flag(row.private) or False,
    )


def _pairs(table: Table, layout: Layout, on_skip: OnSkip) -> Iterator[Transcript]:
    for position, row in table.rows(on_skip):
        question, answer = layout.cell(row, "question"), layout.cell(row, "answer")
        if not question or not answer:
            on_skip(SkippedRecord(table.label, position, "lacks its question or its answer"))
            continue
        time = parse_time(layout.cell(row, "time"))
        author = layout.cell(row, "author") or None
        turns = (
            Turn(Speaker.CUSTOMER, question, time),
            Turn(Speaker.AGENT, answer, time, author),
        )
        identifier = layout.cell(row, "conversation")
        yield Transcript(
            id=TranscriptId(identifier) if identifier else id_from_content(turns),
            turns=turns,
            source=_SOURCE,
            tags=parse_tags(layout.cell(row, "tags")),
            rating=parse_rating(layout.cell(row, "rating")),
            resolved=parse_flag(layout.cell(row, "resolved")),
            customer=layout.cell(row, "customer") or None,
            language=layout.cell(row, "language") or None,
        )
