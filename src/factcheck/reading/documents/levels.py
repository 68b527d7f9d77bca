"""Lists whose items stand one after the other and say how deep, as in plain text and word processors."""

from __future__ import annotations

from collections.abc import Hashable

from msgspec import Struct

from factcheck.reading.documents.outline import Outline


class _Level(Struct):
    """A list that is open: how deep it stands, what its items have in common, and the number of the last one."""

    depth: int
    style: Hashable
    number: int | None


class Levels:
    """Tells an outline of the lists that such items make."""

    def __init__(self, outline: Outline) -> None:
        self._outline = outline
        self._open: list[_Level] = []

    def item(self, depth: int, style: Hashable, *, ordered: bool, number: int | None, line: int, start: int) -> None:
        """An item whose line begins at `line` in the text and whose own text at `start`.

        It goes on the list of that depth where its style is the same and its number, if any, a higher one; else it
        begins another.
        """
        self._close_until(depth, line)
        last = self._open[-1] if self._open and self._open[-1].depth == depth else None
        if last is not None and last.style == style and (number is None or number > (last.number or 0)):
            self._outline.close("li", line)
            last.number = number
        else:
            if last is not None:
                self._close_until(depth - 1, line)
            self._open.append(_Level(depth, style, number))
            self._outline.open("ol" if ordered else "ul", line)
        self._outline.open("li", start)

    def end(self, at: int) -> None:
        """All lists end."""
        self._close_until(-1, at)

    def _close_until(self, depth: int, at: int) -> None:
        while self._open and self._open[-1].depth > depth:
            self._open.pop()
            self._outline.close("ul", at)
