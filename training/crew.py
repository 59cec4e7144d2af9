"""Working side by side on one machine: a process with one thread for each tuning.

The matrices of a small encoder are too small to share among threads, which wait for each other
more than they compute; whole tunings are independent. Each is random only by its own seed, so how
many run side by side changes nothing about what comes out.
"""

from __future__ import annotations

import multiprocessing
import os
import signal
import sys
import traceback
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from functools import partial
from multiprocessing.connection import Connection, wait
from typing import TYPE_CHECKING

import torch

from training.errors import TrainingError

if TYPE_CHECKING:
    from multiprocessing.context import ForkProcess

    from accelerate import Accelerator


@dataclass(frozen=True, slots=True)
class Progressed:
    """So many of ``total`` texts are done."""

    done: int
    total: int


@dataclass(frozen=True, slots=True)
class EpochEnded:
    """An epoch is over, with its loss, its learning rate and what validation showed."""

    figures: Mapping[str, float]


Message = Progressed | EpochEnded
Tell = Callable[[Message], None]
Task = Callable[[Tell], None]
Hear = Callable[[str, Message], None]
"""Told what a task says, with the task's name."""


class Crew:
    """Up to ``size`` processes. ``size`` None takes every core that this process may use."""

    def __init__(self, accelerator: Accelerator, size: int | None = None) -> None:
        cores = len(os.sched_getaffinity(0)) if sys.platform == "linux" else os.cpu_count() or 1
        cores = max(1, cores // max(1, accelerator.num_processes))
        self.size = size or cores
        self.forks = self.size > 1 and _can_fork(accelerator)

    @property
    def side_by_side(self) -> int:
        """How many tunings run at once."""
        return self.size if self.forks else 1

    @contextmanager
    def threads(self) -> Iterator[None]:
        """Let torch compute with one thread where processes share the cores, else with all."""
        before = torch.get_num_threads()
        torch.set_num_threads(1 if self.forks else self.size)
        try:
            yield
        finally:
            torch.set_num_threads(before)

    def carry_out(self, tasks: Mapping[str, Task], hear: Hear) -> None:
        """Run every task to its end; each leaves its result where it can be read.

        Raises TrainingError where a task failed, once the others are stopped.
        """
        if not self.forks or len(tasks) < 2:
            for name, task in tasks.items():
                task(partial(hear, name))
            return
        _Processes(tasks, self.size, hear).run()


class _Processes:
    """The running processes and what is still to do."""

    def __init__(self, tasks: Mapping[str, Task], size: int, hear: Hear) -> None:
        self._waiting = list(tasks.items())
        self._size = size
        self._listener = hear
        self._running: dict[Connection, tuple[str, ForkProcess]] = {}

    def run(self) -> None:
        try:
            while self._waiting or self._running:
                while self._waiting and len(self._running) < self._size:
                    self._begin(*self._waiting.pop(0))
                for connection in wait(list(self._running)):
                    assert isinstance(connection, Connection)
                    self._hear(connection)
        finally:
            for _, process in self._running.values():
                process.kill()
                process.join()

    def _begin(self, name: str, task: Task) -> None:
        here, there = multiprocessing.Pipe(duplex=False)
        process = multiprocessing.get_context("fork").Process(target=_work, args=(task, there))
        process.start()
        there.close()
        self._running[here] = (name, process)

    def _hear(self, connection: Connection) -> None:
        name, process = self._running[connection]
        try:
            said = connection.recv()
        except EOFError:
            process.join()
            del self._running[connection]
            if process.exitcode:
                raise TrainingError(
                    f"{name} ended with status {process.exitcode}; is there enough memory? "
                    "Run the same command again: it goes on from there"
                ) from None
            return
        if isinstance(said, str):
            raise TrainingError(f"{name} failed: {said}")
        self._listener(name, said)


def _work(task: Task, there: Connection) -> None:
    """Carry out ``task`` in this child process and report through ``there``."""
    signal.signal(signal.SIGINT, signal.SIG_DFL)
    try:
        task(there.send)
    except BaseException as error:
        traceback.print_exc()
        there.send(f"{type(error).__name__}: {error}")
    there.close()


def _can_fork(accelerator: Accelerator) -> bool:
    """A forked process can use neither a GPU that its parent used, nor a Mac's libraries."""
    return sys.platform == "linux" and str(accelerator.device.type) == "cpu"
