"""Findings in drafts, for tests of what becomes of them: set aside, known, counted.

They are judged as in a run. What a draft states is found in the simplest way there is: a percentage states the growth
between the two numbers before it, and a date with a weekday states that it fell on it.
"""

from msgspec.structs import replace

from factcheck.figures.figure import Kind
from factcheck.figures.rates import Rates
from factcheck.kinds import FUNCTIONS, weekday
from factcheck.kinds.findings import find
from factcheck.reading import read
from factcheck.reading.documents import document_of
from factcheck.relations.expression import Comparator, Comparison, Name
from factcheck.relations.finding import Evidence, Relation, Window

GROWTH = Comparison(
    Comparator.EQUAL, FUNCTIONS["growth"].build((Name("before"), Name("after")), None), Name("percentage")
)
ROLES = ("before", "after", "percentage")

WRONG_GROWTH = "De 4 310 emplois à 8 200 emplois, en hausse de 20 %."
RIGHT_GROWTH = "De 4 310 emplois à 8 200 emplois, en hausse de 90 %."
WRONG_WEEKDAY = "Signé mardi 27 janvier 2025."


def findings_in(path, text, form=None):
    """The findings of a French draft, consistent ones too, in order; `text` may be bytes."""
    data = text if isinstance(text, bytes) else text.encode()
    document = document_of(path, data, form)
    findings, numbers = [], []
    for figure in read(document.text, "fr"):
        place = document.place(figure.start, figure.end)
        evidence = Evidence(figure, figure.text, place=place)
        if weekday.states_one(figure):
            found = weekday.finding("day", evidence)
            findings.append(in_draft(document, replace(found.relation, check="weekday"), found, (evidence,)))
        elif figure.kind is Kind.PERCENTAGE and len(numbers) >= 2:
            figures = (*numbers[-2:], evidence)
            relation = Relation(
                "growth",
                "growth",
                GROWTH,
                {role: [each] for role, each in zip(ROLES, figures, strict=True)},
                place=figures[0].place,
            )
            findings.append(in_draft(document, relation, find(relation, Rates()), figures))
            numbers = []
        elif figure.kind is Kind.NUMBER:
            numbers.append(evidence)
    return findings


def in_draft(document, relation, found, figures):
    """A finding as the check of a draft hands it out: with the paragraphs in which its figures stand."""
    windows = []
    for each in figures:
        start = document.text.rfind("\n", 0, each.figure.start) + 1
        end = document.text.find("\n", each.figure.end)
        end = len(document.text) if end < 0 else end
        span = (each.figure.start - start, each.figure.end - start)
        windows.append(Window(document.text[start:end], (span,), document.place(start, end)))
    return replace(found, relation=relation, windows=tuple(dict.fromkeys(windows)))
