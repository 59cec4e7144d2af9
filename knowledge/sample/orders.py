"""A tiny order-status service, to show how the bot looks something up in another system.

It answers ``GET /orders?order_number=...&email=...`` from ``orders.json`` and knows nothing of the
bot. Number and e-mail address must belong together: a wrong pair and an unknown number get the same
answer, so nobody can find out which order numbers exist.

    python -m knowledge.sample.orders --port 8090
"""

from __future__ import annotations

import argparse
import json
import logging
import re
import threading
from collections.abc import Mapping
from dataclasses import dataclass
from http import HTTPStatus
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from urllib.parse import parse_qs, urlsplit

ORDERS_FILE = Path(__file__).with_name("orders.json")

logger = logging.getLogger(__name__)


@dataclass(frozen=True, slots=True)
class Order:
    """One order as customers may see it. ``dates`` are ISO days by what happened on them."""

    number: str
    email: str
    first_name: str
    items: str
    state: str
    dates: Mapping[str, str]
    carrier: str
    tracking: str
    eta: str
    status: str

    def as_answer(self) -> dict[str, str]:
        """The fields of the service's answer, every one a text that can stand in a sentence."""
        return {
            "order_number": self.number,
            "order_date": self.dates["ordered"],
            "order_state": self.state,
            "order_status": self.status,
            "order_items": self.items,
            "order_carrier": self.carrier,
            "order_tracking": self.tracking,
            "order_eta": self.eta,
            "first_name": self.first_name,
        }


class OrderBook:
    """The orders, found only by number and e-mail address together."""

    def __init__(self, orders: tuple[Order, ...]) -> None:
        self._orders = {_key(order.number, order.email): order for order in orders}

    @classmethod
    def read(cls, path: Path = ORDERS_FILE) -> OrderBook:
        """Read a JSON list of orders; raises ``TypeError`` where a field is missing or unknown."""
        return cls(tuple(Order(**record) for record in json.loads(path.read_text("utf-8"))))

    def find(self, number: str, email: str) -> Order | None:
        """The order with this number if it was placed with this address.

        Case does not count, nor do spaces and hyphens in the number.
        """
        return self._orders.get(_key(number, email))


def _key(number: str, email: str) -> tuple[str, str]:
    return re.sub(r"[\s-]", "", number).upper(), email.strip().casefold()


class OrderServer(ThreadingHTTPServer):
    """Listens on this machine only."""

    daemon_threads = True

    def __init__(self, port: int, book: OrderBook) -> None:
        self.book = book
        super().__init__(("127.0.0.1", port), OrderHandler)


class OrderHandler(BaseHTTPRequestHandler):
    """Answers one request with JSON."""

    server: OrderServer

    def do_GET(self) -> None:
        request = urlsplit(self.path)
        query = parse_qs(request.query)
        order = None
        if request.path == "/orders":
            number, email = (query.get(name, [""])[0] for name in ("order_number", "email"))
            order = self.server.book.find(number, email)
        if order is None:
            self._answer(HTTPStatus.NOT_FOUND, {"found": False})
        else:
            self._answer(HTTPStatus.OK, order.as_answer())

    def _answer(self, status: HTTPStatus, content: Mapping[str, str | bool]) -> None:
        body = json.dumps(content, ensure_ascii=False).encode()
        self.send_response(status)
        self.send_header("Content-Type", "application/json; charset=utf-8")
        self.send_header("Content-Length", str(len(body)))
        self.send_header("Cache-Control", "no-store")
        self.end_headers()
        self.wfile.write(body)

    def log_request(self, code: int | str = "-", size: int | str = "-") -> None:
        """Log the path without its query, which holds the customer's address."""
        logger.info("%s %s %s %s", self.command, urlsplit(self.path).path, int(code), size)

    def log_message(self, format: str, *args: object) -> None:
        logger.warning("%s sent a request that is not HTTP as served here", self.client_address[0])


def serve(port: int = 0) -> OrderServer:
    """Start the service in a thread of its own; port 0 takes a free one.

    The port is ``server.server_port``. End it with ``server.shutdown()`` and
    ``server.server_close()``.
    """
    server = OrderServer(port, OrderBook.read())
    threading.Thread(target=server.serve_forever, name="orders", daemon=True).start()
    return server


def main() -> None:
    """Serve until interrupted."""
    parser = argparse.ArgumentParser(description="The sample company's order-status service.")
    parser.add_argument("--port", type=int, default=8090)
    arguments = parser.parse_args()
    logging.basicConfig(level=logging.INFO, format="%(message)s")
    with OrderServer(arguments.port, OrderBook.read()) as server:
        print(f"Orders at http://127.0.0.1:{server.server_port}/orders, Ctrl+C ends it", flush=True)
        try:
            server.serve_forever()
        except KeyboardInterrupt:
            return


if __name__ == "__main__":
    main()
