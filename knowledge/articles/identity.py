"""Article ids that stay the same from one import to the next."""

from __future__ import annotations

import hashlib
import re
from pathlib import PurePosixPath

from knowledge.records import ArticleId

_GAP = re.compile(r"[\W_]+")
_LONGEST = 80


def slug(text: str) -> str:
    """Lower-case letters and digits of any script, joined by hyphens; may be empty."""
    return _GAP.sub("-", text.lower()).strip("-")[:_LONGEST].rstrip("-")


def id_of_file(name: str) -> ArticleId:
    """From a file's path below what was named, without its suffixes: ``returns/uk.md.gz``."""
    path = PurePosixPath(name)
    stem = path.name.split(".", 1)[0] or path.name
    return ArticleId(slug(str(path.with_name(stem))) or _digest(name))


def id_of_content(title: str, body: str) -> ArticleId:
    """For a record without an id: from its title, or else its text."""
    return ArticleId(slug(title) or _digest(body))


def _digest(text: str) -> str:
    return hashlib.blake2b(text.encode("utf-8", "replace"), digest_size=8).hexdigest()
