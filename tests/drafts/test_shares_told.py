"""Shares that can be of one part and one whole only: at odds where they do not hold, silent where another is meant."""

import pytest
from prose import findings

# (language, text, verdict)
TOLD = [
    ("en", "Out of 3,000 pupils, only 450, or 22 per cent, took the bus.", "inconsistent"),
    ("en", "Out of 3,000 pupils, only 450, or 15 per cent, took the bus.", "consistent"),
    ("en", "Turnout was 71 per cent, with 12,400 of the town's 24,800 voters at the polls.", "inconsistent"),
    ("en", "Turnout was 50 per cent, with 12,400 of the town's 24,800 voters at the polls.", "consistent"),
    ("en", "The club earns £3.2m from its shop, a third of the £6.1m it took.", "inconsistent"),
    ("en", "On sales of €640m the brewer made a profit of €32m, or 8 per cent.", "inconsistent"),
    ("en", "On sales of €640m the brewer made a profit of €32m, or 5 per cent.", "consistent"),
    ("en", "Peru, which received $2.4bn of the $9.6bn lent to the region, took 45 per cent.", "inconsistent"),
    ("en", "The storm wrecked 27 of the 90 huts on the beach, more than half, the mayor said.", "inconsistent"),
    ("en", "She hit 42 targets from 60 shots – a success rate of 82 per cent.", "inconsistent"),
    ("fr", "Au dépôt de Brive, 18 des 90 chauffeurs étaient en grève, 31 % de l'effectif.", "inconsistent"),
    ("fr", "Au dépôt de Brive, 18 des 90 chauffeurs étaient en grève, 20 % de l'effectif.", "consistent"),
    ("fr", "Le Togo achète 35 % du ciment, à savoir 2,4 des 4,8 millions de tonnes vendues.", "inconsistent"),
    ("fr", "Il y a 420 lacs dans la région, dont 70 gelés. Cela représente un tiers du total.", "inconsistent"),
    ("fr", "Participation : 58 %. Il y avait 42 000 inscrits, 31 500 ont voté.", "inconsistent"),
    ("fr", "Participation : 75 %. Il y avait 42 000 inscrits, 31 500 ont voté.", "consistent"),
    ("fr", "Le groupe a gagné 12 millions d'euros, pour un chiffre d'affaires de 240 millions, soit une marge de 9 %.",
     "inconsistent"),
    ("fr", "Sur 13,7 millions d'euros en 2018, 36,5 millions viennent du poste « les routes », soit 27 % du total.",
     "inconsistent"),
    ("fr", "La mairie compte 45 maisons vides parmi les 300 du bourg : un sur quatre.", "inconsistent"),
]  # fmt: skip

# (language, text): the share is one of others, of something else, a change, or that of the rest
SILENT = [
    ("en", "The union has 14,000 members; 58% voted, and 5,200 of them said no."),
    ("en", "Of 700 patients, 150 dropped out; 45% of those remaining improved."),
    ("en", "The firm, which owns 40 per cent of the quarry, employs 300 of its 1,500 workers there."),
    ("en", "Some 70 per cent of the 6,000 seats went in a day. By evening 5,100 had been sold."),
    ("en", "One in five adults in the county smokes; the clinic saw 210 of the 1,900 people sent to it."),
    ("en", "She holds 61% of the votes but just 1.1m of the 7m shares."),
    ("en", "More than a third of the 180 councils – 75 of them – replied."),
    ("en", "Only 12 of the 40 parties passed the threshold of 5 per cent."),
    ("en", "Sixty of the 200 staff came, and 70 per cent did not."),
    ("fr", "Sur 800 votants, 45 % ont choisi la liste B."),
    ("fr", "58 % des ménages ont une cave. Dans le centre, 900 foyers sur 3 000 en ont deux."),
    ("fr", "Plus d'un quart des 600 candidats, 195, ont été admis."),
    ("fr", "25 % des salariés ont moins de 30 ans ; 110 des 200 cadres sont des femmes."),
    ("fr", "Parmi 40 listes, 33 ont fini sous le seuil de 5 %."),
    ("fr", "39 % de 13,4 milliards, soit 4,25 milliards de plus qu'en 2023."),
    ("fr", "Le centre a soigné 1 300 cas en 2023 ; 14 % venaient de loin, contre 190 en 2019."),
]


@pytest.mark.parametrize(("lang", "text", "verdict"), TOLD)
def test_a_share_is_held_against_the_only_part_and_whole(lang, text, verdict):
    assert [found for kind, found, _ in findings(text, lang) if kind == "share"] == [verdict]


@pytest.mark.parametrize(("lang", "text"), SILENT)
def test_a_share_that_may_be_of_something_else_is_not_at_odds(lang, text):
    assert [found for _, found, _ in findings(text, lang) if found != "consistent"] == []


@pytest.mark.parametrize(("share", "verdicts"), [("3.7%", {"consistent"}), ("37%", {"consistent", "inconsistent"})])
def test_a_share_is_of_the_whole_that_others_of_its_paragraph_are_of(share, verdicts):
    text = (
        "Airlines carried 161.3 million people.\n\nThe first flew 99.9 million of them, a share of 61.9%. "
        "The second had 45.5 million, or 28.2%. The third took 7.4 million, or 4.6%; "
        f"the last had 6.0 million, {share} of the total."
    )
    assert {found for kind, found, _ in findings(text, "en") if kind == "share"} == verdicts


def test_a_margin_is_one_of_the_profit_and_the_sales_just_told():
    text = (
        "Le groupe a dégagé 1,6 {} d'euros de bénéfice, pour un chiffre d'affaires de 43,4 milliards. "
        "La marge est de 3,7 %."
    )
    verdicts = [[found for _, found, _ in findings(text.format(unit), "fr")] for unit in ("milliard", "million")]
    assert verdicts == [["consistent"], ["inconsistent"]]
