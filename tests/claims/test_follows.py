"""Sources that draw upon one another."""

import pytest

SOURCES = """\
sources:
  agency: {lang: fr}
  paper: {lang: fr, follows: agency}
  blog:
    lang: fr
    follows: [paper, agency]
"""


def test_a_source_says_what_it_draws_upon(load_text):
    sources = load_text(SOURCES).sources
    assert {name: source.follows for name, source in sources.items()} == {
        "agency": (),
        "paper": ("agency",),
        "blog": ("paper", "agency"),
    }


@pytest.mark.parametrize(
    ("text", "place", "message", "hint"),
    [
        (
            "sources:\n  paper: {lang: fr, follows: agence}\n  agency: {lang: fr}\n",
            "a:2:30-36",
            "no source is named agence",
            "did you mean agency?",
        ),
        (
            "sources:\n  paper: {lang: fr, follows: blog}\n  blog:\n    lang: fr\n    follows: paper\n",
            "a:5:14-19",
            "('paper', 'blog') follow one another in a circle",
            "one of them came first: it follows none of the others",
        ),
    ],
)
def test_whom_a_source_cannot_follow_is_told_with_its_place(problems, text, place, message, hint):
    assert problems(text) == [(place, message, hint)]


def test_a_circle_over_several_files_is_told_once_where_it_closes(problems):
    first = "sources:\n  a: {lang: fr, follows: b}\n  b: {lang: fr, follows: [a, c]}\n"
    second = "sources:\n  c: {lang: fr, follows: a}\n"
    told = problems(first, second)
    assert [(place, message) for place, message, _ in told] == [
        ("a:3:27-28", "('a', 'b') follow one another in a circle"),
        ("b:2:26-27", "('a', 'b', 'c') follow one another in a circle"),
    ]
