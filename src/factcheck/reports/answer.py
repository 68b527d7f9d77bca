"""The answer to one question, on one screen: what it says, whether it holds by itself, what the sources say, and so.

What does not fit the screen is left out, the least telling first, and the page says how much that is.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from typing import Final

from msgspec import Struct

from factcheck.desk.answer import Answer, Follows, Held, Looked, Near, Said
from factcheck.drafts.checked import Standing
from factcheck.figures.figure import Figure, Kind
from factcheck.figures.interval import Interval
from factcheck.figures.periods import Period
from factcheck.figures.shown import Span
from factcheck.figures.units import unit_named
from factcheck.phrases import Phrase
from factcheck.relations.finding import Evidence, Finding, Verdict
from factcheck.reports.bars import Ranges, Scale, scale_of
from factcheck.reports.hedges import HEDGES
from factcheck.reports.layout import columns, cropped, paragraph, visible, width
from factcheck.reports.lines import Line, printed
from factcheck.reports.page import COLOURS, INDENT, SYMBOLS
from factcheck.reports.view import View
from factcheck.reports.wording import Wording

SCREEN: Final = 24
"""Lines of a screen, where the terminal does not say."""
_SENTENCE_LINES: Final = 2
_BAR: Final = 12
_MANY: Final = 4
"""Figures of a sentence, or statements of a claim, beyond which those that follow are the first to go."""
_FIGURES: Final = "figures"
_NEAR: Final = "near"


ANSWERS: Final = {
    Standing.SUPPORTED: (Phrase("holds"), SYMBOLS[Verdict.CONSISTENT], COLOURS[Verdict.CONSISTENT]),
    Standing.CONTRADICTED: (Phrase("contradicted"), SYMBOLS[Verdict.INCONSISTENT], COLOURS[Verdict.INCONSISTENT]),
    Standing.DISPUTED: (Phrase("disputed"), SYMBOLS[Verdict.STRAINED], COLOURS[Verdict.STRAINED]),
    Standing.NOT_COVERED: (Phrase("not covered"), SYMBOLS[Verdict.UNVERIFIABLE], COLOURS[Verdict.UNVERIFIABLE]),
}
"""What each answer is called, its sign and its colour."""


class Block(Struct, frozen=True):
    """Lines that stand or go together; of two blocks the one with the higher `spare` goes first, 0 never.

    `of` names the blocks that belong together; those that are its `heads` go with the last of the others.
    """

    spare: int
    lines: Sequence[Line]
    of: str = ""
    heads: bool = False

    @property
    def count(self) -> int:
        """How many of its lines have text."""
        return sum(any(text.strip() for text, _ in line) for line in self.lines)


def render(answer: Answer, wording: Wording, view: View, *, fail_on: str = "error", height: int = SCREEN) -> str:
    """The answer as text, on a screen of so many lines, all of it with `view.verbose`, the last lines with `quiet`."""
    page = _Page(wording, view)
    closing = list(page.closing(answer, fail_on))
    if view.quiet:
        return printed((line for block in closing for line in block.lines), view)
    blocks = [*page.body(answer), *closing]
    if not view.verbose:
        blocks = list(page.fitted(blocks, height - 1))  # the prompt has a line of its own
    return printed((line for block in blocks for line in block.lines), view)


class _Page(Struct, frozen=True):
    """Lays an answer out, block by block."""

    wording: Wording
    view: View

    def body(self, answer: Answer) -> Iterator[Block]:
        """Everything but the answer itself."""
        yield Block(0, self._sentence(answer.sentence))
        yield from self._section(1, Phrase("what it says"), self._says(answer))
        yield from self._section(2, Phrase("whether it holds by itself"), self._by_itself(answer.findings))
        yield from self._section(3, Phrase("what the sources say"), self._sources(answer))

    def closing(self, answer: Answer, fail_on: str) -> Iterator[Block]:
        """The answer, in one line where it has room, and what it rests on in another."""
        name, symbol, style = ANSWERS[answer.standing]
        head = f"4 {symbol} {self._say(name).upper()}"
        told = self._say(Phrase("{answer}: {reason}", answer=head, reason=answer.reason))
        first, *rest = paragraph(told, self.view.width, "", INDENT * 2)
        if not self.view.quiet:
            yield Block(9, [()])
        yield Block(0, [[(first[: len(head)], style), (first[len(head) :], "bold")], *self._plain(rest, "bold")])
        yield Block(0, self._plain(paragraph(self._say(_grounds(answer, fail_on)), self.view.width), "dim"))

    def fitted(self, blocks: Sequence[Block], height: int) -> Iterable[Block]:
        """The blocks that have room, and a line that says how many others there are."""
        kept = list(blocks)
        left_out, hidden = 0, 0
        while sum(len(block.lines) for block in kept) + bool(left_out) + bool(hidden) > height:
            worst = max(block.spare for block in kept)
            if not worst:
                break
            gone = [kept.pop(max(number for number, block in enumerate(kept) if block.spare == worst))]
            if gone[0].of and not any(block.of == gone[0].of and not block.heads for block in kept):
                gone += [block for block in kept if block.of == gone[0].of]
                kept = [block for block in kept if block.of != gone[0].of]
            left_out += sum(block.count for block in gone)
            hidden += gone[0].of == _FIGURES
        if hidden:
            told = Phrase("… {count} figure more", "… {count} figures more", count=hidden)
            last = max((number for number, block in enumerate(kept) if block.of == _FIGURES), default=1)
            kept.insert(last + 1, Block(0, self._indented(self._say(told))))
        if left_out:
            more = Phrase("… {count} line more with --verbose", "… {count} lines more with --verbose", count=left_out)
            kept.insert(len(kept) - 2, Block(0, [((self._say(more), "dim"),)]))
        return kept

    def _section(self, number: int, title: Phrase, blocks: Iterable[Block]) -> Iterator[Block]:
        yield Block(9, [()])
        yield Block(1, [[(f"{number} {self._say(title).upper()}", "bold")]])
        yield from blocks

    # --- the parts ------------------------------------------------------------------------------------------

    def _sentence(self, sentence: str) -> list[Line]:
        lines = list(paragraph(self._say(Phrase("“{quote}”", quote=sentence)), self.view.width))
        if len(lines) > _SENTENCE_LINES and not self.view.verbose:
            lines = [*lines[: _SENTENCE_LINES - 1], cropped(f"{lines[_SENTENCE_LINES - 1]} …", self.view.width)]
        return self._plain(lines, "bold")

    def _says(self, answer: Answer) -> Iterator[Block]:
        rows = [self._figure(each) for each in answer.figures]
        if not rows:
            yield Block(1, self._indented(self._say(Phrase("no figure"))))
            return
        for number, cells in enumerate(columns(rows, INDENT, self.view.width - len(INDENT))):
            lines: list[Line] = [[(INDENT + INDENT.join(line), "")] for line in cells]
            yield Block(6 if number >= _MANY else 1, lines, of=_FIGURES)
        for number, finding in enumerate(answer.findings):
            quotes = tuple(Phrase("“{quote}”", quote=each.quote) for each in finding.figures if each.source is None)
            related = Phrase("{check} relates {figures}", check=finding.check, figures=quotes)
            yield Block(5 if number else 1, self._indented(self._say(related)))

    def _figure(self, evidence: Evidence) -> tuple[str, ...]:
        figure = evidence.figure
        period = Phrase("no period") if figure.period is None else figure.period
        told = [figure.text, range_said(figure), period, HEDGES.get(figure.hedge, "")]
        return tuple(self._say(each) for each in told)

    def _by_itself(self, findings: Sequence[Finding]) -> Iterator[Block]:
        if not findings:
            yield Block(2, self._indented(self._say(Phrase("nothing in it can be held against anything else in it"))))
        for number, finding in enumerate(sorted(findings, key=lambda each: -each.verdict.rank)):
            style = COLOURS[finding.verdict]
            first, *rest = paragraph(self._say(finding.message), self.view.width, INDENT, INDENT)
            head: Line = [(f"{SYMBOLS[finding.verdict]} ", style), (first[len(INDENT) :], "")]
            yield Block(0 if number == 0 else 4, [head, *self._plain(rest)])
            if finding.verdict is Verdict.CONSISTENT:
                yield Block(7, self._steps(finding.calculation[:1]))
                continue
            last = len(finding.calculation) - 1
            for at, step in enumerate(finding.calculation):
                yield Block(1 if at in (0, last) else 8, self._steps([step]))
            for at, lines in enumerate(self._corrections(finding)):
                yield Block(3 if at > 1 else 1, lines)

    def _corrections(self, finding: Finding) -> Iterator[list[Line]]:
        """What would make it hold, one line for each figure that may be the wrong one."""
        would_fit = [
            (each.quote, finding.figures[each.figure].quote)
            for each in finding.corrections
            if each.quote and finding.figures[each.figure].source is None
        ]
        for number, (quote, replaced) in enumerate(would_fit):
            if number:
                told = Phrase("or with “{quote}”, not “{printed}”", quote=quote, printed=replaced)
            else:
                told = Phrase("it would hold with “{quote}”, not “{printed}”", quote=quote, printed=replaced)
            yield self._indented(self._say(told), 2)

    def _sources(self, answer: Answer) -> Iterator[Block]:
        if not answer.claims:
            yield Block(1, self._indented(self._say(Phrase("there are no claims to hold it against (--claims)"))))
            return
        if not answer.looked and not answer.nearest:
            yield Block(2, self._indented(self._say(Phrase("it has nothing to look up"))))
        covered = [each for each in answer.looked if each.held]
        deciding = next((each for each in covered if each.standing is answer.standing), None)
        for number, looked in enumerate(covered):
            yield from self._looked(looked, f"figure {number}", is_late=number >= _MANY and looked is not deciding)
        for each in answer.looked:
            if not each.held and each.reason is not None:
                told = Phrase("“{quote}”: {reason}", quote=each.evidence.quote, reason=each.reason)
                yield Block(5 if covered else 2, self._indented(self._say(told)))
        if answer.nearest:
            yield Block(1, self._indented(self._say(Phrase("did you mean …"))), _NEAR, heads=True)
            for near in answer.nearest:
                sign = "=" if near.fits else "-"
                yield Block(3, self._indented(f"{sign} {self._say(near_said(near))}", 2), _NEAR)

    # --- one figure -----------------------------------------------------------------------------------------

    def _looked(self, looked: Looked, of: str, *, is_late: bool) -> Iterator[Block]:
        figure = looked.figure
        factor = figure.measure.factor
        own = (figure.usual.scaled(factor), figure.literal.scaled(factor))
        rows = [_ranges(said) for held in looked.held for said in held.said]
        rows += [_ranges(follows) for held in looked.held for follows in held.follows]
        scale = scale_of([own, *rows], min(_BAR, max(6, self.view.width // 5)), unit=factor)
        spare = 6 if is_late else 1
        told = Phrase("“{quote}”", quote=looked.evidence.quote)
        if scale is not None:
            shown = Span(Interval(scale.low, scale.high).scaled(1 / factor), figure.unit)
            told = Phrase("scale {range}: “{quote}”", range=shown, quote=looked.evidence.quote)
        yield Block(spare, self._row(scale, own, " ", "", self._say(told), "bold"), of, heads=True)
        for lack in looked.lacks:
            yield Block(spare, self._indented(self._say(lack)), of, heads=True)
        for held in looked.held:
            which = apart(held, looked.held) if len(looked.held) > 1 else None
            for rank, lines in self._held(held, scale, which):
                yield Block(6 if is_late else rank, lines, of)

    def _held(self, held: Held, scale: Scale | None, which: Phrase | Period | None) -> Iterator[tuple[int, list[Line]]]:
        """The rows of a claim, each with how well it can be spared."""
        for number, (verdict, ranges, quote, sources) in enumerate(_printed(held.said)):
            told = f"{self._say(', '.join(sources))} {self._say(Phrase('“{quote}”', quote=quote))}"
            row = self._row(scale, ranges, SYMBOLS[verdict], COLOURS[verdict], self._of(which, told))
            yield 6 if number >= _MANY else 2 if number else 1, row
        telling = (held.denied_by, held.borne_out_by) if held.standing is Standing.DISPUTED else ()
        for number, each in enumerate(held.follows):
            told = self._say(_derived(each))
            is_telling = each in telling or (number == 0 and not held.said)
            row = self._row(scale, _ranges(each), SYMBOLS[each.verdict], COLOURS[each.verdict], self._of(which, told))
            yield 2 if is_telling else 7 if which else 5, row
            if each.note is not None:
                yield 3 if is_telling else 8, self._indented(self._say(each.note), 2)

    def _of(self, which: Phrase | Period | None, told: str) -> str:
        """What is said, after which of several claims it is said of."""
        return told if which is None else self._say(Phrase("{which}: {told}", which=which, told=told))

    def _row(
        self, scale: Scale | None, ranges: Ranges, symbol: str, style: str, told: str, how: str = ""
    ) -> list[Line]:
        """A bar with what it is of, which goes on below where it is long."""
        bar = "" if scale is None else f"{scale.bar(ranges)} "
        margin = " " * (width(bar) + len(INDENT) + 2)
        first, *rest = paragraph(told, self.view.width, margin, f"{margin}{INDENT}")
        head: Line = [(f"{INDENT}{symbol} ", style), (bar, ""), (first[len(margin) :], how)]
        return [head, *self._plain(rest, how)]

    # --- text -----------------------------------------------------------------------------------------------

    def _say(self, value: object) -> str:
        return visible(self.wording.text(value))

    def _steps(self, steps: Iterable[Phrase]) -> list[Line]:
        return [line for step in steps if (text := self._say(step)) for line in self._indented(text, 2)]

    def _indented(self, text: str, hanging: int = 0) -> list[Line]:
        return self._plain(paragraph(text, self.view.width, INDENT, INDENT + " " * hanging))

    @staticmethod
    def _plain(lines: Iterable[str], style: str = "") -> list[Line]:
        return [[(line, style)] for line in lines]


def range_said(figure: Figure) -> Phrase | Span:
    """What a figure usually means, as a value of a phrase."""
    if figure.kind is Kind.MULTIPLE:
        return Phrase("{range} times", range=Span(figure.usual))
    return Span(figure.usual, figure.unit)


def near_said(near: Near) -> Phrase:
    """A claim that may have been meant, with what one of its sources says."""
    return Phrase(
        "{label}, {period}: “{quote}” ({source})",
        label=near.label,
        period=Phrase("no period") if near.claim.period is None else near.claim.period,
        quote=near.quote,
        source=near.source,
    )


def _ranges(each: Said | Follows) -> Ranges:
    """The ranges of a statement, or of what follows, in base units."""
    if isinstance(each, Follows):
        factor = unit_named(each.implied.unit).factor
        return each.implied.usual.scaled(factor), each.implied.literal.scaled(factor)
    figure = each.statement.figure
    return figure.usual.scaled(figure.measure.factor), figure.literal.scaled(figure.measure.factor)


def apart(held: Held, others: Sequence[Held]) -> Phrase | Period:
    """What tells a claim from others of a figure: its period, its area where those differ; else what it is called."""
    claim = held.claim
    areas = {each.claim.area for each in others}
    period = Phrase("no period") if claim.period is None else claim.period
    if len({(each.claim.area, each.claim.period) for each in others}) < len(others):
        return Phrase("{label}, {period}", label=held.label, period=period)
    if len(areas) > 1:
        return Phrase("{label}, {period}", label=claim.area or "–", period=period)
    return period


def _derived(follows: Follows) -> Phrase:
    return Phrase(
        "{range}, from {claims} ({rule})",
        range=Span(follows.implied.usual, follows.implied.unit),
        rule=follows.rule.id,
        claims=follows.grounds,
    )


def _printed(said: Iterable[Said]) -> Iterator[tuple[Verdict, Ranges, str, list[str]]]:
    """The statements with their sources and those's dates, what is printed alike together."""
    printed: dict[str, tuple[Verdict, Ranges, str, list[str]]] = {}
    for each in said:
        statement, source = each.statement, each.source
        date = "" if source is None or source.published is None else f" {source.published}"
        row = printed.setdefault(statement.quote, (each.verdict, _ranges(each), statement.quote, []))
        row[3].append(f"{statement.source or ''}{date}")
    yield from printed.values()


def _grounds(answer: Answer, fail_on: str) -> Phrase:
    """What the answer rests on, and the exit code."""
    return Phrase(
        "{claims}; exchange rates reach {month}. Exit code {code} (--fail-on {threshold}).",
        claims=Phrase("{count} claim", "{count} claims", count=answer.claims),
        month=answer.rates_reach or "–",
        code=answer.exit_code(fail_on),
        threshold=fail_on,
    )
