"""Bounds of ranges, and levels beside peaks and troughs."""

import pytest
from prose import at_odds, findings

# (language, sentence, verdict)
JUDGED = [
    ("fr", "Le prix varie entre 20 et 25 euros.", "consistent"),
    ("fr", "Le prix varie entre 25 et 20 euros.", "inconsistent"),
    ("fr", "L'inflation est de 2,3 %, dans la fourchette de 2 à 2,5 % visée.", "consistent"),
    ("fr", "L'inflation est de 2,7 %, dans la fourchette de 2 à 2,5 % visée.", "inconsistent"),
    ("fr", "Le taux s'établit à 7 %, après un pic de 8,4 % en 2022.", "consistent"),
    ("fr", "Le taux s'établit à 9,1 %, après un pic de 8,4 % en 2022.", "inconsistent"),
    ("fr", "C'est un record de 120 médailles, contre 118 médailles en 2019.", "consistent"),
    ("fr", "C'est un creux de 4,1 millions, contre 3,2 millions en mars.", "inconsistent"),
    ("en", "Forecasts range between 3% and 4%.", "consistent"),
    ("en", "Forecasts ranged between 5% and 3%.", "inconsistent"),
    ("en", "It hit a record high of 4.7 million, up from 4.5 million in 2019.", "consistent"),
    ("en", "It hit a record high of 4.2 million, up from 4.5 million in 2019.", "inconsistent"),
    ("en", "Unemployment stood at 6.1%, after a peak of 5.2% in May.", "inconsistent"),
]

LEFT_ALONE = [
    ("fr", "Le prix passe de 25 à 20 euros."),
    ("fr", "Un recul compris entre 3 et 2 % du trafic et des ventes."),
    ("fr", "L'écart entre 25 % en ville et 20 % à la campagne demeure."),
    ("fr", "Un record de 120 médailles, dont 40 médailles d'or."),
    ("fr", "Après un pic de 120 cas, 300 cas suspects restent à examiner."),
    ("fr", "Le pic de 40 degrés a fait monter la consommation à 90 degrés-jours."),
    ("en", "The price fell from $25 to $20."),
    ("en", "The gap between 25% in towns and 20% in villages remains."),
    ("en", "A record of 120 medals, including 40 gold medals."),
    ("en", "A high of 12 degrees on Monday will be followed by 15 degrees on Tuesday."),
    ("en", "Turnout was 61%, with a peak of 72% in the north, against 64% in 2020."),
]


@pytest.mark.parametrize(("lang", "sentence", "verdict"), JUDGED)
def test_bounds_stand_in_order_and_no_level_lies_beyond_an_extreme(lang, sentence, verdict):
    assert [(kind, found) for kind, found, _ in findings(sentence, lang)] == [("range", verdict)]


@pytest.mark.parametrize(("lang", "sentence"), LEFT_ALONE)
def test_what_names_no_bounds_and_no_extreme_of_the_level_is_not_reported(lang, sentence):
    assert at_odds(sentence, lang) == []
