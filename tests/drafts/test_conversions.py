"""Amounts given again in another currency."""

import pytest
from prose import AT_ODDS, at_odds, checked, findings

from factcheck.drafts.money import finder as conversions

# (language, the document's date, sentence, verdict)
JUDGED = [
    ("fr", None, "En 2024, elle a vendu pour 26,2 milliards de dirhams, soit 2,64 milliards de dollars.", "consistent"),
    (
        "fr",
        None,
        "En 2024, elle a vendu pour 26,2 milliards de dirhams, soit 2,8 milliards de dollars.",
        "inconsistent",
    ),
    ("fr", None, "Les ventes de 2024 : 26,2 milliards de dirhams en 2024 (2,64 milliards de dollars).", "consistent"),
    ("fr", None, "En 2024, il a reçu 5,2 millions d'euros, c'est-à-dire 56 millions de dirhams.", "consistent"),
    ("fr", None, "En 2021, il a reçu 14,2 milliards de dirhams, soit environ 14 milliards de dollars.", "inconsistent"),
    ("fr", None, "Le prêt est de 656 millions de francs CFA, soit 1 million d'euros.", "consistent"),
    ("fr", None, "Le prêt est de 656 millions de francs CFA, soit 2 millions d'euros.", "inconsistent"),
    ("fr", "2025-03-04", "Le prêt est de 100 millions de dirhams (103 millions de dollars).", "inconsistent"),
    (
        "fr",
        None,
        "Elle lève 30 millions de dirhams (2,8 millions d'euros), au taux de 1 euro = 10,8 dirhams.",
        "consistent",
    ),
    (
        "fr",
        None,
        "Elle lève 30 millions de dirhams (2,5 millions d'euros), au taux de 1 euro = 10,8 dirhams.",
        "inconsistent",
    ),
    ("en", None, "In 2024 the port earned 26.2 billion dirhams, or about $2.6 billion.", "consistent"),
    ("en", None, "In 2024 the port earned 26.2 billion dirhams, or about $3.4 billion.", "inconsistent"),
    ("en", None, "The port earned 26.2 billion dirhams ($2.64 billion) in 2024.", "consistent"),
    ("en", "2025-03-04", "The deal is worth 1.2 billion dirhams ($12 billion).", "inconsistent"),
    ("en", None, "In 2023 it cost 1.2 billion dirhams, the equivalent of $118 million.", "consistent"),
    # a date between the two, and the year of the sentence before
    ("en", None, "It cost 90 million euros in 2024, or about $97 million.", "consistent"),
    ("en", None, "It cost 90 million euros in 2024, or about $120 million.", "inconsistent"),
    (
        "fr",
        None,
        "Ouvert en 2023, il marche. La même année, il perd 12 millions d'euros (13 millions de dollars).",
        "consistent",
    ),
    (
        "fr",
        None,
        "Ouvert en 2023, il marche. La même année, il perd 12 millions d'euros (15 millions de dollars).",
        "inconsistent",
    ),
    # the currency of the first amount is the text's other one
    (
        "fr",
        None,
        "Coût : 98,4 milliards de francs CFA. Le prêt, de 52,5 milliards (80 millions d'euros), en fait partie.",
        "consistent",
    ),
    (
        "fr",
        None,
        "Coût : 98,4 milliards de francs CFA. Le prêt, de 52,5 milliards (180 millions d'euros), en est.",
        "inconsistent",
    ),
    # the next sentence gives it again
    (
        "fr",
        None,
        "En 2024, il a coûté 26,2 milliards de dirhams. Soit environ 2,64 milliards de dollars.",
        "consistent",
    ),
    (
        "fr",
        None,
        "En 2024, il a coûté 26,2 milliards de dirhams. Soit environ 3,64 milliards de dollars.",
        "inconsistent",
    ),
    ("en", None, "In 2024 it cost 26.2 billion dirhams. That is about $3.64 billion.", "inconsistent"),
    # a stated rate, in so many words
    (
        "en",
        None,
        "It has N486.2 billion, up from N423.9 billion. At N1,545 to the dollar, it is worth about $315 million.",
        "consistent",
    ),
    (
        "en",
        None,
        "It has N486.2 billion, up from N423.9 billion. At N1,545 to the dollar, it is worth about $515 million.",
        "inconsistent",
    ),
    (
        "fr",
        None,
        "L'euro est à 10 dirhams l'euro. Elle doit 50 millions de dirhams (5 millions d'euros).",
        "consistent",
    ),
    (
        "fr",
        None,
        "L'euro est à 10 dirhams l'euro. Elle doit 50 millions de dirhams (7 millions d'euros).",
        "inconsistent",
    ),
    # the second of two prices, the second one after the first
    ("fr", "2025-03-04", "Le prix est porté de 1 500 à 1 800 francs CFA le kilo (2,7 euros).", "consistent"),
    ("fr", "2025-03-04", "Le prix est porté de 1 500 à 1 800 francs CFA le kilo (3,7 euros).", "inconsistent"),
    ("en", "2025-03-04", "The price was raised from 1,500 to 1,800 CFA francs a kilo (3.7 euros).", "inconsistent"),
    ("fr", "2025-03-04", "Le prix est de 2 800 francs CFA le kilo. C'est 4,27 euros, un record.", "consistent"),
    ("fr", "2025-03-04", "Le prix est de 2 800 francs CFA le kilo. C'est 5,27 euros, un record.", "inconsistent"),
    ("en", "2025-03-04", "It earned 6.56 billion CFA francs. At today's rate, that is about €10m.", "consistent"),
    ("en", "2025-03-04", "It earned 6.56 billion CFA francs. At today's rate, that is about €15m.", "inconsistent"),
    # dinars and dollars of the country that the text names
    ("fr", "2026-01-20", "À Tunis, les recettes sont de 2,3 milliards de dinars (680 millions d'euros).", "consistent"),
    (
        "fr",
        "2026-01-20",
        "À Tunis, les recettes sont de 2,3 milliards de dinars (980 millions d'euros).",
        "inconsistent",
    ),
    ("en", "2025-03-04", "Canada's deficit is $48 billion (€31 billion).", "consistent"),
    # at the rate of the day
    ("fr", "2025-09-28", "Le tunnel coûtera 68 millions de francs (environ 73 millions d'euros).", "consistent"),
]

# (language, the document's date, sentence)
LEFT_ALONE = [
    # other amounts, not the same one again
    ("fr", None, "En 2024, il a reçu 26 millions de dirhams et 3 millions d'euros."),
    ("fr", None, "En 2024, il a reçu 26 millions de dirhams, contre 9 millions d'euros pour son voisin."),
    ("fr", None, "En 2024, il a payé 26 millions de dirhams, dont 1 million d'euros d'avance."),
    ("fr", None, "En 2024, le parc a coûté 500 millions de dirhams, soit 200 euros par habitant."),
    ("en", None, "In 2024 it paid 26 million dirhams and €9 million in fees."),
    ("en", None, "In 2024 the park cost 500 million dirhams, or $3 a head."),
    ("en", None, "In 2024 it raised 26 million dirhams, compared with $9 million for its rival."),
    # ranges are not taken apart
    ("fr", None, "En 2024, il en coûtera entre 20 et 25 millions de dirhams (2 à 2,5 millions de dollars)."),
    ("en", None, "In 2024 it cost 20 to 25 million dirhams ($2 to $2.5 million)."),
    # no word says of when the amount is, and some rate of these years fits
    ("fr", None, "L'usine a coûté 26 millions de dirhams (2,6 millions de dollars)."),
    ("fr", "2025-03-04", "L'usine a coûté 26 millions de dirhams (2,6 millions de dollars)."),
    ("fr", "2025-03-04", "Elle doit rapporter 26 millions de dirhams en 2030 (2,6 millions de dollars)."),
    ("en", "2025-03-04", "Ontario's budget is $48 billion (€31 billion)."),
    # the next sentence speaks of something else
    ("fr", None, "Il doit 3 milliards de dirhams. L'autre groupe, cela représente 2 millions de dollars de dettes."),
    ("fr", None, "Il a payé 3 milliards de dirhams. Soit un homme de 2 millions de dollars de fortune."),
    ("fr", None, "Il doit 3 milliards de dirhams et 2 milliards de dirhams. Soit 500 millions de dollars."),
    ("en", None, "In 2024 it cost 26.2 billion dirhams. That is $3 billion more than its rival."),
    ("en", None, "It cost 26.2 billion dirhams. The owner, who has $3 billion, is rich."),
    ("fr", "2025-03-04", "Le prix est de 2 800 francs CFA le kilo. C'est 3 euros de plus qu'à Accra."),
    ("fr", "2025-03-04", "Le prix est de 2 800 francs CFA le kilo. C'est 2 euros en France."),
    ("fr", "2025-03-04", "Le prix est de 1 500 à 1 800 francs CFA le kilo (3,7 euros)."),
    ("en", "2025-03-04", "It earned 6.56 billion CFA francs. At its rate of growth, that is more than €30m."),
    # one currency only: what the other amount is in, nobody knows
    ("fr", None, "Elle a levé 52,5 milliards (80 millions d'euros)."),
    ("fr", None, "Le prix est de 12 euros le dollar de chiffre d'affaires."),
    # dollars of Canada, or those of its neighbour
    ("en", "2025-03-04", "Canada's deficit is $48 billion (€46 billion)."),
    # a day is that of an announcement
    ("fr", None, "Le 4 mars 2025, elle a annoncé des ventes de 26,2 milliards de dirhams (2,64 milliards de dollars)."),
    # dinars of several countries, dollars of several
    ("fr", "2026-01-20", "Les recettes atteignent 2,3 milliards de dinars (environ 680 millions d'euros)."),
    ("fr", "2025-03-04", "Le budget de l'Ontario atteint 48 milliards de dollars (31 milliards d'euros)."),
]


@pytest.mark.parametrize(("lang", "day", "sentence", "verdict"), JUDGED)
def test_a_conversion_is_held_against_the_rate_of_its_period(lang, day, sentence, verdict):
    found = [(kind, told) for kind, told, _ in findings(sentence, lang, day) if kind == "convert" or told in AT_ODDS]
    assert found == [("convert", verdict)]


@pytest.mark.parametrize(("lang", "day", "sentence"), LEFT_ALONE)
def test_what_is_no_conversion_or_cannot_be_dated_is_not_reported(lang, day, sentence):
    assert at_odds(sentence, lang, day) == []


def test_a_range_of_rates_that_fits_loosely_is_left_alone_with_the_reason():
    (silence,) = checked("L'usine a coûté 26 millions de dirhams (2,6 millions de dollars).", "fr").silences
    assert "some rate since 2010 fits" in str(silence.reason)


def test_two_conversions_of_a_text_without_dates_must_imply_one_rate():
    text = (
        "Il demande 104 millions de dirhams (10,8 millions de dollars). "
        "Elle offre 305 millions de dirhams (34,6 millions de dollars)."
    )
    assert (
        "convert",
        "inconsistent",
        ["104 millions de dirhams", "10,8 millions de dollars", "305 millions de dirhams", "34,6 millions de dollars"],
    ) in findings(text, "fr")


# (the document's date, what else the first sentence says, the second conversion, verdicts of the pair)
OF_ONE_TIME = [
    ("2024-06-14", "", "Sh400.1 billion ($2.6 billion)", ["inconsistent"]),
    ("2024-06-14", "", "Sh400.1 billion ($3.1 billion)", []),
    ("2024-06-14", " in 2022", "Sh400.1 billion ($2.6 billion)", []),
    ("2024-06-14", "", "Sh400.1 billion (about $2.9 billion)", []),
]


@pytest.mark.parametrize(("day", "when", "other", "verdicts"), OF_ONE_TIME)
def test_two_conversions_of_the_time_of_the_text_imply_no_rates_far_apart(day, when, other, verdicts):
    text = f"Kenya plans to spend Sh3,992.0 billion ($30.9 billion){when}. The counties will get {other}, it says."
    assert [verdict for _, verdict, quotes in findings(text, "en", day) if len(quotes) == 4] == verdicts


def test_a_price_list_is_compared_within_limits(monkeypatch):
    monkeypatch.setattr(conversions, "_MOST_COMPARED", 4)
    text = "".join(f"Il demande {1000 + at} dirhams ({100 + 7 * at} dollars).\n\n" for at in range(20))
    result = checked(text, "fr")
    compared = [each for each in (*result.findings, *result.silences) if len(each.figures) == 4]
    assert len(compared) == 4 * 3 / 2


def test_the_figures_stand_in_the_order_of_the_text_in_one_window():
    (finding,) = checked("En 2024, 26,2 milliards de dirhams, soit près de 2,8 milliards de dollars.", "fr").findings
    (window,) = finding.windows
    assert [window.text[start:end] for start, end in window.spans] == [
        "26,2 milliards de dirhams",
        "près de 2,8 milliards de dollars",
    ]
