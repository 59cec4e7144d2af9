"""Carries out what somebody began at the desk; started by the server, by nobody else.

Each kind is done as its command does it. What is returned is kept with the work's row.
"""

from __future__ import annotations

import os
from collections.abc import Mapping
from dataclasses import asdict
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any, assert_never

import click

from bot.commands.backtesting import PastConversations, carry_out_backtest
from bot.commands.comparing import compared, comparison_result
from bot.commands.content import (
    TranscriptFiles,
    import_result,
    import_transcripts,
    parse_columns,
)
from bot.commands.context import CommandError, Home, Progress, note, require_train_extra, to_json
from bot.content.transcript_json import content_of
from bot.content.transcripts import all_transcripts, count_transcripts
from bot.learning.job_files import file_of, remove_file
from bot.learning.jobs import Job, JobKind, JobState, working
from bot.services import utc_now
from knowledge.skipped import SkippedRecord

SHOWN_SKIPS = 100
NEXT_QUESTIONS = 20


@click.command(hidden=True)
@click.argument("id")
@click.pass_obj
def job(home: Home, id: str) -> None:
    """Carry out the work ID that was begun at the desk."""
    _leave_others_first()

    def worded(said: str) -> str:
        return _at_the_desk(said, home, id)

    with working(home.database, utc_now, id, worded) as job:
        job.end(JobState.DONE, result=to_json(_carry_out(home, job)))
    remove_file(home.settings.home, id)


def _carry_out(home: Home, job: Job) -> Mapping[str, Any]:
    match job.kind:
        case JobKind.IMPORT:
            return _import(home, job)
        case JobKind.LEARN:
            return _learn(home, job)
        case JobKind.LABELS:
            return _look_for_doubts(home, job.progress)
        case JobKind.COMPARE:
            before, after = str(job.arguments["before"]), str(job.arguments["after"])
            found = comparison_result(*compared(home, before, after, job.progress))
            return {"before": before, "after": after, **found}
        case JobKind.BACKTEST:
            return _backtest(home, job)
        case _:
            assert_never(job.kind)


def _import(home: Home, job: Job) -> Mapping[str, Any]:
    path = _file_of(home, job)
    left_out: list[dict[str, str]] = []
    count = 0

    def skip(record: SkippedRecord) -> None:
        nonlocal count
        count += 1
        if len(left_out) < SHOWN_SKIPS:
            where = _without_folder(record.source, home, job.id)
            left_out.append({"where": where, "what": record.position, "reason": record.reason})

    files = TranscriptFiles([path], str(job.arguments.get("format") or "auto"), _columns(job))
    found, counts = import_transcripts(home, files, skip, job.progress)
    return {**import_result(found, counts, count), "left_out": left_out}


def _learn(home: Home, job: Job) -> Mapping[str, Any]:
    require_train_extra()
    from bot.commands.learning import learn_home, learned_result

    most = job.arguments.get("max_intents")
    return learned_result(learn_home(home, most, job.progress))


def _look_for_doubts(home: Home, progress: Progress) -> Mapping[str, Any]:
    require_train_extra()
    from bot.commands.overlooked import look_for_overlooked
    from bot.commands.reviewing import doubtful_labels, most_telling

    progress("doubtful labels", 0, 0)
    found = doubtful_labels(home)
    overlooked = look_for_overlooked(home, progress)
    progress("worth a minute", 0, 0)
    following = most_telling(home, NEXT_QUESTIONS)
    return {
        "suspects": len(found.suspects),
        "overlooked": overlooked.alike if overlooked else 0,
        "questions": len(following.questions),
    }


def _backtest(home: Home, job: Job) -> Mapping[str, Any]:
    require_train_extra()
    since = job.arguments.get("since")
    if job.arguments.get("file"):
        past = PastConversations(home, [_file_of(home, job)], "auto", ())
        found, refused = carry_out_backtest(home, past, since, None, job.progress)
    else:
        found, refused = _over_imported(home, since, job.progress)
    return {**asdict(found), "refused": refused, "since": since}


def _over_imported(home: Home, since: str | None, progress: Progress) -> tuple[Any, int]:
    """Over what is imported, which the model in service knows: learn before a day, replay after."""
    if not count_transcripts(home.database):
        raise CommandError("no conversations are imported yet; import some first")
    with TemporaryDirectory(prefix="frontdesk-backtest-") as folder:
        file = Path(folder) / "imported.jsonl"
        with file.open("w", encoding="utf-8", errors="surrogatepass") as lines:
            for each in all_transcripts(home.database):
                lines.write(content_of(each) + "\n")
        past = PastConversations(home, [file], "auto", ())
        return carry_out_backtest(home, past, since, None, progress, anew=True)


def _file_of(home: Home, job: Job) -> Path:
    path = file_of(home.settings.home, job.id)
    if path is None:
        raise CommandError("its file is not kept any more; upload it once more")
    return path


def _columns(job: Job) -> dict[str, str] | None:
    given = str(job.arguments.get("columns") or "")
    try:
        return parse_columns((given,) if given else ())
    except click.UsageError as error:
        raise CommandError(error.message) from None


def _at_the_desk(said: str, home: Home, id: str) -> str:
    """What went wrong, in the words of the desk: it has a field where the command has an option."""
    return _without_folder(said, home, id).replace("--columns ", "columns ")


def _without_folder(said: str, home: Home, id: str) -> str:
    """Where the file lies meanwhile is nobody's business."""
    return said.replace(f"{home.settings.home / 'imports' / id}/", "")


def _leave_others_first() -> None:
    """A server answers customers beside this: it gets the processor first."""
    try:
        os.nice(10)
    except OSError as error:
        note(f"this process keeps its priority ({error})")
