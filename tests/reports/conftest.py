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
from factcheck.drafts.checked import Match, Silence, Standing
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
    Confidence,
    Correction,
    Evidence,
    Finding,
    Relation,
    Side,
    Variant,
    Verdict,
    Window,
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


# --- drafts -------------------------------------------------------------------------------------------------

DRAFT = "drafts/exports.md"
SENTENCE = (
    "Selon le ministère, les exportations numériques du royaume ont atteint 26,2 milliards de dirhams en 2024, soit "
    "une hausse de 2 % par rapport à l’année 2023 (26,17)."
)


def window(text: str, *figures: str, line: int = 12, path: str = DRAFT) -> Window:
    """A passage that begins its line, with the spans of figures in it."""
    spans = tuple((text.index(figure), text.index(figure) + len(figure)) for figure in figures)
    return Window(text, spans, Place(path, line, 1, line, len(text) + 1))


def printed(quote: str, figure: Figure, shown: Window, path: str | None = None) -> Evidence:
    """A draft's own figure, where it stands in the passage."""
    column = shown.text.index(quote) + 1
    place = shown.place
    return Evidence(figure, quote, place=Place(path or place.path, place.line, column, place.line, column + len(quote)))


def drafted(kind: str, figures: tuple[Evidence, ...], windows: tuple[Window, ...], **more: object) -> Finding:
    """An inconsistent finding of a draft, at the first of its figures."""
    names = [f"figure_{number}" for number in range(len(figures))]
    assertion = Comparison(Comparator.EQUAL, Name(names[0]), Name(names[-1]))
    relation = Relation(
        kind, kind, assertion, {name: [figure] for name, figure in zip(names, figures, strict=True)},
        place=figures[0].place,
    )  # fmt: skip
    message = Phrase("{said} is {result}", said=figures[0].quote, result=figures[-1].quote)
    return replace(Finding(relation, Verdict.INCONSISTENT, message, figures=figures, windows=windows), **more)


def _percent(quote: str, value: str) -> Figure:
    number = Fraction(value)
    return Figure(quote, Kind.PERCENTAGE, number, "percent", numeral=Numeral(number, 0, Fraction(1), value))


@pytest.fixture
def growth() -> Finding:
    """A growth whose three figures stand in one long sentence."""
    quotes = ("26,2 milliards de dirhams", "2 %", "26,17")
    shown = window(SENTENCE, *quotes)
    level = amount(quotes[0], "26.2", "MAD", "", "").figure
    before = amount(quotes[2], "26.17", "MAD", "", "").figure
    figures = tuple(
        printed(quote, figure, shown)
        for quote, figure in zip(quotes, (level, _percent("2 %", "2"), before), strict=True)
    )
    span = Span(Interval(Fraction("-0.1"), Fraction("0.4")), "percent")
    return drafted(
        "growth",
        figures,
        (shown,),
        message=Phrase("from {start} to {end} is a change of {result}", start="“26,17”", end="“26,2”", result=span),
        calculation=(Phrase("{formula} = {value}", formula="26.2 ÷ 26.17 − 1", value="0.1%"),),
        corrections=(Correction(1, "0 %", Fraction(0)),),
    )


@pytest.fixture
def two_values() -> Finding:
    """One thing with two values, in two passages far apart."""
    first = window("Le secteur emploie 148 500 personnes.", "148 500 personnes", line=4)
    second = window("Ses 120 000 emplois le placent au deuxième rang.", "120 000 emplois", line=118)
    jobs = amount("148 500 personnes", "148.5", "person", "", "").figure
    figures = (printed("148 500 personnes", jobs, first), printed("120 000 emplois", jobs, second))
    return drafted("agreement", figures, (first, second))


@pytest.fixture
def in_a_table() -> Finding:
    """A sum that stands in two rows of a table."""
    rows = (window("Centres d’appels 13,4", "13,4", line=20), window("Total 27", "27", line=24))
    level = amount("13,4", "13.4", "MAD", "", "").figure
    figures = (printed("13,4", level, rows[0]), printed("27", level, rows[1]))
    return drafted("sum", figures, rows)


@pytest.fixture
def weekday() -> Finding:
    """A date in a Word document, whose places are paragraphs."""
    quote = "mardi 27 janvier 2025"
    shown = window(f"L’accord a été signé le {quote}.", quote, line=3, path="drafts/note.docx")
    figure = Figure(quote, Kind.DATE, "2025-01-27", "", weekday=1)
    return drafted("weekday", (printed(quote, figure, shown),), (shown,))


@pytest.fixture
def gate(growth: Finding, two_values: Finding, in_a_table: Finding, weekday: Finding) -> Outcome:
    """What the check of two drafts comes to, each sort of finding once."""
    holding = replace(growth, verdict=Verdict.CONSISTENT, message=Phrase("{said} is {result}", said="2", result="2"))
    suppressed = replace(in_a_table, suppressed="the ministry's own rounding")
    unsure = replace(two_values, relation=replace(two_values.relation, confidence=Confidence.MEDIUM))
    strained = replace(in_a_table, verdict=Verdict.STRAINED)
    figure = growth.figures[0]
    reason = Phrase("{count} claim", "{count} claims", count=2)
    return Outcome(
        (unsure, growth, holding, strained, suppressed, weekday),
        drafts=2,
        figures=57,
        claims=28,
        sources=3,
        standings={Standing.SUPPORTED: 4, Standing.CONTRADICTED: 1, Standing.NOT_COVERED: 12},
        silences=(Silence("growth", growth.figures[:2], Phrase("no source states {names}", names=("a", "b"))),),
        matches=(Match(figure, Standing.SUPPORTED, ("exports_2024",), reason),),
        baselined=2,
        rates_reach=Period.parse("2026-10"),
        inputs=(DRAFT, "drafts/note.docx"),
    )


@pytest.fixture
def hostile_gate(growth: Finding, hostile: str) -> Outcome:
    """A draft's finding with the same hostile words wherever a draft's words can stand."""
    text = f"soit {hostile} ou {hostile}, {SENTENCE}"
    shown = Window(text, ((5, 5 + len(hostile)),), Place("a b/é%.md", 12, 1, 12, len(text) + 1))
    figures = tuple(
        replace(figure, quote=hostile, place=replace(figure.place, path="a b/é%.md")) for figure in growth.figures
    )
    said = Phrase("{quote}", quote=hostile)
    found = replace(
        growth, message=said, windows=(shown,), figures=figures, calculation=(said,),
        relation=replace(growth.relation, place=figures[0].place),
    )  # fmt: skip
    return Outcome(
        (found, replace(found, suppressed=hostile)),
        drafts=1,
        figures=3,
        silences=(Silence("growth", figures, said),),
        matches=(Match(figures[0], Standing.NOT_COVERED, (hostile,), said),),
        notices=(said,),
    )
