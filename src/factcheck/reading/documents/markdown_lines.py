"""Where the text of Markdown's blocks stands in the lines of the file, and text without markup."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Callable, Sequence

from factcheck.reading.documents.markup import LINE, SPACE, Markup


class Lines:
    """Where the content of a block stands, line by line: each line of it ends a line of the file."""

    def __init__(self, content: str, lines: Sequence[str], starts: Sequence[int]) -> None:
        self._inside: list[int] = []
        self._outside: list[int] = []
        offset = at = 0
        for text in content.split("\n"):
            stripped = text.strip()
            if stripped:
                # lines that the parser stripped off as a whole
                while at < len(lines) - 1 and not lines[at].rstrip().endswith(stripped):
                    at += 1
                self._inside.append(offset + text.index(stripped))
                self._outside.append(starts[at] + max(lines[at].rstrip().rfind(stripped), 0))
            at += 1
            offset += len(text) + 1
            if at >= len(lines):
                break

    def place(self, offset: int) -> int:
        """From an offset in the content to one in the file."""
        if not self._inside:
            return 0
        at = max(bisect_right(self._inside, offset) - 1, 0)
        return self._outside[at] + offset - self._inside[at]


def add_text(markup: Markup, content: str, place: Callable[[int], int]) -> None:
    """Adds the text of a block without markup; two spaces or more end a line for the reader, too.

    `place` turns an offset in the content into one in the file.
    """
    start = 0
    lines = content.split("\n")
    for number, line in enumerate(lines, 1):
        text = line.lstrip(" \t") if number > 1 else line
        at = start + len(line) - len(text)
        start += len(line) + 1
        if number == len(lines):
            add_verbatim(markup, text, at, place)
            return
        shown = text.rstrip(" ")
        add_verbatim(markup, shown, at, place)
        markup.gap(SPACE if len(text) < len(shown) + 2 else LINE)


def add_verbatim(markup: Markup, text: str, start: int, place: Callable[[int], int]) -> None:
    """Adds text that begins at `start` in the content of a block."""
    if not text:
        return
    first, last = place(start), place(start + len(text) - 1)
    if last - first == len(text) - 1:
        markup.verbatim(text, first)
        return
    for at, character in enumerate(text, start):  # a cell with a pipe in it
        markup.verbatim(character, place(at))
