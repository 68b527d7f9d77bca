"""A progress bar for runs that take longer than a second, on standard error, where that is a terminal."""

from __future__ import annotations

import sys
import time
from contextlib import ExitStack
from types import TracebackType
from typing import TYPE_CHECKING, Final, Self

if TYPE_CHECKING:
    from rich.progress import Progress as RichProgress
    from rich.progress import TaskID

    from factcheck.phrases import Phrase
    from factcheck.reports.wording import Wording

PATIENCE: Final = 1.0
"""Seconds before a bar appears."""


class Progress:
    """Counts what is done, and shows it once it takes long; gone from the screen when the block ends."""

    def __init__(self, wording: Wording, doing: Phrase, *, quiet: bool = False) -> None:
        self._label = wording.text(doing)
        self._shown = sys.stderr is not None and sys.stderr.isatty() and not quiet
        self._start = time.monotonic()
        self._stack = ExitStack()
        self._bar: tuple[RichProgress, TaskID] | None = None

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self._stack.close()

    def update(self, done: int, total: int) -> None:
        """So many of so many are done."""
        if self._shown and self._bar is None and time.monotonic() - self._start > PATIENCE:
            from rich.console import Console
            from rich.progress import Progress as RichProgress

            bar = self._stack.enter_context(RichProgress(console=Console(stderr=True), transient=True))
            self._bar = (bar, bar.add_task(self._label, total=total))
        if self._bar is not None:
            bar, task = self._bar
            bar.update(task, completed=done, total=total)
