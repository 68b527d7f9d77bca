"""Weekdays, durations and ages."""

import pytest
from prose import at_odds, checked, findings

DAY = "2025-03-04"

# (language, sentence, kind, verdict)
JUDGED = [
    ("fr", "Ils se sont réunis le lundi 27 janvier 2025.", "weekday", "consistent"),
    ("fr", "Ils se sont réunis le mardi 27 janvier 2025.", "weekday", "inconsistent"),
    ("en", "They met on Monday 27 January 2025.", "weekday", "consistent"),
    ("en", "They met on Wednesday, September 9, 2025.", "weekday", "inconsistent"),
    ("fr", "D'ici cinq ans, en 2030, le pays veut tout changer.", "duration", "consistent"),
    ("fr", "D'ici dix ans, en 2030, le pays veut tout changer.", "duration", "inconsistent"),
    ("fr", "Dans cinq ans, soit en 2030, tout sera prêt.", "duration", "consistent"),
    ("fr", "La ligne a ouvert il y a 27 ans, en 1998.", "duration", "consistent"),
    ("fr", "La ligne a ouvert il y a 17 ans, en 1998.", "duration", "inconsistent"),
    ("fr", "Fondée en 1998, l'entreprise fête ses 27 ans.", "duration", "consistent"),
    ("fr", "Fondée en 1998, l'entreprise fête ses 37 ans.", "duration", "inconsistent"),
    ("fr", "De 2015 à 2024, soit neuf ans, il a tout changé.", "duration", "consistent"),
    ("fr", "De 2015 à 2024, soit douze ans, il a tout changé.", "duration", "inconsistent"),
    ("fr", "Le chanteur, né en 1970, 54 ans, revient.", "duration", "consistent"),
    ("fr", "Le chanteur, né en 1970, 45 ans, revient.", "duration", "inconsistent"),
    ("fr", "Né en 1970, il est mort en 2015 à 45 ans.", "duration", "consistent"),
    ("fr", "Né en 1970, il est mort en 2015 à 54 ans.", "duration", "inconsistent"),
    ("en", "In five years, by 2030, it wants to change.", "duration", "consistent"),
    ("en", "In ten years, by 2030, it wants to change.", "duration", "inconsistent"),
    ("en", "The club was founded 27 years ago, in 1998.", "duration", "consistent"),
    ("en", "The club was founded 37 years ago, in 1998.", "duration", "inconsistent"),
    ("en", "The singer, 54, born in 1970, is back.", "duration", "consistent"),
    ("en", "The singer, 45, born in 1970, is back.", "duration", "inconsistent"),
    ("en", "From 2015 to 2024, or nine years, it grew.", "duration", "consistent"),
]

# (language, sentence)
LEFT_ALONE = [
    # round durations are loosely meant
    ("fr", "La ville, née il y a trente ans, en 1996, grandit."),
    ("en", "The club was founded 30 years ago, in 1996."),
    # a birthday lies before or after the day: both ages are right
    ("fr", "Le chanteur, né en 1970, 55 ans, revient."),
    # the duration is of something else than what lies up to the date
    ("fr", "Le bail de neuf ans court jusqu'en 2030."),
    ("fr", "Il purge une peine de cinq ans, prononcée en 2018."),
    ("fr", "Les 15-24 ans sont 1 200 en 2024."),
    ("fr", "En cinq ans, les ventes ont doublé, et en 2030 elles tripleront."),
    ("fr", "Dans les années 1990, il y a eu dix ans de paix."),
    ("fr", "Sa fille, née en 1998 quand il avait 25 ans, a repris la ferme."),
    ("fr", "Né en 1970, il a signé son premier contrat en 1990, à 20 ans."),
    ("en", "The five-year plan, launched in 2018, ends soon."),
    ("en", "He served five years in prison and, in 2010, left the country."),
    ("en", "Born in 1970, she won at 25 in 1995."),
    ("en", "They met on 27 January 2025."),
]


@pytest.mark.parametrize(("lang", "sentence", "kind", "verdict"), JUDGED)
def test_a_date_is_held_against_its_weekday_and_a_duration_against_its_dates(lang, sentence, kind, verdict):
    assert [(found, judged) for found, judged, _ in findings(sentence, lang, DAY)] == [(kind, verdict)]


@pytest.mark.parametrize(("lang", "sentence"), LEFT_ALONE)
def test_what_binds_no_duration_to_a_date_is_not_reported(lang, sentence):
    assert at_odds(sentence, lang, DAY) == []


def test_without_the_date_of_the_text_a_duration_up_to_it_is_left_alone():
    result = checked("D'ici dix ans, en 2030, le pays veut tout changer.", "fr")
    assert result.findings == ()
    assert "--date" in str(result.silences[0].reason)


def test_a_wrong_weekday_comes_with_the_dates_that_would_fit():
    (finding,) = checked("le mardi 27 janvier 2025", "fr").findings
    assert finding.check == "weekday"
    assert {correction.value for correction in finding.corrections} >= {"2026-01-27", "2025-01-28"}
