"""What a finding shows beside its verdict: neighbours, units, corrections."""

from fractions import Fraction

import pytest
from prose import checked

from factcheck.figures.units import unit_named
from factcheck.relations.dimensions import display_unit
from factcheck.relations.expression import Name, divide, multiply


@pytest.mark.parametrize(
    ("text", "lang", "few", "more"),
    [
        ("Sur 14 entreprises interrogées, 33 % embauchent.", "fr", (4, "28.57"), (5, "35.71")),
        ("Of the 12 firms, 35% hire.", "en", (4, "33.33"), (5, "41.67")),
    ],
)
def test_a_percentage_that_no_number_gives_is_shown_between_its_neighbours(text, lang, few, more):
    finding = next(found for found in checked(text, lang).findings if found.kind == "grim")
    (line,) = finding.calculation
    assert (line.values["few"], line.values["more"]) == (few[0], more[0])
    assert [f"{float(line.values[name].value):.2f}" for name in ("less", "greater")] == [few[1], more[1]]


def test_a_percentage_that_some_number_gives_has_no_neighbours():
    finding = next(found for found in checked("Of the 12 firms, 33% hire.", "en").findings if found.kind == "grim")
    assert finding.calculation == ()


@pytest.mark.parametrize(
    ("expression", "units", "shown", "factor"),
    [
        (divide(Name("cost"), Name("way")), {"cost": "EUR", "way": "kilometer"}, "EUR/kilometer", Fraction(1, 1000)),
        (divide(Name("way"), Name("time")), {"way": "kilometer", "time": "second"}, "kilometer/second", 1000),
        (multiply(Name("cost"), Name("way")), {"cost": "EUR", "way": "kilometer"}, "EUR·kilometer", 1000),
        (divide(Name("cost"), Name("jobs")), {"cost": "EUR", "jobs": "jobs"}, "EUR/jobs", 1),
    ],
)
def test_a_compound_unit_is_shown_in_the_units_of_its_figures(expression, units, shown, factor):
    scale = unit_named("second").factor if units.get("time") else Fraction(1)
    assert display_unit(expression, expression, units) == (shown, Fraction(factor) / scale)


def test_a_number_in_words_is_corrected_in_words():
    text = "Elle présente quatre propositions :\n\n- la baisse\n- la hausse\n- le gel\n- le don\n- l'arrêt\n"
    finding = next(found for found in checked(text, "fr", form="markdown").findings if found.kind == "count")
    assert [correction.quote for correction in finding.corrections] == ["cinq propositions"]
