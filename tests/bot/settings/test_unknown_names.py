"""Names in the settings that nobody knows are told of, with the one that was perhaps meant."""

from __future__ import annotations

import pytest
import yaml

from bot.settings import FileSettings
from bot.settings.mentions import KnownNames, unknown_names

KNOWN = KnownNames(
    intents={"return_request": "Returning an item", "legal_claim": ""},
    templates={"tpl_damage": "Damaged on the way", "tpl_old": "Old news"},
    resting=frozenset({"tpl_old"}),
)
FORM = """
fields: {what: {prompts: {en: What}}}
forms:
  damage:
    title: {en: Damage}
    when: {intents: [return_request], templates: [tpl_damage]}
    fields: [what]
    then: {template: tpl_damage}
"""


def told(text: str, known: KnownNames = KNOWN) -> tuple[str, ...]:
    return unknown_names(FileSettings.model_validate(yaml.safe_load(text) or {}), known)


@pytest.mark.parametrize(
    ("text", "sentence"),
    [
        (
            "trust: {intents: {return_requst: off}}",
            "trust.intents: there is no intent 'return_requst'; did you mean 'return_request'?",
        ),
        (
            "handoff: {intents: [legal claim]}",
            "handoff.intents: there is no intent 'legal claim'; did you mean 'legal_claim'?",
        ),
        (
            "queues: {back: {intents: ['Returning an item']}}",
            "queues.back.intents: there is no intent 'Returning an item'; "
            "did you mean 'return_request'?",
        ),
        ("handoff: {intents: [zzz]}", "handoff.intents: there is no intent 'zzz'"),
        (
            FORM.replace("[return_request]", "[]").replace("[tpl_damage]", "[tpl_damaeg]"),
            "forms.damage.when.templates: there is no template 'tpl_damaeg'; "
            "did you mean 'tpl_damage'?",
        ),
        (
            FORM.replace("{template: tpl_damage}", "{template: tpl_old}"),
            "forms.damage.then.template: the template 'tpl_old' is not in service; put it there",
        ),
    ],
)
def test_a_name_that_nobody_knows_is_told_with_its_place(text, sentence):
    assert told(text) == (sentence,)


def test_names_that_are_known_raise_no_doubt():
    assert told(FORM) == ()


def test_nothing_is_doubted_where_nothing_was_learned_yet():
    assert told("handoff: {intents: [legal]}", KnownNames()) == ()


def test_a_queue_that_a_user_takes_and_that_is_gone_is_told():
    known = KnownNames(users={"Ada": ("biling", ""), "Bob": ("billing",)})
    told_of = told("queues: {billing: {intents: [x]}}", known)
    meant = "queues: Ada takes the queue 'biling', which is not there; did you mean 'billing'?"
    assert told_of == (meant,)
