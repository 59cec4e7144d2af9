"""Customers and agents in front of the running product."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from chatting import AgentAtDesk, Chat
from live import LiveServer, copy_home


@pytest.fixture
def chat(live_server: LiveServer) -> Iterator[Callable[..., Chat]]:
    """Begins conversations with the running server."""
    begun: list[Chat] = []

    def begin(**session: str) -> Chat:
        begun.append(Chat(live_server.url, **session))
        return begun[-1]

    yield begin
    for each in begun:
        each.close()


@pytest.fixture
def agent(live_server: LiveServer) -> Iterator[AgentAtDesk]:
    """Somebody signed in at the desk of the running server."""
    signed_in = AgentAtDesk(live_server)
    yield signed_in
    signed_in.close()


@pytest.fixture
def server_of_my_own(prepared_home: Path, tmp_path: Path) -> Iterator[LiveServer]:
    """A started server that the test may kill."""
    server = LiveServer.over(copy_home(prepared_home, tmp_path / "home"))
    server.start()
    yield server
    assert server.process is not None
    server.process.kill()
    server.process.wait()
