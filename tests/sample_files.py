"""The smallest files of each kind, by what they begin with."""

from __future__ import annotations

import io
import struct
import zipfile
import zlib

OFFICE = "application/vnd.openxmlformats-officedocument."


def picture(width: int = 1, height: int = 1) -> bytes:
    """A whole PNG: a sky over a field, so that a screenshot shows something."""

    def chunk(name: bytes, data: bytes) -> bytes:
        checked = name + data
        return struct.pack(">I", len(data)) + checked + struct.pack(">I", zlib.crc32(checked))

    sky, field = b"\x9c\xc4\xe4", b"\x6d\x9b\x5a"
    lines = (sky if line < height * 0.6 else field for line in range(height))
    rows = b"".join(b"\x00" + colour * width for colour in lines)
    header = struct.pack(">IIBBBBB", width, height, 8, 2, 0, 0, 0)
    body = chunk(b"IHDR", header) + chunk(b"IDAT", zlib.compress(rows)) + chunk(b"IEND", b"")
    return b"\x89PNG\r\n\x1a\n" + body


def packed(*names: str) -> bytes:
    """A zip that holds empty files of these names."""
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w") as archive:
        for name in names:
            archive.writestr(name, b"")
    return buffer.getvalue()


def open_document() -> bytes:
    """A text of OpenDocument's kind: its type stands first, not compressed."""
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w") as archive:
        archive.writestr("mimetype", "application/vnd.oasis.opendocument.text")
        archive.writestr("content.xml", "<x/>")
    return buffer.getvalue()


def wav(seconds: float = 0.2) -> bytes:
    """Silence."""
    data = b"\x00\x00" * int(8_000 * seconds)
    shape = struct.pack("<IHHIIHH", 16, 1, 1, 8_000, 16_000, 2, 16)
    body = b"WAVEfmt " + shape + b"data" + struct.pack("<I", len(data)) + data
    return b"RIFF" + struct.pack("<I", len(body)) + body


PNG = picture()
JPEG = b"\xff\xd8\xff\xe0\x00\x10JFIF"
PDF = b"%PDF-1.7\n%\xe2\xe3\xcf\xd3\n"
DOCX = packed("[Content_Types].xml", "word/document.xml")
OLD_WORD = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\x00" * 512 + "WordDocument".encode("utf-16-le")
INSTALLER = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\x00" * 512
OGG = b"OggS\x00\x02" + b"\x00" * 22 + b"OpusHead"
MP4 = b"\x00\x00\x00\x18ftypisom\x00\x00\x02\x00"
PROGRAM = b"MZ\x90\x00\x03\x00\x00\x00"
SVG = b'<svg xmlns="http://www.w3.org/2000/svg"><script>alert(1)</script></svg>'
HTML = b"<!DOCTYPE html><script>alert(1)</script>"
