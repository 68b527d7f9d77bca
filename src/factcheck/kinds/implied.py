"""Implied: what follows from all rules and figures of a base together.

What it tells
    `factcheck run --implied` lists the values that no source states and that the rules give, and the printed values
    that the rest narrows; `factcheck explain CLAIM` shows those of one claim, JSON all of them. Each comes with its
    derivation: the rules, and the figures that they start from. A claim without `said`, with a `period` and a `unit`,
    may be named in rules just to have its value derived.

How
    The range of every figure is carried through every rule, forward and backward, until nothing more follows. Where
    rules form circles, the part of the base that they join is decided exactly as a whole, as far as it is linear once
    ratios are cleared.

What takes part
    Every current statement, and every rule that holds by itself. Left out are rules that do not hold, all statements
    of a contradiction, percentages of a count (grim), and conversions without a known rate. A strained rule takes part
    in the widest ranges alone.

Limits
    Bounds are exact. "Not fully tightened" stands where a narrower range may follow: after a limit of steps, and
    where more than 60 rules hang together, or a base has more than 100, which is then carried through rule by rule;
    `factcheck explain CLAIM` still decides the part of its claim as a whole if that has at most 60 rules. Dates, and
    what a rule merely defines, are not listed as narrowed.

An example
    13,4 milliards in the first half of 2025, a rise of 3,5 %: the first half of 2024 came to 12.89 to 13.01 milliards.
"""
