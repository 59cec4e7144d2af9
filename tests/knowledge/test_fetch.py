"""Fetching goes to public addresses only, at every hop, and gives up within its limits."""

from __future__ import annotations

import ipaddress
import threading
import time
from collections.abc import Iterator
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer

import pytest

from knowledge import FetchFailedError, RefusedAddressError, fetch_article
from knowledge.articles.addresses import Address, is_public
from knowledge.articles.fetch import ArticleFetcher
from knowledge.articles.web import FetchLimits, WebReader

PAGES = {
    "/fees": (
        200,
        {"Content-Type": "text/html; charset=utf-8"},
        b"<h1>Fees</h1><p>None at all.</p>",
    ),
    "/moved": (302, {"Location": "/fees"}, b""),
    "/inside": (302, {"Location": "http://inside.example/secret"}, b""),
    "/file": (302, {"Location": "file:///etc/passwd"}, b""),
    "/broken": (302, {"Location": "http://[oops/"}, b""),
    "/round": (302, {"Location": "/round"}, b""),
    "/logo": (200, {"Content-Type": "image/png"}, b"\x89PNG"),
    "/large": (200, {"Content-Type": "text/plain"}, b"x" * 5000),
}


DRIPS = 40
"""Pieces in which the dripping page comes, a twentieth of a second apart."""


class _Handler(BaseHTTPRequestHandler):
    def do_GET(self) -> None:
        if self.path == "/dripping":
            self._drip(self.server)
            return
        if self.path == "/dripping-headers":
            self._drip_headers(self.server)
            return
        if self.path == "/slow":
            time.sleep(2)
        status, headers, body = PAGES.get(self.path, (404, {}, b""))
        self.send_response(status)
        for name, value in headers.items():
            self.send_header(name, value)
        self.send_header("X-Host", self.headers["Host"])
        self.end_headers()
        self.wfile.write(body)

    def _drip(self, server: object) -> None:
        assert isinstance(server, _Server)
        self.send_response(200)
        self.send_header("Content-Type", "text/plain")
        self.end_headers()
        for _ in range(DRIPS):
            self.wfile.write(b"x")
            server.dripped += 1
            time.sleep(0.05)

    def _drip_headers(self, server: object) -> None:
        assert isinstance(server, _Server)
        self.wfile.write(b"HTTP/1.0 200 OK\r\nContent-Type: text/plain\r\nX-Long: ")
        for _ in range(DRIPS):
            self.wfile.write(b"x")
            server.dripped += 1
            time.sleep(0.05)
        self.wfile.write(b"\r\n\r\nNone at all.")

    def log_message(self, format: str, *args: object) -> None:
        pass


class _Server(ThreadingHTTPServer):
    daemon_threads = True
    dripped = 0

    def handle_error(self, request: object, client_address: object) -> None:
        """A client that hangs up early is what some tests are about."""


@pytest.fixture
def port(server: _Server) -> int:
    return int(server.server_address[1])


@pytest.fixture
def server() -> Iterator[_Server]:
    server = _Server(("127.0.0.1", 0), _Handler)
    thread = threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.01})
    thread.start()
    yield server
    server.shutdown()
    server.server_close()
    thread.join()


def resolve(host: str, port: int) -> list[str]:
    return {"shop.example": ["127.0.0.1"], "inside.example": ["127.0.0.2"]}.get(host, [])


def only_the_first(address: Address) -> bool:
    return str(address) == "127.0.0.1"


LIMITS = FetchLimits(bytes=4000, seconds=30, hops=3)
FETCHER = ArticleFetcher(WebReader(LIMITS, resolve, only_the_first))


def test_a_page_becomes_an_article_with_its_address(port: int) -> None:
    article = FETCHER.fetch(f"http://shop.example:{port}/fees")
    assert (article.title, article.url) == ("Fees", f"http://shop.example:{port}/fees")
    assert article.id == f"shop-example-{port}-fees"


def test_a_redirect_is_followed_to_the_final_address(port: int) -> None:
    url = FETCHER.fetch(f"http://shop.example:{port}/moved").url
    assert url == f"http://shop.example:{port}/fees"


@pytest.mark.parametrize("path", ["/inside", "/file", "/broken"])
def test_a_redirect_to_the_inside_is_refused(port: int, path: str) -> None:
    with pytest.raises(RefusedAddressError):
        FETCHER.fetch(f"http://shop.example:{port}{path}")


def test_a_host_that_only_the_name_service_can_read_is_refused() -> None:
    lenient = WebReader(LIMITS, lambda *_: ["127.0.0.1"], only_the_first)
    with pytest.raises(RefusedAddressError, match="no address"):
        lenient.get("http://①②⑦.⓪.⓪.①/")


@pytest.mark.parametrize(
    ("path", "complaint"),
    [("/round", "redirects"), ("/logo", "image/png"), ("/large", "larger"), ("/gone", "404")],
)
def test_what_is_no_article_fails_with_the_reason(port: int, path: str, complaint: str) -> None:
    with pytest.raises(FetchFailedError, match=complaint):
        FETCHER.fetch(f"http://shop.example:{port}{path}")


def test_a_name_that_leads_elsewhere_the_second_time_leads_nowhere(port: int) -> None:
    answers = iter([["127.0.0.1"], ["127.0.0.2"], ["127.0.0.2"]])
    asked: list[str] = []

    def changing(host: str, port: int) -> list[str]:
        asked.append(host)
        return next(answers)

    web = WebReader(LIMITS, changing, only_the_first)
    assert web.get(f"http://shop.example:{port}/fees").status == 200
    assert asked == ["shop.example"]
    with pytest.raises(RefusedAddressError, match=r"127\.0\.0\.2"):
        web.get(f"http://shop.example:{port}/fees")


def test_one_private_address_among_public_ones_is_refused(port: int) -> None:
    both = WebReader(LIMITS, lambda *_: ["127.0.0.1", "127.0.0.2"], only_the_first)
    with pytest.raises(RefusedAddressError):
        both.get(f"http://shop.example:{port}/fees")


def test_a_slow_page_is_given_up(port: int) -> None:
    hasty = WebReader(FetchLimits(seconds=0.5), resolve, only_the_first)
    with pytest.raises(FetchFailedError, match="longer"):
        ArticleFetcher(hasty).fetch(f"http://shop.example:{port}/slow")


@pytest.mark.parametrize("path", ["/dripping", "/dripping-headers"])
def test_a_page_that_comes_in_drips_is_not_waited_for_to_its_end(
    server: _Server, path: str
) -> None:
    hasty = WebReader(FetchLimits(seconds=0.5), resolve, only_the_first)
    with pytest.raises(FetchFailedError, match="longer"):
        hasty.get(f"http://shop.example:{server.server_address[1]}{path}")
    assert server.dripped < DRIPS


@pytest.mark.parametrize(
    "url",
    ["http://127.0.0.1/", "http://localhost/", "http://[::1]/", "http://10.0.0.8/x",
     "http://169.254.169.254/latest/meta-data", "http://0.0.0.0/", "http://2130706433/",
     "ftp://shop.example/x", "file:///etc/passwd", "https:///x", "http://user:pw@shop.example/"],
)  # fmt: skip
def test_private_and_foreign_addresses_are_refused(url: str) -> None:
    with pytest.raises(RefusedAddressError):
        fetch_article(url)


@pytest.mark.parametrize(
    "wrapped",
    ["::ffff:127.0.0.1", "64:ff9b::a00:1", "2002:7f00:1::", "fe80::1", "fc00::1", "224.0.0.1",
     "100.64.0.1", "192.168.1.1", "::"],
)  # fmt: skip
def test_no_disguise_makes_an_address_public(wrapped: str) -> None:
    assert not is_public(ipaddress.ip_address(wrapped))


def test_ordinary_addresses_are_public() -> None:
    assert is_public(ipaddress.ip_address("93.184.215.14"))
    assert is_public(ipaddress.ip_address("2606:4700::6810:84e5"))
