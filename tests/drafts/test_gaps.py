"""The gap between two figures that stand side by side, where it is theirs."""

import pytest
from prose import findings

# (language, text with the gap left out, what it is, what it is not)
GAPS = [
    ("fr", "Avec 663 000 naissances et 646 000 décès, le solde n'est plus que de {} personnes.", "17 000", "27 000"),
    ("fr", "Elle est de 85,6 ans pour les femmes et de 80,0 ans pour les hommes, un écart de {} ans.", "5,6", "6,5"),
    ("fr", "Le solde migratoire atteint {} : 194 212 arrivées, 128 168 départs.", "66 044", "64 044"),
    ("fr", "Les recettes font 424,1 milliards et les dépenses 348,7 milliards. L'excédent s'élève à {} milliards.",
     "75,4", "57,4"),
    ("fr", "Il a reçu 878 commandes et perdu 52 contrats, en regard de 826 livraisons, soit {} d'écart.", "826", "428"),
    ("fr", "La liste a eu 8 412 voix et sa rivale 7 950 voix, soit {} voix d'avance.", "462", "642"),
    ("en", "There were 54,200 births and 34,800 deaths, a natural increase of {}.", "19,400", "14,900"),
    ("en", "She ran 9.784 seconds to her rival's 9.789, a gap of {} seconds.", "0.005", "0.015"),
    ("en", "Some 149,200 people came and 69,900 left, leaving net migration of {}.", "79,300", "97,300"),
    ("en", "Exports were $218m and imports $161m. The surplus was ${}m.", "57", "75"),
]  # fmt: skip

# (language, text): the words tell no gap, or that of others
SILENT = [
    ("fr", "Avec 663 000 naissances et 646 000 décès, on compte 17 000 mariages."),
    ("fr", "Le solde de 12 contrats s'ajoute à 40 écoles, 28 lycées."),
    ("fr", "Un écart de 3 est resté entre 8 et 5."),
    ("fr", "Il compte 300 000 électeurs et 200 000 votants, un écart de 90 000 mètres."),
    ("en", "There were 54,200 births and 34,800 deaths, and 19,400 weddings."),
    ("en", "A gap of 30 metres lies between the 500,000 trees and the 400,000 shrubs."),
    ("en", "The deficit of 20bn is shared by 3 banks and 23 funds."),
]


def gaps(text: str, lang: str) -> list[str]:
    return [verdict for kind, verdict, _ in findings(text, lang) if kind == "difference"]


@pytest.mark.parametrize(("lang", "text", "right", "wrong"), GAPS)
def test_a_gap_is_held_against_the_two_figures_beside_it(lang, text, right, wrong):
    assert gaps(text.format(right), lang) == ["consistent"]


@pytest.mark.parametrize(("lang", "text", "right", "wrong"), GAPS)
def test_a_gap_that_is_not_theirs_is_never_said_to_be(lang, text, right, wrong):
    assert "consistent" not in gaps(text.format(wrong), lang)


@pytest.mark.parametrize(("lang", "text"), SILENT)
def test_figures_that_are_no_gap_are_left_alone(lang, text):
    assert gaps(text, lang) == []
