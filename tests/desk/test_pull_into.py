"""Claims pulled into a file that there is: what is added, where, and that nothing else changes."""

import difflib

import pytest

from factcheck.claims.load import load
from factcheck.desk.pull import pull
from factcheck.errors import FactcheckError, InputError

EXPORTS = """\
Exportations numériques du Maroc

En 2024, les exportations numériques du Maroc ont atteint 26,2 milliards de dirhams, contre 20 milliards de dirhams \
en 2022, soit une hausse de 31 %.

Le secteur devrait créer 3 000 emplois d'ici 2030.
"""


@pytest.fixture
def desk(tmp_path):
    def write(name, text):
        path = tmp_path / name
        path.write_bytes(text.encode("utf-8"))
        return path

    return write


HEAD = """\
# our claims
sources:
  ministry: {title: Bulletin, lang: fr}   # the ministry's
  offshoring: {title: Exportations, lang: fr}
indicators:
  exports:
    label: {fr: exportations numériques}
    words: {fr: [exportations numériques]}
    unit: MAD
claims:
"""
STYLES = {
    "a scalar of another source": """\
  exports_2024:   # the year
    indicator: exports
    area: MA
    period: 2024
    said:
      ministry: 26,1 milliards de dirhams   # page 3

  other:
    said: {ministry: 5 %}
# the end
""",
    "a scalar of the same source": """\
  exports_2024:
    indicator: exports
    area: MA
    period: 2024
    said:
      ministry: 26,2 milliards de dirhams
      offshoring: plus de 26 milliards de dirhams   # page 3
""",
    "a scalar on a line of its own": """\
  exports_2024:
    indicator: exports
    area: MA
    period: 2024
    said:
      ministry: 26,2 milliards de dirhams
      offshoring:   # page 3
        plus de
        26 milliards de dirhams
    note: kept
""",
    "a folded scalar": """\
  exports_2024:
    indicator: exports
    area: MA
    period: 2024
    said:
      ministry: 26,2 milliards de dirhams
      offshoring: >-
        plus de
        26 milliards de dirhams

    note: kept
""",
    "a list": """\
  exports_2024:
    indicator: exports
    area: MA
    period: 2024
    said:
      offshoring:
      - plus de 26 milliards de dirhams
      - quote: quelque 26 milliards
        value: 26 milliards de dirhams   # page 4
      # what comes last
      ministry: 26,2 milliards de dirhams
""",
    "a mapping": """\
  exports_2024:
    indicator: exports
    area: MA
    period: 2024
    said:
      ministry: 26,2 milliards de dirhams
      offshoring:
        quote: quelque 26 milliards
        # as they meant it
        value: 26 milliards de dirhams
    note: kept
""",
    "braces": """\
  exports_2024:
    indicator: exports
    area: MA
    period: 2024
    said: {ministry: "26,2 milliards de dirhams", offshoring: plus de 26 milliards de dirhams}
""",
    "braces around the list": """\
  exports_2024: {indicator: exports, area: MA, period: 2024,
                 said: {ministry: "26,2 milliards de dirhams",
                        offshoring: ["plus de 26 milliards de dirhams",]}}  # all in one
""",
}
ARTICLE = "En 2024, les exportations numériques du Maroc ont atteint 26,2 milliards de dirhams. Il y a 40 hubs.\n"


@pytest.mark.parametrize("ending", ["\n", "\r\n"], ids=["LF", "CRLF"])
@pytest.mark.parametrize("style", STYLES)
def test_a_figure_of_a_claim_becomes_its_statement_however_the_claim_is_written(desk, style, ending):
    before = (HEAD + STYLES[style]).replace("\n", ending)
    into = desk("claims.yaml", before)
    outcome = pull([desk("offshoring.txt", ARTICLE)], into=into)
    into.write_bytes(outcome.text.encode("utf-8"))
    claim = load([into]).claims["exports_2024"]
    assert "26,2 milliards de dirhams" in [each.quote for each in claim.statements if each.source == "offshoring"]
    assert len(claim.statements) == 1 + len(load([desk("before.yaml", before)]).claims["exports_2024"].statements)
    assert not pull([desk("offshoring.txt", ARTICLE)], into=into).changes
    assert outcome.text.count("\n") == outcome.text.count(ending)
    comments = [line.partition("#")[2] for line in before.splitlines() if "#" in line]
    kept = outcome.text.splitlines()
    assert [each for each in comments if not any(line.endswith(f"#{each}") for line in kept)] == []


def test_a_patch_adds_lines_and_takes_none_away(desk):
    before = HEAD + STYLES["a scalar of another source"]
    outcome = pull([desk("offshoring.txt", ARTICLE)], into=desk("claims.yaml", before))
    changes = [line for line in difflib.ndiff(before.splitlines(), outcome.text.splitlines()) if line[0] in "+-"]
    assert changes == [
        "+   hubs:",
        "+     label: {fr: hubs}  # guess",
        "+     words:",
        "+       fr: [hubs]  # guess",
        "+     unit: hubs",
        "+       # line 1: En 2024, les exportations numériques du Maroc ont …",
        "+       offshoring: 26,2 milliards de dirhams",
        "+   hubs_2024:",
        "+     indicator: hubs  # guess",
        "+     area: MA  # guess",
        "+     period: 2024  # guess",
        "+     said:",
        "+       # line 1: Il y a 40 hubs.",
        "+       offshoring: 40 hubs",
    ]


def test_sections_that_lack_are_made_at_the_end(desk):
    into = desk("claims.yaml", "sources:\n  ministry:\n    lang: fr")
    text = pull([desk("offshoring.txt", EXPORTS)], into=into).text
    assert text.startswith("sources:\n  ministry:\n    lang: fr\n  offshoring:\n")
    assert [line for line in text.splitlines() if line.endswith(":") and line[0] != " "] == [
        "sources:",
        "indicators:",
        "claims:",
        "rules:",
    ]


def test_a_file_of_braces_gets_braces(desk):
    into = desk("claims.yaml", '{"sources": {"ministry": {"lang": "fr"}}}')
    into.write_text(pull([desk("offshoring.txt", EXPORTS)], into=into).text, encoding="utf-8")
    base = load([into])
    assert (len(base.claims), len(base.rules)) == (5, 1)


def test_a_statement_of_a_claim_without_a_period_is_dated(desk):
    claims = (
        HEAD + "  exports:\n    indicator: exports\n    area: MA\n    said: {ministry: '26,2 milliards de dirhams'}\n"
    )
    text = pull([desk("article.txt", ARTICLE)], into=desk("claims.yaml", claims)).text
    assert '"article": {"quote": "26,2 milliards de dirhams", "as_of": "2024"}' in text


def test_a_statement_of_a_claim_in_another_file_is_told(desk):
    base = desk("base.yaml", HEAD + STYLES["a scalar of another source"])
    into = desk("mine.yaml", "sources:\n  mine:\n    lang: fr\n")
    outcome = pull([desk("new.txt", ARTICLE)], claims=[base], into=into)
    assert "26,2" not in outcome.text
    assert [reason.values["claim"] for reason in outcome.left_out] == ["exports_2024"]


# --- what cannot be done --------------------------------------------------------------------------------------------


def test_everything_that_is_wrong_with_the_articles_is_told(desk, tmp_path):
    good, bad = desk("good.txt", "En hausse de 5 %.\n"), tmp_path / "bad.txt"
    bad.write_bytes(b"\xff\xfe\x00")
    with pytest.raises(InputError) as error:
        pull([good, bad, tmp_path / "none.txt", tmp_path])
    assert len(error.value.problems) == 3


def test_a_base_with_mistakes_is_told(desk):
    with pytest.raises(InputError):
        pull([desk("a.txt", "En hausse de 5 %.\n")], claims=[desk("claims.yaml", "claims:\n  a: {said: {x: 5 %}}\n")])


def test_a_file_that_is_not_there_gets_nothing(desk, tmp_path):
    with pytest.raises(FactcheckError, match="no such file of claims"):
        pull([desk("a.txt", "En hausse de 5 %.\n")], into=tmp_path / "none.yaml")
