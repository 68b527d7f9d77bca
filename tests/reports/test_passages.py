from __future__ import annotations

from itertools import accumulate

import pytest
from hypothesis import given
from hypothesis import strategies as st
from rich.cells import cell_len

from factcheck.reports.layout import advances, visible, width
from factcheck.reports.passages import Strip, strips

SENTENCE = (
    "Selon le ministère, les exportations numériques ont atteint plus de 26,2 milliards de dirhams en 2024, "
    "en hausse de 2 % par rapport à 2023 (26,17)."
)
FIGURES = ("plus de 26,2 milliards de dirhams", "2 %", "26,17")


def shown(text: str, figures: tuple[str, ...], cells: int) -> list[str]:
    """The strips line by line: text, carets, text, carets …"""
    spans = [(text.index(figure), text.index(figure) + len(figure)) for figure in figures]
    return [line for strip in strips(text, spans, cells) for line in (strip.text, strip.carets)]


def test_a_passage_that_fits_is_shown_whole() -> None:
    assert shown(SENTENCE, FIGURES, 200) == [
        SENTENCE,
        " " * 60 + "^" * 33 + " " * 23 + "^^^" + " " * 21 + "^^^^^",
    ]


def test_a_longer_one_is_cut_between_words_around_its_figures() -> None:
    assert shown(SENTENCE, FIGURES, 112) == [
        "…numériques ont atteint plus de 26,2 milliards de dirhams en 2024, en hausse de 2 % par rapport "
        "à 2023 (26,17).",
        " " * 24 + "^" * 33 + " " * 23 + "^^^" + " " * 21 + "^^^^^",
    ]


def test_figures_far_apart_have_lines_of_their_own() -> None:
    assert shown(SENTENCE, FIGURES, 60) == [
        "…ont atteint plus de 26,2 milliards de dirhams en 2024, en…",
        "             " + "^" * 33,
        "…hausse de 2 % par rapport à 2023 (26,17).",
        "           ^^^                     ^^^^^",
    ]


@pytest.mark.parametrize(
    ("text", "figure", "line", "before"),
    [
        ("le 数字 de 12\u202f500 emplois", "12\u202f500 emplois", "le 数字 de 12\u202f500 emplois", 11),
        ("e\u0301te\u0301 : 5 %", "5 %", "e\u0301te\u0301 : 5 %", 6),
        ("👨\u200d👩\u200d👧 ❤\ufe0f 👍🏽 7 %", "7 %", "👨\u200d👩\u200d👧 ❤\ufe0f 👍🏽 7 %", 9),
        ("a\t7 %", "7 %", "a    7 %", 5),
        ("mil\u00adliards 7 %", "7 %", "milliards 7 %", 10),
        ("a\r\nb 7 %", "7 %", "a b 7 %", 4),
        ("\x1b[31mb\u202e 7 %", "7 %", "\\x1b[31mb\\u202e 7 %", 16),
        ("\u1112\u1161\u11ab 7 %", "7 %", "\u1112\u1161\u11ab 7 %", 3),
        ("  7 %  ", "7 %", "7 %", 0),
        ("7\u200b8", "8", "7\\u200b8", 7),
    ],
    ids=ascii,
)
def test_carets_stand_under_the_cells_of_a_figure(text: str, figure: str, line: str, before: int) -> None:
    assert shown(text, (figure,), 60) == [line, " " * before + "^" * width(visible(figure))]


def test_a_figure_s_own_hidden_characters_are_marked_as_they_are_shown() -> None:
    assert shown("soit 7\u202e % ici", ("7\u202e %",), 60) == ["soit 7\\u202e % ici", "     ^^^^^^^^^"]


def test_text_without_spaces_is_cut_between_wide_characters() -> None:
    text = "数字出口达到262亿迪拉姆，同比增长百分之二，高于二零二三年，分析人士表示。"
    (line, carets) = shown(text, ("262亿迪拉姆",), 30)
    assert line == "数字出口达到262亿迪拉姆，同…"
    assert carets == " " * 12 + "^" * 11


@pytest.mark.parametrize("text", ["x" * 90 + " 26,2 " + "y" * 90, "https://" + "x" * 90 + " 26,2"])
def test_a_long_word_beside_a_figure_is_left_out(text: str) -> None:
    assert shown(text, ("26,2",), 40)[0].strip("…") == "26,2"


def test_a_figure_that_is_too_long_is_cut_itself() -> None:
    assert shown("a " + "9" * 200, ("9" * 200,), 40) == ["…" + "9" * 38 + "…", " " + "^" * 38]


def test_without_figures_the_beginning_is_shown() -> None:
    assert shown("un deux trois quatre cinq", (), 16) == ["un deux trois…", ""]


def test_overlapping_figures_are_marked_once() -> None:
    assert [strip.carets for strip in strips("12 à 15 %", [(5, 9), (0, 9), (0, 2)], 40)] == ["^" * 9]


WORDS = st.text("abé2 数字한👍🏽❤\u0301\ufe0f\u200d\u202e\x1b\t\n\u202f\u00ad", max_size=12).map("w{}w".format)


@st.composite
def passages(draw: st.DrawFn) -> tuple[str, list[str]]:
    """A text, and some of its words as figures."""
    pieces = draw(st.lists(st.tuples(WORDS, st.booleans()), min_size=1, max_size=12))
    text = "".join(word + draw(st.sampled_from([" ", "   ", ", ", " mot " * 8])) for word, _ in pieces)
    return text, [word for word, is_figure in pieces if is_figure]


def under_carets(strip: Strip) -> str:
    """The characters that have a caret below them, without those that take no cell."""
    cells = accumulate(advances(strip.text), initial=0)
    return cell_by_cell(
        "".join(char for at, char in zip(cells, strip.text, strict=False) if strip.carets[at : at + 1] == "^")
    )


def cell_by_cell(text: str) -> str:
    return "".join(char for char, cells in zip(text, advances(text), strict=True) if cells)


@given(passages(), st.integers(20, 120))
def test_strips_fit_and_carets_stand_under_every_figure_and_nothing_else(
    passage: tuple[str, list[str]], cells: int
) -> None:
    text, figures = passage
    spans, at = [], 0
    for figure in figures:
        at = text.index(figure, at)
        spans.append((at, at + len(figure)))
        at += len(figure)
    found = strips(text, spans, cells)
    for strip in found:
        assert width(strip.carets) <= width(strip.text) <= cells
        assert visible(strip.text) == strip.text == strip.text.strip(" ")
    seen = [visible(figure.replace("\n", " ")) for figure in figures]
    if all(width(figure) <= cells - 2 for figure in seen):
        assert "".join(under_carets(strip) for strip in found) == cell_by_cell("".join(seen))


CLUSTERS = [
    *"aé数字한각“",
    "e\u0301",
    "👍🏽",
    "❤\ufe0f",
    "👨\u200d👩\u200d👧",
    "🤷🏽\u200d♂\ufe0f",
    "\u1112\u1161\u11ab",
    "\u202f",
]


@given(st.lists(st.sampled_from(CLUSTERS)))
def test_widths_are_those_of_rich(clusters: list[str]) -> None:
    text = "".join(clusters)
    assert width(text) == cell_len(text)
