"""Turns, readings and policies in few words, for tests of the dialog."""

from __future__ import annotations

import re
from dataclasses import replace
from datetime import UTC, datetime
from typing import Any

import numpy as np

from bot.dialog import (
    CustomerMessage,
    DetailField,
    DialogState,
    FieldType,
    Lookup,
    LookupOutcome,
    Policy,
    Reading,
    Situation,
    Turn,
)
from knowledge.records import (
    AnswerTemplate,
    ArticleId,
    Button,
    IntentId,
    Passage,
    PassageId,
    TemplateId,
)
from nlu import IntentProbability
from retrieval import (
    ComposedAnswer,
    MatchReasons,
    PassageHit,
    SourcedSentence,
    TemplateCandidate,
)
from retrieval.encoded_passage import PassageSentences

NOON = datetime(2026, 3, 4, 12, 0, tzinfo=UTC)

RETURNS = AnswerTemplate(
    TemplateId("returns"),
    "Returning something",
    {"en": "Send it back within 30 days.", "de": "Senden Sie es binnen 30 Tagen zurück."},
    examples=("How do I return this?",),
    buttons=(Button("Refunds", "When do I get my money?"),),
)
REFUND = AnswerTemplate(TemplateId("refund"), "Refunds", {"en": "It takes five days."})
HOURS = AnswerTemplate(TemplateId("hours"), "Opening hours", {"en": "We open at nine."})
ORDER = AnswerTemplate(
    TemplateId("order"), "Your order", {"en": "Order {{ order }} is {{ status }}."}
)
INVOICE = AnswerTemplate(TemplateId("invoice"), "Invoices", {"en": "Invoice of {{ order }}."})
ORPHAN = AnswerTemplate(TemplateId("orphan"), "Orphan", {"en": "Dear {{ customer_name }}."})
TEMPLATES = {each.id: each for each in (RETURNS, REFUND, HOURS, ORDER, INVOICE, ORPHAN)}

POLICY = Policy(
    hand_off_intents=frozenset({IntentId("legal")}),
    hand_off_words=("my lawyer",),
    fields={
        "order": DetailField("order", re.compile(r"\bLW\d{3}\b"), {"en": "Which order?"}),
        "email": DetailField(
            "email", re.compile(r"\S+@\S+"), {"en": "Which e-mail?"}, FieldType.EMAIL
        ),
    },
    lookups={"orders": Lookup("orders", "http://orders", ("order", "email"), ("status",))},
)


def candidate(template: AnswerTemplate, probability: float) -> TemplateCandidate:
    return TemplateCandidate(template.id, probability, MatchReasons(0.5, "example", 50.0, None))


def reading(text: str = "hm", *found: tuple[AnswerTemplate, float], **more: Any) -> Reading:
    given = {"language": "en", **more}
    return Reading(text, templates=tuple(candidate(*each) for each in found), **given)


def asking(*parts: Reading) -> tuple[Reading, ...]:
    """``parts`` as requests of a message that each want an answer."""
    return tuple(replace(each, asks=True, stands_alone=True) for each in parts)


def composed(*sentences: str) -> dict[str, Any]:
    """A composed answer as the fields of a reading."""
    sourced = tuple(
        SourcedSentence(each, PassageId("a#0"), ArticleId("a"), "Article", "https://a", each)
        for each in sentences
    )
    return {
        "composed": ComposedAnswer(sourced, 0.9),
        "answerability": 0.9,
    }


def hit(title: str) -> PassageHit:
    """A passage that was found, with a title and an address."""
    passage = Passage(
        PassageId(f"{title}#0"),
        ArticleId(title),
        title,
        title,
        anchor="b",
        url=f"https://a/{title}",
    )
    sentences = PassageSentences(np.array([[0, len(title)]]), np.ones((1, 2), dtype=np.float32))
    return PassageHit(passage, 1.0, 0.5, 0.5, sentences)


def intent(name: str, probability: float) -> IntentProbability:
    return IntentProbability(IntentId(name), probability)


def turn(
    meant: Reading,
    *,
    state: DialogState | None = None,
    policy: Policy = POLICY,
    lookup: LookupOutcome | None = None,
    messages: tuple[CustomerMessage, ...] = (),
    parts: tuple[Reading, ...] = (),
    sides: tuple[tuple[Reading, Reading], ...] = (),
    **situation: Any,
) -> Turn:
    given = {"templates": TEMPLATES, "now": NOON, "looked_up": "orders", **situation}
    return Turn(
        state=state or DialogState(),
        messages=messages or (CustomerMessage(1, meant.text),),
        reading=meant,
        situation=Situation(lookup=lookup, **given),
        policy=policy,
        parts=parts,
        sides=sides,
    )
