"""Learning from what was imported: pairs, intents and drafted answers, which wait for review."""

from __future__ import annotations

from dataclasses import asdict
from typing import TYPE_CHECKING, Any

import click

from bot.commands.context import (
    CommandError,
    Home,
    Progress,
    json_option,
    progress_bars,
    require_train_extra,
    say,
    to_json,
)
from bot.commands.encoders import encoder_directory
from bot.content.articles import all_articles
from bot.content.languages import store_languages
from bot.content.learned import (
    ProposedIntent,
    ProposedTemplate,
    discovered_before,
    store_learned,
)
from bot.content.templates import all_templates
from bot.content.transcripts import all_transcripts, count_transcripts
from bot.content.vectors import VectorCache
from bot.services import utc_now
from knowledge import IntentId, TemplateState
from nlu import Model

if TYPE_CHECKING:
    from training.learning import Learned

HUNDRED = 100


@click.command()
@click.option("--max-intents", type=click.IntRange(min=1), help="Draft at most so many intents.")
@json_option
@click.pass_obj
def learn(home: Home, max_intents: int | None, as_json: bool) -> None:
    """Question and answer pairs, intents and drafted templates, all waiting for review."""
    require_train_extra()
    with progress_bars() as progress:
        learned = learn_home(home, max_intents, progress)
    sentence = (
        f"{len(learned.pairs):,} pairs, {len(learned.intents):,} intents and "
        f"{len(learned.drafts):,} drafted templates wait for review; they cover "
        f"{learned.coverage:.0%} of the conversations.{_languages_in_words(learned)}"
    )
    say(as_json, learned_result(learned), sentence)


def learn_home(home: Home, max_intents: int | None, progress: Progress) -> Learned:
    """Learn from what is imported, and store what waits for review.

    Raises:
        CommandError: nothing is imported yet.
    """
    from training.continuity import Earlier
    from training.learning import learn as learn_from

    if not count_transcripts(home.database):
        raise CommandError(
            "no conversations are imported yet; run `frontdesk import transcripts PATH` first"
        )
    model = Model.open(encoder_directory(home))
    cache = VectorCache(home.database, model.encoder_id, model.encode)
    live = [each.template for each in all_templates(home.database, (TemplateState.LIVE,))]
    learned = learn_from(
        all_transcripts(home.database),
        cache.vectors,
        existing=live,
        earlier=Earlier(*discovered_before(home.database)),
        articles=all_articles(home.database),
        can_read=model.can_read,
        target_precision=home.settings.file.target_precision,
        max_intents=max_intents,
        progress=lambda stage, share: progress(stage, round(share * HUNDRED), HUNDRED),
    )
    settled = {intent for template in live for intent in template.intents}
    with home.database.write() as session:
        store_languages(session, _measured(learned))
    store_learned(
        home.database,
        learned.pairs,
        _proposed_intents(learned, settled),
        _proposed_templates(learned),
        utc_now(),
    )
    return learned


def learned_result(learned: Learned) -> dict[str, Any]:
    """What was learned, in figures."""
    return {
        "pairs": len(learned.pairs),
        "intents": len(learned.intents),
        "drafts": len(learned.drafts),
        "coverage": round(learned.coverage, 4),
        "languages": {name: round(share, 4) for name, share in learned.languages.items()},
        "language_accuracy": _measured(learned),
        "topics": _topics(learned),
    }


def _measured(learned: Learned) -> dict[str, dict[str, Any]]:
    return {name: asdict(each) for name, each in learned.language_accuracy.items()}


def _topics(learned: Learned) -> dict[str, list[str]]:
    """The intents of each topic; those that share none with others are in none."""
    topics: dict[str, list[str]] = {}
    for intent in learned.intents:
        if intent.topic is not None:
            topics.setdefault(intent.topic, []).append(intent.id)
    return topics


def _languages_in_words(learned: Learned) -> str:
    """Which languages were found to be answered too badly, if any."""
    below = [name for name, each in learned.language_accuracy.items() if each.below_target]
    if not below:
        return ""
    return (
        f" Messages in {', '.join(below)} go to people, because answers there keep the target "
        "precision less often; `languages` in frontdesk.yaml decides otherwise."
    )


def _proposed_intents(learned: Learned, settled: set[IntentId]) -> list[ProposedIntent]:
    return [
        ProposedIntent(
            id=intent.id,
            name=intent.name,
            source=str(intent.source),
            size=intent.size,
            questions=(
                *((text, None) for text in intent.examples),
                *((pair.question, pair.id) for pair in intent.pairs),
            ),
            settled=intent.id in settled,
        )
        for intent in learned.intents
    ]


def _proposed_templates(learned: Learned) -> list[ProposedTemplate]:
    topics = {intent.id: intent.topic for intent in learned.intents}
    return [
        ProposedTemplate(
            template=draft.template,
            evidence=_evidence(draft.evidence) | {"topic": topics.get(draft.template.intents[0])},
            held_back="; ".join(draft.held_back) or None,
        )
        for draft in learned.drafts
    ]


def _evidence(evidence: Any) -> dict[str, Any]:
    shown = to_json(asdict(evidence))
    assert isinstance(shown, dict)
    return shown
