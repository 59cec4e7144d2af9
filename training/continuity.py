"""Keeps discovered intents what they were when conversations are learned again.

Reviewers have read them, and templates name them. While most questions are known from before, their
clusters stand and new questions join them; only what is left is clustered. Once the conversations
have outgrown that, all is clustered anew, and a cluster takes over the id of the earlier one that
most of its questions were in.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from knowledge.records import IntentId

STANDS_WHILE_KNOWN = 2 / 3
SAME = 0.5


@dataclass(frozen=True, slots=True)
class Earlier:
    """What was discovered before: the intent of each question's text, None where it had none.

    ``names`` holds the discovered intents only, not those that editors or tags named.
    """

    intents: Mapping[str, IntentId | None] = field(default_factory=dict)
    names: Mapping[IntentId, str] = field(default_factory=dict)

    def stands_for(self, texts: Sequence[str]) -> bool:
        """Whether ``texts`` are mostly those that the earlier intents were found in."""
        known = sum(text in self.intents for text in texts)
        return bool(self.names) and known >= STANDS_WHILE_KNOWN * len(texts)

    def groups(self, texts: Sequence[str]) -> dict[IntentId, list[int]]:
        """The places in ``texts`` of each discovered intent's questions, larger intents first."""
        places: defaultdict[IntentId, list[int]] = defaultdict(list)
        for place, text in enumerate(texts):
            intent = self.intents.get(text)
            if intent is not None and intent in self.names:
                places[intent].append(place)
        return dict(sorted(places.items(), key=lambda item: (-len(item[1]), item[0])))

    def same_as(self, groups: Sequence[Sequence[str]]) -> dict[int, IntentId]:
        """Which of ``groups`` of texts is which earlier intent, by number; each at most once.

        A group is the same where half of its known texts were in the intent, and half of the
        intent's are in it.
        """
        sizes = Counter(intent for intent in self.intents.values() if intent in self.names)
        shared = []
        for number, texts in enumerate(groups):
            counts = Counter(self.intents[text] for text in texts if text in self.intents)
            for intent, count in counts.items():
                if intent is None or intent not in self.names:
                    continue
                if count >= SAME * sum(counts.values()) and count >= SAME * sizes[intent]:
                    shared.append((-count, number, intent))
        found: dict[int, IntentId] = {}
        for _, number, intent in sorted(shared):
            if number not in found and intent not in found.values():
                found[number] = intent
        return found


NOTHING_EARLIER = Earlier()
