"""One thing that was looked at: a key and its values, worded where it is read.

A terminal reads English; the desk reads the agent's language. Errors of the settings and of models
say what was wrong in English, and stand in the sentence as they are.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Final

from bot.checkup import en, zh_hans
from bot.dialog.why import language_for_team
from bot.dialog.why.sentences import STORED, Sentences

FINDINGS: Final[dict[str, dict[str, str]]] = {STORED: en.FINDINGS, "zh-Hans": zh_hans.FINDINGS}
AREAS: Final[dict[str, dict[str, str]]] = {STORED: en.AREAS, "zh-Hans": zh_hans.AREAS}
DOUBTS: Final[dict[str, dict[str, str]]] = {STORED: en.DOUBTS, "zh-Hans": zh_hans.DOUBTS}
"""Names in doubt are told in English elsewhere too, so their sentences are recognised by words."""
_DOUBTS: Final = Sentences(DOUBTS)


def doubt_in(language: str, doubt: str) -> str:
    """A name in doubt, told to whoever prefers ``language``."""
    return _DOUBTS.said(language_for_team(language), doubt)


@dataclass(frozen=True, slots=True)
class Check:
    """One thing of an ``area``, perhaps one ``of`` several, that was looked at.

    The sentence ``key`` tells how to mend it where it is not ``ok``; where it is, and could be
    better, it tells that too. ``values`` fill its places.
    """

    area: str
    ok: bool
    key: str
    values: Mapping[str, str] = field(default_factory=dict)
    of: str = ""

    @property
    def name(self) -> str:
        """What was looked at, in English."""
        return self.name_in(STORED)

    @property
    def says(self) -> str:
        """What was found, in English."""
        return self.says_in(STORED)

    def name_in(self, language: str) -> str:
        """What was looked at, for whoever prefers ``language``."""
        return f"{AREAS[language_for_team(language)][self.area]} {self.of}".rstrip()

    def says_in(self, language: str) -> str:
        """What was found, for whoever prefers ``language``."""
        spoken = language_for_team(language)
        values = dict(self.values)
        if "doubt" in values:
            values["doubt"] = doubt_in(spoken, values["doubt"])
        return FINDINGS[spoken][self.key].format(**values)
