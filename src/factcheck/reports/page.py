"""Findings of a claim base laid out for people: the worst first, with figures, arithmetic and what would fit."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from fractions import Fraction
from typing import TYPE_CHECKING, Final

from msgspec import Struct

from factcheck.desk.outcome import Outcome
from factcheck.figures.shown import Span
from factcheck.phrases import Phrase
from factcheck.relations.finding import Correction, Evidence, Finding, Severity, Variant, Verdict
from factcheck.reports.layout import columns, cropped, joined, natural_width, padded, paragraph, visible, width, wrapped
from factcheck.reports.lines import Line
from factcheck.reports.problems import described
from factcheck.reports.relational import SEVERITIES, VERDICTS
from factcheck.reports.summary import closing_lines
from factcheck.reports.view import View
from factcheck.reports.wording import Wording

if TYPE_CHECKING:
    from factcheck.desk.conclusions import Conclusions

SYMBOLS: Final = {
    Verdict.INCONSISTENT: "✗",
    Verdict.STRAINED: "~",
    Verdict.UNVERIFIABLE: "?",
    Verdict.CONSISTENT: "✓",
}
COLOURS: Final = {
    Verdict.INCONSISTENT: "bold red",
    Verdict.STRAINED: "bold yellow",
    Verdict.UNVERIFIABLE: "bold cyan",
    Verdict.CONSISTENT: "bold green",
}
MEANINGS: Final = {
    Verdict.INCONSISTENT: Phrase("cannot all be true, however widely the words are taken"),
    Verdict.STRAINED: Phrase("true only if words are stretched, or roundings all fall one way"),
    Verdict.UNVERIFIABLE: Phrase("could not be verified: something is missing"),
    Verdict.CONSISTENT: Phrase("can all be true"),
}
DEFAULT_SEVERITY: Final = {
    Verdict.INCONSISTENT: Severity.ERROR,
    Verdict.STRAINED: Severity.WARNING,
    Verdict.UNVERIFIABLE: Severity.NOTE,
    Verdict.CONSISTENT: None,
}
INDENT: Final = "  "
_VARIANTS_SHOWN: Final = 3
_MOST_LINES: Final = 3


class Page(Struct, frozen=True):
    """Lays findings out, line by line; under those that are inconsistent, in short, what must give way."""

    wording: Wording
    view: View
    conclusions: Conclusions | None = None

    def lines(self, outcome: Outcome) -> Iterator[Line]:
        """The whole report."""
        if not self.view.quiet:
            concluded = list(self._concluded(outcome))  # what is told in full is not worked out in short before
            yield from self._body(outcome)
            yield from concluded
            for problem in outcome.problems:
                for line in described(problem, self.wording).splitlines():
                    yield _text((line, ""))
                yield _text()
        first, *rest = closing_lines(outcome, self.wording)
        for line in paragraph(first, self.view.width):
            yield _text((line, "bold"))
        for each in rest:
            for line in paragraph(each, self.view.width):
                yield _text((line, ""))

    def _body(self, outcome: Outcome) -> Iterator[Line]:
        # what holds has to be told in full only where it is listed
        findings = outcome.findings if self.view.verbose else outcome.notable
        open_ones = [finding for finding in findings if finding.counts]
        missing = [finding for finding in open_ones if _is_missing_quote(finding)]
        open_ones = [finding for finding in open_ones if not _is_missing_quote(finding)]
        left = self.view.limit
        for verdict in (Verdict.INCONSISTENT, Verdict.STRAINED, Verdict.UNVERIFIABLE):
            group = [finding for finding in open_ones if finding.verdict is verdict]
            if group:
                yield self.heading(self._say(VERDICTS[verdict]), len(group), MEANINGS[verdict], COLOURS[verdict])
                yield from self._up_to(left, sorted(group, key=_worst_first))
                left = None if left is None else max(0, left - len(group))
        if missing:
            name, meaning = self._say(Phrase("not in the text")), Phrase("quotes that their sources' texts do not hold")
            yield self.heading(name, len(missing), meaning, "bold yellow")
            yield from self._up_to(left, missing)
        known = [finding for finding in findings if finding.is_accepted]
        yield from self._accepted(known)
        suppressed = [finding for finding in findings if finding.suppressed is not None and not finding.is_accepted]
        if self.view.verbose and suppressed:
            yield from self._list(self._say(Phrase("suppressed")), suppressed, Phrase("not to be reported"), "bold")
        holding = [finding for finding in open_ones if finding.verdict is Verdict.CONSISTENT]
        if self.view.verbose and holding:
            verdict = Verdict.CONSISTENT
            yield from self._list(self._say(VERDICTS[verdict]), holding, MEANINGS[verdict], COLOURS[verdict])

    def _concluded(self, outcome: Outcome) -> Iterator[Line]:
        """What must give way, and what follows, in full where that is asked for."""
        if self.view.culprits:
            from factcheck.reports.culprits_page import CulpritsPage

            yield from CulpritsPage(self, outcome.culprits, outcome.notable).lines()
        if self.view.implied:
            from factcheck.reports.implied import ImpliedTable

            yield from ImpliedTable(self).lines(outcome.implied)

    def _up_to(self, limit: int | None, findings: Sequence[Finding]) -> Iterator[Line]:
        """The first of some findings, and how many there are beside them."""
        for finding in findings[:limit]:
            yield from self.finding(finding)
        more = 0 if limit is None else len(findings) - limit
        if more > 0:
            said = Phrase(
                "{count} more, which --limit leaves out", "{count} more, which --limit leaves out", count=more
            )
            yield from self._indented(self._say(said), style="dim")
            yield _text()

    def _accepted(self, known: Sequence[Finding]) -> Iterator[Line]:
        if known:
            yield self.heading(self._say(Phrase("accepted")), len(known), Phrase("known, and left to stand"), "bold")
            for finding in known:
                yield from self._known(finding)

    def heading(self, name: str, count: int, meaning: Phrase, style: str) -> Line:
        """A heading in capitals with a count, and what it means where there is room for that."""
        explained = self._say(meaning)
        heading = f"{name.upper()}  {count}  "
        if width(heading + explained) > self.view.width:
            explained = ""
        return _text((name.upper(), style), (f"  {count}", "bold"), (f"  {explained}" if explained else "", "dim"))

    def _list(self, name: str, findings: Sequence[Finding], meaning: Phrase, style: str) -> Iterator[Line]:
        yield self.heading(name, len(findings), meaning, style)
        widest = max(width(visible(finding.check)) for finding in findings)
        for finding in findings:
            check = padded(visible(finding.check), widest)
            line = f"{check}  {self._say(finding.message)}"
            if self.view.crop:
                line = cropped(line, self.view.width - 2)
            yield _text((f"{SYMBOLS[finding.verdict]} ", COLOURS[finding.verdict]), (line, ""))
        yield _text()

    # --- one finding --------------------------------------------------------------------------------------

    def finding(self, finding: Finding) -> Iterator[Line]:
        """A finding with everything that there is to say of it, and an empty line after it."""
        yield self._title(finding)
        yield from self._indented(self._say(finding.message), style="bold")
        if finding.figures:
            yield _text()
            yield from self.figures(finding.figures)
        if finding.calculation:
            yield _text()
            for step in finding.calculation:
                yield from self._indented(self._say(step), hanging=2)
        notes = [*self._reconciling(finding), *self._variants(finding), *self._remarks(finding)]
        notes = [*self._suspected(finding, [label for label, _ in notes]), *notes]
        if notes:
            yield _text()
            yield from self._labelled(notes)
        yield _text()

    def _known(self, finding: Finding) -> Iterator[Line]:
        """An accepted finding, in short: the whole story was told before it was accepted."""
        yield self._title(finding)
        yield from self._indented(self._say(finding.message))
        yield from self._labelled(self._remarks(finding))
        yield _text()

    def _title(self, finding: Finding) -> Line:
        verdict = finding.verdict
        title = [
            (f"{SYMBOLS[verdict]} ", COLOURS[verdict]),
            (visible(finding.check), "bold"),
            (f"  {visible(finding.kind)}" if finding.kind != finding.check.partition(":")[0] else "", ""),
        ]
        if finding.severity is not None and finding.severity is not DEFAULT_SEVERITY[verdict]:
            title.append((f"  {self._say(SEVERITIES[finding.severity])}", ""))
        place = finding.relation.place
        if place is not None:
            title.append((f"  {visible(place.path)}:{place.line}", "dim"))
        return title

    def figures(self, figures: Sequence[Evidence], indent: str = INDENT) -> Iterator[Line]:
        """Claim, verbatim quote, what it means and who said so, side by side."""
        sources: dict[tuple[str, str, str], list[str]] = {}
        for figure in figures:
            known = sources.setdefault(self._said(figure), [])
            where = visible(figure.source or (f"{figure.place.path}:{figure.place.line}" if figure.place else ""))
            if where and where not in known:
                known.append(where)
        rows = [(*key, ", ".join(where)) for key, where in sources.items()]
        room = self.view.width - len(indent)
        outer = indent.removeprefix(INDENT)
        if natural_width(rows, INDENT) <= room:
            above = [None, *(row[0] for row in rows)]
            named_once = [("" if row[0] == last else row[0], *row[1:]) for row, last in zip(rows, above, strict=False)]
            for lines in columns(named_once, INDENT, room):
                yield from _styled(lines, ("dim", "", "", "dim"), outer)
            return
        # too wide: each claim on a line of its own above its figures, all in the same columns
        claim = ""
        for row, lines in zip(rows, columns([row[1:] for row in rows], INDENT, room - len(INDENT)), strict=True):
            if row[0] != claim:
                claim = row[0]
                yield _text((indent + claim, "dim"))
            yield from _styled(lines, ("", "", "dim"), indent)

    def _said(self, evidence: Evidence) -> tuple[str, str, str]:
        figure = evidence.figure
        unit = "calendar_year" if isinstance(figure.value, str) else figure.unit
        return (
            visible(evidence.claim or ""),
            self._say(Phrase("“{quote}”", quote=evidence.quote)),
            self._say(Span(figure.usual, unit)),
        )

    def _reconciling(self, finding: Finding) -> list[tuple[str, str]]:
        label = self._say(Phrase("would fit"))
        return [
            (label if number == 0 else "", self._correction(finding.figures, each))
            for number, each in enumerate(each for each in finding.corrections if each.quote)
        ]

    def _correction(self, figures: Sequence[Evidence], correction: Correction) -> str:
        printed = figures[correction.figure].quote
        return self._say(Phrase("“{quote}” instead of “{printed}”", quote=correction.quote, printed=printed))

    def _suspected(self, finding: Finding, labels: Sequence[str]) -> list[tuple[str, str]]:
        """What must give way, in three lines at most beside notes with these labels."""
        if self.conclusions is None or finding.verdict is not Verdict.INCONSISTENT:
            return []
        from factcheck.reports.culprits import in_short  # only where figures contradict each other

        label = self._say(Phrase("culprits"))
        room = self.view.width - len(INDENT) - max(map(width, (label, *labels))) - 2
        tellings = [self._say(telling) for telling in in_short(self.conclusions, finding)]
        fitting = [each for each in tellings if len(wrapped(each, room)) <= _MOST_LINES]
        return [(label, each) for each in (fitting or tellings[-1:])[:1]]

    def _variants(self, finding: Finding) -> list[tuple[str, str]]:
        """The other combinations of statements, one line for each verdict."""
        label = self._say(Phrase("otherwise"))
        lines: list[tuple[str, str]] = []
        for verdict in sorted({variant.verdict for variant in finding.variants}, key=lambda each: -each.rank):
            variants = [variant for variant in finding.variants if variant.verdict is verdict]
            shown = [text for each in variants if (text := self._differing(each, finding.figures))]
            items: tuple[object, ...] = tuple(shown[:_VARIANTS_SHOWN])
            if len(shown) > _VARIANTS_SHOWN:
                more = len(shown) - _VARIANTS_SHOWN
                items = (*items, Phrase("{count} other combination", "{count} other combinations", count=more))
            if items:
                text = self._say(Phrase("{verdict} for {combinations}", verdict=verdict, combinations=items))
                lines.append(("" if lines else label, text))
        return lines

    def _differing(self, variant: Variant, figures: Sequence[Evidence]) -> str:
        """The figures of a variant that the finding itself does not have."""
        known = {(figure.claim, figure.quote) for figure in figures}
        named: dict[tuple[str | None, str], list[str]] = {}
        for figure in variant.figures:
            if (figure.claim, figure.quote) not in known:
                named.setdefault((figure.claim, figure.quote), []).extend([figure.source] if figure.source else [])
        quoted = [
            Phrase("“{quote}” ({source})", quote=quote, source=", ".join(dict.fromkeys(sources)))
            if sources
            else Phrase("“{quote}”", quote=quote)
            for (_, quote), sources in named.items()
        ]
        return " + ".join(self._say(each) for each in quoted)

    def _remarks(self, finding: Finding) -> list[tuple[str, str]]:
        remarks = []
        if finding.reason is not None and finding.verdict is not Verdict.UNVERIFIABLE:
            remarks.append((self._say(Phrase("note")), self._say(finding.reason)))
        if finding.relation.why:
            remarks.append((self._say(Phrase("why")), visible(joined(finding.relation.why))))
        accepted = finding.relation.accepted
        if accepted is not None:
            remarks.append((self._say(Phrase("accepted")), self._say(_acceptance(finding))))
        return remarks

    # --- text ---------------------------------------------------------------------------------------------

    def _say(self, value: object) -> str:
        return visible(self.wording.text(value))

    def _indented(self, text: str, style: str = "", hanging: int = 0) -> Iterator[Line]:
        for line in paragraph(text, self.view.width, INDENT, INDENT + " " * hanging):
            yield _text((line, style))

    def _labelled(self, notes: Iterable[tuple[str, str]]) -> Iterator[Line]:
        """Notes behind their labels, aligned."""
        notes = list(notes)
        widest = max((width(label) for label, _ in notes), default=0)
        for label, text in notes:
            indent = " " * (len(INDENT) + widest + 2)
            for number, line in enumerate(paragraph(text, self.view.width, indent, indent)):
                start = padded(INDENT + label, len(indent)) if number == 0 else indent
                yield _text((start, "cyan"), (line[len(indent) :], ""))


def _styled(lines: Iterable[Sequence[str]], styles: Sequence[str], indent: str) -> Iterator[Line]:
    for line in lines:
        yield _text((indent, ""), *((INDENT + cell, style) for cell, style in zip(line, styles, strict=False)))


def _acceptance(finding: Finding) -> Phrase:
    accepted = finding.relation.accepted
    assert accepted is not None, "asked only of what was accepted"
    reason = joined(accepted.reason)
    if accepted.until is None:
        return Phrase("{reason}", reason=reason)
    if finding.is_accepted or finding.verdict is Verdict.CONSISTENT:
        return Phrase("{reason} (until {date})", reason=reason, date=accepted.until)
    return Phrase("{reason} (only until {date}: it counts again)", reason=reason, date=accepted.until)


def _is_missing_quote(finding: Finding) -> bool:
    """Whether it says that a quote was not found, which is no matter of arithmetic."""
    return finding.kind == "quote" and finding.verdict is not Verdict.CONSISTENT


def _worst_first(finding: Finding) -> tuple[int, Fraction]:
    """By severity, then by how far the two sides are apart."""
    return -(finding.severity or 0), -(finding.gap or Fraction(0))


def _text(*parts: tuple[str, str]) -> Line:
    return parts
