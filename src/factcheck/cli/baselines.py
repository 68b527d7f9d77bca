"""The files of `--baseline` and `--write-baseline`: read before a check, written after it."""

from __future__ import annotations

import os
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from factcheck.desk.baseline import Baseline
    from factcheck.desk.outcome import Outcome


def known_findings(path: Path | None, written: Path | None) -> Baseline | None:
    """The baseline to be held against; None where none is.

    Raises FactcheckError where it cannot be read, where another is to be written as well, and in CI where one is.
    """
    from factcheck.desk.baseline import may_be_written, read_baseline
    from factcheck.errors import FactcheckError
    from factcheck.phrases import Phrase

    if path is not None and written is not None:
        raise FactcheckError(Phrase("a baseline is either used or written: leave out --baseline or --write-baseline"))
    if written is not None and not may_be_written(os.environ):
        raise FactcheckError(
            Phrase("no baseline is written in CI, where it would let everything pass: write it where you work")
        )
    return None if path is None else read_baseline(path)


def less_known(outcome: Outcome, known: Baseline | None, written: Path | None) -> Outcome:
    """The outcome without what a baseline knows; the baseline is written, or loses what is gone.

    Raises FactcheckError where the file cannot be written.
    """
    from msgspec.structs import replace

    from factcheck.desk.baseline import baseline_of, may_be_written
    from factcheck.desk.check import held_back
    from factcheck.phrases import Phrase
    from factcheck.reports.files import write_whole

    if written is not None:
        known = baseline_of(outcome.findings, written)
        write_whole(written, known.text)
        outcome = replace(outcome, notices=(*outcome.notices, Phrase("{path} is written.", path=str(written))))
    if known is None:
        return outcome
    less = held_back(outcome, known)
    still = known.shrunk(outcome.findings, outcome.inputs, outcome.folders)
    gone = len(known.entries) - len(still.entries)
    if not gone:
        return less
    if may_be_written(os.environ):
        write_whole(Path(known.path), still.text)
        notice = Phrase(
            "{count} finding is gone, and off the baseline.",
            "{count} findings are gone, and off the baseline.",
            count=gone,
        )
    else:
        notice = Phrase(
            "{count} finding of the baseline is gone: check where you work, which takes it off.",
            "{count} findings of the baseline are gone: check where you work, which takes them off.",
            count=gone,
        )
    return replace(less, notices=(*less.notices, notice))
