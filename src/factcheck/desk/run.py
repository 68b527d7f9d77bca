"""`factcheck run`: judges every rule of a claim base, and every claim with several statements."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from datetime import date
from pathlib import Path
from typing import Final

from msgspec import Struct

from factcheck.claims.base import Base
from factcheck.claims.holding import HOLDS, SAYS_NOTHING, TO_TELL, Holding
from factcheck.claims.kept import BaseRow, Judged, read_base, written
from factcheck.claims.load import collection_paused
from factcheck.claims.relations import judged_claim, judged_rule
from factcheck.claims.reload import reload
from factcheck.desk.cache import Kept
from factcheck.desk.conclusions import Conclusions
from factcheck.desk.findings import Findings
from factcheck.desk.outcome import Outcome
from factcheck.errors import FactcheckError
from factcheck.figures.rates import Rates
from factcheck.kinds.quote import normalised
from factcheck.phrases import Phrase
from factcheck.relations.finding import Finding

Progress = Callable[[int, int], None]
"""Called with how many of how many relations have been judged."""

_WORTH_KEEPING: Final = 100_000
"""Bytes of claims from which it takes longer to read and judge them all again than to look up what was kept."""


class Held(Struct, frozen=True, gc=False):
    """A claim or a rule that holds beyond doubt."""

    name: str
    is_rule: bool


def run(
    paths: Sequence[Path | str],
    *,
    texts: Path | None = None,
    rates: Sequence[Path] = (),
    fail_on: str = "error",
    today: date | None = None,
    progress: Progress | None = None,
    uses_cache: bool = False,
) -> Outcome:
    """Judges the claim base that the files and folders in `paths` make.

    A rule that gives a claim which no source states has nothing to be held against: it is counted, not judged.

    texts     a folder with the sources' texts, in which quotes are looked up
    rates     a newsroom's own exchange-rate files
    uses_cache  whether what holds is kept for the next run, and what the last one kept is used
    today     the day on which `accepted` is held against its date; today where it is not given

    Raises InputError with every mistake of the files, FactcheckError where a path does not exist.
    """
    known_rates = Rates(rates)
    kept = Kept.of_claims(paths, rates) if uses_cache and texts is None else None
    day = today or date.today()
    with collection_paused():
        loaded = reload([Path(path) for path in paths], _was_kept(kept), known_rates if texts is None else None)
        base = loaded.base
        desk = _Desk(base, known_rates, {} if texts is None else texts_by_source(base, texts), loaded.judged)
        judged = [each.as_of(day) if isinstance(each, Finding) else each for each in desk.findings(progress)]
        findings = Findings(judged, desk.told)
        if kept is not None and loaded.size >= _WORTH_KEEPING:
            to_keep = loaded.to_keep(desk.judged)
            if to_keep is not None:
                kept.write(written(to_keep))
    looked_up = [finding for finding in findings.notable if finding.kind == "quote"]
    return Outcome(
        findings,
        claims=loaded.stated,
        derived=sum(came_to == SAYS_NOTHING for came_to in desk.judged.rules.values()),
        sources=len(base.sources),
        quotes_found=None if texts is None else sum(_quotes_found(finding) for finding in looked_up),
        rates_reach=known_rates.reach(),
        fail_on=fail_on,
        inputs=[str(path) for path in paths],
        conclusions=Conclusions(base, findings.notable, known_rates, holding=desk.holding),
    )


def _was_kept(kept: Kept | None) -> BaseRow | None:
    return None if kept is None else read_base(kept.read())


class _Desk:
    """Judges one base; `judged` is what is known of it from before, and by and by of all of it."""

    def __init__(self, base: Base, rates: Rates, texts: Mapping[str, str], judged: Judged) -> None:
        self._base, self._rates, self._texts = base, rates, texts
        self._holding = Holding(base, rates, texts)
        self.judged = judged

    def findings(self, progress: Progress | None) -> Iterator[Finding | Held]:
        """What each claim and each rule comes to; instead of findings, what holds and is told when it is asked for."""
        base = self._base
        total = len(base.claims) + len(base.rules)
        for done, name in enumerate(base.claims, 1):
            came_to = self._of_claim(name)
            if came_to == HOLDS:
                yield Held(name, is_rule=False)
            elif came_to == TO_TELL:
                yield from judged_claim(base, base.claims[name], self._rates, self._texts)
            if progress is not None:
                progress(done, total)
        for done, name in enumerate(base.rules, 1 + len(base.claims)):
            came_to = self._of_rule(name)
            if came_to == HOLDS:
                yield Held(name, is_rule=True)
            elif came_to == TO_TELL:
                yield judged_rule(base, base.rules[name], self._rates)
            if progress is not None:
                progress(done, total)

    @property
    def holding(self) -> list[str]:
        """The rules that hold, as far as no finding tells so."""
        return [name for name, came_to in self.judged.rules.items() if came_to == HOLDS]

    def _of_claim(self, name: str) -> int:
        found = self.judged.claims.get(name)
        if found is None:
            found = self._holding.of_claim(self._base.claims[name])
            self.judged.claims[name] = found
        return found

    def _of_rule(self, name: str) -> int:
        found = self.judged.rules.get(name)
        if found is None:
            found = self._holding.of_rule(self._base.rules[name])
            self.judged.rules[name] = found
        return found

    def told(self, held: Held) -> Finding:
        """The finding of a claim or a rule that holds."""
        if held.is_rule:
            return judged_rule(self._base, self._base.rules[held.name], self._rates)
        (finding,) = judged_claim(self._base, self._base.claims[held.name], self._rates, self._texts)
        return finding


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
