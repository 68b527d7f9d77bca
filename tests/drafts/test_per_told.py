"""Figures for each that can be of one amount and one count only."""

import pytest
from prose import findings

# (language, text, verdict)
TOLD = [
    ("en", "Each of the 1,200 nurses will get €450, for a total outlay of €740,000.", "inconsistent"),
    ("en", "Each of the 1,200 nurses will get €450, for a total outlay of €540,000.", "consistent"),
    ("en", "The arena cost $620m for 31,000 seats, the equivalent of $14,000 a seat.", "inconsistent"),
    ("en", "Selling 45,000 records at £9.50 apiece has earned the band £327,500.", "inconsistent"),
    ("en", "The average gift was £35: 4,200 people gave, and £247,000 was raised.", "inconsistent"),
    ("en", "Peru's debt of $96bn means that every one of its 32 million citizens owes $4,200.", "inconsistent"),
    ("en", "The orchard, 24 hectares in size, gave 120 tonnes of plums. Its yield, 7 tonnes a hectare, is low.",
     "inconsistent"),
    ("en", "Paying $3 per kilo for 20 tonnes of nuts, the trader spent $90,000.", "inconsistent"),
    ("en", "Paying $3 per kilo for 20 tonnes of nuts, the trader spent $60,000.", "consistent"),
    ("en", "A fleet of 60 buses carries 24,000 pupils, which is 300 for each bus.", "inconsistent"),
    ("fr", "Subvention de 168 000 euros pour 5 600 licenciés, donc 34 euros par tête.", "inconsistent"),
    ("fr", "Subvention de 168 000 euros pour 5 600 licenciés, donc 30 euros par tête.", "consistent"),
    ("fr", "Dix-huit mensualités de 75 dirhams coûtent 1 650 dirhams, prévient l'association.", "inconsistent"),
    ("fr", "280 victimes, 2,1 millions d'euros d'indemnités : 9 500 euros chacune, en moyenne.", "inconsistent"),
    ("fr", "52 places par rame, 30 rames commandées ; la ligne offrira 1 760 places.", "inconsistent"),
    ("fr", "Mieux que tous : 96 essais en 32 matches, une moyenne de 3,6 par rencontre.", "inconsistent"),
]  # fmt: skip

# (language, text): of another amount, of another time, of others
SILENT = [
    ("en", "The firm's 300 staff earn £41,000 on average; it made £6m last year."),
    ("en", "Tickets cost from $25 to $90; the 10,000 sold brought in $480,000."),
    ("en", "Adults pay £12 and children £6, and the park took £54,000 from 6,000 visitors."),
    ("en", "The grant is worth £300 a year per pupil and the school, with 210 pupils, has had £126,000."),
    ("en", "The mill makes 400 boxes a day; 9,000 left it in October."),
    ("en", "The city spent $3m on 1,500 pupils, and $900 per teacher."),
    ("en", "The town has 31,000 people and a budget of £62m. Water costs £200 per head."),
    ("en", "It has 80 staff and pays £2,500 on average, or £2.4m in all."),
    ("fr", "Le lycée reçoit 260 000 euros, soit 180 euros par élève ; les collèges en comptent 2 000."),
    ("fr", "Le chantier coûte 48 millions, et 12 000 habitants paieront 9 euros par mois."),
    ("fr", "Salaire moyen : 3 200 euros pour 80 agents. La masse salariale est de 4,5 millions."),
    ("fr", "Plus de 20 euros par tête : 260 000 euros de recettes pour 11 500 spectateurs."),
    ("fr", "Il reçoit 3 milliards de francs, une action pour 22,48 actions, soit 0,76 franc par action."),
    ("fr", "La salle, de 900 places, a coûté 12 millions, et l'eau y revient à 3 euros par personne."),
]


@pytest.mark.parametrize(("lang", "text", "verdict"), TOLD)
def test_a_figure_for_each_is_held_against_the_only_amount_and_count(lang, text, verdict):
    assert [found for kind, found, _ in findings(text, lang) if kind == "per"] == [verdict]


@pytest.mark.parametrize(("lang", "text"), SILENT)
def test_a_figure_for_each_of_something_else_is_not_at_odds(lang, text):
    assert [found for _, found, _ in findings(text, lang) if found != "consistent"] == []


def test_the_items_of_a_short_list_are_one_passage():
    text = "* 6,000 masks\n* $12 per mask\n* Bill: ${}\n"
    verdicts = [findings(text.format(bill), "en", form="markdown") for bill in ("72,000", "96,000")]
    assert [[(kind, found) for kind, found, _ in each] for each in verdicts] == [
        [("per", "consistent")],
        [("per", "inconsistent")],
    ]
