"""`factcheck run`: judges every rule of a claim base, and every claim with several statements."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from datetime import date
from pathlib import Path

from factcheck.claims.base import Base
from factcheck.claims.load import load
from factcheck.claims.relations import derived_by, judged_claim, judged_rule
from factcheck.desk.outcome import Outcome
from factcheck.errors import FactcheckError
from factcheck.figures.rates import Rates
from factcheck.kinds.quote import normalised
from factcheck.phrases import Phrase
from factcheck.relations.finding import Finding

Progress = Callable[[int, int], None]
"""Called with how many of how many relations have been judged."""


def run(
    paths: Sequence[Path | str],
    *,
    texts: Path | None = None,
    rates: Sequence[Path] = (),
    fail_on: str = "error",
    today: date | None = None,
    progress: Progress | None = None,
) -> Outcome:
    """Judges the claim base that the files and folders in `paths` make.

    A rule that gives a claim which no source states has nothing to be held against: it is counted, not judged.

    texts     a folder with the sources' texts, in which quotes are looked up
    rates     a newsroom's own exchange-rate files
    today     the day on which `accepted` is held against its date; today where it is not given

    Raises InputError with every mistake of the files, FactcheckError where a path does not exist.
    """
    base = load([Path(path) for path in paths])
    known_rates = Rates(rates)
    source_texts = {} if texts is None else texts_by_source(base, texts)
    day = today or date.today()
    findings = [finding.as_of(day) for finding in _judged(base, known_rates, source_texts, progress)]
    looked_up = [finding for finding in findings if finding.kind == "quote"]
    return Outcome(
        findings,
        claims=sum(bool(claim.statements) for claim in base.claims.values()),
        derived=sum(derived_by(base, rule) is not None for rule in base.rules.values()),
        sources=len(base.sources),
        quotes_found=None if texts is None else sum(_quotes_found(finding) for finding in looked_up),
        rates_reach=known_rates.reach(),
        fail_on=fail_on,
        inputs=[str(path) for path in paths],
    )


def _judged(base: Base, rates: Rates, texts: Mapping[str, str], progress: Progress | None) -> Iterator[Finding]:
    total = len(base.claims) + len(base.rules)
    done = 0
    for claim in base.claims.values():
        yield from judged_claim(base, claim, rates, texts)
        done += 1
        if progress is not None:
            progress(done, total)
    for rule in base.rules.values():
        if derived_by(base, rule) is None:
            yield judged_rule(base, rule, rates)
        done += 1
        if progress is not None:
            progress(done, total)


def _quotes_found(finding: Finding) -> int:
    return len(finding.relation.figures[finding.relation.names[0]]) - (
        len(finding.figures) if finding.severity is not None else 0
    )


def texts_by_source(base: Base, folder: Path) -> dict[str, str]:
    """The sources' texts, normalised for looking quotes up, from the files of a folder that bear their ids.

    Raises FactcheckError where the folder does not exist, holds no text of any source, or holds one that is not UTF-8.
    """
    if not folder.is_dir():
        raise FactcheckError(Phrase("no such folder of texts: {path}", path=str(folder)))
    texts = {
        path.stem: normalised(_read(path))
        for path in sorted(folder.iterdir())
        if path.stem in base.sources and path.is_file()
    }
    if not texts:
        raise FactcheckError(
            Phrase(
                "{path} holds no text named after a source: name the files {names}",
                path=str(folder),
                names=tuple(f"{source}.txt" for source in base.sources),
            )
        )
    return texts


def _read(path: Path) -> str:
    try:
        return path.read_text(encoding="utf-8-sig")
    except UnicodeDecodeError as error:
        raise FactcheckError(
            Phrase("{path} is not UTF-8: the byte at offset {offset} is not text", path=str(path), offset=error.start)
        ) from error
    except OSError as error:
        raise FactcheckError(
            Phrase("{path} cannot be read: {why}", path=str(path), why=error.strerror or str(error))
        ) from error
