"""The review of what was learned, for a terminal: drafts in bulk, labels, what to label next."""

from __future__ import annotations

import csv
import io
from dataclasses import asdict
from pathlib import Path
from typing import TYPE_CHECKING

import click

from bot.commands.candidates import candidates, decide
from bot.commands.context import (
    CommandError,
    Home,
    json_option,
    note,
    progress_bars,
    require_train_extra,
    say,
)
from bot.commands.encoders import encoder_directory
from bot.commands.findings import label_findings, next_questions
from bot.commands.gaps import gaps
from bot.commands.overlooked import decide_each, in_words, line_of, look_for_overlooked, settle
from bot.commands.serving import TRIAL
from bot.content.findings import Bought, NextQuestions, keep_findings
from bot.content.labels import LabelDecision, decide_labels, decided_texts, merge_intents
from bot.content.learned import (
    ReviewDecision,
    accept_all,
    apply_review,
    labelled_examples,
    training_examples,
)
from bot.content.unlabelled import unlabelled_questions
from bot.content.vectors import VectorCache
from bot.services import utc_now
from bot.settings.named_intents import places_naming
from bot.store.tables import SettingRow
from knowledge import IntentId, placed_under
from nlu import Model

if TYPE_CHECKING:
    from training.label_review import LabelReview

SHOWN = 20


@click.group()
def review() -> None:
    """Review what was learned; the desk is the real place for it."""


review.add_command(candidates)
review.add_command(decide)
review.add_command(gaps)
review.add_command(settle)


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


@review.command()
@json_option
@click.pass_obj
def labels(home: Home, as_json: bool) -> None:
    """Examples with doubtful labels, intents that are mixed up, and near-duplicates.

    The desk shows the same list, and takes the decisions.
    """
    require_train_extra()
    found = doubtful_labels(home)
    if not as_json:
        _list_findings(found)
    sentence = (
        f"{len(found.suspects):,} of {found.examples:,} examples have a doubtful label, "
        f"{len(found.conflicts):,} questions stand under two intents, "
        f"{len(found.duplicates):,} say the same as another, and "
        f"{len(found.confusable):,} pairs of intents are mixed up. The desk takes decisions."
    )
    say(as_json, asdict(found), sentence)


def doubtful_labels(home: Home) -> LabelReview:
    """Look for them, and keep what was found for the desk.

    Raises:
        CommandError: there is too little to compare.
    """
    from training.label_review import review_labels
    from training.labelled import LabelledText

    examples = [LabelledText(*each) for each in labelled_examples(home.database)]
    _require_intents({each.intent for each in examples})
    with home.database.read() as session:
        settled = decided_texts(session)
    model = Model.open(encoder_directory(home))
    cache = VectorCache(home.database, model.encoder_id, model.encode)
    found = review_labels(
        examples,
        cache.vectors([each.text for each in examples]),
        settled=settled,
        unreadable={each.text for each in examples if not model.can_read(each.text)},
    )
    keep_findings(home.database, label_findings(found, utc_now()))
    return found


@review.command("next")
@click.option("--count", type=click.IntRange(1, 100), default=20, show_default=True)
@click.option("--decide", is_flag=True, help="Go through the look-alikes, one key for each.")
@json_option
@click.pass_obj
def next_(home: Home, count: int, decide: bool, as_json: bool) -> None:
    """The unlabelled questions most worth a person's minute, and what labels would buy.

    First those that the model in service takes for an accepted intent, the surest first: until
    somebody decides, they count as strangers and make it cautious. The desk shows both lists with
    the likeliest intents to choose from; `frontdesk review settle` decides about one.
    """
    if decide and as_json:
        raise click.UsageError("--decide asks at the terminal; leave --json out")
    require_train_extra()
    with progress_bars() as progress:
        overlooked = look_for_overlooked(home, progress)
    if decide:
        if overlooked is None:
            raise CommandError("no model serves that knows intents; run `frontdesk train` first")
        decide_each(home, overlooked, count)
        return
    kept = most_telling(home, count)
    if not as_json:
        if overlooked is not None:
            for alike in overlooked.questions[:count]:
                note(line_of(alike))
            note(f"{in_words(overlooked)}\n")
        for each in kept.questions:
            guesses = ", ".join(f"{intent} {share:.0%}" for intent, share in each.guesses)
            note(f"{each.text!r}: {guesses}; stands for {each.stands_for:,}")
    result = {**asdict(kept), "overlooked": asdict(overlooked) if overlooked else None}
    say(as_json, result, _bought_in_words(len(kept.questions), kept.buys))


def most_telling(home: Home, count: int) -> NextQuestions:
    """Choose them, and keep them for the desk.

    Raises:
        CommandError: there is too little to compare.
    """
    from training.labelled import LabelledText
    from training.next_examples import choose_next

    labelled = [LabelledText(*each) for each in training_examples(home.database)]
    _require_intents({each.intent for each in labelled})
    model = Model.open(encoder_directory(home))
    asked = {
        text: time
        for text, time in unlabelled_questions(home.database, {e.text for e in labelled}).items()
        if model.can_read(text)
    }
    cache = VectorCache(home.database, model.encoder_id, model.encode)
    texts = list(asked)
    found = choose_next(
        labelled,
        cache.vectors([each.text for each in labelled]),
        cache.vectors(texts),
        count=count,
    )
    kept = next_questions(found, texts, list(asked.values()), utc_now())
    keep_findings(home.database, kept)
    return kept


@review.command()
@click.argument("intent")
@click.argument("into")
@json_option
@click.pass_obj
def merge(home: Home, intent: str, into: str, as_json: bool) -> None:
    """Make INTENT one with INTO, which takes over its examples, pairs and templates."""
    merge_intents(
        home.database,
        IntentId(intent),
        IntentId(into),
        utc_now(),
        None,
        named_in=places_naming(home.settings.file, intent),
    )
    sentence = f"{intent} is {into} now; the next `frontdesk train` learns them as one."
    say(as_json, {"merged": intent, "into": into}, sentence)


def _require_intents(intents: set[IntentId]) -> None:
    if len(intents) < 2:
        raise CommandError(
            "there are no accepted examples of two intents yet; accept intents at the desk first"
        )


@review.command("apply")
@click.argument("file", type=click.Path(exists=True, dir_okay=False, path_type=Path))
@json_option
@click.pass_obj
def apply(home: Home, file: Path, as_json: bool) -> None:
    """Decisions made elsewhere: a CSV with the columns transcript,intent and perhaps name, parent.

    Or with the columns text,intent: what a question itself is. An intent of the parent "billing" is
    the same as one that is written "billing/refund". An empty intent says that nothing
    should be learned from the question.
    """
    rows = _read_rows(file)
    if "text" in rows[0]:
        texts = [LabelDecision(row["text"], _intent(row)) for row in rows]
        decide_labels(home.database, texts, utc_now(), None)
        labelled = sum(each.intent is not None for each in texts)
    else:
        labelled = apply_review(home.database, [_decision(row) for row in rows], utc_now())
    sentence = f"{len(rows):,} decisions read; they label {labelled:,} questions."
    say(as_json, {"decisions": len(rows), "labelled": labelled}, sentence)


def _read_rows(file: Path) -> list[dict[str, str]]:
    try:
        text = file.read_text(encoding="utf-8-sig")
    except UnicodeDecodeError as error:
        raise CommandError(f"{file}: is no UTF-8 text ({error.reason}); save it as UTF-8") from None
    reader = csv.DictReader(io.StringIO(text, newline=""), restval="")
    columns = set(reader.fieldnames or ())
    if "intent" not in columns or not columns & {"transcript", "text"}:
        raise CommandError(
            f"{file}: the first line must name the columns transcript,intent or text,intent"
        )
    rows = [row for row in reader if row.get("text", row.get("transcript"))]
    if not rows:
        raise CommandError(f"{file}: holds no decision; write one below the first line")
    return rows


def _decision(row: dict[str, str]) -> ReviewDecision:
    return ReviewDecision(
        transcript=row["transcript"],
        intent=_intent(row),
        name=row.get("name") or None,
    )


def _intent(row: dict[str, str]) -> IntentId | None:
    return placed_under(row.get("parent") or "", row["intent"]) or None


def _bought_in_words(count: int, buys: Bought) -> str:
    said = f"{count:,} questions, which stand for {buys.stands_for:,} of {buys.unlabelled:,}"
    if buys.per_month is not None:
        said += f" (about {buys.per_month:,.1f} a month)"
    if buys.gain is None or buys.low is None or buys.high is None:
        return f"{said}. There are too few examples to say what labels would buy."
    return (
        f"{said}. As many random examples would take the accuracy, {buys.accuracy:.1%} out of "
        f"fold, up by {100 * buys.gain:.1f} points (95%: {100 * buys.low:.1f} to "
        f"{100 * buys.high:.1f}); chosen ones bought more where that was measured."
    )


def _list_findings(found: LabelReview) -> None:
    """The first of each list, for people."""
    for each in found.suspects[:SHOWN]:
        note(f"doubtful: {each.text!r} is {each.intent}, more likely {each.proposed}")
    for like in found.conflicts[:SHOWN]:
        note(
            f"two intents: {like.text!r} is {like.intent}, {like.other_text!r} {like.other_intent}"
        )
    for pair in found.confusable[:SHOWN]:
        note(f"mixed up: {pair.one} and {pair.other}, {pair.confused} times ({pair.share:.0%})")
