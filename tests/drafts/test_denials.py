"""Figures that a sentence denies or asks about: how surely, and which it states all the same."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from factcheck.drafts.against.bindings import Clause
from factcheck.drafts.areas import AreaNames, Folded
from factcheck.drafts.denials import Denial, denial_of, is_asked
from factcheck.drafts.prose import Draft
from factcheck.reading.documents import document_of


def clauses(text, lang):
    draft = Draft(document_of("-", text.encode(), "text"), lang, None)
    for sentence in draft.sentences:
        tokens = Folded(sentence.tokens)
        yield draft, Clause(draft, sentence, tokens, tuple(AreaNames(lang).named(tokens))), sentence


def denials(text, lang):
    return {
        mention.figure.text: denial_of(draft, clause, mention)
        for draft, clause, sentence in clauses(text, lang)
        for mention in sentence.mentions
        if mention.figure.kind != "date"
    }


SURE = [
    ("fr", "Airbus ne compte pas 134 000 salariés", Denial(is_sure=True)),
    ("fr", "Le taux de chômage n'est pas de 9 % en France en 2024", Denial(is_sure=True)),
    ("fr", "Le taux de chômage n’est pas de 9 %", Denial(is_sure=True)),
    (
        "fr",
        "Les exportations n'ont pas atteint 26,2 milliards de dirhams en 2024",
        Denial(is_sure=True, is_reached=True),
    ),
    ("fr", "Les exportations n'ont toujours pas atteint 26 milliards", Denial(is_sure=True, is_reached=True)),
    ("fr", "Le taux n'a jamais dépassé 7,4 %", Denial(is_sure=True, is_always=True)),
    ("fr", "Il est faux que les exportations ont atteint 26 milliards", Denial(is_sure=True, is_whole=True)),
    ("en", "Airbus does not employ 134,000 people", Denial(is_sure=True)),
    ("en", "Unemployment was not 9% in 2024", Denial(is_sure=True)),
    ("en", "Exports didn't reach 26 billion dirhams", Denial(is_sure=True, is_reached=True)),
    ("en", "Exports have never exceeded 26 billion dirhams", Denial(is_sure=True, is_always=True)),
    ("en", "It is not true that exports came to 26 billion dirhams", Denial(is_sure=True, is_whole=True)),
]


@pytest.mark.parametrize(("lang", "text", "expected"), SURE, ids=[each[1] for each in SURE])
def test_what_is_surely_denied(lang, text, expected):
    assert list(denials(text, lang).values()) == [expected]


IN_DOUBT = [
    ("fr", "Airbus n'emploie plus 134 000 salariés"),
    ("fr", "Les exportations n'ont pas, selon l'office, atteint 26,2 milliards de dirhams"),
    ("fr", "Les exportations n'ont, selon l'office, pas atteint 26,2 milliards de dirhams"),
    ("fr", "Les 26 milliards de dirhams n'ont pas été atteints"),
    ("fr", "Les exportations n'ont pas augmenté de 0,2 % en 2024"),
    ("fr", "Les exportations n'ont pas atteint 26,2 milliards de dirhams en 2023 mais en 2024"),
    ("fr", "Les entreprises qui n'emploient pas 50 salariés sont exemptées"),
    ("fr", "Airbus emploie 134 000 salariés. C'est faux."),
    ("fr", "L'office dément que le chômage atteigne 9 %"),
    ("fr", "Le déficit est loin de 3 milliards d'euros"),
    ("en", "Airbus no longer employs 134,000 people"),
    ("en", "Exports failed to reach 26 billion dirhams"),
    ("en", "The claim that exports reached 26 billion dirhams is false"),
    ("en", "Airbus employs 134,000 people. That's wrong."),
]


@pytest.mark.parametrize(("lang", "text"), IN_DOUBT, ids=[each[1] for each in IN_DOUBT])
def test_what_is_denied_and_cannot_be_judged(lang, text):
    (denial,) = denials(text, lang).values()
    assert denial is not None
    assert not denial.is_sure


STATED = [
    ("fr", "Le taux de chômage, qui n'a pas baissé, est de 7,4 %"),
    ("fr", "Le taux n'a pas bougé et atteint 7,4 %"),
    ("fr", "Airbus ne compte que 134 000 salariés"),
    ("fr", "Airbus ne compte plus que 134 000 salariés"),
    ("fr", "Pas moins de 134 000 salariés travaillent là"),
    ("fr", "Non seulement Airbus compte 134 000 salariés, mais il embauche"),
    ("fr", "Le taux ne dépasse pas 7,4 %"),
    ("fr", "Nul ne s'y attendait : le taux est de 7,4 %"),
    ("fr", "Les 134 000 salariés d'Airbus n'ont pas été consultés"),
    ("fr", "Airbus compte plus de 134 000 salariés. Faux amis et vrais chiffres suivent."),
    ("en", "Unemployment, which did not fall, is 7.4%"),
    ("en", "Not only did exports reach 26 billion dirhams, they grew"),
    ("en", "No fewer than 134,000 people work there"),
    ("en", "Unemployment did not exceed 7.4%"),
    ("en", "The 134,000 workers were not consulted"),
    ("en", "The bill will come to 5% of the budget; the opposition doubts that it will be so little"),
    ("en", "It has never looked back: exports reached 26 billion dirhams"),
]


@pytest.mark.parametrize(("lang", "text"), STATED, ids=[each[1] for each in STATED])
def test_what_is_stated_all_the_same(lang, text):
    assert list(denials(text, lang).values()) == [None]


def test_of_two_figures_the_one_that_is_denied_is_told():
    found = denials("Airbus compte 134 000 salariés, et non 140 000 salariés", "fr")
    assert found == {"134 000 salariés": None, "140 000 salariés": Denial()}
    found = denials("Exports reached 26 billion dirhams, not 27 billion dirhams", "en")
    assert [each is None for each in found.values()] == [True, False]


def test_what_is_worth_the_denied_figure_is_denied_with_it():
    found = denials("Les exportations n'ont pas atteint 26,2 milliards de dirhams, soit 2,8 milliards de dollars", "fr")
    assert [each is not None and each.is_sure for each in found.values()] == [True, False]
    assert None not in found.values()


@pytest.mark.parametrize(
    ("lang", "text", "asks"),
    [
        ("fr", "Le taux de chômage est-il de 9 % ?", True),
        ("fr", "Est-il vrai que le taux de chômage est de 9 %", True),
        ("fr", "Le taux de chômage est de 9 %.", False),
        ("en", "Is it true that unemployment was 9%", True),
        ("en", "Was unemployment 9%?", True),
        ("en", "It is true that unemployment was 9%.", False),
    ],
)
def test_what_is_asked(lang, text, asks):
    assert [is_asked(draft, clause) for draft, clause, _ in clauses(text, lang)] == [asks]


WORDS = [
    "le taux",
    "ne",
    "n'est",
    "pas",
    "jamais",
    "de",
    "plus",
    "est",
    ",",
    "et",
    "qui",
    "(",
    "soit",
    "9 %",
    "«",
    "faux",
]


@given(st.lists(st.sampled_from(WORDS), max_size=12).map(" ".join))
def test_any_words_can_be_looked_through(text):
    for denial in denials(f"{text} 7 % de plus", "fr").values():
        assert denial is None or isinstance(denial, Denial)


@given(st.sampled_from(SURE), st.sampled_from(["En somme, ", "Selon l'Insee, ", "Paris : "]))
def test_what_stands_before_the_clause_changes_nothing(case, opening):
    lang, text, expected = case
    if lang == "fr":
        assert list(denials(opening + text, lang).values()) == [expected]
