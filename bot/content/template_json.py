"""An answer template as the desk's API and the database hold it; dates as ISO 8601."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import asdict
from datetime import datetime
from typing import Any

from knowledge import AnswerTemplate, Button, Enclosure, IntentId, TemplateId, TemplateState


def to_json(template: AnswerTemplate) -> dict[str, Any]:
    """All of the template but its id and version."""
    return {
        "title": template.title,
        "titles": dict(template.titles),
        "intents": list(template.intents),
        "examples": list(template.examples),
        "texts": dict(template.texts),
        "variants": {language: list(texts) for language, texts in template.variants.items()},
        "texts_on": {channel: dict(texts) for channel, texts in template.texts_on.items()},
        "buttons": _buttons_to_json(template.buttons),
        "buttons_in": {
            language: _buttons_to_json(buttons) for language, buttons in template.buttons_in.items()
        },
        "follow_ups": list(template.follow_ups),
        "attachments": [asdict(each) for each in template.attachments],
        "owner": template.owner,
        "state": template.state.value,
        "valid_from": template.valid_from.isoformat() if template.valid_from else None,
        "valid_until": template.valid_until.isoformat() if template.valid_until else None,
    }


def from_json(template: str, content: dict[str, Any]) -> AnswerTemplate:
    """The template that ``to_json`` wrote, or wrote before some of its parts existed."""
    return AnswerTemplate(
        id=TemplateId(template),
        title=content["title"],
        titles=content.get("titles", {}),
        texts=content["texts"],
        variants={tag: tuple(texts) for tag, texts in content.get("variants", {}).items()},
        texts_on=content.get("texts_on", {}),
        intents=tuple(IntentId(each) for each in content["intents"]),
        examples=tuple(content["examples"]),
        buttons=_buttons_from_json(content["buttons"]),
        buttons_in={
            language: _buttons_from_json(buttons)
            for language, buttons in content.get("buttons_in", {}).items()
        },
        follow_ups=tuple(TemplateId(each) for each in content.get("follow_ups", ())),
        attachments=tuple(
            Enclosure(each["name"], each["sha256"]) for each in content.get("attachments", ())
        ),
        owner=content.get("owner"),
        state=TemplateState(content["state"]),
        valid_from=_moment(content.get("valid_from")),
        valid_until=_moment(content.get("valid_until")),
    )


def _buttons_to_json(buttons: Iterable[Button]) -> list[dict[str, str]]:
    return [{"label": each.label, "text": each.text} for each in buttons]


def _buttons_from_json(buttons: Iterable[dict[str, str]]) -> tuple[Button, ...]:
    return tuple(Button(each["label"], each["text"]) for each in buttons)


def _moment(text: str | None) -> datetime | None:
    return datetime.fromisoformat(text) if text else None
