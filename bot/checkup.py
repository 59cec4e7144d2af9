"""Looks a home over: whether everything that serves is there, and what the settings name is known.

Says too how each language of the labelled examples is read. Changes nothing and talks to nobody
outside. `frontdesk doctor` and the desk's page about health show what it finds.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass

from bot.answering import Release
from bot.answering.known_names import doubts
from bot.answering.model_directories import open_model
from bot.answering.releases import model_directory, serving_release
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
_MULTILINGUAL = "a multilingual base model (`frontdesk train --base-model FOLDER`) would read it"


@dataclass(frozen=True, slots=True)
class Check:
    """One thing that was looked at; ``says`` tells how to mend it where it is not ``ok``.

    Where it is ``ok`` but could be better, it tells that too.
    """

    name: str
    ok: bool
    says: str


def checkup(database: Database, settings: Settings, release: Release) -> Iterator[Check]:
    """Everything that is looked at, where the settings can be read."""
    yield Check("settings", ok=True, says="can be used")
    found = doubts(database, settings.file, release)
    yield from (Check("names", ok=False, says=each) for each in found)
    if not found:
        yield Check("names", ok=True, says="everything that the settings name is known")
    yield _model(database, settings, release)
    if release.model is not None:
        texts = [text for text, _ in training_examples(database)]
        yield from check_languages(release.model, texts)
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
        return Check("model", ok=False, says="there is none; `frontdesk train` makes one")
    if release.model is None:
        return Check("model", ok=False, says=_why_closed(database, settings, serving.model_id))
    says = f"{serving.model_id} serves {len(release.model.intents):,} intents"
    if not release.model.intents:
        says = f"{serving.model_id} serves search alone; `frontdesk train` teaches it intents"
    return Check("model", ok=True, says=says)


def _why_closed(database: Database, settings: Settings, model_id: str) -> str:
    try:
        open_model(model_directory(database, settings, model_id))
    except ModelError as error:
        return f"{error} `frontdesk models rollback` puts the one before into service"
    return f"{model_id} could not be opened a moment ago; run this again"


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
        return Check(name, ok=True, says=says)
    if any(each.known_intents for each in meant if not each.readable):
        says = f"{examples}; intents by character n-grams, templates and search by characters"
        return Check(name, ok=True, says=f"{says}; {_MULTILINGUAL}")
    says = (
        f"{examples}; the encoder cannot read them: only near repetitions are recognised; train "
        f"anew with at least twenty examples of two intents, or {_MULTILINGUAL}"
    )
    return Check(name, ok=False, says=says)


def _serving(release: Release) -> Iterator[Check]:
    retriever = release.retriever
    index = retriever is not None and retriever.index is not None
    says = "serves" if index else "there is none; `frontdesk index` makes one of your articles"
    yield Check("index", ok=index, says=says)
    count = len(release.templates)
    says = f"{count:,} in service" if count else "none is in service; review the drafts at the desk"
    yield Check("templates", ok=count > 0, says=says)


def _reranking(settings: Settings, release: Release) -> Check:
    if settings.reranker is None:
        return Check("reranking", ok=True, says="off, `reranking` names no folder")
    budget = settings.file.reranking.budget_ms
    if release.retriever is not None and release.retriever.reranking is not None:
        says = f"{settings.reranker} reranks passages within {budget} ms"
        return Check("reranking", ok=True, says=says)
    try:
        Reranker.open(settings.reranker, budget / 1000)
    except ModelError as error:
        return Check("reranking", ok=False, says=f"{error} Passages keep their order until then")
    return Check("reranking", ok=True, says="can be used once something serves")


def _site(database: Database, site: str) -> Check:
    latest, name = latest_crawl(database, site), f"site {site}"
    if latest is None:
        return Check(name, ok=True, says="not crawled yet; `frontdesk serve` does it by itself")
    if latest.failure is not None:
        return Check(name, ok=False, says=f"crawled {latest.at:%Y-%m-%d %H:%M}: {latest.failure}")
    return Check(name, ok=True, says=f"crawled {latest.at:%Y-%m-%d %H:%M} UTC")


def _speaking(database: Database) -> Iterator[Check]:
    with database.read() as session:
        silence = silence_of(session)
    says = "may speak"
    if silence:
        says = f"silenced by {silence.by}; `frontdesk silence off` lets it speak"
    yield Check("bot", ok=silence is None, says=says)


def _read(name: str, settings: Settings, read: Callable[[Settings], str]) -> Check:
    try:
        return Check(name, ok=True, says=read(settings))
    except SettingsError as error:
        return Check(name, ok=False, says=str(error))


def _rewriting(database: Database, settings: Settings) -> Check:
    """Told, never asked: an endpoint may cost money."""
    if settings.generator_url is None:
        return Check("rewriting", ok=True, says="off, FRONTDESK_GENERATOR_URL is not set")
    used = usage_of_month(database, utc_now())
    says = (
        f"{used.requests:,} requests this month, {used.turned_down:,} turned down, "
        f"{used.failed:,} failed; they cost {used.cost:.2f}"
    )
    limit = settings.file.rewriting.monthly_limit
    if limit is not None and used.cost >= limit:
        return Check("rewriting", ok=False, says=f"{says}; the limit of {limit:g} is spent")
    return Check("rewriting", ok=True, says=says)


def _mail(settings: Settings) -> str:
    from bot.mail import SmtpServer

    return "can be used" if SmtpServer.of(settings) else "off, FRONTDESK_SMTP_URL is not set"


def _telegram(settings: Settings) -> str:
    from bot.channels.telegram import TelegramAccess

    if settings.telegram_token is None:
        return "off, FRONTDESK_TELEGRAM_TOKEN is not set"
    how = "brings updates" if TelegramAccess.of(settings).webhook else "is asked for updates"
    return f"can be used; Telegram {how}"
