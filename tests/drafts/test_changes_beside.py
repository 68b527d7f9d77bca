"""Right sentences in which levels stand beside changes of other times, places and things."""

import pytest
from prose import at_odds

RIGHT = [
    (
        "en",
        "The standard plan costs $17.99 a month, up from $15.49, a rise of $2.50. The version with "
        "advertising is $7.99 a month, $1 more.",
    ),
    ("en", "Rents average £1,240 a month in the north and £1,980 a month in London, £120 more than a year ago."),
    ("en", "It pays £12.71 an hour, 4.1% more than now (£12.21)."),
    ("en", "Petrol costs 142p a litre against 151p in Germany, 3p less than in May."),
    ("fr", "L'essence coûte 1,72 euro le litre, contre 1,81 en Allemagne, 3 centimes de moins qu'en mai."),
    (
        "fr",
        "Le loyer moyen est de 840 euros par mois à Lille, contre 1 240 euros par mois à Paris, une hausse "
        "de 3 % sur un an.",
    ),
    ("fr", "Le loyer moyen est de 840 euros par mois, contre 790 euros en 2019, une hausse de 6,3 %."),
    ("fr", "Le prix du litre est de 1,72 euro, contre 1,81 un mois plus tôt, une baisse de 2 % depuis janvier."),
    ("fr", "En mars, le taux est de 7,3 %, contre 8,1 % un an plus tôt, un recul de 0,2 point sur le mois."),
    ("fr", "En mars, le taux est de 7,3 %, contre 8,1 % un an plus tôt, un recul de 0,2 point."),
    ("en", "In March the rate was 7.3%, against 8.1% a year earlier, a fall of 0.2 points."),
    ("en", "Turnout was 58.6%, against 66.1% five years ago, a fall of 7.5 points."),
    ("en", "Turnout was 58.6%, against 66.1% in 2019, a drop of 3 points on the last by-election."),
    ("en", "The project cost £49m instead of £81m, with a saving of £5m on travel alone."),
    ("en", "The scheme brings a saving of £12m, £3m more than planned."),
    ("en", "The plan means savings of £36bn, up from £30bn announced in May."),
    ("fr", "Le plan prévoit une économie de 12 milliards, contre 9 milliards annoncés en mai."),
    ("fr", "Le trajet dure 49 minutes au lieu de 81, soit un gain de 32 minutes."),
    (
        "fr",
        "Le trajet dure 49 minutes, contre 55 en voiture, un gain de 32 minutes par rapport à l'ancienne ligne.",
    ),
    ("en", "It takes 49 minutes, against 55 by car, a gain of 32 minutes on the old line."),
    ("en", "The journey takes 49 minutes, down from 81, 20 minutes less than by coach."),
    ("en", "Deaths fell to 3,190, against 3,430 in 2019, an average decline of 1.4% a year."),
    ("fr", "Le nombre de tués est tombé à 3 190, contre 3 430 en 2019, un recul moyen de 1,4 % par an."),
    ("fr", "Les effectifs sont passés de 12 400 à 11 900 en deux ans, une baisse annuelle de 2 %."),
    (
        "fr",
        "Les effectifs sont passés de 12 400 à 11 900, une baisse de 4 %, dont 300 postes en France, un recul de 6 %.",
    ),
    (
        "en",
        "Wages rose from £12.21 to £12.71 an hour, a rise of 4.1%, and benefits from £90.50 to £92.05 a "
        "week, a rise of 1.7%.",
    ),
    (
        "en",
        "Its workforce went from 12,400 in 2019 to 11,900 in 2022 and 12,100 in 2024, a rise of 1.7% in two years.",
    ),
    (
        "en",
        "Its workforce went from 12,400 in 2019 to 11,900 in 2022 and 12,100 in 2024, a fall of 2.4% in five years.",
    ),
    (
        "fr",
        "Les effectifs sont passés de 12 400 en 2019 à 11 900 en 2022, puis 12 100 en 2024, une hausse de "
        "1,7 % en deux ans.",
    ),
    ("en", "Exports were 412m in 2024, against 398m in 2023 and 371m in 2022, a rise of 11% in two years."),
    (
        "fr",
        "Les exportations ont atteint 412 millions, contre 398 en 2023 et 371 en 2022, une hausse de 11 % en deux ans.",
    ),
    (
        "fr",
        "Les exportations ont atteint 412 millions, après 398 millions en 2023, un bond de 12 % au second semestre.",
    ),
    ("en", "Exports reached 412m, after 398m in 2023, a jump of 12% in the second half."),
    (
        "en",
        "The company made $3.4bn of profit on sales of $41bn, against $38bn a year earlier, an increase of 8%.",
    ),
    ("en", "Sales were $41bn and profit $3.4bn, against $2.9bn a year earlier, a rise of 17%."),
    (
        "en",
        "Of 412 flights, 38 were cancelled, against 21 on Sunday, a rise of 4% in the share of cancelled ones.",
    ),
    ("fr", "Sur 412 vols, 38 ont été annulés, contre 21 dimanche, une part en hausse de 4 points."),
    ("fr", "Le musée a compté 5 300 entrées par jour, contre 4 900 par jour en 2023, soit 8 % de plus."),
    ("fr", "Le musée a compté 5 300 entrées par jour, soit 1,9 million par an, 8 % de plus qu'en 2023."),
    ("en", "The museum had 5,300 visitors a day, 1.9m a year, 8% more than in 2023."),
    ("en", "It burns 412 tonnes a day, against 398 tonnes a day last year, 3.5% more."),
    ("en", "It burns 412 tonnes a day, or 150,000 a year, 3.5% more than in 2023 (398 tonnes a day)."),
    ("fr", "Le plafond passe de 10 000 à 12 000 euros par an, 500 euros de plus par enfant."),
    ("en", "The ceiling goes from £10,000 to £12,000 a year, £500 more per child."),
    ("en", "The ceiling goes from £10,000 to £12,000 a year, 20% more, and for couples to £20,000, 25% more."),
    (
        "fr",
        "Le dividende est porté de 3,01 à 3,22 euros par action, soit 7 % de plus, et le rachat à 2 "
        "milliards par trimestre, 5 % de moins.",
    ),
    ("en", "Output was 1.2m barrels a day in March, 300,000 barrels a day below the quota of 1.5m."),
    ("en", "Output was 1.2m barrels a day in March, 40,000 more than in February, against a quota of 1.5m."),
    ("en", "The chancellor was mistaken. Borrowing was £120bn, against £130bn, a fall of 7.7%."),
    (
        "en",
        "Two firms dominate: one has 41% of the market, against 38% in 2023, a gain of three points; the other, 30%.",
    ),
    ("fr", "Le taux de réussite atteint 91,4 %, contre 90,9 % en 2023, une progression d'un demi-point."),
    (
        "fr",
        "La part des femmes est de 37 %, contre 36 %, une hausse d'un point, à comparer aux 28 % de 2007, "
        "une hausse de 9 points.",
    ),
    (
        "fr",
        "Le niveau du lac, à 3,2 mètres, est inférieur de 40 centimètres à celui de 2023, une baisse de 5 "
        "centimètres en un mois.",
    ),
    ("en", "Unemployment is at 4.4%, up from 4.1%, an increase of 92,000 people."),
    ("fr", "Le taux de chômage est de 7,3 %, contre 7,1 %, soit 62 000 chômeurs de plus."),
    ("en", "The tax rose from 20% to 25%, a rise of a quarter. That is 5 points more."),
    ("en", "He lost by 48% to 52%, a gap of 4 points, against 6 points in 2019."),
    ("en", "It holds 87 of the 400 seats, up from 84, a gain of three."),
    ("en", "Of the 400 seats, the party has 159, against 230 in 2019, a loss of 71."),
    ("fr", "Sur les 400 sièges, le parti en a 159, contre 230 en 2019, soit 71 de moins."),
    ("fr", "Le parti a obtenu 159 sièges sur 400, contre 230 en 2019, soit 71 de moins."),
    ("en", "Some 412 of the 1,240 firms reported losses, against 371 a year earlier, a rise of 11%."),
    ("fr", "Quelque 412 des 1 240 entreprises sont en perte, contre 371 un an plus tôt, soit 11 % de plus."),
    ("fr", "412 entreprises sur 1 240 sont en perte, contre 371 sur 1 190 un an plus tôt, en hausse de 11 %."),
    ("en", "The fund owns 4.2m of the 12m shares, up from 3.9m, 300,000 more."),
    (
        "fr",
        "Le fonds détient 4,2 millions des 12 millions d'actions, contre 3,9 millions, soit 300 000 de plus.",
    ),
    (
        "fr",
        "Sa fortune est de 4,2 milliards, dont 1,2 milliard en actions, contre 3,9 milliards en 2023, soit "
        "7,7 % de plus.",
    ),
    ("en", "Spending was £4.2bn, of which £1.2bn on rail, against £1.1bn a year earlier, a rise of 9%."),
    (
        "fr",
        "Les dépenses sont de 4,2 milliards, dont 1,2 milliard pour le rail, contre 1,1 milliard en 2023, "
        "une hausse de 9 %.",
    ),
    (
        "en",
        "There were 412 fires in 2024 that burned 12,400 hectares, against 9,800 hectares a year earlier, "
        "a rise of 27%.",
    ),
    ("en", "There were 412 fires that burned 12,400 hectares, against 371 a year earlier, a rise of 11%."),
    (
        "fr",
        "Il y a eu 412 incendies, qui ont brûlé 12 400 hectares, contre 371 un an plus tôt, soit 11 % de plus.",
    ),
    (
        "fr",
        "Le magasin vend 412 vélos par mois, à 1 240 euros pièce, contre 371 un an plus tôt, soit 11 % de plus.",
    ),
    ("en", "The shop sells 412 bikes a month, at £1,240 each, against 371 a year ago, 11% more."),
    ("en", "A ticket costs £4.20, and 412,000 were sold, against 371,000 a year ago, 11% more."),
    (
        "fr",
        "En Loire-Atlantique, 412 000 électeurs sur 1,1 million ont voté à midi, contre 371 000 en 2019, "
        "en hausse de 11 %.",
    ),
    (
        "fr",
        "La ville a 12,4 millions d'euros de dette pour 45 000 habitants, contre 13,1 millions en 2020, "
        "une baisse de 5 %.",
    ),
    ("en", "The city owes £12.4m, or £275 per head, against £13.1m in 2020, a fall of 5%."),
    ("en", "The city owes £275 per head, £12.4m in all, against £13.1m in 2020, a fall of 5%."),
    (
        "fr",
        "Le film a attiré 412 000 spectateurs en une semaine dans 620 salles, contre 371 000 pour le "
        "premier volet, soit 11 % de plus.",
    ),
    ("en", "The bank made £412m, or 12p a share, against £371m, or 11p, a rise of 11%."),
    (
        "fr",
        "La banque gagne 412 millions, soit 1,2 euro par action, contre 371 millions, soit 1,1 euro, en "
        "hausse de 11 %.",
    ),
    ("en", "In 2024, 412 people died, 38 of them cyclists, against 371 in 2023, a rise of 11%."),
    ("fr", "En 2024, 412 personnes sont mortes, dont 38 cyclistes, contre 41 en 2023, soit une baisse de 7 %."),
    ("en", "Prices rose 2.6% in the year to November, against 2.7% in October; food was up 1.4%, after 1.9%."),
    (
        "fr",
        "Le nombre de demandeurs d'emploi de moins de 25 ans est de 412 000, contre 371 000 un an plus "
        "tôt, soit une hausse de 11 %.",
    ),
    (
        "fr",
        "412 000 jeunes de 18 à 25 ans étaient inscrits, contre 371 000 un an plus tôt, soit une hausse de 11 %.",
    ),
    ("en", "Some 412,000 people aged 18 to 25 were registered, against 371,000 a year earlier, a rise of 11%."),
    ("en", "Some 412,000 people over 65 were registered, against 371,000 a year earlier, a rise of 11%."),
    ("fr", "Il reste 1 240 vols sur 1 650, après 410 annulations, soit 25 % de moins."),
    (
        "en",
        "Deaths at 412 fell below births, 430, for the first time in 40 years, after 445 in 2023, a fall of 7%.",
    ),
    (
        "fr",
        "Le taux passe à 2,4 %, contre 3 % depuis 2023, soit une baisse de 0,6 point, et 1,7 % en août, "
        "soit 0,7 point de moins.",
    ),
    (
        "fr",
        "Le salaire minimum passe de 16,29 à 17,10 dirhams l'heure, soit 5 % de plus, et à 3 266 dirhams "
        "par mois au lieu de 3 111.",
    ),
    ("en", "It has 412 shops in 14 countries, up from 371 in 12, an increase of 11%."),
    ("fr", "Il a 412 magasins dans 14 pays, contre 371 dans 12 pays, une hausse de 11 %."),
    ("en", "The group has 8,200 staff, 412 of them in Leeds, 371 in 2023; that is 11% more."),
    ("en", "The town had 12,400 people in 1960. It now has 45,200. Its budget, £41m, is up 12% on 2023."),
    ("en", "In 2014 the firm had 7,500 staff. Today there are 8,200. Turnover has doubled."),
    ("en", "A decade ago it sold 41,000 cars. Now it sells 45,200. The price has risen by 30%."),
    (
        "fr",
        "En 2014, l'entreprise comptait 7 500 salariés. Elle en a 8 200 aujourd'hui. Elle en a recruté 1 "
        "900 l'an dernier.",
    ),
    (
        "fr",
        "En 2014, elle comptait 7 500 salariés. Elle en a aujourd'hui 8 200. La hausse, de 9,3 %, est due "
        "à la logistique.",
    ),
    ("fr", "L'an dernier, il y avait 41 000 dossiers. La baisse est de 12 %."),
    ("fr", "L'an dernier, il y avait 41 000 dossiers. C'est 5 000 de moins qu'en 2022."),
    ("en", "Last year there were 41,000 cases. That is 5,000 fewer than in 2022."),
    ("en", "Last year there were 41,000 cases. It is an increase of 14% on the 36,000 of 2022."),
    ("en", "There were 52,000 visits in May. A year earlier there were 41,000. That was down 8% from 2022."),
    (
        "fr",
        "On a compté 52 000 visites en mai. Un an plus tôt, il y en avait 41 000. C'était 8 % de moins qu'en 2022.",
    ),
    ("en", "There were 52,000 visits in May. A year earlier there were 41,000. It was itself a fall of 8%."),
    (
        "fr",
        "On a compté 52 000 visites en mai. Un an plus tôt, il y en avait 41 000. C'était alors un recul de 8 %.",
    ),
    (
        "fr",
        "On a compté 52 000 visites en mai. Un an plus tôt, il y en avait 41 000. Soit une hausse de 26,8 %.",
    ),
    ("en", "Sales were £52m in May. A year earlier they were £41m. In June they fell by 8%."),
    ("en", "Sales were £52m in May. A year earlier they were £41m. They will rise by a further 8% this year."),
    (
        "fr",
        "Les ventes ont été de 52 millions en mai. Un an plus tôt, elles étaient de 41. Elles "
        "progresseraient encore de 8 % en juin.",
    ),
    (
        "fr",
        "Les ventes ont été de 52 millions en mai. Un an plus tôt, elles étaient de 41. Elles avaient "
        "alors augmenté de 8 %.",
    ),
    ("en", "Sales were £52m in May. A year earlier they were £41m. They had risen by 8% then."),
    ("en", "Sales were £52m in May. A year earlier they were £41m. They were expected to rise by 20%."),
    (
        "fr",
        "Les ventes ont été de 52 millions en mai. Un an plus tôt, elles étaient de 41. Elles devaient "
        "progresser de 20 %.",
    ),
    ("en", "Sales were £52m in May. A year earlier they were £41m. Analysts had expected a rise of 20%."),
    (
        "en",
        "Sales were £52m in May. A year earlier they were £41m. They would have risen by 20% without the strike.",
    ),
    ("en", "Revenue was $39.0bn last year, up 16% from $33.7bn in 2023. It will grow by 12% in 2025."),
    ("en", "The index stood at 4,570 in 2020. It has doubled since then. It was 9,140 on Friday."),
    ("en", "The list has doubled since 2020, when it stood at 4.57m. It was 9.1m in May."),
    ("en", "Fares rose 8%, or 20p, to £2.70. Since 2019, when they stood at £2, they have risen by 35%."),
    (
        "fr",
        "Le loyer a augmenté de 3 %, ou 25 euros, à 858 euros. Il avait augmenté de 2 % en 2023, où il "
        "était de 833 euros.",
    ),
    (
        "fr",
        "Le nombre d'agents, de 8 200, a baissé de 300, ou 3,5 %. Il avait doublé entre 2000 et 2010, où "
        "il était de 9 100.",
    ),
    (
        "fr",
        "Avec 8 200 agents, elle en compte 300 de moins qu'en 2019 (8 500). Elle en avait le double en "
        "1990, quand ils étaient 16 400.",
    ),
]


@pytest.mark.parametrize(("lang", "text"), RIGHT)
def test_right_changes_beside_other_levels_are_not_at_odds(lang, text):
    assert at_odds(text, lang, "2025-03-04") == []
