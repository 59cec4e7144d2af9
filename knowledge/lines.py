"""The lines of a file, as bytes where each is a record, or as text, however it is packed."""

from __future__ import annotations

import codecs
import io
from collections.abc import Iterator

from knowledge.encoding import encoding_of
from knowledge.skipped import OnSkip, SkippedRecord
from knowledge.sources import DAMAGED_STREAM, Source

LONGEST_LINE = 32 << 20
LONGEST_TEXT_LINE = 1 << 20


def read_lines(source: Source, on_skip: OnSkip) -> Iterator[tuple[str, bytes]]:
    """Position ("line 12") and content of each line that is not blank.

    A line longer than ``LONGEST_LINE`` bytes, and the end of an archive that breaks off, are
    reported to ``on_skip``.
    """
    with source.open() as stream:
        number = 0
        while True:
            number += 1
            try:
                line = stream.readline(LONGEST_LINE + 1)
                too_long = len(line) > LONGEST_LINE
                while too_long and not line.endswith(b"\n") and line:
                    line = stream.readline(LONGEST_LINE)
            except DAMAGED_STREAM as error:
                reason = f"the file breaks off here: {error}"
                on_skip(SkippedRecord(source.label, f"line {number}", reason))
                return
            if too_long:
                reason = f"is longer than {LONGEST_LINE >> 20} MiB"
                on_skip(SkippedRecord(source.label, f"line {number}", reason))
            elif not line:
                return
            elif line.strip():
                yield f"line {number}", line.removeprefix(codecs.BOM_UTF8)


def read_text_lines(source: Source, on_skip: OnSkip) -> Iterator[tuple[str, str]]:
    """Position ("line 12") and text of each line, blank ones too, without its end.

    What a line has beyond ``LONGEST_TEXT_LINE`` characters, and the end of an archive that breaks
    off, are reported to ``on_skip``.
    """
    number = 1
    try:
        with source.open() as stream:
            encoding = encoding_of(stream)
        with source.open() as stream:
            text = io.TextIOWrapper(stream, encoding=encoding, errors="replace")
            while line := text.readline(LONGEST_TEXT_LINE):
                yield f"line {number}", line.rstrip("\n")
                if _rest_dropped(text, line):
                    reason = (
                        f"is longer than {LONGEST_TEXT_LINE:,} characters; the rest is left out"
                    )
                    on_skip(SkippedRecord(source.label, f"line {number}", reason))
                number += 1
    except DAMAGED_STREAM as error:
        on_skip(SkippedRecord(source.label, f"line {number}", f"the file breaks off here: {error}"))


def _rest_dropped(text: io.TextIOWrapper, line: str) -> bool:
    """Reads on to the end of a line that was cut; whether anything was left."""
    dropped = False
    while len(line) == LONGEST_TEXT_LINE and not line.endswith("\n"):
        line = text.readline(LONGEST_TEXT_LINE)
        dropped = dropped or bool(line.strip())
    return dropped
