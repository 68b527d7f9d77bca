"""What the formats for CI have in common: which findings they report, in which order, where, and under which key."""

from __future__ import annotations

import hashlib
import os.path
from collections import Counter
from collections.abc import Iterator
from pathlib import Path, PurePath
from typing import Final

from msgspec import Struct

from factcheck.desk.outcome import Outcome
from factcheck.errors import Place
from factcheck.kinds.suppression import KIND as SUPPRESSION
from factcheck.phrases import Phrase
from factcheck.relations.finding import Evidence, Finding, Severity, Verdict
from factcheck.reports.json import exact
from factcheck.reports.layout import joined, visible
from factcheck.reports.places import place_of, within
from factcheck.reports.wording import Wording

_SEPARATOR: Final = "\x1f"


class Reported(Struct, frozen=True):
    """A finding that a gate reports: one that does not hold, and is neither accepted nor suppressed.

    place        of the relation, else of its first figure that has one, else None
    fingerprint  64 hexadecimal digits that stay the same while the figures do, wherever they move in their file
    """

    finding: Finding
    severity: Severity
    place: Place | None
    fingerprint: str


def reported(outcome: Outcome) -> tuple[Reported, ...]:
    """The findings to be reported, the worst first."""
    found = [
        Reported(finding, finding.severity, place_of(finding), fingerprint)
        for finding, fingerprint in _fingerprinted(outcome)
        if finding.severity is not None and finding.counts
    ]
    return tuple(sorted(found, key=lambda each: (-each.severity, -each.finding.verdict.rank)))


def title_of(finding: Finding) -> Phrase:
    """What a finding is called: its check and how that came out; a suppression contradicts nothing, it is mistaken."""
    if finding.kind == SUPPRESSION:
        return Phrase("mistaken suppression")
    return Phrase("{check}: {verdict}", check=finding.check, verdict=finding.verdict)


def repository_path(path: str) -> str:
    """The path from the root of the repository that the current folder is in, with slashes; one outside it stays.

    CI systems look files up from there, wherever factcheck was started. Without a repository the current folder is
    the root.
    """
    here = Path.cwd()
    root = next((folder for folder in (here, *here.parents) if (folder / ".git").exists()), here)
    # `..` is resolved by its letters alone, so that a link stays where its repository has it
    folded = Path(os.path.normpath(here / path))
    return folded.relative_to(root).as_posix() if folded.is_relative_to(root) else PurePath(path).as_posix()


def _fingerprinted(outcome: Outcome) -> Iterator[tuple[Finding, str]]:
    """Every finding with its fingerprint: check, path, figures as they were read, and which of its like it is."""
    seen: Counter[tuple[str, ...]] = Counter()
    for finding in outcome.findings:
        place = place_of(finding)
        path = repository_path(place.path) if place is not None else ""
        key = (finding.check, path, *(_normalised(figure) for figure in finding.figures))
        seen[key] += 1
        yield finding, hashed(*key, str(seen[key]))


def hashed(*parts: str) -> str:
    """The SHA-256 of the parts, in hexadecimal digits."""
    return hashlib.sha256(_SEPARATOR.join(parts).encode("utf-8", "surrogatepass")).hexdigest()


def _normalised(evidence: Evidence) -> str:
    """What a figure was read as, however its digits are set."""
    figure = evidence.figure
    value = figure.value if isinstance(figure.value, str) else exact(figure.value)
    return " ".join((evidence.claim or "", str(figure.kind), str(figure.hedge), value, figure.unit))


# --- words --------------------------------------------------------------------------------------------------


def shown(value: object, wording: Wording) -> str:
    """A phrase, a word or a text, on one line and without anything that could steer or hide."""
    return visible(joined(wording.text(value)))


def headline(finding: Finding, wording: Wording) -> str:
    """The message of a finding; behind the paragraph or page where its file has no lines to jump to."""
    place = place_of(finding)
    division = None if place is None else within(place)
    if division is None:
        return shown(finding.message, wording)
    return shown(Phrase("{place}: {message}", place=division, message=finding.message), wording)


def explanation(finding: Finding, wording: Wording) -> list[str]:
    """What is to be said under a finding's message: the calculation, what would fit, why the rule is there."""
    lines = [shown(step, wording) for step in finding.calculation]
    fitting = tuple(
        Phrase("“{quote}” instead of “{printed}”", quote=each.quote, printed=finding.figures[each.figure].quote)
        for each in finding.corrections
        if each.quote
    )
    if fitting:
        lines.append(shown(Phrase("would fit: {corrections}", corrections=fitting), wording))
    if finding.reason is not None and finding.verdict is not Verdict.UNVERIFIABLE:
        lines.append(shown(finding.reason, wording))
    if finding.relation.why:
        lines.append(visible(joined(finding.relation.why)))
    return lines


def acceptance(finding: Finding) -> Phrase:
    """Why a finding is accepted or suppressed, in one line."""
    accepted = finding.relation.accepted
    if not finding.is_accepted or accepted is None:
        return Phrase("suppressed: {reason}", reason=finding.suppressed or "")
    if accepted.until is None:
        return Phrase("accepted: {reason}", reason=accepted.reason)
    return Phrase("accepted until {date}: {reason}", date=accepted.until, reason=accepted.reason)
