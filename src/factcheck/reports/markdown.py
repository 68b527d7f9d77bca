"""A note in Markdown, as merge requests and job summaries show it: a table of the findings, and each in full.

What articles print is text here and nothing else: no markup, no HTML, no link, no mention of anyone.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING, Final

from factcheck.desk.outcome import Outcome
from factcheck.errors import Place, Problem
from factcheck.figures.shown import Span
from factcheck.phrases import Phrase
from factcheck.relations.finding import Evidence, Finding, Window
from factcheck.reports.culprits import in_short
from factcheck.reports.layout import visible
from factcheck.reports.places import place_of, where
from factcheck.reports.relational import SEVERITIES
from factcheck.reports.reported import acceptance, explanation, reported, repository_path, shown, title_of
from factcheck.reports.summary import closing_lines
from factcheck.reports.view import View
from factcheck.reports.wording import Wording

if TYPE_CHECKING:
    from factcheck.desk.conclusions import Conclusions

_MARKUP: Final = re.compile(r"[\\`*\[\]<>|~$]|(?<!\w)_|_(?!\w)")
_AT_THE_START: Final = re.compile(r"^([-+=#]|\d+(?=[.)](\s|$)))")
_SPOKEN_TO: Final = re.compile(r"(?<=[@#!%])(?=\w)|(?<=:)(?=//|[\w+-]+:)|(?<=www)(?=\.)", re.IGNORECASE)
_LINE_ENDS: Final = re.compile(r"[\r\n]+")
_NOTHING: Final = "<!-- -->"


def render(outcome: Outcome, wording: Wording, view: View) -> str:
    """The whole note."""
    return page(outcome, wording)


def page(outcome: Outcome, wording: Wording, room: int | None = None) -> str:
    """The note, within so many bytes: what has no room is left out from the end, and the note says so."""
    first, *rest = (escaped(line) for line in closing_lines(outcome, wording))
    head = "".join(["## factcheck\n\n", f"**{first}**\n\n", *(f"{line}\n\n" for line in rest)])
    blocks = list(_blocks(outcome, wording))
    if room is None:
        return head + "".join(blocks)
    if room < len(head.encode()):
        return ""
    left_out = escaped(shown(Phrase("The rest has no room here; the log has every check by name."), wording))
    return head + _fitting(blocks, room - len(head.encode()), f"\n{left_out}\n")


def escaped(text: str) -> str:
    """Text that Markdown, as GitHub and GitLab read it, shows as it stands.

    An empty comment breaks what backslashes cannot: mentions, references, addresses and emoji codes are found in
    the finished page.
    """
    marked = _SPOKEN_TO.sub("\0", text.strip().replace("\0", "")).replace("&", "&amp;")
    marked = _AT_THE_START.sub(lambda start: _quoted_start(start[0]), _MARKUP.sub(r"\\\g<0>", marked))
    return marked.replace("\0", _NOTHING)


def _quoted_start(start: str) -> str:
    """A sign that would open a heading or a list; of a number it is the sign after it that does."""
    return f"{start}{_NOTHING}" if start.isdigit() else f"\\{start}"


def _fitting(blocks: Sequence[str], room: int, note: str) -> str:
    size = sum(len(block.encode()) for block in blocks)
    if size <= room:
        return "".join(blocks)
    kept, used = [], len(note.encode())
    for block in blocks:
        used += len(block.encode())
        if used > room:
            break
        kept.append(block)
    return "".join(kept) + (note if room >= len(note.encode()) else "")


def _blocks(outcome: Outcome, wording: Wording) -> Iterator[str]:
    """Pieces of the note, in order, each of which can stand without those after it."""
    if outcome.problems:
        yield f"### {_said(Phrase('mistakes in the input'), wording)}\n\n"
        for problem in outcome.problems:
            yield _mistake(problem, wording)
        yield "\n"
    open_ones = [each.finding for each in reported(outcome)]
    # what is accepted stays visible; what is suppressed is counted above
    findings = [*open_ones, *(finding for finding in outcome.findings if finding.is_accepted)]
    if not findings:
        return
    heads = (Phrase("severity"), Phrase("check"), Phrase("what was found"), Phrase("place"))
    rows = [_row(finding, wording) for finding in findings]
    yield _head(heads, wording) + rows[0]
    yield from rows[1:]
    for finding in open_ones:
        yield _in_full(finding, outcome.conclusions, wording)


def _mistake(problem: Problem, wording: Wording) -> str:
    hint = "" if problem.hint is None else f" ({_said(problem.hint, wording)})"
    standing = "" if problem.tells_where else f"{_where(problem.place, wording)}: "
    return f"- {standing}{_said(problem.message, wording)}{hint}\n"


def _row(finding: Finding, wording: Wording) -> str:
    severity = "" if finding.severity is None else _said(SEVERITIES[finding.severity], wording)
    message = _said(finding.message, wording)
    if finding.is_accepted:
        message = f"{message} ({_said(acceptance(finding), wording)})"
    return _table_row([severity, escaped(shown(finding.check, wording)), message, _where(place_of(finding), wording)])


def _in_full(finding: Finding, conclusions: Conclusions | None, wording: Wording) -> str:
    """A finding with its sentences, its figures, its calculation, and what must give way."""
    lines = [f"### {_said(title_of(finding), wording)}\n", f"{_said(finding.message, wording)}\n"]
    lines += [f"> {_passage(window)}\n" for window in finding.windows]
    if finding.figures:
        lines.append("".join(_figures(finding.figures, wording)))
    # an unverifiable finding's message has its reason
    lines += [f"- {escaped(line)}" for line in explanation(finding, wording)]
    lines += [f"- {_said(telling, wording)}" for telling in in_short(conclusions, finding)[:1]]
    return "\n" + "\n".join(lines).rstrip("\n") + "\n"


def _passage(window: Window) -> str:
    """The passage with its figures in bold."""
    pieces, at = [], 0
    for start, end in sorted(window.spans):
        if start >= at:
            pieces += [(window.text[at:start], False), (window.text[start:end], True)]
            at = end
    pieces.append((window.text[at:], False))
    return "".join(_bold(text) if strong else _inner(text) for text, strong in pieces).strip()


def _bold(text: str) -> str:
    """Bold type, as HTML: asterisks depend on what stands beside them."""
    return f"<strong>{_inner(text)}</strong>"


def _inner(text: str) -> str:
    """A piece of a line, with the spaces at its ends."""
    told = visible(_LINE_ENDS.sub(" ", text))
    start, end = len(told) - len(told.lstrip()), len(told.rstrip())
    return f"{told[:start]}{escaped(told)}{told[end:]}" if start < end else told


def _figures(figures: Sequence[Evidence], wording: Wording) -> Iterator[str]:
    """The table of the figures; of a draft's own there is neither claim nor source."""
    heads = (Phrase("figure"), Phrase("usually"), Phrase("claim"), Phrase("source"), Phrase("place"))
    kept = [0, 1, 4] if all(figure.claim is None and figure.source is None for figure in figures) else range(5)
    yield _head([heads[at] for at in kept], wording)
    for evidence in figures:
        figure = evidence.figure
        unit = "calendar_year" if isinstance(figure.value, str) else figure.unit
        cells = (
            _said(Phrase("“{quote}”", quote=evidence.quote), wording),
            _said(Span(figure.usual, unit), wording),
            escaped(shown(evidence.claim or "", wording)),
            escaped(shown(evidence.source or "", wording)),
            _where(evidence.place, wording),
        )
        yield _table_row([cells[at] for at in kept])


def _head(heads: Sequence[Phrase], wording: Wording) -> str:
    return _table_row([_said(head, wording) for head in heads]) + _table_row(["---"] * len(heads))


def _table_row(cells: Sequence[str]) -> str:
    return f"| {' | '.join(cells)} |\n"


def _where(place: Place | None, wording: Wording) -> str:
    if place is None or not place.path:
        return ""
    return escaped(visible(wording.text(where(place, repository_path(place.path)))))


def _said(value: object, wording: Wording) -> str:
    return escaped(shown(value, wording))
