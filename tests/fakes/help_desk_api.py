"""Help desks' APIs on loopback, as their vendors document them: Zendesk, Intercom, Chatwoot.

Each holds a few records that a test may change between two pulls. ``trouble`` is what a path is
answered with next, instead of what it holds.
"""

from __future__ import annotations

import json
import threading
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import Any, ClassVar
from urllib.parse import parse_qsl, urlsplit

Json = dict[str, Any]
TOKEN = "secret-token"


@dataclass(frozen=True)
class Asked:
    """A request that came in."""

    method: str
    path: str
    query: Mapping[str, str]
    body: Json


@dataclass(frozen=True)
class Answer:
    """What goes back; ``body`` is sent as it stands if it is bytes, as JSON otherwise."""

    body: Any = b""
    status: int = 200
    headers: Mapping[str, str] = field(default_factory=dict)


class HelpDesk:
    """What all three share: requests are kept, tokens checked, trouble made."""

    token_header: ClassVar[tuple[str, str]] = ("Authorization", f"Bearer {TOKEN}")

    def __init__(self) -> None:
        self.url = ""
        self.asked: list[Asked] = []
        self.trouble: dict[str, list[Answer]] = {}

    def answer(self, asked: Asked, headers: Mapping[str, str]) -> Answer:
        name, value = self.token_header
        if headers.get(name) != value:
            return Answer({"error": "unauthorized"}, 401)
        self.asked.append(asked)
        waiting = self.trouble.get(asked.path)
        if waiting:
            return waiting.pop(0)
        found = self.hold(asked)
        return found if isinstance(found, Answer) else Answer(found)

    def hold(self, asked: Asked) -> Any:
        raise NotImplementedError

    def paths(self) -> list[str]:
        """The paths asked for since the last call."""
        paths = [asked.path for asked in self.asked]
        self.asked.clear()
        return paths


NOT_FOUND = Answer({"error": "not found"}, 404)


class Zendesk(HelpDesk):
    """Tickets by an incremental cursor, two a page; all else two a page by ``page[after]``."""

    def __init__(self) -> None:
        super().__init__()
        self.tickets: list[Json] = []
        self.comments: dict[str, list[Json]] = {}
        self.users: list[Json] = []
        self.macros: list[Json] = []
        self.articles: list[Json] = []

    def hold(self, asked: Asked) -> Any:
        match asked.path.removeprefix("/api/v2/").split("/"):
            case ["incremental", "tickets", "cursor.json"]:
                return self._increment(asked.query)
            case ["tickets", ticket, "comments.json"]:
                return self._listed("comments", self.comments.get(ticket, []), asked.query)
            case ["macros.json"]:
                return self._listed("macros", self.macros, asked.query)
            case ["help_center", "articles.json"]:
                return self._listed("articles", self.articles, asked.query)
        return NOT_FOUND

    def _increment(self, query: Mapping[str, str]) -> Json:
        """A cursor says how much of what changed, in the order of its changes, was told."""
        since = int(query.get("start_time", 0))
        ordered = sorted(self.tickets, key=lambda ticket: ticket["generated_timestamp"])
        after = int(query.get("cursor", 0))
        found = [t for t in ordered if t["generated_timestamp"] > max(after, since - 1)]
        page = found[:2]
        cursor = page[-1]["generated_timestamp"] if page else after
        return {"tickets": page, "users": self.users, "after_cursor": str(cursor),
                "after_url": f"{self.url}/next", "end_of_stream": len(found) <= 2}  # fmt: skip

    def _listed(self, name: str, records: list[Json], query: Mapping[str, str]) -> Json:
        begin = int(query.get("page[after]", 0))
        more = begin + 2 < len(records)
        meta = {"has_more": more, "after_cursor": str(begin + 2) if more else None}
        return {name: records[begin : begin + 2], "meta": meta, "users": self.users}


class Intercom(HelpDesk):
    """Conversations by a search in order of their changes, two a page, and one by one."""

    def __init__(self) -> None:
        super().__init__()
        self.conversations: list[Json] = []
        self.contacts: dict[str, Json] = {}
        self.macros: list[Json] = []
        self.articles: list[Json] = []

    def hold(self, asked: Asked) -> Any:
        match asked.path.strip("/").split("/"):
            case ["conversations", "search"] if asked.method == "POST":
                return self._search(asked.body)
            case ["conversations", identifier]:
                found = (c for c in self.conversations if c["id"] == identifier)
                return next(found, NOT_FOUND)
            case ["contacts", identifier]:
                return self.contacts.get(identifier, NOT_FOUND)
            case ["macros"]:
                return {"type": "list", "data": self.macros, "pages": {"next": None}}
            case ["articles"]:
                number = int(asked.query["page"])
                pages = {"page": number, "total_pages": len(self.articles), "per_page": 1}
                return {"data": self.articles[number - 1 : number], "pages": pages}
        return NOT_FOUND

    def _search(self, body: Json) -> Json:
        assert body["query"]["field"] == "updated_at"
        assert body["sort"] == {"field": "updated_at", "order": "ascending"}
        ordered = sorted(self.conversations, key=lambda each: each["updated_at"])
        found = [c for c in ordered if c["updated_at"] > body["query"]["value"]]
        begin = int(body["pagination"].get("starting_after", 0))
        following = {"starting_after": str(begin + 2)} if begin + 2 < len(found) else None
        heads = [{k: v for k, v in c.items() if k != "conversation_parts"} for c in found]
        return {"type": "conversation.list", "conversations": heads[begin : begin + 2],
                "pages": {"type": "pages", "next": following}}  # fmt: skip


class Chatwoot(HelpDesk):
    """Conversations by page number, latest activity first, two a page; messages by ``before``."""

    token_header = ("api_access_token", TOKEN)

    def __init__(self) -> None:
        super().__init__()
        self.accounts = [{"id": 3}]
        self.conversations: list[Json] = []
        self.messages: dict[str, list[Json]] = {}
        self.canned: list[Json] = []
        self.articles: list[Json] = []

    def hold(self, asked: Asked) -> Any:
        if asked.path == "/api/v1/profile":
            return {"id": 1, "account_id": 3, "accounts": self.accounts}
        number = int(asked.query.get("page", 1))
        match asked.path.removeprefix("/api/v1/accounts/3/").split("/"):
            case ["conversations"]:
                assert asked.query["status"] == "all"
                ordered = sorted(self.conversations, key=lambda each: -each["last_activity_at"])
                page = ordered[2 * number - 2 : 2 * number]
                return {"data": {"meta": {"all_count": len(ordered)}, "payload": page}}
            case ["conversations", identifier, "messages"]:
                before = int(asked.query.get("before", 1 << 60))
                earlier = [m for m in self.messages[identifier] if m["id"] < before]
                return {"meta": {}, "payload": earlier[-2:]}
            case ["canned_responses"]:
                return self.canned
            case ["portals"]:
                return {"payload": [{"id": 1, "slug": "help"}], "meta": {}}
            case ["portals", "help", "articles"]:
                return {"payload": self.articles[number - 1 : number], "meta": {}}
        return NOT_FOUND


@contextmanager
def served(desk: HelpDesk) -> Iterator[str]:
    """The desk's address, while it is reachable there."""
    server = _Server(("127.0.0.1", 0), _handler(desk.answer))
    desk.url = f"http://127.0.0.1:{server.server_address[1]}"
    thread = threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.01})
    thread.start()
    try:
        yield desk.url
    finally:
        server.shutdown()
        server.server_close()
        thread.join()


class _Server(ThreadingHTTPServer):
    daemon_threads = True

    def handle_error(self, request: object, client_address: object) -> None:
        """A client that hangs up early is what some tests are about."""


def _handler(
    answer: Callable[[Asked, Mapping[str, str]], Answer],
) -> type[BaseHTTPRequestHandler]:
    class Handler(BaseHTTPRequestHandler):
        protocol_version = "HTTP/1.1"
        wbufsize = 1 << 16

        def do_GET(self) -> None:
            parts = urlsplit(self.path)
            length = int(self.headers.get("Content-Length") or 0)
            body = json.loads(self.rfile.read(length) or b"{}")
            query = dict(parse_qsl(parts.query))
            given = answer(Asked(self.command, parts.path, query, body), dict(self.headers))
            content = (
                given.body if isinstance(given.body, bytes) else json.dumps(given.body).encode()
            )
            self.send_response(given.status)
            for name, value in given.headers.items():
                self.send_header(name, value)
            self.send_header("Content-Length", str(len(content)))
            self.end_headers()
            self.wfile.write(content)

        def do_POST(self) -> None:
            self.do_GET()

        def log_message(self, format: str, *args: object) -> None:
            pass

    return Handler
