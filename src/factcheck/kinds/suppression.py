"""Suppression: what sets a finding aside, and the reason for it.

What it checks
    Whether every suppression says what it suppresses and why, and still has something to suppress. In Markdown and
    HTML, `<!-- factcheck: ignore growth -- why -->` counts for the line it stands on, or alone on a line for the
    next line that has text; `<!-- factcheck: ignore-start growth, share -- why -->` counts up to
    `<!-- factcheck: ignore-end -->`. Other drafts are named in .factcheck-ignore.yaml, in their folder or above it,
    by `path`, `check` and `reason`, and if need be by `quote` and `until`.

Formula
    a kind of check (or its id, or `all`), a reason, and at least one finding of that kind there that does not hold

Tolerances
    None. Without a reason or a known kind nothing is suppressed, nor in a region that is never closed. Comments in
    code are left alone. Nothing is said of a suppression of `agreement` where no claims are at hand, nor of an entry
    whose drafts were not all checked.

Holds
    <!-- factcheck: ignore growth -- the ministry's own rounding --> above a growth that does not hold

Does not hold
    <!-- factcheck: ignore growth -->: no reason is given.

How to suppress
    Correct or remove the suppression; as a warning it does not fail the gate unless `--fail-on warning` says so. A
    region that is never closed is an error.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from factcheck.errors import Place
from factcheck.figures.figure import Figure
from factcheck.figures.interval import Interval
from factcheck.phrases import Phrase
from factcheck.relations.finding import Finding, PredicateCall, Relation, Severity, Verdict, Window

KIND: Final = "suppression"
ALL: Final = "all"
"""What a suppression names instead of every kind."""


def finding(
    place: Place,
    message: Phrase,
    advice: Phrase | None,
    window: Window | None = None,
    severity: Severity = Severity.WARNING,
) -> Finding:
    """What is wrong with a suppression, at `place`; `window` shows the words that it stands in."""
    relation = Relation(KIND, KIND, PredicateCall(KIND, (), _never), {}, severity, place=place)
    windows = () if window is None else (window,)
    return Finding(relation, Verdict.INCONSISTENT, message, reason=advice, windows=windows)


def _never(ranges: Sequence[Interval], figures: Sequence[Figure]) -> bool:
    return False


def covers(name: str, found: Finding) -> bool:
    """Whether a suppression of that name is one of this finding: `all`, its kind, or its check."""
    return name in (ALL, found.kind, found.check) and found.kind != KIND


def can_be_suppressed(found: Finding) -> bool:
    """Whether it does not hold, and nothing has set it aside yet."""
    return found.severity is not None and found.counts and found.kind != KIND
