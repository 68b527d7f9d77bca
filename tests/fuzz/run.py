"""`make fuzz`: each target for a while with atheris, which looks for inputs that reach new code.

    python tests/fuzz/run.py [--seconds 60] [TARGET…]

An input that crashes a target, takes over 5 s or over 1 GB is kept in the folder that is named at the end, and the exit
code is 1. Each target runs in a process of its own.
"""

from __future__ import annotations

import argparse
import importlib
import pkgutil
import subprocess
import sys
import tempfile
from pathlib import Path

TESTS = Path(__file__).parents[1]
ROOT = TESTS.parent
LIMITS = ("-timeout=5", "-rss_limit_mb=1024", "-max_len=20000", "-print_final_stats=1")


def one(name: str, corpus: str, seconds: str, found: str) -> None:
    """Fuzzes one target in this process, which ends with it."""
    import atheris

    with atheris.instrument_imports(include=["factcheck"]):
        from fuzz.targets import fuzz

        import factcheck

        for module in pkgutil.walk_packages(factcheck.__path__, "factcheck."):
            importlib.import_module(module.name)  # those that are imported where they are used, too
    atheris.Setup(
        [sys.argv[0], *LIMITS, f"-max_total_time={seconds}", f"-artifact_prefix={found}/{name}-", corpus],
        lambda data: fuzz(name, data),
    )
    atheris.Fuzz()


def main() -> int:
    from fuzz.seeds import WORDS, seeds
    from fuzz.targets import TARGETS

    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("targets", nargs="*", metavar="TARGET", default=list(TARGETS), help=", ".join(TARGETS))
    parser.add_argument("--seconds", type=int, default=60, help="for each target")
    asked = parser.parse_args()
    if unknown := set(asked.targets) - set(TARGETS):
        parser.error(f"no such target: {', '.join(sorted(unknown))}")
    found, begins, broken = tempfile.mkdtemp(prefix="factcheck-fuzz-"), seeds(ROOT), []
    for name in asked.targets:
        with tempfile.TemporaryDirectory() as corpus:
            for number, seed in enumerate([*begins[name], *WORDS]):
                Path(corpus, f"seed-{number}").write_bytes(seed)
            command = [sys.executable, __file__, "--one", name, corpus, str(asked.seconds), found]
            result = subprocess.run(command, capture_output=True, text=True, errors="replace", check=False)
        runs = [line.split(":")[-1].strip() for line in result.stderr.splitlines() if "number_of_executed" in line]
        print(
            f"{name:20} {runs[0] if runs else '?':>9} runs  {'ok' if result.returncode == 0 else 'BROKEN'}", flush=True
        )
        if result.returncode:
            broken.append(name)
            print("\n".join(result.stderr.splitlines()[-40:]), flush=True)
    if broken:
        print(f"what broke {', '.join(broken)} is in {found}")
    return bool(broken)


if __name__ == "__main__":
    sys.path.insert(0, str(TESTS))
    if sys.argv[1:2] == ["--one"]:
        one(*sys.argv[2:])
    sys.exit(main())
