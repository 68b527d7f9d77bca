"""`factcheck claim`: one sentence, held against itself, the sources, and what follows from them."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from datetime import date
from fractions import Fraction
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING, Final

from msgspec.structs import replace

from factcheck.claims.base import Base, Claim, Rule, label_in
from factcheck.claims.relations import evidence_of, relation_of
from factcheck.desk.answer import Answer, Follows, Held, Looked, Said, overall
from factcheck.desk.answer_words import why
from factcheck.desk.cache import Kept
from factcheck.desk.nearest import Nearest
from factcheck.desk.verdicts import agree_firmly, in_base_units, ranges_of, verdict_of
from factcheck.drafts.against.topics import is_disputed, is_to_come, standing_statements
from factcheck.drafts.asked import Asked, Meant
from factcheck.drafts.check import check_document
from factcheck.drafts.checked import Standing
from factcheck.drafts.denials import Denial
from factcheck.drafts.prose import Draft
from factcheck.errors import FactcheckError
from factcheck.figures.figure import Figure, Kind
from factcheck.figures.hedges import Hedge
from factcheck.figures.periods import Period
from factcheck.figures.rates import Rates
from factcheck.kinds import conversion, convert
from factcheck.kinds.findings import find
from factcheck.phrases import Phrase
from factcheck.reading import detect_language
from factcheck.reading.documents import document_of
from factcheck.reading.foreign import foreign_language
from factcheck.reading.lexicon import LANGUAGES, lexicon
from factcheck.reading.passages import sentences
from factcheck.reading.tokens import words_of
from factcheck.relations.finding import Evidence, Finding, Relation, Verdict
from factcheck.relations.implied import Implied, implied

if TYPE_CHECKING:
    from factcheck.claims.load import RulesOn

LONGEST: Final = 10_000
"""Characters that a question may have; what is longer is a text, which `factcheck check` reads."""
_PLACE: Final = "-"


def check_claim(
    sentence: str,
    lang: str | None = None,
    *,
    claims: Base | Sequence[Path | str] = (),
    rates: Sequence[Path] = (),
    period: Period | str | None = None,
    area: str | None = None,
    date: date | None = None,
    uses_cache: bool = False,
) -> Answer:
    """What is known of a sentence.

    lang          "fr" or "en"; by default what its words tell
    claims        the claim base, or its files and folders
    rates         a newsroom's own exchange-rate files
    period, area  of the figures whose period and area the sentence does not state ("2024-H1"; "MA" or "Maroc")
    date          on which it was said, to which "last year" refers
    uses_cache    whether the base may be taken as `factcheck run` has kept it

    Raises FactcheckError where there is no sentence, or one that cannot be read; ValueError for what is no period.
    """
    asked = Period.parse(period) if isinstance(period, str) else period
    if isinstance(claims, Base):
        return ask(sentence, base=claims, rates=Rates(rates), lang=lang, period=asked, area=area, day=date)
    known = Rates(rates)
    base, rules_on = _opened(claims, rates, uses_cache=uses_cache) if claims else (Base(), None)
    return ask(sentence, base=base, rules_on=rules_on, rates=known, lang=lang, period=asked, area=area, day=date)


def _opened(paths: Sequence[Path | str], rates: Sequence[Path], *, uses_cache: bool) -> tuple[Base, RulesOn]:
    """The base, and what gives its rules; as it was kept where nothing has changed since."""
    kept = Kept.of_claims(paths, rates).read() if uses_cache else None
    if kept is not None:
        from factcheck.claims.kept import read_base
        from factcheck.claims.reload import known_for_questions

        known = known_for_questions([Path(path) for path in paths], read_base(kept))
        if known is not None:
            return known
    from factcheck.claims.load import load_for_questions  # which reads YAML and rules, where nothing was kept

    return load_for_questions(paths)


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
    sentence = _said_once(sentence)
    document = document_of(_PLACE, sentence.encode("utf-8", "replace"), "text")
    checked = check_document(document, lang, base=None, rates=rates, day=day)
    draft = Draft(document, lang, day)
    meant = [(draft.evidence(mention), each) for mention, each in Asked(draft, base, period, area).meant()]
    desk = _Desk(base, _rules(base, rules_on, [claim for _, each in meant for claim in each.claims]), rates, lang)
    looked = [desk.looked(evidence, each) for evidence, each in meant]
    own = [_with_years(each, rates) for each in checked.findings if _is_said(each, looked)]
    findings = (*own, *desk.joint(looked, own))
    is_asked = any(each.is_asked for _, each in meant)
    standing = overall(findings, looked)
    figures = tuple(draft.evidence(each) for each in draft.mentions if each.figure.kind is not Kind.DATE)
    uncovered = [each for each in looked if not each.held]
    return Answer(
        sentence,
        lang,
        figures,
        findings,
        tuple(looked),
        standing,
        why(standing, figures, findings, looked, has_base=bool(base.claims), is_asked=is_asked),
        nearest=tuple(Nearest(base, draft, desk.labels).of(uncovered)) if uncovered or not looked else (),
        claims=len(base.claims),
        rates_reach=rates.reach(),
        is_asked=is_asked,
    )


def _said_once(text: str) -> str:
    """A text of one paragraph without the sentences that stand in it before."""
    said = (text[start:end].strip() for start, end in sentences(text, 0, len(text)))
    return " ".join(dict.fromkeys(said))


def _is_said(finding: Finding, looked: Sequence[Looked]) -> bool:
    """Whether a relation was judged, and is none that the sentence denies: "il est faux que …"."""
    denied = [each.evidence.place for each in looked if each.denial is not None and each.denial.is_whole]
    if finding.verdict is Verdict.UNVERIFIABLE:
        return False
    return finding.verdict is Verdict.CONSISTENT or not any(each.place in denied for each in finding.figures)


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
    if foreign == Phrase("another script"):
        raise FactcheckError(
            Phrase("the sentence is in another script: factcheck reads French and English (--lang reads it as one)")
        )
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
    """Looks figures up in a claim base. `labels` say what each claim is called."""

    def __init__(self, base: Base, rules: Mapping[str, Rule], rates: Rates, lang: str) -> None:
        self.base, self.rules, self.rates, self.lang = base, rules, rates, lang
        self.labels = {claim.id: self._label(claim) for claim in base.claims.values()}

    def looked(self, evidence: Evidence, meant: Meant) -> Looked:
        """A figure with everything that the base says of what it may mean."""
        evidence = replace(evidence, figure=meant.figure)
        held = tuple(self._held(evidence, claim, meant.denial) for claim in meant.claims)
        reason, lacks = meant.reason, meant.lacks
        if held and all(each.standing is Standing.NOT_COVERED for each in held):
            reason = Phrase("no source states it, and nothing follows")
        if not self.base.claims:
            reason = Phrase("there are no claims to hold it against (--claims)")
        if meant.denial is not None and meant.denial.is_sure:
            lacks = (*lacks, Phrase("the sentence denies it: ✓ is what bears the denial out"))
        elif meant.denial is not None:
            reason = Phrase("the sentence denies it: not judged")
            lacks = (*lacks, reason) if held else lacks
        return Looked(evidence, held, lacks, reason, meant.denial)

    def _held(self, evidence: Evidence, claim: Claim, denial: Denial | None) -> Held:
        figure = evidence.figure
        statements = standing_statements(claim, figure.period)
        said = tuple(
            Said(
                evidence_of(self.base, each),
                self.base.sources.get(each.source),
                verdict_of(figure, ranges_of(each.figure), denial),
                denial is not None or agree_firmly(figure, ranges_of(each.figure)),
            )
            for each in statements
        )
        follows = tuple(self._follows(evidence, claim, [each.figure for each in statements], denial))
        return Held(claim, self.labels[claim.id], said, follows, is_disputed(self.base, claim, figure.period))

    def _label(self, claim: Claim) -> str:
        indicator = self.base.indicators.get(claim.indicator or "")
        own = label_in(claim.label, self.lang)
        return own or ("" if indicator is None else label_in(indicator.label, self.lang)) or claim.id

    def _name(self, claim: str) -> Phrase:
        """What a claim is called, with its period."""
        period = self.base.claims[claim].period
        if period is None:
            return Phrase("“{quote}”", quote=self.labels[claim])
        return Phrase("“{label}, {period}”", label=self.labels[claim], period=period)

    @cached_property
    def _relations(self) -> Mapping[str, Relation]:
        """The rules as relations, by id."""
        return {name: relation_of(self.base, rule) for name, rule in self.rules.items()}

    @cached_property
    def _relations_on(self) -> Mapping[str, Sequence[tuple[Rule, Relation]]]:
        """For each claim, the rules that name it."""
        found: dict[str, list[tuple[Rule, Relation]]] = {}
        for name, relation in self._relations.items():
            for claim in relation.names:
                found.setdefault(claim, []).append((self.rules[name], relation))
        return found

    # --- what follows -------------------------------------------------------------------------------------------

    def _follows(
        self, evidence: Evidence, claim: Claim, stated: Sequence[Figure], denial: Denial | None
    ) -> Iterator[Follows]:
        """For each rule that can be solved for the claim: what fits best, and what fits worst if that differs."""
        for rule, relation in self._relations_on.get(claim.id, ()):
            others = [self.base.claims[name] for name in relation.names if name != claim.id]
            if not is_to_come(claim) and any(map(is_to_come, others)):
                continue  # what is only planned says nothing of what has been
            found = [
                self._followed(evidence.figure, rule, each, stated, denial)
                for each in implied(relation, claim.id, claim.unit, self.rates)
            ]
            found.sort(key=_fits_best)
            if not found:
                continue
            best, worst = found[0], found[-1]
            if best.verdict is Verdict.CONSISTENT and worst.verdict is not Verdict.CONSISTENT:
                # of one rule two rows: they differ by what sources say
                yield from (replace(each, grounds=self._grounds(each.implied, quotes=True)) for each in (best, worst))
            elif best.verdict is Verdict.CONSISTENT or denial is not None:
                yield best
            else:
                yield replace(best, note=self._year(evidence, claim, relation))

    def _followed(
        self, figure: Figure, rule: Rule, found: Implied, stated: Sequence[Figure], denial: Denial | None
    ) -> Follows:
        ranges = in_base_units((found.usual, found.literal), found.unit)
        return Follows(
            rule,
            found,
            verdict_of(figure, ranges, denial),
            self._grounds(found),
            is_against_sources=not any(verdict_of(each, ranges) is Verdict.CONSISTENT for each in stated),
        )

    def _grounds(self, found: Implied, *, quotes: bool = False) -> tuple[Phrase, ...]:
        """What it follows from: the names of the claims, or what the sources say of them."""
        if quotes:
            return tuple(
                Phrase("“{quote}” ({source})", quote=each.quote, source=each.source or "") for each in found.figures
            )
        return tuple(self._name(each.claim or "") for each in found.figures)

    def _year(self, evidence: Evidence, claim: Claim, relation: Relation) -> Phrase | None:
        """The year at whose rate a conversion of the claim base would give the figure."""
        if relation.kind != convert.FUNCTION.name:
            return None
        plain_first = {
            name: sorted(each, key=lambda statement: statement.figure.hedge is not Hedge.NONE)
            for name, each in relation.figures.items()
        }
        asked = replace(relation, figures={**plain_first, claim.id: [evidence]})
        return next(iter(conversion.year_that_fits(find(asked, self.rates), self.rates)), None)

    # --- several figures of one question ------------------------------------------------------------------------

    def joint(self, looked: Sequence[Looked], own: Sequence[Finding]) -> Iterator[Finding]:
        """The rules that name the claims of several figures, judged with what the question says of those."""
        said = {each.held[0].claim.id: each for each in looked if len(each.held) == 1 and each.denial is None}
        related = [{(each.place, each.quote) for each in finding.figures} for finding in own]
        for relation in self._relations.values():
            asked = [said[name].evidence for name in relation.names if name in said]
            places = {(each.place, each.quote) for each in asked}
            if len(asked) < 2 or any(places <= each for each in related):
                continue
            figures = {
                name: [said[name].evidence] if name in said else relation.figures[name] for name in relation.names
            }
            if all(figures.values()):
                yield find(replace(relation, figures=figures), self.rates)


def _fits_best(follows: Follows) -> tuple[int, int, Fraction]:
    """For choosing what fits best: the verdict, then plain figures before hedged ones, then the narrower range."""
    hedged = sum(term.is_hedged for term in follows.implied.terms.values())
    return follows.verdict.rank, hedged, follows.implied.usual.width or Fraction(0)
