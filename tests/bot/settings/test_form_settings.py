"""Fields, lookups and forms in ``frontdesk.yaml``: what is taken, what is refused and where."""

from __future__ import annotations

import re
import time
from datetime import date
from decimal import Decimal
from pathlib import Path

import pytest
import yaml

import bot.dialog
from bot.dialog import AnswerWith, Day, FieldType, PassOn
from bot.dialog.details import read_anywhere
from bot.settings import FileSettings, Settings, SettingsError, policy_of, read_file

FIELDS = """
fields:
  order: {pattern: 'LW(\\d+)', canonical: 'LW-\\1', prompts: {en: Order}}
  email: {type: email, prompts: {en: E-mail}}
  code: {pattern: '\\d{4}', prompts: {en: Code}, verifies: true}
  note: {prompts: {en: Note}, min_length: 3}
"""
QUEUE = "queues: {returns: {intents: [x]}}\n"


def settings_of(text: str) -> FileSettings:
    return FileSettings.model_validate(yaml.safe_load(text))


def refusal(tmp_path: Path, text: str) -> str:
    (tmp_path / "frontdesk.yaml").write_text(text)
    with pytest.raises(SettingsError) as refused:
        read_file(tmp_path / "frontdesk.yaml")
    return str(refused.value)


def lookup(more: str) -> str:
    return FIELDS + "lookups: {o: {url: 'http://u', outputs: [status], " + more + "}}\n"


def form(more: str = "", then: str = "{queue: returns}", fields: str = "[order, email]") -> str:
    when = "" if "when:" in more else "when: {intents: [x]}, "
    head = lookup("inputs: [order, email]") + QUEUE
    return (
        head + f"forms: {{f: {{title: {{en: T}}, {when}fields: {fields}, then: {then}, {more}}}}}"
    )


def test_every_type_of_field_is_read():
    policy = policy_of(
        settings_of("""
fields:
  day: {type: date, prompts: {en: D}, min: 2026-01-31, max: today - 3}
  size: {type: number, prompts: {en: N}, min: 1.5, max: '20'}
  cost: {type: amount, prompts: {en: C}, currency: EUR}
  call: {type: phone, prompts: {en: P}, region: NL}
  part: {type: choice, prompts: {en: P}, options: {a: {labels: {en: A}}, b: {synonyms: [bee]}}}
""")
    )
    assert (policy.fields["day"].least, policy.fields["day"].most) == (
        Day(date(2026, 1, 31)),
        Day(days=-3),
    )
    assert (policy.fields["size"].least, policy.fields["size"].most) == (
        Decimal("1.5"),
        Decimal("20"),
    )
    assert policy.fields["part"].options[0].label("de") == "A"
    assert policy.fields["part"].options[1].label("de") == "b"
    assert policy.fields["call"].type is FieldType.PHONE


@pytest.mark.parametrize(
    ("field", "place"),
    [
        ("{prompts: {}}", "fields.f.prompts"),
        ("{prompts: {en: ''}}", "fields.f.prompts.en"),
        ("{prompts: {en: x}, type: colour}", "fields.f.type"),
        ("{prompts: {en: x}, type: date, pattern: x}", "fields.f.pattern"),
        ("{prompts: {en: x}, canonical: x}", "fields.f.canonical"),
        ("{prompts: {en: x}, pattern: x, canonical: '\\1'}", "fields.f.canonical"),
        ("{prompts: {en: x}, pattern: x, min_length: 3}", "fields.f.min_length"),
        ("{prompts: {en: x}, min: 3}", "fields.f.min"),
        ("{prompts: {en: x}, type: number, max: many}", "fields.f.max"),
        ("{prompts: {en: x}, type: date, min: soon}", "fields.f.min"),
        ("{prompts: {en: x}, type: choice, options: {a: {}}}", "fields.f.options"),
        ("{prompts: {en: x}, options: {a: {}, b: {}}}", "fields.f.options"),
        ("{prompts: {en: x}, type: phone, region: XX}", "fields.f.region"),
        ("{prompts: {en: x}, type: phone, currency: EUR}", "fields.f.currency"),
    ],
)
def test_a_field_whose_parts_do_not_suit_it_is_refused(tmp_path, field, place):
    assert place in refusal(tmp_path, f"fields: {{f: {field}}}")


def test_a_name_that_no_place_can_have_is_refused(tmp_path):
    assert "fields.f-1" in refusal(tmp_path, "fields: {f-1: {prompts: {en: x}}}")


@pytest.mark.parametrize(
    "inputs",
    [
        "inputs: [order]",
        "inputs: [email]",
        "inputs: [order, note]",
        "inputs: []",
        "inputs: [order], verify: {owner: note}",
    ],
)
def test_a_lookup_that_would_tell_anybody_account_details_is_refused(tmp_path, inputs):
    said = refusal(tmp_path, lookup(inputs))
    assert "lookups.o: anybody could read account details" in said
    assert "account: false" in said


@pytest.mark.parametrize(
    "inputs",
    [
        "inputs: [order, email]",
        "inputs: [order, code]",
        "inputs: [order], verify: {owner: email}",
        "inputs: [order], account: false",
    ],
)
def test_a_lookup_that_is_protected_or_public_is_taken(inputs):
    assert policy_of(settings_of(lookup(inputs))).lookups["o"].url == "http://u"


def test_what_a_lookup_verifies_must_be_asked_for(tmp_path):
    said = refusal(tmp_path, lookup("inputs: [order], verify: {owner: mail}"))
    assert "lookups.o.verify: nothing asks for 'mail'" in said


def test_a_lookups_secret_comes_from_the_environment(tmp_path):
    (tmp_path / "frontdesk.yaml").write_text(lookup("inputs: [order, email]"))
    secret = {"FRONTDESK_LOOKUP_O_TOKEN": "s3cret", "FRONTDESK_LOOKUP_P_TOKEN": ""}
    settings = Settings.load(tmp_path, secret)
    assert settings.lookup_tokens == {"O": "s3cret"}
    assert settings.policy().lookups["o"].token == "s3cret"
    assert policy_of(settings.file).lookups["o"].token is None


def test_a_form_ends_with_a_person_or_an_answer():
    policy = policy_of(settings_of(form()))
    assert policy.forms["f"].then == PassOn("returns")
    answered = policy_of(settings_of(form("lookup: o", then="{template: t}")))
    assert answered.forms["f"].then == AnswerWith("t")  # type: ignore[arg-type]
    assert policy_of(settings_of(form(then="{}"))).forms["f"].then == PassOn()


def test_what_a_form_passes_on_may_be_said_with_its_details():
    then = "{messages: {en: '{{ order }} {{ status }} {{ company_name }}'}}"
    assert policy_of(settings_of(form("lookup: o", then=then))).forms["f"].lookup == "o"


@pytest.mark.parametrize(
    ("text", "place"),
    [
        (form(fields="[]"), "forms.f.fields"),
        (form(fields="[order, gone]"), "forms.f.fields: nothing asks for 'gone'"),
        (form("optional: [note]"), "forms.f.optional: 'note' is not among"),
        (form("when: {}"), "forms.f.when: nothing opens the form"),
        (form("lookup: gone"), "forms.f.lookup: 'gone'"),
        (form("lookup: o", fields="[order]"), "the lookup 'o' needs 'email'"),
        (form("lookup: o, optional: [email]"), "the lookup 'o' needs 'email'"),
        (form(then="{queue: gone}"), "forms.f.then.queue: 'gone'"),
        (form(then="{template: t, queue: returns}"), "forms.f.then: name a template, or a queue"),
        (form(then="{template: t, messages: {en: x}}"), "forms.f.then: name a template, or"),
        (form(then="{messages: {en: '{{ status }}'}}"), "forms.f.then.messages.en: nothing gives"),
        (form(then="{messages: {en: '{{ a b }}'}}"), "forms.f.then.messages.en: line 1"),
        (form("titel: x"), "forms.f.titel: is no setting"),
    ],
)
def test_a_form_that_cannot_work_is_refused_with_its_place(tmp_path, text, place):
    assert place in refusal(tmp_path, text)


def test_the_example_for_editors_works():
    page = Path(bot.dialog.__file__).with_name("README.md").read_text(encoding="utf-8")
    (example,) = re.findall(r"```yaml\n(.*?)```", page, re.DOTALL)
    policy = policy_of(settings_of(example))
    assert policy.forms["return"].lookup == "orders"


@pytest.mark.parametrize(
    ("kind", "bounds"),
    [
        ("number", "min: 5, max: 1"),
        ("date", "min: 2026-05-02, max: 2026-05-01"),
        ("date", "min: today, max: today-1"),
    ],
)
def test_bounds_between_which_nothing_lies_are_refused(tmp_path: Path, kind: str, bounds: str):
    told = refusal(tmp_path, f"fields: {{n: {{type: {kind}, prompts: {{en: N}}, {bounds}}}}}")
    assert "fields.n.min: is above max" in told


@pytest.mark.parametrize("bounds", ["min: 2026-05-01, max: today", "min: 1, max: 1"])
def test_bounds_that_may_hold_something_are_taken(bounds: str):
    kind = "date" if "today" in bounds else "number"
    settings_of(f"fields: {{n: {{type: {kind}, prompts: {{en: N}}, {bounds}}}}}")


def test_no_pattern_can_make_a_message_slow():
    policy = policy_of(settings_of("fields: {n: {pattern: '(\\w+\\s?)+:', prompts: {en: N}}}"))
    began = time.perf_counter()
    assert read_anywhere(policy.fields["n"], "a" * 20_000) is None
    assert time.perf_counter() - began < 1.0


def test_a_pattern_that_looks_around_is_refused_with_what_is_not_known(tmp_path: Path):
    told = refusal(tmp_path, "fields: {n: {pattern: '(?<!x)y', prompts: {en: N}}}")
    assert "looking ahead or behind" in told
