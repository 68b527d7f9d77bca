"""Sums of reported facts as XBRL Calculations 1.1 understands them, as rules of a claim base.

The recommendation of 22 February 2023 (https://www.xbrl.org/Specification/calculation-1.1/REC-2023-02-22) takes a fact
with `decimals` n for an interval of true values, and calls a sum inconsistent only where the interval of the total and
that of the weighted parts have no value in common:

    rounded to the nearest   from half a unit of the last digit below to half a unit above, both ends included, since
                             a value half-way may have been rounded either way
    truncated                from the value to one unit further from 0, that end left out; around 0 to both sides
    decimals INF             the value alone
"""

from fractions import Fraction
from functools import partial

import pytest
import yaml
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from msgspec import Struct

from factcheck.claims.load import load
from factcheck.claims.relations import relation_of
from factcheck.desk.run import run
from factcheck.figures.interval import Interval
from factcheck.relations.bounds import possible

INF = "INF"
BILLION_DIGITS = 9


class Item(Struct, frozen=True):
    """A fact with the weight that it has in a sum: its value, and how many decimals of it are accurate, or INF."""

    value: Fraction
    decimals: int | str
    weight: int = 1


class Case(Struct, frozen=True):
    """A total and the parts that are said to add up to it."""

    total: Item
    parts: tuple[Item, ...]

    @property
    def terms(self):
        """All of it with the total brought to the other side: it adds up where some values make this 0."""
        return (*self.parts, Item(self.total.value, self.total.decimals, -1))


# --- what the recommendation says, in integers of the finest digit --------------------------------------


def reach(item, *, truncated):
    """How far the true value may lie below and above the reported one, and whether it may lie there exactly."""
    if item.decimals == INF:
        return (Fraction(0), True), (Fraction(0), True)
    unit = Fraction(10) ** -item.decimals
    if not truncated:
        return (unit / 2, True), (unit / 2, True)
    away, towards = (unit, False), (Fraction(0), True)
    if item.value == 0:
        return away, away
    return (towards, away) if item.value > 0 else (away, towards)


def adds_up(case, *, truncated=False):
    """Whether the two intervals meet: the weighted reaches can make up for what the reported values leave."""
    missing = -sum(item.weight * item.value for item in case.terms)
    up = [reach(item, truncated=truncated)[item.weight > 0] for item in case.terms]
    down = [reach(item, truncated=truncated)[item.weight < 0] for item in case.terms]
    side = up if missing >= 0 else down
    most = sum(abs(item.weight) * far for item, (far, _) in zip(case.terms, side, strict=True))
    attained = all(closed for _, closed in side)
    return abs(missing) < most or (abs(missing) == most and (attained or missing == 0))


# --- the same as a claim base ---------------------------------------------------------------------------


def quote(item):
    """The fact in billions, whose decimals then say to which digit it is accurate, whatever that digit is."""
    digits = BILLION_DIGITS + item.decimals
    scaled = abs(item.value) / 10**BILLION_DIGITS * 10**digits
    assert scaled.denominator == 1, "no digits beyond those that are accurate"
    whole, part = divmod(int(scaled), 10**digits)
    return f"{'-' if item.value < 0 else ''}{whole}.{part:0{digits}d} billion dollars"


def as_base(case):
    """Claims and one rule; a fact that is exact is a number of the rule itself, for those are exact."""
    claims, left = {}, []
    for number, item in enumerate(case.terms[:-1]):
        left.append(_term(f"part_{number}", item, claims))
    total = _term("total", case.total, claims).removeprefix("+ ")
    check = f"{' '.join(left).removeprefix('+ ')} == {total}"
    source = {"filing": {"title": "A filing", "lang": "en"}}
    return yaml.safe_dump({"sources": source, "claims": claims, "rules": {"adds-up": {"check": check}}})


def _term(name, item, claims):
    if item.decimals != INF:
        claims[name] = {"said": {"filing": quote(item)}}
        return f"{'+' if item.weight > 0 else '-'} {abs(item.weight)} * {name}"
    sign = "+" if item.weight * item.value >= 0 else "-"
    return f"{sign} {abs(item.weight)} * {abs(item.value)} USD"


def verdict(case, folder):
    path = folder / "filing.yaml"
    path.write_text(as_base(case), encoding="utf-8")
    return {finding.check: str(finding.verdict) for finding in run([path]).findings}["adds-up"]


def may_hold(case, folder, *, truncated):
    """What the judge says of the case's rule, given the intervals of the recommendation."""
    path = folder / "filing.yaml"
    path.write_text(as_base(case), encoding="utf-8")
    base = load([path])
    relation = relation_of(base, base.rules["adds-up"])
    items = {f"part_{number}": item for number, item in enumerate(case.parts)} | {"total": case.total}
    return possible(relation.assertion, {name: _interval(items[name], truncated) for name in relation.names})


def _interval(item, truncated):
    (below, low_in), (above, high_in) = reach(item, truncated=truncated)
    return Interval(item.value - below, item.value + above, not low_in, not high_in)


# --- cases ----------------------------------------------------------------------------------------------


def case(total, *parts):
    return Case(*(_item(total), tuple(_item(part) for part in parts)))


def _item(text):
    """ "1230 -1" is 1 230, accurate to tens; "1230 INF" exact; "1230 -1 x-1" has weight −1."""
    value, decimals, *weight = text.split()
    return Item(
        Fraction(value), INF if decimals == INF else int(decimals), int(weight[0].removeprefix("x")) if weight else 1
    )


# (the case, whether it adds up when rounded to the nearest, and when truncated)
TABLE = [
    (case("600 0", "100 0", "200 0", "300 0"), True, True),
    (case("602 0", "100 0", "200 0", "300 0"), True, True),
    (case("598 0", "100 0", "200 0", "300 0"), True, False),
    (case("603 0", "100 0", "200 0", "300 0"), False, False),
    (case("3000 -3", "1400 -2", "1500 -2"), True, True),
    (case("3000 -3", "1400 -2", "1400 -2"), True, False),
    (case("3000 -3", "1000 -2", "1400 -2"), True, False),
    (case("3000 -3", "1000 -2", "1300 -2"), False, False),
    (case("3000 -3", "1900 -2", "2000 -2"), False, True),
    (case("3000 -3", "2000 -2", "2000 -2"), False, False),
    (case("300 0", "100 INF", "200 INF"), True, True),
    (case("301 0", "100 INF", "200 INF"), False, False),
    (case("301 INF", "100 0", "200 0"), True, True),
    (case("302 INF", "100 0", "200 0"), False, False),
    (case("100 0", "300 0", "200 0 x-1"), True, True),
    (case("101 0", "300 0", "200 0 x-1"), True, False),
    (case("99 0", "300 0", "200 0 x-1"), True, True),
    (case("700 0", "100 0 x3", "200 0 x2"), True, True),
    (case("703 0", "100 0 x3", "200 0 x2"), True, True),
    (case("704 0", "100 0 x3", "200 0 x2"), False, True),
    (case("705 0", "100 0 x3", "200 0 x2"), False, False),
    (case("-300 0", "-100 0", "-200 0"), True, True),
    (case("-301 0", "-100 0", "-200 0"), True, True),
    (case("-299 0", "-100 0", "-200 0"), True, False),
    (case("0.35 2", "0.12 2", "0.22 2"), True, True),
]
IDS = [str(number) for number in range(len(TABLE))]


@pytest.mark.parametrize(("facts", "nearest", "truncated"), TABLE, ids=IDS)
def test_sums_of_facts_add_up_where_the_intervals_meet(tmp_path, facts, nearest, truncated):
    assert (verdict(facts, tmp_path) != "inconsistent") == nearest == adds_up(facts)
    assert may_hold(facts, tmp_path, truncated=False) is nearest
    assert may_hold(facts, tmp_path, truncated=True) is truncated is adds_up(facts, truncated=True)


@st.composite
def items(draw, weights=(1, 1, -1, 2, -3)):
    """A fact of at least one unit of its last digit: factcheck takes no amount below 0 for one that is printed 0."""
    decimals = draw(st.sampled_from([-3, -2, -1, 0, 2, INF]))
    steps = draw(st.integers(1, 30).flatmap(lambda most: st.integers(-most, most)).filter(bool))
    unit = Fraction(1) if decimals == INF else Fraction(10) ** -decimals
    return Item(steps * unit, decimals, draw(st.sampled_from(weights)))


@st.composite
def cases(draw):
    """Parts, and a total near what they add up to."""
    parts = draw(st.lists(items(), min_size=2, max_size=5).map(tuple))
    decimals = draw(st.sampled_from([-3, -2, 0]))
    unit = Fraction(10) ** -decimals
    steps = round(sum(part.weight * part.value for part in parts) / unit) + draw(st.integers(-4, 4))
    return Case(Item((steps or 1) * unit, decimals), parts)


every_case = partial(settings, max_examples=60, suppress_health_check=[HealthCheck.function_scoped_fixture])


@every_case()
@given(facts=cases())
def test_so_do_all_others(tmp_path, facts):
    assert (verdict(facts, tmp_path) != "inconsistent") == adds_up(facts)
    for truncated in (False, True):
        assert may_hold(facts, tmp_path, truncated=truncated) is adds_up(facts, truncated=truncated)
