"""Implied values as a table, each with its derivation in words."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Sequence
from typing import Final

from msgspec import Struct

from factcheck.figures.interval import Interval
from factcheck.figures.rounding import outward
from factcheck.figures.shown import Span
from factcheck.phrases import Phrase
from factcheck.relations.conclusions import ImpliedValue, Step
from factcheck.relations.finding import Evidence
from factcheck.reports.culprits import cited, quotes
from factcheck.reports.layout import padded, paragraph, visible, width
from factcheck.reports.lines import Line
from factcheck.reports.page import INDENT, Page
from factcheck.reports.wording import Wording

_DEEPER: Final = INDENT * 2
_LOOSE: Final = "*"
_SHOWN_DIGITS: Final = 3


class ImpliedTable(Struct, frozen=True):
    """Lays implied values out, line by line, in the manner of a page."""

    page: Page

    def lines(self, values: Sequence[ImpliedValue]) -> Iterator[Line]:
        """All values: first what nobody printed, then what was printed and is narrowed by the rest."""
        unstated = [value for value in values if not value.is_stated]
        stated = [value for value in values if value.is_stated and is_worth_telling(value, self.page.wording)]
        shown = {value.claim for value in values}
        if unstated:
            meaning = Phrase("values that no source states, and what follows for them")
            yield self.page.heading(self._say(Phrase("implied")), len(unstated), meaning, "bold")
            yield from self._table(unstated, shown)
        if stated:
            meaning = Phrase("values that sources state, and that the rest narrows")
            yield self.page.heading(self._say(Phrase("narrowed")), len(stated), meaning, "bold")
            yield from self._table(stated, shown)

    def _table(self, values: Sequence[ImpliedValue], shown: Collection[str]) -> Iterator[Line]:
        """Values with their ranges in one column, and how each is derived below it."""
        widest = max(width(visible(value.claim)) for value in values) + len(INDENT)
        for value in values:
            name = padded(INDENT + visible(value.claim), len(INDENT) + widest)
            mark = "" if value.is_tight else f" {_LOOSE}"
            lines = paragraph(self._say(ranges(value)) + mark, self.page.view.width, name, " " * len(name))
            for line in lines:
                yield [(line[: len(name)], "bold"), (line[len(name) :], "")]
            for way in derivation(value, shown):
                yield from self._paragraph(way, _DEEPER, _DEEPER + INDENT)
        if not all(value.is_tight for value in values):
            loose = Phrase("{mark} not fully tightened: the range holds, and a narrower one may", mark=_LOOSE)
            yield from self._paragraph(loose, INDENT)
        yield ()

    def _say(self, value: object) -> str:
        return visible(self.page.wording.text(value))

    def _paragraph(self, phrase: Phrase, first: str, rest: str | None = None) -> Iterator[Line]:
        for line in paragraph(self._say(phrase), self.page.view.width, first, first if rest is None else rest):
            yield [(line, "")]


def is_worth_telling(value: ImpliedValue, wording: Wording) -> bool:
    """Whether the rest narrows what is printed by as much as can be seen, and by more than a definition.

    Where a date is within its year is of no interest.
    """
    if value.printed is None:
        return True
    if value.unit == "calendar_year":
        return False
    is_definition = bool(value.steps) and value.steps[-1].rule is not None and not value.steps[-1].claims
    now = value.literal if value.usual is None else value.usual
    told, printed = (wording.text(_span(each, value.unit)) for each in (now, value.printed))
    return not is_definition and told != printed


def ranges(value: ImpliedValue) -> Phrase | Span:
    """The usual range with the printed one that it narrows, and the literal one where that is another."""
    usual, literal = (_narrowed(each, value) for each in (value.usual, value.literal))
    if value.usual == value.literal or value.literal is None:
        return usual
    if value.usual is None:
        return Phrase("at the widest {range}", range=literal)
    literal = _span(value.literal, value.unit)
    return Phrase("{usual}, at the widest {literal}", usual=usual, literal=literal)


def derivation(value: ImpliedValue, shown: Collection[str] = ()) -> tuple[Phrase, ...]:
    """By which rules a value follows, one after the other, the last one giving the value itself.

    What leads to other claims that are `shown` is left out: it stands there.
    """
    steps = list(value.steps)
    if len(steps) > 1 and _says_no_more(steps[-1], steps[-2]):
        steps.pop()
    told = []
    for at, step in enumerate(steps):
        way = _way(step, steps[:at])
        if step is steps[-1]:
            told.append(way)
        elif (step.rule is not None or step.claims) and step.claim not in shown:
            told.append(
                Phrase("{claim} is {range}, {way}", claim=step.claim, range=Span(step.interval, step.unit), way=way)
            )
    if value.beside:
        told.append(Phrase("observed: {growths}", growths=tuple(map(_observed, value.beside))))
    return tuple(told)


def _says_no_more(step: Step, before: Step) -> bool:
    """Whether all relations at once, which no words can follow, give what one of them gave, as far as is shown."""
    if step.rule is not None or not step.claims or step.claim != before.claim:
        return False
    return outward(step.interval, _SHOWN_DIGITS) == outward(before.interval, _SHOWN_DIGITS)


def _span(interval: Interval | None, unit: str) -> Span:
    return Span(Interval(None, None) if interval is None else interval, unit)


def _narrowed(interval: Interval | None, value: ImpliedValue) -> Phrase | Span:
    if value.printed is None:
        return _span(interval, value.unit)
    printed = _span(value.printed, value.unit)
    return Phrase("{range} instead of {printed}", range=_span(interval, value.unit), printed=printed)


def _observed(statement: Evidence) -> Phrase:
    return Phrase("{statement} for {claim}", statement=cited(statement), claim=statement.claim)


def _way(step: Step, before: Sequence[Step]) -> Phrase:
    """By which rule a step follows, and from what: what was printed is quoted, what was derived before is named."""
    if step.rule is None:
        return _as_said(step)
    last = {each.claim: each for each in before}
    basis = tuple(each for claim in step.claims for each in _basis(claim, last.get(claim)))
    if "/" in step.claim:
        way = Phrase("the rate that {rule} takes, from {basis}", rule=step.rule, basis=basis)
    elif basis:
        way = Phrase("by {rule} from {basis}", rule=step.rule, basis=basis)
    else:
        way = Phrase("by {rule}", rule=step.rule)
    own = next((each for each in before if each.claim == step.claim and each.rule is None), None)
    if own is None or not own.statements:
        return way
    return Phrase("{way}, within {statements}", way=way, statements=quotes(own.statements))


def _basis(claim: str, known: Step | None) -> tuple[Phrase | str, ...]:
    """What a rule takes for a claim: what was printed, or the range that was derived."""
    if known is None:
        return (claim,)
    if known.rule is None and known.statements:
        return quotes(known.statements)
    return (Phrase("{claim} ({range})", claim=claim, range=Span(known.interval, known.unit)),)


def _as_said(step: Step) -> Phrase:
    if step.claims:
        return Phrase("by all relations at once")
    if not step.statements:
        return Phrase("by the tables of exchange rates")
    said = quotes(step.statements)
    if len(said) == 1:
        return Phrase("by {statement}", statement=said[0])
    return Phrase("by {statements} together", statements=said)
