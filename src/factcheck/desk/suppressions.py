"""Suppressions in a draft, as comments: `<!-- factcheck: ignore growth -- the ministry's own rounding -->`.

    suppressed(findings, path, data, form=None, unjudged=()) -> list[Finding]

A comment counts for the lines that it stands on; alone on its lines, for the next line that has text. A region
reaches from `ignore-start growth -- why` to `ignore-end`. What suppresses nothing is a finding itself.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Collection, Iterable, Sequence
from functools import cached_property
from typing import Final

from msgspec import Struct
from msgspec.structs import replace

from factcheck.desk.comments import Comment, comments, without_markup
from factcheck.errors import Place
from factcheck.kinds import KINDS
from factcheck.kinds.suppression import ALL, KIND, can_be_suppressed, covers, finding
from factcheck.phrases import Phrase
from factcheck.reading.documents import Document, format_of
from factcheck.reading.documents.document import line_starts
from factcheck.reading.documents.source import decoded
from factcheck.relations.finding import Finding, Severity, Window

LINE: Final = "ignore"
START: Final = "ignore-start"
END: Final = "ignore-end"
_INSTRUCTIONS: Final = (LINE, START, END)
_WITH_COMMENTS: Final = ("text", "markdown", "html")
# editors and word processors turn two hyphens into a dash
_BEFORE_REASON: Final = re.compile(r"(?:^|(?<=\s))(?:--|–|—)(?=\s|$)")
_NAME: Final = re.compile(r"[^\s,]+")
_LINE_END: Final = re.compile(r"[\r\n]")
_WORD: Final = re.compile(r"\w")

Point = tuple[int, int]
"""A line and a column."""


def suppressed(
    findings: Sequence[Finding], path: str, data: bytes, form: str | None = None, unjudged: Collection[str] = ()
) -> list[Finding]:
    """The findings of a draft as its comments leave them, and after them what is wrong with the comments.

    data      the bytes of the file, which are read as its document was; `form` is its format where the name does
              not tell it
    unjudged  kinds that this run does not look for or cannot decide, of which no suppression is said to be needless

    A finding that does not hold and is in the scope of a suppression has its reason as `suppressed`. Raises
    FactcheckError where the file is not text.
    """
    form = form or format_of(path)
    if form not in _WITH_COMMENTS:
        return list(findings)
    source = decoded(path, data)
    found = comments(source, form)
    if not found:
        return list(findings)
    reader = _Reader(path, source)
    for comment in found:
        reader.read(comment)
    reader.finish()
    judged, used = _applied(findings, path, reader.suppressions)
    needless = [_needless(each, names) for each in reader.suppressions if (names := _unused(each, used, set(unjudged)))]
    return [*judged, *sorted([*reader.mistakes, *needless], key=_in_order)]


class Suppression(Struct, frozen=True):
    """Which findings, by kind or check, are set aside from one point of a file up to another, and why.

    number  which of the file's suppressions it is
    window  the comment
    """

    number: int
    names: tuple[str, ...]
    reason: str
    window: Window
    start: Point
    end: Point


def _applied(
    findings: Iterable[Finding], path: str, suppressions: Sequence[Suppression]
) -> tuple[list[Finding], set[tuple[int, str]]]:
    """The findings, and which suppressions under which name have set one aside."""
    judged, used = [], set()
    for each in findings:
        matching = [
            (suppression, name)
            for suppression in (suppressions if can_be_suppressed(each) else ())
            for name in suppression.names
            if covers(name, each) and _is_within(each, path, suppression)
        ]
        used |= {(suppression.number, name) for suppression, name in matching}
        judged.append(replace(each, suppressed=matching[0][0].reason) if matching else each)
    return judged, used


def _is_within(found: Finding, path: str, suppression: Suppression) -> bool:
    """Whether a figure of the finding stands there, or some of a passage that it speaks of."""
    places = (
        found.relation.place,
        *(evidence.place for evidence in found.figures),
        *(window.place for window in found.windows),
    )
    return any(
        place is not None
        and place.path == path
        and (place.line, place.column) < suppression.end
        and suppression.start < (place.end_line, place.end_column)
        for place in places
    )


def _unused(suppression: Suppression, used: Collection[tuple[int, str]], unjudged: Collection[str]) -> tuple[str, ...]:
    return tuple(
        name
        for name in suppression.names
        if (suppression.number, name) not in used and name.partition(":")[0] not in unjudged
    )


def _needless(suppression: Suppression, names: tuple[str, ...]) -> Finding:
    window = suppression.window
    return finding(window.place, nothing_left(names), Phrase("remove what is no longer needed"), window)


def nothing_left(names: tuple[str, ...]) -> Phrase:
    """What is said of a suppression of these names that sets nothing aside."""
    if names == (ALL,):
        return Phrase("there is no finding here to suppress")
    return Phrase("there is no finding of {kinds} here to suppress", kinds=names)


def _no_instruction(word: str) -> tuple[Phrase, Phrase]:
    from factcheck.claims.hints import did_you_mean  # only mistakes need it

    choices = Phrase("write one of {words}", words=_INSTRUCTIONS)
    if not word:
        return Phrase("there is no instruction for factcheck"), choices
    return Phrase("“{words}” is no instruction for factcheck", words=word), did_you_mean(word, _INSTRUCTIONS) or choices


def unknown_name(name: str) -> tuple[Phrase, Phrase] | None:
    """What is wrong with the name of a kind or a check, and what may have been meant; None where it may be one."""
    known = [kind for kind in KINDS if kind != KIND]
    if name == ALL or name.partition(":")[0] in known:
        return None
    from factcheck.claims.hints import did_you_mean  # only mistakes need it

    hint = did_you_mean(name, [*known, ALL]) or Phrase("write all or one of {kinds}", kinds=tuple(known))
    return Phrase("{name} is no kind of check that could be suppressed", name=name), hint


def _in_order(found: Finding) -> Point:
    place = found.relation.place
    assert place is not None, "every suppression has a place"
    return place.line, place.column


class _Reader:
    """Makes suppressions of comments, and collects what is wrong with them."""

    def __init__(self, path: str, source: str) -> None:
        self.suppressions: list[Suppression] = []
        self.mistakes: list[Finding] = []
        self._open: list[Suppression] = []
        self._source = source
        self._file = Document(path, source, line_starts(source))
        self._count = 0

    def read(self, comment: Comment) -> None:
        """Takes the next comment of the file."""
        if not comment.has_colon:
            self._report(
                comment,
                Phrase("a comment to factcheck needs a colon after its name, and suppresses nothing without"),
                Phrase("write {comment}", comment=_shown(" ".join(comment.said.lstrip("-").split()) or LINE)),
            )
            return
        separator = _BEFORE_REASON.search(comment.said)
        before = comment.said[: separator.start()] if separator else comment.said
        reason = " ".join(comment.said[separator.end() :].split()) if separator else ""
        words = list(_NAME.finditer(before))
        word, names = (words[0][0].lower() if words else ""), words[1:]
        if word == END:
            self._close(comment, [name[0].lower() for name in names])
        elif word in _INSTRUCTIONS:
            # without a separator, what follows the first name may be the reason
            known = self._known(comment, names if separator else names[:1])
            self._begin(comment, word, known, reason)
        else:
            self._report(comment, *_no_instruction(word), words[0] if words else None)

    def finish(self) -> None:
        """Ends the file: a region that is still open suppresses nothing, since nobody said how far it reaches."""
        for each in self._open:
            message = Phrase("this region is never closed, and suppresses nothing")
            advice = Phrase("close it: {comment}", comment=_shown(END))
            self.mistakes.append(finding(each.window.place, message, advice, each.window, Severity.ERROR))
        self.suppressions.sort(key=lambda each: each.number)

    def _known(self, comment: Comment, names: Sequence[re.Match[str]]) -> tuple[str, ...]:
        known = []
        for match in names:
            name = match[0]
            name = name.lower() if name.lower() in (*KINDS, ALL) else name
            mistake = unknown_name(name)
            if mistake is None:
                known.append(name)
            else:
                self._report(comment, *mistake, match)
        if not names:
            self._report(comment, Phrase("it is not said what to suppress"), Phrase("name the kinds of checks, or all"))
        return tuple(dict.fromkeys(known))

    def _begin(self, comment: Comment, word: str, names: tuple[str, ...], reason: str) -> None:
        if not reason:
            example = _shown(f"{word} {', '.join(names) or 'growth'} -- …")
            self._report(
                comment,
                Phrase("a suppression without a reason suppresses nothing"),
                Phrase("say why: {comment}", comment=example),
            )
        if not (names and reason):
            names = ()  # a region still ends where it ends
        self._count += 1
        if word == START:
            after = self._place(comment.end, comment.end)
            start, end = (after.line, after.column), (len(self._file.starts) + 1, 1)
            self._open.append(Suppression(self._count, names, reason, self._window(comment), start, end))
        else:
            start, end = self._lines_of(comment)
            self.suppressions.append(Suppression(self._count, names, reason, self._window(comment), start, end))

    def _close(self, comment: Comment, names: Sequence[str]) -> None:
        """Ends the region that began last; where names are given, the last one of those."""
        fitting = [each for each in self._open if not (names and each.names) or set(names) == set(each.names)]
        if not fitting:
            example = _shown(f"{START} growth -- …")
            self._report(
                comment,
                Phrase("no region is open that this could close"),
                Phrase("open one: {comment}", comment=example),
            )
            return
        self._open.remove(fitting[-1])
        place = self._place(comment.start, comment.end)
        self.suppressions.append(replace(fitting[-1], end=(place.line, place.column)))

    def _lines_of(self, comment: Comment) -> tuple[Point, Point]:
        """The lines for which a comment counts."""
        place = self._place(comment.start, comment.end)
        first, last = place.line, place.end_line
        texts = self._lines_with_text
        at = bisect_left(texts, first)
        if at < len(texts) and texts[at] > last:  # alone, and text comes
            first = last = texts[at]
        return (first, 1), (last + 1, 1)

    @cached_property
    def _lines_with_text(self) -> list[int]:
        """The numbers of the lines in which there is more than comments and tags."""
        bare, starts = without_markup(self._source), self._file.starts
        ends = [*starts[1:], len(bare)]
        return [
            number
            for number, (start, end) in enumerate(zip(starts, ends, strict=True), start=1)
            if _WORD.search(bare, start, end)
        ]

    def _place(self, start: int, end: int) -> Place:
        return self._file.place(start, end)

    def _window(self, comment: Comment, match: re.Match[str] | None = None) -> Window:
        text = _LINE_END.sub(" ", self._source[comment.start : comment.end])
        shift = comment.said_at - comment.start
        span = (0, len(text)) if match is None else (match.start() + shift, match.end() + shift)
        return Window(text, (span,), self._place(comment.start, comment.end))

    def _report(
        self, comment: Comment, message: Phrase, advice: Phrase | None, match: re.Match[str] | None = None
    ) -> None:
        start, end = comment.start, comment.end
        if match is not None:
            start, end = match.start() + comment.said_at, match.end() + comment.said_at
        self.mistakes.append(finding(self._place(start, end), message, advice, self._window(comment, match)))


def _shown(said: str) -> str:
    """A comment that says so."""
    return f"<!-- factcheck: {said} -->"
