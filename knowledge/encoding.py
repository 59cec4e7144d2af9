"""Which characters a file's bytes stand for, where the file does not say.

A byte-order mark decides; then UTF-8, if all of it is valid, or most of what is not ASCII, as where
files of two encodings were joined; then the best guess of charset-normalizer over a sample.
"""

from __future__ import annotations

import codecs
from typing import BinaryIO

import charset_normalizer

_MARKS = (
    (codecs.BOM_UTF8, "utf-8-sig"),
    (codecs.BOM_UTF32_LE, "utf-32"),
    (codecs.BOM_UTF32_BE, "utf-32"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)
_BLOCK = 1 << 16
_GUESS_FROM = 1 << 17


def decode_text(content: bytes) -> str:
    """The text of a whole file; what no guess can read becomes U+FFFD."""
    marked = marked_encoding(content)
    if marked:
        return content.decode(marked, errors="replace")
    try:
        return content.decode("utf-8")
    except UnicodeDecodeError as error:
        sample = content[max(0, error.start - _GUESS_FROM // 2) :][:_GUESS_FROM]
        return content.decode(guess_encoding(sample), errors="replace")


def encoding_of(stream: BinaryIO) -> str:
    """The encoding of a stream, which is read to where UTF-8 fails, or to its end."""
    decoder = codecs.getincrementaldecoder("utf-8")()
    block = stream.read(_BLOCK)
    marked = marked_encoding(block)
    if marked:
        return marked
    before = b""
    while block:
        try:
            decoder.decode(block)
        except UnicodeDecodeError:
            return guess_encoding(before + block + stream.read(_BLOCK))
        before, block = block, stream.read(_BLOCK)
    return "utf-8"


def marked_encoding(start: bytes) -> str | None:
    """The encoding that a byte-order mark at the start names."""
    return next((name for mark, name in _MARKS if start.startswith(mark)), None)


def guess_encoding(sample: bytes) -> str:
    """The likeliest encoding of bytes that are not all UTF-8; Windows-1252 where none is likely."""
    if _is_mostly_utf8(sample):
        return "utf-8"
    best = charset_normalizer.from_bytes(sample).best()
    return best.encoding if best is not None else "cp1252"


def _is_mostly_utf8(sample: bytes) -> bool:
    """Whether more characters beyond ASCII are read as UTF-8 than bytes cannot be."""
    text = sample.decode("utf-8", errors="replace")
    unread = text.count("\ufffd")
    return sum(not each.isascii() for each in text) > 2 * unread
