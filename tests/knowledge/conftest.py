"""What the tests of this package share."""

from __future__ import annotations

from collections.abc import Callable, Sequence

import pytest


@pytest.fixture
def pdf_with_lines() -> Callable[[Sequence[str]], bytes]:
    """Makes a small but real PDF: one page with the given lines under each other."""
    return _pdf_with_lines


def _pdf_with_lines(lines: Sequence[str]) -> bytes:
    """The lines must be ASCII without brackets; one that begins with a # stands larger."""
    shown = b" T* ".join(
        (
            b"/F1 12 Tf ("
            if not line.startswith("#")
            else b"/F1 %d Tf (" % (24 - 4 * line.count("#"))
        )
        + line.lstrip("# ").encode("ascii")
        + b") Tj"
        for line in lines
    )
    return _pdf_of(b"BT 14 TL 72 720 Td " + shown + b" ET")


@pytest.fixture
def pdf_printed_by_a_browser() -> Callable[[Sequence[tuple[str, int]]], bytes]:
    """Makes a PDF whose lines are placed one by one, downwards from the top, as browsers print."""
    return _pdf_printed_by_a_browser


def _pdf_printed_by_a_browser(lines: Sequence[tuple[str, int]]) -> bytes:
    """Each line with how far it stands from the top; the text must be ASCII without brackets."""
    shown = "\n".join(
        f"BT /F1 15 Tf 1 0 0 -1 8 {top} Tm ({line}) Tj 1 0 0 -1 320 {top} Tm () Tj ET"
        for line, top in lines
    )
    return _pdf_of(b".75 0 0 -.75 28 764 cm " + shown.encode("ascii"))


@pytest.fixture
def pdf_that_draws() -> Callable[..., bytes]:
    """Makes a PDF of pages that are given as what they draw, in PDF's own words.

    What ``attributes`` says is said of each page.
    """
    return _pdf_of


def _pdf_of(*drawn: bytes, attributes: bytes = b"/MediaBox [0 0 612 792]") -> bytes:
    pages = range(4, 4 + 2 * len(drawn), 2)
    objects = [
        b"<< /Type /Catalog /Pages 2 0 R >>",
        b"<< /Type /Pages /Kids [%s] /Count %d >>"
        % (b" ".join(b"%d 0 R" % page for page in pages), len(pages)),
        b"<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>",
    ]
    for number, page in zip(pages, drawn, strict=True):
        objects += [
            b"<< /Type /Page /Parent 2 0 R %s /Contents %d 0 R "
            b"/Resources << /Font << /F1 3 0 R >> >> >>" % (attributes, number + 1),
            b"<< /Length %d >>\nstream\n%s\nendstream" % (len(page), page),
        ]
    content = bytearray(b"%PDF-1.4\n")
    offsets = []
    for number, body in enumerate(objects, 1):
        offsets.append(len(content))
        content += b"%d 0 obj\n" % number + body + b"\nendobj\n"
    table, count = len(content), len(objects) + 1
    content += b"xref\n0 %d\n0000000000 65535 f \n" % count
    content += b"".join(b"%010d 00000 n \n" % offset for offset in offsets)
    content += b"trailer\n<< /Size %d /Root 1 0 R >>\nstartxref\n%d\n%%%%EOF\n" % (count, table)
    return bytes(content)
