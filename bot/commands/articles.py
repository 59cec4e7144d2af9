"""``import articles``: from files, folders, web pages and sitemaps."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

import click

from bot.commands.context import Home, Progress, SkipReport, json_option, note, progress_bars, say
from bot.content.article_folders import read_folder
from bot.content.article_sources import Kept, edited_at_desk, read_again
from bot.content.article_versions import mark_outdated
from bot.content.articles import outdated_articles, put_articles, some_articles
from bot.services import utc_now
from knowledge import Article, ArticleId, fetch_article, read_articles
from knowledge.passages import split_article


@click.command()
@click.argument("paths", nargs=-1, required=True)
@click.option(
    "--again",
    is_flag=True,
    help="Read files and pages anew that did not change, as after an update that reads them "
    "better. What somebody edited at the desk stays.",
)
@json_option
@click.pass_obj
def articles(home: Home, paths: tuple[str, ...], again: bool, as_json: bool) -> None:
    """Articles from Markdown, HTML, PDF, DOCX, TXT, JSONL, CSV, folders, or the web.

    PATHS are files, folders, addresses of pages, or addresses of sitemaps (ending in .xml). A
    folder or a sitemap that was imported before is read again where it changed, and what it no
    longer has is retired.
    """
    skipped = SkipReport()
    if again:
        sources = [_source_name(each) for each in paths if not _is_file(each)]
        for place in read_again(home.database, sources):
            note(f"{place}: an article of it was edited at the desk; it stays as it is")
    with progress_bars() as progress:
        importing = _Importing(home, skipped, progress, again)
        importing.files([Path(each) for each in paths if _is_file(each)])
        for each in paths:
            if not _is_file(each):
                importing.source(each)
    mark_outdated(home.database, utc_now())
    kept, ids = importing.kept, sorted(importing.ids)
    found = some_articles(home.database, ids)
    outdated = outdated_articles(home.database, importing.ids)
    for each, until in outdated.items():
        note(f"{each}: says that it held until {until}, so nobody is answered from it")
    passages = sum(len(split_article(article)) for article in found)
    result = {
        "articles": len(ids),
        "passages": passages,
        "skipped": skipped.count,
        "changed": kept.changed,
        "retired": kept.retired,
        "older_versions": len(ids) - len(found) - len(outdated),
        "outdated": len(outdated),
    }
    sentence = (
        f"{len(ids):,} articles with {passages:,} passages, {kept.changed:,} of them new or "
        f"changed; {kept.retired:,} retired, {result['older_versions']:,} are older versions of "
        f"others, {len(outdated):,} outdated, {skipped.count:,} skipped. `frontdesk index` makes "
        "many at once findable; a running server takes up few by itself."
    )
    say(as_json, result, sentence)


class _Importing:
    """Counts over all that was named."""

    def __init__(self, home: Home, skipped: SkipReport, progress: Progress, again: bool) -> None:
        self._home = home
        self._skipped = skipped
        self._progress = progress
        self._again = again
        self.ids: set[ArticleId] = set()
        self.kept = Kept()

    def files(self, files: Sequence[Path]) -> None:
        """Single files and archives: what they hold is added, nothing retired."""
        read = list(read_articles(files, self._skipped)) if files else []
        self._put(read)

    def source(self, name: str) -> None:
        """A folder, a page, or a sitemap."""
        from knowledge.articles.crawl import SiteCrawler, is_sitemap_address

        database = self._home.database
        if not _is_address(name):
            folder = read_folder(database, Path(name), self._skipped)
            self._add(folder.articles, folder.kept)
        elif is_sitemap_address(name):
            from bot.content.article_sites import read_site

            with SiteCrawler(name, self._skipped) as crawler:
                site = read_site(database, name, crawler, self._skipped, self._progress)
            self._add(site.articles, site.kept)
        else:
            self._put([fetch_article(name)])

    def _put(self, read: Sequence[Article]) -> None:
        """Store what was read; when it is read again, all but what was edited at the desk."""
        database = self._home.database
        if self._again:
            edited = edited_at_desk(database, [each.id for each in read])
            for each in read:
                if each.id in edited:
                    note(f"{each.id}: edited at the desk; it stays as it is")
            read = [each for each in read if each.id not in edited]
        self._add([each.id for each in read], Kept(put_articles(database, read)))

    def _add(self, ids: Sequence[str], kept: Kept) -> None:
        self.ids.update(map(ArticleId, ids))
        self.kept = Kept(self.kept.changed + kept.changed, self.kept.retired + kept.retired)


def _source_name(name: str) -> str:
    """What the places of a folder or a site are kept under."""
    return name if _is_address(name) else str(Path(name).resolve())


def _is_address(name: str) -> bool:
    return name.startswith(("http://", "https://"))


def _is_file(name: str) -> bool:
    return not _is_address(name) and not Path(name).is_dir()
