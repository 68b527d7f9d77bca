"""Numbers of things announced, and the things listed after them."""

import re

import pytest
from prose import checked, findings


def counts(text, lang, form="text"):
    return [verdict for kind, verdict, _ in findings(text, lang, form=form) if kind == "count"]


ENUMERATIONS = [
    ("fr", "{} villes : Rabat, Fès, Tanger et Oujda."),
    ("fr", "Le plan a {} axes : la formation, le logement, l'emploi et la santé."),
    ("fr", "{} pays sont concernés : l'Algérie, le Maroc, la Tunisie et la Libye."),
    ("fr", "{} pays (Algérie, Maroc, Tunisie et Libye) ont signé."),
    ("fr", "{} films – Alpha, Beta, Gamma et Delta – sont primés."),
    ("fr", "{} ministres, Ali Badou, Lina Karim, Omar Sefrioui et Nadia Fikri, ont signé."),
    ("fr", "Les {} villes retenues sont Rabat, Fès, Tanger et Oujda."),
    ("en", "{} cities: Rabat, Fez, Tangier and Oujda."),
    ("en", "The plan has {} aims: housing, health, schools, and roads."),
    ("en", "{} countries (France, Spain, Italy and Greece) objected."),
    ("en", "The {} winners are Anna, Ben, Carla and Dan."),
]
NUMBERS = {"fr": ("Trois", "Quatre", "Cinq"), "en": ("Three", "Four", "Five")}


@pytest.mark.parametrize(("lang", "text"), ENUMERATIONS)
def test_an_enumeration_has_as_many_items_as_announced(lang, text):
    numbers = [number if text.startswith("{") else number.lower() for number in NUMBERS[lang]]
    fewer, right, more = (counts(text.format(number), lang) for number in numbers)
    assert (fewer, right, more) == (["inconsistent"], ["consistent"], ["inconsistent"])


@pytest.mark.parametrize(
    ("lang", "lead"),
    [
        ("fr", "Le pays a signé {} accords :"),
        ("fr", "Voici les {} mesures annoncées mardi par le ministre :"),
        ("fr", "Le plan prévoit {} mesures pour l'emploi :"),
        ("en", "The council took {} decisions:"),
        ("en", "The report makes the following {} proposals:"),
    ],
)
def test_a_list_has_as_many_items_as_the_paragraph_before_announces(lang, lead):
    items = "\n\n- first thing\n- second thing\n- third thing\n- fourth thing\n\nEnd.\n"
    fewer, right, more = NUMBERS[lang]
    assert counts(lead.format(fewer.lower()) + items, lang, "markdown") == ["inconsistent"]
    assert counts(lead.format(right.lower()) + items, lang, "markdown") == ["consistent"]
    assert counts(lead.format(more.lower()) + items, lang, "markdown") == ["inconsistent"]


@pytest.mark.parametrize("bullet", ["- ", "• ", "1. "])
def test_a_list_of_plain_text_is_counted(bullet):
    items = ";\n".join(f"{bullet.replace('1', str(at))}une mesure" for at in (1, 2, 3, 4))
    text = f"Le plan prévoit désormais {{}} mesures :\n{items}.\n\nLe maire dit oui.\n"
    assert counts(text.format("trois"), "fr") == ["inconsistent"]
    assert counts(text.format("quatre"), "fr") == ["consistent"]


@pytest.mark.parametrize(
    ("lang", "text"),
    [
        ("fr", "Trois candidats : Anne Martin (PS), Paul Durand (LR) et Luc Petit (RN)."),
        ("fr", "Trois usines ont fermé depuis 2018 : Nérac, Vire et Thann."),
        (
            "fr",
            "Trois directions sont visées : le siège, qui perdrait 640 postes, le service client et le réseau.",
        ),
        ("fr", "Deux accords ont été signés, l'un avec la région, l'autre avec l'université."),
        ("en", "Two bridges will close, one in Leeds and the other in York."),
        (
            "en",
            "Three lines will grow: the Red Line to Palar, the Blue Line and the Green Line, also Line 3.",
        ),
    ],
)
def test_a_long_enumeration_is_taken_up_where_it_holds(lang, text):
    assert counts(text, lang) == ["consistent"]
    assert counts(re.sub("Trois|Three|Two|Deux", NUMBERS[lang][2], text), lang) == []


def test_the_message_says_both_numbers_and_the_correction_the_one_that_fits():
    (finding,) = checked("Trois villes : Rabat, Fès, Tanger et Oujda.", "fr").findings
    assert (finding.message.values["announced"], finding.message.values["listed"]) == (3, 4)
    assert [correction.quote for correction in finding.corrections] == ["Quatre villes"]


SILENT = [
    ("fr", "Trois villes : Rabat, Fès, Tanger, etc."),
    ("fr", "Trois villes, dont Rabat, Fès, Tanger et Oujda, ont signé."),
    ("fr", "Trois pays ont un plan : la formation, l'emploi, la santé et le logement."),
    ("fr", "Trois experts répondent : prudence, patience, rigueur et audace."),
    ("fr", "Trois villes : Rabat, la capitale, Fès et Oujda."),
    ("fr", "Quatre axes : recherche et développement, formation et emploi, mines."),
    ("fr", "Deux options : partir, rester ou attendre."),
    ("fr", "Plus de trois villes : Rabat et Fès."),
    ("fr", "Il a marqué trois buts : Messi, Mbappé, Neymar et Hakimi étaient là."),
    ("fr", "Cinq morts : deux à Rabat et trois à Fès."),
    ("fr", "Les deux hommes, Jean Dupont, 45 ans, et Marc Durand, 32 ans, sont libres."),
    ("fr", "La phase a exigé 23 puits :\n\n- 11 producteurs ;\n- 10 injecteurs d'eau ;\n- 2 injecteurs de gaz.\n"),
    ("en", "Two options: leave, or remain and pay."),
    ("en", "Three cities such as Rabat, Fez, Tangier and Oujda."),
    ("en", "Three ministers have a plan: housing, health, schools and roads."),
    ("en", "Three firms, including Alpha, Beta, Gamma and Delta, objected."),
]


@pytest.mark.parametrize(("lang", "text"), SILENT)
def test_what_is_open_or_cannot_be_counted_is_left_alone(lang, text):
    assert counts(text, lang) == []


@pytest.mark.parametrize(
    "text",
    [
        "Les trois pays ont signé des accords sur :\n\n- la pêche\n- le gaz\n- le rail\n- le port\n",
        "Trois accords, notamment :\n\n- la pêche\n- le gaz\n- le rail\n- le port\n",
        "Quatre accords :\n\n- la pêche\n- le gaz\n- etc.\n",
        "Quatre accords :\n\n- la pêche\n- le gaz\n\nPuis :\n\n- le rail\n- le port\n",
        "En trois ans, le pays a construit :\n\n- un port\n- un pont\n- un rail\n- un tunnel\n",
        "Trois accords ont été signés.\n\n- la pêche\n- le gaz\n- le rail\n- le port\n",
    ],
)
def test_a_list_of_something_else_is_left_alone(text):
    assert counts(text, "fr", "markdown") == []
