"""Do independent pieces of work on every processor. A piece that brings its process down costs that piece alone."""

from __future__ import annotations

import os
import signal
from collections.abc import Callable, Iterator, Sequence
from concurrent.futures import FIRST_COMPLETED, Future, ProcessPoolExecutor, wait
from concurrent.futures.process import BrokenProcessPool
from contextlib import suppress
from dataclasses import dataclass
from multiprocessing import get_all_start_methods, get_context, parent_process
from multiprocessing.connection import wait as wait_for
from threading import Thread
from typing import Any, Generic, Literal, TypeVar

__all__ = ["START", "Crashed", "processors", "spread"]

Piece = TypeVar("Piece")
Result = TypeVar("Result")

START: Literal["fork", "spawn"] = "fork" if "fork" in get_all_start_methods() else "spawn"
"""How a new process starts. With `fork` it holds all that this one holds, so what is loaded before is loaded once."""
_AHEAD = 2
"""So many pieces are handed out for each process, so that results wait little and memory stays flat."""


@dataclass(frozen=True)
class Crashed:
    """What is known of a piece whose process ended without an answer."""

    reason: str = "the process that made it ended without an answer: it may have run out of memory"


def processors() -> int:
    """Give the number of processors that this process may use."""
    return len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count() or 1


def spread(
    work: Callable[[Piece], Result], pieces: Sequence[Piece], jobs: int
) -> Iterator[tuple[Piece, Result | Crashed]]:
    """Do every piece in one of `jobs` processes, and give each with its result as it is done.

    `work` must be a function or an object that can be sent to another process. An exception in it is raised here.
    With one job everything is done in this process, in order.
    """
    if jobs <= 1:
        yield from ((piece, work(piece)) for piece in pieces)
        return
    waiting = list(reversed(pieces))
    while waiting:
        doubtful: list[Piece] = []
        yield from _Round(work, jobs).run(waiting, doubtful)
        for piece in doubtful:
            alone = [piece]
            lost: list[Piece] = []
            yield from _Round(work, 1).run(alone, lost)
            if lost:
                yield piece, Crashed()


class _Round(Generic[Piece, Result]):
    """One pool of processes, for as long as it lives."""

    def __init__(self, work: Callable[[Piece], Result], jobs: int) -> None:
        self._jobs = jobs
        self._pool = ProcessPoolExecutor(jobs, get_context(START), _prepare, (work,))

    def run(self, waiting: list[Piece], doubtful: list[Piece]) -> Iterator[tuple[Piece, Result | Crashed]]:
        """Do pieces from the end of `waiting`. Where a process dies, what was in work then goes to `doubtful`."""
        running: dict[Future[Any], Piece] = {}
        try:
            while waiting or running:
                while waiting and len(running) < self._jobs * _AHEAD:
                    running[self._pool.submit(_do, waiting[-1])] = waiting[-1]
                    waiting.pop()
                for done in wait(running, return_when=FIRST_COMPLETED).done:
                    result = done.result()
                    yield running.pop(done), result
        except BrokenProcessPool:
            for future, piece in running.items():
                if future.done() and future.exception() is None:
                    yield piece, future.result()
                else:
                    doubtful.append(piece)
        finally:
            self._end(at_once=bool(running))

    def _end(self, *, at_once: bool) -> None:
        """End the processes; at once, where nobody waits for their answers any more."""
        for process in list((getattr(self._pool, "_processes", None) or {}).values()) if at_once else []:
            with suppress(Exception):
                process.terminate()
        self._pool.shutdown(wait=True, cancel_futures=True)


_work: Callable[[Any], Any] | None = None


def _prepare(work: Callable[[Any], Any]) -> None:
    """Make a new process ready. An interruption is for the first process alone to answer."""
    global _work
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    Thread(target=_end_with_the_first, daemon=True).start()
    _work = work


def _end_with_the_first() -> None:
    """End when the process that gives out the work has ended, even if it was killed and could not say so."""
    first = parent_process()
    if first is not None:
        wait_for([first.sentinel])
        os._exit(1)


def _do(piece: Any) -> Any:
    assert _work is not None
    return _work(piece)
