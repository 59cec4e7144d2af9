"""Checks the set-up: whether a model serves, and how each language of its examples is read."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import click

from bot.answering.releases import model_directory, serving_release
from bot.commands.context import Home, json_option, say
from bot.content.learned import training_examples
from nlu import Model, ModelError, detect_language

_ASKED = 100
_FEWEST = 5
_MULTILINGUAL = "a multilingual base model (`frontdesk train --base-model FOLDER`) would read it"


@dataclass(frozen=True, slots=True)
class Check:
    """One thing looked at; ``mend`` says what to do where it is not ``ok`` or could be better."""

    name: str
    ok: bool
    says: str
    mend: str | None = None


@click.command()
@json_option
@click.pass_obj
def doctor(home: Home, as_json: bool) -> None:
    """Check the set-up and say how to mend it."""
    model, check = _serving_model(home)
    checks = [check]
    if model is not None:
        checks += check_languages(model, [text for text, _ in training_examples(home.database)])
    say(as_json, {"checks": checks}, "\n".join(_line(each) for each in checks))


def _serving_model(home: Home) -> tuple[Model | None, Check]:
    serving = serving_release(home.database)
    if serving is None:
        mend = "`frontdesk train`, or `frontdesk index` to quote help pages before any training"
        return None, Check("model", False, "none serves; every message goes to a person", mend)
    try:
        model = Model.open(model_directory(home.database, home.settings, serving.model_id))
    except ModelError as error:
        return None, Check("model", False, str(error), "`frontdesk models rollback`")
    if not model.intents:
        says = f"{serving.model_id} serves search and templates; it has learned no intents"
        return model, Check("model", True, says, "`frontdesk train`")
    return model, Check("model", True, f"{serving.model_id} serves {len(model.intents)} intents")


def check_languages(model: Model, texts: Sequence[str]) -> list[Check]:
    """Return how each language of ``texts`` is read, the most frequent first.

    Texts too short to tell their language are left out, and languages of fewer than five texts,
    which are more often misjudged than spoken.
    """
    of_language: dict[str, list[str]] = {}
    for text in texts:
        language = detect_language(text)
        if language is not None:
            of_language.setdefault(language, []).append(text)
    ranked = sorted(of_language.items(), key=lambda item: -len(item[1]))
    return [
        _check_language(model, language, found)
        for language, found in ranked
        if len(found) >= _FEWEST
    ]


def _check_language(model: Model, language: str, texts: Sequence[str]) -> Check:
    meant = [model.understand(text) for text in texts[:_ASKED]]
    name, examples = f"language {language}", f"{len(texts):,} examples"
    readable = sum(each.readable for each in meant) / len(meant)
    if readable > 0.5:
        says = f"{examples}; the encoder's vocabulary holds {readable:.0%} of them"
        return Check(name, True, says)
    if any(each.known_intents for each in meant if not each.readable):
        says = f"{examples}; intents by character n-grams, templates and search by characters"
        return Check(name, True, says, _MULTILINGUAL)
    says = f"{examples}; the encoder cannot read them: only near repetitions are recognised"
    mend = f"train anew with at least twenty examples of two intents, or {_MULTILINGUAL}"
    return Check(name, False, says, mend)


def _line(check: Check) -> str:
    mend = f" — {check.mend}" if check.mend else ""
    return f"{'ok' if check.ok else 'NOT OK'}  {check.name}: {check.says}{mend}"
