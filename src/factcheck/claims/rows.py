"""Claims, rules, sources and indicators as rows, to be kept from one run to the next, and back.

A row holds what its entry in the file says, in the form that takes the least time to keep: figures are read from
their quotes again, which is quick and needs no second form for them.
"""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from typing import Any, Final

import msgspec
from msgspec import Struct

from factcheck.claims.base import Claim, Indicator, Rule, Source, Statement
from factcheck.claims.like_quotes import read_like
from factcheck.claims.like_rules import LikeRules, Shaped, rates_in
from factcheck.claims.packed import packed, unpacked
from factcheck.errors import Place
from factcheck.figures.periods import Period
from factcheck.relations.expression import names
from factcheck.relations.finding import Accepted

Spot = tuple[int, int, int, int]
"""Lines and columns of a place; its file is known."""


class StatementRow(Struct, array_like=True):
    """A statement; `read` is what its figure was read from, where that is not the quote."""

    source: str
    quote: str
    lang: str
    spot: Spot
    read: str = ""
    as_of: str | None = None
    status: str | None = None


class ClaimRow(Struct, array_like=True):
    """A claim with its statements."""

    spot: Spot
    statements: list[StatementRow]
    indicator: str | None = None
    area: str | None = None
    period: str | None = None
    status: str | None = None
    unit: str = ""
    label: dict[str, str] = {}
    note: str = ""
    accepted: tuple[str, str | None] | None = None


class RuleRow(Struct, array_like=True):
    """A rule without its tests.

    names, rates  the claims and the exchange rates of which it speaks
    like          the number of its shape; where it has none, `packed` is what it asserts
    """

    names: tuple[str, ...]
    rates: tuple[str, ...]
    like: int
    spot: Spot
    text: str
    packed: Any = None
    why: str | None = None
    severity: str = "error"
    label: dict[str, str] = {}
    accepted: tuple[str, str | None] | None = None


class _Keys(Struct, array_like=True):
    """The beginning of a rule's row."""

    names: tuple[str, ...]
    rates: tuple[str, ...]


class SourceRow(Struct, array_like=True):
    """A source."""

    id: str
    spot: Spot
    lang: str
    title: str
    publisher: str
    published: str | None
    url: str
    follows: tuple[str, ...]


class IndicatorRow(Struct, array_like=True):
    """An indicator."""

    id: str
    spot: Spot
    label: dict[str, str]
    words: dict[str, tuple[str, ...]]
    unit: str


_ENCODER = msgspec.msgpack.Encoder()
_CLAIM = msgspec.msgpack.Decoder(ClaimRow)
_RULE = msgspec.msgpack.Decoder(RuleRow)
_KEYS = msgspec.msgpack.Decoder(_Keys)
_NOT_ALIKE: Final = -1


def row_of_claim(claim: Claim) -> bytes:
    """The row of a claim."""
    statements = [
        StatementRow(
            each.source, each.quote, each.lang, _spot(each.place), each.read_from, _text(each.as_of), each.status
        )
        for each in claim.statements
    ]
    return _ENCODER.encode(
        ClaimRow(
            _spot(claim.place),
            statements,
            claim.indicator,
            claim.area,
            _text(claim.period),
            claim.status,
            claim.unit,
            dict(claim.label),
            claim.note,
            _kept(claim.accepted),
        )
    )


def claim_of_row(name: str, path: str, data: bytes) -> Claim:
    """The claim of a row, which stands in the file at `path`."""
    row = _CLAIM.decode(data)
    statements = tuple(
        Statement(
            name,
            each.source,
            each.quote,
            read_like(each.read or each.quote, each.lang),
            Place(path, *each.spot),
            each.lang,
            _period(each.as_of),
            each.status,
            each.read,
        )
        for each in row.statements
    )
    return Claim(
        name,
        Place(path, *row.spot),
        row.indicator,
        row.area,
        _period(row.period),
        row.status,
        row.unit,
        row.label,
        row.note,
        statements,
        _accepted(row.accepted),
    )


def row_of_rule(rule: Rule, like: LikeRules, shaped: Shaped) -> bytes:
    """The row of a rule of that shape."""
    number = like.number(shaped)
    row = RuleRow(
        names(*rule.sides) if number is None else shaped.names,
        rates_in(rule.assertion) if number is None else like.rates(number),
        _NOT_ALIKE if number is None else number,
        _spot(rule.place),
        rule.text,
        packed(rule.assertion) if number is None else None,
        rule.why,
        rule.severity,
        dict(rule.label),
        _kept(rule.accepted),
    )
    return _ENCODER.encode(row)


def rule_of_row(like: LikeRules, name: str, path: str, data: bytes) -> Rule:
    """The rule of a row, which stands in the file at `path`; `like` knows the shapes by their numbers."""
    row = _RULE.decode(data)
    assertion = unpacked(row.packed) if row.like == _NOT_ALIKE else like.assertion(row.like, row.names)
    place = Place(path, *row.spot)
    return Rule(name, row.text, assertion, place, row.why, row.severity, row.label, _accepted(row.accepted))


def keys_of_row(data: bytes) -> tuple[str, ...]:
    """The claims and exchange rates of which a rule speaks."""
    keys = _KEYS.decode(data)
    return keys.names + keys.rates


def row_of_source(source: Source) -> SourceRow:
    """The row of a source."""
    published = _text(source.published)
    spot = _spot(source.place)
    return SourceRow(
        source.id, spot, source.lang, source.title, source.publisher, published, source.url, source.follows
    )


def source_of_row(path: str, row: SourceRow) -> Source:
    """The source of a row, which stands in the file at `path`."""
    published = _period(row.published)
    place = Place(path, *row.spot)
    return Source(row.id, row.lang, place, row.title, row.publisher, published, row.url, row.follows)


def row_of_indicator(indicator: Indicator) -> IndicatorRow:
    """The row of an indicator."""
    label: Mapping[str, str] = indicator.label
    return IndicatorRow(indicator.id, _spot(indicator.place), dict(label), dict(indicator.words), indicator.unit)


def indicator_of_row(path: str, row: IndicatorRow) -> Indicator:
    """The indicator of a row, which stands in the file at `path`."""
    return Indicator(row.id, Place(path, *row.spot), row.label, row.words, row.unit)


def _spot(place: Place) -> Spot:
    return place.line, place.column, place.end_line, place.end_column


def _text(period: Period | None) -> str | None:
    return None if period is None else period.text


def _period(text: str | None) -> Period | None:
    return None if text is None else Period.parse(text)


def _kept(accepted: Accepted | None) -> tuple[str, str | None] | None:
    if accepted is None:
        return None
    return accepted.reason, None if accepted.until is None else accepted.until.isoformat()


def _accepted(kept: tuple[str, str | None] | None) -> Accepted | None:
    if kept is None:
        return None
    reason, until = kept
    return Accepted(reason, None if until is None else date.fromisoformat(until))
