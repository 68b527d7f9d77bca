"""The claim base as drafts are held against it: by the words, areas, periods and units of its claims."""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from datetime import date
from itertools import combinations

from factcheck.claims.base import Base, Claim, Indicator, Statement
from factcheck.claims.relations import current, evidence_of
from factcheck.drafts.areas import AreaNames, area_of, folded, folded_phrase, is_code
from factcheck.figures.figure import Figure, Kind
from factcheck.figures.periods import Period
from factcheck.kinds.agreement import Dated
from factcheck.reading.phrase_table import Phrases

_TO_COME = ("forecast", "target")
_COUNTED = (("count", 1),)
_SHORTEST_CONTENT = 4

Days = tuple[date, date]
ByPeriod = Mapping[Days | None, Sequence[Claim]]
"""Claims by the days of their period; under None those without any."""


class Topic:
    """What claims speak of: an indicator with its claims, or a claim that has none by itself.

    `words` are the phrases that announce it and `label` what it is called, each by language.
    """

    def __init__(self, indicator: Indicator | None, label: Mapping[str, str]) -> None:
        self.indicator, self.label = indicator, label
        self.claims: list[Claim] = []
        self._fitting: dict[tuple[Kind, str], bool] = {}
        self._by_area: dict[str | None, dict[Days | None, list[Claim]]] = {}

    def phrases(self, lang: str) -> tuple[str, ...]:
        """The phrases that announce it in a language: the indicator's words, and the label."""
        words = () if self.indicator is None else self.indicator.words.get(lang, ())
        label = self.label.get(lang) or self.label.get("")
        return (*words, label) if label else words

    def add(self, claim: Claim, area: str | None) -> None:
        """Takes in a claim of an area, given by its code."""
        self.claims.append(claim)
        self._by_area.setdefault(area, {}).setdefault(days_of(claim.period), []).append(claim)

    def of_areas(self, areas: Collection[str] | None) -> Sequence[ByPeriod]:
        """The claims of areas and those of none, each group by the days of their period; None means all areas."""
        if areas is None:
            return tuple(self._by_area.values())
        return tuple(self._by_area[area] for area in (*areas, None) if area in self._by_area)

    def fits(self, figure: Figure) -> bool:
        """Whether a figure is in a unit that one of its claims is stated in."""
        key = (figure.kind, figure.unit)
        if key not in self._fitting:
            self._fitting[key] = any(fits(claim, figure) for claim in self.claims)
        return self._fitting[key]


def fits(claim: Claim, figure: Figure) -> bool:
    """Whether a figure is in a unit that a claim is stated in: the same currency, quantity, or things counted."""
    return any(_fits(each.figure, figure) for each in claim.statements) or (
        figure.kind is Kind.NUMBER and bool(figure.unit) and figure.unit == claim.unit
    )


def _fits(stated: Figure, figure: Figure) -> bool:
    if stated.kind is not figure.kind or figure.kind is Kind.DATE:
        return False
    if stated.unit == figure.unit:
        return True
    if figure.kind not in (Kind.NUMBER, Kind.DURATION):
        return False
    dimension = figure.measure.dimension
    if dimension == _COUNTED:
        return folded(stated.unit) == folded(figure.unit)
    return bool(dimension) and stated.measure.dimension == dimension


class Topics:
    """Every topic of a claim base, by the phrases that announce it.

    `disputed` keeps, by claim, whether its sources disagree, once that was asked for.
    """

    def __init__(self, base: Base) -> None:
        self.base = base
        self.disputed: dict[str, bool] = {}
        self._area_of: dict[str, str] = {}
        topics: dict[str, Topic] = {}
        for claim in base.claims.values():
            if not claim.statements:
                continue
            indicator = claim.indicator or ""
            key = indicator if indicator in base.indicators else f"claim {claim.id}"
            if key not in topics:
                topics[key] = topic_of(base, claim)
            topics[key].add(claim, self.area_of(claim))
        self._topics: Sequence[Topic] = list(topics.values())
        self._phrases: dict[str, Phrases[tuple[Topic, ...]]] = {}
        self._scattered: dict[str, Mapping[str, Sequence[tuple[tuple[str, ...], tuple[Topic, ...]]]]] = {}
        self._areas: dict[str, AreaNames] = {}

    def phrases(self, lang: str) -> Phrases[tuple[Topic, ...]]:
        """The phrases of a language, folded, with the topics that each announces."""
        if lang not in self._phrases:
            announced: dict[str, list[Topic]] = {}
            for topic in self._topics:
                for phrase in dict.fromkeys(map(folded_phrase, topic.phrases(lang))):
                    announced.setdefault(phrase, []).append(topic)
            self._phrases[lang] = Phrases((phrase, tuple(topics)) for phrase, topics in announced.items())
        return self._phrases[lang]

    def scattered(self, lang: str) -> Mapping[str, Sequence[tuple[tuple[str, ...], tuple[Topic, ...]]]]:
        """The phrases of several words by their first word: the others and the topics, where no phrase stands whole."""
        if lang not in self._scattered:
            by_first: dict[str, list[tuple[tuple[str, ...], tuple[Topic, ...]]]] = {}
            for phrase, topics in self.phrases(lang).entries():
                words = tuple(word for word in phrase if len(word) >= _SHORTEST_CONTENT)
                if len(words) > 1:
                    by_first.setdefault(words[0], []).append((words[1:], topics))
            self._scattered[lang] = by_first
        return self._scattered[lang]

    def areas(self, lang: str) -> AreaNames:
        """How a language names the areas of the base, and all countries."""
        if lang not in self._areas:
            known = {self.area_of(claim) or "" for claim in self.base.claims.values()}
            self._areas[lang] = AreaNames(lang, sorted(area for area in known if area and not is_code(area)))
        return self._areas[lang]

    def area_of(self, claim: Claim) -> str | None:
        """The code of a claim's area, else its name."""
        if claim.area is None:
            return None
        if claim.area not in self._area_of:
            self._area_of[claim.area] = area_of(claim.area)
        return self._area_of[claim.area]


def topics_of(base: Base) -> Topics:
    """The topics of a base, made once for as long as the same base is asked for."""
    global _latest  # drafts by the hundred are held against one base
    if _latest is None or _latest.base is not base:
        _latest = Topics(base)
    return _latest


_latest: Topics | None = None


def topic_of(base: Base, claim: Claim) -> Topic:
    """What a claim speaks of: its indicator, else what its own label says."""
    indicator = base.indicators.get(claim.indicator or "")
    return Topic(indicator, claim.label if indicator is None else indicator.label)


def days_of(period: Period | None) -> Days | None:
    """The days of a period, however it is written."""
    return None if period is None else (period.first, period.last)


def is_to_come(claim: Claim, statement: Statement | None = None) -> bool:
    """Whether a claim, or a statement of it, is a forecast or a target."""
    return ((statement and statement.status) or claim.status) in _TO_COME


def standing_statements(claim: Claim, period: Period | None) -> tuple[Statement, ...]:
    """The statements that a figure of a period is held against: those that are said to be of that period.

    Where none is: those that say no date, and the latest of those that do.
    """
    statements = current(claim)
    if claim.period is None and period is not None:
        dated = tuple(each for each in statements if each.as_of is not None and each.as_of in period)
        if dated:
            return dated
    latest = max((each.as_of for each in statements if each.as_of is not None), key=_end, default=None)
    return tuple(each for each in statements if each.as_of is None or each.as_of == latest)


def is_disputed(base: Base, claim: Claim, period: Period | None = None) -> bool:
    """Whether the statements that a figure of a period is held against disagree with each other, as usually read."""
    dated = [
        Dated(evidence_of(base, each), each.as_of, each.status or claim.status)
        for each in standing_statements(claim, period)
    ]
    usual = {id(each): each.evidence.figure.usual.scaled(each.evidence.figure.measure.factor) for each in dated}
    compared = ((one, other) for one, other in combinations(dated, 2) if one.is_compared_with(other))
    return any(not usual[id(one)].meets(usual[id(other)]) for one, other in compared)


def _end(period: Period) -> tuple[date, date]:
    return period.last, period.first
