"""What must give way, in short under a finding and in full, of conflicts made by hand."""

from __future__ import annotations

from fractions import Fraction

import pytest
from msgspec.structs import replace

from factcheck.errors import Place
from factcheck.figures.interval import Interval
from factcheck.phrases import Phrase
from factcheck.reading import read_quote
from factcheck.relations.conclusions import (
    Argument,
    Cleared,
    Conflict,
    Culprits,
    Slip,
    SlipKind,
    Suspect,
    Way,
    Withdrawal,
)
from factcheck.relations.expression import Comparator, Comparison, Name
from factcheck.relations.finding import Evidence, Finding, Relation, Verdict
from factcheck.reports.console import details
from factcheck.reports.culprits import cited, distinctly, in_short, left
from factcheck.reports.culprits_page import CulpritsPage
from factcheck.reports.layout import width
from factcheck.reports.lines import printed
from factcheck.reports.page import Page
from factcheck.reports.view import View
from factcheck.reports.wording import Wording


def statement(claim: str, quote: str, source: str = "paper", *others: str) -> Evidence:
    """What a source says of a claim, and others with it."""
    figure = read_quote(quote, "fr")
    first, *also = (
        Evidence(figure, quote, claim, each, Place("claims/a.yaml", line, 3, line, 9))
        for line, each in enumerate((source, *others), 10)
    )
    return replace(first, also=tuple(also))


TARGET = statement("exports_2030", "près de 40 milliards de dirhams", "three-agreements")
DOUBLING = statement("exports_multiple_2030", "doublement des performances", "three-agreements")
LEVEL = statement("exports_2024", "26,2 milliards de dirhams", "value-creation", "rebound")
BEFORE = statement("exports_2023", "26,17 milliards de dirhams", "rebound")
GROWTH = statement("growth", "+0,2 %", "rebound")
SHARE = statement("bpo_share", "9,8 %")
OTHER_SHARE = statement("ito_share", "40,3 %")
AMOUNT = statement("bpo", "8,9 millions", "rival")
LEFT = Interval(Fraction("8.84"), Fraction("8.96"))
SWAPPED = Slip(SlipKind.SWAPPED, "8,9 %", Fraction("8.9"), Phrase("two digits swapped: “{quote}”?", quote="8,9 %"))


def withdrawal(*suspects: Evidence | Suspect, rules: tuple[str, ...] = (), independent: int = 2) -> Withdrawal:
    """A correction of these statements."""
    told = tuple(each if isinstance(each, Suspect) else Suspect(each) for each in suspects)
    size = sum(1 + len(each.evidence.also) for each in told) + len(rules)
    return Withdrawal(told, rules, size, independent)


def conflict(*withdrawals: Withdrawal, cleared: tuple[Cleared, ...] = (), check: str = "rule") -> Conflict:
    """One argument of everything that a correction names."""
    said = {each.evidence.claim: each.evidence for one in withdrawals for each in one.suspects}
    return Conflict((Argument(tuple(said.values()), (check,)),), withdrawals, cleared)


def found(*figures: Evidence, check: str = "rule", verdict: Verdict = Verdict.INCONSISTENT) -> Finding:
    """A finding with these figures."""
    relation = Relation(check, "rule", Comparison(Comparator.EQUAL, Name("a"), Name("b")), {})
    flat = tuple(each for figure in figures for each in (replace(figure, also=()), *figure.also))
    return Finding(relation, verdict, Phrase("{said} is {result}", said="it", result="so"), figures=flat)


class Known:
    """Conclusions that were drawn already."""

    def __init__(self, *conflicts: Conflict, undecided: tuple[tuple[str, ...], ...] = ()) -> None:
        self.culprits = Culprits(conflicts, undecided)
        self.conflict_of = self.culprits.of


LEGS = (
    Cleared(
        LEVEL,
        (
            Way("growth-2024", (BEFORE, GROWTH)),
            Way("agreement:exports_2024", (replace(LEVEL, source="agency", also=()),)),
        ),
    ),
)


@pytest.mark.parametrize(
    ("told", "figures", "text"),
    [
        (
            conflict(withdrawal(TARGET), withdrawal(DOUBLING), cleared=LEGS),
            (TARGET, LEVEL, DOUBLING),
            "either “près de 40 milliards de dirhams” (three-agreements) or “doublement des performances” "
            "(three-agreements) must give way: “26,2 milliards de dirhams” (value-creation and rebound) stands on "
            "several legs (growth-2024 and agency)",
        ),
        (
            conflict(withdrawal(TARGET), withdrawal(DOUBLING), withdrawal(LEVEL)),
            (TARGET, LEVEL, DOUBLING),
            "either “près de 40 milliards de dirhams” (three-agreements) or “doublement des performances” "
            "(three-agreements) must give way, or else at least 2 statements",
        ),
        (
            conflict(withdrawal(BEFORE), withdrawal(TARGET), withdrawal(GROWTH)),
            (BEFORE, TARGET, GROWTH),
            "one of “26,17 milliards de dirhams” (rebound), “près de 40 milliards de dirhams” (three-agreements) and "
            "“+0,2 %” (rebound) must give way",
        ),
        (
            conflict(withdrawal(BEFORE), withdrawal(TARGET), withdrawal(GROWTH), withdrawal(SHARE), withdrawal(AMOUNT)),
            (BEFORE, TARGET, GROWTH, SHARE, AMOUNT),
            "one of “26,17 milliards de dirhams” (rebound), “près de 40 milliards de dirhams” (three-agreements), "
            "“+0,2 %” (rebound) and 2 others must give way",
        ),
        (
            conflict(withdrawal(Suspect(SHARE, LEFT, (SWAPPED,))), withdrawal(OTHER_SHARE, AMOUNT)),
            (SHARE, AMOUNT),
            "“9,8 %” (paper) must give way, or else at least 2 statements; for it the others leave 8.84 to 8.96%; "
            "two digits swapped: “8,9 %”?",
        ),
        (
            conflict(withdrawal(Suspect(SHARE, LEFT, (SWAPPED,))), withdrawal(AMOUNT)),
            (SHARE, AMOUNT),
            "either “9,8 %” (paper) or “8,9 millions” (rival) must give way; for “9,8 %” the others leave 8.84 to "
            "8.96%; two digits swapped: “8,9 %”?",
        ),
        (
            conflict(withdrawal(Suspect(SHARE, LEFT))),
            (SHARE,),
            "“9,8 %” (paper) must give way: nothing else reconciles the rest; for it the others leave 8.84 to 8.96%",
        ),
        (
            conflict(withdrawal(SHARE, AMOUNT)),
            (SHARE, AMOUNT),
            "“9,8 %” (paper) and “8,9 millions” (rival) must give way together: nothing else reconciles the rest",
        ),
        (
            conflict(withdrawal(SHARE, OTHER_SHARE), withdrawal(AMOUNT, rules=("doubled",))),
            (SHARE, AMOUNT),
            "either “9,8 %” (paper) and “40,3 %” (paper) together or “8,9 millions” (rival) and the strained relation "
            "doubled together must give way",
        ),
    ],
)  # fmt: skip
def test_what_must_give_way_is_told_in_a_sentence(
    told: Conflict, figures: tuple[Evidence, ...], text: str, english: Wording
) -> None:
    assert english.text(in_short(Known(told), found(*figures))[0]) == text


TENFOLD = Slip(SlipKind.POWER_OF_TEN, "0,98 %", Fraction("0.98"), Phrase("points, not percent?"))


@pytest.mark.parametrize(
    ("others", "hint"),
    [((), "two digits swapped: “8,9 %”?"), ((TENFOLD,), "two digits swapped: “8,9 %”?"), ((SWAPPED,), None)],
    ids=["no other slip", "another is less likely", "another is as likely"],
)
def test_a_slip_is_told_where_it_tells_one_suspect_from_the_others(
    others: tuple[Slip, ...], hint: str | None, english: Wording
) -> None:
    told = conflict(withdrawal(Suspect(SHARE, LEFT, (SWAPPED,))), withdrawal(Suspect(AMOUNT, LEFT, others)))
    sentence = english.text(in_short(Known(told), found(SHARE, AMOUNT))[0])
    assert sentence.endswith(hint or "must give way")


def test_what_the_others_leave_is_told_of_the_suspect_and_not_of_what_is_cleared(english: Wording) -> None:
    told = conflict(withdrawal(Suspect(SHARE, LEFT)), cleared=LEGS)
    sentence = english.text(in_short(Known(told), found(SHARE, LEVEL))[0])
    assert sentence.endswith("; for “9,8 %” the others leave 8.84 to 8.96%")


def test_what_reconciles_other_arguments_is_neither_told_nor_counted(english: Wording) -> None:
    dollars = statement("dollars", "2,8 milliards de dollars", "rival")
    more = Argument((LEVEL, dollars), ("dollars-2024",))
    told = conflict(withdrawal(TARGET, dollars), withdrawal(DOUBLING, dollars), withdrawal(LEVEL, BEFORE))
    told = replace(told, arguments=(Argument((TARGET, DOUBLING, LEVEL), ("rule",)), more))
    sentence = english.text(in_short(Known(told), found(TARGET, DOUBLING, LEVEL))[0])
    assert "2,8 milliards" not in sentence
    assert sentence.endswith("must give way, or else at least 2 statements")


@pytest.mark.parametrize(
    ("known", "finding"),
    [
        (None, found(SHARE)),
        (Known(), found(SHARE)),
        (Known(conflict(withdrawal(SHARE))), found(SHARE, check="another")),
        (Known(conflict(withdrawal(SHARE))), found(SHARE, verdict=Verdict.STRAINED)),
        (Known(Conflict((Argument((), ("rule", "another")),), ())), found(SHARE)),
    ],
)
def test_there_are_findings_without_culprits(known: Known | None, finding: Finding) -> None:
    assert in_short(known, finding) == ()


LONG = statement("a_claim_of_a_rather_long_name", "environ 1 250 000 personnes employées " + "dans le secteur " * 4)


@pytest.mark.parametrize("cells", [80, 100, 120])
@pytest.mark.parametrize(
    "told",
    [
        conflict(withdrawal(TARGET), withdrawal(DOUBLING), cleared=LEGS),
        conflict(withdrawal(Suspect(SHARE, LEFT, (SWAPPED,))), withdrawal(OTHER_SHARE, AMOUNT)),
        conflict(withdrawal(LONG), withdrawal(replace(LONG, claim="another_claim"))),
        conflict(withdrawal(LONG), withdrawal(DOUBLING), cleared=LEGS),
    ],
)
def test_under_a_finding_it_takes_three_lines_at_most(told: Conflict, cells: int, english: Wording) -> None:
    finding = found(LEVEL, *(each.evidence for each in told.withdrawals[0].suspects))
    text = details([finding], english, View(width=cells), Known(told))
    lines = text[text.index("  culprits") :].strip("\n").splitlines()
    assert len(lines) <= 3
    assert max(width(line) for line in text.splitlines()) <= cells


# --- in full ------------------------------------------------------------------------------------------------


def page(known: Known, wording: Wording, *findings: Finding, cells: int = 100) -> list[str]:
    shown = View(width=cells)
    return printed(CulpritsPage(Page(wording, shown), known.culprits, findings).lines(), shown).splitlines()


def test_an_argument_a_correction_and_what_is_cleared_are_told_in_full(english: Wording) -> None:
    left = Interval(Fraction(45_857_433_125), Fraction(59_040_984_375))
    told = conflict(withdrawal(Suspect(TARGET, left), independent=3), withdrawal(DOUBLING), cleared=LEGS)
    told = replace(told, arguments=(Argument((TARGET, LEVEL, DOUBLING), ("rule",)),))
    assert page(Known(told), english, found(TARGET, LEVEL, DOUBLING)) == [
        "CULPRITS  1  what has to give way so that the rest can be true",
        "✗ rule",
        "  these 3 figures cannot all be true, by rule",
        "    exports_2030           “près de 40 milliards de dirhams” (three-agreements)",
        "    exports_2024           “26,2 milliards de dirhams” (value-creation and rebound)",
        "    exports_multiple_2030  “doublement des performances” (three-agreements)",
        "    it is so",
        "",
        "  for the rest to be true, one of these has to give way:",
        "    1  1 statement; behind the rest stand 3 independent sources",
        "       “près de 40 milliards de dirhams” (three-agreements): the others leave “46 milliards de",
        "         dirhams” to “59 milliards de dirhams”",
        "    2  1 statement; behind the rest stand 2 independent sources",
        "       “doublement des performances” (three-agreements)",
        "",
        "  cleared, since several independent ways lead to it:",
        "    “26,2 milliards de dirhams” (value-creation)",
        "      by growth-2024 from “26,17 milliards de dirhams” (rebound) and “+0,2 %” (rebound)",
        "      by agreement:exports_2024 from “26,2 milliards de dirhams” (agency)",
        "",
    ]


@pytest.mark.parametrize(
    ("told", "line"),
    [
        (
            conflict(withdrawal(Suspect(SHARE, LEFT, (SWAPPED,)))),
            "       “9,8 %” (paper): the others leave “8,8 %” to “9,0 %”; two digits swapped: “8,9 %”?",
        ),
        (
            conflict(withdrawal(Suspect(SHARE, Interval(Fraction("8.96"), Fraction("9.04"))))),
            "       “9,8 %” (paper): the others leave “9,0 %”",
        ),
        (
            conflict(withdrawal(Suspect(SHARE, Interval(Fraction(12), None)))),
            "       “9,8 %” (paper): the others leave at least 12%",
        ),
        (
            conflict(withdrawal(Suspect(LEVEL, echoes=("value-creation", "rebound")))),
            "       “26,2 milliards de dirhams” (value-creation and rebound); printed alike: copied?",
        ),
        (
            conflict(withdrawal(Suspect(SHARE, echoes=("rival", "third")))),
            "       “9,8 %” (paper); printed alike by rival and third: copied?",
        ),
        (conflict(withdrawal(SHARE)), "  this figure cannot be true, by rule"),
        (conflict(withdrawal(SHARE, rules=("doubled",))), "       the strained relation doubled"),
        (
            conflict(replace(withdrawal(SHARE), is_certain=False)),
            "       whether the rest can be true then was not decided in time",
        ),
        (
            replace(conflict(withdrawal(SHARE)), is_complete=False),
            "  more may exist: the search ended at its limit",
        ),
        (
            Conflict((Argument((), ("rule", "another")),), ()),
            "  rule and another contradict each other, whatever anyone says",
        ),
        (
            Conflict((Argument((SHARE, AMOUNT), ("rule",), is_minimal=False),), (withdrawal(SHARE),)),
            "  these 2 figures, or fewer of them, cannot all be true, by rule",
        ),
        (conflict(withdrawal(SHARE)), "  for the rest to be true, this has to give way:"),
    ],
)
def test_what_is_known_of_a_conflict_is_told(told: Conflict, line: str, english: Wording) -> None:
    assert line in page(Known(told), english)


def test_what_could_not_be_decided_is_told(english: Wording) -> None:
    assert page(Known(undecided=(("a", "b"),)), english)[1:] == [
        "  whether all that is said of a and b can be true was not decided in time",
        "",
    ]


def test_where_nothing_contradicts_nothing_is_told(english: Wording) -> None:
    assert page(Known(), english) == []


def test_corrections_beyond_the_first_ones_are_counted(english: Wording) -> None:
    many = [withdrawal(statement(f"share_{number}", f"{number},0 %")) for number in range(1, 10)]
    text = "\n".join(page(Known(conflict(*many)), english))
    assert text.count("1 statement; behind the rest") == 6
    assert "3 more, none smaller, are told with --format json" in text


@pytest.mark.parametrize("cells", [80, 120])
def test_no_line_of_it_is_wider_than_the_view(cells: int, english: Wording) -> None:
    told = conflict(
        withdrawal(Suspect(LONG, LEFT, (SWAPPED,), ("a", "b"))), withdrawal(DOUBLING, LEVEL, TARGET), cleared=LEGS
    )
    lines = page(Known(told), english, cells=cells)
    assert [line for line in lines if width(line) > cells] == []


def test_what_articles_print_steers_nothing(english: Wording) -> None:
    hostile = replace(SHARE, quote="9,8 %\x1b[2J[/x]\u202e")
    text = "\n".join(page(Known(conflict(withdrawal(hostile))), english))
    assert "\x1b" not in text and "\u202e" not in text
    assert "[/x]" in text


def test_the_same_words_for_different_claims_are_told_apart(english: Wording) -> None:
    conflict = Conflict((Argument((statement("a", "12,3 millions"), statement("b", "12,3 millions")), ("same",)),), ())
    cite = distinctly(conflict, cited)
    texts = [english.text(cite(each)) for each in conflict.arguments[0].statements]
    assert texts == ["“12,3 millions” (paper) for a", "“12,3 millions” (paper) for b"]
    assert english.text(cite(LEVEL)) == english.text(cited(LEVEL))


@pytest.mark.parametrize(
    ("quote", "low", "high", "told"),
    [
        ("2024", "2025.2", "2025.7", "2025"),
        ("2024", "2025", "2025", "2025"),
        ("2024", "2025.2", "2027", "2025 to 2026"),
    ],
)
def test_a_bare_year_is_left_whole_years(quote: str, low: str, high: str, told: str, english: Wording) -> None:
    suspect = Suspect(statement("year", quote), Interval(Fraction(low), Fraction(high)))
    assert english.text(left(suspect)) == told
