"""What an answer template must hold before it may be saved."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable, Iterator
from typing import Final

from knowledge.errors import InvalidTemplateError
from knowledge.records import CHANNELS, AnswerTemplate, Button
from knowledge.templates.fields import field_positions, fields_of
from knowledge.templates.languages import check_language

MOST_FOLLOW_UPS: Final = 3
MOST_ATTACHMENTS: Final = 5
_SHA256 = re.compile("[0-9a-f]{64}")


def check_template(template: AnswerTemplate, known_fields: Collection[str]) -> None:
    """Refuse a template that could not be sent as it stands.

    Whether its follow-ups and the bytes of its files exist is for whoever stores them to say.

    Raises:
        InvalidTemplateError: naming the template, the language, the place, and the remedy.
    """
    where = f"template '{template.id}'"
    if not template.id.strip():
        raise InvalidTemplateError(f"template '{template.title}': give it an id")
    if not template.title.strip():
        raise InvalidTemplateError(f"{where}: give it a title")
    _refuse_fields(f"{where}, title", template.title)
    for language, title in template.titles.items():
        check_language(f"{where}, titles", language)
        if not title.strip():
            raise InvalidTemplateError(f"{where}, titles, {language}: the title is empty")
        _refuse_fields(f"{where}, titles, {language}", title)
    if not template.texts:
        raise InvalidTemplateError(f"{where}: has no text; write one in at least one language")
    for language, text in template.texts.items():
        _check_text(f"{where}, {language}", language, text, known_fields)
    for place, language, text in _further_texts(template):
        _check_further(f"{where}, {place}", template, language)
        _check_text(f"{where}, {place}, {language}", language, text, known_fields)
    _check_different(where, template)
    if any(not example.strip() for example in template.examples):
        raise InvalidTemplateError(f"{where}: an example is empty; write a question or remove it")
    _check_buttons(where, template.buttons)
    for language, buttons in template.buttons_in.items():
        check_language(f"{where}, buttons", language)
        _check_buttons(f"{where}, {language}", buttons)
    _check_company(where, template)
    _check_validity(where, template)


def _further_texts(template: AnswerTemplate) -> Iterator[tuple[str, str, str]]:
    """Where each variant and each channel's text stands, its language, and the text."""
    for language, variants in template.variants.items():
        for number, text in enumerate(variants, start=1):
            yield f"variant {number}", language, text
    for channel, texts in template.texts_on.items():
        if channel not in CHANNELS:
            raise InvalidTemplateError(
                f"template '{template.id}': no channel is called '{channel}'; "
                f"known are: {', '.join(CHANNELS)}"
            )
        for language, text in texts.items():
            yield channel, language, text


def _check_further(where: str, template: AnswerTemplate, language: str) -> None:
    if language not in template.texts:
        raise InvalidTemplateError(
            f"{where}: there is no text in '{language}' that this could stand for; write one"
        )


def _check_different(where: str, template: AnswerTemplate) -> None:
    for language, variants in template.variants.items():
        wordings = [text.strip() for text in (template.texts[language], *variants)]
        if len(set(wordings)) < len(wordings):
            raise InvalidTemplateError(
                f"{where}, variants, {language}: two wordings are the same; change or remove one"
            )


def _check_text(where: str, language: str, text: str, known_fields: Collection[str]) -> None:
    check_language(where, language)
    if not text.strip():
        raise InvalidTemplateError(f"{where}: the text is empty")
    try:
        fields_of(text)
    except InvalidTemplateError as malformed:
        raise InvalidTemplateError(f"{where}, {malformed}") from None
    for name, position in field_positions(text):
        if name not in known_fields:
            known = ", ".join(sorted(known_fields)) or "none"
            raise InvalidTemplateError(
                f"{where}, {position}: no field is called '{name}'; known are: {known}"
            )


def _refuse_fields(where: str, text: str) -> None:
    """Titles and buttons are shown as they stand, so a field in them would be, too."""
    try:
        names = fields_of(text)
    except InvalidTemplateError as malformed:
        raise InvalidTemplateError(f"{where}, {malformed}") from None
    if names:
        raise InvalidTemplateError(
            f"{where}: the field '{names[0]}' cannot be filled here, only in the answer's text"
        )


def _check_buttons(where: str, buttons: Iterable[Button]) -> None:
    for button in buttons:
        if not button.label.strip() or not button.text.strip():
            raise InvalidTemplateError(
                f"{where}: a button needs a label and the text that it sends"
            )
        _refuse_fields(f"{where}, button '{button.label}'", button.label)
        _refuse_fields(f"{where}, button '{button.label}'", button.text)


def _check_company(where: str, template: AnswerTemplate) -> None:
    """What goes with the answer: follow-ups, files, and who answers for it."""
    follow_ups = template.follow_ups
    if template.id in follow_ups or len(set(follow_ups)) < len(follow_ups):
        raise InvalidTemplateError(f"{where}: a follow-up is another template, and named once")
    if len(follow_ups) > MOST_FOLLOW_UPS:
        raise InvalidTemplateError(f"{where}: at most {MOST_FOLLOW_UPS} follow-ups; remove some")
    if len(template.attachments) > MOST_ATTACHMENTS:
        raise InvalidTemplateError(f"{where}: at most {MOST_ATTACHMENTS} attachments; remove some")
    for each in template.attachments:
        if not each.name.strip() or not _SHA256.fullmatch(each.sha256):
            raise InvalidTemplateError(
                f"{where}, attachment '{each.name}': needs a name, and the SHA-256 of its bytes"
            )
    if template.owner is not None and not template.owner.strip():
        raise InvalidTemplateError(f"{where}: the owner is empty; name somebody or leave it out")


def _check_validity(where: str, template: AnswerTemplate) -> None:
    start, end = template.valid_from, template.valid_until
    if any(moment is not None and moment.tzinfo is None for moment in (start, end)):
        raise InvalidTemplateError(f"{where}: its times need a time zone")
    if start is not None and end is not None and start >= end:
        raise InvalidTemplateError(f"{where}: valid until {end} is not after valid from {start}")
