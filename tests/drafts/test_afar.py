"""Shares, sums and figures for each whose figures stand apart: taken up where they hold, else silent."""

import pytest
from prose import at_odds, findings

HOLD = [
    ("fr", "share", "Le groupe a vendu pour 13,4 milliards d'euros. L'ITO pèse 5,25 milliards d'euros, "
     "soit {} % du total.", 39, 49),
    ("fr", "share", "La ville compte 812 400 habitants. Les retraités sont 198 200, soit {} % de la "
     "population.", "24,4", 34),
    ("fr", "share", "Le parc a reçu 1,46 million de touristes. Les Français font {} % des arrivées, soit "
     "496 000 personnes.", 34, 43),
    ("fr", "share", "L'an dernier, 29 700 aînés vivaient là ; ils sont 61 900 sur 412 600. Ils forment {} "
     "% de l'île.", 15, 25),
    ("fr", "share", "Le pays a {} % de chômeurs. On y compte 1,64 million de chômeurs, pour une "
     "population active de 12,3 millions.", "13,3", "15,3"),
    ("fr", "share", "Le crédit passe par 61 842 voix contre 54 127, soit {} % de oui.", "53,3", "56,3"),
    ("en", "share", "Sales were £4.5bn. {} of sales, or £1.5bn, now come through the app.", "A third", "A quarter"),
    ("en", "share", "Some 118,000 people were looking for work, out of a labor force of 3.02 million; the "
     "rate was {}%.", 3.9, 4.9),
    ("fr", "sum", "Le prêt de 98,4 milliards est couvert. La banque verse {} milliards, l'État 27,6 "
     "milliards et la région 18,3.", "52,5", "57,5"),
    ("fr", "sum", "Sur les {} derniers matches, le club a 9 victoires, 2 nuls et 1 défaite.", 12, 14),
    ("fr", "sum", "{} % des sondés sont contre, 31 % sont pour et 12 % ne disent rien.", 57, 47),
    ("fr", "sum", "La billetterie rapporte {} millions d'euros. Ajoutés aux 54 millions de droits, cela "
     "fait 92,3 millions.", "38,3", "35,3"),
    ("en", "sum", "Pakistan took {} per cent, Egypt 17 per cent and Britain 24 per cent. The other 21 "
     "per cent went to Sudan.", 38, 48),
    ("fr", "per", "La fédération compte 62 300 salariés et vend pour 14,2 milliards de dirhams. Chacun "
     "rapporte {} dirhams.", "228 000", "258 000"),
    ("fr", "per", "Ils ont récolté 3,12 millions de quintaux. Sur 260 000 hectares, le rendement moyen "
     "est de {} quintaux à l'hectare.", 12, 15),
    ("fr", "per", "La région promet 90 000 emplois en six ans, c'est-à-dire {} par an.", "15 000", "18 000"),
    ("fr", "per", "Le chèque, de {} dollars, ira à 620 000 foyers, pour une dépense de 93 millions.", 150, 180),
    ("fr", "per", "Cela coûte {} euros par an, soit deux euros par mois.", 23, 43),
    ("en", "per", "On its 688 square kilometres, the isle of 412,600 people has {} inhabitants per "
     "square kilometre.", 600, 800),
    ("en", "per", "The union sold tea worth KSh24.6 billion and shipped 52,300 tonnes. A kilogramme "
     "fetched KSh{} on average.", 470, 570),
]  # fmt: skip


@pytest.mark.parametrize(("lang", "kind", "text", "right", "wrong"), HOLD, ids=[text for _, _, text, _, _ in HOLD])
def test_figures_that_stand_apart_are_taken_up_where_they_hold(lang, kind, text, right, wrong):
    assert (kind, "consistent") in {(found, verdict) for found, verdict, _ in findings(text.format(right), lang)}
    assert at_odds(text.format(right), lang) == []
    assert [found for found in at_odds(text.format(wrong), lang) if found[0] == kind] == []


SLIPS = [
    ("fr", "La dette atteindra 48,7 milliards de dollars, 35 % d'un PIB de 139 milliards. "
     "Pour une population de 2,31 millions d'habitants, cela représente {} dollars par personne.", "21 100", "2 110"),
    ("en", "The fund amounts to £18.6m. Shared among its 620,000 residents, it comes to £{} a head.", 30, 3),
    ("en", "The city owes $6.2bn. That is ${} for each of its 31,000 households.", "200,000", "20,000"),
]  # fmt: skip


@pytest.mark.parametrize(("lang", "text", "right", "wrong"), SLIPS, ids=[text for _, text, _, _ in SLIPS])
def test_a_figure_for_each_that_is_off_by_ten_is_at_odds(lang, text, right, wrong):
    assert at_odds(text.format(right), lang) == []
    assert at_odds(text.format(wrong), lang) == [("per", "inconsistent")]


@pytest.mark.parametrize(
    ("lang", "text"),
    [
        (
            "fr",
            "On doit 48,7 milliards d'euros pour 2,3 millions d'habitants. L'aide est de 2 110 euros par mois.",
        ),
        (
            "fr",
            "On doit 48,7 milliards d'euros pour 2,3 millions d'habitants. On dépense 2 300 euros par personne.",
        ),
        (
            "fr",
            "La ville a 31 000 ménages et 62 000 habitants et doit 6,2 millions. On paie 20 euros par élève.",
        ),
        ("en", "The fund amounts to £18.6m. Each year, its 620,000 residents spend £3 a head on sweets."),
        ("fr", "La ville de 31 000 habitants a un budget de 62 millions d'euros. L'eau coûte 200 euros par habitant."),
        ("en", "Profit rose to $910 million on 45 million shares. The dividend is $2.14 a share."),
    ],
)
def test_a_figure_for_each_of_another_amount_is_left_alone(lang, text):
    assert at_odds(text, lang) == []
