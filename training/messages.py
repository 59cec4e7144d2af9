"""What customers wrote, out of conversations: texts to learn from without labels.

Reads redacted transcripts only, as a stream, and keeps a bounded number of different messages.
"""

from __future__ import annotations

import hashlib
import heapq
from collections.abc import Iterable, Iterator

from knowledge.records import Speaker, Transcript
from training.speech_acts import count_words

MOST = 20_000
_SHORTEST = 3
_LONGEST = 1000


def customer_messages(transcripts: Iterable[Transcript], most: int = MOST) -> list[str]:
    """Return at most ``most`` different messages of customers, in an order that looks random.

    Which are kept depends on the messages alone, not on their order. Messages of fewer than three
    words say too little about what they are about; only the beginning of a long one counts.
    """
    kept: list[tuple[int, str]] = []
    held: set[str] = set()
    for text in _messages(transcripts):
        if text in held:
            continue
        place = (-_chance(text), text)
        if len(kept) < most:
            heapq.heappush(kept, place)
            held.add(text)
        elif place > kept[0]:
            held.remove(heapq.heapreplace(kept, place)[1])
            held.add(text)
    return [text for _, text in sorted(kept, reverse=True)]


def _messages(transcripts: Iterable[Transcript]) -> Iterator[str]:
    for transcript in transcripts:
        for turn in transcript.turns:
            if turn.speaker is Speaker.CUSTOMER and not turn.private:
                text = " ".join(turn.text[:_LONGEST].split())
                if count_words(text) >= _SHORTEST:
                    yield text


def _chance(text: str) -> int:
    return int.from_bytes(hashlib.sha256(text.encode()).digest()[:8])
