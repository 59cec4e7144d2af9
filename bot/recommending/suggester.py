"""Suggests next questions and articles to one customer, from what serves at this moment.

Counts are made anew every few minutes, and at once when templates, articles or the model change.
What fails leaves what was there: a customer without suggestions is served all the same.
"""

from __future__ import annotations

import logging
from collections.abc import Callable, Collection, Iterable, Mapping
from dataclasses import dataclass
from datetime import datetime, timedelta
from pathlib import Path
from threading import Lock
from typing import Final

from bot.answering import Release
from bot.conversations.errors import UnknownConversationError
from bot.conversations.silence import standing_author
from bot.recommending.behaviour import actions_of, all_actions, skips_of
from bot.recommending.choice import Choice, choice_of, person_of
from bot.recommending.items import Item, Kind, by_address, catalogue_of, items_of
from bot.settings import Settings
from bot.store import Database
from bot.store.tables import ConversationRow
from retrieval.recommender import RankingModel, Recommender, open_ranking_model

log = logging.getLogger(__name__)
OFFERED: Final = 4
EVERYTHING_IS_RELATED: Final = -1.0
RELATED: Final = 0.4
"""For customers, the cosine of texts from which one is offered for the other alone. Of the sample
company's answers and articles, nearer ones share a matter, further ones mostly do not."""
EVERYTHING: Final[tuple[Kind, ...]] = ("question", "article")
ARTICLES: Final[tuple[Kind, ...]] = ("article",)
COUNTED_EVERY: Final = timedelta(minutes=5)
COUNTING_SECONDS: Final = 2.0
"""How long a request waits for another's counting before it goes without suggestions."""


@dataclass(frozen=True, slots=True)
class Suggestion:
    """A question to ask, whose ``id`` is sent as a button, or an article at ``url``.

    ``because`` is the title of what the customer asked or read (``because_kind``) that speaks for
    it most; None where everybody does.
    """

    id: str
    kind: Kind
    text: str
    url: str | None = None
    because: str | None = None
    because_kind: Kind | None = None


@dataclass(frozen=True, slots=True)
class Suggested:
    """``choice`` is None where the operator has suggestions switched off."""

    choice: Choice | None
    suggestions: tuple[Suggestion, ...] = ()


@dataclass(frozen=True, slots=True)
class _Counted:
    release: Release
    at: datetime
    items: dict[str, Item]
    addresses: dict[str, str]
    recommender: Recommender


class Suggester:
    """Thread-safe; what it counts is swapped whole."""

    def __init__(
        self,
        database: Database,
        release: Callable[[], Release],
        settings: Callable[[], Settings],
        clock: Callable[[], datetime],
    ) -> None:
        self._database, self._release = database, release
        self._settings, self._clock = settings, clock
        self._counted: _Counted | None = None
        self._counting = Lock()

    def opening(self, language: str) -> list[Suggestion]:
        """What to offer somebody of whom nothing is known yet: what is asked and read of late."""
        counted = self._current()
        if counted is None:
            return []
        return self._suggest(counted, [], language, {})

    def after(self, conversation_id: str) -> Suggested:
        """What to offer in a conversation; nothing while a person has it, or the bot is silent.

        Raises:
            UnknownConversationError: there is none with this id.
        """
        counted = self._current()
        if counted is None:
            return Suggested(None)
        with self._database.read() as session:
            conversation = session.get(ConversationRow, conversation_id)
            if conversation is None:
                raise UnknownConversationError
            person = person_of(conversation)
            choice = choice_of(session, person)
            silent = conversation.status != "automated" or standing_author(session) != "bot"
            if silent or choice is Choice.OFF:
                return Suggested(choice)
            done = actions_of(session, conversation, counted.addresses)
            skipped = skips_of(session, person, self._clock())
        language = conversation.language or self._settings().file.locale
        found = self._suggest(counted, [each.item for each in done], language, skipped)
        return Suggested(choice, tuple(found))

    def articles(self, conversation_id: str) -> list[Suggestion]:
        """Articles that an agent may offer in a conversation.

        Raises:
            UnknownConversationError: there is none with this id.
        """
        counted = self._current()
        if counted is None:
            return []
        with self._database.read() as session:
            conversation = session.get(ConversationRow, conversation_id)
            if conversation is None:
                raise UnknownConversationError
            done = actions_of(session, conversation, counted.addresses)
        language = conversation.language or self._settings().file.locale
        history = [each.item for each in done]
        return self._suggest(counted, history, language, {}, ARTICLES, EVERYTHING_IS_RELATED)

    def known_items(self, items: Collection[str], address: str | None = None) -> list[str]:
        """Those of ``items`` that there are, and the article at ``address``."""
        counted = self._current()
        if counted is None:
            return []
        found = [each for each in items if each in counted.items]
        read = counted.addresses.get(address.partition("#")[0]) if address else None
        return [*found, read] if read else found

    def _suggest(
        self,
        counted: _Counted,
        history: list[str],
        language: str,
        skipped: Mapping[str, int],
        kinds: Collection[Kind] = EVERYTHING,
        related: float = RELATED,
    ) -> list[Suggestion]:
        now, locale = self._clock(), self._settings().file.locale
        holding = [
            each for each in counted.items.values() if each.kind in kinds and each.may_be_shown(now)
        ]
        shown = _titles(holding, language) or _titles(holding, locale)
        found = counted.recommender.recommend(
            history, OFFERED, among=shown, skipped=skipped, related=related
        )
        return [
            _suggestion(
                counted.items[each.item], shown, counted.items.get(each.because or ""), language
            )
            for each in found
        ]

    def _current(self) -> _Counted | None:
        """What is counted of the release in service, once more where that is due.

        One thread counts, and others take what was counted before, if that is of this release:
        nobody is offered what was retired meanwhile. None where there is nothing to offer from.
        """
        if not self._settings().file.recommendations.enabled:
            return None
        release, counted = self._release(), self._counted
        same = counted if counted is not None and counted.release is release else None
        if same is not None and self._is_fresh(same):
            return same
        if not self._counting.acquire(timeout=0 if same else COUNTING_SECONDS):
            return same
        try:
            return self._counted_for(release)
        except Exception:
            log.exception("suggestions could not be counted anew")
            return same
        finally:
            self._counting.release()

    def _is_fresh(self, counted: _Counted) -> bool:
        return self._clock() - counted.at < COUNTED_EVERY

    def _counted_for(self, release: Release) -> _Counted:
        """What another thread has counted meanwhile, else anew."""
        counted = self._counted
        if counted is None or counted.release is not release or not self._is_fresh(counted):
            counted = self._counted = self._count(release, self._clock())
        return counted

    def _count(self, release: Release, now: datetime) -> _Counted:
        items = items_of(self._database)
        addresses = by_address(items.values())
        keep = timedelta(days=self._settings().file.recommendations.keep_days)
        actions = all_actions(self._database, addresses, now - keep)
        catalogue = catalogue_of(items, self._database, release.model)
        model = self._ranking(release, catalogue.vectors.shape[1])
        recommender = Recommender.over(catalogue, actions, model, now)
        return _Counted(release, now, items, addresses, recommender)

    def _ranking(self, release: Release, dimension: int) -> RankingModel:
        """The model that the settings name, where it reads the vectors of this release."""
        encoder = release.model.encoder_id if release.model else "none"
        named = self._settings().ranking_model
        return _opened(named, encoder) or RankingModel.untrained(encoder, dimension)


def _suggestion(
    item: Item, titles: Mapping[str, str], because: Item | None, language: str
) -> Suggestion:
    reason = because.title_in(language) if because else None
    return Suggestion(
        id=item.id,
        kind=item.kind,
        text=titles[item.id],
        url=item.url,
        because=reason,
        because_kind=because.kind if because and reason else None,
    )


def _titles(items: Iterable[Item], language: str) -> dict[str, str]:
    """The titles by id of those that have one in this language."""
    return {each.id: title for each in items if (title := each.title_in(language))}


def _opened(directory: Path | None, encoder_id: str) -> RankingModel | None:
    if directory is None:
        return None
    try:
        model = open_ranking_model(directory)
    except Exception as error:  # whatever is wrong with the files, customers are served
        log.error("recommendations.model cannot be used, fixed weights rank instead: %s", error)
        return None
    if model.encoder_id != encoder_id:
        log.error(
            "recommendations.model %s was trained on another encoder's vectors than serve here; "
            "fixed weights rank instead. Train it again with `frontdesk train --task ranking`.",
            directory,
        )
        return None
    return model
