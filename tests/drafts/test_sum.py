"""Sums: parts and their total, shares of one whole, a part that its whole has room for."""

import pytest
from hypothesis import given
from hypothesis import strategies as st
from prose import findings


def sums(text, lang, form="text"):
    return [(verdict, quotes) for kind, verdict, quotes in findings(text, lang, form=form) if kind == "sum"]


HOLD = [
    ("fr", "On compte 1 240 hommes et 805 femmes, soit 2 045 personnes en tout.", 3),
    ("fr", "La région verse 3 millions d'euros et l'État 2 millions d'euros, soit 5 millions d'euros au total.", 3),
    ("fr", "L'accident a fait 12 morts et 30 blessés, soit 42 victimes.", 3),
    ("fr", "Le parc a 8 200 véhicules : 5 100 voitures, 2 300 camions et 800 bus.", 4),
    (
        "fr",
        "Le plan de 15 milliards vient de l'État (9 milliards), des villes (4 milliards) et du privé (2 milliards).",
        4,
    ),
    ("fr", "Le fonds de 13,4 milliards se répartit entre les routes (5,2), les ports (4,1) et le rail (4,1).", 4),
    ("fr", "Sur les 15 accords, 9 concernent la France et les 6 autres l'Espagne.", 3),
    ("fr", "40 % viennent de Rabat, 35 % de Fès et le reste (25 %) de Tanger.", 3),
    ("fr", "Les voix se répartissent entre A (40,3 %), B (37,4 %), C (13,2 %), D (8,9 %) et E (0,2 %).", 5),
    ("fr", "La répartition donne 40,3 % à Rabat, 37,4 % à Fès et 13,2 % à Oujda. Salé reste marginal avec 9,1 %.", 4),
    ("fr", "Le groupe a levé 2 milliards de dollars en deux tranches : 1,25 milliard et 750 millions.", 3),
    ("fr", "Le panel compte 52 % d'hommes et 48 % de femmes.", 2),
    ("fr", "Le panel compte 12 hommes et 15 femmes (27 personnes).", 3),
    ("en", "There were 1,240 men and 905 women, for a total of 2,145 people.", 3),
    ("en", "Of the 15 deals, nine deals were with France and the other 6 with Spain.", 3),
    ("en", "The £15m package includes £9m for roads, £4m for schools and £2m for hospitals.", 4),
    ("en", "Roads get £9m, schools £4m and hospitals £2m, a total of £15m.", 4),
    ("en", "The family owns 45%, a fund 35% and staff the remaining 20%.", 3),
    ("en", "52% voted yes and 48% no.", 2),
]


@pytest.mark.parametrize(("lang", "text", "figures"), HOLD, ids=[text for _, text, _ in HOLD])
def test_parts_that_add_up_are_consistent(lang, text, figures):
    ((verdict, quotes), *_) = sums(text, lang)
    assert (verdict, len(quotes)) == ("consistent", figures)


@pytest.mark.parametrize(
    ("lang", "text"),
    [
        ("fr", "On compte 1 240 hommes et 905 femmes, soit 2 045 personnes en tout."),
        ("fr", "L'accident a fait 12 morts et 30 blessés, soit 45 victimes."),
        ("fr", "15 blessés : 9 hommes et 7 femmes."),
        ("fr", "Le fonds de 13,4 milliards se répartit entre les routes (5,2), les ports (4,1) et le rail (5,1)."),
        ("fr", "Sur les 15 accords, 9 concernent la France et les 7 autres l'Espagne."),
        ("fr", "40 % viennent de Rabat, 35 % de Fès et le reste (35 %) de Tanger."),
        ("fr", "Les voix se répartissent entre A (40,3 %), B (37,4 %), C (13,2 %), D (9,8 %) et E (0,2 %)."),
        ("fr", "Le budget de 15 millions d'euros, dont 18 millions pour les routes, est adopté."),
        ("en", "There were 1,240 men and 905 women, for a total of 2,245 people."),
        ("en", "Of the 15 deals, 9 are with France and the other 7 with Spain."),
        ("en", "The family owns 45%, a fund 35% and staff the remaining 30%."),
        ("en", "The £15m budget, of which £19m for roads, was adopted."),
    ],
)
def test_parts_that_do_not_add_up_are_inconsistent(lang, text):
    assert [verdict for verdict, _ in sums(text, lang)] == ["inconsistent"]


def test_an_enumeration_with_as_many_parts_as_announced_is_complete():
    text = (
        "La ligne coûtera {} millions d'euros. L'effort est partagé entre trois villes : 141 millions pour Nérac, "
        "62 millions pour Vire et 48 millions pour Thann."
    )
    assert [verdict for verdict, _ in sums(text.format(251), "fr")] == ["consistent"]
    assert [verdict for verdict, _ in sums(text.format(261), "fr")] == ["inconsistent"]
    assert sums(text.format(261).replace("trois", "les"), "fr") == []


def test_a_whole_shared_out_among_parts_is_all_of_them():
    text = "The grant of £15m is shared between Leeds (£7m), York ({}£3m) and Hull (£2m)."
    assert [verdict for verdict, _ in sums(text.format(""), "en")] == ["inconsistent"]
    assert sums(text.format("").replace("is shared", "is mainly shared"), "en") == []


def test_a_total_may_open_the_next_sentence():
    text = "L'usine a livré 1 240 voitures en mai et 805 voitures en juin. Soit {} voitures en tout."
    assert [verdict for verdict, _ in sums(text.format("2 045"), "fr")] == ["consistent"]
    assert [verdict for verdict, _ in sums(text.format("2 145"), "fr")] == ["inconsistent"]


@pytest.mark.parametrize("named", ["Total", "Ensemble", "**Total général**"])
def test_the_last_item_of_a_list_may_be_its_total(named):
    text = "Les aides :\n\n- routes : 9,1 millions\n- ports : 4,2 millions\n- {} : {} millions\n"
    assert sums(text.format(named, "13,3"), "fr", "markdown")[0][0] == "consistent"
    assert sums(text.format(named, "12,3"), "fr", "markdown")[0][0] == "inconsistent"


def test_a_list_that_falls_short_of_its_total_is_at_odds_only_where_no_part_is_missing():
    text = "Les {} :\n\n- routes : 9,1 millions\n- {} : 4,2 millions\n- Total : 14,3 millions\n"
    assert sums(text.format("aides", "ports"), "fr", "markdown") == []
    assert sums(text.format("aides", "autres"), "fr", "markdown")[0][0] == "inconsistent"
    assert sums(text.format("deux aides", "ports"), "fr", "markdown")[0][0] == "inconsistent"


def test_a_list_of_the_shares_of_one_whole():
    text = "La répartition des votes :\n\n- oui : {} %\n- non : 38 %\n- blanc : 5 %\n"
    assert sums(text.format(57), "fr", "markdown")[0][0] == "consistent"
    assert sums(text.format(67), "fr", "markdown")[0][0] == "inconsistent"
    assert sums(text.format(40), "fr", "markdown") == []


SILENT = [
    (
        "fr",
        "Le groupe a dépensé 318 millions d'euros. Trois usines ont été aidées : 30 millions pour Nérac, "
        "20 millions pour Vire et 200 millions pour Thann.",
    ),
    ("fr", "Les voix se répartissent entre A (40,3 %), B (37,4 %) et C (13,2 %)."),
    ("fr", "52 % des hommes et 49 % des femmes ont voté."),
    ("fr", "Le CRM a perdu 12 % et l'ITO 15 %, le reste 3 %."),
    ("fr", "Il y avait 12 hommes, 15 femmes et 40 chaises au total."),
    ("fr", "Il a acheté 3 baguettes et 2 croissants, soit 6 euros au total."),
    ("fr", "Le club compte 9 victoires, 4 nuls et 2 défaites, soit 31 points au total."),
    ("fr", "Le déficit va de 3 milliards en 2022 à 4 milliards en 2023, soit 1 milliard supplémentaire."),
    ("fr", "L'État verse 10 millions d'euros et la région 5 millions d'euros, soit 2 millions d'euros par commune."),
    ("fr", "Une enveloppe de 15 millions d'euros : 9 millions en 2023 et 8 millions en 2024."),
    ("fr", "Les recettes sont de 15 millions et les dépenses de 18 millions, soit un déficit de 3 millions."),
    ("fr", "Il y a 300 emplois à Rabat, 200 emplois à Fès, 600 au total."),
    ("fr", "Le loyer de 600 euros et les charges de 100 euros, soit 8 400 euros par an."),
    ("fr", "300 familles, dont 500 enfants, ont été relogées."),
    ("fr", "En 2022, le oui a eu 52 % ; en 2024, le non a eu 55 %."),
    ("en", "He won nine games, drew four games and lost two games, for a total of 31 points."),
    ("en", "Nine deaths on Monday and 6 deaths on Tuesday bring the total to 42 deaths."),
    ("en", "It costs £20 for adults and £10 for children, a total of £60 for a family of four."),
    ("en", "Turnover was £15m and profit £3m, or £2 a share."),
    ("en", "52% of men and 55% of women voted."),
    ("en", "Between £9m and £12m, or £15m with tax."),
    ("en", "Of 60 seats, Labour won 31 and the Tories 19."),
]


@pytest.mark.parametrize(("lang", "text"), SILENT)
def test_what_is_not_said_to_add_up_is_left_alone(lang, text):
    assert sums(text, lang) == []


@given(st.lists(st.integers(1, 5_000), min_size=3, max_size=8))
def test_shares_rounded_from_true_numbers_are_never_inconsistent(votes):
    shares = [f"{100 * vote / sum(votes):.1f}".replace(".", ",") for vote in votes]
    listed = ", ".join(f"liste {letter} ({share} %)" for letter, share in zip("abcdefgh", shares, strict=False))
    assert "inconsistent" not in [verdict for verdict, _ in sums(f"Les voix se répartissent entre {listed}.", "fr")]


# (language, text with a total, the total that holds)
TOGETHER = [
    ("fr", "Un groupe a vendu 452 900 voitures, l'autre 425 116. Ensemble, ils en ont vendu {}.", "878 016"),
    ("fr", "La ville gagne 23 110 habitants. La campagne en perd 3 718. L'une et l'autre font {}.", "26 828"),
    ("fr", "Les trois sites (12 400, 8 310 et 9 105 lits) réunis ont {} lits.", "29 815"),
    ("fr", "Le cacao rapporte 2 930 milliards. Avec les 37,2 milliards du café, le total est {} milliards.", "2 967"),
    ("fr", "Le solde naturel est de 17 200. Le solde migratoire, 152 300, porte la hausse à {}.", "169 500"),
    ("en", "There were 54,210 births. Migration added 79,300 people. Together they give {}.", "133,510"),
    ("en", "Kenya (30.9%), Niger (11.3%) and Mali (5.9%) had most cases, which together make {}.", "48.1%"),
]  # fmt: skip


@pytest.mark.parametrize(("lang", "text", "total"), TOGETHER)
def test_figures_together_come_to_a_total_further_off_where_it_holds(lang, text, total):
    assert [verdict for verdict, _ in sums(text.format(total), lang)] == ["consistent"]
    wrong = total.replace("1", "3").replace("8", "4").replace("2", "6")
    assert sums(text.format(wrong), lang) == []


def test_a_sentence_after_a_list_says_what_its_items_come_to_together():
    text = "Il vend :\n\n- du pétrole, 791,9 milliards ;\n- de l'or, 588,5 milliards ;\n- du brut, 464,6 milliards.\n\n"
    held = findings(text + "Ensemble, ils pèsent 1 845,0 milliards.", "fr", form="markdown")
    assert held == [
        ("sum", "consistent", ["791,9 milliards", "588,5 milliards", "464,6 milliards", "1 845,0 milliards"])
    ]
    assert findings(text + "Ensemble, ils pèsent 1 945,0 milliards.", "fr", form="markdown") == []


def test_figures_of_one_sort_in_each_item_of_a_list_add_up():
    text = (
        "Le pays compte {} habitants, 66 093 de plus en un an.\n\n- Nord : 6 821 770 habitants, 46 963 de plus\n"
        "- Sud : 3 692 283 habitants, 10 708 de plus\n- Est : 1 249 597 habitants, 8 422 de plus\n"
    )
    held = [
        quotes[-1] for kind, _, quotes in findings(text.format("11 763 650"), "fr", form="markdown") if kind == "sum"
    ]
    assert held == ["11 763 650 habitants", "66 093"]
    held = [
        quotes[-1] for kind, _, quotes in findings(text.format("11 963 650"), "fr", form="markdown") if kind == "sum"
    ]
    assert held == ["66 093"]


def test_two_figures_of_many_digits_come_to_a_total_though_no_word_joins_them():
    text = (
        "On compte {} habitants de plus. La hausse se partage : 2 677 669 dans les villes, 302 419 dans les campagnes."
    )
    assert [verdict for verdict, _ in sums(text.format("2 980 088"), "fr")] == ["consistent"]
    assert sums(text.format("2 970 088"), "fr") == []
    assert sums(text.replace("2 677 669", "2 700").replace("302 419", "300").format("3 000"), "fr") == []
