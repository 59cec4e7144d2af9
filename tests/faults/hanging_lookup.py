"""The order service takes the connection and never answers, while many ask for their orders."""

from __future__ import annotations

import asyncio
import socket
import threading
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass, field
from pathlib import Path

from live import LiveServer

from faults.customers import Message, begin_all, kept_promises, open_client
from faults.findings import Figure, Finding, all_of, below, some
from faults.place import Place

CUSTOMERS = 24
ANSWER_WITHIN = 5.0
QUESTION = "Where is my order?"
DETAILS = "LW-26-25461 nora.p@mail.example"


@dataclass
class SilentService:
    """Takes every connection, keeps it open and says nothing."""

    listener: socket.socket
    callers: list[socket.socket] = field(default_factory=list)

    @property
    def url(self) -> str:
        return f"http://127.0.0.1:{self.listener.getsockname()[1]}/orders"

    def run(self) -> None:
        """Take callers until the listener is closed."""
        with suppress(OSError):
            while True:
                self.callers.append(self.listener.accept()[0])


@contextmanager
def hanging() -> Iterator[SilentService]:
    """A service that hangs, on a free port."""
    service = SilentService(socket.create_server(("127.0.0.1", 0), backlog=256))
    thread = threading.Thread(target=service.run, daemon=True)
    thread.start()
    try:
        yield service
    finally:
        service.listener.shutdown(socket.SHUT_RDWR)
        service.listener.close()
        thread.join()
        for caller in service.callers:
            caller.close()


def point_at(home: Path, url: str) -> None:
    """Let the home look orders up at ``url``."""
    path = home / "frontdesk.yaml"
    lines = path.read_text(encoding="utf-8").splitlines()
    changed = [f"    url: {url}" if line.startswith("    url: ") else line for line in lines]
    assert changed != lines
    path.write_text("\n".join(changed), encoding="utf-8")


def honest(reply: Message) -> bool:
    """Whether it promises a person and names no order."""
    return "colleague" in reply["text"] and "LW-" not in reply["text"]


async def asking(server: LiveServer, patience: float) -> tuple[Figure, ...]:
    """Let everybody be asked for details first, then give them all at once."""
    async with open_client() as client:
        customers = await begin_all(server, client, CUSTOMERS)
        for each in customers:
            await each.ask(QUESTION)
        answers = await asyncio.gather(*(each.ask(DETAILS) for each in customers))
        threads = [await each.messages() for each in customers]
        for each in customers:
            await each.end()
    return (
        below(
            "until an answer, at most",
            [seconds for _, seconds in answers],
            ANSWER_WITHIN * patience,
        ),
        all_of("of answers honest", sum(honest(reply) for reply, _ in answers), CUSTOMERS),
        *kept_promises(customers, threads),
    )


def run(place: Place, *, quick: bool) -> list[Finding]:
    """The same in both sizes."""
    home = place.trained_home()
    with hanging() as service:
        point_at(home, service.url)
        with place.serving(home) as server:
            figures = asyncio.run(asking(server, place.patience))
        figures += (some("lookups were left hanging", len(service.callers)),)
    done = f"the order service accepts and never answers; {CUSTOMERS} customers ask at once"
    return [Finding("An HTTP lookup hangs", done, figures)]
