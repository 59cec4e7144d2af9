"""Which letters are small, in all alphabets that have capitals: no class of regular expressions."""

from __future__ import annotations

from typing import Final

_LAST: Final = 0x1FFF
"""Latin, Greek, Cyrillic, Armenian and their additions lie below."""


def _ranges() -> str:
    small = {n for n in range(ord("a"), _LAST + 1) if chr(n).islower() and chr(n).isalpha()}
    begins = [n for n in sorted(small) if n - 1 not in small]
    ends = [n for n in sorted(small) if n + 1 not in small]
    return "".join(
        chr(begin) if begin == end else f"{chr(begin)}-{chr(end)}"
        for begin, end in zip(begins, ends, strict=True)
    )


SMALL: Final = _ranges()
"""What stands between the brackets of a class of all small letters."""
