"""What a file is, told from its bytes, and what may be done with it.

A name and a declared type are claims of whoever sent the file; only the bytes decide. A small table
of the kinds that customers send: what is not in it (programs, HTML, SVG, archives) is no kind.
"""

from __future__ import annotations

import mmap
import re
from collections.abc import Callable, Iterable
from enum import StrEnum
from typing import Final, TypeVar

T = TypeVar("T")
Data = bytes | mmap.mmap
OFFICE: Final = "application/vnd.openxmlformats-officedocument."
OPEN_DOCUMENT: Final = "application/vnd.oasis.opendocument."
EXTENSIONS: Final[dict[str, tuple[str, ...]]] = {
    "image/png": ("png",),
    "image/jpeg": ("jpg", "jpeg", "jpe", "jfif"),
    "image/gif": ("gif",),
    "image/webp": ("webp",),
    "image/heic": ("heic", "heif"),
    "application/pdf": ("pdf",),
    "application/msword": ("doc",),
    "application/vnd.ms-excel": ("xls",),
    "application/vnd.ms-powerpoint": ("ppt",),
    f"{OFFICE}wordprocessingml.document": ("docx",),
    f"{OFFICE}spreadsheetml.sheet": ("xlsx",),
    f"{OFFICE}presentationml.presentation": ("pptx",),
    f"{OPEN_DOCUMENT}text": ("odt",),
    f"{OPEN_DOCUMENT}spreadsheet": ("ods",),
    f"{OPEN_DOCUMENT}presentation": ("odp",),
    "text/plain": ("txt", "log", "md"),
    "text/csv": ("csv",),
    "audio/mpeg": ("mp3",),
    "audio/ogg": ("ogg", "oga", "opus"),
    "audio/wav": ("wav",),
    "audio/flac": ("flac",),
    "audio/aac": ("aac",),
    "audio/amr": ("amr",),
    "audio/mp4": ("m4a", "mp4"),
    "audio/webm": ("weba", "webm"),
    "audio/3gpp": ("3gp",),
    "video/mp4": ("mp4", "m4v"),
    "video/webm": ("webm",),
    "video/quicktime": ("mov",),
    "video/3gpp": ("3gp",),
}
"""The kinds that can be told from their bytes, each with the endings that a name may have."""

SHOWN_INLINE: Final = frozenset(
    {"image/png", "image/jpeg", "image/gif", "image/webp", "video/mp4", "video/webm"}
    | {kind for kind in EXTENSIONS if kind.startswith("audio/")}
)
"""Kinds that a browser may show in the page. A PDF is none: a sandboxed one is not shown at all."""

HEAD: Final = 4096
DIRECTORY: Final = 128 * 1024
_MARKUP: Final = re.compile(rb"^(?:\xef\xbb\xbf)?\s*<(?:[!?]|/?[a-z])", re.IGNORECASE)
_CONTROL: Final = re.compile(rb"[\x00-\x08\x0e-\x1a\x1c-\x1f\x7f]")
_STARTS: Final[tuple[tuple[bytes, str], ...]] = (
    (b"\x89PNG\r\n\x1a\n", "image/png"),
    (b"\xff\xd8\xff", "image/jpeg"),
    (b"GIF87a", "image/gif"),
    (b"GIF89a", "image/gif"),
    (b"%PDF-", "application/pdf"),
    (b"ID3", "audio/mpeg"),
    (b"\xff\xfb", "audio/mpeg"),
    (b"\xff\xf3", "audio/mpeg"),
    (b"\xff\xf2", "audio/mpeg"),
    (b"\xff\xf1", "audio/aac"),
    (b"\xff\xf9", "audio/aac"),
    (b"fLaC", "audio/flac"),
    (b"#!AMR", "audio/amr"),
)
_BRANDS: Final[tuple[tuple[bytes, str], ...]] = (
    (b"heic", "image/heic"),
    (b"heix", "image/heic"),
    (b"mif1", "image/heic"),
    (b"msf1", "image/heic"),
    (b"M4A ", "audio/mp4"),
    (b"M4B ", "audio/mp4"),
    (b"qt  ", "video/quicktime"),
    (b"3gp", "video/3gpp"),
    (b"3g2", "video/3gpp"),
    (b"iso", "video/mp4"),
    (b"mp4", "video/mp4"),
    (b"avc1", "video/mp4"),
    (b"M4V ", "video/mp4"),
    (b"dash", "video/mp4"),
)
_PACKED: Final[tuple[tuple[bytes, str], ...]] = (
    (b"word/document.xml", f"{OFFICE}wordprocessingml.document"),
    (b"xl/workbook.xml", f"{OFFICE}spreadsheetml.sheet"),
    (b"ppt/presentation.xml", f"{OFFICE}presentationml.presentation"),
)
_OPEN_DOCUMENTS: Final = tuple(kind for kind in EXTENSIONS if kind.startswith(OPEN_DOCUMENT))
_OLD_OFFICE: Final[tuple[tuple[str, str], ...]] = (
    ("WordDocument", "application/msword"),
    ("Workbook", "application/vnd.ms-excel"),
    ("PowerPoint Document", "application/vnd.ms-powerpoint"),
)


class Family(StrEnum):
    """What a person would call the file."""

    IMAGE = "image"
    AUDIO = "audio"
    VIDEO = "video"
    DOCUMENT = "document"


def family_of(media_type: str) -> Family:
    """The family of ``media_type``; what is neither seen nor heard is a document."""
    top = media_type.partition("/")[0].lower()
    return Family(top) if top in ("image", "audio", "video") else Family.DOCUMENT


def kind_of(data: Data, declared: str | None) -> str | None:
    """The media type of ``data``; None where it is no known kind or belies ``declared``.

    ``declared`` settles only what bytes leave open: a table or a text, a sound or a film in the
    same container.
    """
    claim = (declared or "").partition(";")[0].strip().lower()
    found = _sniffed(data)
    if found == "text/plain" and claim in ("text/csv", "application/vnd.ms-excel"):
        return "text/csv"
    if found is None or claim in ("", "application/octet-stream"):
        return found
    as_sound = found.replace("video/", "audio/")
    if family_of(claim) is Family.AUDIO and as_sound in EXTENSIONS:
        return as_sound
    return found if _agree(family_of(claim), family_of(found)) else None


def is_listed(media_type: str, types: Iterable[str]) -> bool:
    """Whether ``types`` (such as ``image/png`` and ``audio/*``) hold ``media_type``."""
    top = media_type.partition("/")[0]
    return any(each in (media_type, f"{top}/*") for each in types)


def _agree(claimed: Family, found: Family) -> bool:
    return claimed is found or {claimed, found} == {Family.AUDIO, Family.VIDEO}


def _sniffed(data: Data) -> str | None:
    head = data[:HEAD]
    for start, kind in _STARTS:
        if head.startswith(start):
            return kind
    for start, tell in _CONTAINERS:
        if head.startswith(start):
            return tell(data, head)
    if head[4:8] == b"ftyp":
        return _first(_BRANDS, head[8:12].startswith)
    return _text(data, head)


def _riff(_: Data, head: bytes) -> str | None:
    return {b"WEBP": "image/webp", b"WAVE": "audio/wav"}.get(head[8:12])


def _ogg(_: Data, head: bytes) -> str | None:
    return None if b"theora" in head else "audio/ogg"


def _matroska(_: Data, head: bytes) -> str | None:
    if b"webm" not in head:
        return None
    return "video/webm" if b"V_VP" in head or b"V_AV1" in head else "audio/webm"


def _zip(data: Data, head: bytes) -> str | None:
    """A zip's directory lies at its end; one with macros in it is a program."""
    directory = data[-DIRECTORY:]
    if b"vbaProject" in directory:
        return None
    if head[30:38] == b"mimetype":
        written = head[38 : 38 + 80].decode("ascii", "replace")
        return next((kind for kind in _OPEN_DOCUMENTS if written.startswith(kind)), None)
    return _first(_PACKED, directory.__contains__)


def _compound(data: Data, _: bytes) -> str | None:
    """Old Office keeps its streams' names in UTF-16; an installer has the same frame."""
    return _first(_OLD_OFFICE, lambda name: data.find(name.encode("utf-16-le")) >= 0)


_CONTAINERS: Final[tuple[tuple[bytes, Callable[[Data, bytes], str | None]], ...]] = (
    (b"RIFF", _riff),
    (b"OggS", _ogg),
    (b"\x1aE\xdf\xa3", _matroska),
    (b"PK\x03\x04", _zip),
    (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", _compound),
)


def _text(data: Data, head: bytes) -> str | None:
    """Text has no control characters, in whatever encoding; markup and scripts are no text."""
    if not head or _MARKUP.match(head) or head.startswith(b"#!"):
        return None
    if head.startswith((b"\xff\xfe", b"\xfe\xff")):
        return _wide_text(data)
    return None if _CONTROL.search(data) else "text/plain"


def _wide_text(data: Data) -> str | None:
    try:
        return _text_of(data[:].decode("utf-16"))
    except UnicodeDecodeError:
        return None


def _text_of(text: str) -> str | None:
    plain = text.encode("utf-8")
    return None if _MARKUP.match(plain) or _CONTROL.search(plain) else "text/plain"


def _first(table: Iterable[tuple[T, str]], holds: Callable[[T], bool]) -> str | None:
    return next((kind for mark, kind in table if holds(mark)), None)
