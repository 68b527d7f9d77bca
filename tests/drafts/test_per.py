"""Figures for each of a count, beside the amount and the count."""

import pytest
from prose import findings


def each(text, lang):
    return [verdict for kind, verdict, _ in findings(text, lang) if kind == "per"]


RELATIONS = [
    ("fr", "Il faut 2,4 milliards de dirhams pour 12 000 lots, soit {} dirhams par lot.", "200 000", "250 000"),
    ("fr", "Une aide de 3 millions d'euros ira à 12 000 agriculteurs, soit {} euros chacun.", "250", "350"),
    ("fr", "L'école a 3 000 élèves pour 120 classes, soit {} élèves par classe.", "25", "35"),
    ("fr", "12 000 logements à 200 000 dirhams l'unité, soit {} milliards de dirhams.", "2,4", "3,4"),
    ("fr", "Le prêt est remboursé en dix annuités de 3 millions d'euros, soit {} millions d'euros.", "30", "40"),
    ("fr", "Un abonnement à 20 euros par mois, soit {} euros par an.", "240", "260"),
    ("fr", "Le parc a 12 éoliennes de 25 MW, soit {} MW.", "300", "400"),
    ("fr", "Le pont de 2,0 km a coûté 600 millions d'euros, soit {} millions d'euros le kilomètre.", "300", "400"),
    ("fr", "Le plan de 2,4 milliards de dirhams vise 12 000 lots. Soit {} dirhams par lot.", "200 000", "250 000"),
    ("fr", "Les 12 000 agriculteurs recevront chacun 250 euros, soit {} millions d'euros.", "3", "5"),
    ("en", "The city spent $3.0m on 1,540 pupils, or ${} each.", "1,950", "2,950"),
    ("en", "The city spent $3.0m on 1,540 pupils last year, or ${} a pupil.", "1,950", "2,950"),
    ("en", "He repaid $30m in ten instalments of ${}m.", "3", "2"),
    ("en", "The £{}m will be shared among 12,000 farmers, who will get £250 each.", "3.0", "5.0"),
    ("en", "Each of the 12,000 farmers will receive £250, a total of £{}m.", "3.0", "5.0"),
    ("en", "The bridge cost £600m for 2.0 km, or £{}m per kilometre.", "300", "400"),
]  # fmt: skip


@pytest.mark.parametrize(("lang", "text", "right", "wrong"), RELATIONS, ids=[text for _, text, _, _ in RELATIONS])
def test_a_figure_for_each_is_held_against_amount_and_count(lang, text, right, wrong):
    assert each(text.format(right), lang) == ["consistent"]
    assert each(text.format(wrong), lang) == ["inconsistent"]


SILENT = [
    ("fr", "Il faut 3 millions d'euros pour 12 000 foyers, soit 25 euros par mois et par foyer."),
    ("fr", "Un budget de 2,4 milliards pour 12 000 logements, soit 20 % par logement."),
    ("fr", "Un budget de 2,4 milliards d'euros pour 12 000 logements, soit 90 euros par habitant."),
    ("fr", "12 projets de 3 millions de dirhams, soit 3 fois plus qu'en 2023."),
    ("fr", "12 stations de 50 places, soit 300 places de plus qu'en 2023."),
    ("fr", "L'abonnement coûte 20 euros par mois ou 200 euros par an."),
    ("fr", "Il gagne 2 000 euros bruts par mois, soit 18 000 euros nets par an."),
    ("fr", "Un prêt de 3 millions d'euros sur 12 ans, soit 25 000 euros par mois."),
    ("fr", "On compte 12 médecins pour 100 000 habitants, contre 15 par canton."),
    ("fr", "La ville a 12 000 habitants et dépense 3 millions d'euros ; l'État verse 90 euros par habitant."),
    ("en", "It costs $20 a month, or $200 a year."),
    ("en", "He earns $2,000 gross a month, that is $18,000 net a year."),
    ("en", "The city spent $3m on 1,500 pupils, and $900 per teacher."),
    ("en", "Profit rose to $910 million, or $2.14 a share."),
    ("en", "The bill covers 12,000 homes at a cost of $3m, up from $2m a year ago."),
    ("en", "The 1,500 pupils, at 12 schools, cost $3m, or $900 more each."),
]


@pytest.mark.parametrize(("lang", "text"), SILENT)
def test_what_is_not_of_that_amount_and_count_is_left_alone(lang, text):
    assert each(text, lang) == []
