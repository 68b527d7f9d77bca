"""`factcheck explain` and `factcheck rules`: what is checked, how, and with which figures."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from pathlib import Path

from msgspec import Struct

from factcheck.claims.base import Base, Claim, Rule
from factcheck.claims.load import load
from factcheck.claims.relations import derived_by, judged_claim, judged_rule, relation_of
from factcheck.desk.conclusions import Conclusions
from factcheck.errors import FactcheckError
from factcheck.figures.rates import Rates
from factcheck.kinds import KINDS, TOPICS, kind_of, manual
from factcheck.phrases import Phrase
from factcheck.reading.lexicon import LANGUAGES
from factcheck.relations.conclusions import ImpliedValue
from factcheck.relations.finding import Finding


class Explanation(Struct, frozen=True):
    """What is known of a name.

    manual     the page of a kind or a topic; of a rule or a claim's check, that of its kind
    rule       the rule of that name, with `findings` what it comes to
    claim      the claim of that name, with `findings` what its statements and the rules that use it come to,
               `given_by` the rules that give it where no source states it, `implied` what follows for it from the whole
               base, and `matching` by what figures of drafts are taken for it
    conclusions  what must give way in the base; None of kinds
    """

    name: str
    kind: str | None = None
    manual: str = ""
    rule: Rule | None = None
    claim: Claim | None = None
    findings: tuple[Finding, ...] = ()
    given_by: tuple[Rule, ...] = ()
    implied: tuple[ImpliedValue, ...] = ()
    matching: tuple[tuple[Phrase, object], ...] = ()
    conclusions: Conclusions | None = None


class ListedRule(Struct, frozen=True):
    """A line of the list of rules."""

    id: str
    kind: str
    severity: str
    text: str
    why: str | None
    place: str


def explain(name: str, paths: Sequence[Path | str], *, rates: Sequence[Path] = ()) -> Explanation:
    """What is known of a kind, a rule, a claim or a check such as `agreement:jobs`.

    Kinds, `implied` and `culprits` need no claim base. Raises FactcheckError where the name is none of them, InputError
    where the base has mistakes.
    """
    if name in KINDS:
        return Explanation(name, name, manual(name))
    if name in TOPICS:
        return Explanation(name, manual=manual(name))
    base = load([Path(path) for path in paths])
    known_rates = Rates(rates)
    if name in base.rules:
        rule = base.rules[name]
        finding = judged_rule(base, rule, known_rates)
        page = manual(finding.kind)
        return Explanation(
            name, finding.kind, page, rule=rule, findings=(finding,), conclusions=Conclusions.of(base, known_rates)
        )
    kind, _, claim_id = name.rpartition(":")
    if claim_id in base.claims and (not kind or kind in KINDS):
        return _of_claim(base, base.claims[claim_id], kind, known_rates)
    raise FactcheckError(_unknown(name, base))


def _of_claim(base: Base, claim: Claim, kind: str, rates: Rates) -> Explanation:
    """What is known of a claim, or of the check of one kind on its statements."""
    findings = [each for each in judged_claim(base, claim, rates, {}) if kind in ("", each.kind)]
    conclusions = Conclusions.of(base, rates)
    matching = tuple(_matching(base, claim))
    if kind:
        return Explanation(
            f"{kind}:{claim.id}",
            kind,
            manual(kind),
            claim=claim,
            findings=tuple(findings),
            matching=matching,
            conclusions=conclusions,
        )
    rules = _rules_on(base, claim.id)
    given_by = tuple(rule for rule in rules if derived_by(base, rule) == claim.id)
    findings += [judged_rule(base, rule, rates) for rule in rules if derived_by(base, rule) is None]
    return Explanation(
        claim.id,
        claim=claim,
        findings=tuple(findings),
        given_by=given_by,
        implied=conclusions.implied_of([claim.id]),
        matching=matching,
        conclusions=conclusions,
    )


def _matching(base: Base, claim: Claim) -> Iterator[tuple[Phrase, object]]:
    """By what a figure of a draft is taken for a value of the claim: words and areas by language, then the rest."""
    from factcheck.drafts.against.topics import is_to_come, topic_of
    from factcheck.drafts.areas import names_of

    topic = topic_of(base, claim)
    announced = [(lang, tuple(dict.fromkeys(topic.phrases(lang)))) for lang in LANGUAGES]
    if not any(words for _, words in announced):
        yield Phrase("in drafts"), Phrase("never matched: neither an indicator with words nor a label announces it")
        return
    for lang, words in announced:
        if words:
            yield Phrase("words in drafts ({lang})", lang=lang), tuple(words)
        if words and claim.area is not None:
            yield Phrase("area in drafts ({lang})", lang=lang), names_of(claim.area, lang)
    if claim.period is None:
        period = Phrase("without a period, or of one that its statements are as of")
    else:
        period = Phrase("of {period}; a figure without a period can support it only", period=claim.period)
    status = Phrase("said to come") if is_to_come(claim) else Phrase("said to be so already")
    yield (
        Phrase("figures in drafts"),
        Phrase("in a unit of its statements, {period}, {status}", period=period, status=status),
    )


def _rules_on(base: Base, claim: str) -> list[Rule]:
    return [rule for rule in base.rules.values() if claim in relation_of(base, rule).names]


def _unknown(name: str, base: Base) -> Phrase:
    from difflib import get_close_matches

    near = get_close_matches(name, [*KINDS, *TOPICS, *base.rules, *base.claims], n=1)
    if near:
        return Phrase("{name} is no kind, rule or claim: did you mean {near}?", name=name, near=near[0])
    return Phrase("{name} is no kind, rule or claim: `factcheck rules` lists them", name=name)


def rules(paths: Sequence[Path | str]) -> tuple[ListedRule, ...]:
    """Every rule of a claim base, in the order of the files. Raises as `run` does."""
    base = load([Path(path) for path in paths])
    return tuple(
        ListedRule(rule.id, kind_of(rule.assertion), rule.severity, rule.text, rule.why, str(rule.place))
        for rule in base.rules.values()
    )
