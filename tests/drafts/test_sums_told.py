"""Sums that the words close: named parts, halves, the others, what comes in and goes out."""

import pytest
from prose import findings

# (language, text, verdict)
CLOSED = [
    # a row of parts that ends in "and", and its clause with it
    ("en", "The 64 players – 27 adults and 31 children – were unhurt.", "inconsistent"),
    ("en", "The 64 players – 33 adults and 31 children – were unhurt.", "consistent"),
    ("en", "Spending will reach £88m: £52m on roads, £21m on schools and £12m on parks.", "inconsistent"),
    ("en", "The chain will close 14 shops in Leeds, six in Hull and three in York, 26 altogether.", "inconsistent"),
    ("fr", "L'accord prévoit 380 départs, soit 205 à Lyon, 98 à Metz et 67 à Caen.", "inconsistent"),
    ("fr", "L'accord prévoit 370 départs, soit 205 à Lyon, 98 à Metz et 67 à Caen.", "consistent"),
    ("fr", "La facture de 6,4 millions d'euros : 2,7 pour les murs, 1,9 pour le toit, 0,9 pour le jardin.",
     "inconsistent"),
    ("fr",
     "Les ventes, de 18,4 milliards d'euros, se décomposent en 9,1 milliards pour les livres et 7,3 pour les jeux.",
     "inconsistent"),
    # halves of a year
    ("en", "Sales came to £18.2 million: £8.1 million in the first half and £9.0 million in the second.",
     "inconsistent"),
    ("en", "Sales came to £17.1 million: £8.1 million in the first half and £9.0 million in the second.", "consistent"),
    ("fr", "Les ventes s'élèvent à 18,2 millions d'euros : 8,1 millions au premier semestre et 9,0 au second.",
     "inconsistent"),
    ("en", "Sales reached £731 million in the first half of 2019 and £861 million in the second, for a total of £159m.",
     "inconsistent"),
    ("fr", "Au premier semestre 2016, les ventes ont atteint 12,1 millions d'euros, puis 13,0 millions au second, pour "
           "un total de 26,2 millions.", "inconsistent"),
    # shares that leave none over
    ("en", "Asked whom they liked, 44 per cent named her, 35 per cent him and 33 per cent neither.", "inconsistent"),
    ("fr", "51 % de oui, 34 % de non et 19 % de blancs : la motion passe.", "inconsistent"),
    ("fr", "Les ventes se répartissent entre les livres (45,2 %), les jouets (23,1 %) et les bijoux (13,1 %).",
     "inconsistent"),
    # the others
    ("en", "Police made 131 arrests; 72 came on Friday and the other 69 on Saturday.", "inconsistent"),
    ("en", "Police made 141 arrests; 72 came on Friday and the other 69 on Saturday.", "consistent"),
    ("fr", "Vingt-six marins ont été secourus. Onze d'entre eux sont à l'hôpital, les 13 autres à l'hôtel.",
     "inconsistent"),
    # what comes in and goes out
    ("en", "Having opened 42 shops and closed 17, the chain ended the year with a net gain of 35.", "inconsistent"),
    ("en", "Having opened 42 shops and closed 17, the chain ended the year with a net gain of 25.", "consistent"),
    ("en",
     "The jail had 5,300 inmates in January. Since then 1,250 have come in and 980 gone out, so it now holds 5,470.",
     "inconsistent"),
    ("fr", "Avec 715 arrivées et 648 départs, la ville a un solde migratoire positif de 87 personnes.", "inconsistent"),
    ("fr", "De 6,4 milliards de dinars de dotation, la région a dépensé 2,3 pour l'eau et 1,1 pour les routes : "
           "il lui reste 4,0 milliards.", "inconsistent"),
    ("fr", "Le parti, qui détenait 54 mandats, en gagne 3 à Mons et en abandonne 6 à Liège, pour un total de 51.",
     "consistent"),
]  # fmt: skip

# (language, text): the parts may overlap, or not be all there are
OPEN = [
    ("en", "Of the 80 injured, 45 had burns and 60 had broken bones."),
    ("en", "Readers could tick more than one answer: 58% chose price, 44% place, 33% neither."),
    ("en", "Among the 240 exhibitors were 45 from Spain and 30 from Japan."),
    ("en", "Some 600 people marched in Perth and 200 in Cairns, while organisers spoke of 3,000."),
    ("en", "The shop hired 140 people last year and sold 95 cars, with 45 in stock."),
    ("en", "The fair had 500 visitors: 210 students and 180 members among them."),
    ("en", "The fund spent £9m: £3m on roads and £2m on schools, including £1m on books."),
    ("fr", "Le groupe a embauché 110 personnes à Rennes, 60 à Brest, entre autres, et vise 300 recrutements."),
    ("fr", "41 % citent le prix, 37 % la qualité et 35 % aucun des deux, plusieurs réponses étant possibles."),
    ("fr", "Le train a transporté 500 voyageurs, dont 210 étudiants et 180 abonnés."),
    ("fr", "Partie à 61 sièges, la liste en a pris trois aux Verts, puis un au centre, avant d'en perdre deux : elle "
           "finit à 63."),
    ("fr", "Le budget de 6 millions d'euros, notamment 2 pour les écoles et 1,5 pour les routes, est voté."),
    ("fr", "Le musée a reçu 340 visiteurs lundi et perdu 3 gardiens, avec un solde de 12 salles ouvertes."),
]  # fmt: skip


@pytest.mark.parametrize(("lang", "text", "verdict"), CLOSED)
def test_parts_that_are_all_there_are_come_to_the_whole(lang, text, verdict):
    assert verdict in [found for kind, found, _ in findings(text, lang) if kind == "sum"]


@pytest.mark.parametrize(("lang", "text"), OPEN)
def test_parts_that_may_not_be_all_are_not_at_odds(lang, text):
    assert [found for _, found, _ in findings(text, lang) if found != "consistent"] == []


def test_a_total_but_for_one_digit_is_a_mistake_in_a_table():
    table = "| Ward | Votes |\n|---|---|\n| Elm | 3,418 |\n| Oak | 1,267 |\n| Ash | 982 |\n| Total | {} |\n"
    verdicts = [findings(table.format(total), "en", form="markdown") for total in ("5,667", "5,967", "7,104")]
    assert [[found for kind, found, _ in each if kind == "sum"] for each in verdicts] == [
        ["consistent"],
        ["inconsistent"],
        [],
    ]
