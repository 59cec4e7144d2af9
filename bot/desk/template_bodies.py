"""A template as the desk's editor sends it, and as the desk shows it."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import asdict
from typing import Annotated, Any

from pydantic import AwareDatetime, Field

from bot.channels.web.payloads import StoredText, Strict
from bot.content.template_doubts import Doubt
from bot.content.template_json import to_json
from bot.content.template_offers import Offer
from bot.content.template_outcomes import Outcome
from bot.content.template_versions import Version
from bot.content.templates import StoredTemplate
from knowledge import AnswerTemplate, Button, Enclosure, IntentId, TemplateId, TemplateState

Title = Annotated[StoredText, Field(min_length=1, max_length=200)]


class ButtonBody(Strict):
    """A quick reply."""

    label: Annotated[StoredText, Field(min_length=1, max_length=60)]
    text: Annotated[StoredText, Field(min_length=1, max_length=500)]

    def button(self) -> Button:
        """The record."""
        return Button(self.label, self.text)


class EnclosureBody(Strict):
    """A file that was uploaded before."""

    name: Annotated[StoredText, Field(min_length=1, max_length=120)]
    sha256: Annotated[str, Field(pattern="^[0-9a-f]{64}$")]

    def enclosure(self) -> Enclosure:
        """The record."""
        return Enclosure(self.name, self.sha256)


class TemplateBody(Strict):
    """A template as the editor sends it. What came later than 1.0 may be left out: it stays."""

    title: Title
    titles: dict[StoredText, Title] = Field(default_factory=dict)
    texts: dict[StoredText, StoredText]
    variants: dict[StoredText, tuple[StoredText, ...]] = Field(default_factory=dict)
    texts_on: dict[StoredText, dict[StoredText, StoredText]] = Field(default_factory=dict)
    intents: tuple[StoredText, ...] = ()
    examples: tuple[StoredText, ...] = ()
    buttons: tuple[ButtonBody, ...] = ()
    buttons_in: dict[StoredText, tuple[ButtonBody, ...]] = Field(default_factory=dict)
    follow_ups: tuple[StoredText, ...] = ()
    attachments: tuple[EnclosureBody, ...] = ()
    owner: Annotated[StoredText, Field(max_length=200)] | None = None
    state: TemplateState = TemplateState.DRAFT
    valid_from: AwareDatetime | None = None
    valid_until: AwareDatetime | None = None
    id: Annotated[str | None, Field(pattern=r"^[A-Za-z0-9_.-]{1,100}$")] = None

    def template(self, template_id: str, before: AnswerTemplate | None = None) -> AnswerTemplate:
        """The record, under ``template_id``; parts that were not sent stay those of ``before``."""
        return AnswerTemplate(
            id=TemplateId(template_id),
            title=self.title.strip(),
            texts=_written(self.texts),
            intents=tuple(IntentId(each) for each in self.intents),
            examples=tuple(dict.fromkeys(each.strip() for each in self.examples if each.strip())),
            buttons=tuple(each.button() for each in self.buttons),
            state=self.state,
            **(self._further() | self._unsent(before)),
        )

    def _further(self) -> dict[str, Any]:
        return {
            "titles": {language: title.strip() for language, title in self.titles.items()},
            "variants": {
                language: tuple(text for text in texts if text.strip())
                for language, texts in self.variants.items()
                if any(text.strip() for text in texts)
            },
            "texts_on": {
                channel: _written(texts)
                for channel, texts in self.texts_on.items()
                if _written(texts)
            },
            "buttons_in": {
                language: tuple(each.button() for each in buttons)
                for language, buttons in self.buttons_in.items()
                if buttons
            },
            "follow_ups": tuple(TemplateId(each) for each in self.follow_ups),
            "attachments": tuple(each.enclosure() for each in self.attachments),
            "owner": (self.owner or "").strip() or None,
            "valid_from": self.valid_from,
            "valid_until": self.valid_until,
        }

    def _unsent(self, before: AnswerTemplate | None) -> dict[str, Any]:
        """What an editor that knows less of templates did not send; one date is sent for both."""
        if before is None:
            return {}
        sent = self.model_fields_set
        if sent & {"valid_from", "valid_until"}:
            sent = sent | {"valid_from", "valid_until"}
        return {name: getattr(before, name) for name in self._further() if name not in sent}


def template_json(
    stored: StoredTemplate,
    outcome: Outcome | None = None,
    doubts: Sequence[Doubt] = (),
    offered_by: Sequence[Offer] = (),
) -> dict[str, Any]:
    """A template as the desk shows it; ``outcome`` is null where it was never said, ``doubts`` are
    the names in it that nobody knows, ``offered_by`` the templates that offer it next."""
    return {
        "id": stored.template.id,
        "version": stored.template.version,
        **to_json(stored.template),
        "updated_at": stored.updated_at.isoformat(),
        "held_back": stored.held_back,
        "evidence": stored.evidence,
        "outcome": outcome and _outcome_json(outcome),
        "doubts": [asdict(each) for each in doubts],
        "offered_by": [asdict(each) for each in offered_by],
    }


def version_json(version: Version) -> dict[str, Any]:
    """A version as the desk shows it."""
    return {
        "version": version.template.version,
        "saved_at": version.saved_at.isoformat(),
        "saved_by": version.saved_by,
        "content": to_json(version.template),
    }


def _outcome_json(outcome: Outcome) -> dict[str, Any]:
    last = outcome.last_at
    return {**asdict(outcome), "last_at": last.isoformat() if last else None}


def _written(texts: Mapping[str, str]) -> dict[str, str]:
    return {language: text for language, text in texts.items() if text.strip()}
