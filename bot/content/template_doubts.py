"""What a template names that nobody knows: an intent that no model and no review has, an owner who
is nobody at the desk, an answer to offer next that was retired or deleted.

Such a template is stored all the same: the intent may be learned tomorrow, the owner may be a
team, and a retired answer may return. Whoever saves it is told, with the nearest that there is,
since a slip of the pen is silent otherwise.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import Final, Literal

from rapidfuzz import fuzz, process
from sqlmodel import Session, col, select

from bot.store.tables import IntentRow, TemplateRow, UserRow
from knowledge import AnswerTemplate, IntentId, TemplateState, lineage

_NEAR: Final = 70.0
"""The least likeness, of 100, of a name that may have been meant."""
_NOT_RETIRED: Final = select(TemplateRow.id).where(
    col(TemplateRow.state) != TemplateState.RETIRED.value
)


@dataclass(frozen=True, slots=True)
class Doubt:
    """``name`` is not known as an ``about``; ``nearest`` is what may have been meant."""

    about: Literal["intent", "owner", "follow_up"]
    name: str
    nearest: str | None

    def sentence(self, template: str) -> str:
        """For the terminal."""
        if self.about == "follow_up":
            return (
                f"template '{template}': '{self.name}' is retired or deleted, so it is not offered "
                "as what to ask next"
            )
        meant = f"; did you mean '{self.nearest}'?" if self.nearest else ""
        known = "is not known" if self.about == "intent" else "is nobody at the desk"
        return f"template '{template}': the {self.about} '{self.name}' {known}{meant}"


@dataclass(frozen=True, slots=True)
class KnownNames:
    """Intents by id; owners by address and by name. Nobody is doubted where there are none.

    ``offerable`` are the templates that may be offered next, now or once they are approved.
    """

    intents: frozenset[str]
    owners: Mapping[str, str]
    offerable: frozenset[str]

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
            frozenset(session.exec(_NOT_RETIRED)),
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
        if template.state is not TemplateState.RETIRED:
            for each in template.follow_ups:
                if each not in self.offerable:
                    yield Doubt("follow_up", each, None)


def _nearest(name: str, known: Iterable[str]) -> str | None:
    found = process.extractOne(
        name, sorted(known), scorer=fuzz.ratio, processor=str.casefold, score_cutoff=_NEAR
    )
    return found[0] if found else None
