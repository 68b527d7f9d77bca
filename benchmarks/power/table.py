"""The counts of many worlds, as tables."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable, Sequence

from benchmarks.power.scoring import Found, Score, errors

MOST_SHOWN = 10
REACH_BY_PROSE = 90


def alarms(scores: Sequence[Score]) -> str:
    """False alarms of the true worlds, by YAML and by prose, and what could not be verified."""
    stories = sum(each.stories for each in scores)
    rows = [
        ("YAML", sum(each.checks_by_yaml for each in scores), _with_seeds(scores, "alarms_by_yaml")),
        ("prose", sum(each.checks_by_prose for each in scores), _with_seeds(scores, "alarms_by_prose")),
    ]
    lines = [f"false alarms in worlds without error ({stories:,} stories)", f"  {'':8}{'relations':>12}{'alarms':>8}"]
    lines += [f"  {name:8}{checks:>12,}{len(found):>8}" for name, checks, found in rows]
    lines += [f"    {line}" for _, _, found in rows for line in found[:MOST_SHOWN]]
    unverified = _with_seeds(scores, "unverified")
    lines += [f"  not verified by YAML: {len(unverified)}", *(f"    {line}" for line in unverified[:MOST_SHOWN])]
    return "\n".join(lines) + "\n"


def _with_seeds(scores: Iterable[Score], field: str) -> list[str]:
    """The lines of one field, each after the seed of its world."""
    return [f"{each.seed} {line}" for each in scores for line in getattr(each, field)]


def power(scores: Sequence[Score]) -> str:
    """Of each sort of error: the share that can be found, and the share that is."""
    lines = [
        f"{'':28}  {'by YAML':>15}{'':>4}{'by prose':>33}",
        f"{'error planted':20}{'worlds':>8}  {'can be':>7}{'found':>8}{'':>4}"
        f"{'can be':>9}{'found':>8}{'of it':>8}{'warned':>8}",
    ]
    lines += [_row(error, [each for each in scores if each.error == error]) for error in errors()]
    lines.append(_row("all", scores))
    differing = _with_seeds(scores, "disagreements")
    lines.append(f"checks by YAML on which factcheck and the oracle differ: {len(differing)}")
    lines += [f"    {line}" for line in differing[:MOST_SHOWN]]
    lines.append(f"reach: by YAML found equals what can be found, by prose at least {REACH_BY_PROSE} % of it")
    return "\n".join(lines) + "\n"


def _row(name: str, scores: Sequence[Score]) -> str:
    yaml = [each.by_yaml for each in scores if each.by_yaml is not None]
    prose = [each.by_prose for each in scores if each.by_prose is not None]
    of_it = [each for each in prose if each.findable]
    return (
        f"{name:20}{len(yaml):>8,}  {_share(yaml, _findable):>7}{_share(yaml, _found):>8}{'':>4}"
        f"{_share(prose, _findable):>9}{_share(prose, _found):>8}{_share(of_it, _found):>8}{_share(of_it, _doubted):>8}"
    )


def _findable(found: Found) -> bool:
    return found.findable


def _found(found: Found) -> bool:
    return found.found


def _doubted(found: Found) -> bool:
    return found.doubted


def _share(of: Sequence[Found], which: Callable[[Found], bool]) -> str:
    return f"{100 * sum(map(which, of)) / len(of):.1f} %" if of else "–"


def weakest(scores: Iterable[Score]) -> str:
    """The sentences in which errors are missed, those with the most first."""
    counts: dict[tuple[str, str], list[int]] = defaultdict(lambda: [0, 0])
    for each in scores:
        if each.by_prose is not None and each.by_prose.findable:
            counts[each.kind, each.pattern][0] += not each.by_prose.found
            counts[each.kind, each.pattern][1] += 1
    worst = sorted(counts.items(), key=lambda item: (-item[1][0], item[0]))
    lines = [f"{missed:>5} of {of:<6}{kind}: {pattern}" for (kind, pattern), (missed, of) in worst if missed]
    return "\n".join(["missed in prose, by sentence", *lines]) + "\n"


def texts(scores: Sequence[Score], most: int) -> str:
    """Some of the texts in which a false alarm was raised, or an error missed that can be found."""
    alarming = [(each, alarm) for each in scores for alarm in each.alarms_by_prose]
    missed = [each for each in scores if each.by_prose and each.by_prose.findable and not each.by_prose.found]
    lines = [f"false alarm in {each.seed}, {alarm}:\n{each.true_text}" for each, alarm in alarming[:most]]
    lines += [f"missed in {each.seed}, {each.error} ({each.kind}):\n{each.text}" for each in missed[:most]]
    return "\n".join(lines)
