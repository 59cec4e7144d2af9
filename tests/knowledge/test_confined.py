"""A document that is too much for its reader is refused with the reason, and the next is read."""

from __future__ import annotations

import io
import os
import sys
import zipfile
import zlib
from collections.abc import Iterator

import docx
import pytest

from knowledge import UnreadableFileError
from knowledge.articles.confined import ConfinedParser, ParsingLimits
from knowledge.articles.document import Document

pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="limits are POSIX's")
PAGE = b"<html><body><main><h1>Fees</h1><p>There are none at all.</p></main></body></html>"
MEBIBYTE = 1 << 20
FONT = b"<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>"
LAYOUT = b"/MediaBox [0 0 9 9] /Resources << /Font << /F1 %s >> >>" % FONT


@pytest.fixture(scope="module")
def parser() -> Iterator[ConfinedParser]:
    with ConfinedParser(ParsingLimits(400 * MEBIBYTE, cpu_seconds=4, seconds=200)) as parser:
        yield parser


def pdf_bomb() -> bytes:
    """A thousand pages that all draw the same megabyte of text, in a file of some kilobytes."""
    packed = zlib.compress(b"BT /F1 9 Tf (word) Tj ET\n" * (MEBIBYTE // 25), 9)
    pages = range(4, 1004)
    kids = b" ".join(b"%d 0 R" % page for page in pages)
    objects = [
        b"<< /Type /Catalog /Pages 2 0 R >>",
        b"<< /Type /Pages /Kids [%s] /Count %d >>" % (kids, len(pages)),
        b"<< /Length %d /Filter /FlateDecode >> stream\n%s\nendstream" % (len(packed), packed),
        *(b"<< /Type /Page /Parent 2 0 R %s /Contents 3 0 R >>" % LAYOUT for _ in pages),
    ]
    body, offsets = b"%PDF-1.4\n", []
    for number, each in enumerate(objects, start=1):
        offsets.append(len(body))
        body += b"%d 0 obj\n%s\nendobj\n" % (number, each)
    table = b"".join(b"%010d 00000 n \n" % offset for offset in offsets)
    count = len(objects) + 1
    tail = b"xref\n0 %d\n0000000000 65535 f \n%s" % (count, table)
    tail += b"trailer << /Size %d /Root 1 0 R >>\n" % count
    return body + tail + b"startxref\n%d\n%%%%EOF" % len(body)


def docx_bomb() -> bytes:
    """A document whose text unpacks to 150 MiB, below what its list of contents may say."""
    plain = io.BytesIO()
    docx.Document().save(plain)
    bomb = io.BytesIO()
    with zipfile.ZipFile(plain) as source, zipfile.ZipFile(bomb, "w", zipfile.ZIP_DEFLATED) as to:
        for name in source.namelist():
            content = source.read(name)
            if name == "word/document.xml":
                piece = b"<w:p><w:r><w:t>x</w:t></w:r></w:p>"
                content = content.replace(b"<w:body>", b"<w:body>" + piece * (4 * MEBIBYTE))
            to.writestr(name, content)
    return bomb.getvalue()


def html_bomb() -> bytes:
    """Millions of paragraphs, each of which becomes far more in memory than it is here."""
    return b"<html><body>" + b"<p><b>x</b></p>" * (2 * MEBIBYTE) + b"</body></html>"


@pytest.mark.slow
@pytest.mark.parametrize(
    ("name", "content"), [("b.pdf", pdf_bomb), ("b.docx", docx_bomb), ("b.html", html_bomb)]
)
def test_a_bomb_is_refused_and_the_next_document_read(
    parser: ConfinedParser, name: str, content: object
) -> None:
    assert callable(content)
    with pytest.raises(
        UnreadableFileError, match=f"{name}: .*(takes more than|cannot be read|no readable)"
    ):
        parser.parse(Document(name, content()), f".{name.split('.')[1]}")
    assert parser.parse(Document("fees.html", PAGE), ".html").title == "Fees"


def test_documents_are_read_as_they_would_be_here(parser: ConfinedParser) -> None:
    article = parser.parse(Document("uk/fees.html", PAGE), ".html")
    assert (article.id, article.title) == ("uk-fees", "Fees")
    assert "none at all" in article.body


def test_a_piece_of_html_becomes_markdown(parser: ConfinedParser) -> None:
    assert "**free**" in parser.markdown_of_piece("<p>Returns are <b>free</b> for all.</p>", "x")


def test_what_is_damaged_is_told_as_ever(parser: ConfinedParser) -> None:
    with pytest.raises(UnreadableFileError, match=r"a\.pdf: is no readable PDF"):
        parser.parse(Document("a.pdf", b"no PDF at all"), ".pdf")


def test_the_reader_sees_no_secrets(monkeypatch: pytest.MonkeyPatch) -> None:
    from knowledge.articles.confined import _environment

    monkeypatch.setenv("FRONTDESK_TELEGRAM_TOKEN", "secret")
    assert _environment().keys() <= {"PATH", "LANG", "LC_ALL", "SYSTEMROOT", "PYTHONPATH"}
    assert "FRONTDESK_TELEGRAM_TOKEN" in os.environ


def test_a_process_that_dies_is_replaced(parser: ConfinedParser) -> None:
    parser.parse(Document("fees.html", PAGE), ".html")
    assert parser._process is not None
    parser._process.kill()
    parser._process.wait()
    assert parser.parse(Document("fees.html", PAGE), ".html").title == "Fees"
