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
    # what the level is per stands between
    ("fr", "Le tram s'établit à 36 200 voyageurs par jour, après un pic de 37 500 en 2019.", "consistent"),
    ("fr", "Le tram s'établit à 41 200 voyageurs par jour, après un pic de 37 500 en 2019.", "inconsistent"),
    ("fr", "Le baril est à 190 dollars, loin de son record de 147 dollars.", "inconsistent"),
    ("en", "It carried 31,200 people a day, down from a peak of 37,500 in 2019.", "consistent"),
    # bounds of what ranges
    ("fr", "Les tarifs varieront de 14 à 19 euros.", "consistent"),
    ("fr", "Les tarifs varieront de 19 à 14 euros.", "inconsistent"),
    ("en", "Fares will range from 19 to 14 euros.", "inconsistent"),
    # records that are beaten, levels that were left
    ("fr", "Il vend 1 250 albums, battant le record de 1 180 albums.", "consistent"),
    ("fr", "Il vend 1 250 albums, battant le record de 1 380 albums.", "inconsistent"),
    ("en", "It sold 1,250 copies, beating the record of 1,380 copies.", "inconsistent"),
    ("fr", "Les passages ont atteint 1 040, avant un repli à 870.", "consistent"),
    ("fr", "Les passages ont atteint 1 040, avant un repli à 1 870.", "inconsistent"),
    ("en", "Cases hit 1,040 before falling to 1,870.", "inconsistent"),
    # averages lie between the lowest and the highest value
    ("fr", "Le taux a atteint 61,5 % en moyenne, avec un pic de 83 % en août.", "consistent"),
    ("fr", "Le taux a atteint 85 % en moyenne, avec un pic de 83 % en août.", "inconsistent"),
    ("fr", "Ils ont réuni de 812 à 41 236 spectateurs, 6 250 en moyenne.", "consistent"),
    ("fr", "Ils ont réuni de 812 à 41 236 spectateurs, 52 000 en moyenne.", "inconsistent"),
    (
        "fr",
        "Le taux est monté à 61,5 %. Il a culminé à 53 % en août, et touché un plancher de 38 % en mai.",
        "inconsistent",
    ),
    (
        "en",
        "The price was £74 a unit on average, and monthly prices ranged from £38 in May to £131 in June.",
        "consistent",
    ),
    (
        "en",
        "The price was £174 a unit on average, and monthly prices ranged from £38 in May to £131 in June.",
        "inconsistent",
    ),
    ("en", "Some 592,000 people came on an average day, with a peak of 410,000 in May.", "inconsistent"),
    ("en", "Demand averaged 16.8 gigawatts and peaked at 27.4 GW.", "consistent"),
    ("en", "Demand averaged 16.8 gigawatts and peaked at 14.4 GW.", "inconsistent"),
]

LEFT_ALONE = [
    ("fr", "Le prix passe de 25 à 20 euros."),
    ("fr", "Un recul compris entre 3 et 2 % du trafic et des ventes."),
    ("fr", "L'écart entre 25 % en ville et 20 % à la campagne demeure."),
    ("fr", "Un record de 120 médailles, dont 40 médailles d'or."),
    ("fr", "Après un pic de 120 cas, 300 cas suspects restent à examiner."),
    ("fr", "Le pic de 40 degrés a fait monter la consommation à 90 degrés-jours."),
    ("en", "The price fell from $25 to $20."),
    # peaks of two times, of two things, of another rate
    ("fr", "Le chômage connaît un pic de 10 %, contre 12 % en 2009."),
    ("fr", "Le taux de chômage est passé à 9 %. Il avait culminé à 8,5 % en 2019."),
    ("fr", "Le taux de chômage est passé à 9 %. Il a culminé à 8,5 % en 2019."),
    ("fr", "La production atteint 300 tonnes, avec un pic de 12 tonnes par jour."),
    ("fr", "Le taux est de 12 % en moyenne, mais le prix a connu un pic de 8 %."),
    ("fr", "Elle compte 12 000 habitants, après un maximum de 9 000 ménages."),
    ("fr", "Il court en 9,58 secondes, battant le record de 9,69 secondes."),
    ("fr", "L'action a gagné 12 euros avant de retomber à 870 euros."),
    ("fr", "Les tarifs vont de 19 à 14 euros."),
    ("fr", "Les tarifs sont passés de 19 à 14 euros."),
    ("en", "Unemployment peaked at 10%, against 12% in 2009."),
    ("en", "The average ticket was £74, and flights ranged from £138 to £331."),
    ("en", "The share gained $12 before falling to $870."),
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
