"""Gaps in the knowledge base at a terminal, and drafts of the articles that would close them."""

from __future__ import annotations

import re
from pathlib import Path

import click

from bot.answering import load_release
from bot.commands.context import CommandError, Home, json_option, note, say
from bot.learning.gaps import ArticleDraft, Gap, knowledge_gaps
from bot.learning.gathering import gather
from bot.learning.grouping import Encoder
from bot.learning.near_articles import answers_in, closest_in
from bot.services import utc_now


@click.command("gaps")
@click.option("--count", type=click.IntRange(1, 1000), default=20, show_default=True)
@click.option(
    "--drafts",
    type=click.Path(file_okay=False, path_type=Path),
    help="Write a Markdown file for each gap that agents answered, to edit and then import.",
)
@json_option
@click.pass_obj
def gaps(home: Home, count: int, drafts: Path | None, as_json: bool) -> None:
    """What customers asked in vain, by matter, with the articles that came closest.

    A draft holds the customers' question and an agent's answer without personal data. Nothing is
    published: edit the files, then `frontdesk import articles FOLDER` and `frontdesk index`.
    """
    release = load_release(home.database, home.settings)
    gather(home.database, release.model)
    encoder = Encoder(home.database, release.model)
    found = knowledge_gaps(
        home.database,
        encoder.vectors_or_none,
        closest_in(release),
        answers_in(release, utc_now),
        count,
    )
    if not as_json:
        for each in found[:count]:
            note(line(each))
    written = [] if drafts is None else _write(found[:count], drafts)
    sentence = f"{len(found):,} matters were asked about in vain"
    if drafts is not None:
        sentence = f"{sentence}; {len(written):,} drafts are in {drafts}"
    say(as_json, {"gaps": found[:count], "matters": len(found), "drafts": written}, f"{sentence}.")


def line(gap: Gap) -> str:
    """A gap in four lines at most."""
    people = "1 person" if gap.people == 1 else f"{gap.people:,} people"
    lines = [f"{people}: {gap.question}"]
    if gap.closest:
        near = "; ".join(f"{each.title} ({each.similarity:.2f})" for each in gap.closest)
        lines.append(f"    closest: {near}")
    if gap.answered_now:
        lines.append("    the bot answers this now")
    if gap.draft is not None:
        lines.append(f"    an agent: {' '.join(gap.draft.body.split())[:160]}")
    return "\n".join(lines)


def markdown_of(draft: ArticleDraft) -> str:
    """The draft as a Markdown file."""
    return f"# {draft.title}\n\n{draft.body.strip()}\n"


def _write(found: list[Gap], folder: Path) -> list[str]:
    """Write what is not there yet; a draft that somebody is editing stays."""
    try:
        folder.mkdir(parents=True, exist_ok=True)
        written = []
        for gap in found:
            path = folder / f"{_name(gap)}.md"
            if gap.draft is not None and not path.exists():
                path.write_text(markdown_of(gap.draft), encoding="utf-8")
                written.append(path.name)
    except OSError as error:
        raise CommandError(f"{folder}: cannot be written ({error.strerror})") from None
    return written


def _name(gap: Gap) -> str:
    words = re.sub(r"[^\w]+", "-", gap.question.lower()).strip("-")[:60].strip("-")
    return f"{words or 'gap'}-{gap.id[:6]}"
