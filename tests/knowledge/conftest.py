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
    page = b"BT 14 TL 72 720 Td " + shown + b" ET"
    objects = [
        b"<< /Type /Catalog /Pages 2 0 R >>",
        b"<< /Type /Pages /Kids [3 0 R] /Count 1 >>",
        b"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 612 792] /Contents 4 0 R "
        b"/Resources << /Font << /F1 5 0 R >> >> >>",
        b"<< /Length " + str(len(page)).encode() + b" >>\nstream\n" + page + b"\nendstream",
        b"<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>",
    ]
    content = bytearray(b"%PDF-1.4\n")
    offsets = []
    for number, body in enumerate(objects, 1):
        offsets.append(len(content))
        content += b"%d 0 obj\n" % number + body + b"\nendobj\n"
    table = len(content)
    content += b"xref\n0 6\n0000000000 65535 f \n"
    content += b"".join(b"%010d 00000 n \n" % offset for offset in offsets)
    content += b"trailer\n<< /Size 6 /Root 1 0 R >>\nstartxref\n%d\n%%%%EOF\n" % table
    return bytes(content)
