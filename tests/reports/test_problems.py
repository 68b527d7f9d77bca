from __future__ import annotations

import pytest

from factcheck.errors import FactcheckError, InputError, Place, Problem
from factcheck.phrases import Phrase
from factcheck.reports.problems import described, explained
from factcheck.reports.wording import Wording


def problem(line: str, column: int, end: int, hint: Phrase | None = None) -> Problem:
    place = Place("claims/a.yaml", 7, column, 7, end)
    return Problem(Phrase("unknown setting {name}", name="x"), place, line, hint)


@pytest.mark.parametrize(
    ("line", "column", "end", "shown", "carets"),
    [
        ("  check: a == b", 10, 11, "  check: a == b", "         ^"),
        ("  check: a == b", 10, 16, "  check: a == b", "         ^^^^^^"),
        ("\tcheck: a", 9, 10, "    check: a", "           ^"),
        ("数字: a", 5, 6, "数字: a", "      ^"),
        ("e\u0301te\u0301: a", 8, 9, "e\u0301te\u0301: a", "     ^"),
        ("a\u202eb: c", 6, 7, "a\\u202eb: c", "          ^"),
        ("short", 6, 7, "short", "     ^"),
    ],
)
def test_the_caret_stands_under_the_place(
    line: str, column: int, end: int, shown: str, carets: str, english: Wording
) -> None:
    head, text, marks = described(problem(line, column, end), english).splitlines()
    assert head == f"claims/a.yaml:7:{column}: unknown setting x"
    assert text == f"    {shown}"
    assert marks == f"    {carets}"


def test_a_hint_follows_and_an_empty_line_is_not_shown(english: Wording) -> None:
    hint = Phrase("did you mean `{name}`?", name="exports_2024")
    assert described(problem("", 1, 2, hint), english).splitlines() == [
        "claims/a.yaml:7:1: unknown setting x",
        "    did you mean `exports_2024`?",
    ]


def test_a_very_long_line_is_cut_around_the_place(english: Wording) -> None:
    _, text, marks = described(problem("x" * 5000 + "HERE" + "y" * 5000, 5001, 5005), english).splitlines()
    assert len(text) < 200
    assert text[marks.index("^") : marks.rindex("^") + 1] == "HERE"


def test_all_the_mistakes_of_an_input_are_told_and_counted(english: Wording) -> None:
    text = explained(InputError([problem("a: b", 1, 2), problem("a: b", 4, 5)]), english)
    assert text.count("claims/a.yaml:7:") == 2
    assert text.endswith("factcheck: 2 mistakes in the input")


def test_other_errors_are_one_line(english: Wording) -> None:
    assert explained(FactcheckError(Phrase("no such file or folder: {path}", path="a\x1bb")), english) == (
        "factcheck: no such file or folder: a\\x1bb"
    )
