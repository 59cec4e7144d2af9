"""The server can write no file any more: every write fails, until there is room again.

The limit on the size of files (RLIMIT_FSIZE) of the running process is set to nothing and later
lifted again. That needs no rights, and unlike a full partition it also stops writes over old data.
"""

from __future__ import annotations

import asyncio
import resource
from collections.abc import Iterator
from contextlib import contextmanager

from live import LiveServer

from faults.findings import Finding
from faults.outage import Size, endured
from faults.place import Place

SIZE = Size(customers=20, seconds=8.0)


@contextmanager
def full(server: LiveServer) -> Iterator[None]:
    """No file of the server's grows, and none is written to."""
    assert server.process is not None
    process = server.process.pid
    soft, hard = resource.prlimit(process, resource.RLIMIT_FSIZE)
    resource.prlimit(process, resource.RLIMIT_FSIZE, (0, hard))
    yield
    resource.prlimit(process, resource.RLIMIT_FSIZE, (soft, hard))


def run(place: Place, *, quick: bool) -> list[Finding]:
    """The same in both sizes."""
    with place.serving(place.trained_home()) as server:
        figures = asyncio.run(endured(server, lambda: full(server), SIZE, place.patience))
    done = (
        f"every write to a file fails for {SIZE.seconds:g} s while {SIZE.customers} customers write"
    )
    return [Finding("The disk is full", done, figures)]
