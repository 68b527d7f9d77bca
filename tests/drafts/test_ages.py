"""Ages are completed years: of an exact date of birth there is one right age, of a year of birth there are two."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st
from prose import at_odds, checked, findings

DAY = "2025-03-04"

# (language, sentence, verdict)
JUDGED = [
    ("fr", "Né le 17 novembre 1945, le chef de l'État a 79 ans.", "consistent"),
    ("fr", "Né le 17 novembre 1945, le chef de l'État a 80 ans.", "inconsistent"),
    ("fr", "Né le 17 novembre 1945, le chef de l'État a 78 ans.", "inconsistent"),
    ("fr", "Le président, né le 1er janvier 1942 à Fès, entame à 83 ans un mandat.", "consistent"),
    ("fr", "Le président, né le 1er janvier 1942 à Fès, entame à 81 ans un mandat.", "inconsistent"),
    ("fr", "Né en 1942, il brigue à 81 ans un mandat.", "inconsistent"),
    ("fr", "Il est mort le 18 août 2023 à 74 ans, lui qui était né le 30 août 1948.", "consistent"),
    ("fr", "Il est mort le 18 août 2023 à 75 ans, lui qui était né le 30 août 1948.", "inconsistent"),
    ("fr", "Marie, née le 12 mai 1970, aura 55 ans.", "consistent"),
    ("fr", "Marie, née le 12 mai 1970, aura 65 ans.", "inconsistent"),
    ("en", "Born on 14 June 1946, he is 78.", "consistent"),
    ("en", "Born on 14 June 1946, he is 77.", "inconsistent"),
    ("en", "Born on 2 December 1999, he died on 11 February 2024 in a crash near the town, aged 24.", "consistent"),
    ("en", "Born on 2 December 1999, he died on 11 February 2024 in a crash near the town, aged 25.", "inconsistent"),
    ("en", "Mr Ali, born officially on 29 March 1952, is 72 and takes office in May.", "consistent"),
    ("en", "Julia, born on 3 April 1990, turns 35.", "consistent"),
]

SILENT = [
    ("fr", "Né le 12 mai 1970, il devient ministre à 40 ans."),
    ("fr", "Né le 12 mai 1970, il a 30 ans de carrière."),
    ("fr", "Né le 5 mars 1960 à Rabat, il a 65 ans."),  # the day after
    ("fr", "Né le 2 mars 1960 à Rabat, il a 64 ans."),  # written some days before
    ("en", "The suspect, born in 1999, was 25 when arrested on 3 May 2024."),
    ("en", "Born on 12 May 1970, he left school at 16."),
]


@pytest.mark.parametrize(("lang", "sentence", "verdict"), JUDGED)
def test_an_age_is_held_against_the_dates_of_birth_and_of_the_text(lang, sentence, verdict):
    assert [judged for kind, judged, _ in findings(sentence, lang, DAY) if kind == "duration"] == [verdict]


@pytest.mark.parametrize(("lang", "sentence"), SILENT)
def test_ages_of_other_days_are_not_reported(lang, sentence):
    assert at_odds(sentence, lang, DAY) == []


@given(st.dates(date(1930, 1, 1), date(1990, 12, 31)), st.dates(date(2020, 1, 1), date(2026, 12, 31)))
def test_the_right_age_is_never_at_odds(born, day):
    age = day.year - born.year - ((day.month, day.day) < (born.month, born.day))
    for printed in (f"{born.day} {born:%B} {born.year}", str(born.year)):
        word = "on" if " " in printed else "in"
        assert at_odds(f"The mayor, born {word} {printed}, is {age}.", "en", day.isoformat()) == []


def test_the_day_of_the_text_is_said_as_a_date():
    (finding,) = checked("Né le 17 novembre 1945, il a 75 ans.", "fr", DAY).findings
    assert "2025-03-04" not in str(finding.message)
    assert "age" in str(finding.message)


# (language, text, verdict): what has lasted since a date of the sentence before
SINCE_THEN = [
    (
        "fr",
        "L'usine est à l'arrêt depuis le 3 mai 2019. Depuis cette date, elle est restée vide pendant {}.",
        "neuf ans",
    ),
    ("en", "The plant has been idle since 3 May 2019. Since then it has been guarded for {}.", "nine years"),
]


@pytest.mark.parametrize(("lang", "text", "too_long"), SINCE_THEN)
def test_nothing_has_lasted_longer_than_since_its_date(lang, text, too_long):
    assert at_odds(text.format(too_long), lang, DAY) == [("duration", "inconsistent")]
    shorter = {"fr": "deux ans", "en": "two years"}[lang]
    assert at_odds(text.format(shorter), lang, DAY) == []


WEEKDAYS = [
    ("fr", "Le 14 juin 2025 était un samedi.", "consistent"),
    ("fr", "Le 14 juin 2025 était un vendredi.", "inconsistent"),
    ("en", "14 June 2025 falls on a Saturday.", "consistent"),
    ("en", "14 June 2025 was a Friday.", "inconsistent"),
]


@pytest.mark.parametrize(("lang", "sentence", "verdict"), WEEKDAYS)
def test_a_date_may_be_said_to_be_a_weekday(lang, sentence, verdict):
    assert [(kind, judged) for kind, judged, _ in findings(sentence, lang, DAY)] == [("weekday", verdict)]


def test_a_day_with_a_name_is_no_weekday():
    assert findings("Le 14 juin 2025 était un vendredi noir.", "fr", DAY) == []
