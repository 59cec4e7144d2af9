"""The names of the people whom an export names, found again in what they wrote.

Full names in any case; single parts of them only as names are written, with a capital, because a
part may be a word too. Months and roles are never parts.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache

from knowledge.redaction.spans import Span

_CHINESE = re.compile(r"[\u3400-\u9fff\uf900-\ufaff]{2,}")
_ASIDE = re.compile(r"\(.*?\)|\[.*?\]|（.*?）|[|/,@].*$|\s(?:from|at|von|bei|-|–)\s.*$")
_PART = re.compile(r"[^\W\d_]+(?:['’-][^\W\d_]+)*")
_SHORTEST_PART = 3


def _words(listed: str) -> frozenset[str]:
    return frozenset(listed.split())


_ROLES = _words(
    """agent agents support service customer customers care client team bot system admin shop store
    desk help helpdesk sales user guest visitor operator unknown deleted account info office staff
    anonymous author company kunde kundin kundenservice the 客服 客户 用户 匿名"""
)
_MONTHS_AND_DAYS = _words(
    """january february march april may june july august september october november december
    monday tuesday wednesday thursday friday saturday sunday jan feb mar apr jun jul aug sep oct nov
    dec januar februar märz mai juni juli oktober dezember"""
)
_ALSO_WORDS = _words("will mark bill grace hope rose art rich faith joy sunny chase")


@lru_cache(maxsize=512)
def name_pattern(names: frozenset[str]) -> re.Pattern[str] | None:
    """A pattern that finds the names and their parts; ``None`` where none of them is a person's."""
    full: set[str] = set()
    parts: set[str] = set()
    for name in names:
        person = " ".join(_ASIDE.sub("", name).split())
        words = _PART.findall(person)
        lowered = {word.casefold() for word in words}
        if not words or lowered & _ROLES:
            continue
        if len(words) > 1 or _CHINESE.fullmatch(person):
            full.add(person)
        parts.update(word for word in words if _is_telling(word))
    alternatives = [_any_case(name) for name in sorted(full, key=len, reverse=True)]
    alternatives += [_as_name(part) for part in sorted(parts, key=len, reverse=True)]
    return re.compile("|".join(alternatives)) if alternatives else None


def find_names(text: str, pattern: re.Pattern[str] | None) -> Iterator[Span]:
    """Where the pattern's names stand in a text."""
    if pattern is not None:
        for match in pattern.finditer(text):
            yield Span(match.start(), match.end(), "name")


def _is_telling(word: str) -> bool:
    return (
        len(word) >= _SHORTEST_PART
        and not _CHINESE.fullmatch(word)
        and word.casefold() not in _MONTHS_AND_DAYS
    )


def _any_case(name: str) -> str:
    if _CHINESE.fullmatch(name):
        return re.escape(name)
    spaced = r"\s+".join(re.escape(word) for word in name.split())
    return rf"(?<!\w)(?i:{spaced})(?!\w)"


def _as_name(part: str) -> str:
    forms = {part, part.capitalize(), part.upper()} - {part.lower()}
    either = "|".join(re.escape(form) for form in sorted(forms)) or re.escape(part)
    inside = r"(?<=[\w,] )" if part.casefold() in _ALSO_WORDS else r"(?<!\w)"
    return rf"{inside}(?:{either})(?!\w)"
