"""Items and events from files, and what is refused."""

from __future__ import annotations

from datetime import UTC, datetime

import pytest

from training.errors import LabelledDataError
from training.recommender.tables import read_events, read_items


@pytest.fixture
def write(tmp_path):
    def written(name: str, text: str):
        path = tmp_path / name
        path.write_text(text, encoding="utf-8")
        return path

    return written


@pytest.mark.parametrize(
    "text",
    [
        'item_id,title,text\n1,Toy Story,"Comedy, Fantasy"\n',
        "item_id,title,genres\n1,Toy Story,Comedy|Fantasy\n",
    ],
)
def test_an_item_is_its_title_and_its_text(write, text):
    assert read_items(write("items.csv", text))[0].text == "Toy Story. Comedy, Fantasy"


def test_rows_that_cannot_be_used_are_told_with_their_lines(write):
    skipped: list[str] = []
    read_items(
        write("items.csv", "item_id,title\n1,A\n,B\n2,\n1,C\n"),
        lambda row: skipped.append(f"{row.line}: {row.reason}"),
    )
    assert skipped == [
        "3: its item_id is empty",
        "4: its title is empty",
        "5: item '1' stands there already",
    ]


@pytest.mark.parametrize(
    ("column", "value"),
    [
        ("time", "2026-03-01T12:00:00Z"),
        ("time", "2026-03-01 12:00"),
        ("timestamp", "1772366400"),
        ("time", "1772366400000"),
        ("time", "2026-03-01T14:00:00+02:00"),
    ],
)
def test_times_are_read_as_they_are_usually_written(write, column, value):
    items = read_items(write("items.csv", "item_id,title\n1,A\n"))
    events = write("events.csv", f"user_id,item_id,{column}\nu,1,{value}\n")
    assert read_events(events, items)[0].at == datetime(2026, 3, 1, 12, tzinfo=UTC)


@pytest.mark.parametrize(
    ("text", "reason"),
    [
        ("user_id,item_id,time\nu,1,soon\n", "line 2: 'soon' is no time"),
        ("user_id,item_id,time\nu,1,nan\n", "line 2: 'nan' is no time"),
        ("user_id,item_id,time\nu,1,1e300\n", "line 2: '1e300' is no time"),
        ("user_id,item_id\nu,1\n", "there is no column time"),
        ("user_id,time\nu,1\n", "there is no column item_id"),
        ("user_id,item_id,time\nu,9,1\n", "no row names a user and an item that is known"),
    ],
)
def test_events_that_cannot_be_read_are_refused_with_the_place(write, text, reason):
    items = read_items(write("items.csv", "item_id,title\n1,A\n"))
    with pytest.raises(LabelledDataError, match=reason):
        read_events(write("events.csv", text), items)
