"""Zendesk: tickets by the cursor of its incremental export, each with its comments; macros;
help-centre articles.

The token is an OAuth access token, or an agent's address and API token in the form that Zendesk
itself uses: ``you@example.com/token:abc``. Articles that only some users may see are left out.
"""

from __future__ import annotations

import base64
from collections.abc import Iterator
from typing import Any, Final
from urllib.parse import quote

from knowledge.connectors.canned import CannedAnswer, canned_answer
from knowledge.connectors.client import ApiClient
from knowledge.connectors.interface import Batch
from knowledge.connectors.paging import FoundPage, pages_by_pointer, records_in
from knowledge.connectors.state import Cursor
from knowledge.connectors.vendor_articles import article_of
from knowledge.connectors.whole import WholeConversations
from knowledge.importers.json_fields import Fields, id_at, object_at, objects_at, text_at
from knowledge.importers.zendesk import zendesk_ticket
from knowledge.importers.zendesk_comments import Person, person_of
from knowledge.records import Article, Transcript
from knowledge.skipped import OnSkip, SkippedRecord
from knowledge.times import parse_time

_PER_PAGE: Final = 100
_MOST_PAGES_OF_COMMENTS: Final = 100


class ZendeskConnector:
    """Reads one account."""

    def __init__(self, token: str, base_url: str) -> None:
        self._client = ApiClient(base_url, {"Authorization": _authorization(token)})

    @property
    def address(self) -> str:
        return self._client.base_url

    def close(self) -> None:
        self._client.close()

    def conversations(self, cursor: Cursor, on_skip: OnSkip) -> Iterator[Batch[Transcript]]:
        """The export's cursor stays good after its last page: a later pull goes on from it."""
        people: dict[str, Person] = {}

        def fetch(cursor: Cursor) -> FoundPage:
            page, sideloaded = self._tickets(cursor)
            people.clear()
            people.update(sideloaded)
            return page

        def conversation(identifier: str, ticket: Fields) -> Transcript:
            return self._ticket(identifier, ticket, people)

        def probe() -> object:
            return self._tickets(Cursor())

        whole = WholeConversations(self.address, conversation, probe, on_skip)
        for page, after in pages_by_pointer(fetch, cursor, oldest_first=True):
            yield Batch(whole.of(page.records), after)

    def answers(self, cursor: Cursor, on_skip: OnSkip) -> Iterator[Batch[CannedAnswer]]:
        del on_skip

        def fetch(cursor: Cursor) -> FoundPage:
            return self._listed("/api/v2/macros.json", "macros", cursor, {"active": "true"})

        for page, after in pages_by_pointer(fetch, cursor):
            changed = (macro for macro in page.records if _changed(macro) >= cursor.since)
            found = (_answer(macro) for macro in changed)
            yield Batch(tuple(answer for answer in found if answer is not None), after)

    def articles(self, cursor: Cursor, on_skip: OnSkip) -> Iterator[Batch[Article]]:
        def fetch(cursor: Cursor) -> FoundPage:
            path = "/api/v2/help_center/articles.json"
            return self._listed(path, "articles", cursor, {"include": "translations"})

        for page, after in pages_by_pointer(fetch, cursor):
            changed = [record for record in page.records if _changed(record) >= cursor.since]
            for record in changed:
                if record.get("user_segment_id") is not None:
                    place = f"article {id_at(record, 'id')}"
                    reason = "is not visible to everybody"
                    on_skip(SkippedRecord(self.address, place, reason))
            articles = (article for record in changed for article in _articles_of(record))
            yield Batch(tuple(articles), after)

    def _tickets(self, cursor: Cursor) -> tuple[FoundPage, dict[str, Person]]:
        params: dict[str, str | int] = {"include": "users", "per_page": _PER_PAGE}
        if cursor.next is not None:
            params["cursor"] = cursor.next
        else:
            params["start_time"] = cursor.since
        answer = _object(self._client.get("/api/v2/incremental/tickets/cursor.json", params))
        found = records_in(answer, "tickets")
        ended = answer.get("end_of_stream") is not False
        newest = max(map(_changed, found), default=0)
        return FoundPage(found, id_at(answer, "after_cursor"), newest, ended), _people(answer)

    def _ticket(self, identifier: str, ticket: Fields, people: dict[str, Person]) -> Transcript:
        if ticket.get("status") == "deleted":
            return zendesk_ticket(ticket, (), people.get)
        known = dict(people)
        comments: list[Fields] = []
        path = f"/api/v2/tickets/{quote(identifier, safe='')}/comments.json"
        params: dict[str, str | int] = {"include": "users", "page[size]": _PER_PAGE}
        for _ in range(_MOST_PAGES_OF_COMMENTS):
            answer = _object(self._client.get(path, params))
            comments += records_in(answer, "comments")
            known |= _people(answer)
            pointer = _pointer(answer)
            if pointer is None or pointer == params.get("page[after]"):
                break
            params["page[after]"] = pointer
        return zendesk_ticket(ticket, comments, known.get)

    def _listed(self, path: str, name: str, cursor: Cursor, params: dict[str, str]) -> FoundPage:
        asked: dict[str, str | int] = {**params, "page[size]": _PER_PAGE}
        if cursor.next is not None:
            asked["page[after]"] = cursor.next
        answer = _object(self._client.get(path, asked))
        found = records_in(answer, name)
        return FoundPage(found, _pointer(answer), max(map(_changed, found), default=0))


def _authorization(token: str) -> str:
    if ":" not in token:
        return f"Bearer {token}"
    return f"Basic {base64.b64encode(token.encode()).decode()}"


def _object(answer: Any) -> Fields:
    return answer if isinstance(answer, dict) else {}


def _pointer(answer: Fields) -> str | None:
    meta = object_at(answer, "meta")
    return id_at(meta, "after_cursor") if meta.get("has_more") is True else None


def _people(answer: Fields) -> dict[str, Person]:
    found = (person_of(user) for user in objects_at(answer, "users"))
    return {person.id: person for person in found if person is not None}


def _changed(record: Fields) -> int:
    stamp = record.get("generated_timestamp")
    moment = parse_time(stamp if stamp is not None else record.get("updated_at"))
    return int(moment.timestamp()) if moment else 0


def _answer(macro: Fields) -> CannedAnswer | None:
    """What a macro says to the customer; one that only sets fields, or notes, says nothing."""
    identifier = id_at(macro, "id")
    values = {
        text_at(action, "field"): action.get("value") for action in objects_at(macro, "actions")
    }
    is_note = str(values.get("comment_mode_is_public")).casefold() == "false"
    said = values.get("comment_value_html") or values.get("comment_value")
    if isinstance(said, list):  # the channel first, then the text for it
        said = next((part for part in reversed(said) if isinstance(part, str)), None)
    if identifier is None or is_note or not isinstance(said, str):
        return None
    return canned_answer(f"zendesk-{identifier}", text_at(macro, "title") or identifier, said)


def _articles_of(record: Fields) -> Iterator[Article]:
    """The article in each language that it is published in."""
    if record.get("user_segment_id") is not None:
        return
    for content in objects_at(record, "translations") or [record]:
        address = record.get("html_url") if content.get("locale") == record.get("locale") else None
        if content.get("draft") is not True:
            shown = {"html_url": address, **content}
            article = article_of("zendesk", id_at(record, "id"), content.get("locale"), shown)
            if article is not None:
                yield article
