"""What looks like a change with its levels and is none, or not of them: nothing may be said of it."""

import pytest
from prose import changes, checked

# (language, text)
SILENT = [
    ("fr", "Les ventes ont progressé de 12 %, contre 8 % un an plus tôt."),
    ("fr", "Le chiffre d'affaires progresse de 3 % à taux de change constants, à 3,1 milliards contre 2,9 milliards."),
    ("fr", "Le nombre d'usines n'a pas doublé, de 8 à 15, comme promis."),
    ("fr", "On est loin de doubler la production, de 8 à 12 tonnes."),
    ("fr", "Les ventes ont-elles vraiment progressé de 12 %, à 4,5 milliards contre 4,4 ?"),
    ("fr", "Le Maroc compte 312 hôpitaux, en hausse de 9 %, contre 120 en Tunisie."),
    ("fr", "Les ventes progressent de 9 %, à 312 millions, contre 350 millions attendus."),
    ("fr", "Il s'agit d'un investissement de 12 à 15 millions d'euros, en hausse de 5 %."),
    ("fr", "Le taux de TVA est de 20 %, le nombre de foyers a augmenté de 3 %."),
    ("fr", "La part des femmes est de 36 %, contre 42 % pour les hommes, en hausse de 2 points."),
    ("fr", "Le prix a augmenté de 3 % à 5 % selon les régions, contre 2 % l'an dernier."),
    ("fr", "Le déficit représente 4,5 % du PIB, contre 5 % en 2023, en baisse de 3 milliards."),
    ("fr", "Les primes ont doublé, de 8 millions en 2020, selon un rapport de 15 pages."),
    ("fr", "Les ventes ont atteint 312 millions, +2 % sur un mois, contre 287 millions un an plus tôt."),
    ("fr", "L'indice gagne 0,3 % après une hausse de 1 % la veille, à 12 043 points."),
    ("fr", "La consommation par habitant a augmenté de 5 % par mois, à 12 litres, contre 8."),
    ("fr", "Les exportations, en hausse de 5 %, ont atteint 3 milliards et les importations 4 milliards, contre 3,2."),
    ("fr", "Les ventes en volume ont progressé de 3 %, à 312 millions d'euros contre 280 millions."),
    ("fr", "La croissance devrait atteindre 4,2 % en 2025, contre 3,8 % en 2024 et 3,4 % en 2023."),
    ("fr", "Une hausse de 5 % est prévue pour 12 millions de ménages, contre 3 millions de retraités."),
    ("fr", "Avec 240 salariés, dont 120 femmes, l'entreprise a doublé son capital."),
    ("fr", "La température a gagné 2 degrés, à 15 degrés, contre 12 en plaine."),
    ("fr", "Il a couru 3 fois 400 mètres, contre 2 fois 800 mètres pour son rival."),
    ("fr", "De 2019 à 2024, la dette a progressé de 12 points."),
    ("fr", "Le groupe compte 240 magasins, 12 de plus que prévu, contre 220 pour son rival."),
    ("fr", "Le budget passe de 10 à 12 millions, soit une économie de 5 % sur les achats."),
    ("fr", "Les passagers paient de 12 à 15 euros, soit 25 % du prix."),
    ("en", "Sales rose 12%, compared with 8% a year earlier."),
    ("en", "Revenue was $4.5bn, up 3% on a like-for-like basis, against $4.0bn."),
    ("en", "Revenue rose 3% at constant currency to $4.5bn from $4.0bn."),
    ("en", "Output has not doubled, from 8 to 12 tonnes."),
    ("en", "Has revenue really risen 12% to $4.5bn from $4.4bn?"),
    ("en", "Sales rose 9% to $312m, against $350m expected by analysts."),
    ("en", "Sales rose 9% to $312m, compared with $290m for its rival."),
    ("en", "Prices range from 12 to 15 euros, up 2%."),
    ("en", "The fund invests 12% in bonds, up from 10 funds."),
    ("en", "Profit was up 5%; sales reached $3bn, against $2.5bn."),
    ("en", "Sales of $3bn, up 5%, and profit of $210m, against $150m."),
    ("en", "Growth slowed to 2.3% from 2.5%, while exports rose 5%."),
    ("en", "Inflation rose 0.2% in May, after 0.3% in April."),
    ("en", "The index fell 1% to 7,200 after gaining 2% on Monday."),
    ("en", "In 2024, 36% of women, against 42% of men, said prices had risen by 5%."),
    ("fr", "Le tabagisme a doublé chez les jeunes de 12 à 15 ans."),
    ("fr", "Le tabagisme progresse de 5 % chez les jeunes de 12 à 15 ans."),
    ("fr", "Les dépenses de santé atteignent 13,2 % du budget, contre 12 % il y a dix ans, soit 4 milliards de plus."),
    ("fr", "Le club a gagné 3 places, au 12e rang, contre le 15e."),
    ("fr", "Le CAC 40 a gagné 0,5 % à 7 512,3 points lundi, après 7 480 vendredi, et 12 valeurs ont reculé."),
    ("fr", "En mars, le taux a reculé de 0,1 point, à 7,3 %. Il était de 8,1 % en 2019."),
    ("fr", "L'inflation atteint 5,2 % sur un an, après 4,8 % en février, et devrait reculer de 2 points."),
    ("fr", "En 2023, 45 % des entreprises exportaient ; elles étaient 30 % de plus dans l'industrie, à 60 %."),
    ("fr", "Les importations ont augmenté de 12 %, contre une hausse de 8 % des exportations, à 40 milliards."),
    ("fr", "Le capital a été porté de 10 à 12 millions d'euros, soit 5 % détenus par l'État."),
    ("fr", "Le loyer est passé de 800 à 900 euros, soit 30 % du revenu."),
    ("fr", "Entre 2010 et 2020, la population a augmenté de 12 %, et celle de la région, de 8 à 9 millions."),
    ("fr", "L'équipe s'est imposée 3 à 1, contre 2 à 0 à l'aller, et compte 5 points de plus que son rival."),
    ("fr", "Le produit coûte 12 euros, 20 % de plus que chez le concurrent (11 euros en moyenne)."),
    ("fr", "Le PIB progresse de 3,2 % contre 3,4 % l'année précédente, à 1 400 milliards de dirhams."),
    ("fr", "Le nombre de bénéficiaires est de 1,2 million, en hausse de 8 % en moyenne par an depuis 2015 (650 000)."),
    ("fr", "La moitié des 900 salariés ont plus de 50 ans, contre un tiers en 2010."),
    ("fr", "Le groupe a multiplié par trois ses dividendes, avec 15 sites contre 8."),
    ("fr", "Un paquet à 12 euros, soit 50 centimes de plus qu'en 2023, contre 10 euros en Espagne."),
    ("fr", "Le déficit s'élève à 5,5 % du PIB, soit 0,7 point de plus que les 4,4 % promis."),
    ("fr", "Les effectifs progressent de 3 % (240 personnes) contre 1 % l'an dernier."),
    ("fr", "Il en coûte 12 % de plus qu'en 2019 à 300 familles."),
    ("fr", "Le tirage a baissé de 12 % à 80 000 exemplaires en semaine et 95 000 le samedi, contre 110 000 en 2010."),
    ("en", "The number of smokers doubled among children from 12 to 15 years."),
    ("en", "Turnout rose 5% in districts from 12 to 15."),
    ("en", "Profit doubled while staff went from 120 to 150."),
    ("en", "Online sales jumped 35%, taking the sector to $147bn from $129bn in 2021."),
    ("en", "The stock rose 3% to $45, compared with a 2% gain for the index, which closed at 4,500."),
    ("en", "He lost 12 pounds, from 200 pounds in weight to 5% body fat."),
    ("en", "Costs rose by 10% to 15% last year, from 5% in 2022."),
    ("en", "The deal values the firm at $4.5bn, up 12% on its value of $3bn in 2015, analysts said."),
    ("en", "Some 45% of firms export, up from 40%, and sales abroad rose 12%."),
    ("en", "Inflation was 5.2%, up 0.4 points on the month and down from 8% a year ago."),
    ("en", "Sales rose 4% in the third quarter to $2.9bn, and 6% over nine months to $8.7bn, from $8.2bn."),
    ("en", "It scored 28 points, 4 more than its rival, from 12 games."),
    ("en", "Rents are up 12% since 2019, to $1,500, but down from $1,600 in May."),
    ("en", "The company raised 12% more from 240 investors, up from 200."),
    ("en", "The index gained 0.5% to 7,512 from a low of 7,100 in March."),
    ("en", "GDP rose 3.2%, down from 3.4%, to $1.4tn."),
    ("fr", "Les ventes progressent de 3 % à taux de change constants, à 3,1 milliards contre 2,5 milliards."),
    ("fr", "L'inflation est de 2,3 %, et le salaire moyen a augmenté de 3 %, contre 4 % en 2023."),
    ("fr", "Le groupe vise une hausse de 9 %, contre 12 % l'an dernier, et emploie 287 personnes."),
    ("fr", "En mars, le taux a reculé de 0,1 point à 7,3 %, contre 8,1 % un an plus tôt."),
    ("fr", "Le parc compte 312 navires, contre 287 appareils, soit une hausse de 20 %."),
    ("en", "In March the rate fell 0.1 points to 7.3%, against 8.1% a year earlier."),
    ("en", "Sales of 3,100 units rose 5% from 2,000 vehicles."),
]

# (language, text, the figures considered, the beginning of the reason)
LEFT_ALONE = [
    (
        "fr",
        "Le chiffre d'affaires progresse de 3 % à taux de change constants, à 3,1 milliards contre 2,5 milliards.",
        ["3,1 milliards", "2,5 milliards", "3 %"],
        "the change is said to be adjusted",
    ),
    (
        "fr",
        "Les ventes ont atteint 312 millions, +2 % sur un mois, contre 287 millions un an plus tôt.",
        ["312 millions", "287 millions", "+2 %"],
        "the level before is not the one",
    ),
    (
        "fr",
        "En mars, le taux a reculé de 0,1 point à 7,3 %, contre 8,1 % un an plus tôt.",
        ["7,3 %", "8,1 %", "0,1 point"],
        "the change may be one over another time",
    ),
    ("fr", "Le nombre d'usines n'a pas doublé, de 8 à 12, comme promis.", ["12", "8", "doublé"], "the text denies it"),
    (
        "en",
        "The town has 8,200 inhabitants, up 9% from 7,500 vehicles.",
        ["8,200 inhabitants", "7,500 vehicles", "9%"],
        "the two levels are not in one unit",
    ),
    (
        "en",
        "The market will grow 7% a year, from $26bn to $45bn.",
        ["$45bn", "$26bn", "7%"],
        "how many years lie between",
    ),
]


@pytest.mark.parametrize(("lang", "text"), SILENT, ids=[text for _, text in SILENT])
def test_nothing_is_said_of(lang, text):
    assert changes(text, lang) == []


@pytest.mark.parametrize(("lang", "text", "figures", "reason"), LEFT_ALONE, ids=[text for _, text, _, _ in LEFT_ALONE])
def test_what_was_considered_is_told_with_the_reason(lang, text, figures, reason):
    silences = checked(text, lang).silences
    told = [([figure.quote for figure in silence.figures], str(silence.reason)) for silence in silences]
    assert any(quotes == figures and said.startswith(reason) for quotes, said in told), told
