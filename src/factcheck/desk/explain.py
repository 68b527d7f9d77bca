"""`factcheck explain` and `factcheck rules`: what is checked, how, and with which figures."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from pathlib import Path

from msgspec import Struct

from factcheck.claims.base import Base, Claim, Rule
from factcheck.claims.load import load
from factcheck.claims.relations import judged_claim, judged_rule, relation_of
from factcheck.errors import FactcheckError
from factcheck.figures.rates import Rates
from factcheck.kinds import KINDS, kind_of, manual
from factcheck.phrases import Phrase
from factcheck.reading.lexicon import LANGUAGES
from factcheck.relations.finding import Finding


class Explanation(Struct, frozen=True):
    """What is known of a name.

    manual     the page of a kind; of a rule or a claim's check, that of its kind
    rule       the rule of that name, with `findings` what it comes to
    claim      the claim of that name, with `findings` what its statements and the rules that use it come to, and
               `matching` by what figures of drafts are taken for it
    """

    name: str
    kind: str | None = None
    manual: str = ""
    rule: Rule | None = None
    claim: Claim | None = None
    findings: tuple[Finding, ...] = ()
    matching: tuple[tuple[Phrase, object], ...] = ()


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

    Kinds need no claim base. Raises FactcheckError where the name is none of them, InputError where the base has
    mistakes.
    """
    if name in KINDS:
        return Explanation(name, name, manual(name))
    base = load([Path(path) for path in paths])
    known_rates = Rates(rates)
    if name in base.rules:
        rule = base.rules[name]
        finding = judged_rule(base, rule, known_rates)
        return Explanation(name, finding.kind, manual(finding.kind), rule=rule, findings=(finding,))
    kind, _, claim_id = name.rpartition(":")
    if claim_id in base.claims and (not kind or kind in KINDS):
        claim = base.claims[claim_id]
        findings = [each for each in judged_claim(base, claim, known_rates, {}) if kind in ("", each.kind)]
        if not kind:
            findings += [judged_rule(base, rule, known_rates) for rule in _rules_on(base, claim_id)]
        page = manual(kind) if kind else ""
        matching = tuple(_matching(base, claim))
        return Explanation(name, kind or None, page, claim=claim, findings=tuple(findings), matching=matching)
    raise FactcheckError(_unknown(name, base))


def _matching(base: Base, claim: Claim) -> Iterator[tuple[Phrase, object]]:
    """By what a figure of a draft is taken for a value of the claim: words and areas by language, then the rest."""
    from factcheck.drafts.areas import names_of
    from factcheck.drafts.topics import is_to_come, topic_of

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

    near = get_close_matches(name, [*KINDS, *base.rules, *base.claims], n=1)
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
