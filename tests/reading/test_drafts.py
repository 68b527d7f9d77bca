"""Reading whole drafts: every figure marked by hand in drafts/*.txt is found at its span, and little else is.

The notation is explained in drafts/README.md. What is scored is precision and recall together (F1), over all drafts.
"""

import re
from collections import Counter
from dataclasses import dataclass
from fractions import Fraction
from pathlib import Path

import pytest

import factcheck

DRAFTS = sorted((Path(__file__).parent / "drafts").glob("*.txt"))
MARK = re.compile(r"⟦([^⟧]*)⟧")
KINDS = {"number", "percentage", "points", "currency", "multiple", "ratio", "duration", "date"}
HEDGES = {"none", "about", "nearly", "over", "at_least", "under", "at_most", "up_to", "exactly"}


@dataclass(frozen=True)
class Marked:
    """A figure as marked in a draft, or as read: where it stands and what it says."""

    start: int
    text: str
    kind: str
    value: Fraction | str
    unit: str = ""
    hedge: str = "none"

    def unhedged(self) -> "Marked":
        return Marked(self.start, self.text, self.kind, self.value, self.unit)


def parsed(draft: str) -> tuple[str, str, list[Marked]]:
    """The language of a draft, its text without the marks, and the figures marked in it."""
    header, body = draft.split("\n", 1)
    pieces, figures, length, last = [], [], 0, 0
    for mark in MARK.finditer(body):
        text, kind, value, *rest = mark[1].split("|")
        pieces += [body[last : mark.start()], text]
        length += mark.start() - last
        figures.append(Marked(length, text, kind, value if kind == "date" else Fraction(value), *rest))
        length += len(text)
        last = mark.end()
    return header.removeprefix("lang: "), "".join([*pieces, body[last:]]), figures


def figures_read(lang: str, text: str) -> list[Marked]:
    """What the reader finds in a draft, in the form of the marks."""
    return [
        Marked(figure.start, figure.text, str(figure.kind), figure.value, figure.unit, str(figure.hedge))
        for figure in factcheck.read(text, lang=lang)
    ]


def f1(hits: int, wanted: int, got: int) -> Fraction:
    """The harmonic mean of precision and recall."""
    return Fraction(2 * hits, wanted + got)


@pytest.mark.parametrize("path", DRAFTS, ids=lambda path: path.stem)
def test_drafts_are_marked_as_the_readme_says(path: Path) -> None:
    lang, text, figures = parsed(path.read_text(encoding="utf-8"))
    assert lang in ("fr", "en")
    assert "⟦" not in text and "⟧" not in text
    for figure in figures:
        assert text.startswith(figure.text, figure.start)
        assert figure.kind in KINDS and figure.hedge in HEDGES


def test_figures_of_drafts_are_read() -> None:
    score: Counter[str] = Counter()
    for path in DRAFTS:
        lang, text, wanted = parsed(path.read_text(encoding="utf-8"))
        got = figures_read(lang, text)
        score["wanted"] += len(wanted)
        score["got"] += len(got)
        score["hits"] += len({figure.unhedged() for figure in wanted} & {figure.unhedged() for figure in got})
        score["hedged"] += len(set(wanted) & set(got))
    assert f1(score["hits"], score["wanted"], score["got"]) >= Fraction("0.98")
    assert f1(score["hedged"], score["wanted"], score["got"]) >= Fraction("0.975")
