"""Puts a form's open question: its words, its examples, its buttons. Pure."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Final, assert_never

from bot.dialog.decisions import Decision, Kind, Reply
from bot.dialog.details import (
    DetailField,
    FieldType,
    Option,
    Refused,
    as_words,
    in_language,
    shown,
)
from bot.dialog.forms.collecting import fields_of_form, keeping, known, proven
from bot.dialog.forms.which import title_of
from bot.dialog.messages import ButtonAction, ReplyButton
from bot.dialog.phrases import phrase
from bot.dialog.policy import Form
from bot.dialog.replies import reasons_of
from bot.dialog.state import OpenForm, Stage
from bot.dialog.turn import Turn

MAX_BUTTONS: Final = 8
MAX_SHOWN: Final = 300
"""Characters of a value that a summary shows."""


@dataclass(frozen=True, slots=True)
class Question:
    """The words of a question, and the buttons that answer it."""

    text: str
    buttons: tuple[ReplyButton, ...]


def put(turn: Turn, form: Form, opened: OpenForm, because: str, lead: str = "") -> Decision:
    """Put the open question of ``opened``, after ``lead``."""
    question = question_of(turn, form, opened)
    template = turn.situation.templates.get(opened.template) if opened.template else None
    return Decision(
        Reply(
            Kind.ASK,
            "\n\n".join(each for each in (lead, question.text) if each),
            reasons_of(turn, Kind.ASK, because, template=template),
            question.buttons,
        ),
        keeping(turn, opened),
        templates=(opened.template,) if opened.template else (),
        intents=tuple(sorted(form.intents)),
    )


def question_of(turn: Turn, form: Form, opened: OpenForm) -> Question:
    """The question that the form waits for an answer to."""
    match opened.stage:
        case Stage.FILLING:
            text, buttons = _prompts(turn, opened), _answers(turn, form, opened)
        case Stage.CHECKING:
            text, buttons = _summary(turn, form, opened), _yes_or_no(turn)
        case Stage.CHANGING:
            text, buttons = _which(turn, form)
        case Stage.MENDING:
            text, buttons = phrase("lookup_none", turn.language), []
        case unknown:
            assert_never(unknown)
    way_out = ReplyButton(phrase("person", turn.language), ButtonAction(human=True))
    return Question(text, (*buttons, way_out))


def problem_of(turn: Turn, opened: OpenForm, refused: Refused | None) -> str:
    """Why the last message did not answer the question: in the editor's words, if there are any."""
    field = turn.policy.fields.get(opened.asking[0]) if len(opened.asking) == 1 else None
    own = in_language(field.invalid, turn.language) if field else None
    if own is not None:
        return own
    if refused is not None:
        return phrase(refused.problem, turn.language, **refused.values)
    return phrase("form_again", turn.language)


def _prompts(turn: Turn, opened: OpenForm) -> str:
    asked = [turn.policy.fields[each] for each in opened.asking]
    prompts = [each.prompt(turn.language) for each in asked]
    if len(prompts) > 1:
        return "\n".join([phrase("ask_again", turn.language), *(f"- {each}" for each in prompts)])
    return "\n".join((*prompts, *_hints(turn, asked[0], again=opened.asked > 1)))


def _hints(turn: Turn, field: DetailField, *, again: bool) -> Iterator[str]:
    if len(field.options) > MAX_BUTTONS:
        between = phrase("list_separator", turn.language)
        options = between.join(each.label(turn.language) for each in field.options)
        yield phrase("form_options", turn.language, options=options)
    if again and field.examples:
        yield phrase("form_example", turn.language, examples=", ".join(field.examples))


def _answers(turn: Turn, form: Form, opened: OpenForm) -> list[ReplyButton]:
    if len(opened.asking) != 1:
        return []
    field = turn.policy.fields[opened.asking[0]]
    labels = [each.label(turn.language) for each in _offered(field)]
    if field.type is FieldType.YES_NO:
        labels = [phrase("yes", turn.language), phrase("no", turn.language)]
    if field.name in form.optional:
        labels.append(phrase("form_skip", turn.language))
    return [_saying(label) for label in labels]


def _offered(field: DetailField) -> tuple[Option, ...]:
    return field.options if len(field.options) <= MAX_BUTTONS else ()


def _summary(turn: Turn, form: Form, opened: OpenForm) -> str:
    values = known(turn, form, opened)
    lines = [
        f"- {each.label(turn.language)}: {_short(shown(each, values[each.name], turn.language))}"
        for each in fields_of_form(turn, form)
        if each.name in values
    ]
    title = title_of(form, turn.language)
    head = f"**{title}**\n\n{phrase('form_check', turn.language)}"
    return "\n".join([head, *lines, "", phrase("form_check_ask", turn.language)])


def _short(value: str) -> str:
    cut = value if len(value) <= MAX_SHOWN else value[:MAX_SHOWN].rstrip() + " …"
    return as_words(cut)


def _yes_or_no(turn: Turn) -> list[ReplyButton]:
    return [_saying(phrase(each, turn.language)) for each in ("form_yes", "form_no")]


def _which(turn: Turn, form: Form) -> tuple[str, list[ReplyButton]]:
    """The details that may be wrong: the first ones as buttons, all others by their names."""
    fixed = proven(turn, form)
    names = [
        each.label(turn.language) for each in fields_of_form(turn, form) if each.name not in fixed
    ]
    text, further = phrase("form_which", turn.language), names[MAX_BUTTONS:]
    if further:
        listed = ", ".join(as_words(each) for each in further)
        text = f"{text}\n{phrase('form_or_these', turn.language, names=listed)}"
    return text, [_saying(each) for each in names[:MAX_BUTTONS]]


def _saying(label: str) -> ReplyButton:
    return ReplyButton(label, ButtonAction(text=label))


def unanswered(turn: Turn, form: Form, opened: OpenForm) -> list[str]:
    """The form's details that are neither known nor passed over, in order."""
    values = known(turn, form, opened)
    return [each for each in form.fields if each not in values and each not in opened.skipped]


def next_asked(form: Form, missing: list[str]) -> tuple[str, ...]:
    """Which of the missing details are asked for next: all of them, or the first."""
    return tuple(missing if form.together else missing[:1])


def opening_of(turn: Turn, form: Form) -> str:
    """What is said before the form's first question."""
    return in_language(form.opening, turn.language) or ""
