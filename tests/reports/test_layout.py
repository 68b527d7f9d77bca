from __future__ import annotations

import pytest

from factcheck.reports.layout import columns, cropped, simplified, visible, width, wrapped


@pytest.mark.parametrize(
    ("text", "seen"),
    [
        ("plain [sic] [/x]", "plain [sic] [/x]"),
        ("d’euros, 148\u202f500 😀 e\u0301", "d’euros, 148\u202f500 😀 e\u0301"),
        ("\x1b[31mred", "\\x1b[31mred"),
        ("a\nb\rc\x00", "a\\nb\\rc\\x00"),
        ("\u202e000 000 1\u202c", "\\u202e000 000 1\\u202c"),
        ("zero\u200bwidth\ufeff", "zero\\u200bwidth\\ufeff"),
        ("\x9b31m", "\\x9b31m"),
        ("a\tb", "a    b"),
    ],
)
def test_what_could_steer_a_terminal_is_shown_as_an_escape(text: str, seen: str) -> None:
    assert visible(text) == seen


@pytest.mark.parametrize(("text", "cells"), [("abc", 3), ("é", 1), ("e\u0301", 1), ("数字", 4), ("148\u202f500", 7)])
def test_width_is_counted_in_cells(text: str, cells: int) -> None:
    assert width(text) == cells


def test_lines_break_at_plain_spaces_only() -> None:
    assert wrapped("plus de 148\u202f500\u00a0emplois en 2024", 16) == [
        "plus de",
        "148\u202f500\u00a0emplois",
        "en 2024",
    ]


def test_a_word_that_is_too_long_stays_whole() -> None:
    assert wrapped("see claims/morocco-digital-exports.yaml:31 now", 10) == [
        "see",
        "claims/morocco-digital-exports.yaml:31",
        "now",
    ]


def test_columns_stay_aligned_and_the_widest_gives_way() -> None:
    rows = [("a", "one two three four five", "x"), ("bbb", "six", "y")]
    lines = [" ".join(cells) for row in columns(rows, " ", 20) for cells in row]
    assert lines == ["a   one two three  x", "    four five", "bbb six            y"]


def test_a_cropped_line_says_so() -> None:
    assert cropped("数字数字", 5) == "数字…"
    assert cropped("abc", 3) == "abc"


def test_characters_have_stand_ins_of_one_character() -> None:
    assert "".join(simplified(char) for char in "✗ “é” 9,9\u202f÷ 数") == 'x "e" 9,9 / ?'


@pytest.mark.parametrize(
    ("text", "lines"),
    [
        ("près de 148 500 personnes", ["près de", "148 500", "personnes"]),
        ("une hausse de 75 % en un an", ["une", "hausse", "de 75 %", "en un an"]),
        ("en 2024 12 personnes", ["en 2024", "12", "personnes"]),
    ],
)
def test_numbers_that_articles_set_with_plain_spaces_are_not_broken(text: str, lines: list[str]) -> None:
    assert wrapped(text, 8) == lines
