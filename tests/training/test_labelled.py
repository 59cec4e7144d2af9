"""Labelled CSV files, whole and broken."""

from __future__ import annotations

import csv
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from training import LabelledDataError, SkippedRow, read_labelled_csv, read_texts_csv

words = st.text(
    st.characters(exclude_categories=["Cs", "Cc"], exclude_characters="|"), min_size=1
).filter(str.strip)


def write(path: Path, text: str) -> Path:
    path.write_text(text, encoding="utf-8")
    return path


@given(rows=st.lists(st.tuples(words, words), min_size=1, max_size=20))
def test_what_a_csv_writer_wrote_is_read_back(
    tmp_path_factory: pytest.TempPathFactory, rows: list[tuple[str, str]]
) -> None:
    path = tmp_path_factory.mktemp("csv") / "data.csv"
    with path.open("w", encoding="utf-8", newline="") as stream:
        csv.writer(stream).writerows([("text", "intent"), *rows])
    read = [(each.text, each.intent) for each in read_labelled_csv(path)]
    assert read == [(text.strip(), intent.strip()) for text, intent in rows]


def test_other_columns_and_a_byte_order_mark_do_not_matter(tmp_path: Path) -> None:
    path = write(tmp_path / "a.csv", "\ufeffid,intent,text\n7,refund,money back\n")
    assert [(each.text, each.intent) for each in read_labelled_csv(path)] == [
        ("money back", "refund")
    ]


def test_label_column_can_be_named(tmp_path: Path) -> None:
    path = write(tmp_path / "a.csv", "text,sentiment\ngood,positive\n")
    assert read_labelled_csv(path, column="sentiment")[0].intent == "positive"


def test_rows_without_text_or_label_are_reported_by_line(tmp_path: Path) -> None:
    path = write(tmp_path / "a.csv", 'text,intent\n"two\nlines",refund\n ,refund\nhello,\n')
    skipped: list[SkippedRow] = []
    assert len(read_labelled_csv(path, on_skip=skipped.append)) == 1
    assert skipped == [SkippedRow(4, "its text is empty"), SkippedRow(5, "its intent is empty")]


@pytest.mark.parametrize(
    ("content", "problem"),
    [
        ("", "no column text or intent"),
        ("text,label\na,b\n", "line 1: there is no column intent"),
        ("text,intent\n", "no row has both"),
        ("text,intent\n,x\n", "no row has both"),
    ],
)
def test_file_that_cannot_be_trained_on_is_refused(
    tmp_path: Path, content: str, problem: str
) -> None:
    with pytest.raises(LabelledDataError, match=problem):
        read_labelled_csv(write(tmp_path / "a.csv", content))


def test_file_in_another_encoding_is_refused_with_a_remedy(tmp_path: Path) -> None:
    path = tmp_path / "a.csv"
    path.write_bytes("text,intent\nschön,gruß\n".encode("latin-1"))
    with pytest.raises(LabelledDataError, match="save the file as UTF-8"):
        read_labelled_csv(path)


def test_absent_file_and_folder_are_refused(tmp_path: Path) -> None:
    with pytest.raises(LabelledDataError, match="no such file"):
        read_labelled_csv(tmp_path / "none.csv")
    with pytest.raises(LabelledDataError, match="is a folder"):
        read_labelled_csv(tmp_path)


def test_out_of_scope_file_needs_texts_alone(tmp_path: Path) -> None:
    assert read_texts_csv(write(tmp_path / "a.csv", "text\nhello\n\n why \n")) == ("hello", "why")


def test_a_column_parent_places_every_intent_of_a_row_under_it(tmp_path: Path) -> None:
    rows = "a,refund,billing\nb,refund|goods/return,billing\nc,billing/late,billing\nd,hello,\n"
    path = write(tmp_path / "a.csv", f"text,intent,parent\n{rows}")
    assert [each.intents for each in read_labelled_csv(path)] == [
        ("billing/refund",),
        ("billing/refund", "billing/goods/return"),
        ("billing/late",),
        ("hello",),
    ]


def test_sentiments_have_no_parents(tmp_path: Path) -> None:
    path = write(tmp_path / "a.csv", "text,sentiment,parent\ngood,positive,mood\n")
    assert read_labelled_csv(path, column="sentiment")[0].intent == "positive"
