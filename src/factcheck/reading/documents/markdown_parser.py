"""What needs the parser in Markdown.

markdown-it-py finds the structure. It tells of a block which lines it takes, and of what stands in a line nothing;
`Lines` and `Row` find a block's text in its lines again, and the rule `mark` notes where the parser of lines is
whenever it begins something new.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Callable, Sequence
from functools import lru_cache
from typing import TYPE_CHECKING, Any, Final

from factcheck.reading.documents import html
from factcheck.reading.documents.extra import missing
from factcheck.reading.documents.markdown_lines import Lines, add_verbatim
from factcheck.reading.documents.markdown_parts import Part
from factcheck.reading.documents.markup import BLOCK, LINE, SPACE, Markup, is_empty
from factcheck.reading.documents.outline import ELEMENTS

if TYPE_CHECKING:
    from markdown_it import MarkdownIt
    from markdown_it.rules_inline import StateInline
    from markdown_it.token import Token

Place = Callable[[int], int]
"""From an offset in the content of a block to one in the file."""

_TAG: Final = re.compile(r"<(?P<end>/)?(?P<name>[a-zA-Z][\w-]*)")
_FOOTNOTE: Final = re.compile(r"\[\^[^\]\s]{1,40}\]:?")
_NOTES: Final = "notes"
# levels of nesting that are read, an item of a list being two; what is deeper is left out
_DEEPEST: Final = 100
# the same within a line; the parser looks as many times at each bracket that is never closed
_DEEPEST_INLINE: Final = 20

# What a row of a table may begin with: the marks of the lists and quotations that it stands in, and a pipe.
_ROW_START: Final = re.compile(r"(?:[\s>]|[-+*]\s|\d{1,9}[.)]\s)*+\|?")
_PIPE: Final = re.compile(r"(?<!\\)\|")
_ESCAPED_PIPE: Final = "\\|"


class Parsed:
    """Hands the text of what was parsed to a markup, and that of what may hold no markup to `inline`."""

    def __init__(
        self, markup: Markup, lines: Sequence[str], starts: Sequence[int], inline: Callable[[str, Place], None]
    ) -> None:
        self._markup, self._file, self._file_starts, self._inline = markup, lines, starts, inline
        self._lines, self._starts = lines, starts  # those of the part that is being read
        self._tokens: dict[int, list[Token]] = {}
        self._environment: dict[str, Any] = {}
        self._row: Row | None = None

    def add(self, part: Part) -> None:
        """Finds the blocks of a part; links in others then know the addresses in it."""
        parser = _parser(_DEEPEST)
        tokens: list[Token] = []
        parser.block.parse("\n".join(self._file[part.first : part.last]), parser, self._environment, tokens)
        self._tokens[part.first] = tokens

    def read(self, part: Part) -> None:
        """Reads the blocks of a part that was added."""
        self._lines = self._file[part.first : part.last]
        self._starts = self._file_starts[part.first : part.last]
        sharps = ""
        for token in self._tokens.pop(part.first):
            self._markup.gap(BLOCK)
            if token.nesting and token.tag in ELEMENTS:
                (self._markup.open if token.nesting > 0 else self._markup.close)(token.tag)
            if token.type == "heading_open":
                sharps = token.markup
            elif token.type == "tr_open" and token.map:
                line = token.map[0]
                self._row = Row(self._lines[line], self._starts[line])
            elif token.type == "tr_close":
                self._row = None
            elif token.type == "inline" and token.map and token.content:
                self._inline(token.content, self._place(token, sharps))
            elif token.type == "html_block" and token.map:
                html.feed(self._markup, token.content, self._place(token, ""))
            if token.type != "heading_open":
                sharps = ""

    def _place(self, token: Token, sharps: str) -> Callable[[int], int]:
        """From an offset in the content of a block to one in the file."""
        if self._row is not None:
            return self._row.cell(token.content)
        assert token.map is not None, "asked by the caller"
        first, last = token.map
        if sharps[:1] == "#":
            # what follows the text of such a heading may be more #
            line = self._lines[first]
            match = re.search(re.escape(sharps) + r"[ \t]+(?=" + re.escape(token.content) + ")", line)
            start = self._starts[first] + (match.end() if match else 0)
            return lambda offset: start + offset
        return Lines(token.content, self._lines[first:last], self._starts[first:last]).place

    def inline(self, content: str, place: Callable[[int], int]) -> None:
        """Reads the content of a block; `place` turns an offset in it into one in the file."""
        notes = Notes()
        self._environment[_NOTES] = notes
        parser = _parser(_DEEPEST_INLINE)
        tokens = notes.tokens
        parser.inline.parse(content, parser, self._environment, tokens)
        in_address = False
        for token, start in zip(tokens, notes.starts(len(tokens)), strict=True):
            if token.markup == "autolink":
                in_address = token.nesting > 0
            elif not in_address:
                self._piece(token, content, start, place)

    def _piece(self, token: Token, content: str, start: int, place: Callable[[int], int]) -> None:
        markup = self._markup
        match token.type:
            case "text" if token.content and content.startswith(token.content, start):
                add_verbatim(markup, token.content, start, place)
            case "text" | "text_special":
                at = place(start)
                markup.verbatim(token.content, at, at + max(len(token.markup), 1))
            case "softbreak":
                markup.gap(SPACE)
            case "hardbreak":
                markup.gap(LINE)
            case "s_open":
                markup.open("s")
            case "s_close":
                markup.close("s")
            case "html_inline":
                _tag(markup, token.content)


def _tag(markup: Markup, source: str) -> None:
    tag = _TAG.match(source)
    if tag is None:
        return
    name = tag["name"].lower()
    if not tag["end"]:
        markup.open(name)
    if tag["end"] or is_empty(name):
        markup.close(name)


class Row:
    """Where the cells of a row of a table stand."""

    def __init__(self, line: str, start: int) -> None:
        self._start = start
        opening = _ROW_START.match(line)
        at = opening.end() if opening else 0
        ends = [match.start() for match in _PIPE.finditer(line, at)]
        self._cells: list[tuple[str, int]] = []
        for first, end in zip([at, *(end + 1 for end in ends)], [*ends, len(line)], strict=True):
            cell = line[first:end].lstrip()
            self._cells.append((cell.rstrip(), start + end - len(cell)))
        self._next = 0

    def cell(self, content: str) -> Callable[[int], int]:
        """From an offset in the content of the next cell that is not empty to one in the file."""
        for at in range(self._next, len(self._cells)):
            cell, start = self._cells[at]
            if cell.replace(_ESCAPED_PIPE, "|").strip() == content.strip():
                self._next = at + 1
                # the parser takes the backslashes before pipes away
                pipes = [found.start() - number for number, found in enumerate(re.finditer(r"\\\|", cell))]
                return lambda offset: start + offset + bisect_right(pipes, offset)
        return lambda _: self._start


class Notes:
    """What is noted while the parser goes through a line: where it was at each number of tokens.

    tokens    the list that the parser fills
    firsts    the last place without pending text: where the text begins that becomes the next token
    lasts     the last place at all: where that begins which comes after the text
    """

    def __init__(self) -> None:
        self.tokens: list[Token] = []
        self.firsts: dict[int, int] = {}
        self.lasts: dict[int, int] = {}

    def note(self, state: StateInline) -> None:
        """Notes where the parser is."""
        count = len(state.tokens)
        if not state.pending:
            self.firsts[count] = state.pos
        self.lasts[count] = state.pos

    def starts(self, count: int) -> list[int]:
        """Where each of the tokens begins; those that one rule makes begin together, or follow each other."""
        starts: list[int] = []
        last = 0
        for at in range(count):
            if at in self.firsts:
                starts.append(self.firsts[at])
                # pending text came before what the rule at the last place made
                pending = self.lasts[at] != self.firsts[at]
                last = self.lasts[at] if pending else self.firsts[at] + len(self.tokens[at].content)
            else:
                starts.append(last)
                last += len(self.tokens[at].content) if self.tokens[at].type == "text" else 0
        return starts


@lru_cache(maxsize=2)
def _parser(deepest: int) -> MarkdownIt:
    """CommonMark with tables, strike-through, and marks of footnotes, which are no text; so many levels deep."""
    try:
        from markdown_it import MarkdownIt
    except ImportError as error:
        raise missing("Markdown", "markdown-it-py") from error
    parser = (
        MarkdownIt("commonmark", {"maxNesting": deepest}).enable(["table", "strikethrough"]).disable("fragments_join")
    )
    parser.inline.ruler.before("text", "mark", _mark)
    parser.inline.ruler.before("link", "footnote", _footnote)
    return parser


def _mark(state: StateInline, silent: bool) -> bool:
    """A rule that never matches: it notes where the parser is."""
    notes = state.env[_NOTES]
    if not silent and state.tokens is notes.tokens:  # the text of an image is read on the side
        notes.note(state)
    return False


def _footnote(state: StateInline, silent: bool) -> bool:
    """A rule for `[^1]`, and for `[^1]:` before the note."""
    match = _FOOTNOTE.match(state.src, state.pos, state.posMax)
    if match is None:
        return False
    if not silent:
        state.push("footnote", "", 0)
    state.pos = match.end()
    return True
