"""A new record beside the one that it beats."""

import pytest
from prose import at_odds, findings

# (language, text with the older record left out, what can be, what cannot)
RECORDS = [
    ("fr", "Les hôtels ont compté 42,8 millions de nuitées, un nouveau record : le précédent, établi en 2023, était de "
     "{} millions.", "41,8", "43,8"),
    ("fr", "Le port a traité 9,1 millions de conteneurs, battant l'ancien record, datant de 2019, de {} millions.",
     "8,9", "9,9"),
    ("fr", "Le film bat un record historique avec 20,4 millions d'entrées. Le précédent record était de {} millions.",
     "19,8", "21,8"),
    ("en", "The port handled 9.1 million containers, a new record. The previous record, set in 2019, was {} million.",
     "8.9", "9.9"),
    ("en", "Hotels counted 42.8 million nights, a record: the previous high, set in 2023, was {} million nights.",
     "41.8", "43.8"),
    ("en", "It sold 1,250 tickets and broke the old record of {} tickets, which dated from 2011.", "1,180", "1,380"),
]  # fmt: skip

# (language, text): no record was beaten, or another one than that of the level
SILENT = [
    ("fr", "Le film a fait 20,4 millions d'entrées, loin du précédent record de 20,9 millions."),
    ("fr", "Avec 20,4 millions d'entrées, il manque de battre le précédent record de 20,9 millions."),
    (
        "fr",
        "Le film, un record, a fait 20,4 millions d'entrées et 3 millions de DVD. Le précédent était de 21 millions.",
    ),
    ("fr", "Il bat le record en 9,58 secondes. Le précédent record était de 9,69 secondes."),
    ("fr", "La réforme coûte 20 millions d'euros. Le précédent, établi en 2019, était de 30 millions."),
    ("fr", "Un chômage au plus bas, 7,1 %, un record : le précédent record était de 7,2 %."),
    ("en", "The port handled 9.1 million containers, just short of the previous record of 9.4 million."),
    ("en", "The port handled 9.1 million containers. The previous record, set in 2019, was 9.4 million."),
    ("en", "The port hopes for a new record of 9.1 million containers. The previous record was 9.4 million."),
]


@pytest.mark.parametrize(("lang", "text", "right", "wrong"), RECORDS)
def test_a_new_record_is_not_below_the_one_before(lang, text, right, wrong):
    assert [(kind, verdict) for kind, verdict, _ in findings(text.format(right), lang)] == [("range", "consistent")]
    assert at_odds(text.format(wrong), lang) == [("range", "inconsistent")]


@pytest.mark.parametrize(("lang", "text"), SILENT)
def test_what_beats_no_record_is_left_alone(lang, text):
    assert [kind for kind, _, _ in findings(text, lang) if kind == "range"] == []


# (language, text, what can be, what cannot): the level stands a sentence or a paragraph before
ACROSS = [
    ("en", "It drew {} runners.\n\nIt is the largest ever. The previous record, 57,646, was New York's.",
     "58,640", "56,640"),
    ("en", "The figure of the day is {}.\n\nIt is the highest in history. The previous record was 57,646 runners.",
     "58,640", "56,640"),
    ("fr", "Ils étaient {} coureurs. C'est du jamais vu. Le précédent record, de 2019, était de 57 646 coureurs.",
     "58 640", "56 640"),
]  # fmt: skip

ACROSS_SILENT = [
    ("en", "The race drew 56,640 runners.\n\nIt was not the largest in history. The previous record, 57,646, stands."),
    ("en", "There were 56,640 of them. The sun shone. The previous record, 57,646 spectators, was not in danger."),
    ("en", "He has sold 56,640 copies and 800 prints.\n\nA record was set. The previous record was 57,646 tickets."),
]


@pytest.mark.parametrize(("lang", "text", "right", "wrong"), ACROSS)
def test_a_new_record_told_sentences_before_is_not_below_the_one_it_beats(lang, text, right, wrong):
    assert at_odds(text.format(right), lang) == []
    assert at_odds(text.format(wrong), lang) == [("range", "inconsistent")]


@pytest.mark.parametrize(("lang", "text"), ACROSS_SILENT)
def test_a_record_of_other_sentences_is_left_alone(lang, text):
    assert at_odds(text, lang) == []


# (language, day, text with the other level left out, what can be, what cannot)
TOLD = [
    ("fr", None, "Les ventes de sel touchent un plancher historique, 4,1 tonnes ; l'ancien était de {} tonnes.",
     "4,6", "3,8"),
    ("fr", None, "Le prix du riz est au plus haut, à 812 francs le sac. En mai, il cotait {} francs.", "774", "845"),
    ("fr", None, "Jamais ils n'avaient été si nombreux : 412 cerfs, contre {} au printemps.", "388", "436"),
    ("fr", None, "Elle court en 10,94 secondes, nouveau record ; le précédent était de {}.", "10,97", "10,91"),
    ("fr", "2024-05-02", "Au plus bas depuis huit ans, le taux ressort à 5,2 % ; en 2021, il était de {} %.",
     "5,9", "4,7"),
    ("fr", None, "La gare a vu 8,7 millions de clients en 2024, un record dans son histoire, contre 8,5 millions "
     "en 2023. En 2018, ils avaient été {} millions.", "8,2", "9,4"),
    ("en", None, "Milk sold at 31 pence a litre, its lowest ever; the old low was {} pence.", "33", "29"),
    ("en", None, "The club drew 41,200 fans, the biggest ever crowd. In 2016 it had {} fans.", "38,700", "43,900"),
    ("en", None, "She swam it in 58.21 seconds, a new record. The old one was {}.", "58.94", "57.91"),
    ("en", "2024-05-02", "At 5.4%, inflation is the lowest for three years; last year it stood at {}%.", "6.1", "4.9"),
    ("en", None, "| Year | Fires |\n|---|---|\n| 2021 | {} |\n| 2022 | 340 (record) |\n| 2023 | 187 |", "212", "351"),
    ("en", None, "It beat the record in 9.58 seconds. The previous record was {} seconds.", "9.69", "9.49"),
    ("en", None, "A record low of 7.1% was hit. The previous record was {}%.", "7.2", "6.9"),
]  # fmt: skip

# (language, day, text): another thing, another time, a limit to what the extreme is of, or a doubt
TOLD_OTHERWISE = [
    ("fr", None, "Il a fait 31 °C, un record pour la saison ; en août, il avait fait 38 °C."),
    ("fr", "2024-05-02", "Au plus haut depuis cinq ans, le taux ressort à 9,1 %. En 2013, il était de 11 %."),
    ("fr", None, "La filiale signe un record de ventes, 4 800 unités. Le groupe en avait vendu 5 200 en mai."),
    ("fr", None, "Le bar a vendu un record de 312 pintes, mais en mai il en avait servi 340."),
    ("fr", None, "Le taux est au plus bas, à 4,1 %. Celui des jeunes était de 3,9 % en mai."),
    ("fr", None, "Le port est 3,0 millions de tonnes au-dessus du précédent record de 80,9 millions de tonnes."),
    ("fr", None, "L'affluence n'est pas un record : 1 200 entrées, contre 1 500 en 2019."),
    ("en", "2024-05-02", "Sales hit a ten-year high of $61m; in 2009 they were $70m."),
    ("en", None, "It was the highest July figure, at 9,200, though December 2019 saw 11,000."),
    ("en", None, "Its lowest offer was $2.9m, but last year it had paid $2.4m."),
    ("en", None, "The mill made a record 4,100 tonnes. A rival in Leeds made 4,900 tonnes in 2019."),
    ("en", None, "The figure is 3.0 million above the previous record of 80.9 million, set in 2019."),
    ("en", None, "The index closed at a record 7,820 after touching 7,850 in the morning."),
    ("en", None, "A personal best of 10.02 seconds was not enough; he had run 9.91 seconds in May."),
    ("en", None, "| Year | Fires |\n|---|---|\n| 2021 | 212 |\n| 2022 | 340 (record) |\n| 2023 | 351 |"),
]


@pytest.mark.parametrize(("lang", "day", "text", "right", "wrong"), TOLD)
def test_an_extreme_is_held_against_the_level_it_is_told_beside(lang, day, text, right, wrong):
    form = "markdown" if text.startswith("|") else "text"
    held = [verdict for kind, verdict, _ in findings(text.format(right), lang, day, form) if kind == "range"]
    assert "consistent" in held
    assert at_odds(text.format(right), lang, day, form) == []
    assert ("range", "inconsistent") in at_odds(text.format(wrong), lang, day, form)


@pytest.mark.parametrize(("lang", "day", "text"), TOLD_OTHERWISE)
def test_an_extreme_of_something_else_is_not_reported(lang, day, text):
    form = "markdown" if text.startswith("|") else "text"
    assert at_odds(text, lang, day, form) == []
