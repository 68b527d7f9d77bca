"""HTML: the text that readers see, with the places of its characters in the source.

The standard library's parser does not say where character references and the ends of text stand, and takes time
that grows with the square of what is never closed; so tags are found here, in one pass. Browsers' rules are
followed where they matter to text: what begins and never ends takes all that follows.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from datetime import date
from html import unescape
from typing import Final

from factcheck.reading.documents.document import Document, line_starts
from factcheck.reading.documents.markup import Markup, is_empty
from factcheck.reading.documents.matter import day_of, language_of
from factcheck.reading.documents.outline import CELLS
from factcheck.reading.documents.source import decoded

_MARKUP: Final = re.compile(r"<(?:(?P<comment>!--)|(?P<end>/)?(?P<name>[a-zA-Z][^\s/>]*)|(?P<other>[!?/]))")
_COMMENT_END: Final = re.compile(r"--!?>|(?<=<!--)-?>")
# the rest of a tag: a > between the quotes of a value does not end it; nothing is ever read twice
_TAG_REST: Final = re.compile(r"""(?:[^>=]++|=\s*+(?:"[^"]*+"|'[^']*+')?+)*+>""")
_ATTRIBUTE: Final = re.compile(r"""([^\s=/>"']+)\s*(?:=\s*(?:"([^"]*)"|'([^']*)'|([^\s>"']+)))?""")
_RAW: Final = {
    name: re.compile(rf"</{name}(?=[\s/>])", re.IGNORECASE)
    for name in ("script", "style", "textarea", "title", "xmp", "iframe", "noembed", "noframes")
}
_DATE_NAMES: Final = frozenset(
    [
        "article:published_time",
        "og:published_time",
        "datepublished",
        "date",
        "pubdate",
        "publishdate",
        "dc.date",
        "dc.date.issued",
        "dcterms.created",
        "dcterms.issued",
        "parsely-pub-date",
    ]
)
# by the HTML standard a cell goes over at most 1 000 columns; more are none
_COUNT: Final = re.compile(r"\s*0*+([1-9]\d{0,2}|1000)(?!\d)", re.ASCII)
_LINKED_DATA: Final = "application/ld+json"
_DATE_PUBLISHED: Final = re.compile(r'"datePublished"\s*:\s*"([^"]{8,40})"')


def read(path: str, data: bytes) -> Document:
    """The document of an HTML file; raises FactcheckError where it is not text.

    The language is that of `<html lang>`; the date that of the metadata, else the first `<time datetime>`.
    """
    source = decoded(path, data)
    markup, head = Markup(), Head()
    feed(markup, source, lambda offset: offset, head)
    text, segments, structure = markup.finished()
    return Document(
        path,
        text,
        line_starts(source),
        segments,
        lang=head.lang,
        title=" ".join(head.title.split()),
        date=head.date,
        tables=structure.tables,
        lists=structure.lists,
        headings=structure.headings,
    )


class Head:
    """What a page says of itself."""

    def __init__(self) -> None:
        self.lang: str | None = None
        self.title = ""
        self._stated: date | None = None
        self._shown: date | None = None

    @property
    def date(self) -> date | None:
        """The day of publication: what the metadata state, else what the page shows first."""
        return self._stated or self._shown

    def tag(self, name: str, source: str) -> None:
        """Takes note of a start tag."""
        if name == "html" and self.lang is None:
            attributes = _attributes(source)
            self.lang = language_of(attributes.get("lang") or attributes.get("xml:lang"))
        elif name == "meta" and self._stated is None:
            attributes = _attributes(source)
            names = (attributes.get(key, "").lower() for key in ("property", "name", "itemprop"))
            if not _DATE_NAMES.isdisjoint(names):
                self._stated = day_of(attributes.get("content"), self.lang)
        elif name == "time" and self._shown is None:
            self._shown = day_of(_attributes(source).get("datetime"), self.lang)

    def raw(self, name: str, tag: str, content: str) -> None:
        """Takes note of an element whose content is not markup."""
        if name == "title" and not self.title:
            self.title = unescape(content)
        elif name == "script" and self._stated is None and _LINKED_DATA in tag:
            match = _DATE_PUBLISHED.search(content)
            self._stated = day_of(match[1]) if match else None


def _reach(name: str, tag: str) -> tuple[int, int]:
    """How many columns and rows an element goes over."""
    if name not in CELLS or "span" not in tag.lower():
        return 1, 1
    attributes = _attributes(tag)
    columns, rows = (_COUNT.match(attributes.get(key, "")) for key in ("colspan", "rowspan"))
    return int(columns[1]) if columns else 1, int(rows[1]) if rows else 1


def _attributes(tag: str) -> Mapping[str, str]:
    """The attributes of a start tag, names in lower case; of two of one name the first."""
    attributes: dict[str, str] = {}
    for name, *values in _ATTRIBUTE.findall(tag):
        attributes.setdefault(name.lower(), unescape("".join(values)))
    return attributes


def feed(markup: Markup, source: str, place: Callable[[int], int], head: Head | None = None) -> None:
    """Hands the elements and the text of an HTML source to `markup`; `place` turns its offsets into the file's."""
    at = text_start = 0
    while (match := _MARKUP.search(source, at)) is not None:
        if match.start() > text_start:
            markup.html_text(source, text_start, match.start(), place)
        end = _end_of(source, match)
        if end is None:  # begun and never ended
            return
        name = (match["name"] or "").lower()
        if name and match["end"]:
            markup.close(name)
        elif name:
            tag = source[match.end() : end]
            if head is not None:
                head.tag(name, tag)
            end = _opened(markup, name, tag, source, end, head)
        at = text_start = end
    if text_start < len(source):
        markup.html_text(source, text_start, len(source), place)


def _end_of(source: str, match: re.Match[str]) -> int | None:
    """Where what the match begins ends; None where it never does."""
    if match["comment"]:
        end = _COMMENT_END.search(source, match.end())
    elif match["name"]:
        end = _TAG_REST.match(source, match.end())
    else:
        found = source.find(">", match.end())
        return None if found < 0 else found + 1
    return None if end is None else end.end()


def _opened(markup: Markup, name: str, tag: str, source: str, end: int, head: Head | None) -> int:
    """Begins an element whose start tag ends at `end`; returns where to go on, after the content that is no markup."""
    markup.open(name, *_reach(name, tag))
    if name in _RAW:
        closing = _RAW[name].search(source, end)
        after = len(source) if closing is None else closing.start()
        if head is not None:
            head.raw(name, tag, source[end:after])
        if closing is None:
            markup.close(name)
        return after
    if is_empty(name):
        markup.close(name)
    return end
