"""Which texts a model has learned from: digests in its directory, so that it is never tested on
them, and so that whoever erases a text knows which models held it.

Texts are the same whose words are, whatever the spaces between them.
"""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterable
from pathlib import Path
from typing import Final

LEARNED_FROM: Final = "learned_from.json"
GOLDEN_SHARE: Final = 10
"""One text in so many is set aside for tests, by its digest: the same ones at every training."""


def text_digest(text: str) -> str:
    """A short digest of the words of ``text``."""
    words = " ".join(text.split()).encode(errors="surrogatepass")
    return hashlib.blake2b(words, digest_size=8).hexdigest()


def is_golden(text: str) -> bool:
    """Whether this text belongs to those that are set aside."""
    return int(text_digest(text), 16) % GOLDEN_SHARE == 0


def write_learned_from(directory: Path, texts: Iterable[str]) -> None:
    """Note in a model directory what it learned from."""
    digests = sorted({text_digest(text) for text in texts})
    (directory / LEARNED_FROM).write_text(json.dumps(digests) + "\n", encoding="utf-8")


def read_learned_from(directory: Path) -> frozenset[str] | None:
    """The digests of what a model learned from; None where its directory does not say."""
    try:
        return frozenset(json.loads((directory / LEARNED_FROM).read_text(encoding="utf-8")))
    except (FileNotFoundError, ValueError):
        return None
