"""Chatwoot: conversations by page number, latest activity first, each with its messages; canned
responses; the articles of its portals.

The address is the installation's own, perhaps as a browser shows it (``…/app/accounts/3``), which
says whose conversations are meant where a person belongs to several accounts.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cached_property
from typing import Any, Final
from urllib.parse import quote

from knowledge.connectors.access import check_base_url
from knowledge.connectors.canned import CannedAnswer, canned_answer
from knowledge.connectors.client import AnswerError, ApiClient
from knowledge.connectors.interface import Batch
from knowledge.connectors.paging import FoundPage, pages_by_number, records_in
from knowledge.connectors.state import Cursor
from knowledge.connectors.vendor_articles import article_of
from knowledge.connectors.whole import WholeConversations
from knowledge.errors import PullFailedError, RefusedAddressError
from knowledge.importers.chatwoot import chatwoot_conversation
from knowledge.importers.json_fields import Fields, id_at, object_at, objects_at, text_at
from knowledge.records import Article, Transcript
from knowledge.skipped import OnSkip, SkippedRecord
from knowledge.times import parse_time

_ACCOUNT: Final = re.compile(r"/(?:app|api/v1)(?:/accounts/(\d+))?(?:/.*)?$")
_MOST_PAGES_OF_MESSAGES: Final = 500
_PUBLISHED: Final = ("published", 1)


class ChatwootConnector:
    """Reads one account of an installation."""

    def __init__(self, token: str, base_url: str) -> None:
        found = _ACCOUNT.search(base_url)
        self.address = check_base_url(base_url)
        self._named_account = found[1] if found else None
        home = base_url[: found.start()] if found else base_url
        self._client = ApiClient(home, {"api_access_token": token})

    def close(self) -> None:
        self._client.close()

    def conversations(self, cursor: Cursor, on_skip: OnSkip) -> Iterator[Batch[Transcript]]:
        def fetch(number: int) -> FoundPage:
            answer = self._get("/conversations", {
                "status": "all", "assignee_type": "all", "page": number,
                "sort_by": "last_activity_at_desc",
            })  # fmt: skip
            return _page(_payload(answer), number)

        def probe() -> FoundPage:
            return fetch(1)

        tell = self._teller("conversations", on_skip)
        whole = WholeConversations(self.address, self._conversation, probe, on_skip)
        for records, after in pages_by_number(fetch, cursor, _changed, tell):
            yield Batch(whole.of(records), after)

    def answers(self, cursor: Cursor, on_skip: OnSkip) -> Iterator[Batch[CannedAnswer]]:
        """All in one page, for there is no other way to ask."""
        del on_skip
        answer = self._get("/canned_responses", {})
        found = [_answer(record) for record in _payload(answer)]
        yield Batch(tuple(each for each in found if each is not None), cursor)

    def articles(self, cursor: Cursor, on_skip: OnSkip) -> Iterator[Batch[Article]]:
        """All of every portal, each time: they are not in the order of their changes."""
        for portal in _payload(self._get("/portals", {})):
            slug = text_at(portal, "slug")
            path = f"/portals/{quote(slug, safe='')}/articles"
            seen: set[str | None] = set()

            def fetch(number: int, path: str = path, seen: set[str | None] = seen) -> FoundPage:
                records = _payload(self._get(path, {"page": number}))
                fresh = [record for record in records if id_at(record, "id") not in seen]
                seen.update(id_at(record, "id") for record in fresh)
                return _page(fresh, number)

            tell = self._teller(f"articles of {slug}", on_skip)
            for records, _ in pages_by_number(fetch, Cursor(), _changed, tell):
                articles = (_article(record, portal, self._client.base_url) for record in records)
                yield Batch(tuple(each for each in articles if each is not None), cursor)

    @cached_property
    def _account(self) -> str:
        if self._named_account:
            return self._named_account
        profile = self._client.get("/api/v1/profile")
        accounts = objects_at(profile, "accounts") if isinstance(profile, dict) else []
        if len(accounts) > 1:
            raise RefusedAddressError(
                f"{self.address}: this token opens {len(accounts)} accounts; name one, as in "
                f"--base-url {self._client.base_url}/app/accounts/{id_at(accounts[0], 'id')}"
            )
        account = id_at(accounts[0] if accounts else profile, "id", "account_id")
        if account is None:
            raise PullFailedError(f"{self.address}: does not say which account the token opens")
        return account

    def _get(self, path: str, params: dict[str, str | int]) -> Any:
        return self._client.get(f"/api/v1/accounts/{self._account}{path}", params)

    def _conversation(self, identifier: str, found: Fields) -> Transcript:
        """The list holds a conversation's last message only; the others come 20 at a time."""
        path = f"/conversations/{quote(identifier, safe='')}/messages"
        messages: dict[str | None, Fields] = {}
        before: dict[str, str | int] = {}
        for _ in range(_MOST_PAGES_OF_MESSAGES):
            page = {id_at(each, "id"): each for each in _payload(self._get(path, before))}
            earlier = [_number(page[each]) for each in page.keys() - messages.keys()]
            messages |= page
            if not any(earlier):
                break
            before = {"before": min(filter(None, earlier))}
        ordered = sorted(messages.values(), key=_number)
        return chatwoot_conversation({**found, **({"messages": ordered} if ordered else {})})

    def _teller(self, what: str, on_skip: OnSkip) -> Any:
        def tell(number: int, error: AnswerError) -> None:
            on_skip(SkippedRecord(self.address, f"page {number} of the {what}", str(error)))

        return tell


def _page(records: list[Fields], number: int) -> FoundPage:
    return FoundPage(records, str(number + 1) if records else None)


def _payload(answer: Any) -> list[Fields]:
    """The records of an answer, which stand at its top or under ``payload``, or deeper."""
    if isinstance(answer, list):
        return records_in(answer)
    deeper = isinstance(answer, dict) and "data" in answer
    return records_in(answer, "data", "payload") if deeper else records_in(answer, "payload")


def _changed(record: Fields) -> int:
    stamp = record.get("last_activity_at") or record.get("timestamp") or record.get("updated_at")
    moment = parse_time(stamp)
    return int(moment.timestamp()) if moment else 0


def _number(message: Fields) -> int:
    identifier = id_at(message, "id")
    return int(identifier) if identifier and identifier.isdecimal() else 0


def _answer(record: Fields) -> CannedAnswer | None:
    identifier = id_at(record, "id")
    if identifier is None:
        return None
    title = text_at(record, "short_code") or identifier
    return canned_answer(f"chatwoot-{identifier}", title, text_at(record, "content"))


def _article(record: Fields, portal: Fields, address: str) -> Article | None:
    status = record.get("status")
    if not isinstance(status, str | int) or status not in _PUBLISHED:
        return None
    locale = text_at(record, "locale") or text_at(object_at(record, "category"), "locale")
    slug, of_portal = text_at(record, "slug"), text_at(portal, "slug")
    url = f"{address}/hc/{of_portal}/articles/{slug}" if slug else None
    return article_of("chatwoot", id_at(record, "id"), locale, {**record, "html_url": url})
