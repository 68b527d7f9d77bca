"""How a claim base scales: time and memory of `factcheck run` and `factcheck claim`, as ratios to named references.

    python -m benchmarks.base [RUNS] [LARGEST]

Bases of 100, 1 000, 10 000 and 100 000 claims (up to LARGEST) with two statements each, and as many rules, in files of
1 000. Every command is a whole process; a command and its reference are run in turn, and the medians of their
processor time are compared, which other work on the machine disturbs less than the time that passes.

cold      `factcheck run --no-cache` to PyYAML's CBaseLoader parsing the same files and nothing more
changed   `factcheck run` after one claim in one file changed, to a cold run
claim     `factcheck claim` on a base that was run before, to building Pint's default registry
memory    the most that a cold run holds, beyond what one of 100 claims does, to the size of the YAML
"""

import compileall
import os
import statistics
import subprocess
import sys
import tempfile
from collections.abc import Mapping
from pathlib import Path

from benchmarks.base_files import write_base

ROOT = Path(__file__).parents[1]
FACTCHECK = str(Path(sys.executable).with_name("factcheck"))
SIZES = (100, 1000, 10_000, 100_000)
PARSE = (
    "import sys, yaml, pathlib; "
    "[yaml.load(path.read_bytes(), yaml.CBaseLoader) for path in pathlib.Path(sys.argv[1]).iterdir()]"
)
PINT = [sys.executable, "-c", "import pint; pint.UnitRegistry()"]
SENTENCE = "Exports of region-12 were 2,500 million dirhams in 2023"
REACHES = {"cold": 3.0, "changed": 0.2, "claim": 1.5, "memory": 6.0}


def measured(command: list[str], environment: Mapping[str, str]) -> tuple[float, int]:
    """Processor seconds of a command and the most memory that it held, in bytes; findings are no failure."""
    with tempfile.TemporaryFile() as output:
        process = subprocess.Popen(command, cwd=ROOT, env=dict(environment), stdout=output, stderr=output)
        _, status, used = os.wait4(process.pid, 0)
        process.returncode = os.waitstatus_to_exitcode(status)
        if process.returncode not in (0, 1):
            output.seek(0)
            raise RuntimeError(output.read().decode(errors="replace"))
    return used.ru_utime + used.ru_stime, used.ru_maxrss * (1 if sys.platform == "darwin" else 1024)


class Base:
    """A base of one size, and the measurements taken of it."""

    def __init__(self, folder: Path, claims: int) -> None:
        self.claims = claims
        self.folder = folder / str(claims)
        self.bytes = write_base(self.folder, claims)
        self.environment = {**os.environ, "FACTCHECK_CACHE": str(folder / "cache")}
        self.times: dict[str, list[float]] = {}
        self.memory = 0

    def take(self) -> None:
        """Runs everything once."""
        run = [FACTCHECK, "run", str(self.folder), "--limit", "10"]
        self._take("parse", [sys.executable, "-c", PARSE, str(self.folder)])
        self.memory = max(self.memory, self._take("cold", [*run, "--no-cache"]))
        measured(run, self.environment)
        self._take("unchanged", run)
        changed = self.folder / "claims-000.yaml"
        text = changed.read_text(encoding="utf-8")
        changed.write_text(text.replace("area: region-3\n", "area: region-three\n"), encoding="utf-8")
        self._take("changed", run)
        changed.write_text(text, encoding="utf-8")
        measured(run, self.environment)
        claim = [FACTCHECK, "claim", SENTENCE, "--claims", str(self.folder), "--area", "region-12"]
        self._take("claim", [*claim, "--fail-on", "never"])
        self._take("pint", PINT)

    def _take(self, name: str, command: list[str]) -> int:
        seconds, memory = measured(command, self.environment)
        self.times.setdefault(name, []).append(seconds)
        return memory

    def seconds(self, name: str) -> float:
        """The median of what was taken."""
        return statistics.median(self.times[name])


def table(bases: list[Base]) -> list[str]:
    """The lines of the table."""
    lines = [f"{'claims':>8}{'YAML MB':>9}{'parse s':>9}{'cold s':>8}{'ratio':>7}{'changed':>9}{'ratio':>7}"]
    lines[0] += f"{'unchanged':>11}{'claim s':>9}{'ratio':>7}{'memory':>8}"
    for base in bases:
        cold, parse, changed, claim = (base.seconds(name) for name in ("cold", "parse", "changed", "claim"))
        memory = (base.memory - bases[0].memory) / base.bytes
        lines.append(
            f"{base.claims:>8}{base.bytes / 1e6:>9.2f}{parse:>9.2f}{cold:>8.2f}{cold / parse:>7.2f}{changed:>9.2f}"
            f"{changed / cold:>7.2f}{base.seconds('unchanged'):>11.2f}{claim:>9.2f}{claim / base.seconds('pint'):>7.2f}"
            f"{memory:>8.1f}"
        )
    reaches = "  ".join(f"{name} at most {reach:g}" for name, reach in REACHES.items())
    return [*lines, f"reaches: {reaches} (the first three at 10 000 claims, memory at 100 000)"]


def main() -> None:
    """Prints the table."""
    runs = int(sys.argv[1]) if len(sys.argv) > 1 else 5
    largest = int(sys.argv[2]) if len(sys.argv) > 2 else SIZES[-1]
    compileall.compile_dir(ROOT / "src", quiet=1)  # as pip compiles what it installs
    with tempfile.TemporaryDirectory() as folder:
        bases = [Base(Path(folder), claims) for claims in SIZES if claims <= largest]
        for base in bases:
            for _ in range(runs if base.claims < SIZES[-1] else 1):
                base.take()
        print("\n".join(table(bases)))


if __name__ == "__main__":
    main()
