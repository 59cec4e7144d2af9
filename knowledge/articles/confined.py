"""Untrusted documents are parsed in a process of their own, within limits of memory and time.

A PDF, a DOCX or a web page can be made so that whatever reads it takes all memory, or hours. Then
that process ends and the document is refused with the reason. One process reads many documents,
because starting it takes longer than reading most of them; it sees no environment, so no secrets.
"""

from __future__ import annotations

import json
import os
import signal
import subprocess
import sys
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from threading import Lock, Timer
from typing import Any

from knowledge.articles.document import Document
from knowledge.errors import UnreadableFileError
from knowledge.records import Article, ArticleId

CONFINED_SUFFIXES = frozenset({".html", ".htm", ".xhtml", ".pdf", ".docx"})
PIECE = "piece of HTML"
"""The kind of a text that is HTML without a page around it, in place of a suffix."""
_STARTING_SECONDS = 120.0
_KEPT_VARIABLES = ("PATH", "LANG", "LC_ALL", "SYSTEMROOT")


@dataclass(frozen=True, slots=True)
class ParsingLimits:
    """What one document may take: memory of its process, its time of computing, time at all."""

    memory_bytes: int = 1 << 30
    cpu_seconds: int = 30
    seconds: float = 120.0


class ConfinedParser:
    """Parses documents one at a time; used as a context, or ended by ``close``. Thread-safe."""

    def __init__(self, limits: ParsingLimits | None = None) -> None:
        self._limits = limits or ParsingLimits()
        self._process: subprocess.Popen[bytes] | None = None
        self._lock = Lock()

    def __enter__(self) -> ConfinedParser:
        return self

    def __exit__(self, *_: object) -> None:
        self.close()

    def parse(self, document: Document, suffix: str) -> Article:
        """The article in a document of the kind that ``suffix`` names (".html", ".pdf", ".docx").

        Raises:
            UnreadableFileError: it is damaged, holds no text, or takes more than the limits.
        """
        found = self._ask(document, suffix)["article"]
        changed = found["updated_at"]
        return Article(
            **{
                **found,
                "id": ArticleId(found["id"]),
                "updated_at": datetime.fromisoformat(changed) if changed else None,
            }
        )

    def markdown_of_piece(self, html: str, name: str) -> str:
        """The text of a piece of HTML as Markdown; empty where there is none.

        Raises:
            UnreadableFileError: it takes more than the limits.
        """
        return str(self._ask(Document(name, html.encode(errors="replace")), PIECE)["markdown"])

    def close(self) -> None:
        """End the process, if there is one; the next document starts another."""
        with self._lock:
            self._end()

    def _ask(self, document: Document, suffix: str) -> Mapping[str, Any]:
        with self._lock:
            process = self._started()
            order = {"name": document.name, "suffix": suffix, "size": len(document.content)}
            content = json.dumps(order).encode() + b"\n" + document.content
            answer = _exchange(process, content, self._limits.seconds)
            if not answer:
                raise UnreadableFileError(f"{document.name}: {self._reason()}")
            found: Mapping[str, Any] = json.loads(answer)
            if "ends" in found:
                self._end()
        if "refused" in found:
            raise UnreadableFileError(str(found["refused"]))
        return found

    def _started(self) -> subprocess.Popen[bytes]:
        if self._process is not None and self._process.poll() is None:
            return self._process
        self._end()
        limits = (str(self._limits.memory_bytes), str(self._limits.cpu_seconds))
        process = self._process = subprocess.Popen(
            [sys.executable, "-m", "knowledge.articles.confined_reader", *limits],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=subprocess.DEVNULL,
            env=_environment(),
        )
        if not _exchange(process, b"", _STARTING_SECONDS):
            self._end()
            raise UnreadableFileError("the process that reads documents could not be started")
        return process

    def _reason(self) -> str:
        """Why the process ended without an answer; it is over then."""
        assert self._process is not None
        status = self._process.wait()
        self._end()
        if hasattr(signal, "SIGXCPU") and status == -signal.SIGXCPU:
            return f"takes more than {self._limits.cpu_seconds} s of computing to read; refused"
        if hasattr(signal, "SIGKILL") and status == -signal.SIGKILL:
            return f"takes more than {self._limits.seconds:.0f} s to read; refused"
        return f"made its reader end ({status}); refused"

    def _end(self) -> None:
        process, self._process = self._process, None
        if process is not None:
            process.kill()
            process.communicate()


def _exchange(process: subprocess.Popen[bytes], content: bytes, seconds: float) -> bytes:
    """Send ``content`` and wait for a line; nothing where the process ends, or is ended, first."""
    assert process.stdin is not None
    assert process.stdout is not None
    timer = Timer(seconds, process.kill)
    timer.start()
    try:
        if content:
            process.stdin.write(content)
            process.stdin.flush()
        return process.stdout.readline()
    except OSError:
        return b""
    finally:
        timer.cancel()


def _environment() -> dict[str, str]:
    kept = {name: os.environ[name] for name in _KEPT_VARIABLES if name in os.environ}
    return {**kept, "PYTHONPATH": os.pathsep.join(path for path in sys.path if path)}
