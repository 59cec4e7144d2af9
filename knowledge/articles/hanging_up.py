"""Ends a connection when its time is over, whatever is being waited for on it.

An HTTP client's time-outs start anew with every byte, so that a server which sends its headers a
byte at a time would be waited for without end. What is asked is not known here.
"""

from __future__ import annotations

import socket
from collections.abc import Mapping
from contextlib import suppress
from threading import Lock, Timer
from typing import Any, Self

_CONNECTED = "connection.connect_tcp.complete"


class HangUp:
    """Give ``trace`` to httpx as its extension of that name; used as a context.

    ``is_over`` is true from the moment at which the time has passed.
    """

    def __init__(self, seconds: float) -> None:
        self.is_over = False
        self._lock = Lock()
        self._connection: socket.socket | None = None
        self._timer = Timer(seconds, self._end)
        self._timer.daemon = True

    def __enter__(self) -> Self:
        self._timer.start()
        return self

    def __exit__(self, *_: object) -> None:
        self._timer.cancel()
        with self._lock:
            if self._connection is not None:
                self._connection.close()
                self._connection = None

    def trace(self, event: str, info: Mapping[str, Any]) -> None:
        """Keep a second handle on the connection: TLS, which comes next, takes the first away."""
        if event == _CONNECTED:
            with self._lock:
                self._connection = info["return_value"].get_extra_info("socket").dup()
            if self.is_over:
                self._end()

    def _end(self) -> None:
        with self._lock:
            self.is_over = True
            if self._connection is not None:
                with suppress(OSError):  # The other side may be quicker.
                    self._connection.shutdown(socket.SHUT_RDWR)
