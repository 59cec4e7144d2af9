"""Every format gives the same kind of conversation, and damage is reported with its place."""

from __future__ import annotations

import gzip
import json
import zipfile
from collections.abc import Mapping
from datetime import UTC, datetime
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from knowledge import (
    ArchiveTooLargeError,
    KnowledgeError,
    SkippedRecord,
    Speaker,
    Transcript,
    Turn,
    UnknownColumnError,
    UnknownFormatError,
    UnreadableFileError,
    detect_format,
    read_transcripts,
)
from knowledge.sources import UnpackLimits, find_sources

CUSTOMER, AGENT = Speaker.CUSTOMER, Speaker.AGENT
LINE = {"id": "c1", "turns": [{"speaker": "customer", "text": "hi"}]}


def read(
    *paths: Path, columns: Mapping[str, str] | None = None, format: str = "auto"
) -> tuple[list[Transcript], list[SkippedRecord]]:
    skipped: list[SkippedRecord] = []
    found = read_transcripts(paths, format=format, columns=columns, on_skip=skipped.append)
    return list(found), skipped


def write_lines(path: Path, *lines: object) -> Path:
    texts = (line if isinstance(line, str) else json.dumps(line) for line in lines)
    path.write_text("".join(f"{text}\n" for text in texts), encoding="utf-8")
    return path


def test_a_json_line_holds_everything_a_transcript_has(tmp_path: Path) -> None:
    file = write_lines(
        tmp_path / "t.jsonl",
        {
            "id": 17, "source": "old-desk", "tags": ["fees", "fees"], "resolved": True,
            "rating": 4, "customer": "c9", "language": "en", "mood": "ignored",
            "turns": [
                {"speaker": "Customer", "text": " hi ", "time": 1589375958},
                {"speaker": "agent", "text": "note", "time": "2020-05-13T15:20:00+02:00",
                 "private": True, "author": "Ben"},
                {"speaker": "bot", "text": "beep"},
                {"speaker": "action", "text": "Account pulled up."},
                {"speaker": "agent", "text": "  "},
            ],
        },
    )  # fmt: skip
    (transcript,), skipped = read(file)
    assert transcript == Transcript(
        id="17",  # type: ignore[arg-type]
        source="old-desk",
        tags=("fees",),
        resolved=True,
        rating=4,
        customer="c9",
        language="en",
        turns=(
            Turn(CUSTOMER, "hi", datetime(2020, 5, 13, 13, 19, 18, tzinfo=UTC)),
            Turn(AGENT, "note", datetime(2020, 5, 13, 13, 20, tzinfo=UTC), "Ben", private=True),
            Turn(Speaker.BOT, "beep"),
            Turn(Speaker.SYSTEM, "Account pulled up."),
        ),
    )
    assert not skipped


def test_damaged_lines_are_skipped_with_their_place_and_reason(tmp_path: Path) -> None:
    file = write_lines(
        tmp_path / "t.jsonl",
        LINE,
        "{not json",
        "[]",
        {"id": "x"},
        {"id": "x", "turns": []},
        "",
        {"id": "x", "turns": [{"speaker": "parrot", "text": "hi"}]},
        {"id": "x", "turns": [{"speaker": "agent", "text": 5}]},
        {"id": "x", "turns": ["hi"]},
        LINE,
    )
    found, skipped = read(file)
    assert len(found) == 2
    assert [record.position for record in skipped] == [f"line {n}" for n in (2, 3, 4, 5, 7, 8, 9)]
    assert "'parrot'" in skipped[4].reason
    assert {record.source for record in skipped} == {str(file)}


def test_numbers_beyond_all_bounds_are_left_out(tmp_path: Path) -> None:
    turn = {"speaker": "customer", "text": "hi", "time": 10**400}
    (found,), _ = read(write_lines(tmp_path / "t.jsonl", {"turns": [turn], "rating": 10**400}))
    assert (found.rating, found.turns[0].time) == (None, None)


def test_characters_that_no_database_takes_are_replaced(tmp_path: Path) -> None:
    turn = {"speaker": "agent", "text": "cut \ud83d", "author": "B\0n"}
    file = write_lines(tmp_path / "t.jsonl", {**LINE, "id": "\udc00", "turns": [turn]})
    (transcript,), _ = read(file)
    assert (transcript.id, transcript.turns[0]) == (
        "\ufffd",
        Turn(AGENT, "cut \ufffd", author="B\ufffdn"),
    )


def test_without_an_id_the_content_gives_one_that_stays(tmp_path: Path) -> None:
    first = write_lines(tmp_path / "a.jsonl", {"turns": LINE["turns"]})
    second = write_lines(tmp_path / "b.jsonl", "", {"turns": LINE["turns"], "rating": 5})
    other = write_lines(tmp_path / "c.jsonl", {"turns": [{"speaker": "agent", "text": "hi"}]})
    ids = [read(file)[0][0].id for file in (first, second, other)]
    assert ids[0] == ids[1] != ids[2]


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "cp1252"])
@pytest.mark.parametrize("delimiter", [",", ";", "\t"])
def test_a_table_of_messages_is_grouped_whatever_its_form(
    tmp_path: Path, encoding: str, delimiter: str
) -> None:
    rows = [
        ["Ticket ID", "Sender Type", "Message", "Created at", "Agent name", "Tags"],
        ["7", "Customer", "Wo ist mein Päckchen? Größe M, „schön“", "2025-03-01 10:00", "", ""],
        ["8", "customer", "Hello", "2025-03-01 10:01", "", ""],
        ["7", "Support", '"Morgen",\nsagt er', "2025-03-01 10:02", "Ben", "late;parcel"],
        ["7", "customer", "first", "2025-03-01 09:00 UTC", "", ""],
    ]
    quoted = (
        delimiter.join('"{}"'.format(cell.replace('"', '""')) for cell in row) for row in rows
    )
    file = tmp_path / "t.csv"
    file.write_bytes("\r\n".join(quoted).encode(encoding))
    (seven, eight), skipped = read(file)
    assert (seven.id, seven.tags, eight.id, skipped) == ("7", ("late", "parcel"), "8", [])
    assert [(turn.speaker, turn.text) for turn in seven.turns] == [
        (CUSTOMER, "first"),
        (CUSTOMER, "Wo ist mein Päckchen? Größe M, „schön“"),
        (AGENT, '"Morgen",\nsagt er'),
    ]
    assert seven.turns[2].author == "Ben"


def test_a_table_of_questions_and_answers_gives_pairs_with_stable_ids(tmp_path: Path) -> None:
    file = tmp_path / "t.csv"
    file.write_text("question,answer\nFees?,None.\nOnly a question,\n问题？,答案。\n", "utf-8")
    found, skipped = read(file)
    assert [[turn.text for turn in t.turns] for t in found] == [
        ["Fees?", "None."],
        ["问题？", "答案。"],
    ]
    assert [(s.position, s.reason) for s in skipped] == [
        ("line 3", "lacks its question or its answer")
    ]
    assert found == read(file)[0]


def test_columns_and_accounts_can_be_named(tmp_path: Path) -> None:
    file = tmp_path / "t.csv"
    file.write_text("No,Who,Said\n1,Anna,hi\n1,Ben K,hello\n", encoding="utf-8")
    columns = {"conversation": "no", "speaker": "Who", "text": "Said"}
    with pytest.raises(UnknownFormatError, match="No, Who, Said"):
        read(file)
    with pytest.raises(UnknownFormatError, match=r"Anna, Ben K.*agent=NAME"):
        read(file, columns=columns)
    (transcript,), _ = read(file, columns={**columns, "agent": "ben k, Cleo"})
    assert [(t.speaker, t.author) for t in transcript.turns] == [
        (CUSTOMER, "Anna"),
        (AGENT, "Ben K"),
    ]


def test_unknown_columns_and_formats_are_refused(tmp_path: Path) -> None:
    file = tmp_path / "t.csv"
    file.write_text("id,speaker,text\n1,agent,hi\n", encoding="utf-8")
    with pytest.raises(UnknownColumnError, match="'thread'; the file has id, speaker, text"):
        read(file, columns={"conversation": "thread"})
    with pytest.raises(UnknownColumnError, match="no field is called colour"):
        read(file, columns={"colour": "x"})
    with pytest.raises(UnknownFormatError, match="choose auto, jsonl"):
        read(file, format="xml")


def test_a_file_of_one_endless_line_is_refused(tmp_path: Path) -> None:
    file = tmp_path / "t.csv"
    file.write_text("x" * 300_000, encoding="utf-8")
    with pytest.raises(UnknownFormatError, match="no table"):
        read(file)


def test_rows_that_do_not_fit_are_reported_and_the_rest_is_read(tmp_path: Path) -> None:
    file = tmp_path / "t.csv"
    file.write_text(
        "conversation,speaker,text\n1,agent,hi\n1,agent\n,agent,hi\n1,parrot,hi\n\n1,user,bye\n",
        encoding="utf-8",
    )
    (transcript,), skipped = read(file)
    assert [turn.text for turn in transcript.turns] == ["hi", "bye"]
    assert [record.position for record in skipped] == ["line 3", "line 4", "line 5"]


@pytest.mark.parametrize(
    ("name", "content"),
    [
        ("t.csv", "text,intent\nhi,greeting\n"),
        ("t.jsonl", '{"id": "a", "title": "A", "body": "x"}\n'),
        ("t.json", '{"a": [1, 2]}'),
        ("t.txt", "Dear all,\n\nthis is a letter.\n"),
        ("t.bin", "\x00\x01\x02"),
        ("t.jsonl", ""),
    ],
)
def test_what_is_no_transcript_is_refused_before_anything_is_read(
    tmp_path: Path, name: str, content: str
) -> None:
    good = write_lines(tmp_path / "good.jsonl", LINE)
    bad = tmp_path / name
    bad.write_text(content, encoding="utf-8")
    with pytest.raises(UnknownFormatError, match="is no transcript"):
        read_transcripts([good, bad], on_skip=lambda _: None)
    with pytest.raises(UnknownFormatError):
        detect_format(bad)


def test_folders_and_archives_are_read_and_other_files_in_them_reported(tmp_path: Path) -> None:
    folder = tmp_path / "export"
    folder.mkdir()
    line = json.dumps(LINE) + "\n"
    (folder / "a.jsonl.gz").write_bytes(gzip.compress(line.encode()))
    (folder / "readme.txt").write_text("An export.")
    with zipfile.ZipFile(folder / "b.zip", "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("deep/b.jsonl", line)
        archive.writestr("deep/c.jsonl.gz", gzip.compress(line.encode()))
        archive.writestr("__MACOSX/b.jsonl", line)
    found, skipped = read(folder)
    assert len(found) == 3
    assert [(Path(s.source).name, s.position) for s in skipped] == [("readme.txt", "file")]
    assert detect_format(folder) == "jsonl"


def test_what_is_left_out_of_a_folder_is_told_with_its_reason(tmp_path: Path) -> None:
    write_lines(tmp_path / "a.jsonl", LINE)
    (tmp_path / "b.csv").write_text("ticket,whom,said\n1,Anna,hi\n")
    (tmp_path / "c.jpg").write_bytes(b"\xff\xd8")
    with zipfile.ZipFile(tmp_path / "d.zip", "w") as archive:
        archive.writestr("e.jsonl", json.dumps(LINE))
        archive.writestr("f.zip", b"PK")
    found, skipped = read(tmp_path)
    assert len(found) == 2
    assert [record.reason.split(";")[0] for record in skipped] == [
        "is no transcript: has the columns ticket, whom, said",
        "is an archive in an archive",
        "pictures, recordings and contacts are left out, 1 of them",
    ]


def test_a_folder_without_transcripts_is_refused(tmp_path: Path) -> None:
    (tmp_path / "readme.txt").write_text("Nothing here.")
    with pytest.raises(UnknownFormatError, match="holds no transcript"):
        read(tmp_path)
    with pytest.raises(UnreadableFileError, match="no such file"):
        read(tmp_path / "missing")


def test_an_archive_that_breaks_off_gives_what_it_has(tmp_path: Path) -> None:
    lines = "".join(json.dumps({**LINE, "id": str(n)}) + "\n" for n in range(20000))
    file = tmp_path / "t.jsonl.gz"
    file.write_bytes(gzip.compress(lines.encode())[:-2000])
    found, skipped = read(file)
    assert 0 < len(found) < 20000
    assert skipped[-1].position == f"line {len(found) + 1}"
    assert "breaks off" in skipped[-1].reason


def test_what_only_calls_itself_an_archive_is_refused(tmp_path: Path) -> None:
    for name in ("t.jsonl.gz", "t.zip"):
        (tmp_path / name).write_bytes(b"nothing of the kind")
        with pytest.raises(UnreadableFileError, match=name):
            read(tmp_path / name)


def test_whatever_byte_of_an_archive_is_damaged_the_import_survives(tmp_path: Path) -> None:
    file = tmp_path / "t.zip"
    with zipfile.ZipFile(file, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("t.jsonl", json.dumps(LINE) + "\n")
    sound = file.read_bytes()
    outcomes = set()
    for position in range(len(sound)):
        file.write_bytes(sound[:position] + bytes([sound[position] ^ 0xFF]) + sound[position + 1 :])
        try:
            outcomes.add(len(read(file)[0]))
        except KnowledgeError:
            outcomes.add(-1)
    assert outcomes == {-1, 1}


def test_an_archive_that_unpacks_to_far_too_much_is_refused(tmp_path: Path) -> None:
    limits = UnpackLimits(total_bytes=1 << 30, ratio=100, free_bytes=1 << 16)
    bomb = b"0" * (1 << 22)
    (tmp_path / "t.gz").write_bytes(gzip.compress(bomb))
    with zipfile.ZipFile(tmp_path / "t.zip", "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("t.jsonl", bomb)
    with pytest.raises(ArchiveTooLargeError, match="100 times"):
        list(find_sources([tmp_path / "t.zip"], limits))
    (source,) = find_sources([tmp_path / "t.gz"], limits)
    with source.open() as stream, pytest.raises(ArchiveTooLargeError, match=r"t\.gz"):
        stream.read()
    (source,) = find_sources([tmp_path / "t.gz"], UnpackLimits(total_bytes=1 << 20))
    with source.open() as stream, pytest.raises(ArchiveTooLargeError, match="1 MiB"):
        stream.read()


json_values = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | st.text(max_size=5),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(max_size=5), inner),
    max_leaves=8,
)
turns = st.fixed_dictionaries(
    {}, optional=dict.fromkeys(("speaker", "text", "time", "author", "private"), json_values)
)
records = json_values | st.fixed_dictionaries(
    {"turns": st.lists(turns, max_size=3) | json_values},
    optional=dict.fromkeys(("id", "tags", "rating", "resolved", "customer"), json_values),
)


@given(st.lists(records, max_size=5))
def test_any_line_is_either_read_or_reported(
    tmp_path_factory: pytest.TempPathFactory, lines: list[object]
) -> None:
    file = write_lines(tmp_path_factory.mktemp("any") / "t.jsonl", *map(json.dumps, lines))
    found, skipped = read(file, format="jsonl") if lines_hold_turns(lines) else ([], lines)
    assert len(found) + len(skipped) == len(lines)


def lines_hold_turns(lines: list[object]) -> bool:
    return any(isinstance(x, dict) and isinstance(x.get("turns"), list) for x in lines)


@pytest.mark.data
def test_public_transcripts_are_read_whole(shared_data: Path) -> None:
    airline, skipped = read(shared_data / "airline_support" / "transcripts.jsonl.gz")
    assert (len(airline), sum(len(t.turns) for t in airline), skipped) == (21197, 57142, [])
    star, without_turns = read(shared_data / "star" / "dialogues.jsonl.gz")
    assert (len(star), len(without_turns)) == (3024, 190)
    assert all(turn.time for transcript in star for turn in transcript.turns)
    abcd, skipped = read(shared_data / "abcd" / "conversations_sample.jsonl")
    speakers = {turn.speaker for transcript in abcd for turn in transcript.turns}
    assert (len(abcd), skipped) == (50, [])
    assert speakers == {CUSTOMER, AGENT, Speaker.SYSTEM}


@pytest.mark.data
@pytest.mark.parametrize(
    "name", ["banking77/train.csv", "spotify_support_messages/messages.csv", "stackfaq/faq.jsonl"]
)
def test_public_data_of_other_kinds_is_refused(shared_data: Path, name: str) -> None:
    with pytest.raises(UnknownFormatError):
        read(shared_data / name)


@pytest.mark.timeout(60)  # Work that grew with the square of the number would take an hour.
def test_an_archive_may_hold_thousands_of_files(tmp_path: Path) -> None:
    file = tmp_path / "t.zip"
    with zipfile.ZipFile(file, "w") as archive:
        for number in range(5000):
            archive.writestr(f"{number}.jsonl", json.dumps({**LINE, "id": number}))
    found, skipped = read(file)
    assert (len(found), skipped) == (5000, [])
