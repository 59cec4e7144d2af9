"""Pulling from a help desk's API into the home, so that what was interrupted can go on.

Each page is stored before the place that it leads to, so a page may come twice, but none is lost.
"""

from __future__ import annotations

import os
from dataclasses import dataclass, field
from pathlib import Path
from urllib.parse import quote

from bot.commands.context import CommandError, Home, Progress, SkipReport, progress_bars, say
from bot.commands.importing import importing_into, taken_out
from bot.content.articles import put_articles
from bot.content.canned_answers import draft_canned_answers
from bot.content.transcripts import ImportCounts, Importing, store_transcripts
from bot.services import utc_now
from knowledge.connectors import Page, PullState, connect, pull, read_token
from knowledge.errors import PullFailedError
from nlu import detect_language

_TELLING_LENGTH = 20


@dataclass
class _Pulled:
    """What a pull brought so far. Articles and templates count where new or changed."""

    counts: ImportCounts = field(default_factory=ImportCounts)
    articles: int = 0
    templates: int = 0


def pull_transcripts(
    home: Home,
    vendor: str,
    token_file: Path | None,
    base_url: str | None,
    *,
    order_numbers: bool,
    as_json: bool,
) -> None:
    """Pull what changed at ``vendor`` since the last pull, and say what came.

    Raises:
        CommandError: there is no token, or the state of the last pull is damaged.
        RefusedTokenError, RefusedAddressError, PullFailedError: as ``pull`` and ``connect``.
    """
    if token_file is None:
        raise CommandError(f"pulling from {vendor} needs --token-file FILE with its API token")
    connector = connect(vendor, read_token(token_file), base_url)
    place = home.settings.home / "pulls" / f"{vendor}-{quote(connector.address, safe='')}.json"
    importing = importing_into(home, order_numbers=order_numbers)
    skipped, pulled = SkipReport(), _Pulled()
    try:
        with progress_bars() as progress:
            for page in pull(connector, _read_state(place), skipped):
                _store(home, page, importing, pulled, progress)
                _write_state(place, page.state)
    finally:
        connector.close()
    counts = pulled.counts
    result = {
        "format": vendor,
        "conversations": counts.conversations,
        "turns": counts.turns,
        "skipped": skipped.count,
        "duplicates": counts.duplicates,
        "erased": counts.erased,
        "redactions": dict(counts.redactions),
        "templates": pulled.templates,
        "articles": pulled.articles,
    }
    sentence = (
        f"{counts.conversations:,} conversations with {counts.turns:,} turns pulled from {vendor}; "
        f"{counts.duplicates:,} were there already, {skipped.count:,} records skipped; "
        f"{pulled.articles:,} articles and {pulled.templates:,} drafted answers are new or "
        "changed. "
        f"{taken_out(counts)}"
    )
    say(as_json, result, sentence)


def _store(
    home: Home, page: Page, importing: Importing, pulled: _Pulled, progress: Progress
) -> None:
    pulled.articles += put_articles(home.database, page.articles)
    pulled.templates += draft_canned_answers(
        home.database,
        page.answers,
        lambda text: _language(text, home.settings.file.locale),
        utc_now(),
    )
    stored = store_transcripts(home.database, page.transcripts, importing, utc_now())
    pulled.counts.add(stored)
    done = pulled.counts.conversations + pulled.counts.duplicates
    progress("conversations", done, done)


def _language(text: str, usual: str) -> str:
    """The language of a canned answer, as templates name it; short texts are poor evidence."""
    detected = detect_language(text) if len(text) >= _TELLING_LENGTH else None
    return "zh-Hans" if detected == "zh" else detected or usual


def _read_state(place: Path) -> PullState:
    if not place.exists():
        return PullState()
    try:
        return PullState.from_json(place.read_text(encoding="utf-8"))
    except (PullFailedError, UnicodeDecodeError) as error:
        raise CommandError(f"{place}: {error}; delete this file to pull everything anew") from None


def _write_state(place: Path, state: PullState) -> None:
    place.parent.mkdir(parents=True, exist_ok=True)
    fresh = place.with_suffix(".new")
    fresh.write_text(state.to_json(), encoding="utf-8")
    os.replace(fresh, place)
