"""Tables in CSV are read however people and programs wrote them."""

from __future__ import annotations

import csv
import io
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from knowledge import SkippedRecord, Transcript, UnknownFormatError, read_transcripts

HEADER = "ticket,sender,message"


def read(folder: Path, content: str | bytes) -> tuple[list[Transcript], list[SkippedRecord]]:
    file = folder / "t.csv"
    file.write_bytes(content if isinstance(content, bytes) else content.encode())
    skipped: list[SkippedRecord] = []
    return list(read_transcripts([file], on_skip=skipped.append)), skipped


def said(found: list[Transcript]) -> list[str]:
    return [turn.text for transcript in found for turn in transcript.turns]


@pytest.mark.parametrize(
    "above",
    [
        "Export of 3 March\n\n",
        "Export;of;3 March;;;\n",
        "sep=,\n",
        "Period,1 March to 3 March,\nAgents,all,\n",
        ",,\n,,\n",
    ],
)
def test_the_header_may_stand_below_other_lines(tmp_path: Path, above: str) -> None:
    found, skipped = read(tmp_path, f"{above}{HEADER}\n1,customer,hi\n1,agent,hello\n")
    assert (said(found), skipped) == (["hi", "hello"], [])


def test_a_header_of_two_rows_names_groups_of_columns(tmp_path: Path) -> None:
    found, skipped = read(
        tmp_path, "Ticket,Message,,\nID,Sender,Text,Date\n1,customer,hi,2025-03-01\n"
    )
    assert (said(found), skipped) == (["hi"], [])
    assert found[0].turns[0].time is not None


def test_a_second_column_of_one_name_does_not_hide_the_first(tmp_path: Path) -> None:
    found, _ = read(tmp_path, "ticket,sender,message,message\n1,customer,hi,raw\n")
    assert said(found) == ["hi"]


def test_rows_may_leave_out_or_add_empty_cells_at_their_end(tmp_path: Path) -> None:
    found, skipped = read(
        tmp_path, f"{HEADER},tags,rating\n1,customer,hi\n1,agent,hello,,,,\n1,agent,a,b,c,d\n"
    )
    assert said(found) == ["hi", "hello"]
    assert [(s.position, s.reason) for s in skipped] == [
        ("line 4", "has 6 cells, but the header has 5")
    ]


def test_a_quotation_mark_that_nobody_closed_swallows_no_other_row(tmp_path: Path) -> None:
    rows = "".join(f"{n},agent,row {n}\n" for n in range(3, 2000))
    found, skipped = read(
        tmp_path, f'{HEADER}\n1,customer,"open, and on\n2,customer,say "hi" to\n{rows}'
    )
    assert said(found)[:3] == ["open, and on", 'say "hi" to', "row 3"]
    assert (len(found), skipped) == (1999, [])


def test_quoted_cells_hold_lines_marks_and_delimiters(tmp_path: Path) -> None:
    text = 'a "quoted"\r\nline; and, more\n\nend'
    buffer = io.StringIO(newline="")
    csv.writer(buffer).writerows([HEADER.split(","), ["1", "customer", text]])
    found, skipped = read(tmp_path, buffer.getvalue())
    assert (said(found), skipped) == ([text], [])


def test_what_is_not_recognised_is_told_with_what_would_help(tmp_path: Path) -> None:
    with pytest.raises(UnknownFormatError) as refusal:
        read(tmp_path, "Report\nTicket ID,Whom,Said\n1,Anna,hi\n")
    assert "has the columns Ticket ID, Whom, Said; found conversation in 'Ticket ID', but no" in (
        str(refusal.value)
    )
    assert "--columns speaker=…,text=…" in str(refusal.value)


def test_a_line_of_many_megabytes_is_reported_and_the_rest_read(tmp_path: Path) -> None:
    endless = b"x" * (40 << 20)
    found, skipped = read(
        tmp_path, f"{HEADER}\n1,customer,hi\n".encode() + endless + b"\n1,agent,bye\n"
    )
    assert said(found) == ["hi", "bye"]
    assert skipped


cells = st.text(alphabet='ab,;"\n\r\t é', max_size=8).map(str.strip).filter(bool)


@given(st.lists(cells, min_size=1, max_size=6), st.sampled_from(",;\t|"))
def test_whatever_a_program_wrote_properly_is_read_whole(
    tmp_path_factory: pytest.TempPathFactory, texts: list[str], delimiter: str
) -> None:
    buffer = io.StringIO(newline="")
    writer = csv.writer(buffer, delimiter=delimiter)
    writer.writerows([HEADER.split(","), *(["1", "customer", text] for text in texts)])
    found, skipped = read(tmp_path_factory.mktemp("any"), buffer.getvalue())
    assert (said(found), skipped) == (texts, [])
