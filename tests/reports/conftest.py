"""Findings made by hand, as small as the reports need them, and the catalogues compiled."""

from __future__ import annotations

import importlib.util
from collections.abc import Callable
from datetime import date
from fractions import Fraction
from pathlib import Path
from types import ModuleType

import pytest
from msgspec.structs import replace

from factcheck.desk.outcome import Outcome
from factcheck.errors import Place, Problem
from factcheck.figures.figure import Figure, Kind, Numeral
from factcheck.figures.hedges import Hedge
from factcheck.figures.interval import Interval
from factcheck.figures.periods import Period
from factcheck.figures.shown import Quantity, Span
from factcheck.phrases import Phrase
from factcheck.relations.expression import Comparator, Comparison, ExchangeRate, Name, divide
from factcheck.relations.finding import (
    Accepted,
    Correction,
    Evidence,
    Finding,
    Relation,
    Side,
    Variant,
    Verdict,
)
from factcheck.relations.worked import Worked
from factcheck.reports.wording import Wording, wording

ROOT = Path(__file__).parents[2]
BILLION = Fraction(10**9)
CLAIMS = "claims/morocco-digital-exports.yaml"


def _tool(name: str) -> ModuleType:
    spec = importlib.util.spec_from_file_location(name, ROOT / "tools" / f"{name}.py")
    assert spec is not None and spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    import sys

    sys.modules[name] = module
    spec.loader.exec_module(module)
    return module


@pytest.fixture(scope="session")
def catalogues() -> ModuleType:
    """The maintainers' module that reads and compiles the catalogues."""
    return _tool("catalogues")


@pytest.fixture(scope="session", autouse=True)
def _compiled(catalogues: ModuleType) -> None:
    catalogues.compile_catalogues(ROOT)


@pytest.fixture
def english() -> Wording:
    return wording("en")


@pytest.fixture
def french() -> Wording:
    return wording("fr")


def amount(
    quote: str, bn: str, unit: str, claim: str, source: str, line: int = 31, hedge: Hedge = Hedge.NONE
) -> Evidence:
    """A statement of an amount in billions."""
    value = Fraction(bn)
    numeral = Numeral(value, len(bn.partition(".")[2]), BILLION, bn.replace(".", ","))
    figure = Figure(quote, Kind.CURRENCY, value * BILLION, unit, hedge, numeral)
    place = Place(CLAIMS, line, 16, line, 16 + len(quote))
    return Evidence(figure, quote, claim, source, place, Period.parse("2025-11"))


DIRHAMS = amount("26,2 milliards de dirhams", "26.2", "MAD", "exports_2024", "value-creation")
DIRHAMS_TOO = replace(DIRHAMS, source="rebound", place=Place(CLAIMS, 32, 16, 32, 41))
DOLLARS = amount("2,8 milliards de dollars", "2.8", "USD", "exports_2024_usd", "value-creation", 40)
ABOUT_DOLLARS = amount(
    "approximativement 2,8 milliards de dollars américains",
    "2.8",
    "USD",
    "exports_2024_usd",
    "three-agreements",
    41,
    Hedge.ABOUT,
)
RATE = ExchangeRate("MAD", "USD", Period.parse("2024"))


def _side(low: str, high: str, unit: str) -> Side:
    span = Interval(Fraction(low) * BILLION, Fraction(high) * BILLION)
    return Side(span, span, unit, (Fraction(low) + Fraction(high)) / 2 * BILLION)


@pytest.fixture
def dollars() -> Finding:
    """26.2 bn MAD is not 2.8 bn USD: inconsistent, with everything that a finding can have."""
    formula = divide(Name("exports_2024"), RATE)
    left, right = _side("2.6176", "2.6542", "USD"), _side("2.75", "2.85", "USD")
    relation = Relation(
        "dollars-2024",
        "convert",
        Comparison(Comparator.EQUAL, formula, Name("exports_2024_usd")),
        {"exports_2024": [DIRHAMS, DIRHAMS_TOO], "exports_2024_usd": [DOLLARS, ABOUT_DOLLARS]},
        why="An amount of a year converts at\nthat year's average rate.",
        place=Place(CLAIMS, 131, 5, 131, 17),
    )
    shown = {"exports_2024": Quantity(DIRHAMS.figure.number, "MAD", 0), RATE.key: Quantity(Fraction("9.94"), "MAD/USD")}
    return Finding(
        relation,
        Verdict.INCONSISTENT,
        Phrase("{amount} at the rate of {period} is {result}", amount="“26,2 milliards de dirhams”", period=RATE.period,
               result=Span(left.usual, "USD")),
        figures=(DIRHAMS, DIRHAMS_TOO, DOLLARS),
        calculation=(
            Phrase("{formula} = {value}", formula=Worked(formula, shown), value=Quantity(left.value, "USD")),
            Phrase(
                "as the figures are usually read: {left} against {right}",
                left=Span(left.usual, "USD"),
                right=Span(right.usual, "USD"),
            ),
        ),
        left=left,
        right=right,
        gap=Fraction("0.0351"),
        corrections=(
            Correction(2, "2,6 milliards de dollars", Fraction(26 * 10**8)),
            Correction(0, "27,8 milliards de dirhams", Fraction(278 * 10**8)),
        ),
        variants=(Variant(Verdict.STRAINED, (DIRHAMS, ABOUT_DOLLARS), None, left, right),),
    )  # fmt: skip


@pytest.fixture
def holding(dollars: Finding) -> Finding:
    """One that holds."""
    relation = replace(dollars.relation, check="growth-2024", kind="growth", why=None)
    return Finding(relation, Verdict.CONSISTENT, Phrase("{said} is {result}", said="26,2", result="26,2"))


@pytest.fixture
def unverifiable(dollars: Finding) -> Finding:
    """One for which a rate is missing."""
    reason = Phrase("no source states {names}", names=("jobs_2030", "jobs"))
    relation = replace(dollars.relation, check="jobs-double", kind="multiple", why=None)
    message = Phrase("not verified: {reason}", reason=reason)
    return Finding(relation, Verdict.UNVERIFIABLE, message, reason=reason)


@pytest.fixture
def accepted(dollars: Finding) -> Finding:
    """The same as `dollars`, known and accepted."""
    acceptance = Accepted("published; a correction was asked for", date(2026, 12, 31))
    relation = replace(dollars.relation, check="dollars-known", accepted=acceptance)
    return replace(dollars, relation=relation, is_accepted=True)


@pytest.fixture
def outcome(dollars: Finding, holding: Finding, unverifiable: Finding, accepted: Finding) -> Outcome:
    """One finding of each sort."""
    return Outcome(
        (holding, dollars, unverifiable, accepted),
        claims=28,
        sources=3,
        rates_reach=Period.parse("2026-10"),
    )


@pytest.fixture
def with_quote(dollars: Finding) -> Callable[[str], Outcome]:
    """An outcome whose first figure has the quote given."""

    def made(quote: str) -> Outcome:
        figures = (replace(DIRHAMS, quote=quote), *dollars.figures[1:])
        return Outcome((replace(dollars, figures=figures),))

    return made


HOSTILE = (
    "%0A::error::owned",
    "\n::error::owned",
    "##[error]owned",
    "26,2 ]]> milliards & co",
    "<script>alert(1)</script>",
    "| x | y |",
    "[here](https://evil.example) ![p](x)",
    "`code` **bold** ~~gone~~ $x$ _it_",
    "@someone #12 www.evil.example :smile: a@b.example",
    "# title",
    "- item",
    "1. item",
    "{0} {x}",
    "\x1b[31m\x00\u202e\ufffe\ud800",
    "&lt;b&gt; &#64; \\",
)
"""What articles might print, and formats must show as text."""


@pytest.fixture(params=HOSTILE, ids=ascii)
def hostile(request: pytest.FixtureRequest) -> str:
    return str(request.param)


@pytest.fixture
def hostile_outcome(dollars: Finding, accepted: Finding, hostile: str) -> Outcome:
    """An outcome with the same hostile words wherever an article's or a newsroom's words can stand."""
    figures = (replace(DIRHAMS, quote=hostile, place=replace(DIRHAMS.place, path="a b/é%.md")), *dollars.figures[1:])
    known = Accepted(hostile, date(2026, 12, 31))
    changes = {
        "message": Phrase("{quote}", quote=hostile),
        "figures": figures,
        "calculation": (Phrase("{quote}", quote=hostile),),
        "corrections": (Correction(0, hostile, Fraction(1)),),
    }
    found = replace(dollars, relation=replace(dollars.relation, why=hostile), **changes)
    accepted = replace(accepted, relation=replace(accepted.relation, accepted=known), **changes)
    return Outcome((found, accepted), (Problem(Phrase("{what}", what=hostile), Place("a.yaml", 3, 5, 3, 9)),))


@pytest.fixture
def repository(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """An empty repository, which is the working folder."""
    (tmp_path / ".git").mkdir()
    monkeypatch.chdir(tmp_path)
    return tmp_path
