"""Customers and agents in front of the running product."""

from __future__ import annotations

from collections.abc import Callable, Iterator

import pytest
from chatting import AgentAtDesk, Chat
from live import LiveServer


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
