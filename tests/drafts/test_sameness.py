"""One thing with two values: the title against the body, and powers of ten."""

import pytest
from prose import at_odds, findings


def article(title: str, body: str) -> str:
    return f"# {title}\n\n{body}\n"


# (language, title, body, kind, verdict)
JUDGED = [
    ("fr", "L'opérateur supprime 1 250 postes", "L'opérateur va supprimer 1 520 postes.", "agreement", "inconsistent"),
    ("fr", "L'opérateur supprime 1 500 postes", "L'opérateur va supprimer 1 520 postes.", "agreement", "consistent"),
    (
        "fr",
        "Le port gagne 26 milliards de dirhams",
        "Le port a gagné 26,2 milliards de dirhams.",
        "agreement",
        "consistent",
    ),
    (
        "fr",
        "Le port gagne 29 milliards de dirhams",
        "Le port a gagné 26,2 milliards de dirhams.",
        "agreement",
        "inconsistent",
    ),
    (
        "fr",
        "Un budget de région de 486 millions d'euros",
        "Le budget de la région est de 486 milliards d'euros.",
        "slip",
        "inconsistent",
    ),
    ("en", "Operator to cut 1,250 jobs", "The operator will cut 1,520 jobs.", "agreement", "inconsistent"),
    ("en", "Operator to cut 1,500 jobs", "The operator will cut 1,520 jobs.", "agreement", "consistent"),
    (
        "en",
        "Governor presents $486.2 million budget",
        "The governor presented a budget of $486.2 billion.",
        "slip",
        "inconsistent",
    ),
]

# (language, title, body)
LEFT_ALONE = [
    # another figure of the body says what the title says
    ("fr", "L'opérateur supprime 1 500 postes", "L'opérateur supprime 1 520 postes. Il avait supprimé 1 200 postes."),
    # other things, other periods, small counts, several candidates
    ("fr", "L'opérateur supprime 1 250 postes", "La banque voisine embauche 1 520 personnes."),
    ("fr", "L'opérateur supprime 1 250 postes", "Le bâtiment loue 1 520 bureaux."),
    ("fr", "En 2024, le port gagne 29 milliards d'euros", "En 2023, le port gagnait 26,2 milliards d'euros."),
    ("fr", "Trois accords signés à Rabat", "Les accords signés sont au nombre de huit accords."),
    (
        "fr",
        "L'opérateur supprime 1 250 postes",
        "L'opérateur supprime 1 520 postes ici et l'opérateur supprime 1 400 postes là.",
    ),
    ("en", "Operator to cut 1,250 jobs", "The rival bank hired 1,520 people."),
    ("en", "Port earned $29bn in 2024", "In 2023 the port earned $26.2bn."),
    # a bound that the body stays within, though it is not what the title speaks of
    ("fr", "La ville dépasse 1,8 million d'habitants", "La région de la ville compte 3,2 millions d'habitants."),
    # the same digits by chance
    ("fr", "Le vélo", "Le pont coûte 415 millions d'euros. Une voiture vaut 41 500 euros."),
    ("en", "Bikes", "The bridge cost $415 million. A new car sells at $41,500."),
]


@pytest.mark.parametrize(("lang", "title", "body", "kind", "verdict"), JUDGED)
def test_the_title_says_what_the_body_says(lang, title, body, kind, verdict):
    assert [(found, judged) for found, judged, _ in findings(article(title, body), lang, form="markdown")] == [
        (kind, verdict)
    ]


@pytest.mark.parametrize(("lang", "title", "body"), LEFT_ALONE)
def test_figures_that_may_be_of_other_things_are_not_reported(lang, title, body):
    assert at_odds(article(title, body), lang, form="markdown") == []


def test_a_figure_a_thousand_times_too_small_is_found_in_the_body():
    text = (
        "Le pays a exporté 2,415 Mds de dirhams de tomates. Les tomates exportées valent 2 415 Mds de dirhams, dit-il."
    )
    assert [(kind, verdict) for kind, verdict, _ in findings(text, "fr")] == [("slip", "inconsistent")]
