"""The words of an e-mail's body, and the names of what is attached.

Plain text is preferred; where a mail has none, or none that is its own, its HTML is read. A mail
that is attached to another stays closed, as any attachment does.
"""

from __future__ import annotations

import binascii
import codecs
from collections.abc import Iterator
from email.errors import HeaderParseError
from email.message import Message
from email.utils import collapse_rfc2231_value
from typing import Final

from knowledge.encoding import decode_text
from knowledge.importers.html_text import text_of_html
from knowledge.importers.mail_text import own_words

_DEEPEST: Final = 30
_MOST_BYTES: Final = 2 << 20
"""Of one part of a mail; nobody writes more, and a log that was pasted is cut here."""
_MOST_NAMES: Final = 20
_WIDER: Final = {
    "gb2312": "gb18030", "gbk": "gb18030", "ks_c_5601-1987": "cp949", "euc-kr": "cp949",
    "iso-8859-1": "cp1252", "latin1": "cp1252", "shift_jis": "cp932", "big5": "cp950",
    "iso-8859-8-i": "iso-8859-8", "x-sjis": "cp932", "unicode-1-1-utf-7": "utf-7",
}  # fmt: skip
"""What programs mean when they say the first."""


def words_of(message: Message) -> str:
    """What the mail's author wrote, without quotations and signature."""
    parts = [part for part in _leaves(message, 0) if not _is_attached(part)]
    plain = own_words("\n".join(_text(p) for p in parts if p.get_content_type() == "text/plain"))
    if plain:
        return plain
    html = (_text(part) for part in parts if part.get_content_type() == "text/html")
    return own_words("\n\n".join(text_of_html(each) for each in html))


def attachments_of(message: Message) -> list[str]:
    """The names of attached files; pictures that stand in the text, as logos do, are none."""
    parts = [part for part in _leaves(message, 0) if _is_attached(part)]
    return list(dict.fromkeys(name for part in parts if (name := _file_name(part))))[:_MOST_NAMES]


def decoded(content: bytes, charset: str | None) -> str:
    """The characters that the bytes stand for, whatever ``charset`` says, as well as can be told."""
    declared = _WIDER.get((charset or "").casefold().strip(), (charset or "").strip())
    try:
        name = codecs.lookup(declared).name if declared else "ascii"
        if name in {"cp1252", "ascii"} or name.startswith("iso8859"):
            return content.decode("utf-8")  # Real text in those is never UTF-8 by chance.
        return content.decode(name)
    except (LookupError, ValueError):
        pass
    try:
        return content.decode(declared or "ascii")
    except (LookupError, ValueError):
        return decode_text(content)


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
    return decoded(content, part.get_param("charset", None))


def _file_name(part: Message) -> str:
    name = part.get_filename()
    return " ".join(str(name).split())[:200] if name else ""
