"""The stable interface for machines: one JSON document, described by `json_schema.json` beside this module."""

from __future__ import annotations

import json
from collections.abc import Mapping
from fractions import Fraction
from functools import lru_cache
from pathlib import Path
from typing import Any

from msgspec.structs import asdict

from factcheck.desk.outcome import Outcome
from factcheck.drafts.checked import Match, Silence, Standing
from factcheck.errors import NOWHERE, Place, Problem
from factcheck.figures.rounding import nearest
from factcheck.relations.finding import Accepted, Correction, Evidence, Finding, Side, Variant, Window
from factcheck.reports.decimals import DIGITS, bounds, plain, terminates
from factcheck.reports.view import View
from factcheck.reports.wording import Wording
from factcheck.version import __version__

Json = dict[str, Any]


def render(outcome: Outcome, wording: Wording, view: View) -> str:
    """The whole outcome as indented JSON; messages in the wording's language."""
    return json.dumps(document(outcome, wording), ensure_ascii=False, indent=1) + "\n"


@lru_cache(maxsize=1)
def schema() -> Mapping[str, Any]:
    """The JSON Schema (2020-12) of what `render` writes."""
    text = (Path(__file__).parent / "json_schema.json").read_text(encoding="utf-8")
    loaded: Mapping[str, Any] = json.loads(text)
    return loaded


def document(outcome: Outcome, wording: Wording) -> Json:
    """The outcome as what JSON is made of."""
    checks = [check(finding, wording) for finding in outcome.findings]
    written = {
        "factcheck": __version__,
        "checks": checks,
        "errors": [error(problem, wording) for problem in outcome.problems],
        "summary": asdict(outcome.summary),
    }
    if outcome.drafts is None:
        return {**written, **_concluded(outcome, wording)}
    for each, finding in zip(checks, outcome.findings, strict=True):
        each["windows"] = [_window(window) for window in finding.windows]
    return {**written, **_of_drafts(outcome, outcome.drafts, wording)}


def _concluded(outcome: Outcome, wording: Wording) -> Json:
    """What only claims have: what follows from all of them, and what must give way; nothing where there are none."""
    if outcome.conclusions is None:
        return {}
    from factcheck.reports.conclusions_json import culprits, implied

    return {"implied": implied(outcome.implied), "culprits": culprits(outcome.culprits, wording)}


def _of_drafts(outcome: Outcome, drafts: int, wording: Wording) -> Json:
    """What only the check of drafts has."""
    return {
        "drafts": {
            "checked": drafts,
            "figures": outcome.figures,
            "standings": {standing.name.lower(): outcome.standings.get(standing, 0) for standing in Standing},
            "baselined": outcome.baselined,
        },
        "notices": [wording.text(notice) for notice in outcome.notices],
        "matches": [_match(match, wording) for match in outcome.matches],
        "left_alone": [_silence(silence, wording) for silence in outcome.silences],
    }


def _match(match: Match, wording: Wording) -> Json:
    return {
        "figure": figure(match.figure),
        "standing": match.standing.name.lower(),
        "claims": list(match.claims),
        "reason": wording.text(match.reason),
    }


def _silence(silence: Silence, wording: Wording) -> Json:
    return {
        "kind": silence.kind,
        "figures": [figure(evidence) for evidence in silence.figures],
        "reason": wording.text(silence.reason),
    }


def _window(window: Window) -> Json:
    return {"text": window.text, "spans": [list(span) for span in window.spans], **_place(window.place)}


def check(finding: Finding, wording: Wording) -> Json:
    """A relation judged."""
    return {
        "check": finding.check,
        "kind": finding.kind,
        "verdict": str(finding.verdict),
        "severity": None if finding.severity is None else str(finding.severity),
        "confidence": str(finding.relation.confidence),
        "message": wording.text(finding.message),
        "calculation": [wording.text(step) for step in finding.calculation],
        "reason": None if finding.reason is None else wording.text(finding.reason),
        "claims": _claims(finding),
        "figures": [figure(evidence) for evidence in finding.figures],
        "left": _side(finding.left),
        "right": _side(finding.right),
        "gap": _gap(finding.gap),
        "corrections": [_correction(correction) for correction in finding.corrections],
        "variants": [_variant(variant, wording) for variant in finding.variants],
        "suppressed": finding.suppressed,
        "accepted": _accepted(finding.relation.accepted) if finding.is_accepted else None,
    }


def _claims(finding: Finding) -> list[str]:
    """The claims that the relation speaks of, each once, whether or not the worst combination names them."""
    named = [evidence.claim for name in finding.relation.names for evidence in finding.relation.figures.get(name, ())]
    shown = [evidence.claim for evidence in finding.figures]
    return list(dict.fromkeys(claim for claim in (*named, *shown) if claim is not None))


def figure(evidence: Evidence) -> Json:
    """A figure with its source, ranges and place."""
    printed = evidence.figure
    return {
        "claim": evidence.claim,
        "source": evidence.source,
        "quote": evidence.quote,
        "hedge": str(printed.hedge),
        "kind": str(printed.kind),
        "value": printed.value if isinstance(printed.value, str) else exact(printed.value),
        "unit": printed.unit,
        "literal": bounds(printed.literal),
        "usual": bounds(printed.usual),
        **_place(evidence.place),
    }


def exact(value: Fraction) -> str:
    """A value as a decimal string; one that has none ("deux tiers") as a fraction."""
    return plain(value) if terminates(value) else f"{value.numerator}/{value.denominator}"


def _side(side: Side | None) -> Json | None:
    return None if side is None else {**bounds(side.usual), "unit": side.unit}


def _gap(gap: Fraction | None) -> str | None:
    return None if gap is None else plain(nearest(gap, DIGITS))


def _correction(correction: Correction) -> Json:
    value = correction.value if isinstance(correction.value, str) else exact(correction.value)
    return {"figure": correction.figure, "quote": correction.quote, "value": value}


def _variant(variant: Variant, wording: Wording) -> Json:
    return {
        "verdict": str(variant.verdict),
        "reason": None if variant.reason is None else wording.text(variant.reason),
        "figures": [figure(evidence) for evidence in variant.figures],
        "left": _side(variant.left),
        "right": _side(variant.right),
        "gap": _gap(variant.gap),
    }


def _accepted(accepted: Accepted | None) -> Json | None:
    if accepted is None:
        return None
    return {"reason": accepted.reason, "until": None if accepted.until is None else accepted.until.isoformat()}


def error(problem: Problem, wording: Wording) -> Json:
    """What could not be done."""
    hint = None if problem.hint is None else wording.text(problem.hint)
    return {"message": wording.text(problem.message), **_place(problem.place), "hint": hint}


def _place(place: Place | None) -> Json:
    if place is None or place == NOWHERE:
        return dict.fromkeys(("path", "line", "column", "end_line", "end_column"))
    return asdict(place)
