"""The shape of a claims file, as types: the JSON Schema and the check of every file follow from them."""

from __future__ import annotations

from typing import Annotated, Any, Final, Literal

import msgspec
from msgspec import UNSET, Meta, Struct, UnsetType

CLAIM_ID: Final = "^[a-z][a-z0-9_]*$"
OTHER_ID: Final = "^[a-z0-9][a-z0-9-]*$"

Text = str
ClaimId = Annotated[
    str,
    Meta(
        pattern=CLAIM_ID,
        description="The id of a claim: small letters, digits and _, beginning with a letter.",
        extra={"form": "claim id"},
    ),
]
SourceId = Annotated[
    str,
    Meta(
        pattern=OTHER_ID,
        description="The id of a source: small letters, digits and -.",
        extra={"form": "id"},
    ),
]
Id = Annotated[
    str,
    Meta(pattern=OTHER_ID, description="An id: small letters, digits and -.", extra={"form": "id"}),
]
Lang = Annotated[
    str,
    Meta(pattern="^[a-z]{2}$", description="A language: fr or en.", extra={"form": "language"}),
]
PeriodText = Annotated[
    str,
    Meta(
        pattern=r"^\d{4}(-H[12]|-Q[1-4]|-\d\d(-\d\d)?|/\d{4})?$",
        description="A period: 2024, 2024-H1, 2024-Q3, 2024-06, 2024-06-30 or 2019/2024.",
        extra={"form": "period"},
    ),
]
PublishedText = Annotated[
    str,
    Meta(
        pattern=r"^\d{4}(-\d\d(-\d\d)?)?$",
        description="When it was published: a day, a month or a year.",
        extra={"form": "published"},
    ),
]
DayText = Annotated[
    str,
    Meta(
        pattern=r"^\d{4}-\d\d-\d\d$",
        description="A day: 2026-12-31.",
        extra={"form": "day"},
    ),
]
Status = Annotated[
    Literal["reported", "provisional", "revised", "forecast", "target"],
    Meta(description="How firm the figure is. A revised figure supersedes a provisional one."),
]
LabelText = Annotated[
    Text | dict[Lang, Text],
    Meta(description="A name for people: one text, or one for each language."),
]
UnitText = Annotated[
    Text,
    Meta(description="The unit: an ISO 4217 code (MAD), percent, percentage_point, year, tonne, or the noun counted."),
]
Quote = Annotated[
    Text,
    Meta(description="The figure exactly as the source printed it, with its unit and the words that loosen it."),
]


class SourceEntry(Struct, forbid_unknown_fields=True):
    """A published text that states figures."""

    lang: Annotated[Lang, Meta(description="The language it is written in: fr or en.")]
    title: Annotated[Text, Meta(description="Its title.")] | UnsetType = UNSET
    publisher: Annotated[Text, Meta(description="Who published it.")] | UnsetType = UNSET
    published: PublishedText | UnsetType = UNSET
    url: Annotated[Text, Meta(description="Where it can be read.")] | UnsetType = UNSET
    follows: (
        Annotated[
            SourceId | list[SourceId],
            Meta(description="The sources that it draws upon: with those it is one witness, not several."),
        ]
        | UnsetType
    ) = UNSET


class IndicatorEntry(Struct, forbid_unknown_fields=True):
    """What is measured, whatever the area and the period."""

    label: LabelText | UnsetType = UNSET
    words: (
        Annotated[
            dict[Lang, Text | list[Text]],
            Meta(description="By language, the words that announce it in prose."),
        ]
        | UnsetType
    ) = UNSET
    unit: UnitText | UnsetType = UNSET


class StatementEntry(Struct, forbid_unknown_fields=True):
    """One figure that a source gives, where more is to be said of it than its words."""

    quote: Quote
    value: (
        Annotated[
            Text,
            Meta(description="The figure in words that can be read, where the quote cannot: 26,2 milliards MAD."),
        ]
        | UnsetType
    ) = UNSET
    as_of: (
        Annotated[
            PeriodText,
            Meta(description="When it was so. Figures of different dates are a series and not compared."),
        ]
        | UnsetType
    ) = UNSET
    status: Status | UnsetType = UNSET
    lang: Annotated[Lang, Meta(description="The language of the quote, where it is not its source's.")] | UnsetType = (
        UNSET
    )


class AcceptedEntry(Struct, forbid_unknown_fields=True):
    """A known contradiction: it stays visible and is counted, but fails no run until its date."""

    reason: Annotated[Text, Meta(description="Why it is accepted for now.")]
    until: Annotated[DayText, Meta(description="The last day on which it is accepted: 2026-12-31.")]


class ClaimEntry(Struct, forbid_unknown_fields=True):
    """What is asserted to have a value: an indicator, for an area, over a period."""

    indicator: Annotated[Id, Meta(description="The id of its indicator.")] | UnsetType = UNSET
    area: Annotated[Text, Meta(description="Where: a country's code, or a name.")] | UnsetType = UNSET
    period: Annotated[PeriodText, Meta(description="Over which period.")] | UnsetType = UNSET
    status: Status | UnsetType = UNSET
    unit: UnitText | UnsetType = UNSET
    label: LabelText | UnsetType = UNSET
    note: Annotated[Text, Meta(description="A remark for colleagues.")] | UnsetType = UNSET
    said: (
        Annotated[
            dict[SourceId, Quote | list[Quote | StatementEntry] | StatementEntry],
            Meta(description="For each source, the figure exactly as it printed it, or a list of them."),
        ]
        | UnsetType
    ) = UNSET
    accepted: AcceptedEntry | UnsetType = UNSET


Binding = Annotated[
    dict[ClaimId, Quote],
    Meta(description="For each claim that the rule names, a figure as a source would print it."),
]


class VerdictsEntry(Struct, forbid_unknown_fields=True):
    """Figures that must give each verdict, for `factcheck test`."""

    consistent: Binding | list[Binding] | UnsetType = UNSET
    strained: Binding | list[Binding] | UnsetType = UNSET
    inconsistent: Binding | list[Binding] | UnsetType = UNSET
    unverifiable: Binding | list[Binding] | UnsetType = UNSET


class RuleEntry(Struct, forbid_unknown_fields=True):
    """A relation that must hold between claims."""

    check: Annotated[
        Text,
        Meta(description="One comparison (== <= >= < >) of two expressions over claims, or one predicate."),
    ]
    why: Annotated[Text, Meta(description="Why it must hold.")] | UnsetType = UNSET
    label: LabelText | UnsetType = UNSET
    severity: (
        Annotated[
            Literal["error", "warning", "note"],
            Meta(description="How much an inconsistency matters; error where nothing is said."),
        ]
        | UnsetType
    ) = UNSET
    accepted: AcceptedEntry | UnsetType = UNSET
    tests: VerdictsEntry | UnsetType = UNSET


class ClaimsFile(Struct, forbid_unknown_fields=True):
    """A file of claims. All files of a folder together are one base."""

    sources: dict[SourceId, SourceEntry] | UnsetType = UNSET
    indicators: dict[Id, IndicatorEntry] | UnsetType = UNSET
    claims: dict[ClaimId, ClaimEntry] | UnsetType = UNSET
    rules: dict[Id, RuleEntry] | UnsetType = UNSET


def format_json_schema() -> dict[str, Any]:
    """The JSON Schema (draft 2020-12) of a claims file, as editors read it."""
    (reference,), definitions = msgspec.json.schema_components([ClaimsFile], ref_template="#/$defs/{name}")
    return {
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "title": "factcheck claims",
        **reference,
        "$defs": _as_editors_type(definitions),
    }


def _as_editors_type(schema: Any) -> Any:
    """The schema without `type: string`: an editor types a scalar first, so that 2024 is an integer there.

    Whatever is no list and no mapping is text; a pattern holds for what an editor takes for text.
    """
    if isinstance(schema, list):
        return [_as_editors_type(each) for each in schema]
    if not isinstance(schema, dict):
        return schema
    typed = {key: _as_editors_type(value) for key, value in schema.items()}
    if typed.get("type") == "string":
        del typed["type"]
        typed["not"] = {"type": ["array", "object", "null"]}
    return typed
