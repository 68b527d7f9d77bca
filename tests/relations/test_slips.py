"""Well-known slips, recognised by what the other figures leave."""

from fractions import Fraction

import pytest

from factcheck.errors import Place
from factcheck.figures.interval import Interval
from factcheck.figures.periods import Period
from factcheck.figures.rates import Rates
from factcheck.kinds import FUNCTIONS
from factcheck.reading import read_quote
from factcheck.relations.conclusions import SlipKind
from factcheck.relations.expression import Call, Comparator, Comparison, Name
from factcheck.relations.finding import Evidence
from factcheck.relations.network import ANYTHING, Network, Rule, Said, Variable
from factcheck.relations.slips import Scene, slips


def stated(quote, claim="a", line=1):
    return Evidence(read_quote(quote, "fr"), quote, claim, "paper", Place("base.yaml", line))


def found(quote, low, high, *, rules=(), ranges=None, before=None):
    evidence = stated(quote, line=2)
    factor = evidence.figure.measure.factor
    left = {"a": Interval(Fraction(low), Fraction(high)).scaled(factor), **(ranges or {})}
    units = {key: Variable(key, key, "percent", period=Period.parse("2024")) for key in left}
    units["a"] = Variable("a", "a", evidence.figure.unit, period=Period.parse("2024"))
    said = [Said(each, (each.claim,), ANYTHING) for each in (before, evidence) if each is not None]
    said.append(Said(stated("5 dollars", "dollars", 9), ("dollars",), ANYTHING))
    scene = Scene(Network(units, tuple(said), tuple(rules)), left, rules, Rates(), said)
    return [(slip.kind, slip.quote) for slip in slips(evidence, "a", scene)]


@pytest.mark.parametrize(
    ("quote", "low", "high", "slip"),
    [
        ("9,8 %", "8.85", "8.95", (SlipKind.SWAPPED, "8,9 %")),
        ("2,85 milliards de dirhams", 2_575_000_000, 2_585_000_000, (SlipKind.SWAPPED, "2,58 milliards de dirhams")),
        ("1 250 emplois", 12400, 12600, (SlipKind.POWER_OF_TEN, "12 500 emplois")),
        ("4,2 millions d'euros", 4_150_000_000, 4_250_000_000, (SlipKind.POWER_OF_TEN, "4200 millions d'euros")),
        ("4,21 milliards d'euros", 7_205_000_000, 7_215_000_000, (SlipKind.DIGIT, "7,21 milliards d'euros")),
    ],
)
def test_digits_that_went_wrong(quote, low, high, slip):
    assert found(quote, low, high)[0] == slip


@pytest.mark.parametrize(
    ("quote", "low", "high"),
    [("9,8 %", "3.1", "3.2"), ("40 %", "0", "39"), ("26,2 %", "33", "34"), ("98 %", "31", "32")],
)
def test_no_slip_is_made_up(quote, low, high):
    assert found(quote, low, high) == []


def test_an_amount_in_the_wrong_currency():
    # at 9.94 dirhams per dollar, 2.83 billion dollars of 2024 were 28.1 billion dirhams
    (only,) = found("2,83 milliards de dirhams", 28_100_000_000, 28_160_000_000)
    assert only[0] is SlipKind.CURRENCY


def test_points_that_are_called_percent():
    class Scope:
        def unit(self, name):
            return "percent"

        def period(self, name):
            return None

    arguments = (Name("before"), Name("now"))
    call = Call("growth", arguments, FUNCTIONS["growth"].build(arguments, Scope()))
    rule = Rule("change", Comparison(Comparator.EQUAL, call, Name("a")))
    ranges = {
        "before": Interval(Fraction(95, 1000), Fraction(105, 1000)),
        "now": Interval(Fraction(115, 1000), Fraction(125, 1000)),
    }
    assert (SlipKind.POINTS, "2 %") in found("2 %", "19", "21", rules=[rule], ranges=ranges)
    assert not found("7 %", "19", "21", rules=[rule], ranges=ranges)


def test_a_year_off_by_one():
    assert found("27 janvier 2025", "2026.0", "2026.5") == [(SlipKind.YEAR, "27 janvier 2026")]


def test_a_number_copied_from_the_line_above():
    before = stated("4,19 milliards de dirhams", "before", 1)
    kinds = [kind for kind, _ in found("4,19 milliards de dirhams", 2_575_000_000, 2_585_000_000, before=before)]
    assert kinds == [SlipKind.COPIED]


def test_a_number_that_would_begin_with_0_is_not_one_with_two_digits_swapped():
    assert found("100 millions", 9_900_000, 10_100_000) == [(SlipKind.POWER_OF_TEN, "10 millions")]
