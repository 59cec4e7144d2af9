"""Exported WhatsApp chats become conversations, whatever the phone's language and habits."""

from __future__ import annotations

import zipfile
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from knowledge import (
    SkippedRecord,
    Transcript,
    UnknownFormatError,
    detect_format,
    read_transcripts,
)
from knowledge.importers.date_order import DateOrder, OrderSearch, Stamp
from knowledge.importers.whatsapp_words import words_of

LRM, NARROW = "\u200e", "\u202f"


def read(*paths: Path, **columns: str) -> tuple[list[Transcript], list[SkippedRecord]]:
    skipped: list[SkippedRecord] = []
    return list(read_transcripts(paths, columns=columns, on_skip=skipped.append)), skipped


def chat(folder: Path, *lines: str, name: str = "chat.txt") -> Path:
    file = folder / name
    file.write_text("\n".join(lines) + "\n", encoding="utf-8")
    return file


def said(transcript: Transcript) -> list[tuple[str, str]]:
    return [(turn.speaker.value, turn.text) for turn in transcript.turns]


@pytest.mark.parametrize(
    "head",
    [
        "30.12.21, 22:01 - {}",
        "30/12/2021, 22:01 - {}",
        "30-12-21 22:01 - {}",
        "12/30/21, 10:01 PM - {}",
        f"12/30/21, 10:01{NARROW}PM - {{}}",
        "30/12/2021, 10:01 p. m. - {}",
        "30/12/2021, 10:01 p.\u00a0m. - {}",
        "2021-12-30, 10:01 p.m. - {}",
        "2021/12/30 下午10:01 - {}",
        "2021年12月30日 下午10:01 - {}",
        "2021. 12. 30. 오후 10:01 - {}",
        "2021. 12. 30. 22:01 - {}",
        "30. 12. 2021. 22:01 - {}",
        "30.12.21 г., 22:01 ч. - {}",
        "30/12/2021 à 22:01 - {}",
        "30.12.2021 klo 22.01 - {}",
        "22:01, 30/12/2021 - {}",
        "30/12/2564 22:01 - {}",
        "٣٠\u200f/١٢\u200f/٢٠٢١، ١٠:٠١ م - {}",
        "[30.12.21, 22:01:00] {}",
        f"{LRM}[12/30/21, 10:01:00{NARROW}PM] {{}}",
        "[30/12/2021, 22:01:00] {}",
        "[2021/12/30 下午10:01:00] {}",
        "[30.12.2021 klo 22.01.00] {}",
        "[30.12.21 22:01] {}",
        "30/12/21 22:01:00: {}",
    ],
)
def test_every_phones_dates_and_clocks_are_read(tmp_path: Path, head: str) -> None:
    lines = (head.format(line) for line in ("Anna: Hi: you", "Shop: Hello", "more"))
    (transcript,), _ = read(chat(tmp_path, *lines))
    assert said(transcript)[0] == ("customer", "Hi: you")
    assert transcript.turns[0].time == datetime(2021, 12, 30, 22, 1, tzinfo=UTC)
    assert (transcript.source, transcript.customer) == ("whatsapp", "Anna")


def test_messages_go_on_over_lines_even_where_they_quote_another_chat(tmp_path: Path) -> None:
    (transcript,), _ = read(
        chat(
            tmp_path,
            "[30.12.21, 10:00:05] Anna: Look:",
            "",
            "[30.12.21, 09:00] Bea: Where is it?",
            "30.12.21, 09:00 - Bea: Where is it?",
            f"[30.12.21, 10:01:00] ~{NARROW}Shop: On its way",
        )
    )
    assert said(transcript) == [
        (
            "customer",
            "Look:\n\n[30.12.21, 09:00] Bea: Where is it?\n30.12.21, 09:00 - Bea: Where is it?",
        ),
        ("agent", "On its way"),
    ]
    assert transcript.turns[1].author == "Shop"


def test_what_the_app_writes_is_left_out(tmp_path: Path) -> None:
    (transcript,), skipped = read(
        chat(
            tmp_path,
            "30.12.21, 10:00 - Nachrichten und Anrufe sind Ende-zu-Ende-verschlüsselt. Tippe hier.",
            "30.12.21, 10:00 - Anna: Hallo",
            '30.12.21, 10:01 - Anna hat den Betreff zu "Anna: dringend" geändert',
            "30.12.21, 10:01 - Anna: <Medien ausgeschlossen>",
            "30.12.21, 10:02 - Shop: Diese Nachricht wurde gelöscht.",
            "30.12.21, 10:03 - Shop: Ja? <Diese Nachricht wurde bearbeitet.>",
            "30.12.21, 10:04 - Verpasster Sprachanruf",
            f"30.12.21, 10:05 - Anna: {LRM}IMG-20211230-WA0001.jpg (Datei angehängt)",
            "so sieht es aus",
            "30.12.21, 10:06 - Anna: null",
            "31.12.21, 09:06 - +49 170 0000000 ist beigetreten",
        )
    )
    assert said(transcript) == [
        ("customer", "Hallo"),
        ("agent", "Ja?"),
        ("customer", "so sieht es aus"),
    ]
    assert [(record.position, "order of day" in record.reason) for record in skipped] == []


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("<Media omitted>", ""),
        ("<省略多媒体文件>", ""),
        ("<Без медиафайлов>", ""),
        ("<Medien ausgeschlossen>\n4Bit.mod", ""),
        ("<Media omitted>\nas you see", "as you see"),
        ("image omitted", ""),
        ("Bild weggelassen", ""),
        ("忽略图片", ""),
        (f"{LRM}画像は省略されました", ""),
        (f"{LRM}POLL:\nHappy?\n{LRM}OPTION: Yes", ""),
        (f"{LRM}<attached: 00000012-PHOTO-2021-12-30-10-00-00.jpg>", ""),
        (f"the bill {LRM}<Anhang: 00000012-PHOTO.jpg>", "the bill"),
        (f"Bill.pdf • {LRM}2 pages {LRM}<attached: 00000013-Bill.pdf>", ""),
        ("IMG-20211230-WA0001.jpg (file attached)", ""),
        ("Se eliminó este mensaje.", ""),
        ("您删除了此消息", ""),
        ("ok <This message was edited>", "ok"),
        (f"ok {LRM}<Se editó este mensaje.>", "ok"),
        ("location: https://maps.google.com/?q=48.1,11.5", ""),
        ("see <https://shop.example/a b>", "see <https://shop.example/a b>"),
        ("<b>", "<b>"),
        ("the file bill.pdf (page 2)", "the file bill.pdf (page 2)"),
        ("I deleted this message", "I deleted this message"),
        ("Why was the image omitted?", "Why was the image omitted?"),
    ],
)
def test_words_are_told_from_the_apps_own(text: str, words: str) -> None:
    assert words_of(text) == words


def test_long_silence_cuts_a_chat_and_conversations_keep_their_ids(tmp_path: Path) -> None:
    lines = [
        "30.12.21, 10:00 - Anna: Hi",
        "30.12.21, 10:01 - Shop: Hello",
        "02.01.22, 10:00 - Anna: Again",
        "02.01.22, 10:00 - Shop: Yes?",
    ]
    first, second = read(chat(tmp_path, *lines))[0]
    later = [*lines[2:], "02.01.22, 10:01 - Anna: Thanks", "13.01.22, 10:01 - Anna: One more"]
    found = read(chat(tmp_path, *later, name="later.txt"))[0]
    assert first.id != second.id == found[0].id
    assert [len(t.turns) for t in found] == [3, 1]


def test_in_a_single_chat_whoever_opens_it_is_the_customer_unless_named(tmp_path: Path) -> None:
    file = chat(tmp_path, "30.12.21, 10:00 - Anna: Hi", "30.12.21, 10:01 - Shop: Hello")
    assert [speaker for speaker, _ in said(read(file)[0][0])] == ["customer", "agent"]
    named, _ = read(file, agent="anna")
    assert [speaker for speaker, _ in said(named[0])] == ["agent", "customer"]


def test_of_several_chats_the_agent_is_the_name_that_most_share(tmp_path: Path) -> None:
    for number, customer in enumerate(("Anna", "Bea", "Cem")):
        opener, other = ("Shop", customer) if number else (customer, "Shop")
        text = f"30.12.21, 10:00 - {opener}: Hi\n30.12.21, 10:01 - {other}: Hello\n"
        with zipfile.ZipFile(tmp_path / f"WhatsApp Chat - {customer}.zip", "w") as archive:
            archive.writestr("_chat.txt", text)
            archive.writestr("00000001-PHOTO.jpg", b"\xff\xd8")
    found, skipped = read(tmp_path)
    assert {turn.author for t in found for turn in t.turns if turn.speaker == "agent"} == {"Shop"}
    assert len(found) == 3
    assert [record.reason[-9:] for record in skipped if record.position == "media"] == ["3 of them"]
    assert detect_format(tmp_path) == "whatsapp"


@pytest.mark.parametrize(
    ("dates", "order", "certain"),
    [
        (["1/2/24", "20/2/24"], "day-first", True),
        (["1/2/24", "2/20/24"], "month-first", True),
        (["20/2/24"], "day-first", True),
        (["12/1/24", "1/2/24"], "day-first", True),
        (["1/2/24", "2/2/24", "4/2/24"], "day-first", True),
        (["1/2/24", "1/3/24", "1/4/24"], "month-first", True),
        (["24/1/2", "24/1/3", "24/1/5"], "year-first", True),
        (["1/2/24"], "day-first", False),
        (["1/2/2024", "1/2/2024"], "day-first", False),
    ],
)
def test_the_order_of_dates_is_inferred_over_the_file(
    tmp_path: Path, dates: list[str], order: str, certain: bool
) -> None:
    lines = (
        f"{day}, 10:0{n} - {'Shop' if n else 'Anna'}: x"
        for n, day in enumerate([*dates, dates[-1]])
    )
    found, skipped = read(chat(tmp_path, *lines))
    search = OrderSearch()
    for day in dates:
        search.note(Stamp(*map(int, day.split("/")), 10, 0))
    assert (search.found().order, search.found().certain) == (order, certain)
    assert bool(skipped) is not certain
    assert found


def test_where_nothing_tells_american_clocks_mean_the_month_and_people_may_say(
    tmp_path: Path,
) -> None:
    file = chat(tmp_path, "1/2/24, 3:04 PM - Anna: Hi", "1/2/24, 3:05 PM - Shop: Hello")
    (transcript,), (skipped,) = read(file)
    assert transcript.turns[0].time == datetime(2024, 1, 2, 15, 4, tzinfo=UTC)
    assert "read month-first" in skipped.reason
    (transcript,), nothing = read(file, dates="day-first")
    assert transcript.turns[0].time == datetime(2024, 2, 1, 15, 4, tzinfo=UTC)
    assert not nothing
    with pytest.raises(UnknownFormatError, match="day-first, month-first"):
        read(file, dates="backwards")


@pytest.mark.parametrize(
    "lines",
    [
        ["Dear Anna,", "on 30.12.21, 10:00 - that is tomorrow: see you"],
        ["2021-12-30 10:00:01 - INFO: started", "2021-12-30 10:00:02 - app: done"],
        ["30.12.21, 10:00 - Anna: Hi", "30.12.21, 10:00 - Anna: Anyone?"],
        ["[30.12.21 10:00:00] info: a", "[30.12.21 10:00:00] error: b"],
    ],
)
def test_what_is_no_chat_of_two_is_refused(tmp_path: Path, lines: list[str]) -> None:
    with pytest.raises(UnknownFormatError):
        read(chat(tmp_path, *lines))


@pytest.mark.parametrize("encoding", ["utf-8-sig", "utf-16"])
def test_files_saved_again_by_an_editor_are_read(tmp_path: Path, encoding: str) -> None:
    file = tmp_path / "chat.txt"
    file.write_text("30.12.21, 10:00 - Änne: Hi\r\n30.12.21, 10:01 - 店: 你好\r\n", encoding)
    (transcript,), _ = read(file)
    assert [turn.author for turn in transcript.turns] == ["Änne", "店"]


def test_a_message_without_end_is_cut_and_said(tmp_path: Path) -> None:
    file = chat(
        tmp_path, "30.12.21, 10:00 - Anna: Hi", *["x" * 99] * 2000, "30.12.21, 10:01 - Shop: Hello"
    )
    (transcript,), skipped = read(file)
    assert 60_000 < len(transcript.turns[0].text) < 70_000
    assert [(record.position, record.reason[:14]) for record in skipped] == [
        ("line 1", "goes on with m")
    ]


starts = st.datetimes(datetime(2015, 1, 1), datetime(2025, 1, 1))  # noqa: DTZ001


@given(starts, st.lists(st.integers(1, 9), min_size=40, max_size=60), st.sampled_from(DateOrder))
def test_the_order_of_a_lively_chat_is_always_found(
    start: datetime, gaps: list[int], order: DateOrder
) -> None:
    search = OrderSearch()
    day = start
    for gap in gaps:
        parts = {DateOrder.DAY_FIRST: "%d %m %y", DateOrder.MONTH_FIRST: "%m %d %y"}
        numbers = day.strftime(parts.get(order, "%y %m %d")).split()
        search.note(Stamp(*map(int, numbers), 10, 0))
        day += timedelta(days=gap)
    assert search.found().order is order
    assert search.found().certain


@given(st.text(alphabet='0123456789/.-,: []AaPpMmäم年月日下午\u200e\u202f<>\n"', max_size=200))
def test_any_text_is_read_or_refused(tmp_path_factory: pytest.TempPathFactory, text: str) -> None:
    file = tmp_path_factory.mktemp("any") / "chat.txt"
    beginning = "1/2/24, 3:04 PM - A: x\n1/2/24, 3:04 PM - B: y\n"
    file.write_text(beginning + text, encoding="utf-8")
    found, _ = read(file)
    assert sum(len(t.turns) for t in found) >= 2


@pytest.mark.data
def test_public_whatsapp_samples_are_read_alike(shared_data: Path) -> None:
    files = sorted((shared_data / "exports" / "whatsapp").glob("test_*.txt"))
    read_all = [read(file) for file in files]
    assert len(files) == 5
    assert all(not skipped for _, skipped in read_all)
    times = {tuple(turn.time for t in found for turn in t.turns) for found, _ in read_all}
    assert len(times) == 1
