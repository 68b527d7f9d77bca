"""Rule: any other comparison that someone wrote.

What it checks
    Whether some choice of true values makes the comparison true: an order (`a <= b`), a bound
    (`exports <= 27 milliards MAD`), or an equation of no named kind.

Formula
    as written: one of == <= >= < > between two expressions

Tolerances
    Figures are taken to the precision of their digits and the breadth of their words; numbers in the rule are exact.
    a == b asks whether the ranges meet, a <= b whether the lowest a is at most the highest b.

Holds
    13,4 milliards <= 27 milliards

Does not hold
    3,5 % < 0,2 %

How to suppress
    Give the rule `accepted: {reason: …, until: …}`; it stays visible and no longer fails the run.
"""
