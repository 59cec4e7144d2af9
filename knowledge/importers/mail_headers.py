"""An e-mail's headers as text: unfolded, their encoded words decoded, raw bytes guessed."""

from __future__ import annotations

import base64
import binascii
import quopri
import re
from collections.abc import Mapping
from email.message import Message
from itertools import groupby
from typing import Final

from knowledge.encoding import decode_text
from knowledge.importers.mail_charsets import decoded

_WORD: Final = re.compile(r"=\?([^?*\s]{1,40})(?:\*[^?\s]{0,20})?\?([bq])\?([^?]*)\?=", re.I)
_BETWEEN_WORDS: Final = re.compile(r"(\?=)\s+(=\?[^?\s]{1,60}\?[bq]\?)", re.I)
_SPACES: Final = re.compile(r"\s+")
_LONGEST: Final = 20_000


def headers_of(message: Message) -> Mapping[str, str]:
    """Each header's text by its name in lower case; of several, the first."""
    headers: dict[str, str] = {}
    for name, value in message.raw_items():
        headers.setdefault(name.casefold(), _text(str(value)[:_LONGEST]))
    return headers


def _text(value: str) -> str:
    if not value.isascii():
        value = decode_text(value.encode("utf-8", "surrogateescape"))
    return decode_words(_SPACES.sub(" ", value).strip())


def decode_words(text: str) -> str:
    """The text with each ``=?utf-8?q?…?=`` in it decoded; what is broken stays as it is."""
    if "=?" not in text:
        return text
    pieces = _WORD.split(_BETWEEN_WORDS.sub(r"\1\2", _BETWEEN_WORDS.sub(r"\1\2", text)))
    read: list[tuple[str, bytes | str]] = [("", pieces[0])]
    for charset, coding, content, after in zip(*(iter(pieces[1:]),) * 4, strict=True):
        read += [(charset.casefold(), _bytes(coding, content))] + ([("", after)] if after else [])
    return "".join(
        "".join(str(piece) for _, piece in run)
        if not charset
        else decoded(b"".join(piece for _, piece in run if isinstance(piece, bytes)), charset)
        for charset, run in groupby(read, key=lambda piece: piece[0])
    )


def _bytes(coding: str, content: str) -> bytes:
    """The bytes of an encoded word; a character may go on in the next one."""
    raw = content.encode("ascii", "replace")
    if coding in "qQ":
        return quopri.decodestring(raw, header=True)
    try:
        return base64.b64decode(raw + b"=" * (-len(raw) % 4))
    except (binascii.Error, ValueError):
        return raw
