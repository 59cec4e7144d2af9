"""How the dialog's records stand in JSON columns, and back."""

from __future__ import annotations

from typing import Any

from bot.dialog import (
    ButtonAction,
    DialogState,
    Memory,
    OpenForm,
    Reasons,
    ReplyButton,
    Source,
)
from knowledge.records import TemplateId


def state_to_json(state: DialogState) -> dict[str, Any]:
    """The dialog's memory as a JSON object."""
    form = state.form
    return {
        "disclosed": state.disclosed,
        "clarified": state.clarified,
        "form": form
        and {
            "template": form.template,
            "collected": dict(form.collected),
            "asked": form.asked,
            "missed": form.missed,
        },
        "memory": {
            "asked": state.memory.asked,
            "said": list(state.memory.said),
            "offered": list(state.memory.offered),
            "fingerprint": state.memory.fingerprint,
        },
    }


def state_from_json(data: dict[str, Any]) -> DialogState:
    """The dialog's memory; what is missing takes its default."""
    form = data.get("form")
    return DialogState(
        disclosed=data.get("disclosed", False),
        clarified=data.get("clarified", False),
        form=OpenForm(
            TemplateId(form["template"]), form["collected"], form["asked"], form.get("missed", 0)
        )
        if form
        else None,
        memory=_memory_from_json(data.get("memory") or {}),
    )


def _memory_from_json(data: dict[str, Any]) -> Memory:
    return Memory(
        asked=data.get("asked", ""),
        said=tuple(TemplateId(each) for each in data.get("said", ())),
        offered=tuple(TemplateId(each) for each in data.get("offered", ())),
        fingerprint=data.get("fingerprint", ""),
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
            },
        }
        for place, each in enumerate(buttons)
    ]


def action_from_json(data: dict[str, Any]) -> ButtonAction:
    """What a stored button does."""
    template = data.get("template")
    return ButtonAction(
        template=TemplateId(template) if template else None,
        text=data.get("text"),
        human=bool(data.get("human")),
        other=bool(data.get("other")),
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
        "release": release,
        "because": list(reasons.because),
    }
