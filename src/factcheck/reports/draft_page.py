"""Findings of drafts laid out for people: in the order of the files, each with its sentence and carets under it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from typing import Final

from factcheck.desk.outcome import Outcome
from factcheck.drafts.checked import Match, Silence, Standing
from factcheck.errors import NOWHERE, Place
from factcheck.kinds.suppression import KIND as SUPPRESSION
from factcheck.phrases import Phrase
from factcheck.relations.finding import Confidence, Evidence, Finding, Verdict, Window
from factcheck.reports.layout import paragraph, visible, width
from factcheck.reports.lines import Line
from factcheck.reports.page import COLOURS, DEFAULT_SEVERITY, INDENT, MEANINGS, SYMBOLS, Page
from factcheck.reports.places import place_of, where
from factcheck.reports.relational import SEVERITIES, VERDICTS

STANDINGS: Final = {
    Standing.SUPPORTED: (Phrase("supported"), SYMBOLS[Verdict.CONSISTENT], COLOURS[Verdict.CONSISTENT]),
    Standing.CONTRADICTED: (Phrase("contradicted"), SYMBOLS[Verdict.INCONSISTENT], COLOURS[Verdict.INCONSISTENT]),
    Standing.DISPUTED: (Phrase("disputed"), SYMBOLS[Verdict.STRAINED], COLOURS[Verdict.STRAINED]),
    Standing.OUTDATED: (Phrase("outdated"), SYMBOLS[Verdict.STRAINED], COLOURS[Verdict.STRAINED]),
    Standing.NOT_COVERED: (Phrase("not covered"), "·", "dim"),
}
_CONFIDENCES: Final = {
    Confidence.MEDIUM: Phrase("medium confidence"),
    Confidence.LOW: Phrase("low confidence"),
}
_RULED: Final = " │ "
_LEAST_ROOM: Final = 20
_WITH_COMMENTS: Final = (".md", ".markdown", ".mdown", ".mkd", ".html", ".htm", ".xhtml")


class DraftPage(Page, frozen=True):
    """Lays findings of drafts out, line by line."""

    def _body(self, outcome: Outcome) -> Iterator[Line]:
        open_ones = [finding for finding in outcome.findings if finding.counts]
        unverifiable = [finding for finding in open_ones if finding.verdict is Verdict.UNVERIFIABLE]
        holding = [finding for finding in open_ones if finding.verdict is Verdict.CONSISTENT]
        told = _in_order(
            finding for finding in open_ones if finding.verdict in (Verdict.STRAINED, Verdict.INCONSISTENT)
        )
        example = next((finding for finding in told if finding.kind != SUPPRESSION), None)
        for finding in told:
            # one example of how to suppress is enough for all
            yield from self._told(finding, suppressing=finding is example)
        yield from self._entries(Verdict.UNVERIFIABLE, unverifiable)
        yield from self._accepted([finding for finding in outcome.findings if finding.is_accepted])
        if not self.view.verbose:
            return
        yield from self._suppressed([finding for finding in outcome.findings if finding.suppressed is not None])
        yield from self._held_back(outcome.known)
        yield from self._entries(Verdict.CONSISTENT, holding)
        yield from self._left_alone(outcome.silences)
        yield from self._matched(outcome.matches)

    # --- one finding --------------------------------------------------------------------------------------

    def finding(self, finding: Finding) -> Iterator[Line]:
        """A finding with its sentence and everything else that there is to say of it, and an empty line after it."""
        return self._told(finding, suppressing=False)

    def _told(self, finding: Finding, *, suppressing: bool) -> Iterator[Line]:
        yield self._title(finding)
        yield from self._indented(self._say(finding.message), style="bold")
        notes = [*self._reconciling(finding), *self._variants(finding), *self._remarks(finding)]
        cited = [figure for figure in finding.figures if figure.source is not None]
        blocks = (
            self._windows(finding),
            self.figures(cited) if cited else (),
            (line for step in finding.calculation for line in self._indented(self._say(step), hanging=2)),
            self._labelled(notes),
            self._indented(self._say(_suppression(finding)), style="dim") if suppressing else (),
        )
        for block in blocks:
            lines = list(block)
            yield from ((), *lines) if lines else ()
        yield ()

    def _title(self, finding: Finding) -> Line:
        verdict = finding.verdict
        symbol, style = _sign(finding)
        title = [(f"{symbol} ", style), (self._where(place_of(finding)), "bold")]
        if finding.kind != SUPPRESSION:
            title.append((f"  {self._say(VERDICTS[verdict])}", style))
        title.append((f"  {visible(finding.check)}", ""))
        if finding.severity is not None and finding.severity is not DEFAULT_SEVERITY[verdict]:
            title.append((f"  {self._say(SEVERITIES[finding.severity])}", ""))
        if finding.relation.confidence in _CONFIDENCES:
            title.append((f"  {self._say(_CONFIDENCES[finding.relation.confidence])}", "dim"))
        return title

    def _where(self, place: Place | None) -> str:
        return "" if place is None or place == NOWHERE else self._say(where(place, column=True))

    def _windows(self, finding: Finding) -> Iterator[Line]:
        """The sentences with carets under the figures, each line behind the number of that in the file."""
        widest = max((len(str(window.place.line)) for window in finding.windows), default=0)
        for window in finding.windows:
            yield from self._window(window, widest, _sign(finding)[1])

    def _window(self, window: Window, widest: int, style: str) -> Iterator[Line]:
        from factcheck.reports.passages import strips  # good copy has none

        number, empty = f"{window.place.line:>{widest}}", " " * widest
        room = max(_LEAST_ROOM, self.view.width - len(INDENT) - widest - len(_RULED))
        for strip in strips(window.text, window.spans, room):
            yield ((INDENT + number + _RULED, "dim"), (strip.text, ""))
            if strip.carets:
                yield ((INDENT + empty + _RULED, "dim"), (strip.carets, style))
            number = empty

    # --- lists --------------------------------------------------------------------------------------------

    def _entries(self, verdict: Verdict, findings: Sequence[Finding]) -> Iterator[Line]:
        if findings:
            yield self.heading(self._say(VERDICTS[verdict]), len(findings), MEANINGS[verdict], COLOURS[verdict])
            for finding in findings:
                yield from self._entry(SYMBOLS[verdict], COLOURS[verdict], finding, self._say(finding.message))
            yield ()

    def _suppressed(self, findings: Sequence[Finding]) -> Iterator[Line]:
        if findings:
            yield self.heading(self._say(Phrase("suppressed")), len(findings), Phrase("not to be reported"), "bold")
            for finding in findings:
                verdict = finding.verdict
                told = Phrase("{message} (suppressed: {reason})", message=finding.message, reason=finding.suppressed)
                yield from self._entry(SYMBOLS[verdict], COLOURS[verdict], finding, self._say(told))
            yield ()

    def _held_back(self, findings: Sequence[Finding]) -> Iterator[Line]:
        if findings:
            meaning = Phrase("known to the baseline")
            yield self.heading(self._say(Phrase("held back")), len(findings), meaning, "bold")
            for finding in findings:
                verdict = finding.verdict
                yield from self._entry(SYMBOLS[verdict], COLOURS[verdict], finding, self._say(finding.message))
            yield ()

    def _entry(self, symbol: str, style: str, finding: Finding, told: str) -> Iterator[Line]:
        return self._point(symbol, style, f"{self._where(place_of(finding))}  {visible(finding.check)}", told)

    def _left_alone(self, silences: Sequence[Silence]) -> Iterator[Line]:
        if silences:
            meaning = Phrase("may be meant, but the text does not clearly say so")
            yield self.heading(self._say(Phrase("left alone")), len(silences), meaning, "bold")
            for silence in silences:
                quoted = ", ".join(self._quoted(figure) for figure in silence.figures)
                head = f"{self._where(_first_place(silence.figures))}  {visible(silence.kind)}  {quoted}"
                yield from self._point("·", "dim", head, self._say(silence.reason))
            yield ()

    def _matched(self, matches: Sequence[Match]) -> Iterator[Line]:
        if matches:
            meaning = Phrase("what it says of the figures")
            yield self.heading(self._say(Phrase("claim base")), len(matches), meaning, "bold")
            for match in matches:
                name, symbol, style = STANDINGS[match.standing]
                claims = "".join(f"  {visible(claim)}" for claim in match.claims)
                head = f"{self._where(match.figure.place)}  {self._quoted(match.figure)}  {self._say(name)}{claims}"
                yield from self._point(symbol, style, head, self._say(match.reason))
            yield ()

    def _point(self, symbol: str, style: str, head: str, told: str) -> Iterator[Line]:
        """A point of a list: what it is about and what is to be said, on lines of their own where one is too narrow."""
        if width(f"{INDENT}{head}  {told}") <= self.view.width:
            yield ((f"{symbol} ", style), (f"{head}  {told}", ""))
            return
        first, *rest = paragraph(head, self.view.width, INDENT, INDENT * 2)
        yield ((f"{symbol} ", style), (first[len(INDENT) :], ""))
        for line in (*rest, *paragraph(told, self.view.width, INDENT * 2, INDENT * 2)):
            yield ((line, ""),)

    def _quoted(self, evidence: Evidence) -> str:
        return self._say(Phrase("“{quote}”", quote=evidence.quote))


def _in_order(findings: Iterable[Finding]) -> list[Finding]:
    """The findings in the order of their places, files in the order in which they come up."""
    files: dict[str, int] = {}
    placed = [(place_of(finding) or NOWHERE, finding) for finding in findings]
    for place, _ in placed:
        files.setdefault(place.path, len(files))
    placed.sort(key=lambda each: (files[each[0].path], each[0].line, each[0].column))
    return [finding for _, finding in placed]


def _sign(finding: Finding) -> tuple[str, str]:
    """The symbol and the colour of a finding; a mistaken suppression is no matter of truth."""
    if finding.kind == SUPPRESSION:
        return "!", COLOURS[Verdict.STRAINED]
    return SYMBOLS[finding.verdict], COLOURS[finding.verdict]


def _suppression(finding: Finding) -> Phrase:
    """How a finding of a draft is suppressed, in the way of its format."""
    place = place_of(finding)
    if place is not None and place.path.lower().endswith(_WITH_COMMENTS):
        comment = Phrase("<!-- factcheck: ignore {check} -- reason -->", check=finding.check)
        return Phrase("to suppress: {comment} on or above the line", comment=comment)
    return Phrase("to suppress: an entry in {file}", file=".factcheck-ignore.yaml")


def _first_place(figures: Sequence[Evidence]) -> Place | None:
    return next((figure.place for figure in figures if figure.place is not None), None)
