"""Figures of articles put together as claims: what is one thing becomes one claim, under an id that people can read."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping, Sequence
from typing import Final

from msgspec import Struct

from factcheck.claims.base import Base
from factcheck.claims.quantities import QuantityError, unit
from factcheck.desk.articles import slug, unique
from factcheck.desk.guesses import phrases_of
from factcheck.desk.pulled import Pulled
from factcheck.drafts.against.topics import days_of
from factcheck.drafts.areas import folded_phrase
from factcheck.figures.figure import Kind
from factcheck.figures.interval import Interval
from factcheck.kinds.quote import normalised

_MOST_WORDS: Final = 2
_LONGEST: Final = 40
_UNIT_WORDS: Final = {"percent": "pct", "percentage_point": "pts"}
_NAMELESS: Final = "figure"


class NewIndicator(Struct, eq=False):
    """What claims are guessed to measure, in one unit."""

    id: str
    unit: str
    figures: list[Pulled]

    def words(self) -> Mapping[str, tuple[str, ...]]:
        """The words that announce it, by language."""
        langs = dict.fromkeys(each.article.lang for each in self.figures)
        return {lang: phrases_of([one.topic for one in self.figures if one.article.lang == lang]) for lang in langs}


class NewClaim(Struct, eq=False):
    """A claim and the figures that are its statements, in the order of the articles."""

    id: str
    indicator: str | None
    figures: list[Pulled]

    def by_source(self) -> Mapping[str, Sequence[Pulled]]:
        """The statements of each source; what a source says twice in the same words, once."""
        sources: dict[str, dict[str, Pulled]] = {}
        for each in self.figures:
            assert each.quoted is not None, "what cannot be quoted is left out before"
            sources.setdefault(each.article.source, {}).setdefault(normalised(each.quoted.text), each)
        return {source: tuple(said.values()) for source, said in sources.items()}


class Grouped(Struct, frozen=True):
    """New claims with their indicators."""

    claims: Sequence[NewClaim]
    indicators: Sequence[NewIndicator]


def grouped(figures: Iterable[Pulled], base: Base | None, *, uses_indicators: bool) -> Grouped:
    """The claims that figures make; no id of the base is taken again.

    With `uses_indicators`, an indicator of the base stands for one that has its words and its unit.
    """
    taken = set(base.claims) if base is not None else set()
    indicators: dict[tuple[str, str], NewIndicator] = {}
    known = set(base.indicators) if base is not None else set()
    claims: list[NewClaim] = []
    for group in _groups(figures):
        first = group[0]
        claim = NewClaim(_claim_id(first, taken), None, group)
        taken.add(claim.id)
        claims.append(claim)
        existing = _indicator_of(base, first) if base is not None and uses_indicators else None
        if existing is not None or not first.topic.words:
            claim.indicator = existing
            continue
        key = first.topic.stem, first.figure.unit
        if key not in indicators:
            name = slug(first.topic.words)[:_LONGEST].strip("-") or _NAMELESS
            name = (
                unique(name, known, "-")
                if name not in known
                else unique(f"{name}-{_unit_word(first, '-')}", known, "-")
            )
            known.add(name)
            indicators[key] = NewIndicator(name, _stated_unit(first), [])
        indicators[key].figures += group
        claim.indicator = indicators[key].id
    return Grouped(claims, list(indicators.values()))


def _groups(figures: Iterable[Pulled]) -> list[list[Pulled]]:
    """Figures of the same unit, period, area, status and words, whose usual ranges all meet."""
    groups: dict[object, list[list[Pulled]]] = {}
    ordered: list[list[Pulled]] = []
    for each in figures:
        figure = each.figure
        sort = (
            figure.kind,
            figure.unit,
            days_of(each.period),
            each.area.code if each.area else None,
            each.status,
            each.topic.stem,
            figure.value if figure.kind is Kind.DATE else None,
            figure.weekday,
        )
        alike = groups.setdefault(sort, [])
        group = next((group for group in alike if all(_may_be_one(one, each) for one in group)), None)
        if group is None:
            group = []
            alike.append(group)
            ordered.append(group)
        group.append(each)
    return ordered


def _may_be_one(one: Pulled, other: Pulled) -> bool:
    """Whether two figures may be of one thing: what one prints is what the other may mean, and nothing sets them apart.

    Figures of one table are set apart, different ones of one sentence, and those that the text compares.
    """
    if one.article is other.article:
        in_table = one.table is not None and one.table == other.table
        in_sentence = one.mention.sentence is other.mention.sentence and one.figure.value != other.figure.value
        if in_table or in_sentence or frozenset((one.key, other.key)) in one.article.compared:
            return False
    if one.figure.value == other.figure.value and one.figure.hedge is other.figure.hedge:
        return True  # most often they are the same, and there may be hundreds
    if one.figure.kind is Kind.DATE:
        return False
    usual = _usual(one), _usual(other)
    printed = tuple(each.figure.number * each.figure.measure.factor for each in (one, other))
    return usual[0].meets(usual[1]) and (printed[0] in usual[1] or printed[1] in usual[0])


def _usual(pulled: Pulled) -> Interval:
    return pulled.figure.usual.scaled(pulled.figure.measure.factor)


# --- names ----------------------------------------------------------------------------------------------------------


def _claim_id(pulled: Pulled, taken: Collection[str]) -> str:
    """The words of what is measured and the period.

    With the unit for percentages and where that is taken, and then with a number.
    """
    figure = pulled.figure
    if figure.kind is Kind.DATE:
        return unique(f"date_{slug(str(figure.value), '_')}", taken, "_")
    words = [slug(word, "_") for word in pulled.topic.words.split()]
    name = "_".join([word for word in words if word][:_MOST_WORDS])[:_LONGEST].strip("_")
    if not name or not name[0].isalpha():
        name = str(figure.kind)
    period = f"_{slug(pulled.period.text, '_')}" if pulled.period is not None else ""
    found = f"{name}{period}"
    if found not in taken and figure.kind not in (Kind.PERCENTAGE, Kind.POINTS):  # exports_2024 is no growth
        return found
    return unique(f"{name}_{_unit_word(pulled, '_')}{period}", taken, "_")


def _unit_word(pulled: Pulled, separator: str) -> str:
    word = _UNIT_WORDS.get(pulled.figure.unit) or slug(pulled.figure.unit, separator)[:_LONGEST].strip(separator)
    return word or str(pulled.figure.kind)


def _stated_unit(pulled: Pulled) -> str:
    """The unit as an indicator may name it; empty where claims would read another one there."""
    name = pulled.figure.unit
    try:
        return name if name and unit(name, (pulled.article.lang,)) == name else ""
    except QuantityError:
        return ""


def _indicator_of(base: Base, pulled: Pulled) -> str | None:
    """The indicator of the base that has the words of a figure, and its unit."""
    wanted = folded_phrase(pulled.topic.words)
    if not wanted:
        return None
    lang = pulled.article.lang
    for indicator in base.indicators.values():
        label = indicator.label.get(lang) or indicator.label.get("")
        announced = (*indicator.words.get(lang, ()), *([label] if label else []))
        if indicator.unit in ("", pulled.figure.unit) and wanted in map(folded_phrase, announced):
            return indicator.id
    return None
