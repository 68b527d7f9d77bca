"""The checks of many drafts, in as many processes as it pays to have."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from typing import Final

from factcheck.desk.draft import MEMORY, SECONDS, Draft, Result, Terms, check_draft, mistake, overdue
from factcheck.desk.workers import CAN_FORK, Bounds, Unfinished, cores, in_workers

Progress = Callable[[int, int], None]
"""Called with how many of how many drafts have been checked."""

MOST_WORKERS: Final = 8
_WORTH_WORKERS: Final = 100_000
"""Bytes of text from which workers save more than they cost: what takes some forty milliseconds."""
_CHECKED_FIRST: Final = 2


def check_drafts(drafts: Sequence[Draft], terms: Terms, jobs: int | None, progress: Progress | None) -> list[Result]:
    """What each draft comes to, in their order; `jobs` and `progress` as in `factcheck.desk.check.check`."""
    results: dict[int, Result] = {}
    for number, result in _as_they_come(drafts, terms, workers(drafts, 1 if terms.raises else jobs)):
        results[number] = result
        if progress is not None:
            progress(len(results), len(drafts))
    return [results[number] for number in range(len(drafts))]


def workers(drafts: Sequence[Draft], jobs: int | None) -> int:
    """How many workers to have; 0 where this process is to check. What may be hostile is no work for it."""
    if not CAN_FORK or jobs == 1:
        return 0
    is_little = sum(draft.size for draft in drafts) < _WORTH_WORKERS and all(draft.is_plain for draft in drafts)
    return 0 if is_little else min(jobs or min(cores(), MOST_WORKERS), len(drafts))


def _as_they_come(drafts: Sequence[Draft], terms: Terms, processes: int) -> Iterator[tuple[int, Result]]:
    if not processes:
        for number, draft in enumerate(drafts):
            yield number, check_draft(draft, terms, seconds=SECONDS)
        return
    waiting = list(range(len(drafts)))
    # some drafts are checked here, so that what it takes to be imported and loaded is there for all workers: two, as
    # those in two languages often come by turns
    light = [number for number in waiting if drafts[number].is_plain and drafts[number].size < _WORTH_WORKERS]
    for number in light[:_CHECKED_FIRST] if len(drafts) >= _CHECKED_FIRST + processes else ():
        waiting.remove(number)
        yield number, check_draft(drafts[number], terms, seconds=SECONDS)

    def work(at: int) -> Result:
        return check_draft(drafts[waiting[at]], terms)

    for at, result in in_workers(len(waiting), work, processes, Bounds(SECONDS, MEMORY)):
        number = waiting[at]
        yield number, _of_unfinished(drafts[number], result) if isinstance(result, Unfinished) else result


def _of_unfinished(draft: Draft, unfinished: Unfinished) -> Result:
    path = draft.path
    return Result(problems=(overdue(path) if unfinished.is_overdue else mistake(path, unfinished.why),))
