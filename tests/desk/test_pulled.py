"""What claims pulled from articles are about, and what becomes of the relations that the articles state."""

from datetime import date as Date  # noqa: N812 - as the code under test calls it

import pytest
from msgspec.structs import replace

from factcheck.claims.load import load
from factcheck.desk.pull import pull
from factcheck.desk.run import run
from factcheck.drafts.check import check_document
from factcheck.relations.finding import Confidence

GROWTH = "En 2024, les ventes ont atteint 26,2 milliards d'euros, contre 20 milliards en 2022, soit une hausse de 31 %."


@pytest.fixture
def desk(tmp_path):
    def write(name, text):
        path = tmp_path / name
        path.write_bytes(text.encode("utf-8"))
        return path

    return write


def base_of(outcome, folder):
    path = folder / "pulled.yaml"
    path.write_text(outcome.text, encoding="utf-8")
    return load([path])


# --- relations ------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("text", "told"),
    [
        (
            "Il écarte trois options : le pont, le tunnel, le bac et la rocade.\n",
            "count of ",
        ),
        (
            "La mise en service est espérée d'ici huit ans, en 2030.\n",
            "duration of ",
        ),
        ("Mercredi 5 mars 2025\n", None),
        ("Mardi 5 mars 2025\n", "weekday of "),
    ],
)
def test_a_relation_that_no_rule_can_say_is_told_at_the_end(desk, text, told):
    outcome = pull([desk("a.txt", text)], lang="fr", date=Date(2025, 3, 6))
    lines = [line for line in outcome.text.splitlines() if line.startswith("# no rule says this: ")]
    assert len(lines) == len(outcome.left_out) == (told is not None)
    assert all(line.startswith(f"# no rule says this: {told}") and ", inconsistent: " in line for line in lines)


def test_what_claims_are_judged_by_anyway_is_not_told(desk, tmp_path):
    outcome = pull([desk("a.txt", "Réunis mardi 27 janvier 2025, ils ont signé.\n")], lang="fr")
    assert not outcome.left_out
    base_of(outcome, tmp_path)
    checks = [(each.check, str(each.verdict)) for each in run([tmp_path / "pulled.yaml"]).findings]
    assert checks == [("weekday:date_2025_01_27", "inconsistent")]


def test_a_duration_between_two_dates_is_a_rule(desk, tmp_path):
    base = base_of(pull([desk("a.txt", "Les travaux ont duré de 2019 à 2024, soit huit ans.\n")], lang="fr"), tmp_path)
    assert [rule.text for rule in base.rules.values()] == ["years(date_2019, date_2024) == travaux_2024"]


def test_what_only_seems_to_be_stated_is_no_rule(desk, tmp_path, monkeypatch):
    article = desk("a.txt", GROWTH)
    assert pull([article], lang="fr").rules == 1

    def doubtful(*arguments, **options):
        checked = check_document(*arguments, **options)
        findings = [
            replace(each, relation=replace(each.relation, confidence=Confidence.LOW)) for each in checked.findings
        ]
        return replace(checked, findings=tuple(findings))

    monkeypatch.setattr("factcheck.desk.articles.check_document", doubtful)
    outcome = pull([article], lang="fr")
    assert (outcome.rules, outcome.left_out) == (0, ())


# --- guesses --------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("text", "lang", "ids"),
    [
        (
            "La liaison a attiré 214 000 passagers, contre 189 000 en 2023, soit 25 000 de plus.",
            "fr",
            ["passagers", "passagers_2023", "variation_passagers"],
        ),
        (
            "Le port emploie 1 240 personnes, soit 90 de plus qu'un an plus tôt (1 170).",
            "fr",
            ["personnes", "variation_personnes", "personnes_person"],
        ),
        ("Les écoles reçoivent 14,2 millions d'euros.", "fr", ["ecoles"]),
        ("Les marges vont jusqu'à 25 %.", "fr", ["marges_pct"]),
        ("Les études promettent un trajet de 22 minutes.", "fr", ["etudes"]),
        ("Il vise 68 millions d'euros, soit une croissance de 7 %.", "fr", ["currency", "croissance_pct"]),
        ("Il a acheté des métiers à tisser pour 12 millions d'euros.", "fr", ["metiers"]),
        ("Sur 80 cadres, 28 sont des femmes.", "fr", ["cadres", "femmes"]),
        ("Le port a traité 4,7 millions de tonnes.", "fr", ["port"]),
        ("Of the 14 branches, 35% have cut their opening hours.", "en", ["branches", "opening_pct"]),
        ("The libraries stayed open for 42% of the week.", "en", ["libraries_pct"]),
    ],
)
def test_an_indicator_is_a_noun(desk, tmp_path, text, lang, ids):
    assert list(base_of(pull([desk("a.txt", text)], lang=lang), tmp_path).claims) == ids


@pytest.mark.parametrize(
    ("text", "period", "is_guess"),
    [
        ("La ligne a attiré 214 000 passagers en 2024, contre 189 000 en 2023, soit 25 000 de plus.", "2024", True),
        ("La ligne a attiré 214 000 passagers, contre 189 000 en 2023, soit 25 000 de plus.", None, False),
        ("En 2024, la ligne a compté 25 000 arrêts.", "2024", False),
        ("En 2024, la ligne a compté 80 trains et 25 000 arrêts.", "2024", True),
    ],
)
def test_a_period_that_stands_beside_another_figure_is_a_guess(desk, text, period, is_guess):
    lines = pull([desk("a.txt", text)], lang="fr").text.splitlines()
    quoted = next(at for at, line in enumerate(lines) if "25 000" in line and "#" not in line)
    start = max(at for at in range(quoted) if lines[at].startswith("  ") and lines[at][2] != " ")
    periods = [line.strip() for line in lines[start:quoted] if "period:" in line]
    assert periods == ([] if period is None else [f"period: {period}{'  # guess' if is_guess else ''}"])


@pytest.mark.parametrize(
    ("text", "ids"),
    [
        ("Le plan Digital Morocco 2030 compte beaucoup.", []),
        ("Le plan Digital Morocco 2030 doit aboutir d'ici cinq ans.", ["date_2030"]),
        ("À l'horizon 2030, tout sera prêt.", []),
        ("D'ici 2030, tout sera prêt.", ["date_2030"]),
        ("Tout va bien.\n\nLundi 3 mars 2025", []),
        ("Tout a été signé lundi 3 mars 2025.", ["date_2025_03_03"]),
    ],
)
def test_a_date_is_a_claim_only_where_it_is_what_is_said(desk, tmp_path, text, ids):
    claims = base_of(pull([desk("a.txt", text)], lang="fr"), tmp_path).claims
    assert [name for name in claims if name.startswith("date")] == ids
