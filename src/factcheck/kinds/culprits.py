"""Culprits: which figures would have to give way where figures contradict each other.

What it tells
    Under a finding that is inconsistent, what must give way, in three lines at most; with
    `factcheck run --culprits`, and in JSON, all of it: the smallest sets of statements that cannot all be true, the
    smallest corrections, and the statements that several independent ways lead to. None is called wrong: each is one
    that the rest can be true without.

How
    The statements of a base may be wrong, its rules may not; a rule that is strained by itself may give way as a
    statement may. A contradiction is cut down until it could do without none of its statements. A correction takes
    something out of every contradiction, and some values are found that satisfy all the rest. Corrections are ranked
    by how many statements give way, then by how many independent sources stand behind what remains. A source that
    says `follows: other-source` is no witness of its own.

What takes part
    Every current statement as widely as its words allow, and every rule. Statements that print the same range of a
    claim go together. Percentages of a count (grim), conversions without a known rate, and what a figure says of
    itself (weekday, slip) take no part: they concern no other figure, or cannot be told by ranges.

Slips
    For each suspect the range that the others leave it is told as it would be printed, and what would explain it:
    two digits swapped, a factor of 10, 100 or 1 000, the wrong currency, percent for points, a year off by one, the
    number of the line above, one digit wrong.

Limits
    "More may exist" stands where the search ended at its limit: corrections of at most two statements more than the
    smallest are looked for. Where it could not be decided whether all can be true, the claims are named.

An example
    Four shares that come to 100.7 %, and 9,8 % among them: the others leave 8,9 to 9,3 %, two digits swapped?
"""
