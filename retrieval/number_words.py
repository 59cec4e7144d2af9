"""Numbers in words: in English and German, ones, tens and whole hundreds; in Chinese, to ten."""

from __future__ import annotations

from typing import Final

_ONES: Final = (
    "two zwei", "three drei", "four vier", "five fünf", "six sechs", "seven sieben", "eight acht",
    "nine neun", "ten zehn", "eleven elf", "twelve zwölf", "thirteen dreizehn",
    "fourteen vierzehn", "fifteen fünfzehn", "sixteen sechzehn", "seventeen siebzehn",
    "eighteen achtzehn", "nineteen neunzehn",
)  # fmt: skip
_TENS: Final = (
    "twenty zwanzig", "thirty dreißig", "forty vierzig", "fifty fünfzig", "sixty sechzig",
    "seventy siebzig", "eighty achtzig", "ninety neunzig",
)  # fmt: skip
_LARGE: Final = {100: "hundred hundert", 1_000: "thousand tausend"}
_CHINESE: Final = "二三四五六七八九十"


def _all() -> dict[str, int]:
    found = {"两": 2} | {word: number for number, word in enumerate(_CHINESE, 2)}
    found |= {word: number for number, pair in enumerate(_ONES, 2) for word in pair.split()}
    for ten, pair in enumerate(_TENS, 2):
        english, german = pair.split()
        found |= {english: 10 * ten, german: 10 * ten}
        for one, both in enumerate(("one ein", *_ONES[:8]), 1):
            said, gesagt = both.split()
            words = (f"{english}-{said}", f"{english} {said}", f"{gesagt}und{german}")
            found |= dict.fromkeys(words, 10 * ten + one)
    for large, pair in _LARGE.items():
        english, german = pair.split()
        found |= {english: large, german: large}
        for one, both in enumerate(("one ein", *_ONES[:8]), 1):
            said, gesagt = both.split()
            found |= dict.fromkeys((f"{said} {english}", f"{gesagt}{german}"), one * large)
    return found


NUMBER_WORDS: Final = {word: str(number) for word, number in _all().items()}
"""What a word or two stand for, in digits. "A hundred and five" is read as a hundred."""
