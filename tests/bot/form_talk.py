"""A company's forms, and conversations with them turn by turn, for tests of the dialog."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from dataclasses import replace
from datetime import datetime
from decimal import Decimal
from typing import Any

from situations import HOURS, NOON, candidate, turn

from bot.dialog import (
    AnswerWith,
    Bearing,
    CustomerMessage,
    Day,
    Decision,
    DetailField,
    DialogState,
    FieldType,
    Form,
    Lookup,
    LookupOutcome,
    LookupRequest,
    NeedsLookup,
    Option,
    PassOn,
    Policy,
    Priority,
    Queue,
    Reading,
    decide,
)
from knowledge.records import AnswerTemplate, IntentId, TemplateId

BROKEN = AnswerTemplate(
    TemplateId("broken"), "It broke", {"en": "Sorry."}, intents=(IntentId("damage"),)
)
STATUS = AnswerTemplate(
    TemplateId("status"), "Your order", {"en": "{{ order }} for {{ email }}: {{ status }}"}
)
DUE = AnswerTemplate(TemplateId("due"), "Due", {"en": "{{ order }}: {{ status }}."})
TEMPLATES = {each.id: each for each in (BROKEN, STATUS, DUE, HOURS)}


def field(name: str, kind: FieldType = FieldType.TEXT, **more: Any) -> DetailField:
    """A field that asks for itself: ``The name?``."""
    given = {"pattern": None, "prompts": {"en": f"The {name}?"}, **more}
    return DetailField(name, type=kind, **given)


FIELDS = {
    each.name: each
    for each in (
        field(
            "order",
            pattern=re.compile(r"\bLW[ -]?(\d{3})\b", re.IGNORECASE),
            canonical=r"LW-\1",
            examples=("LW-123",),
            labels={"en": "Order number", "de": "Bestellnummer"},
        ),
        field("email", FieldType.EMAIL, labels={"en": "E-mail"}),
        field(
            "part",
            FieldType.CHOICE,
            options=(
                Option("frame", {"en": "Frame", "de": "Rahmen"}),
                Option("wheel", {"en": "Wheel"}, ("tyre",)),
            ),
        ),
        field("day", FieldType.DATE, most=Day(), invalid={"en": "It has to be a past day."}),
        field("what", shortest=5),
        field("phone", FieldType.PHONE, region="NL"),
        field("pieces", FieldType.INTEGER, least=Decimal(1), most=Decimal(9)),
        field("ridden", FieldType.YES_NO),
    )
}
DAMAGE = Form(
    name="damage",
    titles={"en": "Damage report", "de": "Schaden"},
    fields=("order", "part", "day", "what", "phone"),
    then=PassOn("workshop", {"en": "Thanks, we look after {{ order }} ({{ part }})."}),
    optional=frozenset({"phone"}),
    intents=frozenset({IntentId("damage")}),
    confirm=True,
    opening={"en": "I'm sorry."},
)
TRACKING = Form(
    name="tracking",
    titles={"en": "Tracking"},
    fields=("order", "email"),
    then=AnswerWith(STATUS.id),
    templates=frozenset({STATUS.id}),
    lookup="orders",
)
TALLY = Form(
    name="tally",
    titles={"en": "Count"},
    fields=("pieces", "ridden"),
    then=PassOn(),
    intents=frozenset({IntentId("count")}),
)
ORDERS = Lookup("orders", "http://orders", ("order", "email"), ("status",))
POLICY = Policy(
    fields=FIELDS,
    lookups={"orders": ORDERS},
    forms={each.name or "": each for each in (DAMAGE, TRACKING, TALLY)},
    queues=(Queue("workshop", frozenset({IntentId("else")}), Priority.HIGH),),
)
BOOK = {("LW-123", "a@b.nl"): "on its *way*"}


def from_the_book(request: LookupRequest) -> LookupOutcome:
    """The order service: number and address must belong together."""
    status = BOOK.get((request.inputs["order"], request.inputs["email"]))
    return LookupOutcome({"status": status} if status else None)


class Talk:
    """A customer's conversation; ``say`` returns what the bot decides."""

    def __init__(
        self,
        policy: Policy = POLICY,
        look_up: Callable[[LookupRequest], LookupOutcome] = from_the_book,
        identity: Mapping[str, str] | None = None,
        now: datetime = NOON,
        state: DialogState | None = None,
        templates: Mapping[TemplateId, AnswerTemplate] = TEMPLATES,
    ) -> None:
        self.state = state or DialogState()
        self.now = now
        self.asked: list[LookupRequest] = []
        self._policy = policy
        self._look_up = look_up
        self._situation = {"identity": identity or {}, "templates": templates}

    def say(
        self,
        *texts: str,
        sure: AnswerTemplate | None = None,
        probability: float = 0.9,
        bearing: Bearing | None = None,
        **reading: Any,
    ) -> Decision:
        meant = Reading("\n\n".join(texts), **{"language": "en", **reading})
        if sure is not None:
            meant = replace(meant, templates=(candidate(sure, probability),))
        step = turn(
            meant,
            state=self.state,
            policy=self._policy,
            messages=tuple(CustomerMessage(seq, text) for seq, text in enumerate(texts, 1)),
            now=self.now,
            looked_up=None,
            **self._situation,
        )
        step = replace(step, bearing=bearing)
        outcome = decide(step)
        if isinstance(outcome, NeedsLookup):
            self.asked.append(outcome.request)
            found = self._look_up(outcome.request)
            name = outcome.request.name
            step = replace(step, situation=replace(step.situation, lookup=found, looked_up=name))
            outcome = decide(step)
        assert isinstance(outcome, Decision)
        self.state = outcome.state
        return outcome
