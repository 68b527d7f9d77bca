"""Which claims the figures of a question may be values of.

A draft's figures are matched with care, since a wrong match is a false alarm in somebody's copy. Whoever asks about one
sentence reads every claim that is shown, so that more is taken for a match here: a claim's own words (those of its
label and of its id) count beside its indicator's, a bare number takes the unit of what it is said of, and where a
period or an area is not stated, all there are may be meant, and that is said.
"""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping, Sequence
from functools import cached_property
from typing import Final

from msgspec import Struct
from msgspec.structs import replace

from factcheck.claims.base import Base, Claim
from factcheck.drafts.against.bindings import FAMILY, Clause
from factcheck.drafts.against.topics import days_of, is_to_come
from factcheck.drafts.areas import AreaNames, Folded, area_of, folded, is_code
from factcheck.drafts.denials import Denial, denial_of, is_asked
from factcheck.drafts.prose import Draft, Mention
from factcheck.figures.figure import Figure, Kind
from factcheck.figures.periods import Period
from factcheck.figures.units import is_currency, unit_named
from factcheck.phrases import Phrase
from factcheck.reading.tokens import Tokens, words_of

_STEM: Final = 5
_DIGITS_ALIKE: Final = str.maketrans("123456789", "0" * 9)
_SHORTEST: Final = 3
_ENOUGH: Final = 1.0
_NEAR: Final = 0.5
_ELSEWHERE: Final = 0.5
_WHOLE_PHRASE: Final = 2.0
_OTHERS: Final = 0.02
_SAME: Final = 0.03
_BREAKS: Final = frozenset([",", ";", ":", ".", "(", ")", "et", "and", "soit", "or"])
_OF: Final = frozenset(["de", "des", "du", "d'", "of"])
_PER: Final = frozenset(["par", "per"])
_COUNTED: Final = (("count", 1),)
_FACTORS: Final = (Kind.MULTIPLE, Kind.RATIO)
_LOOKED_UP: Final = (Kind.CURRENCY, Kind.PERCENTAGE, Kind.POINTS, Kind.MULTIPLE, Kind.RATIO, Kind.NUMBER)


class Meant(Struct, frozen=True):
    """What a figure of a question may be a value of.

    figure   as it is held against claims: a bare number has the unit of what it is said of
    claims   those that may be meant, the likeliest first; several where the question does not say which
    lacks    what the question does not say (a period, a unit, an area)
    reason   why there is none
    denial   how the question denies the figure, where it does; `is_asked` is whether it asks about it
    """

    figure: Figure
    claims: tuple[Claim, ...] = ()
    lacks: tuple[Phrase, ...] = ()
    reason: Phrase | None = None
    denial: Denial | None = None
    is_asked: bool = False


class Asked:
    """A question being looked through for figures of a claim base; `period` and `area` are what it leaves unsaid."""

    def __init__(self, draft: Draft, base: Base, period: Period | None = None, area: str | None = None) -> None:
        self.draft, self.base, self._period = draft, base, period
        self._area = None if area is None else area_of(area)
        self._alike: dict[tuple[object, ...], _ClaimWords] = {}
        self._words = {claim.id: self._words_of(claim) for claim in base.claims.values()}

    def meant(self) -> Iterator[tuple[Mention, Meant]]:
        """Every figure that may be a claim's value, with the claims that it may be one of."""
        for sentence in self.draft.sentences:
            tokens = Folded(sentence.tokens)
            areas = tuple(self._areas.named(tokens))
            clause = Clause(self.draft, sentence, tokens, areas)
            named = {area.area for area in areas} if self._area is None else {self._area}
            for mention in sentence.mentions:
                if mention.figure.kind in _LOOKED_UP:
                    asked, denial = is_asked(self.draft, clause), denial_of(self.draft, clause, mention)
                    if asked and denial is not None:
                        denial = Denial()  # "n'est-il pas de 9 % ?" expects a yes
                    yield mention, replace(self._meant(mention, clause, named), denial=denial, is_asked=asked)

    def _meant(self, mention: Mention, clause: Clause, areas: Collection[str]) -> Meant:
        figure = mention.figure
        fitting = [claim for claim in self.base.claims.values() if _in_unit(figure, claim) is not None]
        if not fitting:
            return Meant(figure, reason=Phrase("no claim is in its unit"))
        said = self._measures(clause.tokens)
        fitting = [claim for claim in fitting if self._words[claim.id].measures <= said]
        is_change = clause.is_change(mention)
        period, is_own = self._period_of(mention, clause)
        near, everywhere = self._stems_near(mention, clause), self._stems(clause)
        drop = self._changes if is_change else frozenset[str]()
        scores = {
            claim.id: _score(self._words[claim.id], near, everywhere, drop)
            for claim in fitting
            if figure.kind in _FACTORS or is_change == self._speaks_of_change(claim)
        }
        best = max(scores.values(), default=0.0)
        if best < _ENOUGH - _SAME:
            return Meant(figure, reason=Phrase("the words beside it are not those of any claim"))
        if not is_own:  # "75 % of the receipts of 2024" may be of another year
            scores = {
                claim: score + _NEAR * (days_of(self.base.claims[claim].period) == days_of(period))
                for claim, score in scores.items()
            }
            best, period = max(scores.values()), None
        likely = [self.base.claims[claim] for claim, score in scores.items() if score > best - _SAME]
        return self._of_period(figure, likely, period, areas, clause)

    def _of_period(
        self, figure: Figure, claims: Sequence[Claim], period: Period | None, areas: Collection[str], clause: Clause
    ) -> Meant:
        of_area = [claim for claim in claims if not areas or claim.area is None or area_of(claim.area) in areas]
        if not of_area:
            return Meant(figure, reason=Phrase("no claim of these words is of that area"))
        found = _of_days(of_area, period)
        if not found:
            known = tuple(sorted({claim.period for claim in of_area if claim.period is not None}))
            return Meant(figure, reason=Phrase("no claim is of {period}, but of {known}", period=period, known=known))
        if period is None:
            to_come = clause.says("to come")
            found = [claim for claim in found if is_to_come(claim) == to_come] or found
        lacks = []
        if period is None and figure.period is None and any(claim.period is not None for claim in found):
            lacks.append(Phrase("no period is stated (--period)"))
        if len({claim.area for claim in found}) > 1:
            lacks.append(Phrase("no area is stated (--area)"))
        completed = _in_unit(figure, found[0])
        assert completed is not None, "only claims in its unit"
        found = [claim for claim in found if _in_unit(completed, claim) is not None]
        if completed.unit != figure.unit and not figure.unit:
            lacks.append(Phrase("no unit is stated: taken for {unit}", unit=completed.unit))
        return Meant(completed, tuple(found), tuple(lacks))

    # --- scores -------------------------------------------------------------------------------------------------

    def _stems(self, clause: Clause) -> frozenset[str]:
        words = clause.folded.words[clause.folded.first : clause.folded.last]
        return frozenset(_stem(word) for word in words if word not in self._idle)

    def _stems_near(self, mention: Mention, clause: Clause) -> frozenset[str]:
        """The words around a figure, up to a sign or a word that begins another part of the sentence."""
        words, tokens = clause.tokens.words, clause.folded
        first, end = mention.lead, mention.tail
        while first > tokens.first and words[first - 1] not in _BREAKS:
            first -= 1
        while end < tokens.last and words[end] not in _BREAKS:
            end += 1
        return frozenset(_stem(word) for word in tokens.words[first:end])

    def _speaks_of_change(self, claim: Claim) -> bool:
        return any(not phrase.isdisjoint(self._changes) for phrase in self._words[claim.id].phrases)

    def _period_of(self, mention: Mention, clause: Clause) -> tuple[Period | None, bool]:
        """The figure's period, and whether it is its own: that of "75 % of the receipts of 2024" is its whole's."""
        period = mention.figure.period
        if period is None:
            return self._period, True
        is_part = mention.figure.kind is Kind.PERCENTAGE and not clause.is_change(mention)
        return period, not (is_part and clause.tokens.words[mention.tail] in _OF)

    def _words_of(self, claim: Claim) -> _ClaimWords:
        """What announces a claim: the same for those whose ids differ in digits alone."""
        key = claim.indicator, *claim.label.items(), claim.id.translate(_DIGITS_ALIKE)
        if key not in self._alike:
            self._alike[key] = self._announced(claim)
        return self._alike[key]

    def _announced(self, claim: Claim) -> _ClaimWords:
        indicator, lang = self.base.indicators.get(claim.indicator or ""), self.draft.lang
        phrases = [] if indicator is None else [*indicator.words.get(lang, ()), _label(indicator.label, lang)]
        label = _label(claim.label, lang)
        own = f"{label} {claim.id.replace('_', ' ')}"
        stems = (_stems_of(phrase, self._idle) for phrase in (*phrases, label))
        measures = self._measures(Tokens(label)) if _PER & set(label.split()) else frozenset[str]()
        return _ClaimWords(tuple(dict.fromkeys(filter(None, stems))), _stems_of(own, self._idle), measures)

    def _measures(self, tokens: Tokens) -> frozenset[str]:
        """What a text says to be of one of many: "par emploi"."""
        cue = self.draft.wordings.cue(FAMILY, "measures")
        starts = (at for at in range(tokens.first, tokens.last) if tokens.words[at] in _PER)
        found = ((at, cue.at(tokens, at)) for at in starts)
        return frozenset(" ".join(tokens.words[at : each[1]]) for at, each in found if each is not None)

    @cached_property
    def _idle(self) -> frozenset[str]:
        return self.draft.lexicon.function_words | self.draft.lexicon.articles

    @cached_property
    def _changes(self) -> frozenset[str]:
        return frozenset(_stem(word) for word in self.draft.wordings.words(FAMILY, "changes"))

    @cached_property
    def _areas(self) -> AreaNames:
        written = {claim.area for claim in self.base.claims.values() if claim.area is not None}
        known = set(map(area_of, written))
        return AreaNames(self.draft.lang, sorted(area for area in known if not is_code(area)))


class _ClaimWords(Struct, frozen=True):
    """What announces a claim, as stems: the phrases of its indicator and its label, and the words that are its own.

    `measures` are the words that its label shares its value out by, which a sentence has to say too: "par emploi".
    """

    phrases: tuple[frozenset[str], ...]
    own: frozenset[str]
    measures: frozenset[str] = frozenset()


def _label(label: Mapping[str, str], lang: str) -> str:
    return label.get(lang) or label.get("") or ""


def _stems_of(phrase: str, idle: Collection[str]) -> frozenset[str]:
    return frozenset(
        _stem(folded(word))
        for word in words_of(phrase)
        if word.isalpha() and len(word) >= _SHORTEST and word not in idle
    )


def _stem(word: str) -> str:
    return word[:_STEM]


def _score(words: _ClaimWords, near: frozenset[str], everywhere: frozenset[str], drop: frozenset[str]) -> float:
    """How many of a claim's words a sentence has: those beside the figure in full, those elsewhere half.

    A phrase that is there as a whole counts for two; `drop` are words that are known to be meant.
    """
    phrases = [phrase.difference(drop) for phrase in words.phrases]
    phrases = [phrase for phrase in phrases if phrase]
    if any(phrase <= near for phrase in phrases):
        announced = _WHOLE_PHRASE
    elif any(phrase <= everywhere for phrase in phrases):
        announced = _WHOLE_PHRASE * _ELSEWHERE
    else:
        announced = max((len(each & everywhere) / len(each) for each in phrases), default=0.0) * _ELSEWHERE
    own = sum(1.0 if stem in near else _ELSEWHERE for stem in words.own & everywhere)
    # of two claims with the same words, the one whose label has fewer others
    return announced + own - _OTHERS * len(words.own - everywhere)


def _of_days(claims: Sequence[Claim], period: Period | None) -> list[Claim]:
    """The claims of a period, else those without any; all of them where none is asked for."""
    if period is None:
        return sorted(claims, key=lambda claim: claim.period is not None)
    return [claim for claim in claims if days_of(claim.period) == days_of(period)] or [
        claim for claim in claims if claim.period is None
    ]


def _in_unit(figure: Figure, claim: Claim) -> Figure | None:
    """The figure as one of the claim's unit, a bare number taking it; None where it is of another."""
    kinds = {(each.figure.kind, each.figure.unit) for each in claim.statements} or {_kind_of(claim.unit)}
    for kind, unit in kinds:
        if kind is figure.kind and (unit == figure.unit or _is_alike(figure, unit)):
            return figure
    if figure.kind is not Kind.NUMBER or figure.unit or figure.numeral is None:
        return None
    for kind, unit in kinds:
        if kind is Kind.NUMBER and unit:
            return replace(figure, unit=unit)
        if kind is Kind.CURRENCY and figure.numeral.scale > 1:
            return replace(figure, kind=kind, unit=unit, assumed=True)
    return None


def _is_alike(figure: Figure, unit: str) -> bool:
    """Whether a unit is one of the same quantity, or of things counted that are called the same."""
    if figure.kind is not Kind.NUMBER or not unit or not figure.unit:
        return False
    if figure.measure.dimension == _COUNTED:
        return folded(unit) == folded(figure.unit)
    return figure.measure.dimension == unit_named(unit).dimension != ()


def _kind_of(unit: str) -> tuple[Kind, str]:
    """The kind of a claim's figures that no source states, as its unit tells."""
    if is_currency(unit):
        return Kind.CURRENCY, unit
    kinds = {"percent": Kind.PERCENTAGE, "percentage_point": Kind.POINTS, "": Kind.MULTIPLE}
    return kinds.get(unit, Kind.NUMBER), unit
