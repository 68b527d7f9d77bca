"""`factcheck claim`: one sentence, held against itself, the sources, and what follows from them."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from datetime import date
from fractions import Fraction
from pathlib import Path
from typing import Final

from msgspec.structs import replace

from factcheck.claims.base import Base, Claim, Rule, Statement, label_in
from factcheck.claims.load import RulesOn, load_for_questions
from factcheck.claims.relations import evidence_of, relation_of
from factcheck.desk.answer import Answer, Follows, Held, Looked, Near, Said, overall
from factcheck.desk.answer_words import why
from factcheck.drafts.areas import folded_phrase
from factcheck.drafts.asked import Asked, Meant
from factcheck.drafts.check import check_document
from factcheck.drafts.checked import Standing
from factcheck.drafts.prose import Draft
from factcheck.drafts.topics import is_to_come, standing_statements
from factcheck.errors import FactcheckError
from factcheck.figures.figure import Figure, Kind
from factcheck.figures.interval import Interval
from factcheck.figures.periods import Period
from factcheck.figures.rates import Rates
from factcheck.figures.units import unit_named
from factcheck.kinds import conversion
from factcheck.kinds.findings import find
from factcheck.phrases import Phrase
from factcheck.reading import detect_language
from factcheck.reading.documents import document_of
from factcheck.reading.foreign import foreign_language
from factcheck.reading.lexicon import LANGUAGES, lexicon
from factcheck.reading.tokens import words_of
from factcheck.relations.finding import Evidence, Finding, Verdict
from factcheck.relations.implied import implied

LONGEST: Final = 10_000
"""Characters that a question may have; what is longer is a text, which `factcheck check` reads."""
_PLACE: Final = "-"
_MOST_NEAR: Final = 3
_ALIKE: Final = 45.0
"""How much of a hundred a claim's words must be like the sentence's to be named; less is chance."""

Ranges = tuple[Interval, Interval]


def check_claim(
    sentence: str,
    lang: str | None = None,
    *,
    claims: Base | Sequence[Path | str] = (),
    rates: Sequence[Path] = (),
    period: Period | str | None = None,
    area: str | None = None,
    date: date | None = None,
) -> Answer:
    """What is known of a sentence.

    lang          "fr" or "en"; by default what its words tell
    claims        the claim base, or its files and folders
    rates         a newsroom's own exchange-rate files
    period, area  of the figures whose period and area the sentence does not state ("2024-H1"; "MA" or "Maroc")
    date          on which it was said, to which "last year" refers

    Raises FactcheckError where there is no sentence, or one that cannot be read; ValueError for what is no period.
    """
    asked = Period.parse(period) if isinstance(period, str) else period
    if isinstance(claims, Base):
        return ask(sentence, base=claims, rates=Rates(rates), lang=lang, period=asked, area=area, day=date)
    base, rules_on = load_for_questions(claims) if claims else (Base(), None)
    known = Rates(rates)
    return ask(sentence, base=base, rules_on=rules_on, rates=known, lang=lang, period=asked, area=area, day=date)


def ask(
    sentence: str,
    *,
    base: Base,
    rates: Rates,
    lang: str | None = None,
    period: Period | None = None,
    area: str | None = None,
    day: date | None = None,
    rules_on: RulesOn | None = None,
) -> Answer:
    """The answer to a sentence: as `check_claim`, with the base loaded; `rules_on` gives rules where it has none."""
    sentence = " ".join(sentence.split())
    lang = _language(sentence, base, lang)
    document = document_of(_PLACE, sentence.encode("utf-8", "replace"), "text")
    checked = check_document(document, lang, base=None, rates=rates, day=day)
    draft = Draft(document, lang, day)
    meant = list(Asked(draft, base, period, area).meant())
    rules = _rules(base, rules_on, [claim for _, each in meant for claim in each.claims])
    desk = _Desk(base, rules, rates, lang)
    looked = [desk.looked(draft.evidence(mention), each) for mention, each in meant]
    own = [_with_years(each, rates) for each in checked.findings if each.verdict is not Verdict.UNVERIFIABLE]
    findings = (*own, *desk.joint(looked, own))
    standing = overall(findings, looked)
    figures = tuple(draft.evidence(each) for each in draft.mentions if each.figure.kind is not Kind.DATE)
    uncovered = [each for each in looked if each.standing is Standing.NOT_COVERED]
    return Answer(
        sentence,
        lang,
        figures,
        findings,
        tuple(looked),
        standing,
        why(standing, figures, findings, looked, has_base=bool(base.claims)),
        nearest=tuple(desk.nearest(sentence, uncovered)) if uncovered or not looked else (),
        claims=len(base.claims),
        rates_reach=rates.reach(),
    )


def _language(sentence: str, base: Base, asked: str | None) -> str:
    """The language to read a sentence in; raises FactcheckError where there is nothing to read, or none reads it."""
    if not sentence:
        raise FactcheckError(Phrase("there is no sentence to check"))
    if len(sentence) > LONGEST:
        raise FactcheckError(
            Phrase(
                "a question of {length} characters, of {most} at most: `factcheck check` reads texts",
                length=len(sentence),
                most=LONGEST,
            )
        )
    if asked is not None:
        return asked
    foreign = foreign_language(sentence)
    if foreign is not None:
        raise FactcheckError(
            Phrase(
                "the sentence seems to be in {language}: factcheck reads French and English (--lang reads it as one)",
                language=foreign,
            )
        )
    words = words_of(sentence)
    scores = {lang: sum(map(_known_words(base, lang).__contains__, words)) for lang in LANGUAGES}
    first, second = scores.values()
    return detect_language(sentence) if first == second else max(LANGUAGES, key=lambda lang: scores[lang])


def _known_words(base: Base, lang: str) -> set[str]:
    """Function words, and those by which the base announces its indicators: a question may have no others."""
    announced = (phrase for each in base.indicators.values() for phrase in each.words.get(lang, ()))
    return {*lexicon(lang).function_words, *(word for phrase in announced for word in words_of(phrase))}


def _rules(base: Base, rules_on: RulesOn | None, claims: Sequence[Claim]) -> Mapping[str, Rule]:
    """The rules that name any of the claims."""
    ids = {claim.id for claim in claims}
    if not ids:
        return {}
    if rules_on is not None:
        return rules_on(ids)
    return {name: rule for name, rule in base.rules.items() if not ids.isdisjoint(relation_of(base, rule).names)}


def _with_years(finding: Finding, rates: Rates) -> Finding:
    """A conversion that fails, with the year at whose rate it would hold."""
    if finding.verdict not in (Verdict.INCONSISTENT, Verdict.STRAINED):
        return finding
    return replace(finding, calculation=(*finding.calculation, *conversion.year_that_fits(finding, rates)))


class _Desk:
    """Looks figures up in a claim base."""

    def __init__(self, base: Base, rules: Mapping[str, Rule], rates: Rates, lang: str) -> None:
        self.base, self.rules, self.rates, self.lang = base, rules, rates, lang

    def looked(self, evidence: Evidence, meant: Meant) -> Looked:
        """A figure with everything that the base says of what it may mean."""
        evidence = replace(evidence, figure=meant.figure)
        held = tuple(self._held(evidence.figure, claim) for claim in meant.claims)
        reason = meant.reason
        if held and all(each.standing is Standing.NOT_COVERED for each in held):
            reason = Phrase("no source states it, and nothing follows")
        return Looked(evidence, held, meant.lacks, reason)

    def _held(self, figure: Figure, claim: Claim) -> Held:
        said = tuple(
            Said(
                evidence_of(self.base, each), self.base.sources.get(each.source), _verdict(figure, _ranges(each.figure))
            )
            for each in standing_statements(claim, figure.period)
        )
        return Held(claim, self._label(claim), said, tuple(self._follows(figure, claim)))

    def _label(self, claim: Claim) -> str:
        indicator = self.base.indicators.get(claim.indicator or "")
        own = label_in(claim.label, self.lang)
        return own or ("" if indicator is None else label_in(indicator.label, self.lang)) or claim.id

    def _follows(self, figure: Figure, claim: Claim) -> Iterator[Follows]:
        """For each rule that can be solved for the claim: what fits best, and what fits worst if that differs."""
        for rule in self.rules.values():
            relation = relation_of(self.base, rule)
            if claim.id not in relation.names:
                continue
            others = [self.base.claims[name] for name in relation.names if name != claim.id]
            if not is_to_come(claim) and any(map(is_to_come, others)):
                continue  # what is only planned says nothing of what has been
            found = [
                Follows(rule, each, _verdict(figure, _in_base_units((each.usual, each.literal), each.unit)))
                for each in implied(relation, claim.id, claim.unit, self.rates)
            ]
            found.sort(key=_fits_best)
            yield from found[:1]
            if found and found[0].verdict is Verdict.CONSISTENT and found[-1].verdict is not Verdict.CONSISTENT:
                yield found[-1]

    # --- several figures of one question ------------------------------------------------------------------------

    def joint(self, looked: Sequence[Looked], own: Sequence[Finding]) -> Iterator[Finding]:
        """The rules that name the claims of several figures, judged with what the question says of those."""
        said = {each.held[0].claim.id: each for each in looked if len(each.held) == 1}
        related = [{(each.place, each.quote) for each in finding.figures} for finding in own]
        for rule in self.rules.values():
            relation = relation_of(self.base, rule)
            asked = [said[name].evidence for name in relation.names if name in said]
            places = {(each.place, each.quote) for each in asked}
            if len(asked) < 2 or any(places <= each for each in related):
                continue
            figures = {
                name: [said[name].evidence] if name in said else relation.figures[name] for name in relation.names
            }
            if all(figures.values()):
                yield find(replace(relation, figures=figures), self.rates)

    # --- what is near -------------------------------------------------------------------------------------------

    def nearest(self, sentence: str, uncovered: Sequence[Looked]) -> Iterator[Near]:
        """The claims whose words are likest to a sentence's, those that its figures would fit before the others."""
        from rapidfuzz import fuzz  # only where something is not covered

        words = folded_phrase(sentence)
        found: list[tuple[bool, float, Near]] = []
        for claim in self.base.claims.values():
            near = self._near(claim, uncovered)
            if near is None:
                continue
            names = [near.label, *self._words(claim)]
            alike = max(fuzz.partial_token_ratio(words, folded_phrase(name)) for name in names if name)
            if near.fits or alike >= _ALIKE:
                found.append((near.fits, alike, near))
        found.sort(key=lambda each: each[:2], reverse=True)
        likely = [each for each in found if each[0]] or found
        yield from (near for _, _, near in likely[:_MOST_NEAR])

    def _words(self, claim: Claim) -> tuple[str, ...]:
        indicator = self.base.indicators.get(claim.indicator or "")
        return () if indicator is None else indicator.words.get(self.lang, ())

    def _near(self, claim: Claim, uncovered: Sequence[Looked]) -> Near | None:
        """A claim as one that may have been meant; None for dates and what no source states."""
        stated = [each for each in claim.statements if each.figure.kind is not Kind.DATE]
        if not stated:
            return None
        fitting = next((each for each in stated for figure in uncovered if _may_be(figure.figure, each, claim)), None)
        shown = fitting or stated[0]
        return Near(claim, self._label(claim), shown.quote, shown.source, fitting is not None)


def _may_be(figure: Figure, statement: Statement, claim: Claim) -> bool:
    """Whether a figure agrees with a statement and is of no other period."""
    other = statement.figure
    return (
        figure.kind is other.kind
        and figure.measure.dimension == other.measure.dimension
        and figure.period in (None, claim.period)
        and _verdict(figure, _ranges(other)) is Verdict.CONSISTENT
    )


def _fits_best(follows: Follows) -> tuple[int, int, Fraction]:
    """For choosing what fits best: the verdict, then plain figures before hedged ones, then the narrower range."""
    hedged = sum(term.is_hedged for term in follows.implied.terms.values())
    return follows.verdict.rank, hedged, follows.implied.usual.width or Fraction(0)


def _verdict(figure: Figure, other: Ranges) -> Verdict:
    """Whether a figure and a range can be the same, as the judge says it of `one == another`."""
    usual, literal = _ranges(figure)
    if usual.meets(other[0]):
        return Verdict.CONSISTENT
    return Verdict.STRAINED if literal.meets(other[1]) else Verdict.INCONSISTENT


def _ranges(figure: Figure) -> Ranges:
    """The usual and the literal range in base units."""
    factor = figure.measure.factor
    return figure.usual.scaled(factor), figure.literal.scaled(factor)


def _in_base_units(ranges: Ranges, unit: str) -> Ranges:
    factor = unit_named(unit).factor
    return ranges[0].scaled(factor), ranges[1].scaled(factor)
