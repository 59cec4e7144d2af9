"""What a template names that nobody knows: an intent that no model and no review has, an owner who
is nobody at the desk.

Such a template is stored all the same: the intent may be learned tomorrow, and the owner may be a
team. Whoever saves it is told, with the nearest that there is, since a slip of the pen is silent
otherwise.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import Final, Literal

from rapidfuzz import fuzz, process
from sqlmodel import Session, col, select

from bot.store.tables import IntentRow, UserRow
from knowledge import AnswerTemplate, IntentId, lineage

_NEAR: Final = 70.0
"""The least likeness, of 100, of a name that may have been meant."""


@dataclass(frozen=True, slots=True)
class Doubt:
    """``name`` is not known as an ``about``; ``nearest`` is what may have been meant."""

    about: Literal["intent", "owner"]
    name: str
    nearest: str | None

    def sentence(self, template: str) -> str:
        """For the terminal."""
        meant = f"; did you mean '{self.nearest}'?" if self.nearest else ""
        known = "is not known" if self.about == "intent" else "is nobody at the desk"
        return f"template '{template}': the {self.about} '{self.name}' {known}{meant}"


@dataclass(frozen=True, slots=True)
class KnownNames:
    """Intents by id; owners by address and by name. Nobody is doubted where there are none."""

    intents: frozenset[str]
    owners: Mapping[str, str]

    @classmethod
    def of(cls, session: Session, learned: Collection[str] = ()) -> KnownNames:
        """What the database knows, and the ``learned`` intents of the model in service."""
        active = select(UserRow).where(col(UserRow.deactivated_at).is_(None))
        people = list(session.exec(active))
        named = {row.name: row.name for row in people}
        intents = (*session.exec(select(IntentRow.id)), *learned)
        return cls(
            frozenset(name for each in intents for name in lineage(IntentId(each))),
            {**named, **{row.email: row.email for row in people}},
        )

    def doubts(self, template: AnswerTemplate) -> tuple[Doubt, ...]:
        """What ``template`` names that is not known."""
        return tuple(self._doubts(template))

    def _doubts(self, template: AnswerTemplate) -> Iterator[Doubt]:
        if self.intents:
            for intent in template.intents:
                if intent not in self.intents:
                    yield Doubt("intent", intent, _nearest(intent, self.intents))
        owner, known = template.owner, {each.casefold() for each in self.owners}
        if owner and known and owner.casefold() not in known:
            yield Doubt("owner", owner, _nearest(owner, self.owners))


def _nearest(name: str, known: Iterable[str]) -> str | None:
    found = process.extractOne(
        name, sorted(known), scorer=fuzz.ratio, processor=str.casefold, score_cutoff=_NEAR
    )
    return found[0] if found else None
