"""How the dialog's records stand in JSON columns, and back."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import datetime
from typing import Any

from bot.dialog import (
    ButtonAction,
    DialogState,
    Memory,
    OpenForm,
    Reasons,
    ReplyButton,
    Source,
    Stage,
)
from knowledge.records import TemplateId


def state_to_json(state: DialogState) -> dict[str, Any]:
    """The dialog's memory as a JSON object."""
    return {
        "disclosed": state.disclosed,
        "clarified": state.clarified,
        "form": _form_to_json(state.form),
        "details": dict(state.details),
        "missed": state.missed,
        "proven": sorted(state.proven),
        "told_as_written": state.told_as_written,
        "wordings": dict(state.wordings),
        "memory": {
            "asked": state.memory.asked,
            "said": list(state.memory.said),
            "offered": list(state.memory.offered),
            "fingerprint": state.memory.fingerprint,
            "person_offered": state.memory.person_offered,
            "about": state.memory.about,
            "buttons": buttons_to_json(0, state.memory.buttons),
            "quoted": list(state.memory.quoted),
            "pointed": state.memory.pointed,
            "repeated": state.memory.repeated,
        },
    }


def state_from_json(data: dict[str, Any]) -> DialogState:
    """The dialog's memory; what is missing takes its default."""
    return DialogState(
        disclosed=data.get("disclosed", False),
        clarified=data.get("clarified", False),
        form=_form_from_json(data.get("form")),
        details=data.get("details", {}),
        missed=data.get("missed", 0),
        proven=frozenset(data.get("proven", ())),
        told_as_written=data.get("told_as_written", False),
        wordings=data.get("wordings", {}),
        memory=_memory_from_json(data.get("memory") or {}),
    )


def _memory_from_json(data: dict[str, Any]) -> Memory:
    return Memory(
        asked=data.get("asked", ""),
        said=tuple(TemplateId(each) for each in data.get("said", ())),
        offered=tuple(TemplateId(each) for each in data.get("offered", ())),
        fingerprint=data.get("fingerprint", ""),
        person_offered=data.get("person_offered", False),
        about=data.get("about", ""),
        buttons=buttons_from_json(data.get("buttons", ())),
        quoted=tuple(data.get("quoted", ())),
        pointed=data.get("pointed", False),
        repeated=data.get("repeated", 1),
    )


def _form_to_json(form: OpenForm | None) -> dict[str, Any] | None:
    if form is None:
        return None
    return {
        "name": form.name,
        "template": form.template,
        "collected": dict(form.collected),
        "asking": list(form.asking),
        "asked": form.asked,
        "skipped": list(form.skipped),
        "stage": form.stage.value,
        "checks": form.checks,
        "aside": form.aside,
        "asked_at": form.asked_at and form.asked_at.isoformat(),
        "under": _form_to_json(form.under),
    }


def _form_from_json(data: dict[str, Any] | None) -> OpenForm | None:
    """The open form; what is missing or not known any more takes its default."""
    if not data:
        return None
    template, asked_at, stage = data.get("template"), data.get("asked_at"), data.get("stage")
    return OpenForm(
        template=TemplateId(template) if template else None,
        collected=data.get("collected", {}),
        asked=data.get("asked", 0),
        name=data.get("name"),
        asking=tuple(data.get("asking", ())),
        skipped=tuple(data.get("skipped", ())),
        stage=Stage(stage) if stage in set(Stage) else Stage.FILLING,
        checks=data.get("checks", 0),
        aside=data.get("aside", 0),
        asked_at=datetime.fromisoformat(asked_at) if asked_at else None,
        under=_form_from_json(data.get("under")),
    )


def buttons_to_json(seq: int, buttons: tuple[ReplyButton, ...]) -> list[dict[str, Any]]:
    """Buttons with ids of their own: the message's ``seq`` and the button's place."""
    return [
        {
            "id": f"{seq}.{place}",
            "label": each.label,
            "action": {
                "template": each.action.template,
                "text": each.action.text,
                "human": each.action.human,
                "other": each.action.other,
                "rating": each.action.rating,
            },
        }
        for place, each in enumerate(buttons)
    ]


def buttons_from_json(data: Iterable[dict[str, Any]]) -> tuple[ReplyButton, ...]:
    """Stored buttons, without their ids."""
    return tuple(ReplyButton(each["label"], action_from_json(each["action"])) for each in data)


def action_from_json(data: dict[str, Any]) -> ButtonAction:
    """What a stored button does."""
    template = data.get("template")
    return ButtonAction(
        template=TemplateId(template) if template else None,
        text=data.get("text"),
        human=bool(data.get("human")),
        other=bool(data.get("other")),
        rating=data.get("rating"),
    )


def sources_to_json(sources: tuple[Source, ...]) -> list[dict[str, Any]]:
    """Sources as the chat API shows them."""
    return [{"title": each.title, "url": each.url, "quote": each.quote} for each in sources]


def reasons_to_json(
    reasons: Reasons, release: str | None, titles: dict[str, str]
) -> dict[str, Any]:
    """Reasons as the desk shows them. ``titles`` names templates by id."""
    return {
        "kind": reasons.kind.value,
        "probability": reasons.probability,
        "intent": reasons.intent,
        "intents": [
            {"intent": each.intent, "probability": round(each.probability, 4)}
            for each in reasons.intents
        ],
        "template": reasons.template
        and {
            "id": reasons.template,
            "version": reasons.template_version,
            "title": titles.get(reasons.template, reasons.template),
        },
        "candidates": [
            {
                "template": each.template,
                "title": titles.get(each.template, each.template),
                "probability": round(each.probability, 4),
                "similarity": round(each.reasons.similarity, 4),
                "fuzzy": round(each.reasons.fuzzy, 4),
                "intent_probability": each.reasons.intent_probability,
                "example": each.reasons.example,
            }
            for each in reasons.candidates
        ],
        "passages": [
            {
                "article": each.passage.article,
                "title": each.passage.title,
                "score": round(each.score, 4),
                "url": each.passage.url,
            }
            for each in reasons.passages
        ],
        "also": [{"id": each, "title": titles.get(each, each)} for each in reasons.also],
        "threshold": reasons.threshold,
        "rule": reasons.rule,
        "asked": reasons.asked,
        "release": release,
        "because": list(reasons.because),
    }
