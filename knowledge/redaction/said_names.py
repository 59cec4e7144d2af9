"""Names of people that a text itself tells: introduced, greeted, titled, signed, or well known.

A candidate is a run of words written as names are. What stands before and after decides how much
it needs to be believed: after "my name is" anything but a common word, after "hi" a known given
name, alone a known given name with a family name. Scripts without capitals: ``cjk_names.py``.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from knowledge.redaction import name_cues as cues
from knowledge.redaction.spans import Span
from knowledge.redaction.word_lists import phrases, words

_WORD = r"[^\W\d_]+(?:['’][^\W\d_]+)?(?:-[^\W\d_]+)*"
_PARTICLE = r"(?:de|van|von|der|den|del|della|da|dos|das|di|la|le|bin|ibn|al|el|ten|ter|zu|zur|af)"
_CAPITAL = rf"(?:[A-Z]\.(?![A-Za-z])|(?=[^\W\d_a-zß-öø-ÿ]){_WORD})"
_RUN = re.compile(
    rf"(?<![\w@./'’-]){_CAPITAL}(?:[ \u00a0]+(?:{_PARTICLE}[ \u00a0]+){{0,2}}{_CAPITAL}){{0,6}}"
    r"(?![\w@]|-\d)"
)
_PART = re.compile(rf"[A-Z]\.|{_WORD}")
_LOWER = re.compile(
    rf"(?<![^\W_])(?:(?P<sure>{cues.alternatives(cues.INTRODUCTION)})|{cues.alternatives(cues.PRESENCE)})[ ]+"
    rf"(?P<first>{_WORD})(?:[ ]+(?P<second>{_WORD}))?",
    re.IGNORECASE,
)
_LOWER_WORD = re.compile(r"[a-zß-öø-ÿ]{3,}")
_LOWER_END = re.compile(r"\s*(?:[,.;!?\n]|$|(?:again|here|from|and|und|et|y|e|en)\b)", re.IGNORECASE)
_TITLED = re.compile(rf"(?<![\w-])(?:{cues.TITLE})[ \u00a0]+$")
_TITLE = re.compile(rf"(?:{cues.TITLE})")
_CLOSED = re.compile(
    rf"(?:^|[\n,.!?;])\s*(?:{cues.alternatives(cues.CLOSING)})(?:(?:[ ]*[,.!]?[ ]*[-–—~]?[ ]*\n?\s*)|[^\n.!?,]{{0,20}},\s*)$",
    re.IGNORECASE,
)
_SPEAKS = re.compile(rf"[ ,]+(?:{cues.alternatives(cues.PERSON_AFTER)})(?![^\W_])", re.IGNORECASE)
_TELLS = re.compile(r" (?:said|told|promised|from your|from the (?:team|support))\b")
_OF_A_THING = re.compile(
    r"(?<!\w)(?:the|a|das|der|die|den|dem|ein|eine|la|le|el|il|lo|het|de|un|una|model|modell|sofa|"
    r"tisch|regal|lampe|kleid|collection|serie|series|brand|by)\s+$",
    re.IGNORECASE,
)
_MAIL_AFTER = re.compile(r"\s*[<(\[]\S+@")
_LINE_ENDS = re.compile(r"[ \t]*[.!]?[ \t]*(?:\n|$)")
_POINTS = re.compile(r"\s*(?:[,.!?;:\n]|$)")
_REACH = 60
_MOST_WORDS = 4


@dataclass(frozen=True, slots=True)
class _Candidate:
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
        return self.first.partition("-")[0] in words("given_names") or self.first in words("given_names")

    @property
    def clear(self) -> bool:
        """Whether the first word is nothing but a given name."""
        return self.given and self.first not in words("ambiguous_names")

    @property
    def full(self) -> bool:
        """Whether the last of several words is a known family name."""
        return len(self.parts) > 1 and self.parts[-1].casefold() in words("surnames")


def find_said_names(text: str) -> Iterator[Span]:
    """Names that the text tells to be somebody's."""
    common = words("common_words")
    for run in _RUN.finditer(text):
        if run[0].casefold() not in common:
            yield from _in_run(text, run)
    if not words("given_names").isdisjoint(_LOWER_WORD.findall(text)):
        yield from _in_lower_case(text)


def _in_run(text: str, run: re.Match[str]) -> Iterator[Span]:
    for group in _without_common(list(_PART.finditer(text, *run.span()))):
        start, end = group[0].start(), group[-1].end()
        before = text[max(0, start - _REACH) : start]
        candidate = _Candidate(
            tuple(part[0] for part in group),
            before,
            text[end : end + _REACH],
            cues.phrases_before(before),
        )
        if _is_name(candidate) and not _is_house(text, start, candidate):
            yield Span(start, end, "name")


def _without_common(parts: list[re.Match[str]]) -> Iterator[list[re.Match[str]]]:
    """The parts of a run between words that are never names, titles, and the end of sentences."""
    group: list[re.Match[str]] = []
    for part in parts:
        word = part[0].casefold()
        if word in words("common_words") or _TITLE.fullmatch(part[0]):
            if word in _LINKING and group:
                group.append(part)
                continue
            yield from _group(group)
            group = []
        else:
            group.append(part)
            if word.endswith(("'s", "’s")):
                yield from _group(group)
                group = []
    yield from _group(group)


_LINKING = frozenset(_PARTICLE.strip("(?:)").split("|"))


def _group(parts: list[re.Match[str]]) -> Iterator[list[re.Match[str]]]:
    while parts and parts[-1][0].casefold() in _LINKING:
        parts.pop()
    if parts and len(parts) <= _MOST_WORDS + 2 and any(len(part[0].strip(".")) > 1 for part in parts):
        yield parts


def _is_house(text: str, start: int, candidate: _Candidate) -> bool:
    """Whether it is a company or a work that is called like a person."""
    after = candidate.after
    if re.match(r"\s*(?:&|®|™)", after) or re.search(r"&\s*$", candidate.before):
        return True
    near = text[max(0, start - 6) : start + 40].casefold().replace(".", "").replace("’", "'")
    return any(house in near for house in phrases("houses"))


def _is_name(candidate: _Candidate) -> bool:
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


def _is_presented(candidate: _Candidate) -> bool:
    if not candidate.cues & cues.PRESENCE:
        return False
    if candidate.clear or candidate.full:
        return True
    several = len(candidate.parts) > 1 and bool(candidate.cues & cues.SELF)
    return (several or candidate.given) and bool(_POINTS.match(candidate.after))


def _is_greeted(candidate: _Candidate) -> bool:
    if not candidate.cues & cues.GREETING:
        return False
    return candidate.clear or candidate.full or (
        candidate.given and bool(_POINTS.match(candidate.after))
    )


def _is_signed(candidate: _Candidate) -> bool:
    if not _LINE_ENDS.match(candidate.after) or len(candidate.parts) > _MOST_WORDS:
        return False
    if _CLOSED.search(candidate.before):
        on_own_line = "\n" in candidate.before[-4:]
        return candidate.given or candidate.full or on_own_line or len(candidate.parts) > 1
    alone = not candidate.before or bool(re.search(r"[\n,]\s*[-–—~]?\s*$", candidate.before))
    return alone and bool(candidate.before) and candidate.clear


def _is_spoken_of(candidate: _Candidate) -> bool:
    if candidate.given and _TELLS.match(candidate.after):
        return not _OF_A_THING.search(candidate.before)
    if not candidate.clear:
        return False
    return bool(candidate.cues & cues.PERSON_BEFORE or _SPEAKS.match(candidate.after))


def _is_full_name(candidate: _Candidate, shouted: bool) -> bool:
    if len(candidate.parts) < 2 or len(candidate.parts) > _MOST_WORDS:
        return False
    if candidate.given and candidate.full:
        return candidate.clear or candidate.parts[-1].casefold() not in _WORD_SURNAMES
    unlikely = shouted or _OF_A_THING.search(candidate.before)
    return candidate.clear and not unlikely and len(candidate.parts[1].strip(".")) != 2


_WORD_SURNAMES = frozenset(
    "black brown green white gray rose price park king west wood stone fox hunt rice ball bell bishop "
    "booth cook cole day field ford forest grant hall hill holland key lane long love marsh mills "
    "pope power reed reed shepherd speed spring summers waters wells young lang lange weiß gold "
    "knight hudson jordan washington austin dale dean wolf winter sommer stein horn koch sauer jung "
    "costa greco fontana leone riva sala villa vega blanco castillo campos fuentes peña rivas".split()
)
"""Family names that are words or places: after an ambiguous given name they tell nothing."""


def _in_lower_case(text: str) -> Iterator[Span]:
    for match in _LOWER.finditer(text):
        first, second = match["first"], match["second"]
        if not first.islower() or first not in words("given_names"):
            continue
        if second and (second in words("surnames") or _is_second(match, text)):
            yield Span(match.start("first"), match.end("second"), "name")
        elif first not in words("ambiguous_names") and (
            match["sure"] or _LOWER_END.match(text, match.end("first"))
        ):
            yield Span(*match.span("first"), "name")


def _is_second(match: re.Match[str], text: str) -> bool:
    """Whether an unknown word belongs to a name: after a sure introduction, before a pause."""
    second = match["second"]
    return bool(
        match["sure"]
        and second not in words("common_words")
        and not _LOWER_END.match(" " + second + " ")
        and _LOWER_END.match(text, match.end("second"))
    )
