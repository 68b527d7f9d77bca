"""Shares: a part, its whole and the share of it that the text prints."""

import pytest
from hypothesis import given
from hypothesis import strategies as st
from prose import findings


def shares(text, lang):
    return [(verdict, quotes) for kind, verdict, quotes in findings(text, lang) if kind == "share"]


HOLD = [
    ("fr", "L'ITO a généré 5,25 milliards sur 13,4, soit 39 %.", ["5,25 milliards", "13,4", "39 %"]),
    ("fr", "Un tiers des 270 000 emplois, soit 90 000, sont à Rabat.", ["90 000", "270 000 emplois", "Un tiers"]),
    ("fr", "42 % des 1 200 salariés, soit 504 personnes, ont voté.", ["504 personnes", "1 200 salariés", "42 %"]),
    ("fr", "Seules 3 sur 12 (25 %) ont répondu.", ["3", "12", "25 %"]),
    ("fr", "Les femmes, 1 200 des 3 000 agents, soit 40 %.", ["1 200", "3 000 agents", "40 %"]),
    ("fr", "40 % du total (13,4 milliards), soit 5,36.", ["5,36", "13,4 milliards", "40 %"]),
    ("fr", "504 salariés, soit 42 % des effectifs (1 200).", ["504 salariés", "1 200", "42 %"]),
    ("fr", "L'ITO pèse 5,25 milliards, soit 39 % des 13,4 milliards exportés.",
     ["5,25 milliards", "13,4 milliards exportés", "39 %"]),
    ("fr", "Sur 1 200 salariés, 504 (42 %) ont voté.", ["504", "1 200 salariés", "42 %"]),
    ("fr", "Le groupe a 1 200 salariés, dont 504 femmes (42 %).", ["504 femmes", "1 200 salariés", "42 %"]),
    ("fr", "Le groupe a 1 200 salariés, dont 42 % de femmes, soit 504.", ["504", "1 200 salariés", "42 %"]),
    ("fr", "Sur 4 310 candidats, 1 724 sont reçus, soit un taux de 40 %.", ["1 724", "4 310 candidats", "40 %"]),
    ("fr", "45 % des 37 millions d'actifs de moins de 50 ans, soit 16,6 millions.",
     ["16,6 millions", "37 millions d'actifs", "45 %"]),
    ("fr", "Les 70 545 Inuits pèsent, eux, 0,19 % des 36 991 981 habitants.",
     ["70 545 Inuits", "36 991 981 habitants", "0,19 %"]),
    ("fr", "412 trains sur les 1 236 prévus, soit un sur trois, ont roulé.", ["412 trains", "1 236", "un sur trois"]),
    ("fr", "La dette atteint 48,7 milliards d'euros, ou 35 % d'un produit intérieur brut de 139 milliards.",
     ["48,7 milliards d'euros", "139 milliards", "35 %"]),
    ("en", "A year of it costs $21,540, or 30% of the median income of $71,500.", ["$21,540", "$71,500", "30%"]),
    ("en", "Of the trust's 1,480 beds, 1,421 were taken, an occupancy of 96%.", ["1,421", "1,480 beds", "96%"]),
    ("en", "One in five of the 2,000 pupils, or 400, stayed at home.", ["400", "2,000 pupils", "One in five"]),
    ("en", "Roads account for 39% of the £13.4m, or £5.2m.", ["£5.2m", "£13.4m", "39%"]),
    ("en", "With £5.2m, transport takes 39% of the £13.4m budget.", ["£5.2m", "£13.4m", "39%"]),
    ("en", "Women make up 504 of the 1,200 staff, or 42%.", ["504", "1,200 staff", "42%"]),
    ("en", "Three of its four factories, or 75%, closed.", ["Three", "four factories", "75%"]),
    ("en", "27 of the school's 30 pupils (90%) passed.", ["27", "30 pupils", "90%"]),
    ("en", "Of the 1,200 staff, 504 (42%) voted.", ["504", "1,200 staff", "42%"]),
    ("en", "The firm employs 1,200 people, 42% of them women, or 504.", ["504", "1,200 people", "42%"]),
    ("en", "Of the 4,310 candidates, 1,724 passed, a success rate of 40%.", ["1,724", "4,310 candidates", "40%"]),
]  # fmt: skip


@pytest.mark.parametrize(("lang", "text", "quotes"), HOLD, ids=[text for _, text, _ in HOLD])
def test_a_share_that_fits_its_part_and_whole_is_consistent(lang, text, quotes):
    assert shares(text, lang) == [("consistent", quotes)]


@pytest.mark.parametrize(
    ("lang", "text"),
    [
        ("fr", "L'ITO a généré 5,25 milliards sur 13,4, soit 49 %."),
        ("fr", "Un tiers des 270 000 emplois, soit 60 000, sont à Rabat."),
        ("fr", "42 % des 1 250 salariés, soit 404 personnes, ont voté."),
        ("fr", "Seules 3 sur 12 (35 %) ont répondu."),
        ("fr", "Les 70 545 Inuits pèsent, eux, 1,9 % des 36 991 981 habitants."),
        ("en", "A year of it costs $21,540, or 40% of the median income of $71,500."),
        ("fr", "40 % du total (13,4 milliards), soit 6,36."),
        ("fr", "Sur 1 210 salariés, 504 (52 %) ont voté."),
        ("fr", "504 salariés, soit 24 % des effectifs (1 200)."),
        ("en", "One in five of the 2,010 pupils, or 600, stayed at home."),
        ("en", "Roads account for 39% of the £13.4m, or £4.2m."),
        ("en", "Three of its four factories, or 80%, closed."),
        ("en", "Of the 1,210 staff, 504 (24%) voted."),
        ("en", "Of the 4,310 candidates, 1,724 passed, a success rate of 60%."),
    ],
)
def test_a_share_that_does_not_fit_is_inconsistent(lang, text):
    assert [verdict for verdict, _ in shares(text, lang)] == ["inconsistent"]


def test_the_whole_may_stand_in_the_sentence_before_where_this_one_says_so():
    text = "Le pays a exporté pour 13,4 milliards. Sur ce total, 5,25 milliards, soit 39 %, vont aux services."
    assert shares(text, "fr") == [("consistent", ["5,25 milliards", "13,4 milliards", "39 %"])]
    assert shares(text.replace("Sur ce total", "Chez le voisin").replace("39", "49"), "fr") == []


@pytest.mark.parametrize(
    ("lang", "text", "verdict"),
    [
        ("fr", "Les hommes représentent 68 % des tués, soit les deux tiers.", "consistent"),
        ("fr", "Les hommes représentent 78 % des tués, soit les deux tiers.", "inconsistent"),
        ("fr", "Ils sont 21,8 % à avoir plus de 65 ans, soit plus d'un sur cinq.", "consistent"),
        ("fr", "Ils sont 31,8 % à avoir plus de 65 ans, soit près d'un sur cinq.", "inconsistent"),
        ("en", "Men were 67% of the dead, or two thirds.", "consistent"),
        ("en", "Men were 78% of the dead (two thirds).", "inconsistent"),
    ],
)
def test_a_fraction_says_the_same_as_its_percentage(lang, text, verdict):
    assert [found for found, _ in shares(text, lang)] == [verdict]


# (language, text with the share, the share that holds): the part and the whole stand apart
APART = [
    ("fr", "On a vendu 1 718 417 voitures. Le diesel ne pèse plus que {} des ventes, avec 124 952 voitures.", "7,3 %"),
    ("fr", "Il vend 1 718 417 voitures. L'électrique recule à 291 143. Sa part se maintient à {} du marché.", "16,9 %"),
    ("fr", "Les ventes atteignent 96,99 milliards. L'excédent est de 39,07 milliards. La marge passe à {}.", "40 %"),
    ("fr", "Il vend pour 660,8 millions et achète pour 512,1 millions. Le taux de couverture est de {}.", "129 %"),
    ("fr", "Le bénéfice est de 2,66 milliards. L'État en touche {}, soit un dividende de 2,0 milliards.", "75 %"),
    ("en", "Sales were $39.3bn. Chips brought in $35.6bn, up from $18.4bn, and {} of the company's revenue.", "90.6%"),
    ("en", "Revenue came to £424.1m. It had hoped for £395.1m, a coverage of {}.", "107.3%"),
]  # fmt: skip


@pytest.mark.parametrize(("lang", "text", "share"), APART)
def test_a_share_of_figures_further_off_is_taken_up_where_it_holds(lang, text, share):
    assert [verdict for verdict, _ in shares(text.format(share), lang)] == ["consistent"]
    assert shares(text.format("61,5 %" if lang == "fr" else "61.5%"), lang) == []


def test_millions_of_a_total_in_billions_are_off_by_a_thousand():
    text = "Revenue was $130.5bn in all. Chips were strong. Servers brought in {}, or 88% of the total."
    assert [verdict for verdict, _ in shares(text.format("$115.2bn"), "en")] == ["consistent"]
    assert shares(text.format("$115.2 million"), "en") == [("inconsistent", ["$115.2 million", "$130.5bn", "88%"])]
    # the total may be another one, of which the text prints a figure, or the words do not say that it is one of it
    assert shares(text.format("$115.2 million") + " The unit had sales of $128m.", "en") == []
    assert shares(text.format("$115.2 million").replace("the total", "what it asked"), "en") == []
    assert shares(text.format("$115.2 million").replace("the total", "the total for Asia"), "en") == []
    assert shares(text.format("$95.2 million"), "en") == []


SILENT = [
    ("fr", "Sur 1 200 communes, 504 maires, soit 42 % des votants, ont répondu."),
    ("fr", "Le prêt, de 80 millions d'euros, court sur dix-huit ans, dont cinq de différé, au taux de 2,75 %."),
    ("fr", "Sur 12 entreprises, 504 salariés, soit 42 %, sont partis."),
    ("fr", "Le budget de 13,4 milliards, en hausse de 39 %, soit 5,25 milliards de plus."),
    ("fr", "39 % de 13,4 milliards, soit 4,25 milliards de plus qu'en 2023."),
    ("fr", "12 % des 3 millions d'actifs, soit 25 000 chômeurs de moins."),
    ("fr", "42 % des 1 200 salariés (contre 38 % des 900 cadres) ont voté."),
    ("fr", "42 % des 1 200 salariés ont voté, et 300 partiront."),
    ("fr", "Il possède 30 % des 45 millions d'actions, soit une valeur de 120 millions d'euros."),
    ("fr", "Les 3 000 agents et 1 200 cadres, soit 50 % de l'effectif, sont en grève."),
    ("fr", "Les ventes ont progressé de 12 % pour atteindre 5,4 millions d'euros, contre 4,8 millions."),
    ("fr", "Une hausse de 1 200 à 3 000 emplois, soit 150 %."),
    ("fr", "35 % du chiffre d'affaires des 12 entreprises, soit 3 millions."),
    ("fr", "Il a obtenu 12 sur 20, soit 3 points de plus."),
    ("fr", "Les hommes sont 78 % des tués, soit les deux tiers de plus qu'avant."),
    ("fr", "Les hommes sont 78 % des tués, soit deux tiers des victimes de la route."),
    ("fr", "Le parc a crû de 40 % en dix ans, soit un quart tous les six ans."),
    ("en", "Men were 78% of the dead, or a quarter more than women."),
    ("en", "Half of the seats went to women, and 78% of the votes."),
    ("en", "One in five of the 2,000 pupils, or 300 more than last year, stayed at home."),
    ("en", "Sales rose 12% to £5.4m, or 39% of the group's total."),
    ("en", "The group cut 504 jobs, or 4% of its workforce, and 1,200 posts are at risk."),
    ("en", "About 30% of the 45m shares, or £120m, were sold."),
    ("en", "The firm employs 300 in Leeds and 500 in York, or 12% of its workforce."),
    ("en", "Four of the 12 firms (40% of those in the north) closed."),
    ("en", "60% of the 1,200 staff are women, and 42% work part-time, or 300 people."),
    ("en", "Turnover was £5.2m, against £13.4m for the group, up 39%."),
]


@pytest.mark.parametrize(("lang", "text"), SILENT)
def test_what_is_no_share_of_that_whole_is_left_alone(lang, text):
    assert shares(text, lang) == []


@pytest.mark.parametrize("whole", [7, 12, 30, 144])
def test_a_count_out_of_another_is_read_exactly(whole):
    half = whole // 2
    share = round(100 * half / whole)
    assert shares(f"{half} sur {whole} ({share} %) ont répondu.", "fr")[0][0] == "consistent"
    assert shares(f"{half} sur {whole} ({share + 8} %) ont répondu.", "fr")[0][0] == "inconsistent"


@given(st.integers(1, 99_999), st.integers(2, 99_999), st.integers(0, 2))
def test_a_share_rounded_from_true_numbers_is_never_inconsistent(part, whole, decimals):
    part, whole = sorted((part, whole))
    share = f"{100 * part / whole:.{decimals}f}".replace(".", ",")
    verdicts = [verdict for verdict, _ in shares(f"On compte {part} femmes sur {whole}, soit {share} %.", "fr")]
    assert "inconsistent" not in verdicts
