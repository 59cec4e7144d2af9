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
    parts = [part for part in _leaves(message, 0) if _is_attached(part)]
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
        return bool(part.get_filename()) if part.get_content_subtype() != "html" else False
    return shown != "inline" and part.get("Content-ID") is None


def _text(part: Message) -> str:
    try:
        payload = part.get_payload(decode=True)
    except (ValueError, binascii.Error, LookupError):
        return ""
    content = payload[:_MOST_BYTES] if isinstance(payload, bytes) else b""
    declared = part.get_param("charset")
    return decoded(content, collapse_rfc2231_value(declared) if declared else None)


def _file_name(part: Message) -> str:
    name = part.get_filename()
    return " ".join(decode_words(str(name)).split())[:200] if name else ""
