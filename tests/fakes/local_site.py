"""A small web site on this machine, whose pages a test may change; names lead only here."""

from __future__ import annotations

import threading
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer

from knowledge.articles.addresses import Address
from knowledge.articles.web import FetchLimits, WebReader


@dataclass
class Page:
    """What an address answers."""

    body: bytes = b""
    status: int = 200
    headers: dict[str, str] = field(default_factory=lambda: {"Content-Type": "text/html"})


@dataclass
class LocalSite:
    """Pages by path; ``asked`` lists the requests as they came, with the status they got."""

    port: int = 0
    pages: dict[str, Page] = field(default_factory=dict)
    asked: list[tuple[str, int]] = field(default_factory=list)

    def url(self, path: str, host: str = "shop.example") -> str:
        return f"http://{host}:{self.port}{path}"

    def put(self, path: str, text: str, **headers: str) -> None:
        """A page of one heading and a sentence."""
        body = f"<html><head><title>{text}</title></head><body><main><h1>{text}</h1>"
        body += f"<p>All about {text.lower()} stands here.</p></main></body></html>"
        named = {name.replace("_", "-"): value for name, value in headers.items()}
        self.pages[path] = Page(body.encode(), headers={"Content-Type": "text/html", **named})

    def list_pages(self, *paths: str) -> None:
        """The sitemap over these."""
        entries = "".join(f"<url><loc>{self.url(path)}</loc></url>" for path in paths)
        xml = f'<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">{entries}</urlset>'
        self.pages["/sitemap.xml"] = Page(xml.encode(), headers={"Content-Type": "text/xml"})

    def answer(self, path: str, sent: dict[str, str]) -> Page:
        page = self.pages.get(path, Page(status=404))
        for given, wanted in (("If-None-Match", "ETag"), ("If-Modified-Since", "Last-Modified")):
            if sent.get(given) and sent[given] == page.headers.get(wanted):
                return Page(status=304)
        return page


@contextmanager
def serving(site: LocalSite) -> Iterator[LocalSite]:
    """Serve it on a free port for as long as the block runs."""

    class Handler(BaseHTTPRequestHandler):
        def do_GET(self) -> None:
            page = site.answer(self.path, dict(self.headers.items()))
            site.asked.append((self.path, page.status))
            self.send_response(page.status)
            for name, value in page.headers.items():
                self.send_header(name, value)
            self.end_headers()
            self.wfile.write(page.body)

        def log_message(self, format: str, *args: object) -> None:
            pass

    server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
    site.port = server.server_address[1]
    thread = threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.01})
    thread.start()
    try:
        yield site
    finally:
        server.shutdown()
        server.server_close()
        thread.join()


def resolve(host: str, port: int) -> list[str]:
    """Both of these names lead to this machine."""
    return {"shop.example": ["127.0.0.1"], "other.example": ["127.0.0.1"]}.get(host, [])


def is_here(address: Address) -> bool:
    return str(address) == "127.0.0.1"


def local_web() -> WebReader:
    """Reads the local site, however busy the machine is."""
    return WebReader(FetchLimits(bytes=1 << 20, seconds=60), resolve, is_here)
