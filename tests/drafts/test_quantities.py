"""Quantities given again in another unit."""

import pytest
from hypothesis import given
from hypothesis import strategies as st
from prose import findings

# (language, sentence, verdict)
CONVERTED = [
    ("en", "Trains run at 225mph (362 km/h).", "consistent"),
    ("en", "Trains run at 225mph (140 km/h).", "inconsistent"),
    ("en", "The lot covers 12 acres (4.9 hectares).", "consistent"),
    ("en", "The lot covers 12 acres (49 hectares).", "inconsistent"),
    ("en", "He is 6 feet 2 inches (1.88 m) tall.", "consistent"),
    ("en", "He is 6 feet 2 inches (2.88 m) tall.", "inconsistent"),
    ("en", "It weighs 12 pounds (5.4 kg).", "consistent"),
    ("en", "It weighs 12 pounds (54 kg).", "inconsistent"),
    ("en", "It reached 95°F (35°C) on Monday.", "consistent"),
    ("en", "It reached 95°F (45°C) on Monday.", "inconsistent"),
    ("en", "The race is 26 miles and 385 yards (42.195 km) long.", "consistent"),
    ("en", "The ship went 200 nautical miles (370 km).", "consistent"),
    ("en", "It holds 2 million barrels (320 million litres).", "consistent"),
    ("en", "Warming of 1.5°C (2.7°F) is the limit.", "consistent"),
    ("en", "It fell by 10 degrees Celsius (18 degrees Fahrenheit).", "consistent"),
    ("fr", "La superficie est de 10 km², soit 1 000 hectares.", "consistent"),
    ("fr", "La superficie est de 10 km², soit 100 hectares.", "inconsistent"),
    ("fr", "Il roulait à 225 miles à l'heure (362 km/h).", "consistent"),
    ("fr", "Le mur fait 3 mètres (10 pieds) de haut.", "consistent"),
    ("fr", "Le mur fait 30 mètres (10 pieds) de haut.", "inconsistent"),
    ("fr", "Il faisait 30 °C (86 °F) à midi.", "consistent"),
    ("fr", "Il faisait 40 °C (86 °F) à midi.", "inconsistent"),
    ("fr", "Un réservoir de 2 000 m³, soit 200 000 litres.", "inconsistent"),
]

# (language, sentence): other things stand side by side, or the conversion is rounded as readers like it
SILENT = [
    ("en", "The route is 30 miles (50 km) long."),
    ("en", "The tank holds 50 gallons (227 litres)."),
    ("en", "He ran 10 km (400 m in the rain)."),
    ("en", "The wall is 3 feet (2 inches thick)."),
    ("en", "The field, 10 miles (4 km deep), is large."),
    ("en", "The plant makes 300 MW (2 GWh a day)."),
    ("en", "They spent £12 (5 kg of flour)."),
    ("en", "A 1.5-litre (330 ml) bottle."),
    ("en", "It was –4°C (25°F) in London."),
    ("en", "It was minus 4°C (25°F) in London."),
    ("en", "The river is 50 to 60 miles (80-97 km) long."),
    ("fr", "Le canal fait 3 km, soit 300 mètres de moins que prévu."),
    ("fr", "Ils ont parcouru 100 km, soit 10 km par jour."),
    ("fr", "Il pèse 3 kg, soit 500 g de plus."),
    ("fr", "Le record passe de 2 m à 2,10 m, soit 10 cm de plus."),
    ("fr", "Le colis de 2 kg (500 g de beurre) est là."),
    ("fr", "La centrale de 12 MW, soit 30 GWh par an."),
    ("fr", "Le niveau a monté de 2 m, soit 30 cm par jour."),
    ("fr", "Un bassin de 50 m (25 m pour le petit)."),
]


@pytest.mark.parametrize(("lang", "sentence", "verdict"), CONVERTED)
def test_a_quantity_is_held_against_itself_in_another_unit(lang, sentence, verdict):
    assert [judged for kind, judged, _ in findings(sentence, lang) if kind == "convert"] == [verdict]


@pytest.mark.parametrize(("lang", "sentence"), SILENT)
def test_other_quantities_side_by_side_are_left_alone(lang, sentence):
    assert [finding for finding in findings(sentence, lang) if finding[0] == "convert"] == []


@given(st.integers(1, 5000))
def test_a_conversion_rounded_to_the_digits_printed_is_never_at_odds(miles):
    kilometres = round(miles * 1.609344)
    found = findings(f"The road is {miles} miles ({kilometres} km) long.", "en")
    assert {judged for kind, judged, _ in found if kind == "convert"} <= {"consistent"}
