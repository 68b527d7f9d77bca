"""What `explain` says of how figures of drafts are matched with a claim."""

import json

import pytest

from factcheck.desk.explain import explain

SOURCES = {"office": {"title": "Bulletin", "lang": "fr"}}
INDICATORS = {"exports": {"label": {"en": "digital exports"}, "words": {"fr": ["exportations numériques"]}}}
CLAIMS = {
    "exports": {"indicator": "exports", "area": "MA", "period": 2024, "said": {"office": "26,2 milliards de dirhams"}},
    "target": {"indicator": "exports", "area": "MA", "status": "target", "said": {"office": "40 milliards de dirhams"}},
    "nameless": {"said": {"office": "12 %"}},
}


@pytest.fixture
def rows(tmp_path):
    path = tmp_path / "base.yaml"
    path.write_text(json.dumps({"sources": SOURCES, "indicators": INDICATORS, "claims": CLAIMS}), "utf-8")
    return lambda claim: {str(key): value for key, value in explain(claim, [path]).matching}


def test_words_and_areas_are_told_by_language(rows):
    told = rows("exports")
    assert told["words in drafts (fr)"] == ("exportations numériques",)
    assert told["words in drafts (en)"] == ("digital exports",)
    assert "Maroc" in told["area in drafts (fr)"]
    assert "Moroccan" in told["area in drafts (en)"]


@pytest.mark.parametrize(
    ("claim", "expected"),
    [("exports", "already"), ("exports", "2024"), ("target", "said to come"), ("target", "as of")],
)
def test_period_and_status_are_told(rows, claim, expected):
    assert expected in str(rows(claim)["figures in drafts"])


def test_a_claim_without_words_is_said_to_match_nothing(rows):
    assert list(rows("nameless")) == ["in drafts"]


def test_the_check_of_a_claim_tells_it_too(rows):
    assert rows("agreement:exports") == rows("exports")
