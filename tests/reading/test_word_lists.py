"""Files of words, and the copies of them that are quick to read."""

import importlib.util
import json
import shutil
import tomllib
from pathlib import Path

import pytest
import yaml

from factcheck.figures import data_files
from factcheck.reading.tokens import words_of
from factcheck.reading.word_lists import COMPILED, load, phrases, words_of_each

ROOT = Path(__file__).parents[2]
SOURCE = Path("src/factcheck")
FILES = sorted(path.relative_to(ROOT) for path in (ROOT / SOURCE).rglob("*.yaml"))
TOML_FILES = sorted(path.relative_to(ROOT) for path in (ROOT / SOURCE).rglob("*.toml"))
LISTS = ["le, la, l'", "point(s) de base", "d'au moins, plus d', \"(\", M. le président", "zéro", ""]


@pytest.fixture(scope="module")
def compile_word_files():
    spec = importlib.util.spec_from_file_location("word_files", ROOT / "tools" / "word_files.py")
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module.compile_word_files


@pytest.fixture
def words(tmp_path, compile_word_files):
    """A file of words with its copy, in a tree of its own."""
    path = tmp_path / SOURCE / "reading" / "lexicon" / "fr.yaml"
    path.parent.mkdir(parents=True)
    path.write_text("articles: le, la, l'\nnumbers:\n  0: zéro\n  80: octante\n", encoding="utf-8")
    assert compile_word_files(tmp_path) == [path.with_suffix(COMPILED)]
    return path


def without_yaml(monkeypatch):
    monkeypatch.setattr(yaml, "load", lambda *_: pytest.fail("read as YAML"))
    monkeypatch.setattr(tomllib, "loads", lambda *_: pytest.fail("read as TOML"))


def test_the_copy_says_the_same_and_is_read_instead(words, monkeypatch):
    without_yaml(monkeypatch)
    assert load(words) == {"articles": "le, la, l'", "numbers": {"0": "zéro", "80": "octante"}}


def test_a_copy_of_an_older_file_is_passed_over(words):
    words.write_text("articles: un, une\n", encoding="utf-8")
    assert load(words) == {"articles": "un, une"}


@pytest.mark.parametrize("content", [b"", b"{", b"[]", b'{"source": 1, "data": {}}', b"\xff\xfe"])
def test_a_broken_copy_is_passed_over(words, content):
    words.with_suffix(COMPILED).write_bytes(content)
    assert load(words)["articles"] == "le, la, l'"


def test_a_file_without_a_copy_is_read(words):
    words.with_suffix(COMPILED).unlink()
    assert load(words)["articles"] == "le, la, l'"


def test_compiling_again_leaves_what_is_right(words, tmp_path, compile_word_files):
    before = words.with_suffix(COMPILED).stat()
    compile_word_files(tmp_path)
    after = words.with_suffix(COMPILED).stat()
    assert (before.st_ino, before.st_mtime_ns) == (after.st_ino, after.st_mtime_ns)


@pytest.mark.parametrize("listed", LISTS)
def test_phrases_taken_apart_when_compiled_are_what_they_are_when_read(listed, tmp_path, compile_word_files):
    read = list(words_of_each(listed))
    assert read == [words_of(phrase) for phrase in phrases(listed)]
    path = tmp_path / SOURCE / "fr.yaml"
    path.parent.mkdir(parents=True)
    path.write_text(yaml.dump({"a": listed, "b": {"c": f"EUR: {listed}\nUSD: dollar(s)\n"}}), encoding="utf-8")
    [copy] = compile_word_files(tmp_path)
    words = json.loads(copy.read_text(encoding="utf-8"))["words"]
    assert [tuple(each) for each in words.get(listed, [])] == read
    assert words["dollar(s)"] == [["dollar"], ["dollars"]]


def test_copies_at_hand_hold_the_words_that_their_phrases_have_by_now():
    for file in FILES:
        copy = (ROOT / file).with_suffix(COMPILED)
        if copy.exists():
            words = data_files.Compiled(**json.loads(copy.read_text(encoding="utf-8"))).words
            expected = {listed: [list(words_of(phrase)) for phrase in phrases(listed)] for listed in words}
            assert words == expected, f"{copy} is old: run python tools/word_files.py"


def test_every_file_of_the_package_is_compiled_to_what_it_says(tmp_path, compile_word_files, monkeypatch):
    for file in (*FILES, *TOML_FILES):
        (tmp_path / file).parent.mkdir(parents=True, exist_ok=True)
        shutil.copy(ROOT / file, tmp_path / file)
    meant = {file: yaml.load((ROOT / file).read_text(encoding="utf-8"), yaml.CBaseLoader) for file in FILES}
    meant |= {file: tomllib.loads((ROOT / file).read_text(encoding="utf-8")) for file in TOML_FILES}
    assert len(compile_word_files(tmp_path)) == len(meant)
    without_yaml(monkeypatch)
    for file in meant:
        copy = load(tmp_path / file)
        assert copy == meant[file]
        assert repr(copy) == repr(meant[file])  # in the same order, too: of equal phrases the first counts
