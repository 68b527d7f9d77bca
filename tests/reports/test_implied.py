"""Implied values as a table, with derivations made by hand."""

from __future__ import annotations

from fractions import Fraction

import pytest
from msgspec.structs import replace

from factcheck.figures.interval import Interval
from factcheck.reading import read_quote
from factcheck.relations.conclusions import ImpliedValue, Step
from factcheck.relations.finding import Evidence
from factcheck.reports.implied import ImpliedTable
from factcheck.reports.layout import width
from factcheck.reports.lines import printed
from factcheck.reports.page import Page
from factcheck.reports.view import View
from factcheck.reports.wording import Wording

BILLION = 10**9


def between(low: str, high: str, scale: int = 1) -> Interval:
    return Interval(Fraction(low) * scale, Fraction(high) * scale)


def said(claim: str, quote: str, *sources: str) -> Step:
    """What sources say of a claim, as a step."""
    figure = read_quote(quote, "fr")
    statements = tuple(Evidence(figure, quote, claim, source) for source in sources)
    return Step(claim, figure.usual, figure.unit, statements=statements)


LEVEL = said("exports_h1_2025", "13,4 milliards de dirhams", "rebound", "value-creation")
GROWTH = said("growth_h1_2025", "hausse de 3,5 %", "rebound")
USUAL = between("12.8923", "13.0015", BILLION)
LAST = Step("exports_h1_2024", USUAL, "MAD", "before-growth", ("exports_h1_2025", "growth_h1_2025"))
VALUE = ImpliedValue("exports_h1_2024", "MAD", USUAL, USUAL, False, True, (LEVEL, GROWTH, LAST))
JOBS = said("jobs", "148 500 emplois", "paper")
PER_JOB = ImpliedValue(
    "per_job", "MAD", between("88000", "89000"), between("80000", "90000"), False, True,
    (LEVEL, GROWTH, LAST, JOBS,
     Step("per_job", between("88000", "89000"), "MAD", "per", ("exports_h1_2024", "jobs"))),
)  # fmt: skip


def table(wording: Wording, *values: ImpliedValue, cells: int = 100) -> list[str]:
    view = View(width=cells)
    return printed(ImpliedTable(Page(wording, view)).lines(values), view).splitlines()


def test_a_value_that_nobody_states_is_told_with_its_derivation(english: Wording) -> None:
    assert table(english, VALUE) == [
        "IMPLIED  1  values that no source states, and what follows for them",
        "  exports_h1_2024  12.89 to 13.01 bn MAD",
        "    by before-growth from “13,4 milliards de dirhams” (rebound and value-creation) and “hausse de",
        "      3,5 %” (rebound)",
        "",
    ]


def test_what_it_goes_through_is_told_first(english: Wording) -> None:
    assert table(english, PER_JOB, cells=120)[1:-1] == [
        "  per_job  88,000 to 89,000 MAD, at the widest 80,000 to 90,000 MAD",
        "    exports_h1_2024 is 12.89 to 13.01 bn MAD, by before-growth from “13,4 milliards de dirhams” (rebound and",
        "      value-creation) and “hausse de 3,5 %” (rebound)",
        "    by per from exports_h1_2024 (12.89 to 13.01 bn MAD) and “148 500 emplois” (paper)",
    ]


def test_what_has_a_line_of_its_own_is_told_once(english: Wording) -> None:
    text = "\n".join(table(english, VALUE, PER_JOB, cells=120))
    assert text.count("by before-growth from") == 1
    assert "\n  per_job          88,000" in text


OWN = said("forecast", "plus de 27 milliards de dirhams", "rebound")
NARROWED = ImpliedValue(
    "forecast", "MAD", between("27", "27.2", BILLION), between("27", "27.2", BILLION), True, True,
    (OWN, LEVEL, Step("forecast", between("27", "27.2", BILLION), "MAD", "reach", ("exports_h1_2025",))),
)  # fmt: skip
TIGHTENED = Step("exports_h1_2024", between("12.89231", "13.0015", BILLION), "MAD", None, ("exports_h1_2025",))
RATE = Step("MAD/USD 2024", between("9.2", "9.4"), "MAD/USD", "dollars", ("exports_h1_2025",))


@pytest.mark.parametrize(
    ("value", "line"),
    [
        (NARROWED, "NARROWED  1  values that sources state, and that the rest narrows"),
        (
            NARROWED,
            "    by reach from “13,4 milliards de dirhams” (rebound and value-creation), within “plus de 27 milliards"
            " de dirhams”",
        ),
        (replace(VALUE, is_tight=False), "  exports_h1_2024  12.89 to 13.01 bn MAD *"),
        (replace(VALUE, is_tight=False), "  * not fully tightened: the range holds, and a narrower one may"),
        (replace(VALUE, usual=None), "  exports_h1_2024  at the widest 12.89 to 13.01 bn MAD"),
        (replace(VALUE, usual=None, literal=None, steps=()), "  exports_h1_2024  anything"),
        (
            ImpliedValue("MAD/USD 2024", "MAD/USD", RATE.interval, RATE.interval, False, True, (LEVEL, RATE)),
            "    the rate that dollars takes, from “13,4 milliards de dirhams” (rebound and value-creation)",
        ),
        (
            replace(VALUE, steps=(*VALUE.steps, replace(TIGHTENED, interval=between("12.9", "13.0", BILLION)))),
            "    by all relations at once",
        ),
        (
            replace(VALUE, steps=(replace(LEVEL, claim="exports_h1_2024"),), is_stated=True),
            "    by “13,4 milliards de dirhams” (rebound and value-creation)",
        ),
        (
            replace(VALUE, steps=(Step("exports_h1_2024", USUAL, "MAD", "six"),)),
            "    by six",
        ),
        (
            replace(VALUE, steps=(replace(RATE, rule=None, claims=()),)),
            "    by the tables of exchange rates",
        ),
    ],
)  # fmt: skip
def test_how_a_value_follows_is_told_in_words(value: ImpliedValue, line: str, english: Wording) -> None:
    assert line in table(english, value, cells=120)


def test_a_hair_that_all_relations_at_once_take_off_is_not_told(english: Wording) -> None:
    assert table(english, replace(VALUE, steps=(*VALUE.steps, TIGHTENED))) == table(english, VALUE)


def test_several_statements_that_leave_less_together_are_named(english: Wording) -> None:
    other = said("exports_h1_2025", "plus de 13,4 milliards de dirhams", "third")
    both = replace(LEVEL, claim="exports_h1_2024", statements=(*LEVEL.statements, *other.statements))
    text = " ".join(line.strip() for line in table(english, replace(VALUE, steps=(both,))))
    assert "(rebound and value-creation) and “plus de 13,4 milliards de dirhams” (third) together" in text


def test_where_nothing_follows_nothing_is_told(english: Wording) -> None:
    assert table(english) == []


@pytest.mark.parametrize("cells", [80, 120])
def test_no_line_is_wider_than_the_view(cells: int, english: Wording) -> None:
    lines = table(english, VALUE, PER_JOB, NARROWED, cells=cells)
    assert [line for line in lines if width(line) > cells] == []


STATED = replace(NARROWED, printed=between("27", "28", BILLION))


@pytest.mark.parametrize(
    ("value", "told"),
    [
        (STATED, True),
        (replace(STATED, usual=between("27", "27.1999", BILLION), printed=between("27", "27.2", BILLION)), False),
        (replace(STATED, unit="calendar_year"), False),
        (replace(STATED, steps=(OWN, replace(NARROWED.steps[-1], claims=()))), False),
        (replace(VALUE, steps=(replace(LAST, claims=()),)), True),
    ],
    ids=["narrowed", "by a hair", "a date", "a definition", "what nobody states"],
)
def test_what_narrows_nothing_that_can_be_seen_is_left_out(value: ImpliedValue, told: bool, english: Wording) -> None:
    assert bool(table(english, value)) == told


def test_it_is_told_what_is_narrowed(english: Wording) -> None:
    assert "  forecast  27.0 to 27.2 bn MAD instead of 27 to 28 bn MAD" in table(english, STATED)
    widest = replace(STATED, literal=between("26", "28", BILLION))
    assert "27.2 bn MAD instead of 27 to 28 bn MAD, at the widest 26" in "".join(table(english, widest, cells=120))


def test_growth_is_seen_beside_what_was_observed(english: Wording) -> None:
    beside = GROWTH.statements
    lines = table(english, replace(VALUE, beside=beside), cells=120)
    assert "    observed: “hausse de 3,5 %” (rebound) for growth_h1_2025" in lines
