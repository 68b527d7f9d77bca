"""Shares of each of several parts, of votes, of a whole that is smaller, and of the only total of a text."""

import pytest
from prose import findings

# (language, text, verdicts of the shares)
TOLD = [
    # the part as an apposition
    ("fr", "Le loyer, 800 euros, représente 40 % du salaire de 2 000 euros.", ["consistent"]),
    ("fr", "Le loyer, 800 euros, représente 30 % du salaire de 2 000 euros.", ["inconsistent"]),
    # each in its turn
    ("fr", "Sur 1 000 sondés, 520 sont pour et 480 contre, soit 52 % et 48 %.", ["consistent", "consistent"]),
    ("fr", "Sur 1 000 sondés, 520 sont pour et 480 contre, soit 62 % et 38 %.", ["inconsistent", "inconsistent"]),
    ("en", "Of the 200 shops, 50 closed and 20 moved, or 25% and 10% respectively.", ["consistent", "consistent"]),
    ("en", "Of the 200 shops, 50 closed and 20 moved, or 25% and 20%.", ["consistent", "inconsistent"]),
    # votes
    ("fr", "Le vote a été acquis par 45 voix contre 30, soit 60 % des voix.", ["consistent"]),
    ("fr", "Le vote a été acquis par 45 voix contre 30, soit 70 % des voix.", ["inconsistent"]),
    ("en", "The motion passed by 45 votes to 30, or 70%.", ["inconsistent"]),
    # more than the whole
    ("fr", "La dette atteint 3 000 milliards d'euros, soit 107 % du PIB de 2 800 milliards.", ["consistent"]),
    ("fr", "La dette atteint 3 000 milliards d'euros, soit 130 % du PIB de 2 800 milliards.", ["inconsistent"]),
    # the only total of the text
    ("en", "Total spending is put at £50.65bn. Defence, with £6.81bn, takes 13.4% of the total.", ["consistent"]),
    ("en", "Total spending is put at £50.65bn. Defence, with £6.81bn, takes 1.3% of the total.", ["inconsistent"]),
    ("fr", "Le coût total est de 50 millions d'euros. La région apporte 6 millions d'euros, soit 12 % du total.",
     ["consistent"]),
    ("fr", "Le coût total est de 50 millions d'euros. La région apporte 6 millions d'euros, soit 20 % du total.",
     ["inconsistent"]),
]  # fmt: skip

SILENT = [
    ("en", "Among those aged 18 to 24, 75% voted."),
    ("en", "Among those aged 12 to 16, 75% smoke."),
    ("en", "Aged 15 to 25, 60% of them are unemployed."),
    ("fr", "Le score final est de 3 à 4 (75 %)."),
    ("en", "The motion passed by 45 votes to 30, with 12 abstentions, or 52%."),
    ("fr", "Le texte a été adopté par 45 voix contre 30, soit 55 % des députés."),
    ("fr", "Le texte a été adopté par 45 voix contre 30 et 5 abstentions, soit 56 % des voix."),
    ("en", "Total spending is put at £50.65bn. Defence, with £6.81bn, takes 1.3% of the total cost of the state."),
    ("en", "Total sales of the group reached £50m last year. The shop sold £6m of bread, or 30% of its own."),
    ("en", "He led by 18 to 24 points, 75% of the time."),
    ("fr", "Ils ont gagné 3 à 4 fois, soit 75 % des matches."),
    (
        "en",
        "Total spending was put at £50bn, then total spending at £60bn. Defence, with £6bn, takes 30% of the total.",
    ),
]


@pytest.mark.parametrize(("lang", "text", "verdicts"), TOLD)
def test_a_share_is_held_against_what_the_words_name(lang, text, verdicts):
    assert [judged for kind, judged, _ in findings(text, lang) if kind == "share"] == verdicts


@pytest.mark.parametrize(("lang", "text"), SILENT)
def test_what_no_words_bind_is_no_share(lang, text):
    assert [finding for finding in findings(text, lang) if finding[0] == "share"] == []


# (language, text, verdict): the figure is named after what it is drawn from
PER_NAMED = [
    ("en", "Revenue came to $281.7 billion. Its 228,000 employees rest. Revenue per employee is $1.24 million.",
     ["consistent"]),
    ("en", "Revenue came to $281.7 billion. Its 228,000 employees rest. Revenue per employee is $124,000.",
     ["inconsistent"]),
    ("fr", "Le budget : 12 millions d'euros. Il y a 1 200 élèves. Le budget par élève s'établit à 10 000 euros.",
     ["consistent"]),
    ("fr", "Le budget : 12 millions d'euros. Il y a 1 200 élèves. Le budget par élève s'établit à 100 000 euros.",
     ["inconsistent"]),
    ("fr", "Le budget : 12 millions d'euros. Il y a 1 200 élèves. Le coût par élève s'établit à 100 000 euros.", []),
    ("en", "The budget is £12m. The school has 1,200 pupils. Spending per pupil is £6,500 a year nationally.", []),
    ("en", "Revenue was $2bn. There are 1,000 staff. Profit per share was $3.20.", []),
]  # fmt: skip


@pytest.mark.parametrize(("lang", "text", "verdicts"), PER_NAMED)
def test_a_figure_named_per_one_is_held_against_what_its_name_says(lang, text, verdicts):
    assert [judged for kind, judged, _ in findings(text, lang) if kind == "per"] == verdicts


# (language, sentence, whether the parts fit): parts that leave out the currency
ROOM = [
    (
        "fr",
        "Le budget est de 100 millions d'euros, dont 60 millions pour les écoles et {} millions pour les routes.",
        40,
        150,
    ),
    ("en", "The budget is 100 million euros, including 60 million for schools and {} million for roads.", 30, 90),
]


@pytest.mark.parametrize(("lang", "sentence", "fits", "too_much"), ROOM)
def test_parts_without_their_currency_may_not_exceed_the_whole(lang, sentence, fits, too_much):
    assert "inconsistent" not in [judged for _, judged, _ in findings(sentence.format(fits), lang)]
    assert ("sum", "inconsistent") in [(kind, judged) for kind, judged, _ in findings(sentence.format(too_much), lang)]


TABLE = """Les douze partis se partagent les sièges ; il faut 76 sièges.

| Parti | Sièges |
|---|---|
| A | 64 |
| B | 53 |
| C | {} |
| Total | 150 |
"""


@pytest.mark.parametrize(("last", "verdict"), [(33, "consistent"), (36, "inconsistent")])
def test_a_column_of_what_the_text_counts_has_an_exact_total(last, verdict):
    found = findings(TABLE.format(last), "fr", form="markdown")
    assert [judged for kind, judged, _ in found if kind == "sum"] == [verdict]


def test_a_column_of_rounded_amounts_has_none():
    found = findings(TABLE.replace("Sièges", "Recettes").format(36), "fr", form="markdown")
    assert "inconsistent" not in [judged for _, judged, _ in found]


HEADED = """## {} listes se partagent les 81 sièges

- Rouges : 30
- Verts : 13
- Bleus : 38
"""


@pytest.mark.parametrize(("count", "verdict"), [("Trois", "consistent"), ("Quatre", "inconsistent")])
def test_a_heading_says_how_many_its_list_has(count, verdict):
    found = findings(HEADED.format(count), "fr", form="markdown")
    assert [judged for kind, judged, _ in found if kind == "count"] == [verdict]


@pytest.mark.parametrize("heading", ["Dix listes", "Quatre morts", "Les quatre"])
def test_a_heading_of_something_else_does_not(heading):
    found = findings(HEADED.replace("{} listes", heading), "fr", form="markdown")
    assert [finding for finding in found if finding[0] == "count"] == []


# (language, text, what is left where it holds, where it does not)
LEFT = [
    ("en", "The party won 130 of the 165 seats. The Greens took 16 seats, the left 10. Others share the remaining {}.",
     9, 19),
    ("fr", "Le parti a 130 des 165 sièges. Les Verts ont 16 élus, la droite 10 élus. Restent les {} derniers sièges.",
     9, 19),
]  # fmt: skip


@pytest.mark.parametrize(("lang", "text", "fits", "too_much"), LEFT)
def test_parts_and_what_is_left_come_to_the_whole(lang, text, fits, too_much):
    for left, verdict in ((fits, "consistent"), (too_much, "inconsistent")):
        found = findings(text.format(left), lang)
        assert [judged for kind, judged, quotes in found if kind == "sum" and len(quotes) > 3] == [verdict]


def test_the_last_days_are_no_rest_of_the_seats():
    text = "Le parti a remporté 130 des 165 sièges. Les Verts ont 16 élus, 3 de plus. Les 5 derniers jours furent durs."
    assert [judged for _, judged, _ in findings(text, "fr") if judged != "consistent"] == []
