"""Figures of a draft held against a claim base: what is matched, what it comes to, and what is left alone."""

import json
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from factcheck.claims.load import load
from factcheck.drafts.against.finder import matched
from factcheck.drafts.against.topics import topics_of
from factcheck.drafts.checked import Standing
from factcheck.drafts.prose import Draft
from factcheck.figures.rates import Rates
from factcheck.reading.documents import document_of
from factcheck.relations.finding import Severity, Verdict

RATES = Rates()
SOURCES = {
    "office": {"title": "Bulletin", "lang": "fr", "publisher": "Office"},
    "ministry": {"title": "Note", "lang": "fr", "publisher": "Ministry"},
    "paper": {"title": "A paper", "lang": "fr", "url": "https://paper.example/a"},
}
INDICATORS = {
    "exports": {
        "label": {"fr": "exportations numériques", "en": "digital exports"},
        "words": {"fr": ["exportations numériques", "recettes à l'exportation"], "en": ["digital exports"]},
        "unit": "MAD",
    },
    "growth": {
        "label": {"fr": "croissance des exportations numériques", "en": "growth of digital exports"},
        "words": {"fr": ["hausse", "croissance"], "en": ["growth", "rise"]},
        "unit": "percent",
    },
    "unemployment": {
        "label": {"fr": "taux de chômage", "en": "unemployment rate"},
        "words": {"fr": ["taux de chômage"], "en": ["unemployment rate", "jobless rate"]},
        "unit": "percent",
    },
    "jobs": {
        "label": {"fr": "emplois du numérique", "en": "digital jobs"},
        "words": {"fr": ["emplois", "emploie", "employait"], "en": ["jobs", "employs"]},
        "unit": "job",
    },
    "branches": {"words": {"fr": ["ventes d'une branche", "branche"]}, "unit": "MAD"},
}


def claim(indicator, quote, period=None, **more):
    """A claim on Morocco; `quote` is one by the office, or a mapping of sources."""
    said = quote if isinstance(quote, dict) else {"office": quote}
    return {"indicator": indicator, "area": "MA", "said": said, **({"period": period} if period else {}), **more}


CLAIMS = {
    "exports_2023": claim("exports", "26,17 milliards de dirhams", "2023"),
    "exports_2024": claim(
        "exports", {"office": "26,2 milliards de dirhams", "ministry": "plus de 26 milliards de dirhams"}, "2024"
    ),
    "exports_h1_2025": claim("exports", "13,4 milliards de dirhams", "2025-H1"),
    "exports_2026": claim("exports", "27 milliards de dirhams", "2026", status="forecast"),
    "exports_2030": claim("exports", "40 milliards de dirhams", "2030", status="target"),
    "growth_2024": claim("growth", "0,2 %", "2024"),
    "unemployment_2024": claim("unemployment", "13,3 %", "2024"),
    "jobs": claim(
        "jobs",
        {
            "office": [
                {"quote": "148 500 emplois", "as_of": "2024-12"},
                {"quote": "141 000 emplois", "as_of": "2023-12"},
            ],
        },
    ),
    "disputed_2022": claim(
        "exports", {"office": "20 milliards de dirhams", "ministry": "24 milliards de dirhams"}, "2022"
    ),
    "revised_2021": claim(
        "exports",
        {
            "office": [
                {"quote": "15 milliards de dirhams", "status": "provisional"},
                {"quote": "16,1 milliards de dirhams", "status": "revised"},
            ]
        },
        "2021",
    ),
    "ours_2020": claim("exports", {"paper": "14 milliards de dirhams"}, "2020"),
    "one_branch": claim("branches", "5 milliards de dirhams", "2024"),
    "another_branch": claim("branches", "4 milliards de dirhams", "2024"),
}


@pytest.fixture(scope="module")
def base(tmp_path_factory):
    path = tmp_path_factory.mktemp("claims") / "base.yaml"
    path.write_text(json.dumps({"sources": SOURCES, "indicators": INDICATORS, "claims": CLAIMS}), "utf-8")
    return load([path], rules=False)


def held(base, text, lang="fr", path="draft.md", day=None):
    """What each figure comes to: its match and its finding, by quote."""
    draft = Draft(document_of(path, text.encode(), "markdown"), lang, day)
    return {match.figure.quote: (match, finding) for match, finding in matched(draft, base, RATES)}


def standing(base, text, lang="fr", **options):
    """How the first figure stands, and to which claims; None where it is not held against any."""
    for match, _ in held(base, text, lang, **options).values():
        return match.standing, match.claims
    return None


SUPPORTED = [
    ("fr", "En 2024, les exportations numériques du Maroc ont atteint 26,2 milliards de dirhams.", "exports_2024"),
    ("fr", "Le Maroc a réalisé 26,2 milliards de dirhams d'exportations numériques en 2024.", "exports_2024"),
    (
        "fr",
        "Au Maroc, les recettes à l’exportation s'élevaient à environ 26 milliards de dirhams en 2024.",
        "exports_2024",
    ),
    ("fr", "Les EXPORTATIONS NUMÉRIQUES marocaines : 26,2 milliards de dirhams en 2024.", "exports_2024"),
    (
        "fr",
        "En 2024, les exportations marocaines issues du numérique ont atteint 26,2 milliards de dirhams.",
        "exports_2024",
    ),
    ("fr", "Le taux de chômage s'est établi à 13,3 % en 2024 au Maroc.", "unemployment_2024"),
    ("fr", "Le chômage recule au Maroc. Fin 2024, le secteur employait 148 500 emplois du numérique.", "jobs"),
    (
        "fr",
        "Les exportations numériques du Maroc, dopées par l'Europe, ont pesé 26,2 milliards de dirhams en 2024.",
        "exports_2024",
    ),
    (
        "fr",
        "À fin juin 2025, les exportations numériques du Maroc ont atteint 13,4 milliards de dirhams.",
        "exports_h1_2025",
    ),
    ("fr", "D'ici 2030, le Maroc vise 40 milliards de dirhams d'exportations numériques.", "exports_2030"),
    ("fr", "En 2021, les exportations numériques du Maroc ont atteint 16,1 milliards de dirhams.", "revised_2021"),
    ("en", "Morocco's digital exports reached 26.2 billion dirhams in 2024.", "exports_2024"),
    ("en", "In 2024, Moroccan digital exports stood at 26.2 billion dirhams.", "exports_2024"),
    ("en", "The unemployment rate was 13.3% in Morocco in 2024.", "unemployment_2024"),
    ("en", "The jobless rate in Morocco stood at 13.3 per cent in 2024.", "unemployment_2024"),
]


@pytest.mark.parametrize(("lang", "text", "expected"), SUPPORTED, ids=[text for _, text, _ in SUPPORTED])
def test_a_figure_that_agrees_is_supported(base, lang, text, expected):
    assert standing(base, text, lang) == (Standing.SUPPORTED, (expected,))


CONTRADICTED = [
    ("fr", "En 2024, les exportations numériques du Maroc ont atteint 28,2 milliards de dirhams.", "exports_2024"),
    ("fr", "Les exportations numériques du Maroc ont atteint 22,6 milliards de dirhams en 2024.", "exports_2024"),
    ("fr", "Le Maroc a réalisé 62,2 milliards de dirhams d'exportations numériques en 2024.", "exports_2024"),
    (
        "fr",
        "Selon l'Office, les exportations numériques du Royaume marocain s'élevaient à 25 Mds DH en 2024.",
        "exports_2024",
    ),
    (
        "fr",
        "Le taux de chômage s'est établi à 12,3 % en 2024 au Maroc, selon le Haut-Commissariat.",
        "unemployment_2024",
    ),
    (
        "fr",
        "Bonne nouvelle pour la tech : à fin juin 2025, les exportations numériques du Maroc ont atteint 14,3 Mds DH.",
        "exports_h1_2025",
    ),
    ("fr", "Le Maroc vise 52 milliards de dirhams d'exportations numériques d'ici 2030.", "exports_2030"),
    ("en", "Morocco's digital exports reached 28.2 billion dirhams in 2024.", "exports_2024"),
    ("en", "In 2024, Moroccan digital exports stood at 22.6 billion dirhams, official data show.", "exports_2024"),
    ("en", "The unemployment rate in Morocco was 31.3% in 2024.", "unemployment_2024"),
]


@pytest.mark.parametrize(("lang", "text", "expected"), CONTRADICTED, ids=[text for _, text, _ in CONTRADICTED])
def test_a_figure_that_no_source_allows_is_contradicted(base, lang, text, expected):
    ((match, finding),) = held(base, text, lang).values()
    assert (match.standing, match.claims) == (Standing.CONTRADICTED, (expected,))
    assert finding.check == f"agreement:{expected}"
    assert finding.kind == "agreement"
    assert finding.verdict is Verdict.INCONSISTENT
    draft, *sources = finding.figures
    assert draft.claim is None and draft.source is None and draft.place.path == "draft.md"
    assert {each.claim for each in sources} == {expected}
    assert all(each.place.path.endswith("base.yaml") for each in sources)
    assert all(window.text for window in finding.windows)


LEFT_ALONE = [
    # another thing
    ("fr", "Les importations numériques du Maroc ont atteint 40 milliards de dirhams en 2024."),
    ("fr", "Les importations et les exportations numériques du Maroc ont atteint 70 milliards de dirhams en 2024."),
    ("fr", "Face aux exportations numériques, les importations du Maroc ont atteint 40 milliards de dirhams en 2024."),
    (
        "fr",
        "Les exportations numériques du Maroc progressent et le tourisme a rapporté 112 milliards de dirhams en 2024.",
    ),
    ("fr", "La part des exportations numériques du Maroc vers l'Europe vaut 12 milliards de dirhams en 2024."),
    ("en", "Imports rather than digital exports of Morocco reached 40 billion dirhams in 2024."),
    ("en", "Imports and digital exports of Morocco reached 70 billion dirhams in 2024."),
    # a part of it
    ("fr", "Les exportations numériques du Maroc vers la France ont atteint 8 milliards de dirhams en 2024."),
    ("fr", "Le Maroc a réalisé 8 milliards de dirhams d'exportations numériques vers la France en 2024."),
    (
        "fr",
        "Dans la région de Casablanca, les exportations numériques du Maroc ont atteint 9 Mds DH en 2024.",
    ),
    ("fr", "Casablanca : les exportations numériques du Maroc ont atteint 9 milliards de dirhams en 2024."),
    ("fr", "Hors centres d'appels, les exportations numériques du Maroc ont atteint 19 milliards de dirhams en 2024."),
    ("fr", "Les exportations numériques du Maroc ont atteint 19 milliards de dirhams en 2024, hors centres d'appels."),
    ("fr", "Les exportations numériques du Maroc de logiciels ont atteint 3 milliards de dirhams en 2024."),
    ("fr", "Avec 9 milliards de dirhams d'exportations numériques en 2024, Casablanca domine au Maroc."),
    ("en", "Morocco's digital exports to France reached 8 billion dirhams in 2024."),
    ("en", "Excluding call centres, Morocco's digital exports reached 19 billion dirhams in 2024."),
    ("en", "Morocco's digital exports of software reached 3 billion dirhams in 2024."),
    ("fr", "Au Maroc, le taux de chômage des jeunes a atteint 36,7 % en 2024."),
    ("fr", "Au Maroc, le taux de chômage atteint 36,7 % chez les jeunes en 2024."),
    ("fr", "Au Maroc, en 2024, le taux de chômage s'est établi à 16,9 % en milieu urbain."),
    ("fr", "Capgemini a réalisé 2 milliards de dirhams d'exportations numériques au Maroc en 2024."),
    ("en", "Morocco's youth unemployment rate was 36.7% in 2024."),
    ("en", "Morocco's unemployment rate was 36.7% for young people in 2024."),
    ("en", "Urban unemployment rate in Morocco was 16.9% in 2024."),
    ("en", "Its digital exports in Morocco reached 2 billion dirhams in 2024, Capgemini said."),
    # another measure of it
    ("fr", "Les exportations numériques du Maroc ont atteint 70 milliards de dirhams en 2024, en cumul depuis 2022."),
    ("fr", "En moyenne mensuelle, les exportations numériques du Maroc ont atteint 2,2 milliards de dirhams en 2024."),
    ("fr", "Au Maroc, les exportations numériques s'élèvent à 700 dirhams par habitant en 2024."),
    ("en", "Morocco's digital exports amounted to 700 dirhams per capita in 2024."),
    ("en", "Morocco's digital exports averaged 2.2 billion dirhams a month in 2024."),
    # a change, and no level
    ("fr", "Les exportations numériques du Maroc ont augmenté de 3 milliards de dirhams en 2024."),
    ("fr", "Le taux de chômage a progressé de 3 % en 2024 au Maroc."),
    ("fr", "Le Maroc a gagné 2 milliards de dirhams d'exportations numériques en 2024."),
    ("fr", "Les exportations numériques du Maroc sont passées de 20 à 26,2 milliards de dirhams en 2024."),
    ("en", "Morocco's digital exports rose by 3 billion dirhams in 2024."),
    ("en", "The unemployment rate in Morocco fell 3% in 2024."),
    # growth of another thing
    ("fr", "Les importations du Maroc ont connu une hausse de 5 % en 2024."),
    ("en", "Imports of Morocco saw growth of 5% in 2024."),
    # another area
    ("fr", "Les exportations numériques de la Tunisie ont atteint 3 milliards de dirhams en 2024."),
    ("fr", "En Tunisie, le taux de chômage a atteint 16,2 % en 2024."),
    ("fr", "Le Maroc et la Tunisie ont réalisé 30 milliards de dirhams d'exportations numériques en 2024."),
    ("fr", "La Tunisie va mal. Le taux de chômage a atteint 16,2 % en 2024."),
    ("fr", "Le Maroc va bien. La Tunisie va mal. Le taux de chômage a atteint 16,2 % en 2024."),
    ("en", "Tunisia's unemployment rate was 16.2% in 2024."),
    ("fr", "Le taux de chômage a atteint 16,2 % en 2024."),
    # another period, or none
    ("fr", "En 2019, les exportations numériques du Maroc ont atteint 12 milliards de dirhams."),
    ("fr", "Les exportations numériques du Maroc ont atteint 13,4 milliards de dirhams au premier semestre 2024."),
    ("fr", "Les exportations numériques du Maroc ont atteint 30 milliards de dirhams."),
    (
        "fr",
        "Lancée en 2024, la stratégie du Maroc porte : les exportations numériques ont atteint 30 Mds DH.",
    ),
    ("fr", "Le secteur compte plus de 60 000 emplois au Maroc, selon une étude sur le numérique."),
    ("en", "Morocco's digital exports reached 30 billion dirhams."),
    ("en", "Morocco's digital exports reached 13.4 billion dirhams in the first half of 2024."),
    ("fr", "De 2020 à 2024, les exportations numériques du Maroc ont totalisé 90 milliards de dirhams."),
    ("fr", "Les exportations numériques du Maroc ont atteint 52 milliards de dirhams en 2023 et 2024."),
    ("fr", "Les exportations numériques du Maroc ont atteint 19 milliards de dirhams à fin septembre 2024."),
    ("fr", "Contrairement à 2024, les exportations numériques du Maroc ont atteint 52 milliards de dirhams."),
    ("en", "Unlike in 2024, Morocco's digital exports reached 52 billion dirhams."),
    ("en", "Morocco's digital exports reached 52 billion dirhams between 2023 and 2024."),
    # another status
    ("fr", "En 2024, les exportations numériques du Maroc devraient atteindre 30 milliards de dirhams."),
    ("fr", "En 2030, les exportations numériques du Maroc ont atteint 60 milliards de dirhams."),
    ("fr", "Les exportations numériques du Maroc n'ont pas atteint 28 milliards de dirhams en 2024."),
    ("fr", "Les exportations numériques du Maroc ont-elles atteint 28 milliards de dirhams en 2024 ?"),
    ("en", "Morocco's digital exports could reach 30 billion dirhams in 2024."),
    ("en", "Have Morocco's digital exports reached 28 billion dirhams in 2024?"),
    # one claim of several
    ("fr", "La branche a rapporté 9 milliards de dirhams au Maroc en 2024."),
    # another unit
    ("fr", "En 2024, les exportations numériques du Maroc ont atteint 28 milliards d'euros."),
    # other jobs
    ("fr", "L'automobile compte 220 000 emplois au Maroc en décembre 2024."),
    ("fr", "Le Maroc a créé 82 000 nouveaux emplois en décembre 2024 dans le numérique."),
]


@pytest.mark.parametrize(("lang", "text"), LEFT_ALONE, ids=[text for _, text in LEFT_ALONE])
def test_a_figure_that_may_be_of_something_else_gives_no_finding(base, lang, text):
    results = held(base, text, lang).values()
    assert [
        finding for _, finding in results if finding is not None and finding.verdict is not Verdict.CONSISTENT
    ] == []
    assert all(match.standing in (Standing.NOT_COVERED, Standing.SUPPORTED) for match, _ in results)


def test_every_figure_says_why_no_claim_is_held_against_it(base):
    texts = ["Le tourisme a rapporté 112 milliards de dirhams au Maroc en 2024.", *(text for _, text in LEFT_ALONE)]
    for text in texts:
        for match, _ in held(base, text).values():
            assert str(match.reason)


def test_a_supported_figure_names_the_sources_that_agree(base):
    text = "En 2024, les exportations numériques du Maroc ont atteint 26,2 milliards de dirhams."
    ((match, finding),) = held(base, text).values()
    assert finding.verdict is Verdict.CONSISTENT
    assert finding.severity is None
    assert [each.source for each in finding.figures] == [None, "office", "ministry"]
    assert "exportations numériques" in str(match.reason.values)


def test_a_claim_on_which_sources_disagree_is_disputed_with_all_of_them(base):
    text = "En 2022, les exportations numériques du Maroc ont atteint 20 milliards de dirhams."
    ((match, finding),) = held(base, text).values()
    assert (match.standing, match.claims) == (Standing.DISPUTED, ("disputed_2022",))
    assert finding.verdict is Verdict.STRAINED
    assert finding.severity is Severity.WARNING
    assert {each.source for each in finding.figures} == {None, "office", "ministry"}


def test_what_none_of_the_disputing_sources_says_is_contradicted(base):
    text = "En 2022, les exportations numériques du Maroc ont atteint 31 milliards de dirhams."
    assert standing(base, text) == (Standing.CONTRADICTED, ("disputed_2022",))


def test_a_provisional_figure_is_superseded_by_the_revised_one(base):
    text = "En 2021, les exportations numériques du Maroc ont atteint 15 milliards de dirhams."
    assert standing(base, text) == (Standing.CONTRADICTED, ("revised_2021",))


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Fin décembre 2024, le Maroc emploie 148 500 emplois du numérique.", Standing.SUPPORTED),
        ("Le numérique marocain pèse 148 500 emplois.", Standing.SUPPORTED),
        ("Le numérique marocain pèse 141 000 emplois.", Standing.NOT_COVERED),
    ],
)
def test_of_a_series_the_same_date_counts_or_else_the_latest(base, text, expected):
    ((match, _),) = held(base, text).values()
    assert (match.standing, match.claims) == (expected, ("jobs",))


def test_an_older_figure_given_as_the_current_one_is_outdated(base):
    text = "Aujourd'hui, les exportations numériques du Maroc s'élèvent à 16,1 milliards de dirhams."
    ((match, finding),) = held(base, text).values()
    assert match.standing is Standing.OUTDATED
    assert match.claims == ("exports_2024", "revised_2021")
    assert finding.severity is Severity.NOTE


def test_the_newest_figure_given_as_the_current_one_is_supported(base):
    text = "Actuellement, les exportations numériques du Maroc s'élèvent à 26,2 milliards de dirhams."
    assert standing(base, text) == (Standing.SUPPORTED, ("exports_2024",))


def test_without_a_period_a_figure_supports_the_only_claim_that_it_fits(base):
    text = "Les exportations numériques du Maroc s'élèvent à {amount} milliards de dirhams."
    assert standing(base, text.format(amount="16,1")) == (Standing.SUPPORTED, ("revised_2021",))
    several = "plus de 26"  # fits what is said of 2023 and what is said of 2024
    assert standing(base, text.format(amount=several))[0] is Standing.NOT_COVERED


def test_a_forecast_that_differs_is_at_most_a_warning(base):
    text = "En 2026, les exportations numériques du Maroc devraient atteindre 31 milliards de dirhams."
    ((match, finding),) = held(base, text).values()
    assert match.standing is Standing.CONTRADICTED
    assert finding.severity is Severity.WARNING


OWN = [
    ("paper.md", ""),
    ("draft.md", "---\ntitle: A paper\n---\n"),
    ("draft.md", "---\nurl: https://paper.example/a\n---\n"),
]


@pytest.mark.parametrize(("path", "matter"), OWN)
@pytest.mark.parametrize("amount", ["14", "19"])
def test_a_draft_is_no_source_for_itself(base, path, matter, amount):
    text = f"{matter}En 2020, les exportations numériques du Maroc ont atteint {amount} milliards de dirhams."
    assert standing(base, text, path=path) == (Standing.NOT_COVERED, ("ours_2020",))


def test_a_source_of_the_same_publisher_counts_no_more(base):
    text = "---\npublisher: Office\n---\nLe taux de chômage s'est établi à 15 % en 2024 au Maroc."
    assert standing(base, text) == (Standing.NOT_COVERED, ("unemployment_2024",))


def test_the_area_may_be_that_of_the_draft(base):
    text = "# Le Maroc au travail\n\nLe taux de chômage s'est établi à 15 % en 2024."
    assert standing(base, text) == (Standing.CONTRADICTED, ("unemployment_2024",))


def test_words_may_stand_in_the_sentence_before_or_in_the_heading(base):
    before = "Le Maroc publie ses exportations numériques. Elles ont atteint 26,2 milliards de dirhams en 2024."
    heading = "# Exportations numériques du Maroc\n\nElles ont atteint 26,2 milliards de dirhams en 2024."
    for text in (before, heading):
        assert standing(base, text) == (Standing.SUPPORTED, ("exports_2024",))


def test_words_elsewhere_support_and_never_contradict(base):
    text = "Le Maroc publie ses exportations numériques. Elles ont atteint 29 milliards de dirhams en 2024."
    assert standing(base, text) == (Standing.NOT_COVERED, ("exports_2024",))


def test_dates_and_bare_numbers_are_held_against_nothing(base):
    assert held(base, "Le 3 mars 2024, le Maroc comptait 12 candidats aux exportations numériques.") == {}


def test_topics_are_made_once_for_a_base(base):
    assert topics_of(base) is topics_of(base)


@given(st.integers(1, 999).filter(lambda tenths: abs(tenths - 262) > 60))
def test_whatever_differs_is_found_with_its_correction(base, tenths):
    amount = f"{tenths // 10},{tenths % 10}"
    text = f"En 2024, les exportations numériques du Maroc ont atteint {amount} milliards de dirhams."
    ((match, finding),) = held(base, text).values()
    assert match.standing is Standing.CONTRADICTED
    assert all(each.figure == 0 for each in finding.corrections)


def test_the_date_of_the_document_does_not_turn_reports_into_forecasts(base):
    text = "En 2024, les exportations numériques du Maroc ont atteint 26,2 milliards de dirhams."
    assert standing(base, text, day=date(2025, 11, 3)) == (Standing.SUPPORTED, ("exports_2024",))


@pytest.mark.parametrize(
    ("lang", "text", "reason"),
    [
        ("fr", "Au Maroc, les exportations numériques n'ont pas atteint 26,2 milliards de dirhams en 2024.", "denies"),
        ("fr", "Au Maroc, les exportations numériques n'ont pas atteint 31 milliards de dirhams en 2024.", "denies"),
        ("fr", "Il est faux que les exportations numériques du Maroc ont atteint 31 milliards de dirhams.", "denies"),
        ("en", "Morocco's digital exports did not reach 26.2 billion dirhams in 2024.", "denies"),
        ("en", "Did Morocco's digital exports reach 31 billion dirhams in 2024?", "asks"),
    ],
)
def test_what_is_denied_or_asked_is_left_alone(base, lang, text, reason):
    ((match, finding),) = held(base, text, lang).values()
    assert (match.standing, match.claims, finding) == (Standing.NOT_COVERED, (), None)
    assert reason in match.reason.template
