"""Articles of every kind come out as Markdown with a title and a stable id."""

from __future__ import annotations

import csv
import gzip
import json
import zipfile
from collections.abc import Callable, Sequence
from datetime import UTC, datetime
from pathlib import Path

import docx
import pytest
from docx.opc.constants import RELATIONSHIP_TYPE
from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from docx.text.paragraph import Paragraph

from knowledge import (
    Article,
    SkippedRecord,
    UnknownFormatError,
    UnreadableFileError,
    read_articles,
)

PAGE = """<html lang="en"><head><title>Fees - Velo</title>
<link rel="canonical" href="https://velo.example/fees"></head>
<body><nav><a href="/">Home</a> <a href="/shop">Shop</a></nav>
<main><h1>Return fees</h1><p>Returns are free within thirty days of delivery.</p>
<h2>How</h2><ol><li>Open <b>My orders</b>.</li><li>Choose the item.</li></ol>
<table><tr><th>Country</th><th>Fee</th></tr><tr><td>UK</td><td>£3.50</td></tr></table></main>
<footer>(c) Velo</footer></body></html>"""


HYPERLINK = RELATIONSHIP_TYPE.HYPERLINK
PdfMaker = Callable[[Sequence[str]], bytes]


def read(*paths: Path) -> tuple[list[Article], list[SkippedRecord]]:
    skipped: list[SkippedRecord] = []
    return list(read_articles(paths, skipped.append)), skipped


def read_one(path: Path) -> Article:
    (article,), skipped = read(path)
    assert not skipped
    return article


def test_markdown_front_matter_names_everything(tmp_path: Path) -> None:
    file = tmp_path / "x.md"
    file.write_text(
        "---\nid: Return Fees\ntitle: Fees\nurl: https://v.example/f\nlanguage: en\n"
        "updated: 2025-03-01\nlayout: page\n---\n# Other\n\nText.\n"
    )
    assert read_one(file) == Article(
        id="return-fees",  # type: ignore[arg-type]
        title="Fees",
        body="# Other\n\nText.",
        url="https://v.example/f",
        language="en",
        updated_at=datetime(2025, 3, 1, tzinfo=UTC),
    )


def test_without_front_matter_file_and_heading_name_the_article(tmp_path: Path) -> None:
    file = tmp_path / "Return_fees 2.md"
    file.write_text("Intro.\n\n# Our fees\n\nText.\n")
    article = read_one(file)
    assert (article.id, article.title) == ("return-fees-2", "Our fees")


def test_plain_text_in_an_old_encoding(tmp_path: Path) -> None:
    file = tmp_path / "rueckgabe.txt"
    file.write_bytes(
        "Rückgabe\r\n\r\nInnerhalb von 30 Tagen für alle Größen möglich.\r\n".encode("cp1252")
    )
    article = read_one(file)
    assert article.title == "Rückgabe"
    assert "für alle Größen" in article.body


@pytest.mark.parametrize(
    ("text", "body"),
    [
        ("Repairs\n\nThey take 12 days.\n", "# Repairs\n\nThey take 12 days."),
        ("Repairs\nThey take 12 days.\n", "# Repairs\n\nThey take 12 days."),
        ("Repairs take 12 days.\n\nWe write.\n", "Repairs take 12 days.\n\nWe write."),
        ("Repairs\n", "Repairs"),
    ],
)
def test_a_title_that_nothing_marks_is_no_sentence(tmp_path: Path, text: str, body: str) -> None:
    (tmp_path / "repairs.txt").write_text(text)
    assert read_one(tmp_path / "repairs.txt").body == body


def test_html_keeps_the_text_and_drops_the_menus(tmp_path: Path) -> None:
    file = tmp_path / "fees.html"
    file.write_text(PAGE, encoding="utf-8")
    article = read_one(file)
    assert (article.id, article.title) == ("fees", "Return fees")
    assert (article.language, article.url) == ("en", "https://velo.example/fees")
    assert "1. Open **My orders**." in article.body
    assert "| UK | £3.50 |" in article.body
    assert "Shop" not in article.body


def test_html_that_marks_no_article_keeps_its_headings(tmp_path: Path) -> None:
    file = tmp_path / "fees.html"
    framed = PAGE.replace("<main>", "<div><div>").replace("</main>", "</div></div><h2>Legal</h2>")
    file.write_text(framed, encoding="utf-8")
    body = read_one(file).body
    headings = [line for line in body.splitlines() if line.startswith("#")]
    assert headings == ["# Return fees", "## How"]
    assert body.index("## How") < body.index("1. Open **My orders**.")
    assert "Shop" not in body


def test_docx_keeps_headings_lists_and_tables(tmp_path: Path) -> None:
    word = docx.Document()
    word.add_heading("Return fees", 1)
    word.add_paragraph("Do this:")
    word.add_paragraph("Open the page", style="List Number")
    word.add_paragraph("Choose", style="List Number")
    table = word.add_table(rows=2, cols=2)
    for cell, text in zip(table._cells, ["Country", "Fee", "UK", "3 | 4"], strict=True):
        cell.text = text
    word.save(str(tmp_path / "fees.docx"))
    article = read_one(tmp_path / "fees.docx")
    assert article.title == "Return fees"
    assert article.body == (
        "# Return fees\n\nDo this:\n\n1. Open the page\n1. Choose\n\n"
        "| Country | Fee |\n| --- | --- |\n| UK | 3 \\| 4 |"
    )


def test_docx_reads_lists_that_were_made_by_a_button(tmp_path: Path) -> None:
    word = docx.Document()
    word.add_heading("Renting", 1)
    for text, style in (("Open the page", "List Paragraph"), ("Sign", "List Paragraph")):
        _numbered(word.add_paragraph(text, style=style), "decimal")
    word.add_paragraph("Bring:")
    _numbered(word.add_paragraph("A towel"), "bullet")
    _numbered(word.add_paragraph("Dry clothes"), "bullet")
    word.add_paragraph("Indented only", style="List Paragraph")
    word.save(str(tmp_path / "rent.docx"))
    assert read_one(tmp_path / "rent.docx").body == (
        "# Renting\n\n1. Open the page\n1. Sign\n\nBring:\n\n- A towel\n- Dry clothes\n\n"
        "Indented only"
    )


def test_docx_keeps_where_links_lead(tmp_path: Path) -> None:
    word = docx.Document()
    paragraph = word.add_paragraph("Book at ")
    target = word.part.relate_to("https://velo.example/book", HYPERLINK, is_external=True)
    link = OxmlElement("w:hyperlink")
    link.set(qn("r:id"), target)
    link.append(paragraph.add_run("our portal")._r)
    paragraph._p.append(link)
    paragraph.add_run(" today.")
    word.save(str(tmp_path / "book.docx"))
    body = read_one(tmp_path / "book.docx").body
    assert body == "Book at [our portal](https://velo.example/book) today."


def _numbered(paragraph: Paragraph, format: str) -> None:
    """What a word processor's button for lists does: numbering, and no style that tells."""
    numbering = paragraph.part.numbering_part.element  # type: ignore[attr-defined]
    kinds = {
        each.get(qn("w:abstractNumId")): each.find(f"{qn('w:lvl')}/{qn('w:numFmt')}")
        for each in numbering.findall(qn("w:abstractNum"))
    }
    number = next(
        each.numId
        for each in numbering.num_lst
        if kinds[str(each.abstractNumId.val)].get(qn("w:val")) == format
    )
    properties = paragraph._p.get_or_add_pPr().get_or_add_numPr()
    properties.get_or_add_ilvl().val = 0
    properties.get_or_add_numId().val = number


def test_pdf_gives_its_text(tmp_path: Path, pdf_with_lines: PdfMaker) -> None:
    file = tmp_path / "fees.pdf"
    file.write_bytes(pdf_with_lines(["Return fees", "Returns are free for thir-", "ty days."]))
    article = read_one(file)
    assert article.title == "Return fees"
    assert article.body == "# Return fees\n\nReturns are free for thirty days."


def test_pdf_keeps_the_headings_that_stand_larger(tmp_path: Path, pdf_with_lines: PdfMaker) -> None:
    lines = [
        "# Canoe courses",
        "They take 6 hours and",
        "cost 95 euro.",
        "## Cancelling and",
        "## moving",
    ]
    file = tmp_path / "canoe.pdf"
    file.write_bytes(pdf_with_lines([*lines, "Up to 4 days before.", "# Note this:", "Thanks."]))
    assert read_one(file).body == (
        "# Canoe courses\n\nThey take 6 hours and\ncost 95 euro.\n\n"
        "## Cancelling and moving\n\nUp to 4 days before.\nNote this:\nThanks."
    )


def test_json_lines_take_a_body_or_a_list_of_answers(tmp_path: Path) -> None:
    file = tmp_path / "faq.jsonl.gz"
    lines = [
        {"id": 7, "title": "Fees", "body": "None."},
        {"title": "How to return?", "answers": ["By post.", "In the shop."]},
        {"id": "h", "title": "H", "body": "<p>One</p><ul><li>two</li></ul>"},
        {"id": "x", "title": "no body"},
    ]
    text = "".join(json.dumps(line) + "\n" for line in lines) + "{broken\n"
    file.write_bytes(gzip.compress(text.encode()))
    articles, skipped = read(file)
    assert [a.id for a in articles] == ["7", "how-to-return", "h"]
    assert articles[1].body == "By post.\n\nIn the shop."
    assert "<p>" not in articles[2].body
    assert [record.position for record in skipped] == ["line 4", "line 5"]


def test_a_table_has_an_article_a_row(tmp_path: Path) -> None:
    file = tmp_path / "faq.csv"
    with file.open("w", newline="", encoding="utf-16") as target:
        csv.writer(target, delimiter=";").writerows(
            [["Question", "Answer"], ["Fees?", "None;\nreally"], ["Only one"], ["Post?", "Yes"]]
        )
    articles, skipped = read(file)
    assert [(a.id, a.body) for a in articles] == [("fees", "None;\nreally"), ("post", "Yes")]
    assert [(s.position, s.reason) for s in skipped] == [
        ("line 4", "has 1 cells, but the header has 2")
    ]


def test_a_list_of_prices_is_an_article(tmp_path: Path) -> None:
    file = tmp_path / "extra_prices.csv"
    file.write_text("Extra,Price,Note\nCot,free,one each\nBoat,€9 a day,\nHut,€14 | day\n")
    article = read_one(file)
    assert (article.id, article.title) == ("extra-prices", "Extra prices")
    assert article.body.splitlines()[2:] == [
        "| Extra | Price | Note |",
        "| --- | --- | --- |",
        "| Cot | free | one each |",
        "| Boat | €9 a day |  |",
        "| Hut | €14 \\| day |  |",
    ]


@pytest.mark.parametrize(
    "table",
    [
        "order,customer,total\n1,Ann,9\n2,Bo,8\n",
        "name,colour\nx,red\ny,blue\n",
        "price\n9\n8\n",
        "thing,price\n" + "x,9\n" * 1_001,
        "Kunde,Kundennummer,Geburtstag\nAnna Kern,123,1.2.1980\nBen Ott,124,2.3.1990\n",
        "name,mobile,city\nAnna Kern,0151 234,Graz\nBen Ott,0151 235,Linz\n",
        "Ansprechpartner,Nummer\nAnna Kern,0151 234\nBen Ott,0151 235\n",
        "owner,balance,write to\nAnna,3,anna@a.example\nBen,4,ben@b.example\n",
        "time,who,said\n10:00,visitor,hello where is order 12\n10:01,op,one moment 3\n",
        "session,turn,speaker,line\na,1,C,hello\na,2,S,hi\n",
        "Title,Macro,Usage\nRefund,We refund in 5 days.,12\nCancel,Done.,13\n",
        "question,count\nwhere is my order,12\nhow do I pay,13\n",
        "姓名,金额\n王伟,30\n李娜,40\n",
    ],
)
def test_a_table_of_people_or_without_figures_is_no_article(tmp_path: Path, table: str) -> None:
    (tmp_path / "x.csv").write_text(table)
    articles, skipped = read(tmp_path)
    assert articles == []
    assert ["is no list of prices" in each.reason for each in skipped] == [True]


@pytest.mark.parametrize(
    "table",
    [
        "Item,Price from,Price to\nTube,5,6\nTyre,30,40\n",
        "Country,From (kg),Cost\nDE,0,€2\nAT,2,€5\n",
        "Headphones,Price\nOver-ear,EUR 30\nIn-ear,from 20\n",
        "Leistung,Preis\nInspektion,ab 49 €\nPlatten,19 €\n",
    ],
)
def test_what_begins_at_a_figure_is_a_list_of_prices(tmp_path: Path, table: str) -> None:
    (tmp_path / "x.csv").write_text(table)
    assert [each.title for each in read(tmp_path)[0]] == ["X"]


def test_folders_and_archives_are_searched_and_other_files_passed_over(tmp_path: Path) -> None:
    folder = tmp_path / "kb"
    (folder / "uk").mkdir(parents=True)
    (folder / "fees.md").write_text("# Fees\nx")
    (folder / "uk" / "fees.md").write_text("# Fees in the UK\nx")
    (folder / "logo.png").write_bytes(b"\x89PNG")
    (folder / ".hidden.md").write_text("x")
    (folder / "broken.docx").write_bytes(b"PK nothing")
    with zipfile.ZipFile(tmp_path / "kb.zip", "w") as archive:
        archive.writestr("de/fees.md", "# Gebühren\nx")
    articles, skipped = read(folder, tmp_path / "kb.zip")
    assert [a.id for a in articles] == ["fees", "uk-fees", "de-fees"]
    assert [Path(s.source).name for s in skipped] == ["broken.docx"]


def test_two_articles_with_one_id_are_reported(tmp_path: Path) -> None:
    (tmp_path / "a.md").write_text("---\nid: x\n---\none")
    (tmp_path / "b.md").write_text("---\nid: x\n---\ntwo")
    articles, skipped = read(tmp_path)
    assert [a.body for a in articles] == ["one"]
    assert "a.md" in skipped[0].reason


def test_what_is_no_article_is_refused(tmp_path: Path) -> None:
    (tmp_path / "x.png").write_bytes(b"\x89PNG")
    (tmp_path / "x.csv").write_text("text,intent\na,b\n".replace("text", "utterance"))
    with pytest.raises(UnknownFormatError, match=r"x\.png"):
        read(tmp_path / "x.png")
    with pytest.raises(UnknownFormatError, match="holds no articles"):
        read(tmp_path / "x.csv")
    with pytest.raises(UnreadableFileError, match="no such file"):
        read(tmp_path / "missing.md")


def test_what_no_database_stores_is_replaced_in_an_article(tmp_path: Path) -> None:
    half = json.dumps({"id": "x\0", "title": "Cut \ud83d", "body": "A \0 and \udc00."})
    (tmp_path / "x.jsonl").write_text(half)
    (tmp_path / "y.md").write_text('---\ntitle: "Y \\0"\n---\nText of y.')
    for article in read(tmp_path)[0]:
        assert f"{article.id}{article.title}{article.body}".isprintable()


def test_a_program_that_is_called_a_text_is_left_out(tmp_path: Path) -> None:
    (tmp_path / "x.txt").write_bytes(b"\x7fELF" + bytes(range(256)) * 4)
    (tmp_path / "y.md").write_bytes(b"PK\3\4" + b"\0" * 500)
    (tmp_path / "z.txt").write_text("Terms\n\nOne stray \x01.\x0c" + "Returns are free. " * 20)
    articles, skipped = read(tmp_path)
    assert [each.id for each in articles] == ["z"]
    assert ["is no text" in each.reason for each in skipped] == [True, True]


def test_a_stray_control_character_makes_a_short_text_no_binary(tmp_path: Path) -> None:
    (tmp_path / "fees.md").write_bytes(b"# Fees\n\nFive euros.\x02 Ask us.")
    (tmp_path / "short.md").write_bytes(b"PK\3\4\x14\0\6\0")
    articles, skipped = read(tmp_path)
    assert [each.title for each in articles] == ["Fees"]
    assert "is no text" in skipped[0].reason


@pytest.mark.parametrize("name", ["x.txt", "x.md"])
def test_a_web_page_is_one_under_any_name(tmp_path: Path, name: str) -> None:
    (tmp_path / name).write_text(f"\n<!DOCTYPE html>\n{PAGE}")
    article = read_one(tmp_path / name)
    assert (article.title, "<" in article.body) == ("Return fees", False)


def test_a_few_lines_in_another_encoding_garble_no_others(tmp_path: Path) -> None:
    lines = "title,body\nCafé,Le café est ouvert à midi et à sept heures.\n".encode()
    (tmp_path / "x.csv").write_bytes(lines + "Thé,Le thé est là.\n".encode("latin-1"))
    assert read(tmp_path)[0][0].body == "Le café est ouvert à midi et à sept heures."


@pytest.mark.data
def test_public_articles_are_read(shared_data: Path) -> None:
    abcd, skipped = read(shared_data / "abcd" / "articles")
    stackfaq, none = read(shared_data / "stackfaq" / "faq.jsonl")
    assert (len(abcd), skipped, none) == (55, [], [])
    assert len(stackfaq) == 125
