"""How many threads the CPU work of a training uses, found by trying.

Small batches gain little from a second thread, and on a machine that others use too the threads
wait for each other so long that one alone can be ten times faster. So every now and then a few
steps run with each number, and the fastest goes on.
"""

from __future__ import annotations

import os
import time
from collections.abc import Iterator
from contextlib import contextmanager

import torch

_TRIAL_STEPS = 3
_PERIOD = 300


class ThreadPace:
    """Chooses between all cores and one by the seconds that a unit of work takes.

    ``fixed`` settles the number instead, which makes a training repeatable to the last bit.
    """

    def __init__(self, fixed: int | None = None) -> None:
        self._choices = (fixed,) if fixed else tuple(dict.fromkeys((1, os.cpu_count() or 1)))
        self._trials = [count for count in self._choices for _ in range(_TRIAL_STEPS)]
        self._step = 0
        self._paces: dict[int, list[float]] = {}
        self._best = self._choices[0]

    @contextmanager
    def step(self, work: float) -> Iterator[None]:
        """Run one step of ``work`` units (any measure that time is proportional to)."""
        if len(self._choices) == 1:
            torch.set_num_threads(self._choices[0])
            yield
            return
        position = self._step % _PERIOD
        trying = position < len(self._trials)
        threads = self._trials[position] if trying else self._best
        if torch.get_num_threads() != threads:
            torch.set_num_threads(threads)
        started = time.perf_counter()
        yield
        if trying:
            self._note(threads, (time.perf_counter() - started) / work)
        self._step += 1

    def _note(self, threads: int, pace: float) -> None:
        if self._step % _PERIOD == 0:
            self._paces.clear()
        self._paces.setdefault(threads, []).append(pace)
        if self._step % _PERIOD == len(self._trials) - 1:
            self._best = min(self._paces, key=lambda count: min(self._paces[count]))
