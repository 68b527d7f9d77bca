"""The structure of plain text, as its lines show it: lists, tables and a title.

    - a line that begins with a dash, a bullet, a number or a letter is an item, as far as lines beside it are, too;
    - so are lines such as "Name (ABC) : 5,25 milliards" after a line that ends in a colon;
    - three lines or more with as many tabs or bars each are a table;
    - a first line that is short, does not end like a sentence and has an empty line after it is a heading.

Plain text has no rules to go by, so whatever is not clear is no structure: a wrong list is worse than none.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import Final

from msgspec import Struct

from factcheck.reading.documents.levels import Levels
from factcheck.reading.documents.outline import Outline
from factcheck.reading.documents.structure import ItemList, Span, Structure, Table, has_head

MOST_TEXT: Final = 5_000_000
"""Characters of a text whose lines are looked at one by one; longer than any draft."""
LONGEST_HEADING: Final = 120
"""Characters of a line that may be a heading."""
FEWEST_ITEMS: Final = 2
FEWEST_ROWS: Final = 3
_INDENT: Final = 2  # spaces by which an item that stands in another is indented at least

_ITEM: Final = re.compile(
    r"(?P<indent>\s*)(?:(?P<bullet>[-*•‣▪◦●–])|\(?(?:(?P<number>\d{1,2})|(?P<letter>[a-z]))(?:[.)]|°))\s+(?=\S)"
)
_PAIR: Final = re.compile(r"\s*[^\s:][^:]{0,80}:\s+\D{0,30}\d")
_INTRODUCTION_END: Final = re.compile(r":\s*$")
# what ends a sentence or an item
_STOPS: Final = (".", ";", ":", "!", "?", "…", ",")
_RULE: Final = re.compile(r"[\s|+:=-]*-[\s|+:=-]*")


class _Line(Struct, frozen=True):
    """A line that is not empty: where it begins in the text, and what it would be as an item."""

    start: int
    text: str
    item: re.Match[str] | None
    after_blank: bool

    @property
    def end(self) -> int:
        return self.start + len(self.text)


def structure_of(text: str, start: int = 0, end: int | None = None) -> Structure:
    """The structure of a text, or of a page of it from `start` to `end`."""
    page = text[start:end]
    if len(page) > MOST_TEXT:
        return Structure()
    lines = list(_lines(page, start))
    if not lines:
        return Structure()
    lists = (*_item_lists(lines, text), *_pair_lists(lines))
    return Structure(
        tuple(_tables(lines, text)), tuple(sorted(lists, key=lambda listed: listed.items[0])), tuple(_heading(lines))
    )


def _lines(page: str, offset: int) -> Iterator[_Line]:
    after_blank = False
    for line in page.split("\n"):
        if line and not line.isspace():
            yield _Line(offset, line, _ITEM.match(line), after_blank)
            after_blank = False
        else:
            after_blank = True
        offset += len(line) + 1


def _heading(lines: Sequence[_Line]) -> Iterator[Span]:
    first = lines[0]
    shown = first.text.strip()
    if (
        len(lines) > 1
        and lines[1].after_blank
        and len(shown) <= LONGEST_HEADING
        and not shown.endswith(_STOPS)
        and first.item is None
        and any(char.isalpha() for char in shown)
        and _separator(first) is None
    ):
        yield _shown(first.start, first.text)


class _Block(Struct):
    """Items with nothing else between them, and where the last one ends; doubtful where something may be missing."""

    items: list[_Line]
    end: int
    doubtful: bool = False


def _blocks(lines: Sequence[_Line]) -> list[_Block]:
    """The runs of items.

    Text that follows an item without an empty line, and has another item after it, may be part of the item or not:
    the runs on both sides are doubtful then.
    """
    blocks: list[_Block] = []
    is_open = touches = False
    for at, line in enumerate(lines):
        if line.item is not None:
            doubtful = touches and not line.after_blank and not _INTRODUCTION_END.search(lines[at - 1].text)
            if is_open:
                blocks[-1].items.append(line)
                blocks[-1].end = line.end
            else:
                if doubtful:
                    blocks[-1].doubtful = True
                blocks.append(_Block([line], line.end, doubtful))
            is_open, touches = True, False
        elif is_open and _goes_on(blocks[-1].items[-1], lines[at - 1], line):
            blocks[-1].end = line.end
        else:
            touches = (is_open or touches) and not line.after_blank
            is_open = False
    return blocks


def _goes_on(item: _Line, before: _Line, line: _Line) -> bool:
    """Whether a line goes on an item: it is indented more, or it goes on the sentence of the line before."""
    assert item.item is not None, "asked about items"
    indent = len(line.text) - len(line.text.lstrip())
    if line.after_blank:
        return indent >= item.item.end()
    return indent > item.item.end("indent") or _goes_on_sentence(before, line)


def _goes_on_sentence(before: _Line, line: _Line) -> bool:
    first = line.text.lstrip()[0]
    return not line.after_blank and not before.text.rstrip().endswith(_STOPS) and (first.islower() or first.isdigit())


def _item_lists(lines: Sequence[_Line], text: str) -> Iterator[ItemList]:
    outline = Outline()
    for block in _blocks(lines):
        levels = Levels(outline)
        for line in block.items if not block.doubtful else ():
            match = line.item
            assert match is not None, "blocks are made of items"
            depth = len(match["indent"].expandtabs(_INDENT)) // _INDENT
            style, number = _style(match)
            start = line.start + match.end()
            levels.item(depth, style, ordered=number is not None, number=number, line=line.start, start=start)
        levels.end(block.end)
    return (listed for listed in outline.finished(text).lists if len(listed.items) >= FEWEST_ITEMS)


def _style(item: re.Match[str]) -> tuple[str, int | None]:
    """What items of one list have in common, and the number of one that has any."""
    if item["bullet"]:
        return item["bullet"], None
    if item["number"]:
        return "number", int(item["number"])
    return "letter", ord(item["letter"])


def _pair_lists(lines: Sequence[_Line]) -> Iterator[ItemList]:
    """Lists without bullets: a name, a colon and a figure on each line."""
    at = 1
    while at < len(lines):
        end = at
        if _INTRODUCTION_END.search(lines[at - 1].text):
            while end < len(lines) and lines[end].item is None and _PAIR.match(lines[end].text):
                end += 1
            # a last line that goes on may hide more of them
            is_whole = end == len(lines) or not _goes_on_sentence(lines[end - 1], lines[end])
            if end - at >= FEWEST_ITEMS and is_whole:
                yield ItemList(tuple(_shown(line.start, line.text) for line in lines[at:end]))
        at = max(end, at + 1)


def _tables(lines: Sequence[_Line], text: str) -> Iterator[Table]:
    rows: list[tuple[Span, ...]] = []
    shape: tuple[str, int] | None = None
    ruled = False
    for line in [*lines, None]:
        if line is not None and _RULE.fullmatch(line.text) and (rows and not line.after_blank):
            ruled = ruled or len(rows) == 1
            continue
        separator = None if line is None else _separator(line)
        found = None if line is None or separator is None else _cells(line, separator)
        now = None if separator is None or found is None else (separator, len(found))
        if line is None or now is None or now != shape or line.after_blank:
            if len(rows) >= FEWEST_ROWS and any(_is_divided(row) for row in rows):
                yield Table(tuple(rows), int(ruled or has_head(rows, text)))
            rows, ruled = [], False
        if line is not None and found is not None:
            rows.append(tuple(_shown(start, cell) for start, cell in found))
        shape = now


def _is_divided(row: Sequence[Span]) -> bool:
    return sum(start < end for start, end in row) > 1


def _separator(line: _Line) -> str | None:
    """What is between the cells of a line that may be a row."""
    if line.item is not None:
        return None
    return next((sign for sign in "\t|" if sign in line.text), None)


def _cells(line: _Line, separator: str) -> list[tuple[int, str]]:
    """The cells of a row: where each begins, and its text with the white space around it."""
    start, text = line.start, line.text
    if separator == "|":
        start, text = _shown(start, text)[0], text.strip()
        if text.startswith("|"):
            start, text = start + 1, text[1:]
        text = text.removesuffix("|")
    cells = []
    for cell in text.split(separator):
        cells.append((start, cell))
        start += len(cell) + 1
    return cells


def _shown(start: int, text: str) -> Span:
    """Where a piece of text stands without the white space around it."""
    begin = start + len(text) - len(text.lstrip())
    return (begin, start + len(text.rstrip())) if text.strip() else (start, start)
