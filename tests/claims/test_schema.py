from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
import yaml
from jsonschema import Draft202012Validator

from factcheck.claims.schema import format_json_schema

SCHEMA = format_json_schema()
SHIPPED = sorted((Path(__file__).parents[2] / "claims").glob("*.yaml"))


def errors(text: str) -> list[str]:
    return [error.json_path for error in Draft202012Validator(SCHEMA).iter_errors(_typed(yaml.compose(text)))]


def _typed(node: Any) -> Any:
    """What an editor makes of YAML 1.2: numbers are numbers, dates are text."""
    if isinstance(node, yaml.MappingNode):
        return {key.value: _typed(value) for key, value in node.value}
    if isinstance(node, yaml.SequenceNode):
        return [_typed(item) for item in node.value]
    if node.style is None:
        for kind in (int, float):
            try:
                return kind(node.value)
            except ValueError:
                continue
    return node.value


def test_the_schema_is_a_valid_one() -> None:
    Draft202012Validator.check_schema(SCHEMA)


@pytest.mark.parametrize("path", SHIPPED, ids=lambda path: path.name)
def test_the_shipped_claims_fit_the_schema(path: Path) -> None:
    text = path.read_text(encoding="utf-8")
    assert errors(text) == []
    assert list(Draft202012Validator(SCHEMA).iter_errors(yaml.safe_load(text))) == []


@pytest.mark.parametrize(
    "text",
    [
        "claims: {a: {period: 2024, said: {s: 26.20}}}",
        "claims: {a: {said: {s: [3 %, {quote: 12, as_of: 2024-12, value: 3, status: revised}]}}}",
        "sources: {2024: {lang: fr, title: 1984, published: 2024}}",
        "rules: {r: {check: a == 3, severity: note, tests: {strained: [{a: 3}]}}}",
        "rules: {r: {check: a == 3, accepted: {reason: x, until: 2026-12-31}}}",
    ],
)
def test_numbers_are_as_good_as_text(text: str) -> None:
    assert errors(text) == []


@pytest.mark.parametrize(
    ("text", "path"),
    [
        ("claim: {}", "$"),
        ("claims: {A: {}}", "$.claims"),
        ("claims: {a: {sayd: {}}}", "$.claims.a"),
        ("claims: {a: {period: last}}", "$.claims.a.period"),
        ("claims: {a: {status: targt}}", "$.claims.a.status"),
        ("claims: {a: {area: [x]}}", "$.claims.a.area"),
        ("sources: {s: {title: x}}", "$.sources.s"),
        ("rules: {r: {why: x}}", "$.rules.r"),
        ("rules: {r: {check: x, accepted: {reason: x}}}", "$.rules.r.accepted"),
    ],
)
def test_an_editor_marks_what_does_not_fit(text: str, path: str) -> None:
    assert errors(text) == [path]


def test_every_key_is_described() -> None:
    for name, entry in SCHEMA["$defs"].items():
        assert entry["description"], name
        assert entry["additionalProperties"] is False, name
        if name not in ("ClaimsFile", "VerdictsEntry"):
            for key, value in entry["properties"].items():
                assert "description" in value or "$ref" in value, (name, key)
