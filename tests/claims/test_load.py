from __future__ import annotations

from collections.abc import Callable
from datetime import date
from fractions import Fraction
from pathlib import Path

import pytest

from factcheck.claims.base import Base
from factcheck.claims.load import claim_files, load
from factcheck.errors import FactcheckError, InputError
from factcheck.figures.hedges import Hedge
from factcheck.figures.periods import Period

Load = Callable[..., Base]
Problems = Callable[..., list[tuple[str, str, str]]]

# the example of the design, with the sources and claims that it leaves out
EXAMPLE = """\
sources:
  rebound:
    title: "…"
    lang: fr
    published: 2025-11-03
  value-creation: {lang: fr, publisher: X, follows: rebound}
  three-agreements: {lang: fr}

indicators:
  digital-exports:
    label: {fr: exportations numériques, en: digital exports}
    words:
      fr: [exportations numériques, exportations digitales, recettes à l'exportation]
      en: [digital exports]
    unit: MAD

claims:
  exports_2023: {indicator: digital-exports, period: 2023}
  exports_2024:
    indicator: digital-exports
    area: MA
    period: 2024
    said:                                # source: the figure exactly as it printed it
      value-creation:
        - plus de 26 milliards de dirhams
        - 26,2 milliards de dirhams
      rebound: 26,2 milliards de dirhams
      three-agreements: dépassant les 26,2 milliards de dirhams
  exports_2024_usd: {unit: USD, period: 2024, said: {rebound: "2,8 milliards de dollars"}}
  exports_growth_2024: {unit: "%", label: growth, said: {rebound: "+0,2 %"}}
  jobs:
    area: MA
    said:
      rebound: plus de 120.000 emplois
      value-creation: plus de 140.000 personnes
      three-agreements:
        - quote: près de 148 500 personnes
          as_of: 2024-12
        - près de 150 000 personnes
  jobs_2030: {status: target, said: {three-agreements: {quote: le double, value: 297 000 emplois, status: forecast}}}
  jobs_multiple_2030: {said: {three-agreements: doublement}}
  signed_on: {said: {three-agreements: mardi 27 janvier 2025}}

rules:
  growth-2024:
    check: growth(exports_2023, exports_2024) == exports_growth_2024
  dollars-2024:
    check: convert(exports_2024, USD, 2024) == exports_2024_usd
    accepted:
      reason: published; a correction was asked for
      until: 2026-12-31
  jobs-double:
    check: jobs_2030 / jobs == jobs_multiple_2030
    why: The roadmap says so.
    severity: warning
    tests:
      consistent:
        jobs_2030: 297 000 emplois
        jobs: 148 500 emplois
        jobs_multiple_2030: doublement
      inconsistent:
        - {jobs_2030: 210 000 emplois, jobs: 148 500 emplois, jobs_multiple_2030: doublement}
        - {jobs_2030: 200 000 emplois, jobs: 148 500 emplois, jobs_multiple_2030: doublement}
"""


def test_the_example_of_the_design_loads(load_text: Load) -> None:
    base = load_text(EXAMPLE)
    assert list(base.sources) == ["rebound", "value-creation", "three-agreements"]
    assert base.sources["rebound"].published == Period.parse("2025-11-03")
    assert base.sources["value-creation"].follows == ("rebound",)
    assert base.indicators["digital-exports"].words["en"] == ("digital exports",)
    exports = base.claims["exports_2024"]
    assert (exports.unit, exports.area, exports.period) == ("MAD", "MA", Period.of_year(2024))
    assert [statement.source for statement in exports.statements] == [
        "value-creation",
        "value-creation",
        "rebound",
        "three-agreements",
    ]
    first, second = exports.statements[:2]
    assert (first.figure.hedge, first.figure.value) == (Hedge.OVER, Fraction(26 * 10**9))
    assert second.quote == "26,2 milliards de dirhams"
    assert base.claims["exports_growth_2024"].unit == "percent"
    assert base.claims["jobs"].statements[2].as_of == Period.parse("2024-12")
    assert base.claims["signed_on"].unit == "calendar_year"
    assert [path.name for path in base.files] == ["a.yaml"]


def test_a_statement_knows_where_its_quote_stands(load_text: Load) -> None:
    place = load_text(EXAMPLE).claims["exports_2024"].statements[2].place
    line = EXAMPLE.splitlines()[place.line - 1]
    assert line[place.column - 1 : place.end_column - 1] == "26,2 milliards de dirhams"
    assert (place.line, place.column, place.end_line, place.end_column) == (27, 16, 27, 41)


def test_value_overrides_what_no_reader_understands_and_leaves_the_quote(load_text: Load) -> None:
    (statement,) = load_text(EXAMPLE).claims["jobs_2030"].statements
    assert (statement.quote, statement.figure.value, statement.status) == ("le double", 297000, "forecast")


def test_rules_keep_what_was_said_about_them(load_text: Load) -> None:
    rules = load_text(EXAMPLE).rules
    accepted = rules["dollars-2024"].accepted
    assert accepted is not None
    assert (accepted.reason, accepted.until) == ("published; a correction was asked for", date(2026, 12, 31))
    double = rules["jobs-double"]
    assert (double.severity, double.why) == ("warning", "The roadmap says so.")
    assert str(double.assertion) == double.text == "jobs_2030 / jobs == jobs_multiple_2030"
    assert (double.place.line, double.place.column) == (53, 12)
    assert [test.verdict for test in double.tests] == ["consistent", "inconsistent", "inconsistent"]
    assert double.tests[2].bindings["jobs_2030"].value == 200000


def test_without_rules_none_is_loaded(load_text: Load) -> None:
    assert load_text(EXAMPLE, rules=False).rules == {}


def test_units_of_rules_are_taken_on_trust_where_asked(load_text: Load) -> None:
    text = EXAMPLE + "  odd: {check: jobs == exports_2024}\n"
    assert "odd" in load_text(text, check_units=False).rules
    with pytest.raises(InputError):
        load_text(text)


def test_several_files_make_one_base(load_text: Load) -> None:
    base = load_text(
        "rules: {r: {check: a > 0 MAD}}\n",
        "claims: {a: {said: {s: 3 MAD}}}\n",
        "sources: {s: {lang: fr}}\n",
    )
    assert list(base.rules) == ["r"]
    assert [path.name for path in base.files] == ["a.yaml", "b.yaml", "c.yaml"]


def test_folders_are_searched_in_order_and_each_file_counts_once(tmp_path: Path) -> None:
    for name in ("b.yml", "a.yaml", "c/d.yaml", ".hidden/x.yaml", "c/.x.yaml", "notes.txt"):
        path = tmp_path / name
        path.parent.mkdir(exist_ok=True)
        path.touch()
    found = [path.relative_to(tmp_path).as_posix() for path in claim_files([tmp_path, tmp_path / "b.yml"])]
    assert found == ["a.yaml", "b.yml", "c/d.yaml"]


def test_a_path_without_claims_is_named(tmp_path: Path) -> None:
    with pytest.raises(FactcheckError, match=r"nowhere does not exist"):
        load([tmp_path / "nowhere"])
    with pytest.raises(FactcheckError, match=r"holds no claims: no file ends in \.yaml or \.yml"):
        load([tmp_path])


SOURCE = "sources: {s: {lang: fr}}\n"
MISTAKES = [
    (SOURCE + "claim: {}\n", "a:2:1-6", "unknown key: claim", "did you mean claims?"),
    (SOURCE + "claims: {a: {sayd: {s: 3 %}}}\n", "a:2:14-18", "unknown key: sayd", "did you mean said?"),
    (SOURCE + "claims: {a: {said: {t: 3 %}}}\n", "a:2:21-22", "no source is named t", "write it under sources:"),
    ("sources: {rebound: {lang: fr}}\nclaims: {a: {said: {rebond: 3 %}}}\n", "a:2:21-27", "no source is named rebond",
     "did you mean rebound?"),
    (SOURCE + "claims: {a: {indicator: x}}\n", "a:2:25-26", "no indicator is named x", "write it under indicators:"),
    (SOURCE + "claims:\n  A-b: {said: {s: 3 %}}\n", "a:3:3-6", "A-b has the wrong form",
     "write small letters, digits and _, beginning with a letter: exports_2024"),
    ("sources: {S: {lang: fr}}\n", "a:1:11-12", "S has the wrong form",
     "write small letters, digits and -: digital-exports"),
    ("sources: {s: {title: x}}\n", "a:1:14-15", "the key lang is missing", ""),
    ("sources: {s: {lang: de}}\n", "a:1:21-23", "factcheck does not read this language: de", "it reads ('fr', 'en')"),
    ("sources: {s: {lang: fr, follows: s}}\n", "a:1:34-35", "a source cannot follow itself", "name what it draws upon"),
    ("sources: {s: {lang: fr, published: 2024-H1}}\n", "a:1:36-43", "2024-H1 has the wrong form",
     "write a day, a month or a year: 2025-11-03, 2025-11 or 2025"),
    ("sources: {s: {lang: fr, published: 2025-02-30}}\n", "a:1:36-46",
     "2025-02-30 does not exist: it is in no calendar", ""),
    (SOURCE + "claims: {a: {period: 2024-13}}\n", "a:2:22-29", "2024-13 does not exist: it is in no calendar", ""),
    (SOURCE + "claims: {a: {period: last year}}\n", "a:2:22-31", "last year has the wrong form",
     "write 2024, 2024-H1, 2024-Q3, 2024-06, 2024-06-30 or 2019/2024"),
    (SOURCE + "claims: {a: {status: targt}}\n", "a:2:22-27",
     "targt is none of ('forecast', 'provisional', 'reported', 'revised', 'target')", "did you mean target?"),
    (SOURCE + "claims: {a: {unit: MDA}}\n", "a:2:20-23", "MDA is not a unit: no currency has this code",
     "did you mean MAD?"),
    (SOURCE + "claims:\n  a:\n", "a:3:5-5", "there is no value", ""),
    (SOURCE + "claims: {a: {said: []}}\n", "a:2:20-22", "keys are expected here",
     "write a name and a colon first, then what stands under it"),
    (SOURCE + "claims: {a: {said: {s: []}}}\n", "a:2:24-26", "the list is empty", ""),
    (SOURCE + "claims: {a: {said: {s: {value: 3 %}}}}\n", "a:2:24-25", "the key quote is missing", ""),
    (SOURCE + "claims: {a: {area: [x]}}\n", "a:2:20-23", "text is expected here", ""),
    (SOURCE + "claims: {a: {said: {s: rien}}}\n", "a:2:24-28", "no figure found in “rien”",
     "say with value: which figure is meant"),
    (SOURCE + "claims: {a: {unit: MAD, said: {s: 3 %}}}\n", "a:2:35-38", "3 % is in percent, but a is in MAD",
     "give the claim a unit: of its own, or say with value: what is meant"),
    (SOURCE + "claims: {a: {unit: MAD}}\nrules: {r: {check: a == b}}\n", "a:3:25-26", "no claim is named b", ""),
    (SOURCE + "claims: {a: {unit: MAD}}\nrules: {r: {check: a == 3 %}}\n", "a:3:20-28", "a and 3 % cannot be compared",
     "a: MAD; 3 %: a plain number or a percentage"),
    (SOURCE + "claims: {a: {unit: MAD}}\nrules: {r: {check: a == a}}\n", "a:3:20-26",
     "the rule says the same whatever the figures are: they cancel", ""),
    (SOURCE + "rules: {r: {why: x}}\n", "a:2:12-13", "the key check is missing", ""),
    (SOURCE + "claims: {a: {unit: MAD}}\nrules: {r: {check: a > 0, accepted: {reason: x}}}\n", "a:3:37-38",
     "the key until is missing", ""),
    (SOURCE + "claims: {a: {unit: MAD}}\nrules: {r: {check: a > 0, accepted: {reason: x, until: 2026-02-29}}}\n",
     "a:3:56-66", "2026-02-29 does not exist: it is in no calendar", ""),
    (SOURCE + "claims: {a: {unit: MAD}}\nrules: {r: {check: a > 0, tests: {holds: {a: 3 MAD}}}}\n", "a:3:35-40",
     "unknown key: holds",
     "write one or more of ('consistent', 'strained', 'inconsistent', 'unverifiable')"),
    (SOURCE + "claims: {a: {unit: MAD}}\nrules: {r: {check: a > 0, tests: {consistent: {a: 3 %}}}}\n", "a:3:51-54",
     "3 % is in percent, but a is in MAD", "give the claim a unit: of its own, or say with value: what is meant"),
    (SOURCE + "claims: {a: {unit: MAD}, b: {}}\nrules: {r: {check: a > 0, tests: {consistent: {a: 3 MAD, b: 3}}}}\n",
     "a:3:58-59", "the rule does not name b", ""),
    (SOURCE + "claims: {a: {unit: MAD}, b: {unit: MAD}}\nrules: {r: {check: a > b, tests: {consistent: {a: 3 MAD}}}}\n",
     "a:3:35-45", "the test gives no figure for ('b',)", ""),
]  # fmt: skip


@pytest.mark.parametrize(("text", "place", "message", "hint"), MISTAKES)
def test_a_mistake_is_said_at_its_place(problems: Problems, text: str, place: str, message: str, hint: str) -> None:
    assert problems(text) == [(place, message, hint)]


@pytest.mark.parametrize(
    ("check", "place"),
    [
        ("check: a + zz == 2 MAD", "a:5:16-18"),
        ('check: "a + zz == 2 MAD"', "a:5:17-19"),
        ("check: 'a + zz == 2 MAD'", "a:5:17-19"),
        ("check: a +\n      zz == 2 MAD", "a:6:7-9"),
        ("check: >\n      a +\n      zz == 2 MAD", "a:7:7-9"),
        ("check: |-\n      a + zz\n      == 2 MAD", "a:6:11-13"),
        ('check: "a \\x2b zz == 2 MAD"', "a:5:12-13"),
    ],
)
def test_a_mistake_in_a_rule_is_found_however_yaml_writes_it(problems: Problems, check: str, place: str) -> None:
    text = SOURCE + "claims: {a: {unit: MAD}}\nrules:\n  r:\n    " + check + "\n"
    assert [found[0] for found in problems(text)] == [place]


def test_all_mistakes_of_all_files_are_reported_at_once(problems: Problems) -> None:
    found = problems(
        SOURCE + "claims: {a: {unit: MAD, said: {s: 3 %, x: 3 MAD}}}\n",
        "rules: {r: {check: a = 2}, q: {check: c == 2}}\n",
        "claims: {a: {}}\nsources:\n\ts: {}\n",
        b"claims: {b: {note: \xff}}\n",
    )
    assert [(place, message) for place, message, _ in found] == [
        ("a:2:35-38", "3 % is in percent, but a is in MAD"),
        ("b:1:22-23", "= cannot stand here"),
        ("c:3:1-2", "a tab: YAML is indented with spaces"),
        ("d:1:20-21", "not UTF-8: byte 19 is 0xff"),
    ]


def test_a_name_that_is_taken_is_reported_with_the_first(problems: Problems) -> None:
    ((place, message, hint),) = problems(SOURCE, "sources:\n  t: {lang: en}\n  s: {lang: fr}\n")
    assert (place, message) == ("b:3:3-4", "s is already taken")
    assert hint.endswith("a.yaml:1:11")


def test_mistakes_do_not_draw_others_after_them(problems: Problems) -> None:
    found = problems(
        "sources: {s: {title: x}}\n"
        "claims:\n"
        "  a: {said: {s: 3 MAD}}\n"
        "  b: {period: 2024-13}\n"
        "  c:\n"
        "rules:\n"
        "  r: {check: b == 3 MAD}\n"
        "  q: {check: 'convert(b, USD, 2024) > c'}\n"
        "  p: {check: sum(c*) == b}\n"
    )
    assert [place for place, _, _ in found] == ["a:1:14-15", "a:4:15-22", "a:5:5-5"]


def test_the_offending_line_goes_with_the_problem(load_text: Load) -> None:
    with pytest.raises(InputError) as raised:
        load_text(SOURCE + "claims: {a: {sayd: x}}\n")
    assert raised.value.problems[0].line == "claims: {a: {sayd: x}}"


def test_a_bare_number_can_count_what_its_claim_counts(load_text: Load) -> None:
    base = load_text(SOURCE + "claims: {jobs: {unit: emplois, said: {s: [148 500, près de 150 000 personnes]}}}\n")
    assert base.claims["jobs"].unit == "job"


def test_figures_of_tests_are_in_the_language_of_their_claim(load_text: Load) -> None:
    base = load_text(
        "sources: {f: {lang: fr}, e: {lang: en}}\n"
        "claims: {a: {said: {f: 1.500 emplois}}, b: {said: {e: '1,500 jobs'}}}\n"
        "rules: {r: {check: a == b, tests: {consistent: {a: 1.500 emplois, b: '1,500 jobs'}}}}\n"
    )
    assert [figure.value for figure in base.rules["r"].tests[0].bindings.values()] == [1500, 1500]
