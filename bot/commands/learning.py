"""Learning from what was imported: pairs and intents, and the review of them."""

from __future__ import annotations

import csv
import io
from dataclasses import asdict
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from bot.commands.context import (
    CommandError,
    Home,
    json_option,
    progress_bars,
    require_train_extra,
    say,
    to_json,
)
from bot.commands.encoders import encoder_directory
from bot.commands.serving import TRIAL
from bot.content.learned import (
    ProposedIntent,
    ProposedTemplate,
    ReviewDecision,
    accept_all,
    apply_review,
    store_learned,
)
from bot.content.templates import all_templates
from bot.content.transcripts import all_transcripts, count_transcripts
from bot.content.vectors import VectorCache
from bot.services import utc_now
from bot.store.tables import SettingRow
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
    from training.learning import learn as learn_from

    if not count_transcripts(home.database):
        raise CommandError(
            "no conversations are imported yet; run `frontdesk import transcripts PATH` first"
        )
    model = Model.open(encoder_directory(home))
    cache = VectorCache(home.database, model.encoder_id, model.encode)
    live = [each.template for each in all_templates(home.database, (TemplateState.LIVE,))]
    with progress_bars() as progress:
        learned = learn_from(
            all_transcripts(home.database),
            cache.vectors,
            existing=live,
            max_intents=max_intents,
            progress=lambda stage, share: progress(stage, round(share * HUNDRED), HUNDRED),
        )
    settled = {intent for template in live for intent in template.intents}
    store_learned(
        home.database,
        learned.pairs,
        _proposed_intents(learned, settled),
        _proposed_templates(learned),
        utc_now(),
    )
    result = {
        "pairs": len(learned.pairs),
        "intents": len(learned.intents),
        "drafts": len(learned.drafts),
        "coverage": round(learned.coverage, 4),
        "languages": {name: round(share, 4) for name, share in learned.languages.items()},
    }
    sentence = (
        f"{len(learned.pairs):,} pairs, {len(learned.intents):,} intents and "
        f"{len(learned.drafts):,} drafted templates wait for review; they cover "
        f"{learned.coverage:.0%} of the conversations."
    )
    say(as_json, result, sentence)


@click.group()
def review() -> None:
    """Review what was learned; the desk is the real place for it."""


@review.command("accept-all")
@json_option
@click.pass_obj
def accept(home: Home, as_json: bool) -> None:
    """Accept every draft that nothing contradicts; the home then serves this machine only."""
    accepted, held_back = accept_all(home.database, utc_now())
    with home.database.write() as session:
        session.merge(SettingRow(key=TRIAL, value=utc_now().isoformat()))
    sentence = (
        f"{accepted:,} drafts accepted unread, {held_back:,} held back for a person to read. "
        "This home is a trial now and serves this machine only."
    )
    say(as_json, {"accepted": accepted, "held_back": held_back}, sentence)


@review.command("apply")
@click.argument("file", type=click.Path(exists=True, dir_okay=False, path_type=Path))
@json_option
@click.pass_obj
def apply(home: Home, file: Path, as_json: bool) -> None:
    """Decisions made elsewhere: a CSV with the columns transcript,intent and perhaps name.

    An empty intent says that the conversation's question belongs to none.
    """
    decisions = _read_decisions(file)
    labelled = apply_review(home.database, decisions)
    sentence = f"{len(decisions):,} decisions read; they label {labelled:,} questions."
    say(as_json, {"decisions": len(decisions), "labelled": labelled}, sentence)


def _read_decisions(file: Path) -> list[ReviewDecision]:
    try:
        text = file.read_text(encoding="utf-8-sig")
    except UnicodeDecodeError as error:
        raise CommandError(f"{file}: is no UTF-8 text ({error.reason}); save it as UTF-8") from None
    rows = csv.DictReader(io.StringIO(text, newline=""))
    if not {"transcript", "intent"} <= set(rows.fieldnames or ()):
        raise CommandError(f"{file}: the first line must name the columns transcript,intent")
    return [
        ReviewDecision(
            transcript=row["transcript"],
            intent=IntentId(row["intent"]) if row["intent"] else None,
            name=row.get("name") or None,
        )
        for row in rows
    ]


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
    return [
        ProposedTemplate(
            template=draft.template,
            evidence=_evidence(draft.evidence),
            held_back="; ".join(draft.held_back) or None,
        )
        for draft in learned.drafts
    ]


def _evidence(evidence: Any) -> dict[str, Any]:
    shown = to_json(asdict(evidence))
    assert isinstance(shown, dict)
    return shown
