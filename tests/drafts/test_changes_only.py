"""Changes that hold of no levels, beside the only two that they can be of; and those that something excuses."""

import pytest
from prose import at_odds, changes

# (language, text with the change left out, the right change, a wrong one, the kind, the levels in their order)
ONLY = [
    ("fr", "Le refuge, qui hébergeait 240 chiens en 2019, en accueille 300, une hausse de {} due aux abandons.",
     "25 %", "45 %", "growth", ["240 chiens", "300"]),
    ("fr", "Le billet coûtait 12 euros avant les travaux ; il en coûte 15 aujourd'hui. Un renchérissement de {}.",
     "25 %", "55 %", "growth", ["12 euros", "15"]),
    ("fr", "De 4,5 millions d'euros, la dotation de la ville est descendue à 3,6 millions, soit une baisse de {}.",
     "20 %", "25 %", "growth", ["4,5 millions d'euros", "3,6 millions"]),
    ("fr", "La coopérative a pressé 84 tonnes d'olives, en croissance de {} sur les 60 tonnes de l'année précédente.",
     "40 %", "14 %", "growth", ["60 tonnes", "84 tonnes"]),
    ("fr", "Le parc de vélos a triplé : {} en 2018, 620 l'an dernier.", "210", "310", "multiple", ["620"]),
    ("fr", "La part du rail passe de 9 % à 13 %, un gain de {} que personne n'attendait.",
     "4 points", "40 points", "points", ["9 %", "13 %"]),
    ("en", "Hospital admissions rose {} to 9,300, from 7,500 in the same quarter of last year.",
     "24%", "14%", "growth", ["7,500", "9,300"]),
    ("en", "The choir, with 40 singers in 2016, now counts 52, a {} increase.", "30%", "23%", "growth",
     ["40 singers", "52"]),
    ("en", "A kilo of rice cost 48 rupees in April and 66 rupees in October. That {} jump has hurt the poor.",
     "37.5%", "27.5%", "growth", ["48 rupees", "66 rupees"]),
    ("en", "Turnout was 61.5%, having been 58% four years earlier. It is a gain of {}.",
     "3.5 points", "5.3 points", "points", ["61.5%", "58%"]),
    ("en", "Fares up {}\n\nA single fare costs £2.60 from Monday, the council said. A year ago it was £2.00.",
     "30%", "13%", "growth", ["£2.60", "£2.00"]),
    ("en", "Unemployment is {}, twice the rate of 2007 (4.6%).", "9%", "7%", "multiple", ["4.6%"]),
]  # fmt: skip

# (language, text): what does not fit has an excuse, or is of another thing, time or subject
EXCUSED = [
    ("fr", "Le refuge, qui hébergeait 240 chiens en 2019, en accueille 300, une hausse de 45 % à périmètre constant."),
    ("fr", "Les loyers ont bondi de 30 %, tandis que les charges passaient de 400 à 440 euros."),
    ("fr", "Le billet a doublé, celui de la navette est passé de 12 à 15 euros."),
    ("fr", "La coopérative a pressé 84 tonnes d'olives, 14 % de plus que prévu, contre 60 tonnes pour sa voisine."),
    ("fr", "Le taux a gagné 0,3 point en mars, à 7,4 %. Il se situait à 8,2 % un an plus tôt."),
    ("fr", "Elle compte 12 400 habitants, 300 de plus qu'en 2020. La commune voisine en a 11 800."),
    ("fr", "L'usine emploie 300 personnes, dont 240 ouvriers, en hausse de 45 % en dix ans."),
    ("fr", "Elle avait 240 élèves en 2019 et en a 300. Les demandes d'inscription ont crû de 45 %."),
    ("en", "Profit rose 12% to $4.1m on sales of $4.8m."),
    ("en", "The choir had 40 singers in 2016 and has 52. The budget has grown by 75%."),
    ("en", "Profits doubled while sales went from £21m to £25m."),
    ("en", "Hospital admissions rose 14% to 9,300, adjusted for age, from 7,500 a year earlier."),
    ("en", "Hospital admissions rose 14% to 9,300, against 7,500 in the next county."),
    ("en", "The index rose 1.4% to 9,300, from 9,050 at the start of the year."),
    ("en", "Turnout was 61.5%, having been 58% four years earlier. Polls had forecast a gain of 6 points."),
    ("en", "A kilo of rice cost 48 rupees in April and 66 in October, but wages rose 5%."),
    ("en", "The suburb doubled between 1960 and 1990. From 22,000 that year it has edged up to 25,000."),
    ("en", "The hall seats 1,200; 950 came on Friday, 150 more than on Thursday."),
    ("en", "The channel drew 12.2m viewers, its rival adding 4m. In Spain the match had 7.3m."),
]


@pytest.mark.parametrize(("lang", "text", "right", "wrong", "kind", "levels"), ONLY)
def test_a_change_is_held_against_the_only_levels_there_are(lang, text, right, wrong, kind, levels):
    found = [finding for finding in changes(text.format(wrong), lang, "2025-03-04") if finding[1] == "inconsistent"]
    assert [finding[0] for finding in found] == [kind]
    assert set(levels) <= set(found[0][2])


@pytest.mark.parametrize(("lang", "text", "right", "wrong", "kind", "levels"), ONLY)
def test_and_is_not_at_odds_where_it_is_right(lang, text, right, wrong, kind, levels):
    assert at_odds(text.format(right), lang, "2025-03-04") == []


@pytest.mark.parametrize(("lang", "text"), EXCUSED, ids=[text for _, text in EXCUSED])
def test_what_has_an_excuse_is_not_at_odds(lang, text):
    assert at_odds(text, lang, "2025-03-04") == []


@pytest.mark.parametrize(("growth", "found"), [("26%", []), ("36%", [("growth", "inconsistent")])])
def test_an_item_of_a_list_is_held_against_the_two_before(growth, found):
    text = f"* Members in 2021: 480\n* Members in 2024: 604\n* Growth: {growth}\n"
    assert at_odds(text, "en", form="markdown") == found
