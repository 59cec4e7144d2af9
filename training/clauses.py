"""Clauses of questions, and how people begin to ask: "how do i", "is there a", "i need to".

A beginning is an opening when questions about many things start with it and almost any word may
follow (Harris's successor variety, 1955), so openings are learned from the questions themselves, in
any language with spaces. Nothing here knows what marks one group of questions.
"""

from __future__ import annotations

import math
import re
from collections import Counter, defaultdict
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence

LONGEST_OPENING = 6
LEAST_GROUPS = 3
LEAST_SHARE_OF_GROUPS = 0.08
LEAST_PERPLEXITY = 8.0

Words = tuple[str, ...]

_EMPTY = (
    "am is are was were be been has have had do does did can could will would should may might to "
    "if that as so and but or then also please i we you it its it's he she they this there's there "
    "the a an my our your while when because with for in on at um uh "
    "well hi hello hey "
    "ich wir sie es ist sind war hat habe haben kann können bitte hallo der die das ein eine einen "
    "mein meine meinen und oder aber dass wenn"
)
_LEADS_ON = frozenset(
    [*_EMPTY.split(), "of", "from", "by", "no", "number", "von", "vom", "am", "um"]
)
_BOUNDARY = re.compile(r"\.(?=\s|$)|[!?;:\n()\"“”…]|\s[-–—]+\s|,(?=\s)")
_WORD = re.compile(r"[^\W_][\w'’-]*")


def clauses(text: str) -> Iterator[Words]:
    """The words and numbers of each clause of ``text``, as they were written."""
    for part in _BOUNDARY.split(text):
        if words := tuple(_WORD.findall(part)):
            yield words


def lower(words: Sequence[str]) -> Words:
    """The words in lower case, with one kind of apostrophe."""
    return tuple(word.lower().replace("’", "'") for word in words)


def openings(groups: Mapping[str, Iterable[Iterable[Words]]]) -> frozenset[Words]:
    """Beginnings of clauses, in lower case, that say nothing of what is asked."""
    following: defaultdict[Words, Counter[str]] = defaultdict(Counter)
    seen_in: defaultdict[Words, set[str]] = defaultdict(set)
    for key, texts in groups.items():
        for parts in texts:
            for words in map(lower, parts):
                for length in range(1, min(LONGEST_OPENING, len(words) - 1) + 1):
                    following[words[:length]][words[length]] += 1
                    seen_in[words[:length]].add(key)
    least = max(LEAST_GROUPS, LEAST_SHARE_OF_GROUPS * len(groups))
    return frozenset((word,) for word in _EMPTY.split()) | frozenset(
        beginning
        for beginning, after in following.items()
        if len(seen_in[beginning]) >= least and _perplexity(after) >= LEAST_PERPLEXITY
    )


def without_opening(words: Words, known: Collection[Words]) -> Words:
    """The words after the longest opening, and after those that follow it; never none."""
    while True:
        lengths = range(min(LONGEST_OPENING, len(words) - 1), 0, -1)
        found = next((length for length in lengths if lower(words[:length]) in known), 0)
        if not found:
            return words
        words = words[found:]


def without_number(words: Words) -> Words:
    """The words without a number that ends them, and what led to it; none where one is within."""
    end = len(words)
    while end and words[end - 1][0].isdigit():
        end -= 1
    if end < len(words):
        while end and words[end - 1].lower() in _LEADS_ON:
            end -= 1
    return () if any(word[0].isdigit() for word in words[:end]) else words[:end]


def _perplexity(counts: Counter[str]) -> float:
    """Of how many equally likely words the counted ones are as uncertain."""
    total = counts.total()
    return math.exp(-sum(n / total * math.log(n / total) for n in counts.values()))
