"""All collections of a vendor, one page after the other, each with the state after it."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass

from knowledge.connectors.canned import CannedAnswer
from knowledge.connectors.chatwoot import ChatwootConnector
from knowledge.connectors.client import AnswerError
from knowledge.connectors.intercom import IntercomConnector
from knowledge.connectors.interface import Connector
from knowledge.connectors.state import PullState
from knowledge.connectors.zendesk import ZendeskConnector
from knowledge.errors import PullFailedError, RefusedAddressError, RefusedTokenError
from knowledge.records import Article, Transcript
from knowledge.skipped import OnSkip, SkippedRecord

_CONNECTORS: Mapping[str, Callable[[str, str | None], Connector]] = {
    "chatwoot": lambda token, url: ChatwootConnector(
        token, _named(url, "https://app.chatwoot.com")
    ),
    "intercom": lambda token, url: IntercomConnector(token, url or IntercomConnector.HOME),
    "zendesk": lambda token, url: ZendeskConnector(token, _named(url, "https://you.zendesk.com")),
}
VENDORS = tuple(sorted(_CONNECTORS))


@dataclass(frozen=True, slots=True)
class Page:
    """What one page brought; store it, and then ``state``, from which a later pull goes on."""

    state: PullState
    transcripts: tuple[Transcript, ...] = ()
    answers: tuple[CannedAnswer, ...] = ()
    articles: tuple[Article, ...] = ()


def connect(vendor: str, token: str, base_url: str | None = None) -> Connector:
    """The connector of a vendor (one of ``VENDORS``); nothing is sent yet.

    Raises:
        RefusedAddressError: the address is missing where there is no usual one, or not fit.
    """
    return _CONNECTORS[vendor](token, base_url)


def pull(connector: Connector, state: PullState, on_skip: OnSkip) -> Iterator[Page]:
    """What changed since ``state``: articles, canned answers, conversations.

    Where articles or canned answers cannot be had, or not with this token's rights, that is
    reported and the rest is pulled. A record that is damaged is reported with its place.

    Raises:
        RefusedTokenError: the vendor does not take the token.
        PullFailedError: there is no answer within the limits.
    """
    with _had_without(connector, "articles", on_skip):
        for articles in connector.articles(state.articles, on_skip):
            state = state.with_cursor("articles", articles.cursor)
            yield Page(state, articles=articles.items)
    with _had_without(connector, "canned answers", on_skip):
        for answers in connector.answers(state.answers, on_skip):
            state = state.with_cursor("answers", answers.cursor)
            yield Page(state, answers=answers.items)
    try:
        for conversations in connector.conversations(state.conversations, on_skip):
            state = state.with_cursor("conversations", conversations.cursor)
            yield Page(state, transcripts=conversations.items)
    except AnswerError as error:
        raise PullFailedError(
            f"{connector.address}, conversations: {error}; run the same command again later, "
            "it goes on from there"
        ) from None


@contextmanager
def _had_without(connector: Connector, what: str, on_skip: OnSkip) -> Iterator[None]:
    """Report what cannot be had, or not with this token's rights, and go on without it."""
    try:
        yield
    except (AnswerError, RefusedTokenError) as error:
        on_skip(SkippedRecord(connector.address, what, str(error)))


def _named(url: str | None, example: str) -> str:
    if url is None:
        raise RefusedAddressError(f"name the address with --base-url, such as {example}")
    return url
