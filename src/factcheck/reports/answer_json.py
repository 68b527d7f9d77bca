"""The answer to one question as JSON, described by `answer_schema.json` beside this module."""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping
from functools import lru_cache
from pathlib import Path
from typing import Any

from factcheck.desk.answer import Answer, Follows, Held, Looked, Near, Said
from factcheck.errors import Problem
from factcheck.reports.decimals import bounds
from factcheck.reports.json import check, error, figure
from factcheck.reports.json import schema as report_schema
from factcheck.reports.wording import Wording
from factcheck.version import __version__

Json = dict[str, Any]


def render(answer: Answer, wording: Wording) -> str:
    """The whole answer as indented JSON; messages in the wording's language."""
    return json.dumps(_document(answer, wording), ensure_ascii=False, indent=1) + "\n"


def failure(problems: Iterable[Problem], wording: Wording) -> str:
    """What stands in place of an answer where there is none."""
    document = {"factcheck": __version__, "answer": None, "errors": [error(each, wording) for each in problems]}
    return json.dumps(document, ensure_ascii=False, indent=1) + "\n"


@lru_cache(maxsize=1)
def schema() -> Mapping[str, Any]:
    """The JSON Schema (2020-12) of what `render` and `failure` write."""
    loaded = json.loads((Path(__file__).parent / "answer_schema.json").read_text(encoding="utf-8"))
    return {**loaded, "$defs": {**report_schema()["$defs"], **loaded["$defs"]}}


def _document(answer: Answer, wording: Wording) -> Json:
    return {
        "factcheck": __version__,
        "answer": {
            "sentence": answer.sentence,
            "lang": answer.lang,
            "asked": answer.is_asked,
            "standing": answer.standing.name.lower(),
            "severity": None if answer.severity is None else str(answer.severity),
            "reason": wording.text(answer.reason),
            "figures": [
                {**figure(each), "period": None if each.figure.period is None else str(each.figure.period)}
                for each in answer.figures
            ],
            "checks": [check(each, wording) for each in answer.findings],
            "looked_up": [_looked(each, wording) for each in answer.looked],
            "nearest": [_near(each) for each in answer.nearest],
            "claims": answer.claims,
            "rates_reach": None if answer.rates_reach is None else str(answer.rates_reach),
        },
        "errors": [],
    }


def _looked(looked: Looked, wording: Wording) -> Json:
    return {
        "quote": looked.evidence.quote,
        "unit": looked.figure.unit,
        "standing": looked.standing.name.lower(),
        "denied": None if looked.denial is None else "surely" if looked.denial.is_sure else "perhaps",
        "lacks": [wording.text(each) for each in looked.lacks],
        "reason": None if looked.reason is None else wording.text(looked.reason),
        "claims": [_held(each, wording) for each in looked.held],
    }


def _held(held: Held, wording: Wording) -> Json:
    return {
        "claim": held.claim.id,
        "label": held.label,
        "area": held.claim.area,
        "period": None if held.claim.period is None else str(held.claim.period),
        "standing": held.standing.name.lower(),
        "said": [_said(each) for each in held.said],
        "follows": [_follows(each, wording) for each in held.follows],
    }


def _said(said: Said) -> Json:
    published = None if said.source is None else said.source.published
    title = "" if said.source is None else said.source.title
    return {
        **figure(said.statement),
        "title": title,
        "published": None if published is None else str(published),
        "verdict": str(said.verdict),
    }


def _follows(follows: Follows, wording: Wording) -> Json:
    implied = follows.implied
    return {
        "rule": follows.rule.id,
        "verdict": str(follows.verdict),
        "usual": bounds(implied.usual),
        "literal": bounds(implied.literal),
        "unit": implied.unit,
        "from": [figure(each) for each in implied.figures],
        "note": None if follows.note is None else wording.text(follows.note),
    }


def _near(near: Near) -> Json:
    return {
        "claim": near.claim.id,
        "label": near.label,
        "period": None if near.claim.period is None else str(near.claim.period),
        "quote": near.quote,
        "source": near.source,
        "fits": near.fits,
    }
