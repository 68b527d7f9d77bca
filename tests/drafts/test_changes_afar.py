"""Changes whose levels stand in other sentences, in another currency, or are told with years: held where bound."""

import pytest
from prose import at_odds

DAY = "2025-03-04"

WRONG = [
    (
        "fr",
        "Le port a traité 1 241 392 conteneurs équivalents vingt pieds (EVP) en 2024, contre 861 741 en "
        "2023, soit une progression de 35,9 %.",
    ),
    (
        "fr",
        "Le port a traité 1 241 392 conteneurs (EVP) en 2024, contre 861 741 en 2023, soit une progression de 35,9 %.",
    ),
    ("fr", "Le port a traité 1 241 392 équivalents vingt pieds, contre 861 741 en 2023, soit 35,9 % de plus."),
    (
        "en",
        "The port handled 1,241,392 twenty-foot equivalent units (TEU) in 2024, against 861,741 in 2023, a "
        "rise of 35.9%.",
    ),
    ("en", "The port handled 1,241,392 containers (TEU) in 2024, up 35.9% from 861,741 in 2023."),
    ("fr", "Le lycée accueille 1 240 élèves. Un an plus tôt, ils étaient 1 180. C'est une hausse de 15 %."),
    (
        "fr",
        "Le lycée accueille 1 240 élèves. L'an dernier, il en comptait 1 180. Il en a donc gagné 60, soit 15 %.",
    ),
    (
        "en",
        "The country had 33.4 million people in 2020. Ten years earlier it had 30.1 million. It grew by "
        "10.9% a year over the decade.",
    ),
    ("en", "The school has 1,240 pupils. A year ago it had 1,180. That is a rise of 15%."),
    ("en", "The school has 1,240 pupils. A year ago there were 1,180. The increase is 15%."),
    ("en", "Profits were £31.2m last year. The year before they were £28.7m. That is up 18.7%."),
    (
        "fr",
        "Le bénéfice s'établit à 15,8 milliards de dollars, soit 14,6 milliards d'euros, 16 % de moins que "
        "les 21,4 milliards de l'exercice précédent.",
    ),
    ("en", "Profit was $15.8bn (€14.6bn), down 16% from $21.4bn a year earlier."),
    (
        "fr",
        "Entre 2019 et 2024, le chiffre d'affaires a progressé de 5 % par an, de 10,2 à 14,8 millions d'euros.",
    ),
    ("en", "From 2019 to 2024, sales grew by 5% a year, from £10.2m to £14.8m."),
    (
        "en",
        "The list is 7,460 names long, 60 fewer than in April (7,520). It has doubled since 2020, when it "
        "stood at 4,570.",
    ),
    ("fr", "Les ventes reculent de 12,9 %, ou 41,3 millions d'euros, à 298,9 millions."),
    ("en", "Sales fell 12.9%, or $41.3m, to $298.9m."),
    ("en", "Output was 7.46m, 210,000 below the record of 7.77m set in 2023."),
    ("fr", "L'usine emploie 1 250 personnes, soit 130 de moins qu'en 2019 (1 420)."),
    ("en", "The plant employs 1,250 people, 130 fewer than the 1,420 of 2019."),
    ("en", "Turnout was 58.6%, down from 66.1% five years ago, a fall of 8.5 points."),
    ("fr", "La participation, de 58,6 %, recule de 8,5 points par rapport à 2019 (66,1 %)."),
    ("en", "The price rises from $15.49 to $17.99 a month, $3.50 more."),
    ("fr", "Le tarif passe de 15,49 à 17,99 euros par mois, soit 3,50 euros de plus."),
    ("en", "The journey takes 49 minutes instead of 81, a saving of 42."),
]

RIGHT = [
    (
        "fr",
        "Le musée a reçu 412 000 visiteurs en 2024. Un an plus tôt, ils étaient 385 000. Le prix du "
        "billet, lui, a augmenté de 12 %.",
    ),
    (
        "fr",
        "Le musée a reçu 412 000 visiteurs en 2024. Un an plus tôt, ils étaient 385 000. La hausse a "
        "atteint 12 % chez les moins de 18 ans.",
    ),
    (
        "fr",
        "Le musée a reçu 412 000 visiteurs en 2024. Un an plus tôt, ils étaient 385 000. La hausse des "
        "tarifs, de 12 %, n'a donc dissuadé personne.",
    ),
    (
        "fr",
        "Le musée a reçu 412 000 visiteurs en 2024. Un an plus tôt, ils étaient 385 000. Les recettes ont "
        "donc bondi de 15 %.",
    ),
    (
        "fr",
        "Le groupe emploie 8 200 personnes. En 2019, il en employait 7 500. Il a depuis gagné 300 postes en Espagne.",
    ),
    (
        "fr",
        "Le chômage touche 312 000 personnes. Il y a un an, elles étaient 298 000. Le taux a donc "
        "progressé de 0,4 point.",
    ),
    (
        "fr",
        "La ville compte 45 200 habitants. Dix ans plus tôt, elle en comptait 41 000. C'est un rythme de 1 % par an.",
    ),
    (
        "fr",
        "La ville compte 45 200 habitants. Dix ans plus tôt, elle en comptait 41 000. Elle a donc gagné 4 "
        "200 habitants, soit une hausse de 10,2 %.",
    ),
    (
        "fr",
        "Les ventes ont atteint 45,2 millions d'euros. Un an plus tôt, elles étaient de 41 millions. La "
        "hausse est de 8 % à périmètre constant.",
    ),
    (
        "fr",
        "Les ventes ont atteint 45,2 millions d'euros au troisième trimestre. Un an plus tôt, elles "
        "étaient de 41 millions. Elles progressent de 3 % par rapport au trimestre précédent.",
    ),
    (
        "fr",
        "Les ventes ont atteint 45,2 millions d'euros. Un an plus tôt, elles étaient de 41 millions. Elles "
        "ont augmenté de 3 % en France.",
    ),
    (
        "en",
        "The museum drew 412,000 visitors in 2024. A year earlier it had 385,000. Ticket prices rose by 12%.",
    ),
    (
        "en",
        "The museum drew 412,000 visitors in 2024. A year earlier it had 385,000. Revenue has thus risen by 15%.",
    ),
    (
        "en",
        "The museum drew 412,000 visitors in 2024. A year earlier it had 385,000. It has raised its prices "
        "by 12% since.",
    ),
    (
        "en",
        "The museum drew 412,000 visitors in 2024. A year earlier it had 385,000. It also lost 30 staff, "
        "or 12% of the payroll.",
    ),
    (
        "en",
        "Sales were £45.2m in the third quarter. A year earlier they were £41m. They rose by 3% in Britain "
        "and by 14% abroad.",
    ),
    (
        "en",
        "Sales were £45.2m in the third quarter. A year earlier they were £41m. So growth of 3% in the "
        "fourth would be a disappointment.",
    ),
    (
        "en",
        "Sales were £45.2m in the third quarter. A year earlier they were £41m. The increase in costs was 4%.",
    ),
    (
        "en",
        "The city has 45,200 people. Ten years earlier it had 41,000. It has been growing by about 1% a year.",
    ),
    ("en", "The city has 45,200 people. Ten years earlier it had 41,000. It grew by 2% last year."),
    ("en", "The firm has 45,200 employees. In 2019 it had 41,000. It therefore expects to add 2,000 more."),
    ("en", "The firm has 45,200 employees. In 2019 there were 41,000. The rise is 10.2%."),
    ("en", "Output was 45,200 tonnes. In 2019 it was 41,000. The fall in prices, of 8%, did the rest."),
    (
        "fr",
        "La production a été de 45 200 tonnes. En 2019, elle était de 41 000. La baisse des prix, de 8 %, "
        "a fait le reste.",
    ),
    (
        "fr",
        "La liste compte 7 460 noms, soit 60 de moins qu'en avril (7 520). Elle a doublé depuis 2020, où "
        "elle était à 3 700.",
    ),
    (
        "fr",
        "Le port a traité 7 460 conteneurs, soit 60 de moins qu'en avril (7 520). Le trafic de passagers a "
        "doublé depuis 2020, où il était de 4 570.",
    ),
    (
        "en",
        "The list stood at 7.46m in May, 20,000 fewer than the 7.48m of April. It has grown by 63% since "
        "2020, when it stood at 4.57m.",
    ),
    (
        "en",
        "The list stood at 7.46m in May, 20,000 fewer than the 7.48m of April. The number of operations "
        "has doubled since 2020, when it stood at 4.57m.",
    ),
    (
        "en",
        "There were 7.46m patients in May, 20,000 fewer than the 7.48m of April. The cost has doubled "
        "since 2020, when it stood at £4.57m.",
    ),
    (
        "fr",
        "Le bénéfice s'établit à 15,8 milliards de dollars, soit 14,6 milliards d'euros, en baisse de 26 % "
        "par rapport aux 21,4 milliards de 2023.",
    ),
    (
        "fr",
        "Le bénéfice s'établit à 15,8 milliards de dollars (14,6 milliards d'euros), contre 21,4 milliards "
        "un an plus tôt, soit une baisse de 26 %.",
    ),
    (
        "fr",
        "Le bénéfice s'établit à 14,6 milliards d'euros (15,8 milliards de dollars), contre 19,8 milliards "
        "un an plus tôt, soit une baisse de 26 %.",
    ),
    ("en", "Profit was $15.8bn (€14.6bn), down 26% from 21.4bn a year earlier."),
    ("en", "Profit was $15.8bn, or €14.6bn, against $21.4bn a year earlier, a fall of 26%."),
    ("en", "Profit was €14.6bn ($15.8bn), against $21.4bn a year earlier, a fall of 26%."),
    (
        "fr",
        "La population est passée de 33,8 millions en 2014 à 36,8 millions en 2024, soit une croissance "
        "annuelle de 0,85 %.",
    ),
    (
        "fr",
        "La population est passée de 33,8 millions en 2014 à 36,8 millions en 2024, soit une croissance "
        "annuelle moyenne de 0,85 %.",
    ),
    ("en", "The population rose from 33.8m in 2014 to 36.8m in 2024, an annual growth of 0.85%."),
    ("en", "The population rose from 33.8m in 2014 to 36.8m in 2024, an average annual increase of 0.85%."),
    ("en", "The population rose from 33.8m in 2014 to 36.8m in 2024, an average increase of 300,000 a year."),
    ("fr", "Entre 2019 et 2024, le chiffre d'affaires a progressé de 5 % par an, de 10 à 12,8 millions."),
    (
        "fr",
        "Depuis 2019, le chiffre d'affaires progresse de 5 % par an ; il est passé de 12,2 à 12,8 millions en 2024.",
    ),
    ("en", "Over five years sales have grown by 5% a year; they rose from 12.2m to 12.8m in 2024."),
    (
        "fr",
        "En cinq ans, le chiffre d'affaires a progressé de 5 % par an. Il est passé de 12,2 à 12,8 "
        "millions l'an dernier.",
    ),
    ("fr", "Les ventes reculent de 12,9 %, ou 41,3 millions d'euros, à 278,9 millions."),
    ("fr", "Ils n'étaient que 320 000 en 2023 : la hausse est de 12,9 %, ou 41 300 personnes."),
    ("en", "Sales fell 12.9%, or $41.3m, to $278.9m."),
    ("en", "The index fell 1.2%, or 512 points, to 42,180."),
    ("en", "The pound fell 0.5%, or 0.6 cents, to $1.24."),
    ("en", "About 12%, or 41,000, of the 340,000 claims rose in value by 3%, or £120 on average."),
    ("en", "Prices rose by 3%, or $2 a barrel, to $71."),
    ("fr", "Le titre gagne 3 %, ou 2 euros, à 68,7 euros."),
    ("en", "Output was 7.46m, 310,000 below the record of 7.77m set in 2023."),
    ("en", "Traffic was 1,240 vehicles a day, 300 below the average of the region, 1,610."),
    ("fr", "Le trafic est de 7,46 millions, inférieur de 310 000 au record de 7,77 millions."),
    ("fr", "Le groupe a vendu 2 434 voitures, contre 2 483 ; le repli, de 2 %, s'explique par la grève."),
    (
        "fr",
        "Le groupe a vendu 2 434 voitures, contre 2 483 ; le recul, de 5 % en Europe, s'explique par la grève.",
    ),
    ("fr", "Le groupe a vendu 2 434 voitures, contre 2 483 ; la hausse des prix, de 5 %, n'a pas compensé."),
    ("fr", "En 2019, l'écart n'était que de 0,93 point : 23,34 % contre 22,41 %."),
    ("fr", "L'écart s'est réduit de 2 points : 23 % contre 22 %, au lieu de 25 % contre 22 %."),
    ("en", "The gap narrowed by 2 points: 23% against 22%, when it had been 25% against 22%."),
    (
        "fr",
        "Le terminal a vu passer 1 240 000 conteneurs équivalents vingt pieds en 2024, contre 1 180 000 en "
        "2023, soit 5,1 % de plus.",
    ),
    (
        "en",
        "The port handled 1.24m twenty-foot equivalent units in 2024, against 1.18m in 2023, a rise of 5.1%.",
    ),
    ("fr", "Le tunnel de quatre kilomètres a coûté 300 millions de plus que prévu, à 1,3 milliard."),
    ("en", "The main rate was raised by 6.7%, from £11.44. Rents rose by 4%."),
    ("fr", "Le tarif est relevé de 6,7 %, contre 11,44 euros auparavant."),
    ("fr", "La dette a diminué de 13,8 milliards, après 28,67 milliards en 2023."),
    (
        "fr",
        "Le chiffre d'affaires, à 3 milliards d'euros, progresse de 4 % ; le bénéfice, à 312 millions "
        "contre 287, bondit de 8,7 %.",
    ),
    ("fr", "Il n'a pas doublé, passant de 12 à 18 millions."),
    ("en", "Far from doubling, it went from 12m to 18m."),
    (
        "fr",
        "Le prix moyen a baissé de 3 %, à 2 134 euros le mètre carré, contre 2 350 euros dans l'agglomération.",
    ),
    (
        "en",
        "Inflation eased to 2.6% in November from 2.7% in October; core prices rose 3.1% from a year before.",
    ),
    ("fr", "Le taux d'emploi est de 68,8 %, contre 68,4 % fin 2022 ; celui des jeunes recule de 0,7 point."),
    ("en", "It sold 1.2m cars, against 1.1m in 2023; electric ones were up 42%."),
    ("fr", "Les dépenses passeront de 12 à 15 milliards, dont 2 milliards de plus pour l'école."),
    ("fr", "Le déficit se creuse de 3 milliards, à 18 milliards, contre 14 prévus."),
    (
        "en",
        "Some 3,400 people died on the roads, 2% more than in 2023, and 240 in the overseas territories, 8 more.",
    ),
]


@pytest.mark.parametrize(("lang", "text"), WRONG)
def test_a_change_that_its_levels_do_not_yield_is_found(lang, text):
    assert len(at_odds(text, lang, DAY)) == 1


@pytest.mark.parametrize(("lang", "text"), RIGHT)
def test_what_is_right_or_of_another_thing_is_not_at_odds(lang, text):
    assert at_odds(text, lang, DAY) == []
