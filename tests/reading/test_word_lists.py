"""Files of words, and the copies of them that are quick to read."""

import importlib.util
import shutil
from pathlib import Path

import pytest
import yaml

from factcheck.reading.word_lists import COMPILED, load

ROOT = Path(__file__).parents[2]
SOURCE = Path("src/factcheck")
FILES = sorted(path.relative_to(ROOT) for path in (ROOT / SOURCE).rglob("*.yaml"))


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


def test_every_file_of_the_package_is_compiled_to_what_yaml_makes_of_it(tmp_path, compile_word_files, monkeypatch):
    for file in FILES:
        (tmp_path / file).parent.mkdir(parents=True, exist_ok=True)
        shutil.copy(ROOT / file, tmp_path / file)
    meant = {file: yaml.load((ROOT / file).read_text(encoding="utf-8"), yaml.CBaseLoader) for file in FILES}
    assert len(compile_word_files(tmp_path)) == len(FILES)
    without_yaml(monkeypatch)
    for file in FILES:
        copy = load(tmp_path / file)
        assert copy == meant[file]
        assert repr(copy) == repr(meant[file])  # in the same order, too: of equal phrases the first counts
