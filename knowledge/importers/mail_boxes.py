"""The single e-mails of a file: an mbox, one mail (``.eml``, Maildir), or one of Apple's ``.emlx``.

Memory stays flat: of a mail that is larger than ``LARGEST_MAIL``, the end is left out; that is in
its attachments, which nobody reads here.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import BinaryIO, Final

from knowledge.skipped import OnSkip, SkippedRecord
from knowledge.sources import DAMAGED_STREAM, Source

LARGEST_MAIL: Final = 4 << 20
_LONGEST_LINE: Final = 1 << 16
_LOOKED_AT: Final = 1 << 14
_FROM: Final = b"From "
_SEPARATOR: Final = re.compile(rb"^From \S.*\d{1,2}:\d{2}.*\d{4}|^From \S+@\S+|^From -")
_QUOTED_FROM: Final = re.compile(rb"^>+From ")
_HEADER: Final = re.compile(rb"^([A-Za-z][A-Za-z0-9-]{1,60}):", re.M)
_MARKS_OF_MAIL: Final = frozenset(
    {b"received", b"return-path", b"message-id", b"date", b"subject", b"to", b"mime-version",
     b"delivered-to", b"content-type", b"x-mailer", b"dkim-signature"}
)  # fmt: skip
_APPLE: Final = re.compile(rb"^\d{1,10}\s*\n")


def is_mail(source: Source) -> bool:
    """Whether the file is an mbox or begins with the headers of a mail."""
    with source.open() as stream:
        beginning = stream.read(_LOOKED_AT)
    return (beginning.startswith(_FROM) and _is_mail(beginning.partition(b"\n")[2])) or (
        _is_mail(_APPLE.sub(b"", beginning, count=1))
    )


def read_mails(source: Source, on_skip: OnSkip) -> Iterator[tuple[str, bytes]]:
    """Where each mail stands ("message 12"), and its bytes."""
    number = 0
    try:
        with source.open() as stream:
            first = stream.readline(_LONGEST_LINE)
            mails = _of_mbox(stream) if first.startswith(_FROM) else _alone(first, stream)
            for raw in mails:
                number += 1
                yield f"message {number}", raw
    except DAMAGED_STREAM as error:
        reason = f"the file is damaged or breaks off here: {error}"
        on_skip(SkippedRecord(source.label, f"message {number + 1}", reason))


def _is_mail(beginning: bytes) -> bool:
    head = re.split(rb"\r?\n\r?\n", beginning.lstrip(b"\xef\xbb\xbf\r\n"), maxsplit=1)[0]
    if not _HEADER.match(head):
        return False
    names = {name.lower() for name in _HEADER.findall(head)}
    return b"from" in names and len(names & _MARKS_OF_MAIL) >= 2


def _alone(first: bytes, stream: BinaryIO) -> Iterator[bytes]:
    if _APPLE.match(first):
        yield stream.read(min(int(first), LARGEST_MAIL))
    else:
        yield (first + stream.read(LARGEST_MAIL)).removeprefix(b"\xef\xbb\xbf")


def _of_mbox(stream: BinaryIO) -> Iterator[bytes]:
    """The mails between the "From " lines, each without the ``>`` that guards such a line in it."""
    lines: list[bytes] = []
    size, after_blank, whole = 0, False, True
    while line := stream.readline(_LONGEST_LINE):
        if whole and after_blank and _SEPARATOR.match(line):
            yield b"".join(lines)
            lines, size = [], 0
        elif size < LARGEST_MAIL:
            lines.append(line[1:] if whole and _QUOTED_FROM.match(line) else line)
            size += len(line)
        after_blank = whole and not line.strip()
        whole = line.endswith(b"\n")
    if lines:
        yield b"".join(lines)
