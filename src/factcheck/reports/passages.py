"""Passages of drafts on a grid of cells: as much of a sentence as has room, with carets under its figures."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import accumulate, pairwise
from typing import Final

from msgspec import Struct

from factcheck.reports.layout import advances, visible

CUT: Final = "…"
_SURROUNDINGS: Final = 10
"""Cells around figures that stand together on a line; what needs more room than that goes on lines of its own."""

Spans = Sequence[tuple[int, int]]


class Strip(Struct, frozen=True):
    """A piece of a passage, and the carets that stand under its figures; both are free of spaces at the end."""

    text: str
    carets: str


def strips(text: str, spans: Spans, cells: int) -> list[Strip]:
    """A passage in strips of at most so many cells: one where all of it or all its figures have room, else several.

    `spans` are the figures, as offsets in the text; without any the beginning is shown. Where anything is cut an
    ellipsis stands, and cuts fall between words. Line ends come out as spaces, what could steer a terminal as escapes.
    """
    shown, marked = _shown(text, _merged(spans))
    passage = _Passage(shown, (0, *accumulate(advances(shown))))
    if passage.width(0, len(shown)) <= cells:
        return [passage.strip((0, len(shown)), marked)]
    groups = list(_groups(passage, marked or [(0, 0)], cells - _SURROUNDINGS))
    limits = [0, *(passage.between(*pair) for pair in pairwise(groups)), len(shown)]
    return [passage.strip(passage.frame(group, limits[at : at + 2], cells), marked) for at, group in enumerate(groups)]


def _merged(spans: Spans) -> list[tuple[int, int]]:
    """The spans in order, those that overlap as one."""
    merged: list[tuple[int, int]] = []
    for start, end in sorted(spans):
        if merged and start < merged[-1][1]:
            merged[-1] = (merged[-1][0], max(end, merged[-1][1]))
        else:
            merged.append((start, end))
    return merged


def _shown(text: str, spans: Spans) -> tuple[str, list[tuple[int, int]]]:
    """The text as people may see it, and where the spans are in that."""
    seen = [" " if char == "\n" else "" if char == "\r" else visible(char) for char in text]
    offsets = [0, *accumulate(map(len, seen))]
    shown = "".join(seen)
    start, end = len(shown) - len(shown.lstrip(" ")), len(shown.rstrip(" "))
    inside = [(max(offsets[first], start) - start, min(offsets[after], end) - start) for first, after in spans]
    return shown[start:end], [(first, after) for first, after in inside if first < after]


def _groups(passage: _Passage, spans: Spans, cells: int) -> Iterator[list[tuple[int, int]]]:
    """The spans that fit into so many cells together; one that is wider stands alone."""
    group: list[tuple[int, int]] = []
    for span in spans:
        if group and passage.width(group[0][0], span[1]) > cells:
            yield group
            group = []
        group.append(span)
    yield group


class _Passage(Struct, frozen=True):
    """A passage as people may see it, and in which cell each of its characters begins."""

    shown: str
    cells: tuple[int, ...]

    def width(self, start: int, end: int) -> int:
        return self.cells[end] - self.cells[start]

    def between(self, here: Spans, following: Spans) -> int:
        """Where the surroundings of one group end and those of the next begin: about in the middle."""
        end, start = here[-1][1], following[0][0]
        middle = (end + start) // 2
        return next((at for at in range(middle, start) if self._parts(at)), middle)

    def frame(self, group: Spans, limits: Sequence[int], cells: int) -> tuple[int, int]:
        """From where to where a group is shown between its limits, with room for an ellipsis on either side."""
        start, end = group[0][0], group[-1][1]
        spare = cells - self.width(start, end) - 2 * len(CUT)
        if spare < 0:
            return start, next(at for at in range(end, start, -1) if self.width(start, at) <= cells - 2 * len(CUT))
        # what leads to a figure tells more than what follows; what is not needed on one side serves on the other
        right = max(spare // 3, spare - self.width(limits[0], start))
        begin = self._first(start, limits[0], spare - min(right, self.width(end, limits[1])))
        return begin, self._last(end, limits[1], spare - self.width(begin, start))

    def _first(self, start: int, limit: int, room: int) -> int:
        fitting = (at for at in range(limit, start) if self.width(at, start) <= room)
        return next((at for at in fitting if at == 0 or self._parts(at)), start)

    def _last(self, end: int, limit: int, room: int) -> int:
        fitting = (at for at in range(limit, end, -1) if self.width(end, at) <= room)
        return next((at for at in fitting if at == len(self.shown) or self._parts(at)), end)

    def _parts(self, at: int) -> bool:
        """Whether the text may be cut there: at a space, or beside a wide character, which stands for a word."""
        if " " in self.shown[at - 1 : at + 1]:
            return True
        return self.width(at, at + 1) > 0 and self.width(at - 1, at + 1) > 2

    def strip(self, frame: tuple[int, int], spans: Spans) -> Strip:
        """What is in the frame, with ellipses where the text goes on."""
        start, end = frame
        while start < end and self.shown[start] == " ":
            start += 1
        while start < end and self.shown[end - 1] == " ":
            end -= 1
        before, after = CUT if start > 0 else "", CUT if end < len(self.shown) else ""
        carets = ""
        for first, last in spans:
            if first < end and last > start:
                begin = len(before) + self.width(start, max(first, start))
                marks = "^" * max(1, self.width(max(first, start), min(last, end)))
                carets += " " * (begin - len(carets)) + marks
        return Strip(before + self.shown[start:end] + after, carets)
