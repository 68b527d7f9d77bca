"""The pages of the manual in pieces: what translators translate, and what is laid out again."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import groupby

from msgspec import Struct


class Piece(Struct, frozen=True):
    """A heading or a paragraph of a page, on one line.

    indented   whether it stands below a heading
    """

    text: str
    indented: bool


def pieces(page: str) -> Iterator[Piece]:
    """The page from top to bottom: indented lines in a row are one paragraph, any other line is a piece of its own.

    An empty line is a piece without text. The catalogues and the layout both cut pages here: a piece's text is its
    key in gettext.
    """
    for indented, lines in groupby(page.splitlines(), key=lambda line: line.startswith(" ")):
        if indented:
            yield Piece(" ".join(line.strip() for line in lines), indented)
        else:
            yield from (Piece(line, indented) for line in lines)
