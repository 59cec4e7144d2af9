"""A circuit breaker: after failures in a row nobody waits for a service that is down.

Closed, it lets every call through. After ``failures`` in a row it opens for ``seconds``; then one
call at a time tries whether the service is back (Nygard, "Release It!").
"""

from __future__ import annotations

import time
from collections.abc import Callable
from threading import Lock


class CircuitBreaker:
    """Thread-safe. Whoever was let in has to say how it went, or the trial stays taken."""

    def __init__(
        self, failures: int = 3, seconds: float = 60.0, clock: Callable[[], float] = time.monotonic
    ) -> None:
        self._failures, self._seconds, self._clock = failures, seconds, clock
        self._lock = Lock()
        self._in_a_row = 0
        self._opens_until = 0.0
        self._trying = False

    @property
    def is_open(self) -> bool:
        """Whether calls are turned away, but for a trial now and then."""
        with self._lock:
            return self._in_a_row >= self._failures

    def lets_in(self) -> bool:
        """Whether a call may be made now."""
        with self._lock:
            if self._in_a_row < self._failures:
                return True
            if self._trying or self._clock() < self._opens_until:
                return False
            self._trying = True
            return True

    def succeeded(self) -> None:
        """Close."""
        with self._lock:
            self._in_a_row, self._trying = 0, False

    def failed(self) -> None:
        """Count a failure; the last one that is suffered opens, and every one after it."""
        with self._lock:
            self._in_a_row += 1
            self._trying = False
            if self._in_a_row >= self._failures:
                self._opens_until = self._clock() + self._seconds
