"""Bounds for work on a file that may be hostile: in time and in memory, where the system can set them."""

from __future__ import annotations

import os
import signal
import threading
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from types import FrameType
from typing import Final

_MEMORY_IN_USE: Final = "/proc/self/statm"


class Overdue(BaseException):
    """Work took longer than it may. No `Exception`, so that what handles the errors of a format does not handle it."""


@contextmanager
def time_limit(seconds: float) -> Iterator[None]:
    """Raises Overdue where the block takes longer; unbounded off the main thread and where there are no timers."""
    if not hasattr(signal, "setitimer") or threading.current_thread() is not threading.main_thread():
        yield
        return

    def ring(signum: int, frame: FrameType | None) -> None:
        raise Overdue

    before = signal.signal(signal.SIGALRM, ring)
    signal.setitimer(signal.ITIMER_REAL, seconds)
    try:
        yield
    finally:
        signal.setitimer(signal.ITIMER_REAL, 0)
        signal.signal(signal.SIGALRM, before)


def limit_memory(size: int) -> None:
    """Lets this process take no more than `size` bytes beyond what it has: more is a MemoryError from then on.

    Does nothing where the system knows no such limit.
    """
    try:
        import resource
    except ImportError:  # Windows
        return
    taken = 0
    with suppress(OSError, ValueError), open(_MEMORY_IN_USE, encoding="ascii") as file:  # noqa: PTH123
        taken = int(file.read().split()[0]) * os.sysconf("SC_PAGE_SIZE")
    soft, hard = resource.getrlimit(resource.RLIMIT_AS)
    bounds = [each for each in (taken + size, soft, hard) if each != resource.RLIM_INFINITY]
    with suppress(OSError, ValueError):
        resource.setrlimit(resource.RLIMIT_AS, (min(bounds), hard))
