"""Changes whose words tell no direction: an "improvement" is a fall of a deficit and a rise of a margin."""

import pytest
from hypothesis import given
from hypothesis import strategies as st
from prose import at_odds, changes

# (language, text with the change left out, what is right, what is wrong, kind)
SIZES = [
    ("en", "The gap is to narrow from 5.7% to 3.1%, an improvement of {} points.", "2.6", "3.6", "points"),
    ("en", "The margin rose from 3.1% to 5.7%, an improvement of {} points.", "2.6", "3.6", "points"),
    ("en", "The margin shrank from 5.7% to 3.1%, a deterioration of {} points.", "2.6", "1.6", "points"),
    ("en", "The combined ratio improved by {} points to 94.1%, from 96.6%.", "2.5", "5.2", "points"),
    ("en", "Support is at 41%, against 38% in May, a swing of {} points.", "3", None, "points"),
    ("en", "The yen weakened {}% to 150.2 per dollar from 147.1.", "2.1", "6.1", "growth"),
    ("en", "The pound strengthened {}% against the dollar to 1.27, from 1.21.", "5", None, "growth"),
    ("en", "The pass rate was 42%, a {}-point improvement from 38%.", "4", "9", "points"),
    ("fr", "Il revient à 3,5 %, contre 3,8 % en 2024, soit une amélioration de {} point.", "0,3", "0,6", "points"),
    ("fr", "La marge est de 3,8 %, contre 3,5 % en 2024, soit une amélioration de {} point.", "0,3", "0,6", "points"),
    ("fr", "Le ratio s'est dégradé de {} points à 94,1 %, contre 96,6 % un an plus tôt.", "2,5", "5,2", "points"),
    ("fr", "Le taux est passé de 8,4 % à 7,1 %, une variation de {} point.", "1,3", "2,3", "points"),
    ("fr", "L'euro s'est apprécié de {} %, à 10,92 dirhams, contre 10,61 en janvier.", "2,9", None, "growth"),
    ("fr", "Le dollar s'est déprécié de {} %, à 9,21 dirhams, contre 9,62 en janvier.", "4,3", None, "growth"),
    ("fr", "Elle passe de 12,4 à 10,1 millions d'euros, une dégradation de {} %.", "18,5", "28,5", "growth"),
    ("fr", "Les délais s'améliorent de {} jours, à 42 jours, contre 47 jours en 2023.", "5", None, "difference"),
    ("fr", "Le taux est de 8,4 % chez elles, contre 7,1 % chez eux, soit un écart de {} point.", "1,3", None, "points"),
    # a printed sign tells the direction all the same
    ("fr", "Le taux passe de 45 % à 42 %, soit une variation de {} points.", "-3", "+3", "points"),
    ("fr", "Il passe de 120 à 150 millions, soit une évolution de {} %.", "+25", "-25", "growth"),
    ("en", "Its profit was $12.3m, a deterioration of 1.2m ({}%).", "-8.9", "-28.9", "growth"),
]

# (language, text): a size of something else than what the levels are
SILENT = [
    ("fr", "L'écart entre les deux candidats est de 4 points, contre 7 points en mars."),
    ("fr", "Le mobile porte le mouvement : 15,8 millions d'abonnements, contre 13,3 millions fin 2015."),
    ("fr", "Un écart de 3 euros sépare les deux tarifs, contre 5 euros en 2019."),
    ("fr", "La différence de 12 millions sera payée par l'État, qui avait versé 80 millions, contre 75 en 2019."),
    ("fr", "Le taux ne s'est pas amélioré de 3 points, à 42 %, contre 38 %."),
    ("en", "A change of 3% in prices would cost 12 million, against 9 million now."),
    ("en", "The gap between rich and poor widened to 14 points, from 12 points in 2019."),
    ("en", "The lead changed hands 18 times; turnout was 61%, against 64% in 2020."),
    ("en", "Margins improved to 14%, from 12% a year earlier."),
    ("en", "The difference of $12m will be paid by the state, which gave $80m, against $75m in 2019."),
]


@pytest.mark.parametrize(("lang", "text", "right", "wrong", "kind"), SIZES)
def test_a_size_holds_in_whichever_direction_the_levels_go(lang, text, right, wrong, kind):
    assert [(found, verdict) for found, verdict, _ in changes(text.format(right), lang)] == [(kind, "consistent")]


# without a wrong one, the change may be one over another time, or of other things, than the levels
@pytest.mark.parametrize(("lang", "text", "right", "wrong", "kind"), [row for row in SIZES if row[3] is not None])
def test_a_wrong_size_is_found(lang, text, right, wrong, kind):
    assert [(found, verdict) for found, verdict, _ in changes(text.format(wrong), lang)] == [(kind, "inconsistent")]


@pytest.mark.parametrize(("lang", "text"), SILENT)
def test_nothing_is_said_of(lang, text):
    assert at_odds(text, lang) == []


@given(st.integers(105, 990), st.integers(105, 990), st.sampled_from(["improvement", "deterioration", "change"]))
def test_the_size_of_any_change_in_points_holds(start, to, noun):
    text = f"The rate went from {start / 10:.1f}% to {to / 10:.1f}%, a {noun} of {abs(to - start) / 10:.1f} points."
    assert at_odds(text, "en") == []
