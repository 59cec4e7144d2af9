"""Figures as the desk's API hands them out: counted, timed, or a row for each template."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import asdict, dataclass
from typing import Any

from sqlmodel import Session, select

from bot.content.intent_names import named_intents
from bot.content.template_outcomes import Outcome
from bot.insights import (
    FACTS,
    TIMED,
    Fact,
    Figure,
    Part,
    Scope,
    by_bucket,
    count,
    durations,
    template_outcomes,
    within,
)
from bot.store.tables import TemplateRow, UserRow


@dataclass(frozen=True, slots=True)
class Named:
    """What people read in place of ids; ``agents`` is None where single ones are not shown."""

    intents: Mapping[str, str]
    templates: Mapping[str, str]
    agents: Mapping[str, str] | None

    @classmethod
    def read(cls, session: Session, *, by_agent: bool) -> Named:
        """As things are called now."""
        agents = session.exec(select(UserRow.id, UserRow.name)).all() if by_agent else None
        return cls(
            {each.id: each.name for each in named_intents(session)},
            dict(session.exec(select(TemplateRow.id, TemplateRow.title)).all()),
            dict(agents) if agents is not None else None,
        )


def figure_json(session: Session, figure: Figure, scope: Scope, named: Named) -> dict[str, Any]:
    """A figure over the period and the one before it."""
    if figure is Figure.TEMPLATES:
        return _templates_json(session, scope, named)
    facts = FACTS[figure](session, scope)
    counted = count(facts, scope.period)
    shown = {
        "parts": [_part_json(each, figure, named) for each in counted.parts],
        "total": counted.total,
        "before": counted.before,
        "conversations": len({fact.conversation for fact in within(facts, scope.period)}),
    }
    if figure in TIMED:
        return {**shown, **_times_json(facts, scope)}
    if figure is Figure.WORK:
        return {**shown, **_agents_json(within(facts, scope.period), named)}
    return shown


def _part_json(part: Part, figure: Figure, named: Named) -> dict[str, Any]:
    name = named.intents.get(part.id, part.id) if figure is Figure.CONTACTS else part.id
    return {**asdict(part), "name": name}


def _times_json(facts: Sequence[Fact], scope: Scope) -> dict[str, Any]:
    period, before = scope.period, scope.period.before()
    return {
        "times": [asdict(durations(each)) for each in by_bucket(facts, period)],
        "in_all": asdict(durations(within(facts, period))),
        "in_all_before": asdict(durations(within(facts, before))),
    }


def _templates_json(session: Session, scope: Scope, named: Named) -> dict[str, Any]:
    """A row for each template, without counts by day: nobody would see forty of them in a chart."""
    found = template_outcomes(session, scope)
    most = sorted(found.items(), key=lambda each: (-each[1].shown, -each[1].by_agents, each[0]))
    rows = [
        {"id": id, "title": named.templates.get(id, id), **_outcome_json(outcome)}
        for id, outcome in most
    ]
    total = sum(each.shown + each.by_agents for each in found.values())
    return {"parts": [], "total": total, "before": 0, "templates": rows}


def _outcome_json(outcome: Outcome) -> dict[str, Any]:
    last = outcome.last_at.isoformat() if outcome.last_at else None
    return {**asdict(outcome), "last_at": last}


def _agents_json(facts: Sequence[Fact], named: Named) -> dict[str, Any]:
    """How many people there were, and what each did where that may be shown."""
    did: dict[str, dict[str, int]] = {}
    for fact in facts:
        if fact.agent is not None:
            row = did.setdefault(fact.agent, {})
            row[fact.part] = row.get(fact.part, 0) + 1
    people = {"people": len(did)}
    if named.agents is None:
        return {**people, "agents": None}
    rows = [{"id": id, "name": named.agents.get(id, id), "did": row} for id, row in did.items()]
    return {**people, "agents": sorted(rows, key=lambda each: (str(each["name"]), str(each["id"])))}
