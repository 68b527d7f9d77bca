from __future__ import annotations

import re
from string import Formatter
from types import ModuleType

import pytest
from babel.messages.catalog import Message

from factcheck.kinds import KINDS, TOPICS


def _fields(template: str) -> set[str]:
    return {field for _, field, _, _ in Formatter().parse(template) if field}


def _code(text: str) -> list[str]:
    return sorted(re.findall("`[^`]+`", text))


def _ids(messages: object) -> set[str]:
    return {each.id if isinstance(each.id, str) else each.id[0] for each in messages}  # type: ignore[attr-defined]


def _texts(value: str | tuple[str, ...] | list[str]) -> list[str]:
    return [value] if isinstance(value, str) else list(value)


@pytest.fixture(scope="module")
def french(catalogues: ModuleType) -> list[Message]:
    path = catalogues.ROOT / catalogues.LOCALE / "fr" / "LC_MESSAGES" / "factcheck.po"
    return [message for message in catalogues.read(path) if message.id]


def test_every_message_of_the_source_is_in_the_catalogue_and_nothing_else(
    catalogues: ModuleType, french: list[Message]
) -> None:
    said, known = _ids(catalogues.messages()), _ids(french)
    assert said - known == set(), "run tools/extract_messages.py"
    assert known - said == set(), "run tools/extract_messages.py"


def test_every_message_is_translated_with_the_same_fields(french: list[Message]) -> None:
    untranslated = [message.id for message in french if not all(_texts(message.string)) or message.fuzzy]
    assert untranslated == []
    differing = [
        message.id
        for message in french
        for text in _texts(message.string)
        if _fields(text) != _fields(_texts(message.id)[-1])
    ]
    assert differing == []


def test_plurals_have_both_forms_and_a_count(catalogues: ModuleType, french: list[Message]) -> None:
    for message in french:
        if not isinstance(message.id, str):
            assert len(_texts(message.string)) == 2, message.id
    for message in catalogues.messages():
        if message.plural is not None:
            assert "count" in _fields(message.plural), f"{message.path}:{message.line}"


def test_every_kind_has_a_page_in_the_catalogue(catalogues: ModuleType) -> None:
    pages = list(catalogues.pages())
    assert {page.path for page in pages} == {f"src/factcheck/kinds/{kind}.py" for kind in (*KINDS, *TOPICS)}
    growth = [page.template for page in pages if page.path.endswith("/growth.py")]
    assert growth[:2] == ["Growth: a rate of change against the two levels it is drawn from.", "What it checks"]
    assert "growth(from, to) = to / from − 1" in growth
    assert not [text for text in growth if "\n" in text or text != text.strip()]


def test_code_in_a_page_is_not_translated(catalogues: ModuleType, french: list[Message]) -> None:
    translations = {message.id: message.string for message in french}
    templates = {page.template for page in catalogues.pages()}
    assert [text for text in templates if _code(text) != _code(translations[text])] == []


def test_french_pages_are_set_in_french_type(catalogues: ModuleType, french: list[Message]) -> None:
    templates = {page.template for page in catalogues.pages()}
    translated = [message.string for message in french if message.id in templates and message.string != message.id]
    assert [text for text in translated if re.search("['\"]| [:;?!»]|« ", text)] == []
