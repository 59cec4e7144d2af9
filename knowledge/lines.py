"""The lines of a file that holds one record a line, however it is packed."""

from __future__ import annotations

import codecs
from collections.abc import Iterator

from knowledge.skipped import OnSkip, SkippedRecord
from knowledge.sources import DAMAGED_STREAM, Source

LONGEST_LINE = 32 << 20


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
