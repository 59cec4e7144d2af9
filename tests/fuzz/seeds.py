"""Small sound files of each format, from which damaged ones are made."""

from __future__ import annotations

import io
import json
import zipfile
from collections.abc import Mapping, Sequence
from typing import Final

import openpyxl

_LINES: Final = "".join(
    json.dumps(record) + "\n"
    for record in (
        {
            "id": "a1", "source": "desk", "tags": ["fees"], "rating": 4, "resolved": True,
            "customer": "c9", "language": "en",
            "turns": [
                {"speaker": "customer", "text": "Where is it?", "time": 1589375958},
                {"speaker": "agent", "text": "On its way.", "author": "Ben", "private": False},
            ],
        },
        {"turns": [{"speaker": "bot", "text": "\N{WAVING HAND SIGN}"}]},
    )
)  # fmt: skip
_TELEGRAM: Final = json.dumps(
    {
        "personal_information": {"user_id": 1},
        "chats": {
            "list": [
                {
                    "name": "Anna", "type": "personal_chat", "id": 5,
                    "messages": [
                        {"id": 1, "type": "message", "date": "2025-03-01T10:00:00",
                         "date_unixtime": "1740823200", "from": "Anna", "from_id": "user5",
                         "text": ["see ", {"type": "bold", "text": "this"}]},
                        {"id": 2, "type": "service", "action": "phone_call"},
                        {"id": 3, "type": "message", "date": "2025-03-02T10:00:00",
                         "from": "Shop", "from_id": "user1", "text": "Hello \\x41"},
                    ],
                }
            ]
        },
    }
)  # fmt: skip
_ANDROID: Final = (
    "30.12.21, 22:01 - Nachrichten sind Ende-zu-Ende-verschlüsselt.\n30.12.21, 22:01 - Anna: Hi\n"
    "there\n31.12.21, 9:05 - Shop: <Medien ausgeschlossen>\n31.12.21, 9:06 - Shop: Hello\n"
)
_IOS: Final = (
    "[1/2/24, 3:04:05\u202fPM] Anna: Hi\n\u200e[1/2/24, 3:05:00\u202fPM] ~\u202fShop: \u200e"
    "image omitted\n[1/3/24, 3:06:00\u202fAM] Shop: ok \u200e<This message was edited>\n"
)
_MESSAGES: Final = (
    "Ticket ID;Sender;Message;Created at;Agent name;Tags;Rating\n"
    '7;customer;"Where; is\nit?";2025-03-01 10:00;;late;\n7;agent;On its way;;Ben;;5\n'
)
_PAIRS: Final = "question\tanswer\nFees?\tNone.\nHours?\t9 to 5\n"


_SHEET: Final = "xl/worksheets/sheet1.xml"


def _workbook() -> bytes:
    book = openpyxl.Workbook()
    for row in (["Ticket", "Sender", "Text"], [1, "customer", "hi"], [1, "agent", "hello"]):
        book.active.append(row)
    buffer = io.BytesIO()
    book.save(buffer)
    return buffer.getvalue()


_WORKBOOK: Final = _workbook()
with zipfile.ZipFile(io.BytesIO(_WORKBOOK)) as _archive:
    _PARTS: Final = {name: _archive.read(name) for name in _archive.namelist()}

SEEDS: Final[Mapping[str, Sequence[bytes]]] = {
    "jsonl": [_LINES.encode()],
    "telegram": [_TELEGRAM.encode()],
    "whatsapp": [_ANDROID.encode(), _IOS.encode(), _ANDROID.encode("utf-16")],
    "csv": [_MESSAGES.encode(), _PAIRS.encode(), _MESSAGES.encode("utf-16"), b"\xe4\xf6" * 9],
    "xlsx": [_WORKBOOK, _PARTS[_SHEET]],
}
"""By format; a format that is not named is fed with the seeds of all others."""


def seeds_of(format: str) -> Sequence[bytes]:
    """The files to begin with for one format."""
    return SEEDS.get(format) or [seed for seeds in SEEDS.values() for seed in seeds]


def file_of(content: bytes, format: str) -> bytes:
    """The file to import: for Excel what is no archive is put into a sound one, as its sheet."""
    if format != "xlsx" or content.startswith(b"PK"):
        return content
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w") as archive:
        for name, part in {**_PARTS, _SHEET: content}.items():
            archive.writestr(name, part)
    return buffer.getvalue()
