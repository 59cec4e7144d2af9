"""The process that parses untrusted documents; ``confined.py`` starts it and talks to it.

It takes limits upon itself that it cannot lift, then reads an order and a document at a time from
standard input and writes one line of JSON for each.
"""

from __future__ import annotations

import json
import math
import os
import sys
from collections.abc import Mapping
from dataclasses import asdict
from typing import Any, BinaryIO

from knowledge.articles.confined import PIECE
from knowledge.articles.document import Document
from knowledge.articles.docx import read_docx
from knowledge.articles.html import markdown_of_piece, read_html
from knowledge.articles.pdf import read_pdf
from knowledge.errors import UnreadableFileError

try:
    import resource
except ImportError:  # Windows has no such limits; the time of the clock holds there too.
    _LIMITED = False
else:
    _LIMITED = True

_READERS = {".pdf": read_pdf, ".docx": read_docx}
"""Loaded before the first document, so that loading counts against none; all else is HTML."""


def main() -> None:
    """Serve until standard input ends, or a document was too much."""
    memory, cpu_seconds = int(sys.argv[1]), int(sys.argv[2])
    answers = os.fdopen(os.dup(1), "wb")
    os.dup2(os.open(os.devnull, os.O_WRONLY), 1)  # Parsers that print must not be taken for us.
    _limit_memory(memory)
    _answer(answers, {"ready": True})
    while order := sys.stdin.buffer.readline():
        _limit_time(cpu_seconds)
        asked = json.loads(order)
        document = Document(asked["name"], sys.stdin.buffer.read(asked["size"]))
        try:
            found = _read(document, asked["suffix"])
        except MemoryError:
            refused = f"{document.name}: takes more than {memory >> 20} MiB to read; refused"
            _answer(answers, {"refused": refused, "ends": True})
            return
        _answer(answers, found)


def _read(document: Document, suffix: str) -> Mapping[str, Any]:
    try:
        if suffix == PIECE:
            return {"markdown": markdown_of_piece(document.text())}
        article = _READERS.get(suffix, read_html)(document)
        changed = article.updated_at
        return {
            "article": {**asdict(article), "updated_at": changed.isoformat() if changed else None}
        }
    except UnreadableFileError as error:
        return {"refused": str(error)}
    except MemoryError:
        raise
    except Exception as error:  # a hostile document makes a parser fail in any way at all
        return {"refused": f"{document.name}: cannot be read: {type(error).__name__}: {error}"}


def _answer(answers: BinaryIO, content: Mapping[str, Any]) -> None:
    answers.write(json.dumps(content).encode() + b"\n")
    answers.flush()


def _limit_memory(memory: int) -> None:
    if _LIMITED:
        resource.setrlimit(resource.RLIMIT_AS, (memory, memory))
        resource.setrlimit(resource.RLIMIT_FSIZE, (0, 0))
        resource.setrlimit(resource.RLIMIT_CORE, (0, 0))


def _limit_time(seconds: int) -> None:
    """Count ``seconds`` of computing from now on."""
    if _LIMITED:
        used = resource.getrusage(resource.RUSAGE_SELF)
        until = math.ceil(used.ru_utime + used.ru_stime) + seconds
        _, most = resource.getrlimit(resource.RLIMIT_CPU)
        resource.setrlimit(resource.RLIMIT_CPU, (until, most))


if __name__ == "__main__":
    main()
