"""Conversations in tables: a message a row, or a question with its answer a row.

Knows nothing of the files that the tables stand in.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from datetime import datetime
from itertools import chain, islice

from knowledge.importers.columns import Layout, find_layout
from knowledge.importers.date_order import DateOrder
from knowledge.importers.grouping import MessageRow, grouped
from knowledge.importers.interface import Columns
from knowledge.importers.speakers import parse_speaker
from knowledge.importers.values import (
    id_from_content,
    parse_flag,
    parse_rating,
    parse_tags,
)
from knowledge.importers.written_dates import WrittenDates
from knowledge.records import Speaker, Transcript, TranscriptId, Turn
from knowledge.skipped import OnSkip, SkippedRecord, ignore_skipped
from knowledge.tables import Table
from knowledge.times import parse_time

_ROWS_LOOKED_AT = 500


def refusal_of_table(table: Table, columns: Columns) -> str | None:
    """Why a table holds no conversations ("has the columns …"), or ``None`` where it does.

    Looks at its first few hundred rows.

    Raises:
        UnknownColumnError: a mapped column is not in the table.
    """
    layout = find_layout(table.columns, columns)
    if layout.has_messages:
        return _unknown_order(columns) or _unclear_speakers(table, layout)
    return None if layout.has_pairs else layout.lack(table.columns)


def conversations_of(
    tables: Sequence[Table], columns: Columns, source: str, on_skip: OnSkip
) -> Iterator[Transcript]:
    """The conversations of tables that were not refused, in order of their first row.

    Rows with one conversation's id are brought together over all of the tables.
    """
    layouts = [(table, find_layout(table.columns, columns)) for table in tables]
    dates = WrittenDates(columns.get("dates"))
    messages = chain.from_iterable(
        _messages(table, layout, dates, on_skip) for table, layout in layouts if layout.has_messages
    )
    for number, (identifier, rows) in enumerate(grouped(messages)):
        if not number and (doubt := dates.doubt()):
            on_skip(SkippedRecord(tables[0].label, "dates", doubt))
        yield _conversation(identifier, rows, source, dates)
    for table, layout in layouts:
        if not layout.has_messages:
            yield from _pairs(table, layout, source, on_skip)


def _unknown_order(columns: Columns) -> str | None:
    order = columns.get("dates", DateOrder.DAY_FIRST)
    if order in list(DateOrder):
        return None
    return f"cannot be read with dates={order}; say {', '.join(DateOrder)}"


def _unclear_speakers(table: Table, layout: Layout) -> str | None:
    rows = (row for _, row in table.rows(ignore_skipped, layout.needed(table.columns)))
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


def _messages(
    table: Table, layout: Layout, dates: WrittenDates, on_skip: OnSkip
) -> Iterator[tuple[str, MessageRow]]:
    for position, row in table.rows(on_skip, layout.needed(table.columns)):
        identifier = layout.cell(row, "conversation")
        text = layout.cell(row, "text")
        word = layout.cell(row, "speaker")
        speaker = _speaker(word, layout)
        if not identifier:
            on_skip(SkippedRecord(table.label, position, "names no conversation"))
        elif speaker is None:
            on_skip(SkippedRecord(table.label, position, f"has the unknown speaker {word!r}"))
        elif text:
            dates.note(layout.cell(row, "time"))
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
        message=layout.cell(row, "message"),
    )


def _conversation(
    identifier: str, rows: list[MessageRow], source: str, dates: WrittenDates
) -> Transcript:
    rows = dates.in_order(_each_once(rows), lambda row: row.time)
    turns = [_turn(row, dates.time_of(row.time)) for row in rows]
    tags = dict.fromkeys(tag for row in rows for tag in parse_tags(row.tags))
    ratings = [rating for row in rows if (rating := parse_rating(row.rating)) is not None]
    flags = [flag for row in rows if (flag := parse_flag(row.resolved)) is not None]
    return Transcript(
        id=TranscriptId(identifier),
        turns=tuple(turns),
        source=source,
        tags=tuple(tags),
        rating=ratings[-1] if ratings else None,
        resolved=flags[-1] if flags else None,
        customer=next((row.customer for row in rows if row.customer), None),
        language=next((row.language for row in rows if row.language), None),
    )


def _each_once(rows: Sequence[MessageRow]) -> list[MessageRow]:
    """Without the second copy of a message, which stands there where pages of an export overlap.

    Ids may be counted for each speaker or each day alone, so the id by itself tells no copy.
    """
    told: dict[object, MessageRow] = {}
    for place, row in enumerate(rows):
        copy = (row.message, row.text, row.time, row.speaker)
        told.setdefault(copy if row.message else place, row)
    return list(told.values())


def _turn(row: MessageRow, time: datetime | None) -> Turn:
    return Turn(
        speaker=Speaker(row.speaker),
        text=row.text,
        time=time,
        author=row.author or None,
        private=parse_flag(row.private) or False,
    )


def _pairs(table: Table, layout: Layout, source: str, on_skip: OnSkip) -> Iterator[Transcript]:
    for position, row in table.rows(on_skip, layout.needed(table.columns)):
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
            source=source,
            tags=parse_tags(layout.cell(row, "tags")),
            rating=parse_rating(layout.cell(row, "rating")),
            resolved=parse_flag(layout.cell(row, "resolved")),
            customer=layout.cell(row, "customer") or None,
            language=layout.cell(row, "language") or None,
        )
