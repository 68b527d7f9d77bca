"""What the check of one draft comes to."""

from __future__ import annotations

from enum import StrEnum

from msgspec import Struct

from factcheck.phrases import Phrase
from factcheck.relations.finding import Evidence, Finding


class Silence(Struct, frozen=True):
    """A relation that the text may state and that was left alone, with the reason; `--verbose` shows it."""

    kind: str
    figures: tuple[Evidence, ...]
    reason: Phrase


class Standing(StrEnum):
    """How a figure of a draft stands to the claim base."""

    SUPPORTED = "supported"
    CONTRADICTED = "contradicted"
    DISPUTED = "disputed"
    OUTDATED = "outdated"
    NOT_COVERED = "not covered"


class Match(Struct, frozen=True):
    """A figure of a draft held against the claim base: the claims that it was taken for, and why those or none."""

    figure: Evidence
    standing: Standing
    claims: tuple[str, ...]
    reason: Phrase


class Checked(Struct, frozen=True):
    """What the check of one draft comes to.

    findings   every relation judged, the consistent ones too, in the order of their places: those that the text
               states, and those of its figures with the claim base
    silences   what was considered and left alone
    matches    one for each figure that can be matched; empty where there is no claim base
    figures    how many figures the draft has
    """

    path: str
    lang: str
    findings: tuple[Finding, ...] = ()
    silences: tuple[Silence, ...] = ()
    matches: tuple[Match, ...] = ()
    figures: int = 0
