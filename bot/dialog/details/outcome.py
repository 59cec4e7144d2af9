"""What reading a detail out of a text comes to: found, refused, or (None) not there."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date


@dataclass(frozen=True, slots=True)
class Moment:
    """What a text's meaning depends on: today where the company is, and the language."""

    today: date
    language: str


@dataclass(frozen=True, slots=True)
class Found:
    """A value in its canonical form, and where in the text it stood."""

    value: str
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Refused:
    """Something was given that cannot be taken. ``problem`` is a phrase, ``values`` its places."""

    problem: str
    values: Mapping[str, str] = field(default_factory=dict)


def only_one(found: list[Found]) -> Found | Refused | None:
    """The single value that was found; two different ones are for the customer to choose from."""
    if len({each.value for each in found}) > 1:
        return Refused("detail_several")
    return found[0] if found else None
