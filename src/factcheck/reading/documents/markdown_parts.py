"""What of a Markdown file can be read at sight, and what needs the parser.

Most of an article is plain paragraphs, headings, short lists and tables, and the parser takes many times as long for
them as for finding that out. A line that begins with none of the signs that make blocks, and without indentation,
belongs to a paragraph; after an empty line it ends every list and quotation. So a run of such lines and of headings
between empty lines means the same by itself as in its file. So does a run that ends in items of one line each, unless
what comes before or after may belong to the list, and a run of rows with as many bars each. Where in doubt, the parser
decides.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from enum import Enum
from typing import Final

from msgspec import Struct

_BLANK: Final = " \t"
# signs that may begin a block or an underlining, white space, and numbers of items
_BLOCK_START: Final = re.compile(r"[\s#>*+\-_=~`|<\[:]|\d+[.)]")
# without a # after the text, which might be none of it
_HEADING: Final = re.compile(r"(?P<mark>#{1,6}) +(?P<text>[^\s#](?:[^#]*[^\s#])?) *")
# an item of one line, whose text begins no block of its own
_ITEM: Final = re.compile(
    r"(?:(?P<bullet>[-*+])|(?P<number>[0-9]{1,9})(?P<sign>[.)])) (?P<text>(?![\s#>*+\-_=~`|<\[:]|\d+[.)]).*\S) *"
)
# rows without escapes and code, in which a bar might be none
_ROW: Final = re.compile(r"\|(?:[^|\\`]*\|)+ *")
_RULE: Final = re.compile(r"\|(?: *:?-+:? *\|)+ *")
# signs that may mean something within a paragraph; an & without a name and a ; is one
_INLINE: Final = re.compile(r"[\\`~*_\[]|<(?!\s)|&(?:#|[A-Za-z][A-Za-z0-9]*;)")
_SIGN: Final = re.compile(r"[\\`~*_\[<&]")  # the first of each; the quickest to look for
# blocks that empty lines do not end
_OPEN_ENDED: Final = re.compile(r"```|~~~|<(?:script|pre|style|textarea|\?|![^-])", re.IGNORECASE)


class Sort(Enum):
    """What a part of a file is."""

    PARAGRAPH = "paragraph"
    HEADING = "heading"
    LIST = "list"
    TABLE = "table"
    MARKUP = "markup"


class Part(Struct, frozen=True):
    """Lines of a file that can be read by themselves: from the line `first` to before the line `last`."""

    sort: Sort
    first: int
    last: int


class Piece(Struct, frozen=True):
    """A heading, an item or a cell: its element in HTML, its text, and where in its line the text begins."""

    element: str
    text: str
    start: int


def parts(lines: Sequence[str]) -> list[Part]:
    """The parts of a file in order, without empty lines between them; those for the parser are as long as can be."""
    found: list[Part] = []
    for first, last in _runs(lines):
        read = _at_sight(lines, first, last)
        may_go_on = bool(found) and found[-1].sort in (Sort.MARKUP, Sort.LIST)
        if read is not None and not (may_go_on and read[0].sort is Sort.LIST):
            found.extend(read)
            continue
        begin = found.pop().first if may_go_on else first
        if _may_stay_open(lines[first:last]):
            found.append(Part(Sort.MARKUP, begin, len(lines)))
            break
        found.append(Part(Sort.MARKUP, begin, last))
    return found


def heading(line: str) -> Piece | None:
    """The heading that a line is, as far as it can be told at sight."""
    match = _HEADING.fullmatch(line)
    return None if match is None else Piece(f"h{len(match['mark'])}", match["text"], match.start("text"))


def item(line: str) -> Piece | None:
    """The item of one line that a line is, as far as it can be told at sight."""
    match = _ITEM.fullmatch(line)
    return None if match is None else Piece("li", match["text"], match.start("text"))


def is_ordered(line: str) -> bool:
    """Whether an item is numbered."""
    return line[0].isdigit()


def cells(line: str, element: str) -> list[Piece]:
    """The cells of a row, which become that element each."""
    found: list[Piece] = []
    at = 1
    for text in line.split("|")[1:-1]:
        found.append(Piece(element, text.strip(" "), at + len(text) - len(text.lstrip(" "))))
        at += len(text) + 1
    return found


def has_inline_markup(text: str) -> bool:
    """Whether the parser might find more in a block's text than text and the ends of lines."""
    return _SIGN.search(text) is not None and _INLINE.search(text) is not None


def _runs(lines: Sequence[str]) -> Iterator[tuple[int, int]]:
    """The first line of each run between empty lines, and the line after it."""
    first = None
    for at, line in enumerate(lines):
        if line.strip(_BLANK):
            first = at if first is None else first
        elif first is not None:
            yield first, at
            first = None
    if first is not None:
        yield first, len(lines)


def _at_sight(lines: Sequence[str], first: int, last: int) -> list[Part] | None:
    """What a run is made of; None where it needs the parser."""
    if lines[first].startswith("|"):
        return [Part(Sort.TABLE, first, last)] if _is_table(lines[first:last]) else None
    found: list[Part] = []
    for at in range(first, last):
        line = lines[at]
        if (match := _ITEM.fullmatch(line)) is not None:
            interrupts = bool(found) and found[-1].sort is Sort.PARAGRAPH
            if not _are_items(lines[at:last], match) or (interrupts and match["number"] not in (None, "1")):
                return None
            return [*found, Part(Sort.LIST, at, last)]
        if _BLOCK_START.match(line) is None:
            if line.rstrip(" ")[-1].isspace():  # the parser has its own notion of white space
                return None
            if found and found[-1].sort is Sort.PARAGRAPH:
                found[-1] = Part(Sort.PARAGRAPH, found[-1].first, at + 1)
            else:
                found.append(Part(Sort.PARAGRAPH, at, at + 1))
        elif heading(line) is not None:
            found.append(Part(Sort.HEADING, at, at + 1))
        else:
            return None
    return found


def _are_items(lines: Sequence[str], first: re.Match[str]) -> bool:
    """Whether all lines are items of one list."""
    matches = (_ITEM.fullmatch(line) for line in lines)
    return all(
        match is not None and match.group("bullet", "sign") == first.group("bullet", "sign") for match in matches
    )


def _is_table(lines: Sequence[str]) -> bool:
    """Whether a run is a table with as many cells in each row."""
    bars = lines[0].count("|")
    return (
        len(lines) > 1
        and _RULE.fullmatch(lines[1]) is not None
        and all(_ROW.fullmatch(line) and line.count("|") == bars for line in lines)
        # the parser has its own notion of white space
        and all(piece.text == piece.text.strip() for line in lines for piece in cells(line, "td"))
    )


def _may_stay_open(run: Sequence[str]) -> bool:
    """Whether a block may begin in the run that goes on after it."""
    text = "\n".join(run)
    return _OPEN_ENDED.search(text) is not None or text.rfind("<!--") > text.rfind("-->")
