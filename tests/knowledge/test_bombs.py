"""Files that unpack to far more than they are get refused at once, in little memory."""

from __future__ import annotations

import gzip
import io
import json
import subprocess
import sys
import zipfile
from collections.abc import Callable
from pathlib import Path

import openpyxl
import pytest

MEBIBYTE = 1 << 20
ZEROS = bytes(MEBIBYTE)
LINE = b'{"turns": [{"speaker": "agent", "text": "' + b"0" * MEBIBYTE + b'"}]}\n'
PROGRAM = r"""
import json, re, sys, time
from pathlib import Path
from knowledge import KnowledgeError, read_transcripts
before = time.process_time()
number, refusal = 0, None
try:
    number = sum(1 for _ in read_transcripts([Path(sys.argv[1])], on_skip=lambda _: None))
except KnowledgeError as error:
    refusal = str(error)
status = Path("/proc/self/status").read_text()  # ru_maxrss would tell of the parent's memory too
memory = int(re.search(r"VmHWM:\s+(\d+)", status)[1])
print(json.dumps([refusal, number, time.process_time() - before, memory / 1024]))
"""


def gz(path: Path) -> None:
    with gzip.open(path, "wb") as file:
        for _ in range(256):
            file.write(ZEROS)


def gz_of_good_lines(path: Path) -> None:
    with gzip.open(path, "wb") as file:
        for _ in range(256):
            file.write(LINE)


def zipped(path: Path, name: str = "t.jsonl") -> None:
    with (
        zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as archive,
        archive.open(name, "w", force_zip64=True) as file,
    ):
        for _ in range(256):
            file.write(ZEROS)


def zip_in_zip(path: Path) -> None:
    inner = io.BytesIO()
    zipped(inner)  # type: ignore[arg-type]
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as archive:
        for number in range(10):
            archive.writestr(f"{number}.zip", inner.getvalue())


def gz_in_zip(path: Path) -> None:
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("t.jsonl.gz", gzip.compress(gzip.compress(bytes(256 * MEBIBYTE))))
        archive.writestr("u.jsonl.gz", gzip.compress(bytes(256 * MEBIBYTE)))


def workbook(path: Path, part: str, content: bytes) -> None:
    book = openpyxl.Workbook()
    book.active.append(["ticket", "sender", "message"])
    book.save(path)
    with (
        zipfile.ZipFile(path, "a", zipfile.ZIP_DEFLATED) as archive,
        archive.open(part, "w", force_zip64=True) as file,
    ):
        for _ in range(256):
            file.write(content)


BOMBS: dict[str, Callable[[Path], None]] = {
    "t.jsonl.gz": gz,
    "lines.jsonl.gz": gz_of_good_lines,
    "t.zip": zipped,
    "nested.zip": zip_in_zip,
    "packed.zip": gz_in_zip,
    "sheet.xlsx": lambda path: workbook(path, "xl/worksheets/sheet2.xml", ZEROS),
    "strings.xlsx": lambda path: workbook(path, "xl/sharedStrings.xml", ZEROS),
}


@pytest.mark.skipif(not Path("/proc/self/status").exists(), reason="memory is read from /proc")
@pytest.mark.parametrize("name", BOMBS)
def test_a_bomb_is_refused_at_once_in_little_memory(tmp_path: Path, name: str) -> None:
    BOMBS[name](tmp_path / name)
    done = subprocess.run(
        [sys.executable, "-c", PROGRAM, str(tmp_path / name)], capture_output=True, check=True
    )
    refusal, number, seconds, mebibytes = json.loads(done.stdout)
    assert name in (refusal or "")
    assert number < 100
    assert seconds < 1
    assert mebibytes < 512
