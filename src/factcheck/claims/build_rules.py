"""From the nodes of a rule to the rule: its expression parsed and checked, its tests read."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator
from fnmatch import fnmatchcase
from typing import Final

from factcheck.claims.base import Rule, RuleTest
from factcheck.claims.entries import accepted_in, label_of, listed, map_in, text_in, text_node_in
from factcheck.claims.hints import did_you_mean
from factcheck.claims.like_rules import LikeRules, Shaped
from factcheck.claims.nodes import MapNode, TextNode, YamlFile
from factcheck.claims.quotes import is_comparable, read, report_incomparable
from factcheck.claims.rules import RuleScope, parsed
from factcheck.claims.sense import nonsense
from factcheck.claims.syntax import RuleError
from factcheck.errors import Place
from factcheck.figures.figure import Figure
from factcheck.phrases import Phrase
from factcheck.relations.expression import names
from factcheck.relations.finding import Assertion, PredicateCall

# of claims and wildcards; what a parenthesis follows is a function
_NAMES: Final = re.compile(r"\*?[a-z_][a-z0-9_]*\*?[a-z0-9_]*(?![a-z0-9_*]|\s*\()")


def speaks_of(node: MapNode, claims: Collection[str]) -> bool:
    """Whether the text of a rule names one of the claims, or has a wildcard that fits one; it need not be parsed."""
    check = text_node_in(node, "check")
    assert check is not None, "required, by the schema"
    return text_speaks_of(check.text, claims)


def text_speaks_of(text: str, claims: Collection[str]) -> bool:
    """As `speaks_of`, of the text of a rule."""
    return any(
        any(fnmatchcase(claim, name) for claim in claims) if "*" in name else name in claims
        for name in _NAMES.findall(text)
    )


def rule_of(
    file: YamlFile,
    key: TextNode,
    node: MapNode,
    scope: RuleScope,
    like: LikeRules,
    *,
    check_units: bool,
    shaped: Shaped | None = None,
) -> Rule | None:
    """The rule of an entry; None where its expression has a mistake, which is reported.

    `like` are rules of the same base that were checked in the same way; `shaped` the shape of this one, where that is
    known.
    """
    check = text_node_in(node, "check")
    assert check is not None, "required, by the schema"
    try:
        assertion = _assertion(check.text, scope, like, shaped, check_units=check_units)
    except RuleError as mistake:
        if mistake.is_certain:
            start = offset_in_file(file, check, mistake.start)
            end = offset_in_file(file, check, mistake.end - 1) + 1 if mistake.end > mistake.start else start
            file.report(mistake.phrase, start, end, mistake.hint)
        return None
    return Rule(
        id=key.text,
        text=check.text,
        assertion=assertion,
        place=file.place_of(check),
        why=text_in(node, "why"),
        severity=text_in(node, "severity") or "error",
        label=label_of(node),
        accepted=accepted_in(node),
        tests=tuple(_tests(file, node, _named(assertion), scope)) if "tests" in node.entries else (),
    )


def _assertion(text: str, scope: RuleScope, like: LikeRules, shaped: Shaped | None, *, check_units: bool) -> Assertion:
    """What the text of a rule asserts; raises RuleError."""
    shaped = shaped or like.shaped(text, scope)
    number = like.number(shaped)
    if number is not None:
        return like.assertion(number, shaped.names)
    assertion = parsed(text, scope)
    _check(assertion, text, scope, check_units=check_units and scope.trusts(_named(assertion)))
    like.learn(shaped, assertion)
    return assertion


def _named(assertion: Assertion) -> tuple[str, ...]:
    if isinstance(assertion, PredicateCall):
        return names(*assertion.arguments)
    return names(assertion.left, assertion.right)


def _check(assertion: Assertion, text: str, scope: RuleScope, *, check_units: bool) -> None:
    """Raises RuleError where a relation says nothing, or compares what cannot be compared."""
    message = nonsense(assertion)
    if message is not None:
        raise RuleError(message, 0, len(text))
    if not check_units:
        return
    from factcheck.claims.units import UnitError
    from factcheck.claims.units import check_units as check

    try:
        check(assertion, scope.stated_unit)
    except UnitError as mistake:
        raise RuleError(mistake.phrase, 0, len(text), mistake.hint) from None


def offset_in_file(file: YamlFile, node: TextNode, offset: int) -> int:
    """Where in the file the character of a text stands.

    A text of several lines is folded by YAML and one in quotes may hold escapes, so the characters that are no
    white space are counted; where that fails, it is where the text begins.
    """
    written = file.text[node.start : node.end]
    if written == node.text:
        return node.start + offset
    begin = node.start + (0 if node.is_plain else 1)
    if written[:1] in "|>":
        begin = file.text.find("\n", node.start) + 1
    characters = "".join(node.text.split())
    wanted = len("".join(node.text[:offset].split()))
    counted = 0
    for place in range(begin, node.end):
        char = file.text[place]
        if char.isspace():
            continue
        if counted == wanted:
            return place
        if characters[counted : counted + 1] != char:
            return node.start
        counted += 1
    return max(begin, node.end - (0 if node.is_plain else 1))


def _tests(file: YamlFile, node: MapNode, named: tuple[str, ...], scope: RuleScope) -> Iterator[RuleTest]:
    """The tests of a rule, in the order written."""
    tests = map_in(node, "tests")
    for key, value in tests.entries.values() if tests is not None else ():
        for each in listed(value):
            assert isinstance(each, MapNode), "mappings, by the schema"
            yield _test(file, key, each, named, scope)


def _test(file: YamlFile, key: TextNode, node: MapNode, named: tuple[str, ...], scope: RuleScope) -> RuleTest:
    figures: dict[str, Figure] = {}
    quotes: dict[str, str] = {}
    places: dict[str, Place] = {}
    for name, (name_node, quote) in node.entries.items():
        assert isinstance(quote, TextNode), "text, by the schema"
        if name not in named:
            file.report_at(name_node, Phrase("the rule does not name {name}", name=name), did_you_mean(name, named))
            continue
        figure = read(quote, scope.language(name), file)
        if figure is None:
            continue
        unit = scope.stated_unit(name)
        if unit is not None and scope.trusts([name]) and not is_comparable(figure, unit):
            report_incomparable(file, quote, figure, name, unit)
        figures[name], quotes[name], places[name] = figure, quote.text, file.place_of(quote)
    missing = tuple(name for name in named if name not in node.entries and name not in node.lost)
    if missing and key.text != "unverifiable":
        file.report_at(key, Phrase("the test gives no figure for {names}", names=missing))
    return RuleTest(key.text, figures, file.place_of(key), quotes, places)
