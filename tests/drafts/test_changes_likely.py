"""Changes whose levels no grammar binds: taken up where they hold."""

import pytest
from prose import at_odds, changes

# (language, text with a blank for the change, the right change, a wrong one, what is found with the right one)
OPEN = [
    (
        "fr",
        "Ils étaient 24 000 à défiler mardi. La police en avait compté 18 000 en juin : c'est {} de plus.",
        "un tiers",
        "un quart",
        ("growth", ["18 000", "24 000", "un tiers"]),
    ),
    (
        "fr",
        "Le kilowattheure sera vendu 38 francs, contre 61 francs pour celui des groupes au diesel : c'est {} de moins.",
        "38 %",
        "28 %",
        ("growth", ["61 francs", "38 francs", "38 %"]),
    ),
    (
        "fr",
        "La marge est de 7,7 % des ventes. Elle gagne ainsi {} en un an : elle n'était que de 6,4 % en 2023.",
        "1,3 point",
        "2,3 points",
        ("points", ["6,4 %", "7,7 %", "1,3 point"]),
    ),
    (
        "fr",
        "Les crédits à vingt ans sont redescendus de 4,11 % à 3,42 % entre janvier et décembre, soit {} de moins.",
        "0,69 point",
        "0,96 point",
        ("points", ["4,11 %", "3,42 %", "0,69 point"]),
    ),
    (
        "fr",
        "Les appartements valent 3 180 euros le mètre et ont perdu {} ; il fallait débourser 3 333 euros fin 2023.",
        "4,6 %",
        "6,4 %",
        ("growth", ["3 333 euros", "3 180 euros", "4,6 %"]),
    ),
    (
        "fr",
        "Les jours de gel ont été {} moins nombreux : 21, contre 43 en moyenne sur trente ans.",
        "deux fois",
        "trois fois",
        ("multiple", ["43", "21", "deux fois"]),
    ),
    (
        "en",
        "Solar farms, which gave 6.1 TWh in 2020, have {} their output to 18.4 TWh.",
        "trebled",
        "doubled",
        ("multiple", ["18.4 TWh", "6.1 TWh", "trebled"]),
    ),
    (
        "en",
        "Hourly earnings were $31.46. A year ago they stood at $30.25, so that pay has gone up {} in 12 months.",
        "4.0%",
        "3.1%",
        ("growth", ["$30.25", "$31.46", "4.0%"]),
    ),
    (
        "en",
        "The port shipped 52,300 tonnes in 2024.\n\nIt was a dry year.\n\nIt wants 60,000 tonnes by 2027, or {} more.",
        "7,700 tonnes",
        "8,700 tonnes",
        ("difference", ["60,000 tonnes", "52,300 tonnes", "7,700 tonnes"]),
    ),
    (
        "en",
        "Solar capacity was 15.8 GW at the end of 2024 and is to grow by {} a year, to 31 GW in 2030.",
        "12%",
        "15%",
        ("cagr", ["15.8 GW", "31 GW", "12%"]),
    ),
]


@pytest.mark.parametrize(("lang", "text", "right", "wrong", "found"), OPEN, ids=[row[1] for row in OPEN])
def test_a_change_of_levels_near_it_is_taken_up_where_it_holds(lang, text, right, wrong, found):
    assert (found[0], "consistent", found[1]) in changes(text.format(right), lang)


@pytest.mark.parametrize(("lang", "text", "right", "wrong", "found"), OPEN, ids=[row[1] for row in OPEN])
def test_and_never_said_to_hold_where_it_does_not(lang, text, right, wrong, found):
    assert {verdict for _, verdict, _ in changes(text.format(wrong), lang)} <= {"inconsistent"}


# (language, text, what is found): of two levels that may be meant, the one of which the change is true
PARTS = [
    (
        "fr",
        "La région compte 9 275 038 habitants, dont 6 173 930 en ville et 3 101 108 en milieu rural, contre 7 313 806 "
        "un an plus tôt (+26,8 %).",
        [("growth", "consistent", ["7 313 806", "9 275 038 habitants", "+26,8 %"])],
    ),
    (
        "fr",
        "Le groupe compte 312 magasins, dont 45 en Italie, contre 41 un an plus tôt (+9,8 %).",
        [("growth", "consistent", ["41", "45", "+9,8 %"])],
    ),
    ("fr", "Le groupe compte 312 magasins, dont 45 en Italie, contre 41 un an plus tôt (+4 %).", []),
    (
        "en",
        "The group runs 312 shops, of which 45 in Italy, against 287 a year earlier (+8.7%).",
        [("growth", "consistent", ["287", "312 shops", "+8.7%"])],
    ),
    ("en", "The group runs 312 shops, including 45 in Italy, against 271 a year earlier (+8.7%).", []),
]


@pytest.mark.parametrize(("lang", "text", "found"), PARTS, ids=[text for _, text, _ in PARTS])
def test_beside_a_part_the_level_may_be_that_of_the_whole(lang, text, found):
    assert changes(text, lang) == found


# (language, text): right copy in which changes stand beside levels that are none of theirs
RIGHT = [
    ("fr", "Malgré une hausse de 5 % du chiffre d'affaires, le bénéfice recule à 287 millions, contre 312 millions."),
    ("fr", "Malgré une hausse de 5 %, les charges atteignent 312 millions, contre 287 millions."),
    ("fr", "Le taux atteint 7,3 % en mars, en baisse de 0,2 point, contre 8,1 % en décembre."),
    ("fr", "Le taux atteint 7,3 % en mars, contre 8,1 % en février, en hausse de 0,2 point sur un an."),
    ("fr", "La part des femmes gagne 2 points, à 36 % ; il est de 34 % chez les cadres et de 31 % en 2030."),
    ("fr", "Le taux perd 0,4 point, à 6,4 % ; il devrait atteindre 6,9 % en 2026."),
    ("fr", "Le budget est de 14,2 milliards, dont 5,1 pour l'école. C'est 9,2 % de plus qu'en 2023 (13,0 milliards)."),
    (
        "fr",
        "Le stade a reçu 312 000 personnes, soit 6 250 par match. C'est 9 % de plus que la saison passée (287 000).",
    ),
    ("fr", "La taxe est à 20 %, au-dessus de celle d'Oran, et le nombre de foyers a crû de 3 %, à 12 400."),
    ("fr", "Le prix dépasse de 10 % celui du marché, à 312 euros, et le bail court sur 9 ans."),
    ("fr", "De 12 millions en 2014, la dotation est tombée à 9 millions, et les effectifs ont reculé de 5 %."),
    ("fr", "Un parc de 500 véhicules passe à 550, dont 5 % électriques de plus qu'en 2020."),
    ("fr", "La ville a gagné 5 % d'habitants en dix ans, alors que le canton en gagnait 1 % par an."),
    ("fr", "Les loyers ont augmenté de 20 % en cinq ans et les salaires de 2 % par an."),
    ("fr", "Les prix ont augmenté de 50 % en dix ans, soit 5 % par an en moyenne."),
    ("fr", "La population a plus que doublé depuis 1990, de 330 000 à 870 000 habitants."),
    ("fr", "Elle a 870 000 habitants. C'est plus du double des 330 000 de 1990."),
    ("fr", "L'inflation était de 2,3 % en février. Les salaires ont gagné 3 points d'indice, à 104."),
    ("en", "Despite a 5% rise, costs reached $312m, against $287m."),
    ("en", "With sales up 5%, the firm lifted profit from $10m to $12m."),
    ("en", "The index gained 0.5% to 7,512 from a low of 7,100 in March."),
    ("en", "The rate fell 0.2 points to 7.3% in June, against 8.1% in December."),
    ("en", "The rally drew 1,200 people, up from 900, and fuel rose 5% to $4.10."),
    ("en", "Of its 312 shops, 45 are in Italy, up from 41, a rise of 4% in floor space."),
    ("en", "Sales were $312m in Italy, of which $45m online, up 5% from $297m."),
    ("en", "Prices have risen 50% in ten years, or 5% a year on average."),
    ("en", "Rents rose 20% over five years and wages rose 2% a year."),
    ("en", "The city has 870,000 people. That was more than double the 330,000 of 1990."),
    ("en", "The club sold 312 shirts on Monday, up 5%, and 287 scarves on Tuesday."),
    ("en", "It added 300 jobs in June, and pay rose 4% to $31.46 from $30.25; in May it had added 250."),
    (
        "fr",
        "Le groupe a enregistré 312 millions d'euros de ventes, dont 45 millions à l'export, en hausse de 12 "
        "% sur un an.",
    ),
    (
        "fr",
        "La production d'orge s'élève à 3,2 millions de quintaux, contre 2,4 pour le blé dur, en progression de 5 %.",
    ),
    (
        "fr",
        "Le prix du gazole est de 1,62 euro, celui de l'essence de 1,78 euro, soit 10 centimes de plus qu'en "
        "janvier (1,68).",
    ),
    ("fr", "Le nombre de chômeurs a reculé de 12 000 en mars, à 312 000, après une hausse de 8 000 en février."),
    ("fr", "Le nombre de chômeurs a reculé de 12 000 sur un mois, à 312 000 ; il était de 330 000 un an plus tôt."),
    ("fr", "Le déficit se creuse de 2 milliards, à 12,5 milliards, soit 4,5 % du PIB, contre 4,1 % en 2023."),
    (
        "fr",
        "En 2024, 312 000 logements ont été mis en chantier, 5 % de moins que la moyenne des dix dernières "
        "années (330 000).",
    ),
    (
        "fr",
        "Les ventes de voitures ont reculé de 6 % en juin, à 18 400 unités, portant le total du semestre à "
        "98 000, contre 101 000 un an plus tôt.",
    ),
    (
        "fr",
        "Le chiffre d'affaires du premier semestre progresse de 6 %, à 312 millions, celui du deuxième "
        "trimestre atteint 160 millions, contre 158 millions.",
    ),
    ("fr", "Les recettes ont crû de 6 % à 312 millions et les dépenses de 8 % à 287 millions, contre 266 millions."),
    ("fr", "Le solde s'améliore de 3 points, à −12, contre −18 il y a un an."),
    ("fr", "L'indice perd 0,4 %, à 7 312 points, contre 7 450 au début de l'année."),
    (
        "fr",
        "Le bénéfice a doublé au deuxième trimestre, à 12 millions ; sur six mois, il atteint 20 millions, "
        "contre 16 millions.",
    ),
    ("fr", "La dette passe de 110 % à 112 % du PIB, en hausse de 60 milliards."),
    ("fr", "Le loyer moyen est de 13,80 euros le mètre carré, en hausse de 2,9 %, contre 15,20 euros à Lyon."),
    ("fr", "Un salarié sur cinq télétravaille, soit deux fois plus qu'en 2019, contre un sur trois en Allemagne."),
    ("fr", "Avec 12 médailles, la délégation fait mieux qu'en 2021 (10), et progresse de deux places."),
    (
        "fr",
        "Le salaire minimum a été relevé de 5 % au 1er janvier, à 3 276 couronnes, puis de 2 % en juillet, à "
        "3 342 couronnes.",
    ),
    ("fr", "Le taux directeur a été abaissé d'un quart de point, à 2,25 %, contre 3 % un an plus tôt."),
    (
        "fr",
        "Le chômage des jeunes recule de 0,5 point sur le trimestre, à 19,1 %, contre 20,6 % au premier "
        "trimestre 2023.",
    ),
    (
        "fr",
        "En hausse de 3 % par rapport à 2022, le budget s'établit à 94,8 millions, contre 93,1 millions l'an dernier.",
    ),
    (
        "fr",
        "Les exportations ont atteint 26,2 milliards de dirhams, en hausse de 4 % hors effet de change, "
        "contre 26,17 milliards en 2023.",
    ),
    (
        "fr",
        "Les créations d'entreprises augmentent de 3 % en mars, après +5 % en février, à 88 200, contre 82 "
        "000 en moyenne en 2023.",
    ),
    ("fr", "La population a augmenté de 12 % depuis 2010, à 412 600 habitants, contre 398 000 en 2020."),
    ("fr", "Le marché, de 26 milliards aujourd'hui, doublera d'ici à 2030 pour atteindre 40 milliards en Europe."),
    ("fr", "Les effectifs passent de 240 à 260, dont 12 % de femmes en plus."),
    ("fr", "Le titre gagne 3 % à 45 euros, mais reste 20 % au-dessous de son plus haut de 60 euros."),
    ("fr", "Sur 312 dossiers, 45 ont été rejetés, soit 12 % de plus qu'en 2023, où l'on en avait compté 280."),
    ("fr", "La facture moyenne grimpe de 15 %, de 1 200 à 1 380 euros pour un ménage et de 8 % pour une entreprise."),
    ("fr", "Il a obtenu 52 % des voix, 4 points de mieux qu'au premier tour, contre 45 % à son rival."),
    (
        "fr",
        "Le nombre d'abonnés a bondi de 20 % en un an et de 3 % depuis mars, à 7,26 millions, contre 7,05 "
        "millions fin mars.",
    ),
    ("fr", "La tonne de blé vaut 231 euros, 4 % de moins que lundi, contre 198 euros il y a un an."),
    ("fr", "Elle a perdu 12 kilos en trois mois, passant de 85 à 73 kilos, et 5 % de masse grasse."),
    (
        "fr",
        "La collecte de sang a chuté de 10 % en août, alors que 10 000 dons par jour sont nécessaires, "
        "contre 9 200 recueillis.",
    ),
    ("fr", "Les retraités sont 312 000, soit 2 % de plus qu'en 2023, et les actifs 812 000, contre 809 000."),
    (
        "fr",
        "La Bourse de Paris a terminé en hausse de 0,8 %, à 7 512 points, après avoir perdu 1,2 % la veille "
        "à 7 452 points.",
    ),
    ("en", "The company sold 312,000 cars, including 45,000 electric ones, up 12% on the year."),
    ("en", "Wheat output reached 3.2 million tonnes, against 2.4 million for barley, up 5%."),
    ("en", "Unemployment fell by 12,000 in March to 312,000, after rising by 8,000 in February."),
    ("en", "Unemployment fell by 12,000 on the month to 312,000; it was 330,000 a year earlier."),
    ("en", "Sales fell 6% in June to 18,400, taking the half-year total to 98,000, down from 101,000."),
    ("en", "Revenue rose 6% to $312m and costs rose 8% to $287m, from $266m."),
    ("en", "Revenue in the first half rose 6% to $312m, while second-quarter revenue was $160m against $158m."),
    ("en", "The index fell 0.4% to 7,312, from 7,450 at the start of the year."),
    ("en", "Profit doubled in the second quarter to $12m; over six months it came to $20m, from $16m."),
    ("en", "Debt rose from 110% to 112% of GDP, up $60bn."),
    ("en", "The average rent is $1,380, up 2.9%, compared with $1,520 in Lyon."),
    ("en", "The minimum wage rose 5% in January to $12.60, and 2% in July to $12.85."),
    ("en", "The bank cut its rate by a quarter point to 2.25%, from 3% a year ago."),
    ("en", "Shares rose 3% to $45, but are still 20% below their peak of $60."),
    ("en", "Of 312 claims, 45 were rejected, 12% more than in 2023, when there were 280."),
    ("en", "He won 52% of the vote, four points more than in the first round, against 45% for his rival."),
    ("en", "Subscribers jumped 20% in a year and 3% since March to 7.26m, from 7.05m at the end of March."),
    ("en", "Wheat is at $231 a tonne, 4% less than on Monday, compared with $198 a year ago."),
    ("en", "Blood donations fell 10% in August, when 10,000 a day were needed and 9,200 given."),
    ("en", "The London market closed up 0.8% at 7,512, after losing 1.2% on Thursday to 7,452."),
    ("en", "Oil rose 2% to $82 a barrel, having fallen from $95 in September."),
    ("en", "House prices fell 3% last month, from an average of $412,000 in May to $398,000."),
    ("en", "Deaths rose to 161 in 2024, up 61% from 2019, but fell from 175 in 2023."),
    ("en", "The fund's assets grew 12% a year, from $10m in 2014 to $31m in 2024."),
    ("en", "Inflation eased to 3.2% from 3.4%, with food prices up 5%."),
    ("en", "The party won 214 seats, 12 more than in 2019, and 36% of the vote, up from 33%."),
    ("en", "The museum drew 1.2m visitors, 5% more than the 1.3m it had hoped for in 2019, director Ann Lee said."),
    ("en", "Tuition will increase 4% to $12,480, or $480 more than this year."),
    ("en", "About 312 people work there, twice as many as in 2015, and 45 are apprentices, up from 20."),
    ("en", "The town has grown by a third since 2001, to 41,200 people, from 39,800 in 2021."),
    ("en", "Of the $312m, 45% went to schools, up from $287m."),
]


@pytest.mark.parametrize(("lang", "text"), RIGHT, ids=[text for _, text in RIGHT])
def test_right_copy_is_not_at_odds(lang, text):
    assert at_odds(text, lang) == []
