"""Excel workbooks give the conversations of their visible sheets."""

from __future__ import annotations

import zipfile
from collections.abc import Callable, Sequence
from datetime import UTC, date, datetime
from pathlib import Path
from typing import Any

import openpyxl
import pytest

from knowledge import (
    ArchiveTooLargeError,
    KnowledgeError,
    SkippedRecord,
    Transcript,
    UnknownFormatError,
    detect_format,
    read_transcripts,
)

HEADER = ["Ticket ID", "Sender", "Message", "Sent at"]
SHEET = "xl/worksheets/sheet1.xml"
STRINGS = b"application/vnd.openxmlformats-officedocument.spreadsheetml.sharedStrings"
HI = [1, "customer", "hi", datetime(2025, 3, 1, 10, 0)]  # noqa: DTZ001
HELLO = [1, "agent", "hello", datetime(2025, 3, 1, 10, 5)]  # noqa: DTZ001


def write(
    path: Path, *rows: Sequence[object], change: Callable[[Any], None] = lambda _: None
) -> Path:
    book = openpyxl.Workbook()
    for row in rows:
        book.active.append(row)
    change(book)
    book.save(path)
    return path


def read(path: Path, **columns: str) -> tuple[list[Transcript], list[SkippedRecord]]:
    skipped: list[SkippedRecord] = []
    return list(read_transcripts([path], columns=columns, on_skip=skipped.append)), skipped


def said(found: list[Transcript]) -> list[tuple[str, str]]:
    return [(t.id, turn.text) for t in found for turn in t.turns]


def test_a_sheet_of_messages_is_read_with_its_dates_and_numbers(tmp_path: Path) -> None:
    file = write(
        tmp_path / "t.xlsx", HEADER, HI, HELLO, [2.0, "agent", 42, date(2025, 3, 2)], [None, None]
    )
    found, skipped = read(file)
    assert said(found) == [("1", "hi"), ("1", "hello"), ("2", "42")]
    assert found[0].turns[1].time == datetime(2025, 3, 1, 10, 5, tzinfo=UTC)
    assert found[1].turns[0].time == datetime(2025, 3, 2, tzinfo=UTC)
    assert (found[0].source, detect_format(file), skipped) == ("xlsx", "xlsx", [])


def test_titles_groups_of_columns_and_merged_cells_are_understood(tmp_path: Path) -> None:
    def merge(book: Any) -> None:
        for cells in ("A1:D1", "A3:A4", "B3:D3", "A5:A6"):
            book.active.merge_cells(cells)

    file = write(
        tmp_path / "t.xlsx",
        ["All of March"],
        [],
        ["Ticket", "Message"],
        [None, "Sender", "Text", "Date"],
        [7, *HI[1:]],
        [None, *HELLO[1:]],
        [8, *HI[1:]],
        change=merge,
    )
    found, skipped = read(file)
    assert said(found) == [("7", "hi"), ("7", "hello"), ("8", "hi")]
    assert not skipped


def test_all_visible_sheets_are_read_and_the_others_reported(tmp_path: Path) -> None:
    def add(book: Any) -> None:
        for title, rows in (
            ("More", [HEADER, [1, "customer", "thanks"]]),
            ("Old", [HEADER, [9, "customer", "secret"]]),
            ("Agents", [["Name", "Team"], ["Ben", "A"]]),
            ("Empty", []),
        ):
            sheet = book.create_sheet(title)
            for row in rows:
                sheet.append(row)
        book["Old"].sheet_state = "hidden"
        book.create_chartsheet("Chart")

    found, skipped = read(write(tmp_path / "t.xlsx", HEADER, HI, change=add))
    assert said(found) == [("1", "hi"), ("1", "thanks")]
    assert [(s.position, s.reason[:24]) for s in skipped] == [
        ("sheet Old", "is hidden"),
        ("sheet Agents", "has the columns Name, Te"),
    ]


def test_formulas_count_as_what_excel_last_computed(tmp_path: Path) -> None:
    file = write(tmp_path / "t.xlsx", HEADER, [1, "customer", '="h"&"i"', None])
    old, new = b"<v></v>", b"<v>hi</v>"
    computed = rewritten(file, SHEET, (old, new), (b'r="C2"', b'r="C2" t="str"'))
    assert said(read(computed)[0]) == [("1", "hi")]


def test_texts_that_cells_share_are_read(tmp_path: Path) -> None:
    file = write(tmp_path / "t.xlsx", HEADER, HI)
    part = b'<Override PartName="/xl/sharedStrings.xml" ContentType="%s+xml"/></Types>' % STRINGS
    rewritten(file, "[Content_Types].xml", (b"</Types>", part))
    inline, shared = b't="inlineStr"><is><t>hi</t></is>', b't="s"><v>1</v>'
    rewritten(file, SHEET, (inline, shared))
    with zipfile.ZipFile(file, "a") as archive:
        archive.writestr(
            "xl/sharedStrings.xml",
            '<sst xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><si><t>no</t>'
            "</si><si><r><t>hi_x000D_</t></r><r><t> there</t></r></si></sst>",
        )
    assert said(read(file)[0]) == [("1", "hi\r there")]


def test_columns_can_be_named_and_what_is_missing_is_told(tmp_path: Path) -> None:
    file = write(tmp_path / "t.xlsx", ["No", "Whom", "Said"], [1, "Anna", "hi"], [1, "Ben", "ho"])
    with pytest.raises(UnknownFormatError, match=r"No, Whom, Said; found no conversation"):
        read(file)
    (transcript,), _ = read(file, conversation="No", speaker="Whom", text="said", agent="Ben")
    assert [turn.speaker for turn in transcript.turns] == ["customer", "agent"]


def test_workbooks_are_found_in_archives(tmp_path: Path) -> None:
    write(tmp_path / "t.xlsx", HEADER, HI)
    with zipfile.ZipFile(tmp_path / "t.zip", "w") as archive:
        archive.write(tmp_path / "t.xlsx", "deep/t.xlsx")
    assert said(read(tmp_path / "t.zip")[0]) == [("1", "hi")]


@pytest.mark.parametrize(
    ("content", "reason"),
    [
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", "old Excel file or has a password"),
        (b"PK\x03\x04", "damaged workbook"),
        (b"no workbook", "is no Excel workbook"),
    ],
)
def test_what_is_no_workbook_is_refused(tmp_path: Path, content: bytes, reason: str) -> None:
    (tmp_path / "t.xlsx").write_bytes(content)
    with pytest.raises(UnknownFormatError, match=reason):
        read(tmp_path / "t.xlsx")


def test_texts_that_would_fill_the_memory_are_refused(tmp_path: Path) -> None:
    file = write(tmp_path / "t.xlsx", HEADER, HI)
    with zipfile.ZipFile(file, "a", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("xl/theme/theme9.xml", bytes(9 << 20))
    with pytest.raises(UnknownFormatError, match=r"theme9.xml of more than 8 MiB; save .* CSV"):
        read(file)
    with zipfile.ZipFile(file, "a", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("xl/worksheets/sheet9.xml", bytes(100 << 20))
    with pytest.raises(ArchiveTooLargeError):
        read(file)


def test_entities_are_not_expanded(tmp_path: Path) -> None:
    levels = "".join(f'<!ENTITY a{n} "{f"&a{n - 1};" * 10 if n else "ha"}">' for n in range(9))
    bomb = rewritten(
        write(tmp_path / "t.xlsx", HEADER, HI),
        SHEET,
        (b"<worksheet", f"<!DOCTYPE worksheet [{levels}]><worksheet".encode()),
        (b">hi<", b">&a8;<"),
    )
    with pytest.raises(UnknownFormatError, match="damaged workbook"):
        read(bomb)


def test_whatever_byte_is_damaged_the_import_survives(tmp_path: Path) -> None:
    file = write(tmp_path / "t.xlsx", HEADER, HI, HELLO)
    sound = file.read_bytes()
    outcomes = set()
    for position in range(0, len(sound), 29):
        file.write_bytes(sound[:position] + bytes([sound[position] ^ 0xFF]) + sound[position + 1 :])
        try:
            outcomes.add(len(read(file)[0]))
        except KnowledgeError:
            outcomes.add(-1)
    assert outcomes <= {-1, 0, 1}
    assert len(outcomes) > 1


def rewritten(file: Path, part: str, *changes: tuple[bytes, bytes]) -> Path:
    """The workbook with some words of one part replaced."""
    with zipfile.ZipFile(file) as sound:
        parts = {name: sound.read(name) for name in sound.namelist()}
    for old, new in changes:
        assert old in parts[part]
        parts[part] = parts[part].replace(old, new)
    with zipfile.ZipFile(file, "w") as changed:
        for name, content in parts.items():
            changed.writestr(name, content)
    return file
