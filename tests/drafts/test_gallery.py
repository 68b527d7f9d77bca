"""The gallery: whole drafts in which readers have marked what can be checked, mistakes and right relations alike."""

import re
from collections.abc import Iterator
from datetime import date
from functools import cache
from pathlib import Path
from typing import Any

import pytest
import yaml

from factcheck.drafts.check import check_document
from factcheck.drafts.checked import Checked
from factcheck.figures.rates import Rates
from factcheck.reading.documents import open_document
from factcheck.relations.finding import Finding

GALLERY = Path(__file__).parent / "gallery"
MARKS = {path.stem: path for path in sorted(GALLERY.glob("*.yaml"))}
FOUND_MISTAKES, FOUND_RELATIONS = 0.8, 0.8
"""The shares of the marked mistakes and of the marked right relations that must be found, of all drafts together."""


@cache
def marked(name: str) -> dict[str, Any]:
    return yaml.safe_load(MARKS[name].read_text(encoding="utf-8"))


@cache
def checked(name: str) -> Checked:
    (draft,) = (path for path in GALLERY.glob(f"{name}.*") if path.suffix != ".yaml")
    document, marks = open_document(str(draft)), marked(name)
    day = marks.get("date")
    day = date.fromisoformat(day) if isinstance(day, str) else day
    return check_document(document, marks["lang"], base=None, rates=Rates(), day=day or document.date)


def plain(quote: str) -> str:
    return re.sub(r"\s+", " ", quote).replace("’", "'").strip()


def speaks_of(finding: Finding, quotes: list[str]) -> bool:
    """Whether at least two of the marked quotes (or the only one) are figures of the finding."""
    printed = [plain(each.quote) for each in finding.figures]
    shared = sum(any(plain(quote) in one or one in plain(quote) for one in printed) for quote in map(str, quotes))
    return shared >= min(2, len(quotes))


def at_odds(name: str) -> Iterator[Finding]:
    yield from (each for each in checked(name).findings if each.verdict != "consistent")


def share_found(is_mistake: bool) -> float:
    found = [
        any((each.verdict != "consistent") is is_mistake and speaks_of(each, mark["quotes"]) for each in judged)
        for name in MARKS
        for judged in [checked(name).findings]
        for mark in marked(name)["relations"] or []
        if (mark["verdict"] != "consistent") is is_mistake
    ]
    return sum(found) / len(found)


@pytest.mark.parametrize("name", MARKS)
def test_what_is_right_is_never_flagged(name):
    mistakes = [mark["quotes"] for mark in marked(name)["relations"] or [] if mark["verdict"] != "consistent"]
    alarms = [each for each in at_odds(name) if not any(speaks_of(each, quotes) for quotes in mistakes)]
    assert [[one.quote for one in each.figures] for each in alarms] == []


def test_most_mistakes_are_found():
    assert share_found(is_mistake=True) >= FOUND_MISTAKES


def test_most_relations_that_hold_are_understood():
    assert share_found(is_mistake=False) >= FOUND_RELATIONS
