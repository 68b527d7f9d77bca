"""Changes without a word of their own for their direction, and levels of the sentence before."""

import pytest
from prose import at_odds, changes

# (language, text with the second change left out, right, wrong): its verb stands in the clause before
ELIDED = [
    ("en", "Profit rose 80% to $22.1bn from $12.3bn, and earnings per share {}%, to $0.89 from $0.49.", "82", "62"),
    ("en", "Sales grew 9%, to 24.1m from 22.1m, and costs {}%, to 4.7m from 4.2m.", "12", "48"),
    ("fr", "Les ventes ont pris 15 %, à 43,2 milliards contre 37,6, et le résultat {} %, à 16,3 milliards contre 7,7.",
     "112", "162"),
    ("fr", "La minute avait baissé de 22 %, de 0,41 à 0,32 dirham, et la facture de {} %, de 36 à 23 dirhams.",
     "36", "63"),
]  # fmt: skip
NOT_ELIDED = [
    ("en", "Sales grew 9%, and the tax is 12%, to 15% from 2026 in towns."),
    ("en", "Sales grew and margins were 12%, from 10 shops to 14 shops."),
    ("fr", "Le taux a augmenté, et il sera de 12 %, de 10 à 14 % selon les villes."),
    ("fr", "La TVA est de 20 %, de 36 à 42 dirhams le litre."),
]


@pytest.mark.parametrize(("lang", "text", "right", "wrong"), ELIDED)
def test_a_change_may_share_the_verb_of_the_one_before(lang, text, right, wrong):
    def verdicts(change: str) -> list[str]:
        return [verdict for _, verdict, _ in changes(text.format(change), lang)]

    assert verdicts(right) == ["consistent", "consistent"]
    assert verdicts(wrong) == ["consistent", "inconsistent"]


@pytest.mark.parametrize(("lang", "text"), NOT_ELIDED)
def test_a_percentage_without_a_verb_to_share_is_no_change(lang, text):
    assert at_odds(text, lang) == []


# (language, text with the last change left out, right, wrong): it stands in for another, or leads from another level
RESTATED = [
    ("fr", "Les étrangers sont 148 152, une hausse de 61 946, ou {} %.", "71,86", "41,86"),
    ("fr", "Les dépenses sont à 348,7 milliards, en augmentation de 39,2 milliards, ou {} %.", "12,7", "21,7"),
    ("fr", "Il compte 29,2 millions de voyageurs, soit 4,8 millions supplémentaires ({} %).", "+20", "+30"),
    ("fr", "Elles sont de 112 milliards, en hausse de 7 % sur un an, et de {} % par rapport aux 78,7 milliards de "
     "2019.", "43", "34"),
    ("fr", "Il a traité 17 millions de tonnes, selon l'Agence des ports (AP), soit {} % de plus que les 14 millions de "
     "2023.", "21", "51"),
    ("en", "The town has 148,152 residents, a rise of 61,946, or {}%.", "71.86", "41.86"),
    ("en", "Arrivals were 2.5 million, against 1.9 million last year, which would be an increase of {}%.", "32", "82"),
    ("en", "It sold 221,970 cars, a {}% increase on the 160,038 of 2023.", "38.7", "83.7"),
]  # fmt: skip
POINTS = [
    ("fr", "La part est passée de 11 % à 13 %, soit {} points.", "2", "5"),
    ("fr", "La part atteint 56 %, {} points au-dessus des 52 % de 2019.", "4", "6"),
    ("en", "The share crept up from 11% to 13%, that is by {} points.", "2", "5"),
]
# (language, text, verdicts): a way gone or a range, the words do not say
RANGES = [
    ("fr", "L'ADSL suit, de 1,13 à 1,23 million de lignes (+8,56 %).", ["consistent"]),
    ("fr", "L'ADSL suit, de 1,13 à 1,23 million de lignes (+28,56 %).", []),
    ("fr", "Les jeunes de 12 à 15 ans (+3 %) sont plus nombreux.", []),
]
OF_OTHERS = [
    ("fr", "Le déficit est de 154 milliards, en hausse de 12 milliards, soit 0,4 % du PIB."),
    ("fr", "Le groupe, à 154 millions, gagne 12 millions ou 3 % du marché."),
    ("fr", "L'inflation est de 2 %, contre 3 % en mai, soit 0,5 point sous la moyenne."),
    ("fr", "Les ventes sont en hausse de 12 millions, ou de 3 millions en Europe, à 154 millions."),
    ("en", "The deficit is 154bn, up by 12bn, or 0.4% of output."),
    ("en", "It has 154 shops, up by 12, or 3% of the market."),
    ("en", "Sales rose 9% and 43% of them were online, against 78.7m in 2019."),
]


@pytest.mark.parametrize(("lang", "text", "right", "wrong"), [*RESTATED, *POINTS])
def test_a_change_may_stand_in_for_another(lang, text, right, wrong):
    assert changes(text.format(right), lang)[-1][1] == "consistent"
    assert changes(text.format(wrong), lang)[-1][1] == "inconsistent"


@pytest.mark.parametrize(("lang", "text", "verdicts"), RANGES)
def test_what_may_be_a_range_is_taken_up_where_it_holds(lang, text, verdicts):
    assert [verdict for _, verdict, _ in changes(text, lang)] == verdicts


@pytest.mark.parametrize(("lang", "text"), OF_OTHERS)
def test_a_percentage_of_something_else_is_left_alone(lang, text):
    assert at_odds(text, lang) == []


# (language, text, verdicts): the level after stands in the sentence before, which is about other things too
SENTENCE_BEFORE = [
    ("en", "Some 691,000 children went hungry in 2007, the ministry said. That was double the 430,000 counted in 2006.",
     ["inconsistent"]),
    ("en", "Some 871,000 children went hungry in 2007, the ministry said. That was double the 430,000 counted in 2006.",
     ["consistent"]),
    ("en", "LAGOS - Some 871,000 children went hungry, it said. That was more than double the 430,000 of 2006.",
     ["consistent"]),
    ("fr", "Quelque 691 000 enfants ont eu faim en 2007, dit le rapport. C'est le double des 430 000 de 2006.",
     ["inconsistent"]),
    ("en", "In a town of 60,000 people, the fair broke its record. That was double the 20,000 of 2006.", []),
    ("fr", "Dans une ville de 60 000 habitants, la foire a battu son record. C'est le double des 20 000 de 2006.", []),
    ("fr", "Il comptait 68 606 000 habitants, a annoncé l'Insee. C'est 169 000 de plus, une progression de 0,25 %.",
     ["consistent"]),
    ("en", "The population reached 5.38 million in April, it was announced. It had grown by 98,700, or 1.9%.",
     ["consistent"]),
    ("en", "The population reached 5.38 million in April, it was announced. It had grown by 98,700, or 3.9%.",
     ["inconsistent"]),
    ("fr", "Le groupe emploie 5 300 personnes, dit-il. En hausse de 700 millions, soit 12 %, le bénéfice a plu.", []),
    ("en", "The firm employs 5,300 people, it said. Up 700 million, or 12%, profit beat forecasts.", []),
]  # fmt: skip


@pytest.mark.parametrize(("lang", "text", "verdicts"), SENTENCE_BEFORE)
def test_a_sentence_may_go_on_with_the_subject_of_the_one_before(lang, text, verdicts):
    assert [verdict for _, verdict, _ in changes(text, lang)] == verdicts
