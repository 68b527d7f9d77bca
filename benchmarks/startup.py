"""How long commands take from start to end, as ratios to building Pint's default registry in the same run.

    python -m benchmarks.startup [RUNS]

Each command is a whole process. Commands and reference are run in turn, so that a machine that slows down slows all of
them; the ratio of a pair is taken run by run, and its median is printed beside what it is to stay below.
"""

import compileall
import statistics
import subprocess
import sys
import time
from pathlib import Path

ROOT = Path(__file__).parents[1]
REFERENCE = [sys.executable, "-c", "import pint; pint.UnitRegistry()"]
FACTCHECK = str(Path(sys.executable).with_name("factcheck"))
SENTENCE = (
    "Les exportations numériques du Maroc ont atteint 26,2 milliards de dirhams en 2024, soit 2,8 milliards de dollars"
)
COMMANDS = {
    "factcheck --help": ([FACTCHECK, "--help"], 0.5),
    "factcheck rates MAD USD 2024": ([FACTCHECK, "rates", "MAD", "USD", "2024"], 0.6),
    "factcheck claim": ([FACTCHECK, "claim", SENTENCE, "--fail-on", "never"], 0.8),
    "factcheck run": ([FACTCHECK, "run", "claims", "--fail-on", "never"], 1.5),
}


def seconds(command: list[str]) -> float:
    """How long one run of a command takes; raises CalledProcessError where it fails."""
    start = time.perf_counter()
    subprocess.run(command, cwd=ROOT, check=True, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    return time.perf_counter() - start


def main() -> None:
    """Prints a line for each command."""
    runs = int(sys.argv[1]) if len(sys.argv) > 1 else 15
    compileall.compile_dir(ROOT / "src", quiet=1)  # as pip compiles what it installs
    for command in (REFERENCE, *(command for command, _ in COMMANDS.values())):
        seconds(command)
    times: dict[str, list[float]] = {name: [] for name in ("reference", *COMMANDS)}
    for _ in range(runs):
        times["reference"].append(seconds(REFERENCE))
        for name, (command, _) in COMMANDS.items():
            times[name].append(seconds(command))
    print(f"{runs} runs each; reference: python -c '{REFERENCE[-1]}'")
    print(f"{'':32}{'median s':>10}{'ratio':>8}{'reach':>8}")
    print(f"{'reference':32}{statistics.median(times['reference']):>10.3f}{1:>8.2f}")
    for name, (_, reach) in COMMANDS.items():
        ratio = statistics.median(a / b for a, b in zip(times[name], times["reference"], strict=True))
        print(f"{name:32}{statistics.median(times[name]):>10.3f}{ratio:>8.2f}{reach:>8.2f}")


if __name__ == "__main__":
    main()
