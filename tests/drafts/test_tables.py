"""Relations that the headers and labels of tables state between their cells."""

import pytest
from prose import checked, findings


def table(*rows):
    """A Markdown table of rows written "a | b | c", the first one its header."""
    first, *others = rows
    line = "|".join("---" for _ in first.split("|"))
    return "\n".join(f"| {row} |" for row in (first, line, *others)) + "\n"


def of(kind, text, lang="fr"):
    return [verdict for found, verdict, _ in findings(text, lang, form="markdown") if found == kind]


@pytest.mark.parametrize(
    ("change", "verdict"),
    [("+25 %", "consistent"), ("25 %", "consistent"), ("+35 %", "inconsistent"), ("-25 %", "inconsistent")],
)
@pytest.mark.parametrize("header", ["2023 | 2024 | Évolution", "2023 | 2024 | Variation (%)", "Avant | Après | Écart"])
def test_a_column_of_changes_is_held_against_the_two_before_it(header, change, verdict):
    assert of("growth", table(f"Ville | {header}", f"Fès | 12,0 | 15,0 | {change}")) == [verdict]


def test_the_columns_may_stand_the_other_way_round():
    assert of("growth", table("Ville | 2024 | 2023 | Évolution", "Fès | 15,0 | 12,0 | +25 %")) == ["consistent"]


def test_a_fall_may_be_printed_without_a_sign():
    assert of("growth", table("Ville | 2023 | 2024 | Baisse", "Fès | 15,0 | 12,0 | 20 %")) == ["consistent"]
    assert of("growth", table("City | 2023 | 2024 | Change", "Fez | 15.0 | 12.0 | ▼ 20%"), "en") == ["consistent"]


def test_percentages_change_by_points():
    rows = table("Taux | 2023 | 2024 | Écart", "Chômage | 12,1 % | 13,3 % | +1,2 pt", "Emploi | 60 % | 62 % | +4 pts")
    assert of("points", rows) == ["consistent", "inconsistent"]


def test_levels_may_change_by_an_amount():
    rows = table("Poste | 2023 | 2024 | Écart (M€)", "Dette (M€) | 310 M€ | 295 M€ | -15", "Prêts | 20 M€ | 25 M€ | +8")
    assert of("difference", rows) == ["consistent", "inconsistent"]


def test_every_year_changes_from_the_one_before():
    rows = ["2022 | 12.0 | ", "2023 | 15.0 | +25%", "2024 | 18.0 | +25%"]
    assert of("growth", table("Year | Sales (£m) | Change", *rows), "en") == ["consistent", "inconsistent"]
    assert of("growth", table("Year | Sales (£m) | Change", rows[0], rows[2]), "en") == []


def test_a_total_row_adds_up_each_column_of_amounts():
    header = "Branche | 2023 (M€) | 2024 (M€) | Évolution"
    rows = ["Routes | 51,2 | 52,5 | +2,5 %", "dont ponts | 20,0 | 21,0 | +5 %", "Ports | 49,0 | 50,1 | +2,2 %"]
    assert of("sum", table(header, *rows, "Total | 100,2 | 112,6 | +2,4 %")) == ["consistent", "inconsistent"]


@pytest.mark.parametrize(
    ("rows", "verdicts"),
    [
        (["Data center | 30.8", "Gaming | 3.3", "Total | 35.1"], []),
        (["Data center | 30.8", "Gaming | 3.3", "Total | 34.1"], ["consistent"]),
        (["Data center | 30.8", "Gaming | 3.3", "Total | 33.1"], ["inconsistent"]),
        (["Data center | 30.8", "Other | 3.3", "Total | 35.1"], ["inconsistent"]),
    ],
)
def test_rows_that_fall_short_of_their_total_may_be_only_some(rows, verdicts):
    assert of("sum", table("Segment | Revenue ($bn)", *rows), "en") == verdicts


def test_rows_are_all_there_where_the_text_says_how_many_or_what_they_come_to():
    rows = table("Ville | Budget (M€)", "Fès | 30,8", "Rabat | 3,3", "Total | 35,1")
    assert of("sum", "Le budget des deux villes :\n\n" + rows) == ["inconsistent"]
    assert of("sum", "Le budget des deux principales villes :\n\n" + rows) == []
    assert of("sum", "Elle a 34,1 millions d'habitants.\n\n" + rows) == []
    assert of("sum", "Le budget est de 34,1 M€.\n\n" + rows) == ["inconsistent"]


def test_the_last_row_may_be_the_total_without_saying_so():
    rows = ["Nord | 143 200 | 42,1", "Sud | 98 700 | 29,0", "Est | 98 000 | 28,8", "Île | 339 900 | 100,0"]
    assert of("sum", table("Commune | Habitants | Part, %", *rows)) == ["consistent", "consistent"]
    assert of("share", table("Commune | Habitants | Part, %", *rows)) == ["consistent"] * 3


def test_a_total_column_adds_up_each_row():
    rows = ["Rabat | 1 241 | 1 312 | 2 553", "Fès | 905 | 871 | 1 876"]
    assert of("sum", table("Ville | Hommes | Femmes | Total", *rows)) == ["consistent", "inconsistent"]


def test_shares_are_those_of_the_total():
    rows = ["Routes | 52,5 | 39 %", "Ports | 82,1 | 71 %", "Total | 134,6 | 100 %"]
    assert of("share", table("Branche | M€ | Part", *rows)) == ["consistent", "inconsistent"]


def test_shares_without_a_total_stand_to_each_other_as_their_parts_do():
    rows = ["Geothermal | 5,920 GWh | 46%", "Hydro | 2,810 GWh | 22%", "Wind | 1,930 GWh | 25%"]
    assert of("share", table("Source | Output | Share", *rows), "en") == ["consistent", "inconsistent"]


@pytest.mark.parametrize("where", ["header", "caption"])
def test_a_unit_of_header_or_caption_is_that_of_the_bare_cells(where):
    unit = "en millions de dirhams"
    header = f"Branche | 2024 ({unit})" if where == "header" else "Branche | 2024"
    caption = f"Exportations ({unit})\n\n" if where == "caption" else ""
    text = caption + table(header, "Routes | 5 250", "Ports | 5 013", "Total | 10 263")
    (finding,) = checked(text, "fr", form="markdown").findings
    assert {figure.figure.unit for figure in finding.figures} == {"MAD"}
    assert finding.figures[-1].figure.value == 10_263_000_000


@pytest.mark.parametrize(
    "rows",
    [
        ("Ville | 2023 | 2024 | Évolution en volume", "Fès | 12,0 | 15,0 | +20 %"),
        ("Taux | 2023 | 2024 | Évolution", "Chômage | 10,0 % | 12,0 % | +2 %"),
        ("Ville | 2022 | 2023 | 2024 | Évolution", "Fès | 9,0 | 12,0 | 15,0 | +10 %"),
        ("Ville | 2024 | Évolution", "Fès | 15,0 | +20 %", "Rabat | 12,0 | +10 %"),
        ("Ville | Prix moyen", "Fès | 12,5", "Rabat | 14,5", "Total | 13,5"),
        ("Groupe | Taux", "Hommes | 45 %", "Femmes | 55 %", "Ensemble | 50 %"),
        ("Branche | M€", "Industrie | 100", "Auto | 60", "Textile | 40", "Services | 50", "Total | 150"),
        ("Branche | M€", "Routes | 12,5", "Ports | n.d.", "Total | 27,5"),
        ("Niveau | Élèves | Part de filles", "Primaire | 412 300 | 48 %", "Lycée | 69 000 | 54 %"),
        ("Indicateur | 2024", "Chiffre d'affaires | 120 M€", "Effectif | 300", "Total bilan | 500 M€"),
        ("Ville | Rang | Note", "Fès | 1 | 12", "Rabat | 2 | 14"),
        ("Ville | Hommes | Femmes", "Fès | 905 | 871", "Rabat | 1 241 | 1 312"),
    ],
    ids=lambda rows: rows[0] + " / " + rows[-1],
)
def test_columns_that_are_no_parts_and_no_such_changes_are_left_alone(rows):
    found = findings(table(*rows), "fr", form="markdown")
    assert [(kind, verdict) for kind, verdict, _ in found if verdict != "consistent" or kind == "sum"] == []


@pytest.mark.parametrize(("last", "verdicts"), [("Camions, divers", ["inconsistent"]), ("Camions", [])])
def test_a_last_row_that_names_what_is_left_leaves_no_part_out(last, verdicts):
    rows = ["Voitures | 1 535", "Motos | 726", "Piétons | 451", f"{last} | 122"]
    assert of("sum", table("Usagers | Tués", *rows, "Total | 2 924")) == verdicts


def test_a_corner_that_is_but_a_noun_names_the_rows_and_no_unit():
    rows = ["Écoles | 12 | 14", "Voirie | 8 | 9", "Total | 20 | 23"]
    text = "Budget, en millions d'euros :\n\n" + table("Mètres | 2023 | 2024", *rows)
    units = {e.figure.unit for finding in checked(text, "fr", form="markdown").findings for e in finding.figures}
    assert units == {"EUR"}


def test_a_cell_is_shown_in_its_row_with_its_label():
    (finding,) = checked(
        table("Ville | 2023 | 2024 | Évolution", "Fès | 12,0 | 15,0 | +35 %"), "fr", form="markdown"
    ).findings
    (window,) = finding.windows
    assert window.text.split() == ["Fès", "12,0", "15,0", "+35", "%"]
    assert [window.text[start:end] for start, end in window.spans] == ["12,0", "15,0", "+35 %"]
