r"""How fast figures are read from text, as a ratio to `re.findall(r"\d+", text)` over the same text.

    python -m benchmarks.reading [RUNS]

Reading and reference are run in turn in one process; the ratio of each pair is taken, and its median printed beside the
reach. Then: how time grows with the text, what memory it takes (peak resident size, in a process of its own), and how
hostile texts compare with an article of their size.
"""

import re
import resource
import statistics
import subprocess
import sys
import time
from collections.abc import Callable
from functools import partial
from typing import Any

import factcheck

DIGITS = re.compile(r"\d+")
BRIEF = """\
Le port de la capitale a traité 4,3 millions de tonnes de marchandises au premier semestre 2025, soit 6,1 % de plus
qu'un an plus tôt. Le trafic de conteneurs progresse plus vite encore, selon les chiffres publiés mardi par l'autorité
portuaire, qui attribue cette hausse à l'ouverture d'un second terminal et à la reprise des échanges avec l'Europe.

« Nous avons rattrapé en quelques mois le retard que la crise nous avait laissé », se félicite sa directrice. Le chiffre
d'affaires a atteint 312 millions de dirhams, contre 287 millions en 2024. Quelque 1 850 personnes travaillent sur le
site, et les entreprises qui l'entourent disent chercher des conducteurs d'engins, des soudeurs et des douaniers. Le
conseil d'administration se réunira à l'automne pour arrêter le programme des années à venir et en fixer le budget.

Les transporteurs routiers, eux, se plaignent des files d'attente aux grilles du port, qui peuvent durer trois heures.
Un nouvel accès doit ouvrir l'an prochain. Près de la moitié des camions l'emprunteront, assure l'autorité, qui promet
aussi un parc de stationnement de 12 hectares, des douches et un restaurant. En attendant, les chauffeurs prennent leur
mal en patience et partagent le thé, à l'ombre des remorques, en regardant passer les grues au-dessus des entrepôts.
"""
REPORTAGE = """\
Sur le quai, le vent porte l'odeur du goudron et du poisson séché. Les dockers de l'équipe du matin rentrent chez eux,
le casque à la main, et croisent ceux du soir devant la cantine. On parle du temps, des horaires, des enfants ; on parle
surtout du second terminal, que tout le monde montre du doigt et que personne, ici, n'a encore visité. « Quand il sera
plein, nous le verrons bien », sourit un ancien, qui a connu la rade vide et les grèves longues.

L'autorité portuaire promet des formations, un guichet pour les entreprises et une navette vers les quartiers nord. Les
élus locaux demandent que les riverains soient entendus, à cause du bruit et de la poussière, et que les emplois aillent
d'abord à ceux qui habitent la ville. Une association tient permanence au café du rond-point, où elle recueille les
doléances dans un cahier d'écolier. La directrice dit qu'elle le lira, page après page, avant l'été.
"""
ARTICLE = BRIEF + "\n" + REPORTAGE
"""An article of the density of many: a figure every two or three hundred characters. The brief alone has twice that."""
HOSTILE = {
    "digits": "1" * 1000 + " ",
    "digits and spaces": "1 " * 500,
    "groups of three": "123 456 " * 125,
    "separators": "1,2.3'4 " * 125,
    "number words": "quatre-vingt mille cent deux " * 30,
    "scale words": "milliards de millions de " * 40,
    "parentheses": "(" * 500 + "1" + ")" * 500 + " ",
    "hedges": "plus de près de environ " * 40,
    "percent signs": "% % 5 %" * 100,
    "one long word": "a" * 1000,
    "ranges without end": "1 à " * 250,
    "shares without end": "1 sur " * 170,
    "between and between": "entre 1 et " * 100,
    "dates": "1/2/2024 " * 110,
    "currency signs": "$1 " * 330,
}
MEGABYTE = 1_000_000


def repeated(text: str, size: int) -> str:
    """The text again and again, cut to `size` characters."""
    return (text * (size // len(text) + 1))[:size]


def seconds(function: Callable[[], Any]) -> float:
    """How long one call takes."""
    start = time.perf_counter()
    function()
    return time.perf_counter() - start


def speed(runs: int) -> None:
    """Prints the ratio to the reference on 2 MB, for two densities of figures."""
    for name, article in (("an article", ARTICLE), ("a brief, mostly figures", BRIEF)):
        _speed_of(name, article, runs)


def _speed_of(name: str, article: str, runs: int) -> None:
    text = repeated(article, 2 * MEGABYTE)
    figures = len(factcheck.read(text, lang="fr"))
    pairs = [
        (seconds(lambda: factcheck.read(text, lang="fr")), seconds(lambda: DIGITS.findall(text))) for _ in range(runs)
    ]
    taken, reference = (statistics.median(column) for column in zip(*pairs, strict=True))
    ratio = statistics.median(a / b for a, b in pairs)
    print(f"2 MB of {name}, a figure every {len(text) // figures} characters, {runs} runs, medians:")
    print(f"  factcheck.read           {2 / taken:8.2f} MB/s   {taken / figures * 1e6:6.1f} µs a figure")
    print(f"  re.findall(r'\\d+')       {2 / reference:8.2f} MB/s")
    print(f"  ratio of times           {ratio:8.1f}        reach: at most 20")


def growth() -> None:
    """Prints the time a megabyte takes at growing sizes."""
    print("time grows with the text:")
    for size in (20_000, 200_000, 2_000_000, 20_000_000):
        text = repeated(ARTICLE, size)
        each = seconds(partial(factcheck.read, text, lang="fr")) / size * 1e9
        print(f"  {size:>10,} characters    {each:8.1f} ns each")


def memory() -> None:
    """Prints the peak memory beyond what importing takes, as a multiple of a text of 20 MB."""
    peaks = []
    for size in (1000, 20 * MEGABYTE):
        command = [sys.executable, "-m", "benchmarks.reading", "--peak", str(size)]
        peaks.append(int(subprocess.run(command, check=True, capture_output=True, text=True).stdout))
    multiple = (peaks[1] - peaks[0]) * 1024 / (20 * MEGABYTE)
    print(f"memory for 20 MB           {multiple:8.1f} times the text   reach: below 10")


def hostile() -> None:
    """Prints how texts made to be slow compare with an article of the same size."""
    article = seconds(lambda: factcheck.read(repeated(ARTICLE, MEGABYTE), lang="fr"))
    print("1 MB of hostile text, as a ratio to 1 MB of article (reach: at most 20):")
    for name, piece in HOSTILE.items():
        text = repeated(piece, MEGABYTE)
        print(f"  {name:24} {seconds(partial(factcheck.read, text, lang='fr')) / article:8.2f}")


def main() -> None:
    """Runs all of it, or with `--peak SIZE` reads a text of that size and prints the process's peak in kB."""
    if sys.argv[1:2] == ["--peak"]:
        for _ in factcheck.read(repeated(ARTICLE, int(sys.argv[2])), lang="fr"):
            pass
        print(resource.getrusage(resource.RUSAGE_SELF).ru_maxrss)
        return
    memory()  # first: a child's peak is never below its parent's size when it was started
    speed(int(sys.argv[1]) if len(sys.argv) > 1 else 7)
    growth()
    hostile()


if __name__ == "__main__":
    main()
