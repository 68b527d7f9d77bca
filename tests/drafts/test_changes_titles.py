"""The change that a title tells, against the same one in the body."""

import pytest
from prose import at_odds

WRONG = [
    ("en", "# Party loses 61 seats\n\nThe party has 159 seats, having won 230 in 2019: 71 fewer."),
    ("fr", "# Le parti perd 61 sièges\n\nLe parti garde 159 sièges, contre 230 en 2019, soit 71 de moins."),
]

RIGHT = [
    (
        "en",
        "# Party loses 61 seats\n\nThe party has 159 seats, having won 230 in 2019: 71 fewer. At the "
        "regional vote it lost 61 seats.",
    ),
    (
        "en",
        "# Party loses 61 seats\n\nThe party won 169 of the 400 seats, against 230 in 2019: 61 fewer. Its "
        "ally lost 71 seats.",
    ),
    ("en", "# Factory cuts 120 jobs\n\nThe plant employs 1,130 people, against 1,250 before: 120 fewer."),
    (
        "fr",
        "# L'usine supprime 130 emplois\n\nLe site emploiera 1 120 personnes, contre 1 250 emplois avant : "
        "130 de moins. À Lyon, 120 emplois de moins qu'en 2019.",
    ),
    ("fr", "# La ville gagne 52 classes\n\nElle en compte 412, contre 359 en 2023, soit 53 de plus."),
    (
        "en",
        "# Council to close 14 libraries\n\nThe county will have 32 libraries, against 44 today: 12 fewer. "
        "Two will move.",
    ),
    (
        "en",
        "# Airline adds 23 routes\n\nIt will fly 231 routes, against 210 in 2024, or 21 more, not counting "
        "2 seasonal ones.",
    ),
    (
        "fr",
        "# Le chômage recule de 2,3 %\n\nLe nombre de chômeurs est de 3,01 millions, contre 3,1 millions, "
        "soit une baisse de 2,9 % sur un an. Il baisse de 2,3 % sur le trimestre.",
    ),
    (
        "en",
        "# Club sells 1,240 season tickets\n\nThe club sold 12,400 tickets, 1,420 more than last year "
        "(10,980). It has 1,240 season-ticket holders.",
    ),
    (
        "en",
        "# Hospital cuts 52 beds\n\nThe hospital has 812 beds, 53 fewer than in 2019 (865). The plan "
        "removes 52 of them this year.",
    ),
]


@pytest.mark.parametrize(("lang", "text"), WRONG)
def test_a_title_tells_the_change_of_the_body(lang, text):
    assert at_odds(text, lang, form="markdown") == [("agreement", "inconsistent")]


@pytest.mark.parametrize(("lang", "text"), RIGHT)
def test_another_change_of_the_body_is_none_of_the_titles(lang, text):
    assert at_odds(text, lang, form="markdown") == []
