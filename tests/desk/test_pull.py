"""Claims pulled from articles: what is written, that it always loads, and that a file gets no more than what is new."""

import tempfile
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from factcheck.claims.load import load
from factcheck.desk.pull import pull
from factcheck.desk.run import run
from factcheck.reading.documents import open_document

ROOT = Path(__file__).parents[2]
ARTICLES = ROOT.parent / "shared" / "articles"
DRAFTS = [
    path
    for folder in (ROOT / "tests" / "drafts" / "gallery", ROOT / "examples" / "drafts")
    for path in sorted(folder.iterdir())
    if path.suffix != ".yaml" and path.name != "README.md"
]
needs_articles = pytest.mark.skipif(not ARTICLES.is_dir(), reason="the articles are not at hand")

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


def base_of(outcome, folder):
    path = folder / "pulled.yaml"
    path.write_text(outcome.text, encoding="utf-8")
    return load([path])


def quotes_not_found(paths, texts):
    found = [each for each in run(paths, texts=texts).findings if each.kind == "quote"]
    return [each.message for each in found if str(each.verdict) != "consistent"]


# --- always ---------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("path", DRAFTS, ids=lambda path: path.name)
def test_what_is_pulled_loads_and_its_quotes_stand_in_the_text(path, tmp_path):
    base = base_of(pull([path]), tmp_path)
    (source,) = base.sources
    texts = tmp_path / "texts"
    texts.mkdir()
    (texts / f"{source}.txt").write_text(open_document(str(path)).text, encoding="utf-8")
    assert len(base.claims) >= 10
    assert quotes_not_found([tmp_path / "pulled.yaml"], texts) == []


@pytest.mark.parametrize("path", DRAFTS, ids=lambda path: path.name)
def test_pulling_twice_adds_nothing(path, tmp_path):
    other = DRAFTS[DRAFTS.index(path) - 1]
    into = tmp_path / "claims.yaml"
    into.write_text(pull([path]).text, encoding="utf-8")
    assert not pull([path], into=into).changes
    into.write_text(pull([other], into=into).text, encoding="utf-8")
    assert not pull([other, path], into=into).changes


PIECES = st.lists(
    st.sampled_from(
        """26,2 milliards de dirhams|20 %|+0,2 %|120.000 emplois|trois accords|$5 million|en 2024|mardi 27 janvier 2025
        soit|contre|de|à|une hausse de|doublement|près de|d'ici 2030|1,234|14|et|. Le|(|)|: |# |- |'|"|{a: b}|&|!|%
        « Plan 2030 »|12 points|*|\u2028|\x85|🔥|e\u0301te\u0301 5 %|6\u202f000 €|\t|les exportations""".replace(
            "\n        ", "|"
        ).split("|")
        + ["\n\n"]
    ),
    max_size=12,
).map(" ".join)


@given(text=st.one_of(st.text(max_size=60), PIECES), lang=st.sampled_from(["fr", "en", None]))
@settings(max_examples=150)
def test_whatever_the_text_the_claims_load_and_quote_it(text, lang):
    if "\0" in text:
        return
    with tempfile.TemporaryDirectory() as folder:
        article = Path(folder, "texts", "article.txt")
        article.parent.mkdir()
        article.write_bytes(text.encode("utf-8"))
        claims = Path(folder, "claims.yaml")
        outcome = pull([article], lang=lang)
        claims.write_bytes(outcome.text.encode("utf-8"))
        assert quotes_not_found([claims], article.parent) == []
        assert not pull([article], into=claims, lang=lang).changes


@needs_articles
def test_nine_tenths_of_what_the_shipped_claims_state_is_pulled(tmp_path):
    pulled = base_of(pull(sorted(ARTICLES.iterdir())), tmp_path)
    found = {
        (statement.source, statement.figure.kind, statement.figure.value, statement.figure.unit)
        for claim in pulled.claims.values()
        for statement in claim.statements
    }
    stated = [statement for claim in load([ROOT / "claims"]).claims.values() for statement in claim.statements]
    yielded = [each for each in stated if (each.source, each.figure.kind, each.figure.value, each.figure.unit) in found]
    assert len(yielded) >= 0.9 * len(stated)
    assert quotes_not_found([tmp_path / "pulled.yaml"], ARTICLES) == []


@needs_articles
def test_the_relations_of_the_articles_come_as_rules(tmp_path):
    base_of(pull(sorted(ARTICLES.iterdir())), tmp_path)
    findings = run([tmp_path / "pulled.yaml"]).findings
    verdicts = sorted((each.kind, str(each.verdict)) for each in findings if each.check in load_rules(tmp_path))
    assert verdicts == [
        ("convert", "inconsistent"),
        ("multiple", "inconsistent"),
        ("multiple", "strained"),
        ("sum", "consistent"),
    ]


def load_rules(folder):
    return load([folder / "pulled.yaml"]).rules


# --- what is written ------------------------------------------------------------------------------------------------


def test_an_article_becomes_a_source_claims_and_a_rule(desk, tmp_path):
    outcome = pull([desk("offshoring.txt", EXPORTS)])
    base = base_of(outcome, tmp_path)
    assert {name: [each.quote for each in claim.statements] for name, claim in base.claims.items()} == {
        "exportations_numeriques_2024": ["26,2 milliards de dirhams"],
        "exportations_numeriques_2022": ["20 milliards de dirhams"],
        "hausse_pct_2024": ["31 %"],
        "emplois_2030": ["3 000 emplois"],
        "date_2030": ["d'ici 2030"],
    }
    assert [rule.text for rule in base.rules.values()] == [
        "growth(exportations_numeriques_2022, exportations_numeriques_2024) == hausse_pct_2024"
    ]
    assert "    # consistent: " in outcome.text
    assert "      # line 3: En 2024, les exportations numériques du Maroc ont …\n" in outcome.text
    assert (outcome.claims, outcome.statements, outcome.rules) == (5, 5, 1)


def test_what_the_file_tells_of_itself_is_no_guess(desk):
    told = pull([desk("a.md", "---\ntitle: 'Ports: a year'\nlang: en\ndate: 2025-03-14\n---\n\nUp 5% in 2024.\n")]).text
    assert "    title: 'Ports: a year'\n    lang: en\n    published: 2025-03-14\n" in told
    guessed = pull([desk("b.txt", "Ports\n\nTraffic at the port was up 5% in 2024, the most for years.\n")]).text
    assert "    lang: en  # guess\n    # published: not known\n" in guessed


def test_what_is_inferred_says_that_it_is_a_guess(desk):
    lines = pull([desk("offshoring.txt", EXPORTS)]).text.splitlines()
    for key in ("label:", "    fr: [", "    indicator:", "    status:"):
        found = [line for line in lines if line.strip().startswith(key.strip())]
        assert found
        assert all(line.endswith("  # guess") for line in found)


def test_one_thing_said_in_two_articles_is_one_claim(desk, tmp_path):
    one = desk("one.txt", "Les exportations du pays ont atteint 26,2 milliards de dirhams en 2024.\n")
    other = desk("two.txt", "En 2024, les exportations du pays ont dépassé plus de 26 milliards de dirhams.\n")
    base = base_of(pull([one, other]), tmp_path)
    (claim,) = base.claims.values()
    assert [each.source for each in claim.statements] == ["one", "two"]


@pytest.mark.parametrize(
    ("text", "count"),
    [
        ("Les exportations ont atteint 26 milliards d'euros en 2023 et 27 milliards d'euros en 2024.", 2),
        ("Les exportations valent 26 milliards d'euros. Les exportations valent 26 milliards de dollars.", 2),
        ("Les exportations valent 26 milliards d'euros. Les recettes valent 26 milliards d'euros.", 2),
        ("Les exportations valent 26 milliards d'euros. Les exportations valent 31 milliards d'euros.", 2),
        ("Les exportations valent 26,2 milliards d'euros. Les exportations, 26 milliards d'euros.", 1),
        ("Réunis le 27 janvier 2025, ils n'ont rien décidé.", 0),
        ("Réunis le lundi 27 janvier 2025, ils n'ont rien décidé.", 1),
        ("Arrivée troisième, elle est repartie en 2024.", 0),
    ],
)
def test_a_claim_for_each_thing_that_has_a_figure(desk, tmp_path, text, count):
    assert len(base_of(pull([desk("a.txt", text)], lang="fr"), tmp_path).claims) == count


def test_two_claims_in_the_same_words_are_quoted_with_more_of_them(desk, tmp_path):
    text = "La hausse fut de 0,2 % en 2024. La part du nord reste de 0,2 % en 2024.\n"
    base = base_of(pull([desk("a.txt", text)], lang="fr"), tmp_path)
    quotes = [each.quote for claim in base.claims.values() for each in claim.statements]
    assert len(set(quotes)) == 2
    assert all(text.count(quote) == 1 for quote in quotes)


def test_a_bare_number_is_quoted_with_what_it_means(desk):
    text = "En 2024, les recettes ont atteint 26,2 milliards de dirhams, +0,2 % par rapport à 2023 (26,17).\n"
    outcome = pull([desk("a.txt", text)], lang="fr")
    assert "        quote: 26,17\n        value: 26,17 milliards de dirhams\n" in outcome.text
    assert outcome.rules == 1


def test_a_table_is_pulled_by_its_headers(desk, tmp_path):
    text = "| Ville | 2023 (millions d'euros) |\n|---|---|\n| Lorient | 12,5 |\n| Vannes | 8,1 |\n"
    base = base_of(pull([desk("a.md", text)], lang="fr"), tmp_path)
    assert list(base.claims) == ["lorient_2023", "vannes_2023"]
    assert {claim.unit for claim in base.claims.values()} == {"EUR"}


def test_what_cannot_be_quoted_is_left_out_and_told(desk, tmp_path):
    outcome = pull([desk("a.txt", "Il pourrait durer trois ou quatre ans.\n")], lang="fr")
    assert len(base_of(outcome, tmp_path).claims) == 1
    (reason,) = outcome.left_out
    assert "“trois” is left out" in str(reason.template.format(**reason.values))
    assert outcome.text.rstrip().splitlines()[-1].startswith("# ")


def test_an_article_without_figures_is_a_source(desk, tmp_path):
    base = base_of(pull([desk("Été à Sète.txt", "Rien à compter.\n")]), tmp_path)
    assert list(base.sources) == ["ete-a-sete"]
    assert not base.claims


def test_ids_of_the_base_are_not_taken_again(desk, tmp_path):
    article = desk("offshoring.txt", EXPORTS)
    first = desk("first.yaml", pull([article]).text.replace("offshoring", "elsewhere"))
    second = desk("second.yaml", pull([article], claims=[first]).text)
    assert len(load([first, second]).claims) == 10


def test_sources_of_one_name_are_told_apart(desk, tmp_path):
    (tmp_path / "b").mkdir()
    one, other = desk("a.txt", "En hausse de 5 %.\n"), desk("b/a.txt", "En hausse de 6 %.\n")
    assert list(base_of(pull([one, other]), tmp_path).sources) == ["a", "a-2"]
