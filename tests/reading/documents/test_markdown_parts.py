"""What is read at sight in Markdown reads as the parser reads it; and an article without markup needs no parser."""

from __future__ import annotations

import subprocess
import sys
from unittest.mock import patch

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st
from markdown_it.parser_inline import ParserInline
from markdown_it.rules_inline import StateInline

from factcheck.reading.documents import Document, document_of, markdown
from factcheck.reading.documents.markdown_parts import Part, Sort, has_inline_markup, parts

P, H, L, T, M = Sort.PARAGRAPH, Sort.HEADING, Sort.LIST, Sort.TABLE, Sort.MARKUP


@pytest.mark.parametrize(
    ("source", "found"),
    [
        ("", []),
        ("\n \n\t\n", []),
        ("Il y a 26 emplois\net 27 %.\n\nPuis 28.", [(P, 0, 2), (P, 3, 4)]),
        ("# Titre\nSuite\n## Titre\n", [(H, 0, 1), (P, 1, 2), (H, 2, 3)]),
        ("# Titre #\n\n#Non\n\n####### Non", [(M, 0, 5)]),
        ("Titre\n===\n\nSuite", [(M, 0, 2), (P, 3, 4)]),
        ("- a\n\n  b\n\nc\n\n1. d", [(M, 0, 3), (P, 4, 5), (L, 6, 7)]),
        ("a | b\n-|-\nc\n\nd", [(M, 0, 3), (P, 4, 5)]),
        ("- a\n- b\n\nc", [(L, 0, 2), (P, 3, 4)]),
        ("Soit :\n1. a\n2. b", [(P, 0, 1), (L, 1, 3)]),
        ("Soit :\n2. a\n3. b\n\n2. a", [(M, 0, 5)]),
        ("- a\n- b\n\n- c\n\nd\n\n- e", [(M, 0, 4), (P, 5, 6), (L, 7, 8)]),
        ("- a\n* b\n\nc\n\n- a\nb", [(M, 0, 2), (P, 3, 4), (M, 5, 7)]),
        ("| a | b |\n|---|:-:|\n|1|| \n\n- c", [(T, 0, 3), (L, 4, 5)]),
        ("| a | b |\n|---|\n\nc\n\n| a |\n|-|\n| b | c |", [(M, 0, 2), (P, 3, 4), (M, 5, 8)]),
        ("> a\nb\n\nc", [(M, 0, 2), (P, 3, 4)]),
        ("26,2 %\n\n26. x", [(P, 0, 1), (L, 2, 3)]),
        ("a\n\n```\nb\n\nc\n\nd", [(P, 0, 1), (M, 2, 8)]),
        ("<!-- a -->\nb\n\nc\n\n<!--\n\nd\n\n-->", [(M, 0, 2), (P, 3, 4), (M, 5, 10)]),
        ("<script>\n\na", [(M, 0, 3)]),
        ("a\n    b\n\nc\t\n\nd\u00a0\n\n\u00a0e", [(M, 0, 8)]),
    ],
)  # fmt: skip
def test_parts_of_a_file(source: str, found: list[tuple[Sort, int, int]]) -> None:
    assert parts(source.split("\n")) == [Part(*each) for each in found]


@pytest.mark.parametrize("text", ["26,2 % (+3) d’euros", "R&D", "a < 5", "l'été : 5 $ !", "S&P 500 ; x]"])
def test_text_without_markup(text: str) -> None:
    assert not has_inline_markup(text)


@pytest.mark.parametrize("text", ["*a*", "_a", "`a", "[a]", "a\\", "~~a~~", "&amp;", "&#32;", "<b>", "<a@b.c>"])
def test_text_that_may_hold_markup(text: str) -> None:
    assert has_inline_markup(text)


def by_parser(source: str) -> Document:
    """The document of a Markdown file of which nothing is read at sight."""
    with (
        patch.object(markdown, "parts", lambda lines: [Part(Sort.MARKUP, 0, len(lines))]),
        patch.object(markdown, "has_inline_markup", lambda _: True),
    ):
        return document_of("a.md", source.encode())


def assert_read_alike(source: str) -> None:
    read, expected = document_of("a.md", source.encode()), by_parser(source)
    assert read.text == expected.text
    assert (read.tables, read.lists, read.headings) == (expected.tables, expected.lists, expected.headings)
    for at, char in enumerate(read.text):
        if not char.isspace():
            assert read.place(at, at + 1) == expected.place(at, at + 1)


SIGNS = st.text(
    st.sampled_from("26.,ab é\n\n\n\r\t-+|#*_`~[](){}<>!?&;:=\\/\"'^\u00a0\u2028\x0b\x1f\x85"), max_size=50
).filter(
    lambda text: not text.startswith("---")  # front matter
)
LINES = (
    "", "", "", " ", "Il y a 26 %", "puis 27  ", "fin\t", "d’euros\u00a0", "26,2 Md", "3. x", "# Titre", "## a #", "#b",
    "- a", "- a", "  suite", "* b", "1) c", "> d", "---", "===", "a | b", "|-|-|", "| c | d |", "    code", "\ta",
    "```", "~~~", "<div>", "</div>", "<!-- x -->", "<!--", "-->", "<pre>", "a *b", "c* d", "[a]", "[a]: b", "`x",
    "x` &eacute; &b", "<b>y", "y</b>", "a\\", "[^1]: z", "\u00a0", "\x1f", "a <5 @ b>", "<![CDATA[", "]]>", "<?php",
    "?>", "<sup>", "1", "</sup>", "<del>", "</del>", "<ul><li>", "</ul>", "<table>", "<td>", "x  ", "    y",
    "| c | d |\n|---|:-:|\n| 1 | *2* |", "- c *d", "1. a", "2. b", "- - a", "- # a", "* * *",
    "- 1. b", "| e | |", "| e\u00a0| f |", "| `a | b` |", "|a|",
)  # fmt: skip
DRAFTS = st.builds(
    lambda lines, end: end.join(["", *lines]),
    st.lists(st.sampled_from(LINES), max_size=14),
    st.sampled_from(("\n", "\r\n")),
)


@given(SIGNS)
def test_any_text_reads_alike(source: str) -> None:
    assert_read_alike(source)


@settings(max_examples=300)
@given(DRAFTS)
@example("a  \n  b\n\n    c")
@example("- \u00a0")
@example("- a\n\n    b\n```")
def test_any_lines_read_alike(source: str) -> None:
    assert_read_alike(source)


def test_an_article_without_markup_needs_no_parser() -> None:
    source = "---\ntitle: T\n---\n# Titre\n\nIl y a 26 emplois,\nsoit 27 % & plus.\n"
    code = (
        "import sys; from factcheck.reading.documents import document_of\n"
        f"print(document_of('a.md', {source!r}.encode()).text); assert 'markdown_it' not in sys.modules"
    )
    run = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert run.stdout == "Titre\n\nIl y a 26 emplois, soit 27 % & plus.\n"


@pytest.mark.parametrize("sign", ["[", "![", "[a ", "[[]"])
def test_brackets_that_are_never_closed_take_time_as_the_text_is_long(
    sign: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    looks = 0
    skip = ParserInline.skipToken

    def counted(parser: ParserInline, state: StateInline) -> None:
        nonlocal looks
        looks += 1
        skip(parser, state)

    monkeypatch.setattr(ParserInline, "skipToken", counted)
    text = sign * 500
    document_of("a.md", text.encode())
    assert len(text) / 3 < looks < 50 * len(text)
