"""Conversations with known figures, in few words."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from typing import Any

from conversing import Desk, answering

from bot.dialog import Kind
from bot.insights import FACTS, Chosen, Figure, Period, Scope, conversations_behind, count
from bot.insights.facts import Counts, Fact
from bot.store.tables import ConversationRow
from knowledge.records import IntentId, TemplateId
from nlu import IntentProbability

AMSTERDAM = "Europe/Amsterdam"


def scope(desk: Desk, days: int = 30, **more: Any) -> Scope:
    """The last ``days`` days up to now."""
    last = desk.now.date()
    first = date.fromordinal(last.toordinal() - days + 1)
    return Scope(Period(first, last), desk.now, **more)


def facts(desk: Desk, figure: Figure, within: Scope | None = None) -> list[Fact]:
    with desk.database.read() as session:
        return FACTS[figure](session, within or scope(desk))


def counted(desk: Desk, figure: Figure, within: Scope | None = None) -> dict[str, int]:
    """How often each kind happened in the period."""
    shown = within or scope(desk)
    found: Counts = count(facts(desk, figure, shown), shown.period)
    assert sum(each.total for each in found.parts) == found.total
    return {each.id: each.total for each in found.parts if each.total}


def behind(desk: Desk, figure: Figure, part: str | None = None, **more: Any) -> set[str]:
    """The conversations that a figure leads to."""
    with desk.database.read() as session:
        found = conversations_behind(session, figure, scope(desk, **more), Chosen(part))
    return {id for _, id in found}


def asked(desk: Desk, intent: str | None, probability: float = 0.9) -> str:
    """A conversation in which the bot answered a question of this intent."""
    conversation = desk.conversation()
    ask(desk, conversation, intent, probability)
    return conversation


def ask(desk: Desk, conversation: str, intent: str | None, probability: float = 0.9) -> None:
    desk.says(conversation, f"a question at {desk.now}")
    decided = answering()
    reply = decided.decision.reply
    read = (IntentProbability(IntentId(intent), probability),) if intent else ()
    reasons = replace(reply.reasons, kind=Kind.COMPOSE, intents=read)
    decision = replace(decided.decision, reply=replace(reply, kind=Kind.COMPOSE, reasons=reasons))
    desk.commit(desk.pending(conversation), replace(decided, decision=decision))


def says_template(desk: Desk, conversation: str, template: str) -> None:
    desk.says(conversation, f"a question at {desk.now}")
    decided = answering()
    reply = decided.decision.reply
    reasons = replace(reply.reasons, template=TemplateId(template), template_version=1)
    decision = replace(
        decided.decision, reply=replace(reply, reasons=reasons), templates=(TemplateId(template),)
    )
    desk.commit(desk.pending(conversation), replace(decided, decision=decision))


def change(desk: Desk, conversation: str, **values: Any) -> None:
    with desk.database.write() as session:
        row = session.get_one(ConversationRow, conversation)
        for name, value in values.items():
            setattr(row, name, value)
        session.add(row)
