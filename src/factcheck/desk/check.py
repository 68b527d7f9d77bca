"""`factcheck check`: drafts, each held against itself and against the claim base."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from datetime import date as Date  # noqa: N812 - `date` is what callers say
from pathlib import Path
from typing import TYPE_CHECKING

from msgspec.structs import replace

from factcheck.claims.base import Base
from factcheck.desk.draft import Draft, Result, Terms, admitted, check_document_of
from factcheck.desk.ignore_file import Ignores, load_ignores
from factcheck.desk.outcome import Outcome
from factcheck.desk.parallel import Progress, check_drafts
from factcheck.desk.walk import STANDARD_INPUT, Drafts, find_drafts
from factcheck.drafts.checked import Standing
from factcheck.figures.rates import Rates
from factcheck.reading.documents import document_of
from factcheck.relations.finding import Finding

if TYPE_CHECKING:
    from factcheck.desk.baseline import Baseline


def check(
    paths: Sequence[Path | str],
    *,
    claims: Base | Sequence[Path | str] = (),
    lang: str | None = None,
    date: Date | None = None,
    form: str | None = None,
    rates: Sequence[Path] = (),
    exclude: Sequence[str] = (),
    root: Path | None = None,
    jobs: int | None = None,
    fail_on: str = "error",
    explains: bool = False,
    raises: bool = False,
    today: Date | None = None,
    progress: Progress | None = None,
) -> Outcome:
    """Checks drafts: the files in `paths`, those in its folders, and standard input for "-".

    claims    the claim base, or its files and folders; without any, drafts are held against themselves alone
    lang      of the drafts ("fr" or "en"), and `date` their day of publication, before what they say of themselves
    form      a name of `factcheck.reading.documents.FORMATS`; without it each file's name decides
    rates     a newsroom's own exchange-rate files
    exclude   patterns in the syntax of .gitignore of what is no draft in a folder, meant from the folder `root`
              (the working folder)
    jobs      how many processes check; 1 is this one alone, None one for each processor, up to `parallel.MOST_WORKERS`
    explains  whether the outcome tells one by one what was left alone and how figures stand to the claims
    raises    whether a mistake in factcheck itself is raised, rather than told as a problem of the draft; this process
              checks alone then
    today     the day on which suppressions, and what claims have accepted, are held against their last day; today
              where it is not given

    A draft that cannot be checked is a problem of the outcome. Raises InputError with every mistake in the claims, the
    rates or the files of suppressions, FactcheckError where one of those does not exist or a pattern is none.
    """
    terms = Terms(Rates(rates), _base(claims), lang, date, explains, raises)
    found = find_drafts([str(path) for path in paths], exclude, root)
    day = today or Date.today()
    ignores = load_ignores(found.paths, day)
    admissions = [admitted(path, form) for path in found.paths]
    checked = iter(check_drafts([each for each in admissions if isinstance(each, Draft)], terms, jobs, progress))
    results = [next(checked) if isinstance(each, Draft) else Result(problems=(each,)) for each in admissions]
    outcome = _outcome(results, terms, fail_on, found)
    findings = _suppressed(results, ignores, [] if outcome.problems else found.folders, terms)
    return replace(outcome, findings=[finding.as_of(day) for finding in findings])


def check_text(
    text: str,
    lang: str | None = None,
    *,
    claims: Base | Sequence[Path | str] = (),
    date: Date | None = None,
) -> Outcome:
    """Checks a text; `lang`, `claims` and `date` as in `check`, and the language that its words tell by default.

    The outcome tells everything; places are lines and columns of the text, with "-" for the file. Raises as `check`,
    and what goes wrong in the check itself.
    """
    terms = Terms(Rates(), _base(claims), lang, date, explains=True)
    document = document_of(STANDARD_INPUT, text.encode("utf-8", "replace"), "text")
    return _outcome([check_document_of(document, terms)], terms)


def held_back(outcome: Outcome, baseline: Baseline) -> Outcome:
    """The outcome with the findings that the baseline knows set apart from the others."""
    findings, known = baseline.divided(outcome.findings)
    return replace(outcome, findings=findings, baselined=len(known), known=known)


def _suppressed(results: Sequence[Result], ignores: Ignores, folders: Sequence[str], terms: Terms) -> list[Finding]:
    """All findings as the files of suppressions leave them, and then what is wrong with those files.

    `folders` are those of which every draft was checked.
    """
    findings = [
        finding
        for each in results
        if each.checked is not None
        for finding in ignores.suppressed(each.checked.findings, each.checked.path)
    ]
    return [*findings, *ignores.leftovers(folders, terms.unjudged)]


def _base(claims: Base | Sequence[Path | str]) -> Base | None:
    if isinstance(claims, Base):
        return claims
    if not claims:
        return None
    from factcheck.claims.load import load  # with the YAML and all that goes with it, a third of the time to start

    return load(claims, rules=False)


def _outcome(results: Sequence[Result], terms: Terms, fail_on: str = "error", found: Drafts | None = None) -> Outcome:
    found = found or Drafts()
    checked = [each.checked for each in results if each.checked is not None]
    standings: Counter[Standing] = Counter()
    for each in results:
        standings.update(each.standings)
    return Outcome(
        [finding for each in checked for finding in each.findings],
        (*found.problems, *(problem for each in results for problem in each.problems)),
        claims=0 if terms.base is None else len(terms.base.claims),
        sources=0 if terms.base is None else len(terms.base.sources),
        rates_reach=terms.rates.reach(),
        fail_on=fail_on,
        inputs=[each.path for each in checked],
        drafts=len(checked),
        figures=sum(each.figures for each in checked),
        standings=standings,
        matches=[match for each in checked for match in each.matches],
        silences=[silence for each in checked for silence in each.silences],
        notices=found.notices,
        folders=found.folders,
    )
