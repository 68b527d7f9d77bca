"""The examples: each kind done wrong and done right once, as the table of their page says, and no other mistake."""

import re
from collections import Counter
from pathlib import Path

import pytest

from factcheck.desk.check import check, check_text
from factcheck.kinds import KINDS
from factcheck.reading.documents import open_document

ROOT = Path(__file__).parents[1]
DRAFTS = ROOT / "examples" / "drafts"
PAGE = (ROOT / "examples" / "README.md").read_text(encoding="utf-8")
ROW = re.compile(r"^\| (\w+) \| (.+?) \| (\S+\.\w+) \| (.+?) \| (\S+\.\w+) \|$", re.MULTILINE)
TABLE = {kind: ((wrong, one), (right, other)) for kind, wrong, one, right, other in ROW.findall(PAGE)}
NOT_IN_PROSE = {"quote", "rule", "suppression"}
ONLY_REPORTED_WRONG = {"slip"}
"""A figure that is no power of ten off the others is nothing that a check would tell."""


@pytest.fixture(scope="module")
def found():
    """The findings of all drafts: kind, verdict, draft, and the quotes of the figures."""
    return [
        (each.kind, str(each.verdict), Path(each.relation.place.path).name, [one.quote for one in each.figures])
        for each in check([DRAFTS], jobs=1).findings
    ]


def words_of(draft):
    return open_document(str(DRAFTS / draft)).text


def wrong_in(text):
    return [
        (each.kind, [one.quote for one in each.figures])
        for each in check_text(text, "en").findings
        if str(each.verdict) == "inconsistent"
    ]


def holding(found, verdict, kind, draft, passage):
    """The findings of a kind in a draft all figures of which stand in a passage."""
    return [
        quotes
        for each, judged, name, quotes in found
        if (each, judged, name) == (kind, verdict, draft) and all(quote in passage for quote in quotes)
    ]


def test_the_table_has_every_kind_that_prose_can_state():
    assert set(TABLE) == set(KINDS) - NOT_IN_PROSE


@pytest.mark.parametrize("kind", TABLE)
def test_what_is_done_wrong_is_found(found, kind):
    passage, draft = TABLE[kind][0]
    assert len(holding(found, "inconsistent", kind, draft, passage)) == 1


@pytest.mark.parametrize("kind", sorted(set(TABLE) - ONLY_REPORTED_WRONG))
def test_what_is_done_right_is_understood_and_holds(found, kind):
    passage, draft = TABLE[kind][1]
    assert len(holding(found, "consistent", kind, draft, passage)) == 1


def test_nothing_else_is_wrong(found):
    expected = Counter((kind, draft) for kind, ((_, draft), _) in TABLE.items())
    assert Counter((kind, draft) for kind, verdict, draft, _ in found if verdict != "consistent") == expected


def test_the_figure_that_stands_twice_would_be_found_ten_times_too_high():
    passage, draft = TABLE["slip"][1]
    assert passage == "1,240 readers … 1,240 readers"
    slipped = words_of(draft).replace("the 1,240 readers", "the 12,400 readers")
    assert [quotes for kind, quotes in wrong_in(slipped) if kind == "slip"] == [["12,400 readers", "1,240 readers"]]
    assert "slip" not in [kind for kind, _ in wrong_in(words_of(draft))]


@pytest.mark.parametrize(("passage", "draft"), [place for places in TABLE.values() for place in places])
def test_the_passages_of_the_table_stand_in_their_drafts(passage, draft):
    words = words_of(draft)
    for part in passage.removesuffix(" …").split(" … "):
        assert part in words
        words = words.partition(part)[2]


def test_there_are_six_drafts_as_long_as_a_short_article():
    drafts = sorted(DRAFTS.iterdir())
    assert len(drafts) == 6
    assert all(f"[{draft.name}](drafts/{draft.name})" in PAGE for draft in drafts)
    assert all(120 <= len(words_of(draft.name).split()) <= 250 for draft in drafts)
    langs = Counter(re.search(rf"\({re.escape(f'drafts/{draft.name}')}\) \| (\w+)", PAGE)[1] for draft in drafts)
    assert langs == {"French": 4, "English": 2}
