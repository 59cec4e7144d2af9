"""Tables whose times say only to their country which day they mean."""

from __future__ import annotations

from pathlib import Path

import pytest
from vendor_exports import read, said

from knowledge import UnknownFormatError

HEADER = "Ticket ID,Created at,Sender type,Message\n"
QUESTION_FIRST = [("customer", "Will it ship?"), ("agent", "On Friday")]


def table(path: Path, *rows: str) -> Path:
    path.write_text(HEADER + "\n".join(rows) + "\n", encoding="utf-8")
    return path


@pytest.mark.parametrize(
    ("later", "earlier"),
    [
        ('"3/14/2026 2:05 PM"', '"3/14/2026 11:55 AM"'),
        ("14/03/2026 14:05", "14/03/2026 11:55"),
        ("14-03-26 14.05", "14-03-26 11.55"),
        ('"14/03/2026, 2:05:10 p.m."', '"14/03/2026, 11:55:00 a.m."'),
    ],
)
def test_a_table_with_the_latest_first_is_read_from_its_end(
    tmp_path: Path, later: str, earlier: str
) -> None:
    file = table(
        tmp_path / "a.csv", f"7,{later},agent,On Friday", f"7,{earlier},customer,Will it ship?"
    )
    (found,), skipped = read(file)
    assert (said(found), skipped) == (QUESTION_FIRST, [])
    assert found.turns[0].time is not None
    assert found.turns[0].time.strftime("%Y-%m-%d %H:%M") == "2026-03-14 11:55"


def test_where_nothing_tells_the_day_the_hour_still_tells_the_order(tmp_path: Path) -> None:
    rows = "7,04/03/2026 14:05,agent,On Friday", "7,04/03/2026 14:00,customer,Will it ship?"
    (found,), skipped = read(table(tmp_path / "a.csv", *rows))
    assert (said(found), found.turns[0].time) == (QUESTION_FIRST, None)
    assert [(each.position, "dates=month-first" in each.reason) for each in skipped] == [
        ("dates", True)
    ]


def test_where_the_two_ways_of_reading_differ_the_table_is_believed(tmp_path: Path) -> None:
    rows = "7,04/03/2026 14:05,customer,Will it ship?", "7,01/05/2026 14:00,agent,On Friday"
    (found,), _ = read(table(tmp_path / "a.csv", *rows))
    assert said(found) == QUESTION_FIRST


def test_people_may_say_the_order(tmp_path: Path) -> None:
    rows = "7,04/03/2026 14:05,customer,Will it ship?", "7,04/03/2026 14:09,agent,On Friday"
    file = table(tmp_path / "a.csv", *rows)
    (found,), skipped = read(file, columns={"dates": "month-first"})
    assert found.turns[0].time is not None
    assert (found.turns[0].time.month, skipped) == (4, [])
    with pytest.raises(UnknownFormatError, match="day-first"):
        read(file, columns={"dates": "backwards"})


def test_one_cell_without_a_time_leaves_the_others_their_order(tmp_path: Path) -> None:
    rows = (
        "7,2026-03-14 14:05,agent,On Friday", "7,,agent,Sorry", "7,2026-03-14 14:00,customer,Ship?",
    )  # fmt: skip
    (found,), _ = read(table(tmp_path / "a.csv", *rows))
    assert [text for _, text in said(found)] == ["Ship?", "Sorry", "On Friday"]


def test_a_message_that_a_table_repeats_is_said_once(tmp_path: Path) -> None:
    file = tmp_path / "a.csv"
    file.write_text(
        "message_id,conversation,speaker,text\n1,7,customer,Ship?\n2,7,agent,Yes\n2,7,agent,Yes\n"
        "3,7,customer,Ship?\n"
    )
    (found,), _ = read(file)
    assert [text for _, text in said(found)] == ["Ship?", "Yes", "Ship?"]


def test_ids_that_each_speaker_counts_alone_lose_no_message(tmp_path: Path) -> None:
    file = tmp_path / "a.csv"
    file.write_text(
        "message_id,conversation,speaker,text,time\n"
        "1,7,customer,ok,2026-03-01T14:05:00Z\n1,7,customer,ok,2026-03-01T14:07:00Z\n"
        "1,7,agent,ok,2026-03-01T14:07:00Z\n1,7,agent,ok,2026-03-01T14:07:00Z\n"
    )
    (found,), _ = read(file)
    assert said(found) == [("customer", "ok"), ("customer", "ok"), ("agent", "ok")]
