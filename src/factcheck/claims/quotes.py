"""Figures out of the quotes of statements and of rules' tests."""

from __future__ import annotations

from factcheck.claims.like_quotes import read_like
from factcheck.claims.nodes import TextNode, YamlFile
from factcheck.figures.figure import Figure, Kind
from factcheck.figures.units import COUNT, unit_named
from factcheck.phrases import Phrase
from factcheck.reading import QuoteError


def read(node: TextNode, lang: str, file: YamlFile) -> Figure | None:
    """The one figure of a quote; None where it holds none or several, which is reported."""
    try:
        return read_like(node.text, lang)
    except QuoteError as error:
        hint = (
            Phrase("quote fewer words, or say with value: which figure is meant")
            if error.figures
            else Phrase("say with value: which figure is meant")
        )
        file.report_at(node, error.phrase, hint)
        return None


def unit_of_figure(figure: Figure) -> str:
    """The unit of a figure as claims have it: a date's is the calendar year."""
    return "calendar_year" if figure.kind is Kind.DATE else figure.unit


def is_comparable(figure: Figure, unit: str) -> bool:
    """Whether a figure can stand for a claim of that unit; a bare number can count things."""
    wanted = unit_named(unit).dimension
    return figure.measure.dimension == wanted or (
        figure.kind is Kind.NUMBER and not figure.unit and wanted == COUNT.dimension
    )


def report_incomparable(file: YamlFile, node: TextNode, figure: Figure, claim: str, unit: str) -> None:
    """Reports a figure whose unit is not that of its claim."""
    file.report_at(
        node,
        Phrase(
            "{figure} is in {unit}, but {claim} is in {other}",
            figure=figure.text,
            unit=unit_of_figure(figure) or Phrase("plain numbers"),
            claim=claim,
            other=unit or Phrase("plain numbers"),
        ),
        Phrase("give the claim a unit: of its own, or say with value: what is meant"),
    )
