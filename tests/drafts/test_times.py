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
    # the span after the duration
    ("fr", "En dix ans, de 2014 à 2024, tout a changé.", "duration", "consistent"),
    ("fr", "En huit ans, de 2014 à 2024, tout a changé.", "duration", "inconsistent"),
    ("fr", "Le prêt court sur quinze ans, de 2026 à 2041.", "duration", "consistent"),
    ("fr", "Le prêt court sur vingt ans, de 2026 à 2041.", "duration", "inconsistent"),
    ("fr", "Un bail de neuf ans (2015-2024).", "duration", "consistent"),
    ("fr", "Un bail de dix-neuf ans (2015-2024).", "duration", "inconsistent"),
    ("en", "Over ten years, from 2014 to 2024, all changed.", "duration", "consistent"),
    ("en", "A nineteen-year lease, from 2015 to 2024, has ended.", "duration", "inconsistent"),
    # the date before the duration
    ("fr", "La mine, fermée depuis 1987, soit 38 ans, va rouvrir.", "duration", "consistent"),
    ("fr", "La mine, fermée depuis 1987, soit 28 ans, va rouvrir.", "duration", "inconsistent"),
    ("fr", "Il faudra attendre 2033, dans huit ans.", "duration", "consistent"),
    ("fr", "Il faudra attendre 2030, dans huit ans.", "duration", "inconsistent"),
    ("fr", "Créée en 1937, soit il y a 88 ans, la maison résiste.", "duration", "consistent"),
    ("en", "It was founded in 1917, 108 years ago.", "duration", "consistent"),
    ("en", "It was founded in 1917, 98 years ago.", "duration", "inconsistent"),
    ("en", "By 2030, in ten years, all will be done.", "duration", "inconsistent"),
    ("en", "The bridge was opened on 14 March 2008, 17 years ago, at a cost of £43m.", "duration", "consistent"),
    ("en", "The bridge was opened on 14 March 2008, 27 years ago, at a cost of £43m.", "duration", "inconsistent"),
    ("fr", "Le pont, ouvert le 14 mars 2008, il y a 17 ans, est fermé.", "duration", "consistent"),
    ("fr", "Le pont, ouvert le 14 mars 2008, il y a 27 ans, est fermé.", "duration", "inconsistent"),
    # "ago" is counted from the time of the text, whatever other dates the sentence has
    ("fr", "Le roi, né en 1950, s'était marié il y a 47 ans, en 1968, à Fès.", "duration", "inconsistent"),
    ("fr", "La loi de 1996 visait l'usine, fermée il y a 33 ans, en 1972.", "duration", "inconsistent"),
    ("fr", "En 1998, il disait avoir débuté il y a douze ans, en 1986.", "duration", "consistent"),
    ("en", "In 1998 he said he had begun 12 years ago, in 1986.", "duration", "consistent"),
    ("en", "The king, born in 1950, was married 47 years ago, in 1968.", "duration", "inconsistent"),
    # two years of the sentence that lie as far apart
    ("fr", "Le hangar, bâti en 1969, avait 46 ans quand on l'a rasé en 2015.", "duration", "consistent"),
    ("en", "The hangar, by then 46 years old, closed in 2015, having opened in 1969.", "duration", "consistent"),
    ("fr", "Montée sur le trône en 1952, elle règne depuis 73 ans.", "duration", "consistent"),
    # words after the duration
    ("en", "The opening is planned six years from now, in 2031.", "duration", "consistent"),
    ("en", "The opening is planned six years from now, in 2035.", "duration", "inconsistent"),
    ("en", "It expects to be full in 20 years' time, in 2045.", "duration", "consistent"),
    ("fr", "Fondé en 1998, le club a fermé dix ans plus tard, en 2008.", "duration", "consistent"),
    ("fr", "Fondé en 1998, le club a fermé vingt ans plus tard, en 2008.", "duration", "inconsistent"),
    ("en", "Founded in 1998, it closed twenty years later, in 2008.", "duration", "inconsistent"),
    # ages
    ("fr", "Sacré en 1998 à 25 ans, né en 1973, il revient.", "duration", "consistent"),
    ("fr", "Sacré en 1998 à 35 ans, né en 1973, il revient.", "duration", "inconsistent"),
    ("fr", "Né en 1961, le maire a soufflé ses 64 bougies en 2025.", "duration", "consistent"),
    ("fr", "Né en 1961, le maire a soufflé ses 54 bougies en 2025.", "duration", "inconsistent"),
    ("fr", "Né en 1970, il a 44 ans.", "duration", "inconsistent"),
    ("fr", "Née en 1915, elle vit toujours chez elle, à 109 ans.", "duration", "consistent"),
    ("fr", "L'acteur, né en 1950, est mort mardi à 54 ans.", "duration", "inconsistent"),
    ("fr", "Le patron, né en 1962 et aujourd'hui âgé de 62 ans, part.", "duration", "consistent"),
    ("fr", "Le patron, né en 1962 et aujourd'hui âgé de 57 ans, part.", "duration", "inconsistent"),
    ("fr", "Réélu le 4 mars 2025, le maire, né en 1962 et âgé de 57 ans, jubile.", "duration", "inconsistent"),
    ("en", "The owner, born in 1962 and now aged 57, is leaving.", "duration", "inconsistent"),
    ("en", "Born in 1917 and 108 years old, she has outlived them all.", "duration", "consistent"),
    ("en", "Born in 1970, she won at 35 in 1995.", "duration", "inconsistent"),
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
    # told from another time
    ("fr", "En 1995, il le disait : dans cinq ans, en 2000, tout changera."),
    ("fr", "En 2015, le ministre promettait tout d'ici dix ans, en 2025."),
    ("fr", "Dix ans plus tôt, en 1998, il avait gagné."),
    ("en", "Ten years earlier, in 1998, he had won."),
    # other durations within a span
    ("fr", "Entre 2014 et 2024, il a passé cinq ans en prison."),
    ("fr", "Condamné à deux ans de prison pour une fraude, de 2014 à 2019."),
    ("fr", "De 2014 à 2024, la ville a perdu en trois ans 5 % de ses emplois."),
    ("fr", "Le taux est passé de 12 % en 2014 à 15 % en 2024, alors que la ville a perdu un quart en cinq ans."),
    ("fr", "En 2026, dans les cinq ans qui suivent, il faudra changer."),
    ("en", "In 2010 he was jailed for five years, from 2012 to 2014 in London."),
    ("en", "In the ten years to 2019, wages fell."),
    # the age of somebody else, or of another day
    ("fr", "Né en 1970, il a 30 ans de métier."),
    ("fr", "Entré au conseil en 1995, il siège au bureau depuis 12 ans."),
    ("en", "Elected in 1995, she has been a minister for 12 years."),
    ("fr", "Paul, né en 1970, et Marie, âgée de 30 ans, sourient."),
    ("fr", "Le bail, signé le 14 mars 2008, dure 27 ans."),
    ("fr", "L'usine a ouvert le 14 mars 2008, pour 27 ans."),
    ("fr", "Le pont, bâti en 1969, fermé en 2015, est resté quatre ans en travaux."),
    ("en", "Paul, born in 1970, and Mary, aged 30, smiled."),
    ("en", "In 1998 he said that it would end in 12 years, in 2010."),
    ("fr", "Né en 1970, il a quitté l'école à 16 ans."),
    ("fr", "Né en 1970, champion à 20 ans, il gagne en 2010 son dernier titre."),
    ("fr", "Marie, 30 ans, fille de Paul, né en 1970, sourit."),
    ("fr", "Né en 1970, Paul, père de Marie, 12 ans, sourit."),
    ("fr", "L'acteur, né en 1950, est mort à 54 ans."),
    ("en", "Ann, 30, daughter of Paul, born in 1950, smiled."),
    ("en", "Born in 1970, he left school aged 16."),
    ("en", "Born in 1970, he was 16 when the war began."),
]


@pytest.mark.parametrize(("lang", "sentence", "kind", "verdict"), JUDGED)
def test_a_date_is_held_against_its_weekday_and_a_duration_against_its_dates(lang, sentence, kind, verdict):
    assert [(found, judged) for found, judged, _ in findings(sentence, lang, DAY)] == [(kind, verdict)]


# (language, sentence, verdict): the levels of two years bind how long it took
BESIDE_LEVELS = [
    ("fr", "De 9 240 en 2014, le nombre est tombé à 6 160 en 2024, un recul de 33 % en dix ans.", "consistent"),
    ("fr", "De 9 240 en 2014, le nombre est tombé à 6 160 en 2024, un recul de 33 % en six ans.", "inconsistent"),
    ("fr", "Ils ont triplé en sept ans, pour atteindre 60 000 en 2024 contre 20 000 en 2021.", "inconsistent"),
    ("en", "Sales rose from 9,240 in 2014 to 16,160 in 2024, up 75% in ten years.", "consistent"),
    ("en", "Sales rose from 9,240 in 2014 to 16,160 in 2024, up 75% in six years.", "inconsistent"),
]


@pytest.mark.parametrize(("lang", "sentence", "verdict"), BESIDE_LEVELS)
def test_a_change_took_as_long_as_lies_between_the_years_of_its_levels(lang, sentence, verdict):
    found = [judged for kind, judged, _ in findings(sentence, lang, DAY) if kind == "duration"]
    assert found == [verdict]


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


def test_each_of_two_people_has_the_age_of_their_own_birth():
    text = "La reine, née en 1926 et âgée de 91 ans, et le duc, né en 1921 et âgé de {} ans, saluent."
    day = "2017-11-20"
    assert [judged for _, judged, _ in findings(text.format(96), "fr", day)] == ["consistent", "consistent"]
    assert [judged for _, judged, _ in findings(text.format(86), "fr", day)] == ["consistent", "inconsistent"]
