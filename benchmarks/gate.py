"""How long the gate takes for 200 drafts, as a ratio to codespell over the same files in the same run.

    python -m benchmarks.gate [RUNS]

Both are whole processes with all that starting up costs, run in turn; the ratio is taken pair by pair. The drafts are
Markdown of 4 kB each, French and English by turns, of the density of articles: a figure every two or three hundred
characters, and no two drafts with the same figures.
"""

import compileall
import random
import re
import statistics
import subprocess
import sys
import tempfile
import time
from pathlib import Path

from benchmarks.reading import ARTICLE

ROOT = Path(__file__).parents[1]
GATE = [str(Path(sys.executable).with_name("factcheck")), "check", "--no-claims", "--quiet", "--fail-on", "never"]
CODESPELL = [str(Path(sys.executable).with_name("codespell"))]
DRAFTS = 200
SIZE = 4000
REACH = 2.0
ENGLISH = """\
The capital's port handled 4.3 million tonnes of goods in the first half of 2025, which is 6.1% more than a year before.
Container traffic is growing faster still, according to figures that the port authority published on Tuesday, and which
it puts down to the opening of a second terminal and to the recovery of trade with Europe.

"We have made up in a few months for what the crisis took from us," its director said. Turnover reached $312 million,
up from $287 million in 2024. Some 1,850 people work on the site, and the firms around it say that they are looking for
crane drivers, welders and customs officers. The board meets in the autumn to settle next year's plans and the budget.

Hauliers complain about queues at the gates, which can last three hours. A new road is due to open next year. Nearly
half of the lorries will use it, says the authority, which also promises a park of 12 hectares, showers and a canteen.

On the quay the wind carries the smell of tar and of dried fish. The dockers of the morning shift go home, helmet in
hand, and pass those of the evening in front of the canteen. They talk about the weather, about hours, about children;
above all they talk about the second terminal, to which everybody points and which nobody here has visited yet.
"""
_LAST_DIGIT = re.compile(r"\d(?![\d.,]*\d)")
_YEAR = re.compile(r"(?:19|20)\d\d")


def varied(text: str, chance: random.Random) -> str:
    """The text with another last digit in each figure, years left as they are: what rose still rises."""
    years = {at for match in _YEAR.finditer(text) for at in range(*match.span())}
    return _LAST_DIGIT.sub(lambda match: match[0] if match.start() in years else str(chance.randint(1, 9)), text)


def write_drafts(folder: Path) -> None:
    """Writes the drafts; the same ones every time."""
    chance = random.Random(2026)
    for number in range(DRAFTS):
        article = ENGLISH if number % 2 else ARTICLE
        text = varied(article * (SIZE // len(article) + 1), chance)[: SIZE - 20]
        (folder / f"draft-{number:03}.md").write_text(f"# Le port {number}\n\n{text}", encoding="utf-8")


def seconds(command: list[str]) -> float:
    """How long one run of a command takes; codespell's exit code says how many words it doubts, which is no failure."""
    start = time.perf_counter()
    done = subprocess.run(command, cwd=ROOT, check=False, stdout=subprocess.DEVNULL, stderr=subprocess.PIPE, text=True)
    taken = time.perf_counter() - start
    if "Traceback" in done.stderr or (command[0] == GATE[0] and done.returncode != 0):
        raise RuntimeError(done.stderr)
    return taken


def main() -> None:
    """Prints both medians and the ratio beside its reach."""
    runs = int(sys.argv[1]) if len(sys.argv) > 1 else 15
    compileall.compile_dir(ROOT / "src", quiet=1)  # as pip compiles what it installs
    subprocess.run([sys.executable, "tools/word_files.py"], cwd=ROOT, check=True)  # as the build does
    with tempfile.TemporaryDirectory() as folder:
        write_drafts(Path(folder))
        gate, codespell = [*GATE, folder], [*CODESPELL, folder]
        seconds(gate), seconds(codespell)
        pairs = [(seconds(gate), seconds(codespell)) for _ in range(runs)]
    taken, reference = (statistics.median(column) for column in zip(*pairs, strict=True))
    ratio = statistics.median(one / other for one, other in pairs)
    print(f"{DRAFTS} drafts of {SIZE / 1000:.0f} kB, {runs} runs each, medians of whole processes:")
    print(f"  factcheck check   {taken:8.3f} s")
    print(f"  codespell         {reference:8.3f} s")
    print(f"  ratio             {ratio:8.2f}      reach: at most {REACH:.0f}")


if __name__ == "__main__":
    main()
