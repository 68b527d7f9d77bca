"""What factcheck finds in a world, beside what the oracle says can be found.

A world is checked as its users would: `run` judges a file of claims, `check` a draft in Markdown.
"""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from msgspec import Struct

from benchmarks.power.base import base, impossible
from benchmarks.power.oracle import possible
from benchmarks.power.planting import ERRORS, NEEDS, Planted, planted
from benchmarks.power.prose import Article, article
from benchmarks.power.worlds import World, world
from factcheck.desk.check import check
from factcheck.desk.run import run
from factcheck.relations.finding import Finding, Verdict

if TYPE_CHECKING:
    from factcheck.desk.outcome import Outcome


class Score(Struct, frozen=True):
    """One world, with its error where one could be planted.

    alarms, unverified    inconsistent findings of the true world that the oracle does not share, and what of it could
                          not be verified: one line each
    checks_*              how many relations of the true world factcheck judged
    by_yaml, by_prose     of the world with the error
    disagreements         checks of its base on which factcheck and the oracle differ, one line each
    true_text, text       the article without and with the error
    """

    seed: str
    error: str
    kind: str = ""
    pattern: str = ""
    alarms_by_yaml: tuple[str, ...] = ()
    alarms_by_prose: tuple[str, ...] = ()
    unverified: tuple[str, ...] = ()
    checks_by_yaml: int = 0
    checks_by_prose: int = 0
    stories: int = 0
    by_yaml: Found | None = None
    by_prose: Found | None = None
    disagreements: tuple[str, ...] = ()
    true_text: str = ""
    text: str = ""


class Found(Struct, frozen=True):
    """Whether an error can be found at all given the rounding; whether factcheck found it, or (in prose) doubted it."""

    findable: bool
    found: bool
    doubted: bool = False


def score(seed: str, error: str, folder: Path) -> Score:
    """A world of a seed judged without and with an error; `folder` is where its claims are written."""
    true = world(seed, NEEDS.get(error, frozenset()))
    claims, text = _run(true, folder), article(true)
    prose = _check(text, true, folder)
    known = impossible(base(true))
    plain = Score(
        seed,
        error,
        alarms_by_yaml=tuple(_line(each) for each in _wrong(claims) if each.check not in known),
        alarms_by_prose=tuple(_line(each) for each in _wrong(prose)),
        unverified=tuple(_line(each) for each in claims.findings if each.verdict is Verdict.UNVERIFIABLE),
        checks_by_yaml=len(claims.findings),
        checks_by_prose=len(prose.findings),
        stories=len(true.told),
        true_text=text.text,
    )
    wrong = planted(true, error)
    return plain if wrong is None else _power(plain, wrong, folder)


def _power(plain: Score, wrong: Planted, folder: Path) -> Score:
    """The score of a true world, and beside it what becomes of the error."""
    claims, known = _run(wrong.world, folder), impossible(base(wrong.world))
    called = {each.check for each in _wrong(claims)}
    text = article(wrong.world)
    told = wrong.world.told[wrong.story]
    prose = [each for each in _check(text, wrong.world, folder).findings if _speaks_of(each, text, wrong)]
    verdicts = {each.verdict for each in prose}
    pattern = text.patterns[wrong.story]
    findable = not possible(told.story, told.figures, complete=pattern.get("parts") != "some")
    return Score(
        **{field: getattr(plain, field) for field in plain.__struct_fields__ if field not in _OF_THE_ERROR},
        kind=told.story.kind,
        pattern=pattern["say"],
        by_yaml=Found(bool(known), bool(called)),
        by_prose=Found(
            findable, Verdict.INCONSISTENT in verdicts, bool(verdicts & {Verdict.STRAINED, Verdict.INCONSISTENT})
        ),
        disagreements=tuple(sorted(called ^ known)),
        text=text.text,
    )


_OF_THE_ERROR = ("kind", "pattern", "by_yaml", "by_prose", "disagreements", "text")


def _run(told: World, folder: Path) -> Outcome:
    path = folder / "claims.yaml"
    path.write_text(base(told).text, encoding="utf-8")
    return run([path])


def _check(text: Article, told: World, folder: Path) -> Outcome:
    path = folder / "draft.md"
    path.write_text(text.text, encoding="utf-8")
    return check([path], lang=told.lang, jobs=1, raises=True)


def _wrong(outcome: Outcome) -> list[Finding]:
    return [each for each in outcome.findings if each.verdict is Verdict.INCONSISTENT]


def _speaks_of(finding: Finding, text: Article, wrong: Planted) -> bool:
    """Whether a finding of a text names a figure of the story that is wrong."""
    lines = text.text.split("\n")
    starts = [sum(len(line) + 1 for line in lines[:at]) for at in range(len(lines))]
    spans = [span for (story, _), each in text.spans.items() if story == wrong.story for span in each]
    return any(
        starts[place.line - 1] + place.column - 1 < end and start < starts[place.end_line - 1] + place.end_column - 1
        for place in (evidence.place for evidence in finding.figures)
        if place is not None
        for start, end in spans
    )


def _line(finding: Finding) -> str:
    quotes = " | ".join(evidence.quote for evidence in finding.figures)
    return f"{finding.check}: {quotes}"


def errors() -> tuple[str, ...]:
    """The sorts of errors, of which each world is given one in turn."""
    return tuple(ERRORS)
