"""Tasks in several processes, each of which can be ended when one task takes too long or takes the process down.

Workers are forks, so that they have all that was imported and loaded without its being sent; only the numbers of tasks
go to them, and only results come back. The pools of the standard library take longer to import than most drafts to
check, and none of them can end one worker and go on.
"""

from __future__ import annotations

import gc
import os
import pickle
import select
import signal
import struct
import sys
import time
from collections import deque
from collections.abc import Callable, Iterator
from contextlib import suppress
from typing import Final, Generic, NoReturn, TypeVar

from msgspec import Struct

from factcheck.desk.limits import limit_memory

Result = TypeVar("Result")

# macOS has fork, but its system libraries may crash in a fork
CAN_FORK: Final = hasattr(os, "fork") and sys.platform != "darwin"
_NUMBER: Final = struct.Struct("!I")
_LENGTH: Final = struct.Struct("!Q")
_READ_AT_ONCE: Final = 1 << 20
# one task in hand and one to go on with, so that no worker waits for its next
_IN_HAND: Final = 2


class Unfinished(Struct, frozen=True):
    """A task without a result: it took too long (`is_overdue`), or ended its worker in the way that `why` tells."""

    is_overdue: bool = False
    why: str = ""


class Bounds(Struct, frozen=True):
    """What one task may take: seconds, and bytes beyond what the process had before."""

    seconds: float
    memory: int


def cores() -> int:
    """How many processors this process may use."""
    if hasattr(os, "sched_getaffinity"):
        return len(os.sched_getaffinity(0))
    return os.cpu_count() or 1


def in_workers(
    count: int, work: Callable[[int], Result], workers: int, bounds: Bounds
) -> Iterator[tuple[int, Result | Unfinished]]:
    """Does `work` for the numbers below `count` in so many processes; yields numbers and results as they come.

    Results must be picklable.
    """
    pool = _Pool(work, deque(range(count)), bounds)
    try:
        for _ in range(min(workers, count)):
            pool.start()
        while pool.at_work:
            yield from pool.results()
    finally:
        pool.end()


class _Worker:
    """A process at work, as its parent sees it: where tasks go and results come from, and what it has in hand."""

    def __init__(self, pid: int, tasks: int, results: int) -> None:
        self.pid = pid
        self.tasks = tasks
        self.results = results
        self.in_hand: deque[int] = deque()
        self.since = time.monotonic()
        self._received = bytearray()

    def give(self, number: int) -> None:
        """Hands it a task. One that has just died does not take it, which the end of its results will tell."""
        if not self.in_hand:
            self.since = time.monotonic()
        self.in_hand.append(number)
        with suppress(BrokenPipeError):
            os.write(self.tasks, _NUMBER.pack(number))

    def receive(self) -> list[bytes] | None:
        """The messages that are complete by now; None where there will be no more."""
        data = os.read(self.results, _READ_AT_ONCE)
        if not data:
            return None
        self._received += data
        messages = []
        while len(self._received) >= _LENGTH.size:
            end = _LENGTH.size + _LENGTH.unpack_from(self._received)[0]
            if len(self._received) < end:
                break
            messages.append(bytes(self._received[_LENGTH.size : end]))
            del self._received[:end]
        return messages

    def end(self) -> int:
        """Ends the process; returns its exit status, or the negative number of the signal that ended it."""
        os.close(self.tasks)
        os.close(self.results)
        with suppress(ProcessLookupError):
            os.kill(self.pid, signal.SIGKILL)
        return os.waitstatus_to_exitcode(os.waitpid(self.pid, 0)[1])


class _Pool(Generic[Result]):
    def __init__(self, work: Callable[[int], Result], waiting: deque[int], bounds: Bounds) -> None:
        self._work = work
        self._waiting = waiting
        self._bounds = bounds
        self._workers: dict[int, _Worker] = {}
        self._poll = select.poll()

    @property
    def at_work(self) -> bool:
        """Whether there are results to come."""
        return bool(self._workers)

    def start(self) -> None:
        """Starts a worker, and gives it something to do."""
        task_end, tasks = os.pipe()
        results, result_end = os.pipe()
        pid = os.fork()
        if not pid:
            # the ends of this worker's own pipes that its parent holds, and of all the others'
            inherited = [(each.tasks, each.results) for each in self._workers.values()]
            for descriptor in (tasks, results, *(end for ends in inherited for end in ends)):
                os.close(descriptor)
            _serve(self._work, task_end, result_end, self._bounds)
        os.close(task_end)
        os.close(result_end)
        self._workers[results] = worker = _Worker(pid, tasks, results)
        self._poll.register(results, select.POLLIN)
        self._give(worker, 1)  # no more, so that there is one for each

    def results(self) -> Iterator[tuple[int, Result | Unfinished]]:
        """Waits for what comes next: results, the end of a worker, or the end of a task's time."""
        now = time.monotonic()
        left = min(worker.since for worker in self._workers.values()) + self._bounds.seconds - now
        ready = self._poll.poll(max(0.0, left) * 1000 + 1)
        for descriptor, _ in ready:
            worker = self._workers[descriptor]
            messages = worker.receive()
            if messages is None:
                yield self._lost(worker)
                continue
            for message in messages:
                worker.since = time.monotonic()
                number = worker.in_hand.popleft()
                self._give(worker, _IN_HAND)
                yield number, pickle.loads(message)
            if not worker.in_hand:
                self._dismiss(worker)
        if not ready:
            for worker in list(self._workers.values()):
                if time.monotonic() - worker.since > self._bounds.seconds:
                    yield self._lost(worker, is_overdue=True)

    def end(self) -> None:
        """Ends every worker that is left."""
        for worker in list(self._workers.values()):
            self._dismiss(worker)

    def _give(self, worker: _Worker, most: int) -> None:
        while self._waiting and len(worker.in_hand) < most:
            worker.give(self._waiting.popleft())

    def _dismiss(self, worker: _Worker) -> int:
        self._poll.unregister(worker.results)
        del self._workers[worker.results]
        return worker.end()

    def _lost(self, worker: _Worker, *, is_overdue: bool = False) -> tuple[int, Unfinished]:
        """Gives up the task in hand, and puts another worker in the place of the one that had it."""
        number, *others = worker.in_hand
        status = self._dismiss(worker)
        self._waiting.extendleft(reversed(others))
        if self._waiting:
            self.start()
        return number, Unfinished(is_overdue, "" if is_overdue else _told(status))


def _told(status: int) -> str:
    return f"exit status {status}" if status >= 0 else signal.Signals(-status).name


def _serve(work: Callable[[int], object], tasks: int, results: int, bounds: Bounds) -> NoReturn:
    """What a worker does: takes numbers and sends results until there are no more, or nobody is left to take them."""
    try:
        signal.signal(signal.SIGINT, signal.SIG_IGN)  # its parent is interrupted, too, and ends it
        signal.signal(signal.SIGALRM, signal.SIG_DFL)
        gc.freeze()  # what all have in common stays in common
        limit_memory(bounds.memory)
        while task := os.read(tasks, _NUMBER.size):
            # its parent ends it before, unless that is gone
            signal.setitimer(signal.ITIMER_REAL, 2 * bounds.seconds)
            _send(results, _result(work, _NUMBER.unpack(task)[0]))
    finally:
        # whatever happened: nothing that the parent was about to do is done twice
        os._exit(0)


def _result(work: Callable[[int], object], number: int) -> bytes:
    try:
        return pickle.dumps(work(number), pickle.HIGHEST_PROTOCOL)
    except BaseException as error:
        return pickle.dumps(Unfinished(why=f"{type(error).__name__}: {error}"))


def _send(results: int, message: bytes) -> None:
    data = memoryview(_LENGTH.pack(len(message)) + message)
    while data:
        data = data[os.write(results, data) :]
