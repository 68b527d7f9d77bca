"""Measures false alarms and power; see the package."""

from __future__ import annotations

import argparse
import tempfile
import time
from collections.abc import Sequence
from concurrent.futures import ProcessPoolExecutor
from os import cpu_count
from pathlib import Path

from benchmarks.power.scoring import Score, errors, score
from benchmarks.power.table import alarms, power, texts, weakest

BATCH = 50


def scored(seed: int, numbers: Sequence[int]) -> list[Score]:
    """The worlds of these numbers."""
    kinds = errors()
    with tempfile.TemporaryDirectory() as folder:
        return [score(f"{seed}:{number}", kinds[number % len(kinds)], Path(folder)) for number in numbers]


def main() -> None:
    """Reads the options, scores the worlds in processes of their own, and prints the tables."""
    parser = argparse.ArgumentParser(prog="python -m benchmarks.power", description=__doc__)
    parser.add_argument("--worlds", type=int, default=20_000, help="how many worlds (default: 20 000)")
    parser.add_argument("--seed", type=int, default=1, help="what all chance follows from (default: 1)")
    parser.add_argument("--jobs", type=int, default=cpu_count() or 1, help="how many processes (default: one a core)")
    parser.add_argument(
        "--show", type=int, default=0, help="show so many texts with false alarms and with errors missed"
    )
    options = parser.parse_args()
    start = time.perf_counter()
    batches = [range(at, min(at + BATCH, options.worlds)) for at in range(0, options.worlds, BATCH)]
    with ProcessPoolExecutor(options.jobs) as pool:
        parts = pool.map(scored, [options.seed] * len(batches), batches)
        scores = [each for part in parts for each in part]
    took = time.perf_counter() - start
    print(f"{len(scores):,} worlds of seed {options.seed} in {took:.0f} s, {options.jobs} processes\n")
    print(alarms(scores))
    print(power(scores))
    if options.show:
        print(weakest(scores))
        print(texts(scores, options.show))


if __name__ == "__main__":
    main()
