"""A base that is read file by file is the one that is loaded at once, and its mistakes are told in the same words."""

import pytest
from benchmarks import base_files
from msgspec.structs import replace

from factcheck.claims import reload as reloading
from factcheck.claims.load import load
from factcheck.errors import FactcheckError
from factcheck.figures.rates import Rates

WORDS = "sources: {s: {lang: fr}, t: {lang: en, follows: s}}\nindicators: {i: {label: exportations, unit: MAD}}\n"
FIRST = """\
claims:
  part_a: {indicator: i, period: 2024, said: {s: "26,1 Mds DH", t: 26.2 billion dirhams}}
  share_a: {said: {s: 40 %}}
rules:
  all: {check: "sum(share_*) == 100 %", why: They are all there is.}
  within: {check: part_a <= whole, tests: {consistent: {part_a: "1,0 Md DH", whole: 30 billion dirhams}}}
  own: {check: share_a <= 50 %, severity: warning}
"""
SECOND = """\
claims:
  whole: {indicator: i, period: 2024, said: {t: {quote: thirty, value: 30 billion dirhams, as_of: 2024-12}}}
  share_b: {said: {s: 60 %}, accepted: {reason: known, until: 2026-12-31}}
  dollars: {period: 2024, said: {t: 2.6 billion dollars}, unit: USD}
rules:
  between: {check: "between(share_a, 10 %, share_b)"}
  converted: {check: "convert(part_a, USD) == dollars"}
"""
LAYOUTS = {
    "words last": {"a.yaml": FIRST, "b.yaml": SECOND, "words.yaml": WORDS},
    "words in the midst": {"a.yaml": SECOND, "b.yaml": WORDS + FIRST},
    "words in two files": {
        "a.yaml": "sources: {t: {lang: en, follows: s}}\n" + FIRST,
        "b.yaml": SECOND + "sources: {s: {lang: fr}}\n",
        "c.yaml": "# sources\nindicators: {i: {label: exportations, unit: MAD}}\n",
    },
    "words in quotes": {
        "a.yaml": '"sources": {s: {lang: fr}, t: {lang: en, follows: s}}\n' + FIRST,
        "b.yaml": SECOND + "indicators: {i: {label: exportations, unit: MAD}}\n",
    },
}


def written(folder, files):
    for name, text in files.items():
        (folder / name).write_text(text, encoding="utf-8")
    return [folder]


def everything(base):
    rules = {name: replace(rule, tests=()) for name, rule in base.rules.items()}
    return dict(base.sources), dict(base.indicators), list(base.claims.items()), list(rules.items()), base.files


@pytest.mark.parametrize("at_once", [0, 10**6], ids=["parsed again", "kept until all words are known"])
@pytest.mark.parametrize("files", LAYOUTS.values(), ids=LAYOUTS)
def test_a_base_read_file_by_file_is_the_one_loaded_at_once(tmp_path, monkeypatch, files, at_once):
    monkeypatch.setattr(reloading, "_MOST_AT_ONCE", at_once)
    paths = written(tmp_path, files)
    reloaded = reloading.reload(paths, None, Rates())
    assert reloaded.files is not None, "it was read file by file"
    assert everything(reloaded.base) == everything(load(paths))
    assert reloaded.stated == 5


def test_so_is_a_large_one(tmp_path):
    base_files.write_base(tmp_path, 1000)
    reloaded = reloading.reload([tmp_path], None, Rates())
    assert reloaded.files is not None
    assert everything(reloaded.base) == everything(load([tmp_path]))


def test_words_that_were_not_recognised_are_loaded_at_once(tmp_path):
    hidden = '"\\x73ources": {s: {lang: fr}, t: {lang: en, follows: s}}\n'
    paths = written(tmp_path, {"a.yaml": hidden + FIRST, "b.yaml": SECOND + "indicators: {i: {unit: MAD}}\n"})
    reloaded = reloading.reload(paths, None, Rates())
    assert reloaded.files is None
    assert everything(reloaded.base) == everything(load(paths))


@pytest.mark.parametrize(
    ("name", "old", "new"),
    [
        ("b.yaml", "  whole:", "  part_a: {said: {s: 3}}\n  whole:"),
        ("b.yaml", "  between:", "  own: {check: share_a <= 5 %}\n  between:"),
        ("b.yaml", "share_b)", "share_c)"),
        ("b.yaml", "thirty", "thirty, value: many"),
        ("a.yaml", "sum(share_*)", "sum(shares_*)"),
        ("a.yaml", "{s: 40 %}", "{nobody: 40 %}"),
        ("a.yaml", "part_a <= whole", "part_a <= share_b"),
        ("words.yaml", "{lang: fr}", "{lang: fr, follows: t}"),
        ("words.yaml", "unit: MAD", "unit: parsecs"),
    ],
)
def test_mistakes_are_told_as_those_of_a_base_loaded_at_once(tmp_path, name, old, new):
    files = dict(LAYOUTS["words last"])
    assert old in files[name]
    paths = written(tmp_path, {**files, name: files[name].replace(old, new)})
    told = []
    for read in (lambda: reloading.reload(paths, None, Rates()), lambda: load(paths)):
        with pytest.raises(FactcheckError) as caught:
            read()
        told.append([(str(each.message), str(each.place), each.hint) for each in caught.value.problems])
    assert told[0] == told[1]


def test_of_what_was_read_rows_are_left(tmp_path):
    base_files.write_base(tmp_path, 500)
    reloaded = reloading.reload([tmp_path], None, Rates())
    rows = [row for file in reloaded.files.values() for row in (*file.claims.values(), *file.rules.values())]
    assert len(rows) == 1000
    assert sum(map(len, rows)) < sum(path.stat().st_size for path in tmp_path.iterdir())
