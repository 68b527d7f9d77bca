"""Why an answer is what it is, in a line."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import Final

from factcheck.desk.answer import SEVERITIES, Follows, Held, Looked
from factcheck.drafts.checked import Standing
from factcheck.figures.hedges import Hedge
from factcheck.kinds import slip
from factcheck.phrases import Phrase
from factcheck.relations.finding import Evidence, Finding, Verdict

_MOST_NAMED: Final = 2
_MOST_CITED: Final = 3


def why(
    standing: Standing,
    figures: Sequence[Evidence],
    findings: Sequence[Finding],
    looked: Sequence[Looked],
    *,
    has_base: bool,
    is_asked: bool = False,
) -> Phrase:
    """The reason for a standing: of the figure or the relation that decides it. `is_asked` is of a question."""
    reason = _why(standing, figures, findings, looked, has_base=has_base)
    if is_asked and standing is Standing.SUPPORTED:
        return Phrase("yes: {reason}", reason=reason)
    return Phrase("no: {reason}", reason=reason) if is_asked and standing is Standing.CONTRADICTED else reason


def _why(
    standing: Standing,
    figures: Sequence[Evidence],
    findings: Sequence[Finding],
    looked: Sequence[Looked],
    *,
    has_base: bool,
) -> Phrase:
    deciding = next((each for each in looked if each.standing is standing), None)
    wanted = SEVERITIES[standing]
    finding = next((each for each in findings if wanted is not None and each.severity is wanted), None)
    if finding is not None:
        return _of_relation(finding, looked)
    if deciding is None or deciding.deciding is None or standing is Standing.NOT_COVERED:
        return _not_covered(figures, findings, looked, has_base=has_base)
    match standing:
        case Standing.CONTRADICTED:
            return _contradicted(deciding, deciding.deciding)
        case Standing.DISPUTED:
            return _disputed(deciding, deciding.deciding)
        case _:
            return _supported(looked, deciding, deciding.deciding)


def _of_relation(finding: Finding, looked: Sequence[Looked]) -> Phrase:
    """What a relation between the figures decides; `looked` are those figures, or not."""
    is_printed = bool(looked) and all(each.standing is Standing.SUPPORTED for each in looked)
    if finding.verdict is Verdict.STRAINED:
        return Phrase("{check} holds only if its words are stretched", check=finding.check)
    if is_printed:
        return Phrase("its figures cannot all be true, though sources print each")
    return Phrase("its figures cannot all be true ({check})", check=finding.check)


def _not_covered(
    figures: Sequence[Evidence], findings: Sequence[Finding], looked: Sequence[Looked], *, has_base: bool
) -> Phrase:
    if not figures:
        return Phrase("the sentence has no figure")
    if not has_base:
        reason = Phrase("there are no claims to hold it against (--claims)")
    else:
        reasons = [each.reason for each in looked if each.reason is not None]
        reason = reasons[0] if reasons else Phrase("claims do not speak of such figures")
    if findings and all(finding.verdict is Verdict.CONSISTENT for finding in findings):
        return Phrase("it holds by itself; {reason}", reason=reason)
    return reason


def _contradicted(looked: Looked, held: Held) -> Phrase:
    quote = looked.evidence.quote
    against = _plainest(each.statement for each in held.said if each.verdict is Verdict.INCONSISTENT)
    if looked.denial is not None:
        others = against or _following(held.follows[0])
        return Phrase("the sentence denies “{quote}”, against {others}", quote=quote, others=others)
    if not against:
        return Phrase("“{quote}” does not fit {what}", quote=quote, what=_following(held.follows[0]))
    factor = slip.factor(looked.figure, [each.statement.figure for each in held.said])
    if factor is None:
        return Phrase("{quote} cannot be true beside {others}", quote=Phrase("“{quote}”", quote=quote), others=against)
    if factor < 1:
        return Phrase(
            "“{quote}” is {factor} times more than {others}", quote=quote, factor=int(1 / factor), others=against
        )
    return Phrase("“{quote}” is {factor} times less than {others}", quote=quote, factor=int(factor), others=against)


def _disputed(looked: Looked, held: Held) -> Phrase:
    quote = looked.evidence.quote
    if not held.said:
        return Phrase("“{quote}” fits some of what follows, but not all", quote=quote)
    agreeing = _sources(held, fitting=True)
    others = tuple(each for each in _sources(held, fitting=False) if each not in agreeing)
    if held.is_between and not others:
        return Phrase("the sources disagree: {statements}", statements=_apart(held))
    if not agreeing:
        if held.borne_out_by is not None:
            follows = _following(held.borne_out_by)
            return Phrase("against it {others}, for it {follows}", others=others, follows=follows)
        return Phrase("“{quote}” fits {others} only if words are stretched", quote=quote, others=others)
    denied_by = held.denied_by
    if not others and denied_by is not None and not held.is_between:
        reason = Phrase("for it {agreeing}, against it {follows}", agreeing=agreeing, follows=_following(denied_by))
        if denied_by.note is None:
            return reason
        return Phrase("{reason} (it fits the rate of {year})", reason=reason, year=denied_by.note.values["year"])
    if not others:
        return Phrase("{sources}: figures that agree with it, and figures that do not", sources=agreeing)
    return Phrase("for it {agreeing}, against it {others}", agreeing=agreeing, others=others)


def _apart(held: Held) -> tuple[Phrase, ...]:
    """The statements of a claim, those of each source once."""
    return tuple({each.statement.source: _quoted(each.statement) for each in held.said}.values())[:_MOST_CITED]


def _supported(looked: Sequence[Looked], deciding: Looked, held: Held) -> Phrase:
    supported = sum(each.standing is Standing.SUPPORTED for each in looked)
    if len(looked) == 1:
        return _support(deciding, held)
    if supported == len(looked):
        return Phrase("the sources agree with all {count} figures", count=supported)
    return Phrase("the sources agree with {supported} of {all} figures", supported=supported, all=len(looked))


def _support(looked: Looked, held: Held) -> Phrase:
    if len(looked.held) > 1:
        return _several(looked)
    if looked.denial is not None:
        others = _plainest(each.statement for each in held.said) or _following(held.follows[0])
        return Phrase(
            "the sentence denies “{quote}”, in line with {others}", quote=looked.evidence.quote, others=others
        )
    if not held.said:
        return Phrase("it follows from {claims}", claims=_grounds(held.follows[0]))
    sources = _sources(held, fitting=True)
    if len(sources) == 1:
        reason = Phrase("{source} says so", source=sources[0])
    else:
        reason = Phrase("{sources} say so", sources=sources)
    fitting = next((each for each in held.follows if each.verdict is Verdict.CONSISTENT), None)
    if fitting is not None:
        reason = Phrase("{reason}, and it follows from {claims}", reason=reason, claims=_grounds(fitting))
    against = [each for each in held.best.values() if each.verdict is not Verdict.CONSISTENT]
    if not against:
        return reason
    return Phrase("{reason}, but not from {claims}", reason=reason, claims=_grounds(against[0]))


def _several(looked: Looked) -> Phrase:
    """That several claims may be meant, and which of them the figure fits: by what tells them apart."""
    told = _told_apart(looked.held)
    fitting = tuple(name for name, each in told if each.standing is Standing.SUPPORTED)
    others = tuple(name for name, each in told if each.standing is not Standing.SUPPORTED)
    by_period = _differ(looked.held, "period")
    if by_period and others:
        return Phrase("no period is stated: it fits {fitting}, not {others}", fitting=fitting, others=others)
    if others:
        return Phrase("which is meant is not said: it fits {fitting}, not {others}", fitting=fitting, others=others)
    return Phrase("which is meant is not said: it fits {fitting}", fitting=fitting)


def _told_apart(held: Sequence[Held]) -> list[tuple[object, Held]]:
    """What tells claims apart: their periods or areas, where they all differ, else what they are called."""
    if _differ(held, "period"):
        return [(each.claim.period, each) for each in held]
    if _differ(held, "area"):
        return [(each.claim.area, each) for each in held]
    return [(Phrase("“{quote}” ({source})", quote=each.label, source=each.claim.id), each) for each in held]


def _differ(held: Sequence[Held], attribute: str) -> bool:
    values = [getattr(each.claim, attribute) for each in held]
    return None not in values and len(set(values)) == len(values)


def _following(follows: Follows) -> Phrase:
    return Phrase("what follows from {claims}", claims=_grounds(follows))


def _grounds(follows: Follows) -> tuple[Phrase, ...] | Phrase:
    """The claims that it follows from: their names, or how many where those would be a line of their own."""
    if len(follows.grounds) <= _MOST_NAMED:
        return follows.grounds
    return Phrase("{count} other claim", "{count} other claims", count=len(follows.grounds))


def _sources(held: Held, *, fitting: bool) -> tuple[str, ...]:
    """The sources whose statements agree with the figure, or those whose do not; each once."""
    return tuple(
        dict.fromkeys(
            each.statement.source or "" for each in held.said if (each.verdict is Verdict.CONSISTENT) == fitting
        )
    )


def _plainest(statements: Iterable[Evidence]) -> tuple[Phrase, ...]:
    """The first statement without a hedge, else the first, as a quote."""
    ordered = sorted(statements, key=lambda each: each.figure.hedge is not Hedge.NONE)
    return tuple(_quoted(each) for each in ordered[:1])


def _quoted(evidence: Evidence) -> Phrase:
    return Phrase("“{quote}” ({source})", quote=evidence.quote, source=evidence.source or "")
