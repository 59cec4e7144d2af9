"""Looks a home over: whether everything that serves is there, and what the settings name is known.

Says too how each language of the labelled examples is read. Changes nothing and talks to nobody
outside. `frontdesk doctor` and the desk's page about health say what it finds; knows no sentence.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence

from bot.answering import Release
from bot.answering.known_names import doubts
from bot.answering.model_directories import open_model
from bot.answering.releases import model_directory, serving_release
from bot.checkup.finding import Check
from bot.content.learned import training_examples
from bot.content.site_crawls import latest_crawl
from bot.conversations.silence import silence_of
from bot.rewriting import usage_of_month
from bot.services import utc_now
from bot.settings import Settings, SettingsError
from bot.store import Database
from nlu import Model, ModelError, Reranker, detect_language

_ASKED = 100
_FEWEST = 5


def checkup(database: Database, settings: Settings, release: Release) -> Iterator[Check]:
    """Everything that is looked at, where the settings can be read."""
    yield Check("settings", ok=True, key="settings_usable")
    found = doubts(database, settings.file, release)
    yield from (Check("names", ok=False, key="doubt", values={"doubt": each}) for each in found)
    if not found:
        yield Check("names", ok=True, key="names_known")
    yield _model(database, settings, release)
    if release.model is not None:
        learned = [text for text, _ in training_examples(database)]
        asked = [text for each in release.templates.values() for text in each.examples]
        yield from check_languages(release.model, list(dict.fromkeys([*learned, *asked])))
    yield from _serving(release)
    yield _reranking(settings, release)
    yield from (_site(database, each) for each in settings.file.articles.sites)
    yield from _speaking(database)
    yield _read("mail", settings, _mail)
    yield _read("telegram", settings, _telegram)
    yield _rewriting(database, settings)


def _model(database: Database, settings: Settings, release: Release) -> Check:
    serving = serving_release(database)
    if serving is None:
        return Check("model", ok=False, key="model_none")
    if release.model is None:
        return _closed(database, settings, serving.model_id)
    if not release.model.intents:
        return Check("model", ok=True, key="model_searches", values={"model": serving.model_id})
    values = {"model": serving.model_id, "intents": f"{len(release.model.intents):,}"}
    return Check("model", ok=True, key="model_serves", values=values)


def _closed(database: Database, settings: Settings, model_id: str) -> Check:
    try:
        open_model(model_directory(database, settings, model_id))
    except ModelError as error:
        return Check("model", ok=False, key="model_damaged", values={"told": str(error)})
    return Check("model", ok=False, key="model_closed", values={"model": model_id})


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
    values = {"examples": f"{len(texts):,}"}
    readable = sum(each.readable for each in meant) / len(meant)
    if sum(each.half_read for each in meant) > len(meant) / 2:
        return Check("language", ok=True, key="language_half_read", values=values, of=language)
    if readable > 0.5:
        values["share"] = f"{readable:.0%}"
        return Check("language", ok=True, key="language_read", values=values, of=language)
    if any(each.known_intents for each in meant if not each.readable):
        return Check("language", ok=True, key="language_ngrams", values=values, of=language)
    return Check("language", ok=False, key="language_unread", values=values, of=language)


def _serving(release: Release) -> Iterator[Check]:
    retriever = release.retriever
    index = retriever is not None and retriever.index is not None
    yield Check("index", ok=index, key="index_serves" if index else "index_none")
    if release.templates:
        values = {"count": f"{len(release.templates):,}"}
        yield Check("templates", ok=True, key="templates_serve", values=values)
    else:
        yield Check("templates", ok=False, key="templates_none")


def _reranking(settings: Settings, release: Release) -> Check:
    if settings.reranker is None:
        return Check("reranking", ok=True, key="reranking_off")
    budget = settings.file.reranking.budget_ms
    if release.retriever is not None and release.retriever.reranking is not None:
        values = {"folder": str(settings.reranker), "budget": str(budget)}
        return Check("reranking", ok=True, key="reranking_on", values=values)
    try:
        Reranker.open(settings.reranker, budget / 1000)
    except ModelError as error:
        return Check("reranking", ok=False, key="reranking_damaged", values={"told": str(error)})
    return Check("reranking", ok=True, key="reranking_waits")


def _site(database: Database, site: str) -> Check:
    latest = latest_crawl(database, site)
    if latest is None:
        return Check("site", ok=True, key="site_new", of=site)
    values = {"at": f"{latest.at:%Y-%m-%d %H:%M}"}
    if latest.failure is None:
        return Check("site", ok=True, key="site_crawled", values=values, of=site)
    values["told"] = latest.failure
    return Check("site", ok=False, key="site_failed", values=values, of=site)


def _speaking(database: Database) -> Iterator[Check]:
    with database.read() as session:
        silence = silence_of(session)
    if silence is None:
        yield Check("bot", ok=True, key="bot_speaks")
    else:
        yield Check("bot", ok=False, key="bot_silenced", values={"by": silence.by})


def _read(area: str, settings: Settings, read: Callable[[Settings], str]) -> Check:
    """What ``read`` says by its key, or why it cannot."""
    try:
        return Check(area, ok=True, key=read(settings))
    except SettingsError as error:
        return Check(area, ok=False, key="unusable", values={"told": str(error)})


def _rewriting(database: Database, settings: Settings) -> Check:
    """Told, never asked: an endpoint may cost money."""
    if settings.generator_url is None:
        return Check("rewriting", ok=True, key="rewriting_off")
    used = usage_of_month(database, utc_now())
    values = {
        "requests": f"{used.requests:,}",
        "refused": f"{used.turned_down:,}",
        "failed": f"{used.failed:,}",
        "cost": f"{used.cost:.2f}",
    }
    limit = settings.file.rewriting.monthly_limit
    if limit is not None and used.cost >= limit:
        values["limit"] = f"{limit:g}"
        return Check("rewriting", ok=False, key="rewriting_spent", values=values)
    return Check("rewriting", ok=True, key="rewriting_used", values=values)


def _mail(settings: Settings) -> str:
    from bot.mail import SmtpServer

    return "mail_usable" if SmtpServer.of(settings) else "mail_off"


def _telegram(settings: Settings) -> str:
    from bot.channels.telegram import TelegramAccess

    if settings.telegram_token is None:
        return "telegram_off"
    return "telegram_webhook" if TelegramAccess.of(settings).webhook else "telegram_polling"
