"""Names of files as strangers give them, made harmless to store, show and download under.

What people read stays as it was written; what steers a terminal, a header or a path does not.
"""

from __future__ import annotations

import unicodedata
from pathlib import Path, PurePosixPath
from typing import Final

from bot.content.file_kinds import EXTENSIONS

LONGEST: Final = 120
LONGEST_ENDING: Final = 12
LONGEST_BYTES: Final = 240
NAMELESS: Final = "file"
REPLACED: Final = "\ufffd"
_JOINERS: Final = "\u200c\u200d"


def shown_name(given: str | None) -> str:
    """``given`` without folders, and with a mark for each character that cannot be seen.

    That are controls, halves of surrogate pairs, and the marks that turn the direction of reading,
    with which ``gpj.exe`` is made to look like ``exe.jpg``. At most ``LONGEST`` characters.
    """
    last = (given or "").replace("\\", "/").rstrip("/").rpartition("/")[2]
    seen = "".join(_visible(each) for each in last).strip()
    name = unicodedata.normalize("NFC", seen)
    return NAMELESS if name.strip(". ") == "" else _shortened(name)


def storable_name(name: str) -> str:
    """``name``, or as much of it as every file system takes (255 bytes)."""
    path = Path(name)
    fits = len(name.encode()) < LONGEST_BYTES
    return name if fits else path.stem[: LONGEST_BYTES // 5] + path.suffix


def download_name(name: str, media_type: str) -> str:
    """``name`` with an ending that tells what the file is, whatever ending it came with."""
    known = EXTENSIONS.get(media_type, ())
    ending = PurePosixPath(name).suffix.lstrip(".").lower()
    return name if not known or ending in known else f"{name}.{known[0]}"


def _visible(character: str) -> str:
    if character in _JOINERS:
        return character
    hidden = unicodedata.category(character) in ("Cc", "Cf", "Cs", "Zl", "Zp")
    return REPLACED if hidden else character


def _shortened(name: str) -> str:
    if len(name) <= LONGEST:
        return name
    ending = PurePosixPath(name).suffix
    kept = ending if 1 < len(ending) <= LONGEST_ENDING else ""
    return f"{name[: LONGEST - len(kept) - 1]}…{kept}"
