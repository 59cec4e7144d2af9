"""What the customers of a tiny shop say: three intents, each a word after some opening."""

from __future__ import annotations

from typing import Final

WORDS: Final = {"delivery": "parcel", "refund": "money", "login": "password"}
OPENINGS: Final = (
    "my",
    "the",
    "your",
    "about",
    "where is",
    "what about",
    "please",
    "again",
    "still",
    "no",
)
