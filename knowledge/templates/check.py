"""What an answer template must hold before it may be saved."""

from __future__ import annotations

from collections.abc import Collection, Iterable

from knowledge.errors import InvalidTemplateError
from knowledge.records import AnswerTemplate, Button
from knowledge.templates.fields import field_positions, fields_of
from knowledge.templates.languages import check_language


def check_template(template: AnswerTemplate, known_fields: Collection[str]) -> None:
    """Refuse a template that could not be sent as it stands.

    Raises:
        InvalidTemplateError: naming the template, the language, the place, and the remedy.
    """
    where = f"template '{template.id}'"
    if not template.id.strip():
        raise InvalidTemplateError(f"template '{template.title}': give it an id")
    if not template.title.strip():
        raise InvalidTemplateError(f"{where}: give it a title")
    for language, title in template.titles.items():
        check_language(f"{where}, titles", language)
        if not title.strip():
            raise InvalidTemplateError(f"{where}, titles, {language}: the title is empty")
    if not template.texts:
        raise InvalidTemplateError(f"{where}: has no text; write one in at least one language")
    for language, text in template.texts.items():
        _check_text(f"{where}, {language}", language, text, known_fields)
    if any(not example.strip() for example in template.examples):
        raise InvalidTemplateError(f"{where}: an example is empty; write a question or remove it")
    _check_buttons(where, template.buttons)
    for language, buttons in template.buttons_in.items():
        check_language(f"{where}, buttons", language)
        _check_buttons(f"{where}, {language}", buttons)
    _check_validity(where, template)


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


def _check_buttons(where: str, buttons: Iterable[Button]) -> None:
    if any(not button.label.strip() or not button.text.strip() for button in buttons):
        raise InvalidTemplateError(f"{where}: a button needs a label and the text that it sends")


def _check_validity(where: str, template: AnswerTemplate) -> None:
    start, end = template.valid_from, template.valid_until
    if any(moment is not None and moment.tzinfo is None for moment in (start, end)):
        raise InvalidTemplateError(f"{where}: its times need a time zone")
    if start is not None and end is not None and start >= end:
        raise InvalidTemplateError(f"{where}: valid until {end} is not after valid from {start}")
