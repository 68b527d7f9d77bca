"""Difference: how much more or less one level is than another.

What it checks
    Whether a stated difference ("700 de plus", "le déficit s'est creusé de 2 milliards, à 12") fits the two levels.

Formula
    a - b

Tolerances
    Both levels and the difference are taken to the precision of their digits.

Holds
    8 200 - 7 500 == 700

Does not hold
    8 200 - 7 500 == 900: the difference is 600 to 800.

How to suppress
    Give the rule `accepted: {reason: …, until: …}`; it stays visible and no longer fails the run.

    In a draft, write `<!-- factcheck: ignore difference -- why -->` on the line or above it.
"""
