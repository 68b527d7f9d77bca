"""Claim bases of any size, the same ones every time: what newsrooms keep, two statements for each claim.

    python -m benchmarks.base_files CLAIMS FOLDER

Claims come in fives: an amount of one year and of the next, the growth between them, a part of it, and its share. As
many rules hold them together. What sources print is true, and rounded in two ways, but for five growths of the first
thousand claims: a base that is run every day has few contradictions at a time.
"""

import random
import sys
from fractions import Fraction
from pathlib import Path

PER_FILE = 1000
GROUP = 5
SOURCES = (
    ("fr", "le-journal", "Le Journal de l'Économie"),
    ("fr", "la-depeche", "La Dépêche du port"),
    ("en", "the-ledger", "The Ledger"),
    ("en", "wire", "News Wire"),
)
INDICATORS = (
    ("exports", "exportations", "exports", "MAD", "dirhams"),
    ("revenue", "chiffre d'affaires", "revenue", "EUR", "euros"),
    ("investment", "investissements", "investment", "USD", "dollars"),
    ("harvest", "récolte de céréales", "cereal harvest", "tonne", "tonnes"),
    ("hectares", "superficie cultivée", "cultivated area", "hectare", "hectares"),
    ("jobs", "emplois", "jobs", "job", "emplois"),
)
ENGLISH = {"emplois": "jobs"}
WRONG = range(7, 200, 40)
"""Numbers of the groups whose growth is wrong."""


def _set(value: Fraction, decimals: int, lang: str) -> str:
    """A number as it is printed."""
    rounded = round(value * 10**decimals)
    whole, part = divmod(rounded, 10**decimals)
    text = f"{whole:,}".replace(",", " " if lang == "fr" else ",")
    return f"{text}{',' if lang == 'fr' else '.'}{part:0{decimals}}" if decimals else text


def _amount(value: Fraction, noun: str, lang: str, hedged: bool) -> str:
    """An amount in millions, or counted in full."""
    if noun in ENGLISH:
        hundreds = Fraction(round(value / 100) * 100)
        return f"{_set(hundreds if hedged else value, 0, lang)} {noun if lang == 'fr' else ENGLISH[noun]}"
    number = _set(value, 1 if hedged else 2, lang)
    return f"{number} millions de {noun}" if lang == "fr" else f"{number} million {noun}"


def _percentage(value: Fraction, lang: str, decimals: int) -> str:
    return f"{_set(100 * value, decimals, lang)} %" if lang == "fr" else f"{_set(100 * value, decimals, lang)}%"


class _Group:
    """Five claims that belong together, and the rules over them."""

    def __init__(self, number: int, chance: random.Random) -> None:
        self.number, self.chance = number, chance
        self.indicator, _, _, _, self.noun = INDICATORS[number % len(INDICATORS)]
        self.year = 2010 + number % 14
        self.first = Fraction(chance.randint(20_000, 900_000), 100 if self.noun not in ENGLISH else 1)
        self.growth = Fraction(chance.randint(20, 300), 1000)
        self.last = self.first * (1 + self.growth)
        self.share = Fraction(chance.randint(100, 800), 1000)
        self.part = self.last * self.share
        self.is_wrong = number in WRONG

    def claims(self) -> str:
        """The YAML of its claims."""
        at, year = self.number, self.year
        growth = self.growth + (Fraction(37, 100) if self.is_wrong else 0)
        return (
            self._claim(f"level_{at}_{year}", self.indicator, year, self._amounts(self.first))
            + self._claim(f"level_{at}_{year + 1}", self.indicator, year + 1, self._amounts(self.last))
            + self._claim(f"growth_{at}_{year + 1}", "growth", year + 1, self._percentages(growth))
            + self._claim(f"part_{at}_{year + 1}", self.indicator, year + 1, self._amounts(self.part))
            + self._claim(f"share_{at}_{year + 1}", "share", year + 1, self._percentages(self.share))
        )

    def _claim(self, name: str, indicator: str, period: int, quotes: tuple[tuple[str, str], tuple[str, str]]) -> str:
        said = "".join(f'      {source}: "{quote}"\n' for source, quote in quotes)
        return (
            f"  {name}:\n    indicator: {indicator}\n    area: region-{self.number}\n    period: {period}\n"
            f"    said:\n{said}"
        )

    def _amounts(self, value: Fraction) -> tuple[tuple[str, str], tuple[str, str]]:
        (one, *_), (other, *_) = sources = self._sources()
        return (
            (sources[0][1], _amount(value, self.noun, one, False)),
            (sources[1][1], _amount(value, self.noun, other, True)),
        )

    def _percentages(self, value: Fraction) -> tuple[tuple[str, str], tuple[str, str]]:
        (one, first, _), (other, second, _) = self._sources()
        return (first, _percentage(value, one, 1)), (second, _percentage(value, other, 1))

    def _sources(self) -> tuple[tuple[str, str, str], tuple[str, str, str]]:
        first, second = self.chance.sample(SOURCES, 2)
        return first, second

    def rules(self) -> str:
        """The YAML of its rules."""
        at, year = self.number, self.year
        first, last = f"level_{at}_{year}", f"level_{at}_{year + 1}"
        growth, part, share = f"growth_{at}_{year + 1}", f"part_{at}_{year + 1}", f"share_{at}_{year + 1}"
        why = f"    why: Published with the accounts of {year + 1}, for region {at}.\n"
        return (
            f"  grown-{at}:\n    check: growth({first}, {last}) == {growth}\n{why}"
            f"  part-{at}:\n    check: share({part}, {last}) == {share}\n{why}"
            f"  within-{at}:\n    check: {part} <= {last}\n"
            f"  more-{at}:\n    check: {last} - {first} >= 0\n"
            f"  multiple-{at}:\n    check: {last} / {first} <= 2\n    severity: warning\n"
        )


def _heading() -> str:
    sources = "".join(
        f"  {name}:\n    title: {title}\n    lang: {lang}\n    published: 2025-0{at}\n"
        for at, (lang, name, title) in enumerate(SOURCES, 1)
    )
    indicators = "".join(
        f"  {name}:\n    label: {{fr: {fr}, en: {en}}}\n    words:\n      fr: [{fr}]\n      en: [{en}]\n"
        f"    unit: {unit}\n"
        for name, fr, en, unit, _ in INDICATORS
    )
    shares = "  growth:\n    unit: percent\n  share:\n    unit: percent\n"
    return f"sources:\n{sources}\nindicators:\n{indicators}{shares}"


def write_base(folder: Path, claims: int) -> int:
    """Writes a base of so many claims and as many rules, 1 000 of each to a file; how many bytes it has."""
    chance = random.Random(2026)
    folder.mkdir(parents=True, exist_ok=True)
    written = (folder / "sources.yaml").write_text(_heading(), encoding="utf-8")
    for start in range(0, claims, PER_FILE):
        groups = [_Group(at, chance) for at in range(start // GROUP, min(start + PER_FILE, claims) // GROUP)]
        text = "claims:\n" + "".join(map(_Group.claims, groups)) + "\nrules:\n" + "".join(map(_Group.rules, groups))
        written += (folder / f"claims-{start // PER_FILE:03}.yaml").write_text(text, encoding="utf-8")
    return written


if __name__ == "__main__":
    print(write_base(Path(sys.argv[2]), int(sys.argv[1])))
