"""Asking the operator's own service: whatever it does, the turn goes on."""

from __future__ import annotations

import json
import socket
import threading
import time
from collections.abc import Iterator
from contextlib import suppress
from dataclasses import replace
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from urllib.parse import parse_qs, urlsplit

import pytest

from bot.answering.lookups import look_up
from bot.dialog import Lookup, LookupOutcome, LookupRequest

REQUEST = LookupRequest("orders", {"order": "LW1 & more", "email": "a@b.c"})


class Service(BaseHTTPRequestHandler):
    """Answers by the path that it is asked for."""

    def do_GET(self) -> None:
        path = urlsplit(self.path)
        asked = {name: values[0] for name, values in parse_qs(path.query).items()}
        answers = {
            "/echo": (200, json.dumps({"status": asked["order"], "more": "x"})),
            "/odd": (200, json.dumps({"status": ["a"], "eta": None, "count": 3})),
            "/keyed": (200, json.dumps({"status": f"{asked.get('key')} {asked.get('email')}"})),
            "/bearer": (200, json.dumps({"status": self.headers.get("Authorization", "none")})),
            "/whose": (200, json.dumps({"status": "x", "owner": " A@B.c "})),
            "/unstorable": (200, '{"status": "a\\ud800b\\u0000c"}'),
            "/none": (404, "{}"),
            "/another": (200, json.dumps({"status": "x", "order": "LW2"})),
            "/broken": (500, "{}"),
            "/moved": (302, "{}"),
            "/text": (200, "hello"),
            "/list": (200, "[]"),
            "/latin": (200, "\udcff"),
            "/deep": (200, "[" * 50_000),
            "/long": (200, json.dumps({"status": "x" * 70_000})),
            "/wordy": (200, json.dumps({"status": "x" * 600})),
        }
        if path.path == "/slow":
            time.sleep(2)
            return
        if path.path == "/trickle":
            self._trickle(b"HTTP/1.1 200 OK\r\nX: " + b"x" * 50)
            return
        status, body = answers.get(path.path, (200, '{"status": "x"}'))
        if path.path.startswith("/status/"):
            status, body = int(path.path.removeprefix("/status/")), ""
        content = body.encode(errors="surrogateescape")
        self.send_response(status)
        self.send_header("Location", "/echo")
        self.send_header("Content-Length", str(len(content)))
        self.end_headers()
        if path.path == "/drip":
            self._trickle(content)
        else:
            self.wfile.write(content)

    def _trickle(self, content: bytes) -> None:
        """Send a byte at a time, until nobody listens any more."""
        with suppress(OSError):
            for byte in content:
                self.wfile.write(bytes([byte]))
                time.sleep(0.1)

    def log_message(self, format: str, *args: object) -> None:
        """Keep quiet."""


@pytest.fixture(scope="module")
def service() -> Iterator[str]:
    server = ThreadingHTTPServer(("127.0.0.1", 0), Service)
    threading.Thread(target=server.serve_forever, daemon=True).start()
    yield f"http://127.0.0.1:{server.server_port}"
    server.shutdown()
    server.server_close()


def asked(url: str, *outputs: str) -> LookupOutcome:
    lookup = Lookup("orders", url, ("order", "email"), outputs or ("status",), 1.0)
    return look_up(lookup, REQUEST)


def test_the_details_are_sent_and_the_outputs_taken(service):
    assert asked(f"{service}/echo") == LookupOutcome({"status": "LW1 & more"})


def test_what_the_address_asks_for_itself_stays_in_it(service):
    assert asked(f"{service}/keyed?key=k1") == LookupOutcome({"status": "k1 a@b.c"})


def test_a_value_that_no_database_takes_is_mended(service):
    assert asked(f"{service}/unstorable") == LookupOutcome({"status": "a?bc"})


def test_only_texts_and_numbers_are_taken(service):
    found = asked(f"{service}/odd", "status", "eta", "count", "absent")
    assert found == LookupOutcome({"count": "3"})


def test_a_secret_travels_as_a_bearer_token_and_is_not_shown(service):
    lookup = Lookup("orders", f"{service}/bearer", ("order",), ("status",), token="s3cret")
    assert look_up(lookup, REQUEST) == LookupOutcome({"status": "Bearer s3cret"})
    assert "s3cret" not in repr(lookup)
    assert asked(f"{service}/bearer") == LookupOutcome({"status": "none"})


def test_what_is_verified_must_be_what_the_customer_gave(service):
    lookup = Lookup(
        "orders", f"{service}/whose", ("order",), ("status",), verify={"owner": "email"}
    )
    assert look_up(lookup, REQUEST) == LookupOutcome({"status": "x"})
    other = LookupRequest("orders", {"order": "LW1", "email": "x@y.z"})
    assert look_up(lookup, other) == LookupOutcome(None)
    unnamed = replace(lookup, verify={"absent": "email"})
    assert look_up(unnamed, REQUEST) == LookupOutcome(None)


def test_only_what_it_is_asked_with_is_sent_to_the_service(service):
    lookup = Lookup("orders", f"{service}/keyed?email=none", ("order",), ("status",))
    assert look_up(lookup, REQUEST) == LookupOutcome({"status": "None none"})


def test_a_service_whose_headers_drip_in_is_given_up_in_time(service):
    began = time.monotonic()
    assert asked(f"{service}/trickle").failed
    assert time.monotonic() - began < 3


def test_a_name_that_is_not_resolved_is_given_up_in_time(monkeypatch):
    monkeypatch.setattr(socket, "getaddrinfo", lambda *_, **__: time.sleep(3))
    began = time.monotonic()
    assert asked("http://shop.example/orders").failed
    assert time.monotonic() - began < 2.5


def test_not_found_means_that_nothing_matched(service):
    assert asked(f"{service}/none") == LookupOutcome(None)


def test_an_answer_about_another_order_looks_like_one_that_matched_nothing(service, caplog):
    outcome = asked(f"{service}/another")
    assert (outcome.values, outcome.failed) == (None, False)
    assert "answered about another order than asked" in caplog.text


@pytest.mark.parametrize(
    ("status", "failed", "because"),
    [
        (204, False, ""),
        (404, False, ""),
        (410, False, ""),
        (422, False, "HTTP 422"),
        (400, True, "HTTP 400"),
        (401, True, "check FRONTDESK_LOOKUP_ORDERS_TOKEN"),
        (403, True, "check FRONTDESK_LOOKUP_ORDERS_TOKEN"),
        (409, True, "HTTP 409"),
        (429, True, "asked too often"),
        (301, True, "final address"),
        (418, True, "refused (HTTP 418)"),
        (503, True, "out of order (HTTP 503)"),
    ],
)
def test_every_status_comes_to_something_that_people_are_told(service, status, failed, because):
    outcome = asked(f"{service}/status/{status}")
    assert (outcome.values, outcome.failed) == (None, failed)
    assert because in outcome.because


def test_a_long_value_is_cut(service):
    found = asked(f"{service}/wordy").values
    assert found
    assert len(found["status"]) == 500


@pytest.mark.parametrize(
    "path", ["broken", "moved", "text", "list", "latin", "deep", "long", "slow", "drip"]
)
def test_a_service_that_misbehaves_gives_a_failure_in_time(service, path):
    began = time.monotonic()
    assert asked(f"{service}/{path}").failed
    assert time.monotonic() - began < 5


@pytest.mark.parametrize("url", ["http://127.0.0.1:1/x", "http://[", "http://", "ftp://x", "x"])
def test_an_address_that_leads_nowhere_gives_a_failure(url):
    assert asked(url).failed
