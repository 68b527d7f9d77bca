"""The honest end of every report: what was checked, how it came out, and why the exit code is what it is."""

from __future__ import annotations

from factcheck.desk.outcome import NEVER, Outcome
from factcheck.phrases import Phrase
from factcheck.reports.layout import visible
from factcheck.reports.wording import Wording


def closing_lines(outcome: Outcome, wording: Wording) -> list[str]:
    """The summary: the verdicts; what was left out of account and what it rests on; the exit code.

    Paths may stand in it, so that it is told as `visible` tells it.
    """
    if outcome.drafts is None:
        verdicts, rests_on = _verdicts(outcome), [_left_out(outcome), *_grounds(outcome)]
    else:
        from factcheck.reports.draft_summary import grounds, verdicts_of

        verdicts, rests_on = verdicts_of(outcome, outcome.drafts), list(grounds(outcome))
        if outcome.drafts:
            rests_on += _reach(outcome)
    told = " ".join(wording.text(phrase) for phrase in rests_on)
    return [visible(line) for line in (wording.text(verdicts), told, wording.text(exit_reason(outcome))) if line]


def _verdicts(outcome: Outcome) -> Phrase:
    summary = outcome.summary
    values = {
        "checks": Phrase("{count} check", "{count} checks", count=summary.checks),
        # alike in English, but adjectives have a plural elsewhere
        "consistent": Phrase("{count} consistent", "{count} consistent", count=summary.consistent),
        "strained": Phrase("{count} strained", "{count} strained", count=summary.strained),
        "inconsistent": Phrase("{count} inconsistent", "{count} inconsistent", count=summary.inconsistent),
        "unverifiable": Phrase("{count} unverifiable", "{count} unverifiable", count=summary.unverifiable),
    }
    if not outcome.claims:
        return Phrase("{checks}: {consistent}, {strained}, {inconsistent}, {unverifiable}.", **values)
    return Phrase(
        "{checks} of {claims} from {sources}: {consistent}, {strained}, {inconsistent}, {unverifiable}.",
        claims=Phrase("{count} claim", "{count} claims", count=outcome.claims),
        sources=Phrase("{count} source", "{count} sources", count=outcome.sources),
        **values,
    )


def _left_out(outcome: Outcome) -> Phrase:
    summary = outcome.summary
    if not summary.accepted and not summary.suppressed:
        return Phrase("Nothing was accepted or suppressed.")
    return Phrase(
        "Of these, {accepted} and {suppressed}.",
        accepted=Phrase("{count} was accepted", "{count} were accepted", count=summary.accepted),
        suppressed=Phrase("{count} was suppressed", "{count} were suppressed", count=summary.suppressed),
    )


def _grounds(outcome: Outcome) -> list[Phrase]:
    grounds = []
    if outcome.derived:
        grounds.append(
            Phrase(
                "{count} rule gives what no source states, and was not judged.",
                "{count} rules give what no source states, and were not judged.",
                count=outcome.derived,
            )
        )
    needless = tuple(finding.check for finding in outcome.notable if finding.relation.accepted and not finding.severity)
    if needless:
        grounds.append(Phrase("Accepted although it holds, which can go: {checks}.", checks=needless))
    if outcome.quotes_found is not None:
        grounds.append(
            Phrase(
                "{count} quote was found in its source's text.",
                "{count} quotes were found in their sources' texts.",
                count=outcome.quotes_found,
            )
        )
    elif outcome.claims:
        grounds.append(Phrase("Quotes were not looked up (--texts)."))
    return [*grounds, *_reach(outcome)]


def _reach(outcome: Outcome) -> list[Phrase]:
    if outcome.rates_reach is None:
        return []
    return [Phrase("Exchange rates reach {month}.", month=outcome.rates_reach)]


def _in_the_way(outcome: Outcome) -> Phrase:
    if outcome.drafts is None:
        return Phrase("{count} mistake in the input", "{count} mistakes in the input", count=len(outcome.problems))
    files = len({problem.place.path for problem in outcome.problems})
    return Phrase("{count} file could not be checked", "{count} files could not be checked", count=files)


def exit_reason(outcome: Outcome) -> Phrase:
    """Why the exit code is what it is."""
    if outcome.problems:
        return Phrase("Exit code 2: {problems}.", problems=_in_the_way(outcome))
    if outcome.fail_on == NEVER:
        return Phrase("Exit code 0: no finding fails the run (--fail-on never).")
    if outcome.failing:
        return Phrase(
            "Exit code 1: {findings} (--fail-on {threshold}).",
            findings=Phrase(
                "{count} finding fails the run", "{count} findings fail the run", count=len(outcome.failing)
            ),
            threshold=outcome.fail_on,
        )
    return Phrase("Exit code 0: no finding fails the run (--fail-on {threshold}).", threshold=outcome.fail_on)
