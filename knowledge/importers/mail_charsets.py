"""The characters that bytes of an e-mail stand for, where its declaration may be wrong."""

from __future__ import annotations

import codecs
from typing import Final

from knowledge.encoding import decode_text

_WIDER: Final = {
    "gb2312": "gb18030", "gbk": "gb18030", "ks_c_5601-1987": "cp949", "euc-kr": "cp949",
    "iso-8859-1": "cp1252", "latin1": "cp1252", "shift_jis": "cp932", "x-sjis": "cp932",
    "big5": "cp950", "iso-8859-8-i": "iso-8859-8", "unicode-1-1-utf-7": "utf-7",
}  # fmt: skip
"""What programs mean when they say the first."""
_ONE_BYTE: Final = ("ascii", "cp125", "iso8859", "koi8")


def decoded(content: bytes, charset: str | None) -> str:
    """The text: by the declared character set where it fits, else by the likeliest."""
    name = _codec(charset)
    if name is None or name.startswith(_ONE_BYTE):
        try:
            return content.decode("utf-8")  # Real text in those is hardly ever UTF-8 by chance.
        except UnicodeDecodeError:
            pass
    try:
        return content.decode(name or "ascii")
    except ValueError:
        return decode_text(content)


def _codec(charset: str | None) -> str | None:
    """Python's name of a character set; ``None`` where it is none that it knows."""
    declared = (charset or "").strip().casefold()
    try:
        codec = codecs.lookup(_WIDER.get(declared, declared))
    except (LookupError, ValueError):
        return None
    return codec.name if codec._is_text_encoding else None
