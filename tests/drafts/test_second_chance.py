"""Mistakes told at some distance: weekdays, terms, samples, enumerations, repeats, ranges, directions."""

import pytest
from prose import at_odds, findings

DAY = "2025-03-04"

# (language, text with a place for the figure, kind, what holds, what does not)
TOLD = [
    # weekdays beside a date
    ("en", "They voted on 23 June 2016, a {}.", "weekday", "Thursday", "Tuesday"),
    ("en", "The pool reopens on {} (10 March).", "weekday", "Monday", "Friday"),
    ("en", "They met on {} the 4th of March 2025.", "weekday", "Tuesday", "Monday"),
    ("en", "He resigned on 7 March 2025. That {} was cold.", "weekday", "Friday", "Monday"),
    ("en", "* {} 10 March: talks", "weekday", "Mon", "Thu"),
    ("fr", "La foire ouvre le 10 mars (un {}).", "weekday", "lundi", "jeudi"),
    ("fr", "La foire ouvrira un {}, le 10 mars 2025.", "weekday", "lundi", "jeudi"),
    ("fr", "Le mur céda le 7 mars 2025. C'était un {}.", "weekday", "vendredi", "lundi"),
    # durations between two years
    ("en", "The mine closed in 2011, {} years after it was opened in 1987.", "duration", "24", "14"),
    ("en", "The pact was signed in 1980. It took effect, {} years later, in spring 1992.", "duration", "12", "22"),
    ("en", "She ruled from 1990 until she lost in 2004 – {} years that are not forgotten.", "duration", "14", "24"),
    ("en", "The club, set up in 1925, celebrates its {}th birthday this year.", "duration", "100", "120"),
    ("en", "Elected for a {}-year term in May 2022, he must leave office in 2027.", "duration", "five", "three"),
    ("fr", "De 1950 à 1972, {} ans de travaux ont été nécessaires.", "duration", "vingt-deux", "trente-deux"),
    ("fr", "Créé en 1980, le festival fêtait ses {} ans en 2020.", "duration", "40", "50"),
    ("fr", "Dix-huit ans après le titre de {}, le club était en finale, en 2006.", "duration", "1988", "1998"),
    ("fr", "Fondée en 1955, la maison fête son {}e anniversaire cette année.", "duration", "70", "60"),
    # small samples
    ("en", "The panel asked 12 bakers; {} per cent would stay open.", "grim", "42", "37"),
    ("en", "Police tested 11 drivers ({} per cent failed).", "grim", "36", "31"),
    ("en", "Five islands are left. On {} per cent of them nobody lives.", "grim", "60", "72"),
    ("fr", "Les 18 médecins ont répondu, {} % se disant épuisés.", "grim", "50", "53"),
    ("fr", "La commission compte 14 membres, dont {} % de femmes.", "grim", "29", "31"),
    # enumerations further off
    ("fr", "{} cantons s'y opposent, soit Vaud, Jura et Berne.", "count", "Trois", "Quatre"),
    ("fr", "Diop, Sarr et Fall, les {} dirigeants du club, sont absents.", "count", "trois", "quatre"),
    ("fr", "Les {} artistes invités, Anna, Bruno et Carla, ont joué.", "count", "trois", "quatre"),
    ("en", "{} ministers lost their seats: Ann Lee, Bob Ray and Tim Cox.", "count", "Three", "Two"),
    # what a demonstrative comes back to
    ("en", "The bridge cost $2.4bn. Of those {}, half came in loans.", "agreement", "$2.4bn", None),
    ("en", "The bridge cost $2.4bn. Of those {}, half came in loans.", "slip", None, "$2.4m"),
    ("fr", "L'État verse 4,5 millions de dirhams ; ces {} iront au port.", "agreement", "4,5 millions", "5,4 millions"),
    ("fr", "On a contrôlé 136 camions. Sur ces {} camions, dix étaient vides.", "agreement", "136", "163"),
    # averages and benchmarks
    ("en", "Classes vary from 18 to 24 pupils, with an average of {}.", "range", "21", "26"),
    ("fr", "Comptez entre 22 et 28 euros, pour un prix moyen de {}.", "range", "25", "31"),
    ("fr", "Le loyer, 24,6 francs, reste sous la moyenne de {} francs.", "range", "26", "23"),
    # which way it went
    ("en", "Wheat stood at {} shillings a bag, up from 301 shillings in March.", "range", "320", "286"),
    ("en", "Bookings reached 4.1 million, surpassing the {} million of 2019.", "range", "3.9", "4.6"),
    ("en", "Sales rose to £4.1m from £{}m a year earlier.", "range", "3.9", "4.6"),
    ("fr", "Le prix a baissé à 41 euros, contre {} euros un an plus tôt.", "range", "44", "38"),
]  # fmt: skip


@pytest.mark.parametrize(("lang", "text", "kind", "right", "wrong"), TOLD)
def test_what_words_tell_further_off_is_judged(lang, text, kind, right, wrong):
    if right is not None:
        found = findings(text.format(right), lang, DAY)
        assert (kind, "consistent") in [each[:2] for each in found]
        assert all(verdict == "consistent" for _, verdict, _ in found)
    if wrong is not None:
        assert (kind, "inconsistent") in at_odds(text.format(wrong), lang, DAY)


def test_a_weekday_without_a_year_may_be_of_the_next_one():
    assert at_odds("La réunion aura lieu mardi 6 janvier.", "fr", "2025-12-20") == []
    assert at_odds("La réunion aura lieu lundi 6 janvier.", "fr", "2025-01-03") == []


# (title, body, whether the two differ)
TITLES = [
    ("Nine die in mill blaze", "Seven workers lost their lives when fire broke out.", True),
    ("Nine die in mill blaze", "Nine workers lost their lives when fire broke out.", False),
    ("Four die in crash", "Two women and two men died on the spot.", False),
    ("Ten held after riot", "Police arrested eight more people on Tuesday.", False),
    ("Woman, 81, rescued", "The 61-year-old had been out with her dog.", True),
    ("Woman, 81, rescued", "Her 61-year-old son raised the alarm.", False),
    ("Airline to hire 1,200", "The carrier will take on 2,100 people, it said.", True),
    ("Airline to hire 1,200", "The carrier employs 34,000 people.", False),
    ("Minister: \"No plan for 1,200 visas\"", "She will issue 2,100 visas.", False),
]  # fmt: skip


@pytest.mark.parametrize(("title", "body", "differ"), TITLES)
@pytest.mark.parametrize("mark", ["# ", ""])
def test_a_title_is_held_against_the_sentences_under_it(title, body, differ, mark):
    expected = [("agreement", "inconsistent")] if differ else []
    assert at_odds(f"{mark}{title}\n\n{body}\n", "en", DAY, "markdown") == expected


TABLES = [
    ("| Exam | Day | Date |\n|---|---|---|\n| Maths | {} | 12 May 2025 |\n", "en", "Monday", "Friday"),
    ("| King | From | To | Years |\n|---|---|---|---|\n| George V | 1910 | 1936 | {} |\n", "en", "26", "36"),
    ("| Market | Low | High | Average |\n|---|---|---|---|\n| Eldoret | 31 | 36 | {} |\n", "en", "33", "39"),
    ("| Village | Sample | Unsafe |\n|---|---|---|\n| Moyo | 14 | {}% |\n", "en", "71", "67"),
]


@pytest.mark.parametrize(("table", "lang", "right", "wrong"), TABLES)
def test_the_cells_of_a_row_are_held_against_each_other(table, lang, right, wrong):
    assert at_odds(table.format(right), lang, DAY, "markdown") == []
    assert [verdict for _, verdict in at_odds(table.format(wrong), lang, DAY, "markdown")] == ["inconsistent"]


SILENT = [
    ("en", "Unemployment is 4.4%, the lowest for three years; in 2022 it stood at 4.9%."),
    ("fr", "Le chômage, à 7,1 %, est au plus bas depuis trois ans ; en 2022, il était de 7,5 %."),
    ("en", "The mill, built in 1906, closed in 2006, twelve years after it was sold."),
    ("en", "Five years after the crash of 2008, which cost billions, it had not recovered; it was sold in 2016."),
    ("en", "Ten years after its founding in 1998, the firm employed 300 people, against 40 in 1999."),
    ("en", "The deal, signed in 2019, runs for ten years but was ended in 2024."),
    ("en", "The contract runs from 2020 to 2030, renewable after five years."),
    ("en", "The club, promoted in 1990, celebrates its 150th anniversary this year."),
    ("en", "The club celebrates its 50th birthday this year, having won the cup in 1998."),
    ("en", "They met on 5 March 2025, a Monday paper said."),
    ("en", "The firm has 12 shops, and 45 per cent of sales come from London."),
    ("en", "He runs 11 restaurants; 35 per cent said they would come back."),
    ("en", "The two ministers visited three cities: Rome, Paris and Berlin."),
    ("en", "Of the five suspects, Paul Smith and John Roe, two brothers, were charged."),
    ("en", "London, Paris and Rome, the three largest cities, and two others bid."),
    ("en", "It raised £2.4bn. Of those, £240m went to debt."),
    ("en", "Fares went up to £4 from Monday."),
    ("en", "With $98.5 million, vegetables made up 25.9% of the $381 million of 2018."),
    ("en", "With $8.5 billion, cruises made up around 10% of the $85 billion of 2014."),
    ("en", "Sales of £4m fell 3 per cent, below the average of 2 per cent."),
    ("en", "Prices range from £20 to £30; the national average is £45."),
    ("fr", "De 2010 à 2020, cinq ans de sécheresse ont ruiné la région."),
    ("fr", "Élu maire de 2001 à 2014, il a aussi été député six ans."),
    ("fr", "Le bail, signé en 2019 pour neuf ans, a été rompu en 2023."),
    ("fr", "Le 3 mars, lundi et mardi, les bureaux seront fermés."),
    ("fr", "Il viendra mardi, le 6 mars étant férié."),
    ("fr", "Le groupe a 12 usines, dont 35 % de la production part à l'export."),
    ("fr", "La chaîne compte 12 magasins, 45 % des ventes se font en ligne."),
    ("fr", "Trois des cinq prévenus, Marc, Luc et Jean, ont comparu."),
    ("fr", "En France, Paul et Luc, les trois fils étant absents, ont signé."),
    ("fr", "Le port a reçu 36 navires. Ces 360 marins ont débarqué."),
    ("fr", "Il a 12 poules. Les 21 canards sont au voisin."),
    ("fr", "Le taux n'est pas au-dessus de la moyenne de 5 %, à 4 %."),
    ("fr", "Le billet coûte 41 euros par mois, contre 500 euros par an."),
]  # fmt: skip


@pytest.mark.parametrize(("lang", "text"), SILENT)
def test_what_may_be_of_something_else_is_not_reported(lang, text):
    assert at_odds(text, lang, DAY) == []
