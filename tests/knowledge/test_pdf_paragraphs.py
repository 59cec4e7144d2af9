"""The lines of a PDF's paragraph are one paragraph, whatever program wrote the file."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from pathlib import Path

import pytest

from knowledge.articles import read_articles
from knowledge.articles.pdf import as_typed

Printer = Callable[[Sequence[tuple[str, int]]], bytes]


def test_a_printed_page_keeps_its_paragraphs_whole(
    tmp_path: Path, pdf_printed_by_a_browser: Printer
) -> None:
    lines = [
        ("Cards", 60),
        ("If your card is lost, block it", 100),
        ("under Cards in the app, or", 117),
        ("call us.", 134),
        ("A new card costs 8 euro.", 166),
    ]
    body = _body_of(tmp_path, pdf_printed_by_a_browser(lines))
    assert body == (
        "If your card is lost, block it\nunder Cards in the app, or\ncall us."
        "\n\nA new card costs 8 euro."
    )


def test_a_sentence_goes_on_at_the_top_of_the_next_column(
    tmp_path: Path, pdf_printed_by_a_browser: Printer
) -> None:
    lines = [
        ("Cards", 60),
        ("You may return a card", 800),
        ("at any time, and", 817),
        ("the fee is refunded.", 100),
    ]
    body = _body_of(tmp_path, pdf_printed_by_a_browser(lines))
    assert body == "You may return a card\nat any time, and\nthe fee is refunded."


def _body_of(folder: Path, content: bytes) -> str:
    file = folder / "printed.pdf"
    file.write_bytes(content)
    (article,) = read_articles([file], on_skip=lambda skipped: None)
    return article.body.removeprefix("# Cards\n\n")


@pytest.mark.parametrize(
    ("looks", "typed"),
    [
        ("⽔费 ⾦额", "水费 金额"),
        ("ﬁnd the oﬃce", "find the office"),
        ("ﺳﻼم", "سلام"),
        ("Straße ½ ①", "Straße ½ ①"),
    ],
)
def test_letters_are_read_as_they_are_typed(looks: str, typed: str) -> None:
    assert as_typed(looks) == typed
