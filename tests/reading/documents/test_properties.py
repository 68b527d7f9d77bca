"""For any document made of paragraphs and markup, every figure's place points at its first character in the file."""

from __future__ import annotations

import re
from html import escape

from hypothesis import given
from hypothesis import strategies as st

from factcheck.desk.read import read_document
from factcheck.reading.documents import document_of

WORDS = ("exportations", "du secteur", "pre\u0301vu", "été", "🇲🇦", "\u200fsur", "<& \\", "selon l’office", "a*b", "_")
LINE_ENDS = ("\n", "\r\n", "\r")
NUMBERS = st.lists(st.integers(20_001, 99_998), min_size=1, max_size=8, unique=True)
FILLERS = st.lists(st.sampled_from(WORDS), max_size=4).map(" ".join)

MARKDOWN_WORDS = {"<": "&lt;", "&": "&amp;", "\\": "\\\\", "*": "\\*", "_": "\\_"}
MARKDOWN_INLINE = (
    "{}",
    "**{}**",
    "*{}*",
    "[{}](http://a.ma/11 '12')",
    "<b>{}</b>",
    "`13` {}",
    "![14](15.png) {}",
    "~~16~~ {}",
)
MARKDOWN_BLOCKS = (
    "{0} {1} personnes {2}\n\n",
    "## {0} {1} personnes\n\n",
    "Titre {0} {1} personnes\n===\n\n",
    "- {0}x\n- {1} personnes {2}\n\n",
    "> x {0}\n> {1} personnes\n\n",
    "1. > - {1} personnes\n   >   suite {0}\n\n",
    "| {0} | b |\n|---|---|\n| {2} | {1} personnes |\n\n",
    "```\n{0} 17\n```\n\n{1} personnes\n\n",
    "<div>\n18 % {0}\n</div>\n\n{1} personnes\n\n",
)
HTML_BLOCKS = (
    "<p>{0} {1} personnes {2}</p>\n",
    "<h1 title='19'>{0}\n  {1} personnes</h1>",
    "<ul><li>{0}<li>{1} personnes</ul>\n",
    "<table><tr><td>{0}</td><td>{1} personnes</td></tr></table>",
    "<script>20</script><div>{0} {1}&nbsp;personnes",
    "<p><!-- 21 -->{0}<code>22</code> {1} personnes<br>",
)
HTML_INLINE = ("{}", "<b>{}</b>", "<a href='http://a.ma/23'>{}</a>", "<span class=x>{}</span>", "<sup>7</sup> {}")


def plain(text: str) -> str:
    return text


def markdown_escaped(text: str) -> str:
    return "".join(MARKDOWN_WORDS.get(char, char) for char in text)


@st.composite
def sources(
    draw: st.DrawFn, blocks: tuple[str, ...], inline: tuple[str, ...], escaped: object
) -> tuple[str, list[int]]:
    """A document and the numbers in it, each of which stands there once."""
    numbers = draw(NUMBERS)
    parts = []
    for number in numbers:
        before, after = (escaped(draw(FILLERS)) for _ in range(2))  # type: ignore[operator]
        shown = draw(st.sampled_from(inline)).format(number)
        parts.append(draw(st.sampled_from(blocks)).format(before, shown, after))
    return "".join(parts).replace("\n", draw(st.sampled_from(LINE_ENDS))), numbers


def check(name: str, source: str, numbers: list[int]) -> None:
    reading = read_document(document_of(name, source.encode("utf-8-sig")), lang="fr")
    lines = re.split(r"\r\n|\n|\r", source)
    found = {figure.value: reading.place(figure) for figure in reading.figures}
    for number in numbers:
        line, text = next((at, text) for at, text in enumerate(lines, 1) if str(number) in text)
        assert (found[number].line, found[number].column) == (line, text.index(str(number)) + 1)
        assert lines[found[number].end_line - 1][: found[number].end_column - 1].endswith("personnes")


@given(sources(("{0} {1} personnes {2}\n", "{0}\n\n{1} personnes\n"), ("{}",), plain))
def test_in_plain_text(made: tuple[str, list[int]]) -> None:
    check("draft.txt", *made)


@given(sources(MARKDOWN_BLOCKS, MARKDOWN_INLINE, markdown_escaped))
def test_in_markdown(made: tuple[str, list[int]]) -> None:
    check("draft.md", *made)


@given(sources(HTML_BLOCKS, HTML_INLINE, escape))
def test_in_html(made: tuple[str, list[int]]) -> None:
    check("page.html", *made)


ANY = st.text(st.sampled_from("26 %,.\n\r\t|-#*_`~[](){}<>!&;:\\/\"'=ab1é^"), max_size=60)


@given(ANY, st.sampled_from(("a.txt", "a.md", "a.html")))
def test_whatever_a_file_holds_places_are_in_it(source: str, name: str) -> None:
    read = document_of(name, source.encode())
    lines = re.split(r"\r\n|\n|\r", source)
    for at in range(len(read.text)):
        place = read.place(at, at + 1)
        assert (place.line, place.column) <= (place.end_line, place.end_column)
        assert place.end_column <= len(lines[place.end_line - 1]) + 3
        if name == "a.txt" and not read.text[at].isspace():
            assert lines[place.line - 1][place.column - 1] == read.text[at]


@given(ANY)
def test_the_characters_of_markdown_stand_where_they_are_said_to(source: str) -> None:
    read = document_of("a.md", source.replace("&", "").encode())
    lines = re.split(r"\r\n|\n|\r", source.replace("&", ""))
    for at, char in enumerate(read.text):
        place = read.place(at, at + 1)
        if char.isalnum():
            assert lines[place.line - 1][place.column - 1] == char
