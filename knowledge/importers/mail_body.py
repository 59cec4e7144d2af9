"""The words of an e-mail's body, and the names of what is attached.

Plain text is preferred; where a mail has none, or none that is its own, its HTML is read. A mail
that is attached to another stays closed, as any attachment does.
"""

from __future__ import annotations

import binascii
from collections.abc import Iterator
from email.message import Message
from email.utils import collapse_rfc2231_value
from typing import Final

from knowledge.importers.mail_charsets import decoded
from knowledge.importers.mail_headers import decode_words
from knowledge.importers.mail_text import own_words, own_words_of_html

_DEEPEST: Final = 30
_MOST_BYTES: Final = 2 << 20
"""Of one part of a mail; nobody writes more, and a log that was pasted is cut here."""
_MOST_NAMES: Final = 20
_NO_FILES: Final = frozenset(
    {"application/pkcs7-signature", "application/x-pkcs7-signature", "application/pgp-signature",
     "application/pgp-keys", "application/ms-tnef"}
)  # fmt: skip
"""What mail programs attach by themselves."""


def words_of(message: Message) -> str:
    """What the mail's author wrote, without quotations and signature."""
    parts = [part for part in _leaves(message, 0) if not _is_attached(part)]
    plain = own_words("\n".join(_text(p) for p in parts if p.get_content_type() == "text/plain"))
    if plain:
        return plain
    html = (_text(part) for part in parts if part.get_content_type() == "text/html")
    return "\n\n".join(words for each in html if (words := own_words_of_html(each)))


def attachments_of(message: Message) -> list[str]:
    """The names of attached files; pictures that stand in the text, as logos do, are none."""
    parts = [p for p in _leaves(message, 0) if _is_attached(p)]
    parts = [part for part in parts if part.get_content_type() not in _NO_FILES]
    return list(dict.fromkeys(name for part in parts if (name := _file_name(part))))[:_MOST_NAMES]


def _leaves(message: Message, depth: int) -> Iterator[Message]:
    payload = message.get_payload()
    if not isinstance(payload, list):
        yield message
    elif message.get_content_type() != "message/rfc822" and depth < _DEEPEST:
        for part in payload:
            if isinstance(part, Message):
                yield from _leaves(part, depth + 1)


def _is_attached(part: Message) -> bool:
    shown = part.get_content_disposition()
    if shown == "attachment":
        return True
    if part.get_content_maintype() == "text":
        return part.get_content_subtype() != "html" and bool(_file_name(part))
    return shown != "inline" and part.get("Content-ID") is None


def _text(part: Message) -> str:
    try:
        payload = part.get_payload(decode=True)
    except (ValueError, binascii.Error, LookupError):
        return ""
    content = payload[:_MOST_BYTES] if isinstance(payload, bytes) else b""
    text = decoded(content, _parameter(part, "charset", "content-type"))
    flowed = _parameter(part, "format", "content-type").casefold() == "flowed"
    return _unwrapped(text) if flowed else text


def _unwrapped(text: str) -> str:
    """The text of ``format=flowed`` with each paragraph on one line (RFC 3676)."""
    paragraphs: list[list[str]] = []
    goes_on = False
    for written in text.splitlines():
        line = written.removeprefix(" ")
        if goes_on and line != "-- " and not line.startswith(">"):
            paragraphs[-1].append(line)
        else:
            paragraphs.append([line])
        goes_on = line.endswith(" ") and line != "-- " and not line.startswith(">")
    return "\n".join(map("".join, paragraphs))


def _file_name(part: Message) -> str:
    name = _parameter(part, "filename", "content-disposition") or (
        _parameter(part, "name", "content-type")
    )
    return " ".join(decode_words(name).split())[:200]


def _parameter(part: Message, name: str, header: str) -> str:
    """A parameter of a header; the standard library raises on some that are damaged."""
    try:
        return str(collapse_rfc2231_value(part.get_param(name, "", header) or ""))
    except (TypeError, ValueError, LookupError):
        return ""
