"""Whether a run of words is somebody's name, judged by itself and by what stands around it.

The more the words before it promise a name, the less it has to look like one. Knows nothing of how
candidates are found in a text.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from knowledge.redaction import name_cues as cues
from knowledge.redaction.word_lists import phrases, words

MOST_WORDS = 4
_TITLED = re.compile(rf"(?<![\w-])(?:{cues.TITLE})[ \u00a0]+$")
_CLOSED = re.compile(
    rf"(?:^|[\n,.!?;])\s*(?:{cues.alternatives(cues.CLOSING)})(?:(?:[ ]*[,.!]?[ ]*[-–—~]?[ "
    rf"]*\n?\s*)|[^\n.!?,]{{0,20}},\s*)$",
    re.IGNORECASE,
)
_CLOSED_SURELY = re.compile(
    rf"(?:^|[\n,.!?;])\s*(?:{cues.alternatives(cues.CLOSING_SURELY)}),\s*$", re.IGNORECASE
)
_PRESENTED_AT_ONCE = re.compile(
    rf"(?:^|\n)\W*(?:{cues.alternatives(cues.GREETING)})[ ,.!–-]+"
    rf"(?:{cues.alternatives(cues.PRESENCE)})[ ]+$",
    re.IGNORECASE,
)
_SPEAKS = re.compile(rf"[ ,]+(?:{cues.alternatives(cues.PERSON_AFTER)})(?![^\W_])", re.IGNORECASE)
_TELLS = re.compile(r" (?:said|told|promised|from your|from the (?:team|support))\b")
_OF_A_THING = re.compile(
    r"(?<!\w)(?:the|a|das|der|die|den|dem|ein|eine|la|le|el|il|lo|het|de|un|una|model|modell|sofa|"
    r"tisch|regal|lampe|kleid|collection|serie|series|brand|by)\s+$",
    re.IGNORECASE,
)
_CALLS = re.compile(r" (?:from|calling|speaking|aus|von der|de|della) ")
_LINE_BEGINS = re.compile(r"(?:^|\n)(?:\[[^\]\n]{3,30}\]\s?|\d{1,2}:\d{2}\s?)?$")
_MARKED = re.compile(r"(?:^|\s)[\^~]\s?$")
_APART = re.compile(r"[\n\^~]")
_VOCATIVE = re.compile(r"[.!?;]|,? [\^*-]")
_AFTER_WORDS = re.compile(r"(?<![^\W_])[a-zà-ÿ'’]+, $")
"""What ends in a word: after "to Boston, " may follow another town."""
_SPEAKER = re.compile(r":\s")
_MAIL_AFTER = re.compile(r"\s*[<(\[]\S+@")
_LINE_ENDS = re.compile(r"[ \t]*[.!]?[ \t]*(?:\n|$)")
_POINTS = re.compile(r"\s*(?:[,.!?;:\n]|$)")


@dataclass(frozen=True, slots=True)
class Candidate:
    """A run of words that may be a name, and what stands around it."""

    parts: tuple[str, ...]
    before: str
    after: str
    cues: frozenset[str]
    """What was said last before it, see ``phrases_before``."""

    @property
    def first(self) -> str:
        return self.parts[0].casefold()

    @property
    def given(self) -> bool:
        return self.first.partition("-")[0] in words("given_names") or self.first in words(
            "given_names"
        )

    @property
    def clear(self) -> bool:
        """Whether the first word is nothing but a given name."""
        return self.given and self.first not in words("ambiguous_names")

    @property
    def full(self) -> bool:
        """Whether the last of several words is a known family name."""
        return len(self.parts) > 1 and self.parts[-1].casefold() in words("surnames")


def is_house(text: str, start: int, candidate: Candidate) -> bool:
    """Whether it is a company or a work that is called like a person."""
    after = candidate.after
    if re.match(r"\s*(?:&|®|™)", after) or re.search(r"&\s*$", candidate.before):
        return True
    near = text[max(0, start - 6) : start + 40].casefold().replace(".", "").replace("’", "'")
    return any(house in near for house in phrases("houses"))


def is_name(candidate: Candidate) -> bool:
    """Whether what stands around it, or the name itself, tells that it is somebody's name."""
    shouted = len(candidate.parts[0]) > 2 and all(part.isupper() for part in candidate.parts)
    if candidate.cues & cues.INTRODUCTION or _TITLED.search(candidate.before[-16:]):
        return True
    if _MAIL_AFTER.match(candidate.after) and (candidate.given or len(candidate.parts) > 1):
        return True
    return (
        _is_presented(candidate)
        or _is_greeted(candidate)
        or _is_signed(candidate)
        or _is_spoken_of(candidate)
        or _is_full_name(candidate, shouted)
    )


def _is_presented(candidate: Candidate) -> bool:
    if not candidate.cues & cues.PRESENCE:
        return False
    if candidate.clear or candidate.full:
        return True
    if candidate.cues & cues.CALLING and _CALLS.match(candidate.after):
        return True
    alone = candidate.cues & cues.SELF or _PRESENTED_AT_ONCE.search(candidate.before)
    several = len(candidate.parts) > 1 and bool(alone)
    return (several or candidate.given) and bool(_POINTS.match(candidate.after))


def _is_greeted(candidate: Candidate) -> bool:
    if not candidate.cues & cues.GREETING:
        return False
    return (
        candidate.clear
        or candidate.full
        or (candidate.given and bool(_POINTS.match(candidate.after)))
    )


def _is_addressed(candidate: Candidate) -> bool:
    """Whether it stands where one calls somebody by name: "that is fine, Peter. We will"."""
    if len(candidate.parts) > 1 or not _VOCATIVE.match(candidate.after):
        return False
    if candidate.clear:
        return candidate.before.endswith(", ")
    return candidate.given and bool(_AFTER_WORDS.search(candidate.before))


def _is_signed(candidate: Candidate) -> bool:
    if _SPEAKER.match(candidate.after) and _LINE_BEGINS.search(candidate.before):
        return candidate.clear
    if _is_addressed(candidate):
        return True
    if not _LINE_ENDS.match(candidate.after) or len(candidate.parts) > MOST_WORDS:
        return False
    initials = len(candidate.parts[0]) < 3 and candidate.parts[0].isupper()
    if _CLOSED_SURELY.search(candidate.before):
        return not initials
    if _CLOSED.search(candidate.before) or (_MARKED.search(candidate.before) and not initials):
        apart = _APART.search(candidate.before[-4:]) is not None
        return candidate.given or candidate.full or apart or len(candidate.parts) > 1
    alone = not candidate.before or bool(re.search(r"[\n,]\s*[-–—~]?\s*$", candidate.before))
    return alone and bool(candidate.before) and candidate.clear


def _is_spoken_of(candidate: Candidate) -> bool:
    if candidate.given and _TELLS.match(candidate.after):
        return not _OF_A_THING.search(candidate.before)
    if not candidate.clear:
        return False
    return bool(candidate.cues & cues.PERSON_BEFORE or _SPEAKS.match(candidate.after))


def _is_full_name(candidate: Candidate, shouted: bool) -> bool:
    if len(candidate.parts) < 2 or len(candidate.parts) > MOST_WORDS:
        return False
    if candidate.given and candidate.full:
        return candidate.clear or candidate.parts[-1].casefold() not in words("word_surnames")
    unlikely = shouted or _OF_A_THING.search(candidate.before)
    return candidate.clear and not unlikely and len(candidate.parts[1].strip(".")) != 2
