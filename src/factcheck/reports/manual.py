"""What `factcheck explain` and `factcheck rules` show."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Final

from factcheck.claims.base import Claim, Rule, label_in
from factcheck.desk.explain import Explanation, ListedRule
from factcheck.kinds import KINDS
from factcheck.phrases import Phrase
from factcheck.relations.finding import Severity
from factcheck.reports import console
from factcheck.reports.layout import joined, padded, paragraph, visible, width
from factcheck.reports.pages import pieces
from factcheck.reports.relational import SEVERITIES
from factcheck.reports.view import View
from factcheck.reports.wording import Wording

_INDENT: Final = "  "
_PAGE_INDENT: Final = "    "


def render(explanation: Explanation, wording: Wording, view: View) -> str:
    """The rule or claim of that name, what it comes to, and the page of its kind."""
    parts = []
    if explanation.rule is not None:
        parts.append(_rule(explanation.rule, explanation.kind or "", wording, view))
    if explanation.claim is not None:
        parts.append(_claim(explanation, explanation.claim, wording, view))
    if explanation.findings:
        told = console.details(explanation.findings, wording, view, explanation.conclusions)
        parts.append(told.rstrip("\n"))
    if explanation.claim is not None and explanation.conclusions is not None:
        told = console.culprits_of(explanation.claim.id, explanation.conclusions, wording, view)
        parts += [told.rstrip("\n")] * bool(told)
    if explanation.manual:
        parts.append("\n".join(_flowed(explanation.manual, wording, view.width)))
    return "\n\n".join(parts) + "\n"


def _flowed(page: str, wording: Wording, cells: int) -> Iterator[str]:
    """A page of the manual in the reader's language, set to a width."""
    for piece in pieces(page):
        # to gettext, the translation of nothing is the catalogue's header
        text = wording.catalogue.gettext(piece.text) if piece.text else ""
        indent = _PAGE_INDENT if piece.indented else ""
        yield from paragraph(visible(text), cells, indent, indent)


def _rule(rule: Rule, kind: str, wording: Wording, view: View) -> str:
    rows: list[tuple[Phrase, object]] = [
        (Phrase("checks"), visible(joined(rule.text))),
        (Phrase("kind"), kind),
        (Phrase("why"), visible(joined(rule.why or ""))),
        (Phrase("severity"), SEVERITIES[Severity[rule.severity.upper()]]),
        (Phrase("stands in"), f"{visible(rule.place.path)}:{rule.place.line}"),
    ]
    return _card(rule.id, wording.text(label_in(rule.label, wording.language)), rows, wording, view)


def _claim(explanation: Explanation, claim: Claim, wording: Wording, view: View) -> str:
    rows: list[tuple[Phrase | str, object]] = [
        (Phrase("indicator"), claim.indicator or ""),
        (Phrase("area"), visible(claim.area or "")),
        (Phrase("period"), claim.period or ""),
        (Phrase("status"), claim.status or ""),
        (Phrase("unit"), "" if claim.unit == "calendar_year" else wording.notation.name_of(claim.unit)),
        (Phrase("note"), visible(joined(claim.note))),
        (Phrase("stands in"), f"{visible(claim.place.path)}:{claim.place.line}"),
    ]
    rows += [
        (Phrase("said by {source}", source=statement.source), Phrase("“{quote}”", quote=visible(statement.quote)))
        for statement in claim.statements
    ]
    rows += _implied(explanation, wording)
    rows += explanation.matching
    return _card(claim.id, label_in(claim.label, wording.language), rows, wording, view)


def _implied(explanation: Explanation, wording: Wording) -> Iterator[tuple[Phrase | str, object]]:
    """The rules that give a claim which no source states, what follows for it, and how."""
    for rule in explanation.given_by:
        yield Phrase("given by"), f"{rule.id}: {visible(joined(rule.text))}"
        yield Phrase("why"), visible(joined(rule.why or ""))
    for value in explanation.implied:
        from factcheck.reports.implied import derivation, is_worth_telling, ranges

        if not is_worth_telling(value, wording):
            continue
        yield Phrase("implied"), ranges(value)
        yield from (("", way) for way in derivation(value))


def _card(name: str, label: str, rows: Sequence[tuple[Phrase | str, object]], wording: Wording, view: View) -> str:
    """A name above a list of what is known of it; what is empty is left out."""
    texts = [(wording.text(key), wording.text(value)) for key, value in rows]
    filled = [(key, value) for key, value in texts if value]
    widest = max(width(key) for key, _ in filled)
    indent = " " * (len(_INDENT) + widest + 2)
    lines = [f"{name}: {visible(label)}" if label else name]
    for key, value in filled:
        lines += paragraph(value, view.width, padded(_INDENT + key, len(indent)), indent)
    return "\n".join(lines)


def rules_text(rules: Sequence[ListedRule], wording: Wording, *, verbose: bool = False) -> str:
    """One line a rule: id, kind, expression; with `verbose` also why, and where it stands."""
    return "\n".join(_listed(rules, wording, verbose=verbose)) + "\n"


def _listed(rules: Sequence[ListedRule], wording: Wording, *, verbose: bool) -> Iterator[str]:
    ids = max((width(rule.id) for rule in rules), default=0)
    kinds = max((width(rule.kind) for rule in rules), default=0)
    for rule in rules:
        yield f"{padded(rule.id, ids)}  {padded(rule.kind, kinds)}  {visible(joined(rule.text))}"
        if verbose:
            if rule.why:
                yield f"{_INDENT}{visible(joined(rule.why))}"
            yield f"{_INDENT}{visible(rule.place)}"
    yield wording.text(Phrase("{count} rule", "{count} rules", count=len(rules)))
    pages = Phrase("Kinds, each with a page in the manual (`factcheck explain KIND`): {kinds}.", kinds=tuple(KINDS))
    yield wording.text(pages)
