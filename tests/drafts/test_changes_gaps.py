"""Gaps that are told of the only two figures at hand, and those that may be of others."""

import pytest
from prose import at_odds, findings

# (language, text with the gap left out, what it is, what it is not, the kind)
GAPS = [
    ("fr", "Le pont, chiffré d'abord à 34,2 millions d'euros, en a coûté 41,7. Un dépassement de {} millions.",
     "7,5", "8,5", "difference"),
    ("fr", "Il reste 318 ours dans la vallée, quand on en dénombrait 372 — {} bêtes ont disparu.", "54", "64",
     "difference"),
    ("fr", "La liste a eu 8 412 voix et sa rivale 7 950 voix, soit {} voix d'avance.", "462", "642", "difference"),
    ("fr", "L'usine a 640 salariés, au lieu de 910, d'où {} suppressions de postes.", "270", "370", "difference"),
    ("fr", "Le oui fait 52,4 %, le non 47,6 % : {} séparent les deux camps.", "4,8 points", "5,8 points", "points"),
    ("en", "Of the 620 flats promised, 485 are finished, so {} are still to come.", "135", "165", "difference"),
    ("en", "The runner clocked 43.18 seconds, {} inside the old best of 43.52 seconds.", "0.34 seconds", "0.54 seconds",
     "difference"),
    ("en", "Peru shipped 412,000 tonnes of grapes, Chile 268,000. Lima's lead, of {} tonnes, is growing.",
     "144,000", "244,000", "difference"),
    ("en", "- Pay, women: €31,400\n- Pay, men: €36,900\n- Gap: €{}", "5,500", "6,500", "difference"),
]  # fmt: skip

# (language, text): the words tell a gap of others
SILENT = [
    ("fr", "Il a obtenu 52 % des voix, 4 points de mieux qu'au premier tour, contre 45 % à son rival."),
    ("fr", "Le club compte 48 points, 15 de plus que prévu, contre 31 pour son voisin."),
    ("fr", "La ville a 640 agents et 910 élèves, et il lui manque 370 logements selon une estimation."),
    ("fr", "Le déficit est de 8 milliards, la dette de 12 milliards, et il manque 30 milliards."),
    ("en", "The team moved 5 points clear with a save percentage of 71% against 62% for the visitors."),
    ("en", "He is 29, she is 43, and they lead 16 clubs."),
    ("en", "The store sold 940 bikes and 610 scooters, 150 more than on Monday."),
    ("en", "Of the 620 flats promised, 485 are finished; about 900 families are still to be asked."),
]


@pytest.mark.parametrize(("lang", "text", "right", "wrong", "kind"), GAPS)
def test_a_gap_is_held_against_the_only_two_figures(lang, text, right, wrong, kind):
    assert at_odds(text.format(wrong), lang) == [(kind, "inconsistent")]


@pytest.mark.parametrize(("lang", "text", "right", "wrong", "kind"), GAPS)
def test_and_is_consistent_where_it_is_theirs(lang, text, right, wrong, kind):
    assert {verdict for _, verdict, _ in findings(text.format(right), lang)} <= {"consistent"}


@pytest.mark.parametrize(("lang", "text"), SILENT, ids=[text for _, text in SILENT])
def test_gaps_of_others_are_left_alone(lang, text):
    assert at_odds(text, lang) == []
