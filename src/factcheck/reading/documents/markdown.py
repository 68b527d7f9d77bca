"""Markdown: the text that readers see, with the places of its characters in the source.

What can be read at sight is read here; the parser is imported for what cannot.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING, Final

from factcheck.reading.documents.document import Document, lines_of
from factcheck.reading.documents.markdown_lines import Lines, add_text
from factcheck.reading.documents.markdown_parts import (
    Part,
    Piece,
    Sort,
    cells,
    has_inline_markup,
    heading,
    is_ordered,
    item,
    parts,
)
from factcheck.reading.documents.markup import BLOCK, SPACE, Markup
from factcheck.reading.documents.matter import day_of, front_matter, language_of, place_of
from factcheck.reading.documents.source import decoded

if TYPE_CHECKING:
    from factcheck.reading.documents.markdown_parser import Parsed

# the day of publication where there is one, before that of writing
_DATE_KEYS: Final = ("publishdate", "pubdate", "published", "date")


def read(path: str, data: bytes) -> Document:
    """The document of a Markdown file (CommonMark with tables and strike-through).

    Front matter gives `lang` (or `language`), `date` (or, as some site generators have it, `publishDate` and the like)
    and `title`. Raises FactcheckError where the file is not text, or where it needs a parser and markdown-it-py is not
    installed; InputError where the front matter is not YAML.
    """
    source = decoded(path, data)
    lines, starts = lines_of(source)
    matter = front_matter(path, lines)
    values = {key.lower(): value for key, value in matter.values.items()}
    title = values.get("title", "")
    title_at = place_of(title, "title", lines[: matter.lines]) if title else None
    lines[: matter.lines] = [""] * matter.lines
    markup = Markup()
    Reading(markup, lines, starts).read(parts(lines))
    text, segments, structure = markup.finished()
    lang = language_of(values.get("lang") or values.get("language"))
    return Document(
        path,
        text,
        starts,
        segments,
        lang=lang,
        title=title,
        title_at=title_at,
        date=next((day for key in _DATE_KEYS if (day := day_of(values.get(key), lang))), None),
        matter=matter.values,
        tables=structure.tables,
        lists=structure.lists,
        headings=structure.headings,
    )


class Reading:
    """Hands the text of all blocks, in order, to a markup."""

    def __init__(self, markup: Markup, lines: Sequence[str], starts: Sequence[int]) -> None:
        self._markup, self._file, self._file_starts = markup, lines, starts
        self._lines, self._starts = lines, starts  # those of the part that is being read
        self._parsed: Parsed | None = None

    def read(self, found: Sequence[Part]) -> None:
        """Reads the parts of the file."""
        for part in found:
            if part.sort is Sort.MARKUP:  # the addresses of links may come after the links
                self._by_parser().add(part)
        for part in found:
            self._lines = self._file[part.first : part.last]
            self._starts = self._file_starts[part.first : part.last]
            if part.sort is Sort.MARKUP:
                self._by_parser().read(part)
            elif part.sort is Sort.HEADING:
                self._pieces(0, [heading(self._lines[0])])
            elif part.sort is Sort.LIST:
                self._list()
            elif part.sort is Sort.TABLE:
                self._table()
            else:
                self._markup.gap(BLOCK)
                self._paragraph("\n".join(self._lines).rstrip(" "))

    def _paragraph(self, content: str) -> None:
        start = self._starts[0]
        as_in_file = self._starts[-1] - start == content.rfind("\n") + 1  # lines end in one character
        if as_in_file and " \n" not in content and not has_inline_markup(content):
            self._markup.verbatim(content.replace("\n", SPACE), start)
        elif as_in_file:
            self._inline(content, lambda offset: start + offset)
        else:
            self._inline(content, Lines(content, self._lines, self._starts).place)

    def _list(self) -> None:
        name = "ol" if is_ordered(self._lines[0]) else "ul"
        self._markup.open(name)
        for at, line in enumerate(self._lines):
            self._pieces(at, [item(line)])
        self._markup.close(name)

    def _table(self) -> None:
        self._markup.open("table")
        for at, line in enumerate(self._lines):
            if at != 1:  # the rule below the headers
                self._markup.open("tr")
                self._pieces(at, cells(line, "td" if at else "th"))
        self._markup.close("table")

    def _pieces(self, at: int, pieces: Sequence[Piece | None]) -> None:
        """Reads what stands in a line of the part."""
        for piece in pieces:
            assert piece is not None, "a part is what it is said to be"
            start = self._starts[at] + piece.start
            self._markup.open(piece.element)
            if piece.text:
                self._inline(piece.text, start.__add__)
            self._markup.close(piece.element)

    def _inline(self, content: str, place: Callable[[int], int]) -> None:
        if has_inline_markup(content):
            self._by_parser().inline(content, place)
        else:
            add_text(self._markup, content, place)

    def _by_parser(self) -> Parsed:
        if self._parsed is None:
            from factcheck.reading.documents.markdown_parser import Parsed

            self._parsed = Parsed(self._markup, self._file, self._file_starts, self._inline)
        return self._parsed
