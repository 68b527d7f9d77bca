"""What one run keeps for the next: the same findings, whatever happened in between."""

import os
import subprocess
import sys
from pathlib import Path

import pytest

from factcheck.desk import run as desk
from factcheck.desk.cache import Kept, folder

FILES = {
    "sources.yaml": "sources:\n  first: {lang: fr}\n  second: {lang: en, follows: first}\n"
    "indicators:\n  exports: {label: exportations, words: {fr: [exportations]}, unit: MAD}\n",
    "a.yaml": """\
claims:
  level_2023: {indicator: exports, period: 2023, said: {first: "26,1 Mds DH", second: 26.2 billion dirhams}}
  level_2024: {indicator: exports, period: 2024, said: {first: "30,5 milliards de dirhams"}}
  share_one: {said: {first: 40 %}, accepted: {reason: known, until: 2026-12-31}}
  share_two: {said: {first: {quote: soixante, value: 60 %}}}
rules:
  all: {check: sum(share_*) == 100 %, why: They are all there is.}
  more: {check: level_2024 >= level_2023}
""",
    "b.yaml": """\
claims:
  growth_2024: {said: {first: 14 %, second: 27%}}
  dollars: {period: 2024, said: {first: [{quote: "3,1 Mds USD", as_of: 2024-12}, "3,0 Mds USD"]}, unit: USD}
  unstated: {unit: MAD}
rules:
  grown: {check: "growth(level_2023, level_2024) == growth_2024", severity: warning}
  converted: {check: "convert(level_2024, USD) == dollars", accepted: {reason: known, until: 2026-12-31}}
  gives: {check: unstated == level_2024 - level_2023}
  ordered: {check: "between(level_2023, 20 milliards MAD, level_2024)"}
""",
}


@pytest.fixture
def base(tmp_path, monkeypatch):
    """A base that is small, and kept all the same; the cache is the test's own."""
    monkeypatch.setenv("FACTCHECK_CACHE", str(tmp_path / "cache"))
    monkeypatch.setattr(desk, "_WORTH_KEEPING", 0)
    folder = tmp_path / "claims"
    folder.mkdir()
    for name, text in FILES.items():
        (folder / name).write_text(text, encoding="utf-8")
    return folder


def told(outcome):
    return [
        (each.check, each.verdict, each.severity, each.is_accepted, str(each.message), each.figures, each.left)
        for each in outcome.findings
    ], (outcome.summary, outcome.claims, outcome.sources, outcome.derived)


def again(base):
    """What a run with the cache comes to, which must be what one without it does."""
    found = told(desk.run([base], uses_cache=True))
    assert found == told(desk.run([base]))
    return found


def edit(base, name, old, new):
    path = base / name
    text = path.read_text(encoding="utf-8")
    assert old in text
    path.write_text(text.replace(old, new), encoding="utf-8")


def cache_file(base):
    (path,) = (base.parent / "cache").iterdir()
    return path


def test_a_second_run_comes_to_the_same(base):
    first = again(base)
    before = cache_file(base).read_bytes()
    assert again(base) == first
    assert cache_file(base).read_bytes() == before


@pytest.mark.parametrize(
    ("name", "old", "new"),
    [
        ("a.yaml", "30,5", "27,0"),
        ("a.yaml", "claims:\n", "# a line more\n\nclaims:\n"),
        ("a.yaml", "  share_two:", "  share_three: {said: {first: 10 %}}\n  share_two:"),
        ("a.yaml", "why: They", "why: All"),
        ("b.yaml", "14 %", "17 %"),
        ("b.yaml", "  unstated: {unit: MAD}", "  unstated: {said: {first: 4 milliards de dirhams}}"),
        ("b.yaml", "  gives: {check: unstated == level_2024 - level_2023}\n", ""),
        ("sources.yaml", "unit: MAD", "unit: EUR"),
        ("sources.yaml", "second: {lang: en", "second: {lang: fr"),
        ("sources.yaml", "sources:", "# more\nsources:"),
    ],
)
def test_a_run_after_a_change_comes_to_what_one_without_a_cache_does(base, name, old, new):
    again(base)
    edit(base, name, old, new)
    try:
        expected = told(desk.run([base]))
    except Exception as error:
        with pytest.raises(type(error)) as caught:
            desk.run([base], uses_cache=True)
        assert [str(each.place) for each in caught.value.problems] == [str(each.place) for each in error.problems]
    else:
        assert told(desk.run([base], uses_cache=True)) == expected
        assert again(base) == expected


@pytest.mark.parametrize("wrong", ["  level_2023: {said: {first: 3}}\n", "  x: {said: {nobody: 3}}\n", "  y: [\n"])
def test_a_mistake_is_told_as_without_a_cache(base, wrong):
    again(base)
    edit(base, "b.yaml", "claims:\n", f"claims:\n{wrong}")
    messages = []
    for uses_cache in (False, True):
        with pytest.raises(desk.FactcheckError) as caught:
            desk.run([base], uses_cache=uses_cache)
        messages.append([(str(each.place), str(each.message)) for each in caught.value.problems])
    assert messages[0] == messages[1]


def test_files_may_come_and_go(base):
    again(base)
    (base / "c.yaml").write_text("claims:\n  share_four: {said: {first: 1 %}}\n", encoding="utf-8")
    assert len(again(base)[0]) > 0
    (base / "c.yaml").unlink()
    again(base)


@pytest.mark.parametrize(
    "spoilt",
    [b"", b"\0" * 40, lambda kept: kept[:-1], lambda kept: kept[:200] + b"x" + kept[201:], lambda kept: kept + b"x"],
    ids=["empty", "zeros", "cut short", "a byte changed", "a byte more"],
)
def test_a_corrupt_file_is_no_file(base, spoilt):
    first = again(base)
    path = cache_file(base)
    path.write_bytes(spoilt(path.read_bytes()) if callable(spoilt) else spoilt)
    assert again(base) == first
    assert again(base) == first


def test_what_cannot_be_written_is_no_mistake(base, monkeypatch):
    (base.parent / "file").write_text("")
    monkeypatch.setenv("FACTCHECK_CACHE", str(base.parent / "file" / "below"))
    again(base)


@pytest.mark.parametrize("off", ["off", "0", "OFF"])
def test_the_cache_can_be_turned_off(monkeypatch, off):
    monkeypatch.setenv("FACTCHECK_CACHE", off)
    kept = Kept("name")
    kept.write(b"content")
    assert folder() is None
    assert kept.read() is None


def test_the_cache_is_where_the_user_keeps_caches(monkeypatch, tmp_path):
    monkeypatch.delenv("FACTCHECK_CACHE", raising=False)
    if sys.platform != "win32":
        monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path))
        assert folder() == tmp_path / "factcheck"


def test_several_processes_may_keep_the_same_at_once(tmp_path):
    code = (
        "from factcheck.desk.cache import Kept; kept = Kept('name')\n"
        "for _ in range(50):\n    kept.write(b'x' * 50_000)\n    assert kept.read() == b'x' * 50_000\n"
    )
    environment = {**os.environ, "FACTCHECK_CACHE": str(tmp_path), "PYTHONPATH": str(Path(desk.__file__).parents[2])}
    processes = [subprocess.Popen([sys.executable, "-c", code], env=environment) for _ in range(3)]
    assert [process.wait() for process in processes] == [0, 0, 0]
    assert len(list(tmp_path.iterdir())) == 1, "nothing unfinished is left"


def test_a_cache_does_not_grow_without_end(tmp_path, monkeypatch):
    monkeypatch.setenv("FACTCHECK_CACHE", str(tmp_path))
    for number in range(40):
        Kept(str(number)).write(b"content")
    assert len(list(tmp_path.iterdir())) == 32
