"""Mistakes in files, as people fix them: the place, the line with a caret under it, and what to do."""

from __future__ import annotations

from typing import Final

from factcheck.errors import FactcheckError, InputError, Problem
from factcheck.reports.layout import visible, width
from factcheck.reports.wording import Wording

_INDENT: Final = "    "
_LONGEST: Final = 160


def described(problem: Problem, wording: Wording) -> str:
    """`path:line:column: message`, the line with carets under the place, the hint; no line end after it.

    A message that names the file that it is about stands without a place before it.
    """
    place = problem.place
    lines = [f"{'factcheck' if problem.tells_where else visible(str(place))}: {visible(wording.text(problem.message))}"]
    if problem.line.strip():
        lines += _pointed_at(problem)
    if problem.hint is not None:
        lines.append(f"{_INDENT}{visible(wording.text(problem.hint))}")
    return "\n".join(lines)


def _pointed_at(problem: Problem) -> list[str]:
    """The line and its carets, under what people see: tabs, wide and combining characters as wide as shown."""
    line, place = problem.line.rstrip("\r\n"), problem.place
    end = place.end_column if place.end_line == place.line and place.end_column > place.column else place.column + 1
    before, marked = visible(line[: place.column - 1]), visible(line[place.column - 1 : end - 1])
    after = visible(line[end - 1 :])
    shown = before + marked + after
    if width(shown) > _LONGEST:
        # only the surroundings of the place
        before = before[-_LONGEST // 2 :]
        marked = marked[: _LONGEST // 2]
        shown = (before + marked + after)[:_LONGEST]
    return [_INDENT + shown, _INDENT + " " * width(before) + "^" * max(1, width(marked))]


def explained(error: FactcheckError, wording: Wording) -> str:
    """An error as text; all the problems of one about input."""
    if not isinstance(error, InputError):
        return f"factcheck: {visible(wording.text(error.phrase))}"
    return "\n".join(
        [*(described(problem, wording) for problem in error.problems), f"factcheck: {wording.text(error.phrase)}"]
    )
