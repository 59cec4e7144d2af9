"""Backtest: what the bot would have said to past customers, before anybody relies on it.

With a date the bot learns anew from the conversations before it, in a home of its own that is gone
afterwards, and is asked the questions that came later. Without one the model that serves is asked,
but nothing that it has learned from: no conversation and no question, however it is written.
"""

from __future__ import annotations

import json
import os
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import asdict
from datetime import datetime
from itertools import islice
from pathlib import Path
from typing import Any

import click
from sqlmodel import select

from bot.answering.backtest import Backtest, PastQuestion, Share, replay
from bot.answering.learned_questions import LearnedQuestions
from bot.answering.releases import load_release, model_directory, serving_release
from bot.commands.content import parse_columns
from bot.commands.context import (
    CommandError,
    Home,
    Progress,
    SkipReport,
    json_option,
    note,
    progress_bars,
    require_train_extra,
    say,
)
from bot.commands.encoders import BASE
from bot.content.articles import all_articles
from bot.content.intent_names import named_intents
from bot.content.learned import labelled_examples
from bot.content.templates import all_templates
from bot.content.transcript_json import transcript_to_json
from bot.content.transcripts import pseudonym_key, redacted
from bot.services import utc_now
from bot.settings import SETTINGS_FILE
from bot.store.tables import PairRow
from knowledge import Redactor, TemplateState, Transcript, write_templates
from knowledge.times import parse_time
from nlu import read_learned_from

LATER_SHARE = 0.2
"""Without a date and without a model: the share of conversations, the latest, that is replayed."""
SHOWN = 5
STEPS = 3
"""Of learning anew: taking in, finding intents, training."""


@click.command()
@click.argument("paths", nargs=-1, required=True)
@click.option("--from", "since", metavar="DATE", help="Learn before this day, replay from it on.")
@click.option("--format", "format_", default="auto", help="auto, or the name of a format.")
@click.option("--columns", multiple=True, metavar="NAME=COLUMN", help="As for `import`.")
@click.option("--sample", type=click.IntRange(min=2), help="Train on so many examples at most.")
@json_option
@click.pass_obj
def backtest(
    home: Home,
    paths: tuple[str, ...],
    since: str | None,
    format_: str,
    columns: tuple[str, ...],
    sample: int | None,
    as_json: bool,
) -> None:
    """Replay past conversations: what the bot would have said against what agents said."""
    require_train_extra()
    past = PastConversations(home, [Path(path) for path in paths], format_, columns)
    with progress_bars() as progress:
        found, refused = carry_out_backtest(home, past, since, sample, progress)
    result = {**asdict(found), "refused": refused}
    say(as_json, result, _summary(found, refused))


def carry_out_backtest(
    home: Home,
    past: PastConversations,
    since: str | None,
    sample: int | None,
    progress: Progress,
    *,
    anew: bool = False,
) -> tuple[Backtest, int]:
    """Replay ``past``, ``anew`` without the model that serves.

    Returns what came of it, and how many conversations had been learned from.

    Raises:
        CommandError: nothing can be asked, or nothing is left to ask.
    """
    serving = serving_release(home.database)
    asked = since is None and not anew
    if asked and serving is not None and serving.model_id != BASE:
        return _replay(home, list(past.all()), progress)
    cut = past.cut(_moment(since) if since else None)
    with _learned_before(home, past, cut, sample, progress) as scratch:
        return _replay(scratch, list(past.after(cut)), progress)


class PastConversations:
    """The conversations of some files, redacted, read anew each time."""

    def __init__(
        self, home: Home, paths: list[Path], format_: str, columns: tuple[str, ...]
    ) -> None:
        self._home = home
        self._paths = paths
        self._format = format_
        self._columns = parse_columns(columns)
        self._skipped = SkipReport()

    def all(self) -> Iterator[Transcript]:
        from knowledge.importers import read_transcripts

        stream = read_transcripts(
            self._paths, format=self._format, columns=self._columns, on_skip=self._skipped
        )
        self._skipped = SkipReport(quiet=True)  # what is skipped is told once
        redactor = Redactor(key=pseudonym_key(self._home.database))
        yield from (transcript for transcript, _ in redacted(stream, redactor))

    def cut(self, moment: datetime | None) -> datetime | int:
        """The moment, or else the place in the files, from which on conversations are replayed."""
        if moment is not None:
            return moment
        began = [_began(each) for each in self.all()]
        times = sorted(each for each in began if each is not None)
        if 2 * len(times) > len(began):
            return times[int(len(times) * (1 - LATER_SHARE))]
        note("most conversations have no time; the last fifth of the files is replayed")
        return int(len(began) * (1 - LATER_SHARE))

    def before(self, cut: datetime | int) -> Iterator[Transcript]:
        return self._side(cut, later=False)

    def after(self, cut: datetime | int) -> Iterator[Transcript]:
        return self._side(cut, later=True)

    def _side(self, cut: datetime | int, *, later: bool) -> Iterator[Transcript]:
        for place, transcript in enumerate(self.all()):
            if isinstance(cut, int):
                is_later = place >= cut
            else:
                began = _began(transcript)
                if began is None:
                    continue  # on neither side: it may have been either
                is_later = began >= cut
            if is_later is later:
                yield transcript


@contextmanager
def _learned_before(
    home: Home, past: PastConversations, cut: datetime | int, sample: int | None, progress: Progress
) -> Iterator[Home]:
    """A home for a while that has learned from what came before, and has this home's articles."""
    with tempfile.TemporaryDirectory(prefix="frontdesk-backtest-") as folder:
        scratch = Home(Path(folder), {})
        settings = home.settings.home / SETTINGS_FILE
        if settings.exists():
            (Path(folder) / SETTINGS_FILE).write_bytes(settings.read_bytes())
        transcripts, articles = Path(folder) / "before.jsonl", Path(folder) / "articles.jsonl"
        number = _write(transcripts, (transcript_to_json(each) for each in past.before(cut)))
        if not number:
            raise CommandError(f"there is no conversation before {cut}; choose a later --from")
        note(f"learning from {number:,} conversations before {cut}")
        progress("learning from before", 0, STEPS)
        _run(folder, "import", "transcripts", str(transcripts))
        transcripts.unlink()
        if _write(articles, (_article_json(each) for each in all_articles(home.database))):
            _run(folder, "import", "articles", str(articles))
        _bring_templates(home, Path(folder))
        progress("learning from before", 1, STEPS)
        _run(folder, "learn")
        _run(folder, "review", "accept-all")
        progress("learning from before", 2, STEPS)
        _run(folder, "train", *(("--sample", str(sample)) if sample else ()))
        progress("learning from before", STEPS, STEPS)
        yield scratch
        scratch.database.close()


def _bring_templates(home: Home, folder: Path) -> None:
    """Answers that editors wrote are approved whenever; those drafted from conversations are not:
    they may say what was only said later."""
    live = all_templates(home.database, (TemplateState.LIVE,))
    written = [each.template for each in live if each.evidence is None]
    if written:
        file = folder / "templates.yaml"
        write_templates(written, file)
        _run(str(folder), "import", "templates", str(file))
        note(f"with {len(written):,} answers that editors wrote")


def _replay(home: Home, transcripts: list[Transcript], progress: Progress) -> tuple[Backtest, int]:
    """What the release of ``home`` says to them, and how many it had learned from."""
    from training.pairs import read_questions

    release = load_release(home.database, home.settings)
    if release.model is None:
        raise CommandError("no model serves that could be asked; run `frontdesk train` first")
    known, learned = _learned(home)
    questions, refused = [], 0
    for transcript in transcripts:
        asked = next(iter(read_questions(transcript)), None)
        if asked is None:
            continue
        if transcript.id in known or learned.hold(asked.text):
            refused += 1
            continue
        told = asked.pair is not None and asked.signals is not None and asked.signals.answers
        answer = asked.pair.answer if told and asked.pair else None
        questions.append(PastQuestion(transcript.id, asked.text, answer))
    if not questions:
        raise CommandError(
            f"nothing is left to replay: {refused:,} conversations were learned from, the others "
            "hold no question; name later conversations, or learn before a day with --from DATE"
        )
    with home.database.read() as session:
        names = {str(each.id): each.name for each in named_intents(session)}
    return replay(release, questions, utc_now(), progress, names), refused


def _learned(home: Home) -> tuple[set[str], LearnedQuestions]:
    """The conversations that pairs were made of, and the questions that the model learned."""
    serving = serving_release(home.database)
    assert serving is not None  # a release with a model was loaded
    with home.database.read() as session:
        known = set(session.exec(select(PairRow.transcript_key)))
    directory = model_directory(home.database, home.settings, serving.model_id)
    texts = (text for text, _ in labelled_examples(home.database))
    return known, LearnedQuestions.of(read_learned_from(directory) or (), texts)


def _run(folder: str, *arguments: str) -> None:
    """Run a command over the folder's own database, whatever the environment says of this home."""
    command = [sys.executable, "-m", "bot.cli", "--home", folder, *arguments]
    plain = {name: value for name, value in os.environ.items() if not name.startswith("FRONTDESK_")}
    finished = subprocess.run(command, check=False, stdout=subprocess.DEVNULL, env=plain)
    if finished.returncode != 0:
        raise CommandError(f"`frontdesk {arguments[0]}` failed while learning; see the line above")


def _write(path: Path, documents: Iterator[dict[str, Any]]) -> int:
    number = 0
    with path.open("w", encoding="utf-8", errors="surrogatepass") as stream:
        for document in documents:
            number += 1
            stream.write(json.dumps(document, ensure_ascii=False) + "\n")
    return number


def _article_json(article: Any) -> dict[str, Any]:
    return {"id": article.id, "title": article.title, "body": article.body}


def _began(transcript: Transcript) -> datetime | None:
    return next((turn.time for turn in transcript.turns if turn.time is not None), None)


def _moment(text: str) -> datetime:
    moment = parse_time(text)
    if moment is None:
        raise click.UsageError(f"--from {text!r} is no date; write it as 2026-01-31")
    return moment


def _summary(found: Backtest, refused: int) -> str:
    lines = [
        f"{found.conversations:,} conversations replayed, {refused:,} left out because they were "
        f"learned from: {found.answered:.1%} answered, {found.asked_back:.1%} asked back, "
        f"{found.handed_off:.1%} handed over.",
        f"Agreement with the person's answer: {_interval(found.agreement)}. {found.how}",
        "",
        *(
            f"{each.name}: {each.conversations:,} conversations, {each.answered:.0%} answered, "
            f"agreement {_interval(each.agreement)}"
            for each in islice(found.by_intent, SHOWN)
        ),
        "",
        "Least like what the person wrote:",
        *(
            f"- {each.past.question}\n    bot: {each.reply}\n    person: {each.past.answer}"
            for each in islice(found.worst, SHOWN)
        ),
    ]
    return "\n".join(lines)


def _interval(share: Share) -> str:
    if share.value is None:
        return "nothing to compare"
    return f"{share.value:.0%} ({share.low:.0%} to {share.high:.0%}, of {share.of:,})"
