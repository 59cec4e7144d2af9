"""Intercom: conversations by a search for what changed, each fetched whole; macros; articles.

Contacts are asked for their language once each. Workspaces in Europe and Australia have addresses
of their own (``--base-url https://api.eu.intercom.io``).
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any, Final
from urllib.parse import quote

from knowledge.connectors.canned import CannedAnswer, canned_answer
from knowledge.connectors.client import AnswerError, ApiClient
from knowledge.connectors.interface import Batch
from knowledge.connectors.paging import (
    FoundPage,
    pages_by_number,
    pages_by_pointer,
    records_in,
)
from knowledge.connectors.state import Cursor
from knowledge.connectors.vendor_articles import article_of
from knowledge.connectors.whole import WholeConversations
from knowledge.importers.intercom import intercom_contact, intercom_conversation
from knowledge.importers.json_fields import (
    Fields,
    id_at,
    language_tag,
    object_at,
    text_at,
)
from knowledge.records import Article, Transcript
from knowledge.skipped import OnSkip, SkippedRecord
from knowledge.times import parse_time

_VERSION: Final = "2.11"
_VERSION_WITH_MACROS: Final = "2.16"
_PER_PAGE: Final = 50
_MOST_LANGUAGES: Final = 10_000


class IntercomConnector:
    """Reads one workspace."""

    HOME = "https://api.intercom.io"

    def __init__(self, token: str, base_url: str) -> None:
        headers = {"Authorization": f"Bearer {token}", "Intercom-Version": _VERSION}
        self._client = ApiClient(base_url, headers)
        self._languages: dict[str, str | None] = {}

    @property
    def address(self) -> str:
        return self._client.base_url

    def close(self) -> None:
        self._client.close()

    def conversations(self, cursor: Cursor, on_skip: OnSkip) -> Iterator[Batch[Transcript]]:
        def probe() -> FoundPage:
            return self._search(Cursor())

        whole = WholeConversations(self.address, self._conversation, probe, on_skip)
        for page, after in pages_by_pointer(self._search, cursor, oldest_first=True):
            yield Batch(whole.of(page.records), after)

    def answers(self, cursor: Cursor, on_skip: OnSkip) -> Iterator[Batch[CannedAnswer]]:
        del on_skip
        for page, after in pages_by_pointer(self._macros, cursor):
            found = (_answer(macro) for macro in page.records)
            yield Batch(tuple(answer for answer in found if answer is not None), after)

    def articles(self, cursor: Cursor, on_skip: OnSkip) -> Iterator[Batch[Article]]:
        def tell(number: int, error: AnswerError) -> None:
            on_skip(SkippedRecord(self.address, f"page {number} of the articles", str(error)))

        for records, after in pages_by_number(self._articles, cursor, _changed, tell):
            articles = (article for record in records for article in _articles_of(record))
            yield Batch(tuple(articles), after)

    def _search(self, cursor: Cursor) -> FoundPage:
        """What changed in the second in which the last pass ended is asked for again."""
        pagination: dict[str, Any] = {"per_page": _PER_PAGE}
        if cursor.next is not None:
            pagination["starting_after"] = cursor.next
        since = max(cursor.since - 1, 0)
        body = {
            "query": {"field": "updated_at", "operator": ">", "value": since},
            "sort": {"field": "updated_at", "order": "ascending"},
            "pagination": pagination,
        }
        answer = _object(self._client.post("/conversations/search", body))
        found = records_in(answer, "conversations")
        return FoundPage(found, _pointer(answer), max(map(_changed, found), default=0))

    def _conversation(self, identifier: str, found: Fields) -> Transcript:
        del found
        whole = _object(self._client.get(f"/conversations/{quote(identifier, safe='')}"))
        contact = intercom_contact(whole)
        return intercom_conversation(whole, self._language(contact) if contact else None)

    def _language(self, contact: str) -> str | None:
        if contact not in self._languages:
            if len(self._languages) >= _MOST_LANGUAGES:
                self._languages.clear()
            try:
                person = _object(self._client.get(f"/contacts/{quote(contact, safe='')}"))
            except AnswerError:
                person = {}
            names = ("language_override", "browser_language")
            self._languages[contact] = language_tag(*(person.get(name) for name in names))
        return self._languages[contact]

    def _macros(self, cursor: Cursor) -> FoundPage:
        params: dict[str, str | int] = {"per_page": _PER_PAGE}
        if cursor.since:
            params["updated_since"] = cursor.since
        if cursor.next is not None:
            params["starting_after"] = cursor.next
        version = {"Intercom-Version": _VERSION_WITH_MACROS}
        answer = _object(self._client.get("/macros", params, version))
        found = records_in(answer, "data")
        return FoundPage(found, _pointer(answer), max(map(_changed, found), default=0))

    def _articles(self, number: int) -> FoundPage:
        answer = _object(self._client.get("/articles", {"page": number, "per_page": _PER_PAGE}))
        pages = object_at(answer, "pages")
        total = pages.get("total_pages")
        more = number < total if isinstance(total, int) else bool(pages.get("next"))
        return FoundPage(records_in(answer, "data"), str(number + 1) if more else None)


def _object(answer: Any) -> Fields:
    return answer if isinstance(answer, dict) else {}


def _pointer(answer: Fields) -> str | None:
    return text_at(object_at(answer, "pages", "next"), "starting_after") or None


def _changed(record: Fields) -> int:
    moment = parse_time(record.get("updated_at"))
    return int(moment.timestamp()) if moment else 0


def _answer(macro: Fields) -> CannedAnswer | None:
    identifier = id_at(macro, "id")
    if identifier is None:
        return None
    title = text_at(macro, "name") or identifier
    return canned_answer(f"intercom-{identifier}", title, text_at(macro, "body", "body_text"))


def _articles_of(record: Fields) -> Iterator[Article]:
    """The article in each language that it is published in."""
    translated = object_at(record, "translated_content")
    versions: list[tuple[object, Fields]] = [
        (language, {"url": record.get("url"), **content})
        for language, content in translated.items()
        if isinstance(content, dict) and language_tag(language)
    ]
    for language, content in versions or [(record.get("default_locale"), record)]:
        if text_at(content, "state") == "published":
            article = article_of("intercom", id_at(record, "id"), language, content)
            if article is not None:
                yield article
