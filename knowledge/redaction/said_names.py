"""Names of people that a text itself tells: introduced, greeted, titled, signed, or well known.

A candidate is a run of words written as names are, or, after "my name is", a known given name in
small letters; ``name_evidence.py`` judges the former. Scripts without capitals: ``cjk_names.py``.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from knowledge.redaction import name_cues as cues
from knowledge.redaction.letters import SMALL
from knowledge.redaction.name_evidence import MOST_WORDS, Candidate, is_house, is_name
from knowledge.redaction.spans import Span
from knowledge.redaction.word_lists import words

_WORD = r"[^\W\d_]+(?:['’][^\W\d_]+)?(?:-[^\W\d_]+)*"
_PARTICLE = r"(?:de|van|von|der|den|del|della|da|dos|das|di|la|le|bin|ibn|al|el|ten|ter|zu|zur|af)"
_CAPITAL = rf"(?:[A-Z]\.(?![A-Za-z])|(?=[^\W\d_{SMALL}]){_WORD})"
_RUN = re.compile(
    rf"(?<![\w@./'’-]){_CAPITAL}(?:[ \u00a0]+(?:{_PARTICLE}[ \u00a0]+){{0,2}}{_CAPITAL}){{0,6}}"
    r"(?![\w@]|-\d)"
)
_PART = re.compile(rf"[A-Z]\.|{_WORD}")
_LOWER = re.compile(
    rf"(?<![^\W_])(?:(?P<sure>{cues.alternatives(cues.INTRODUCTION)})|"
    rf"{cues.alternatives(cues.PRESENCE)})[ ]+"
    rf"(?P<first>{_WORD})(?:[ ]+(?P<second>{_WORD}))?",
    re.IGNORECASE,
)
_LOWER_WORD = re.compile(r"[a-zß-öø-ÿ]{3,}")
_LOWER_END = re.compile(
    r"\s*(?:[,.;!?\n]|$|(?:again|here|from|and|und|et|y|e|en)\b)", re.IGNORECASE
)
_TITLE = re.compile(rf"(?:{cues.TITLE})")
_REACH = 60
"""Characters around a candidate that are read as evidence."""


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
        candidate = Candidate(
            tuple(part[0] for part in group),
            before,
            text[end : end + _REACH],
            cues.phrases_before(before),
        )
        if is_name(candidate) and not is_house(text, start, candidate):
            yield Span(start, end, "name")


def _without_common(parts: list[re.Match[str]]) -> Iterator[list[re.Match[str]]]:
    """The parts of a run between words that are never names, titles, and the end of sentences."""
    group: list[re.Match[str]] = []
    for part in parts:
        word = part[0].casefold()
        if word in words("common_words") or word in cues.INTRODUCTION or _TITLE.fullmatch(part[0]):
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
    if (
        parts
        and len(parts) <= MOST_WORDS + 2
        and any(len(part[0].strip(".")) > 1 for part in parts)
    ):
        yield parts


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
