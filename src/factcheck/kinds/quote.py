"""Quote: whether a source says what is quoted from it.

What it checks
    Whether the quote of a statement stands in the text of its source, where the text is at hand
    (`--texts DIR`, files named after the source).

Formula
    the same characters, spaces, apostrophes and dashes taken as equal to their typographic forms; else the nearest
    passage is shown

Tolerances
    Only those of spaces, apostrophes, dashes and upper case. A quote that is not found is a warning; rules are judged
    all the same.

Holds
    "26,2 milliards" where the text has a no-break space between the two

Does not hold
    "26,2 milliards" where the text has "26,7 milliards"

How to suppress
    Correct the quote, or give the claim `accepted: {reason: …, until: …}`.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from typing import Final

from msgspec import Struct

from factcheck.phrases import Phrase
from factcheck.relations.expression import Name
from factcheck.relations.finding import Accepted, Evidence, Finding, PredicateCall, Relation, Severity, Verdict

KIND: Final = "quote"
_LEAST_SCORE: Final = 75
"""How alike, of 100, the nearest passage must be to be worth showing (RapidFuzz's partial ratio)."""
_SAME: Final = str.maketrans(
    {
        **dict.fromkeys("\u00a0\u202f\u2009\u2007\u2008\u200a", " "),
        **dict.fromkeys("\u2018\u2019\u02bc", "'"),
        **dict.fromkeys("\u201c\u201d\u00ab\u00bb", '"'),
        **dict.fromkeys("\u2010\u2011\u2012\u2013\u2212", "-"),
        "\u00ad": None,
    }
)


class Missing(Struct, frozen=True):
    """A quote that its source's text does not hold, and the passage that comes nearest, where one is near."""

    statement: Evidence
    nearest: str | None


def normalised(text: str) -> str:
    """The text with typographic spaces, apostrophes and dashes made plain, runs of space single, in lower case."""
    return re.sub(r"\s+", " ", text.translate(_SAME)).strip().lower()


def missing(statements: Sequence[Evidence], texts: Mapping[str, str]) -> list[Missing]:
    """The statements whose quote is not in their source's text; `texts` holds the normalised texts by source."""
    lacking = []
    for statement in statements:
        quote, text = normalised(statement.quote), texts.get(statement.source or "")
        if text is not None and not _stands_in(quote, text):
            lacking.append(Missing(statement, _nearest(quote, text)))
    return lacking


def _stands_in(quote: str, text: str) -> bool:
    """Whether the text has the quote as whole words: "6,2 milliards" does not stand in "26,2 milliards"."""
    start = text.find(quote)
    while start >= 0:
        before, after = text[start - 1 : start], text[start + len(quote) : start + len(quote) + 1]
        if not (quote[0].isalnum() and before.isalnum()) and not (quote[-1].isalnum() and after.isalnum()):
            return True
        start = text.find(quote, start + 1)
    return False


def _nearest(quote: str, text: str) -> str | None:
    from rapidfuzz import fuzz  # only where a quote is missing

    found = fuzz.partial_ratio_alignment(quote, text, score_cutoff=_LEAST_SCORE)
    return None if found is None else text[found.dest_start : found.dest_end].strip()


def finding(
    claim: str, statements: Sequence[Evidence], texts: Mapping[str, str], accepted: Accepted | None = None
) -> Finding | None:
    """Whether the sources say what a claim quotes from them; None where no text is at hand for any of them."""
    looked_up = tuple(statement for statement in statements if statement.source in texts)
    if not looked_up:
        return None
    lacking = missing(looked_up, texts)
    relation = Relation(
        f"{KIND}:{claim}",
        KIND,
        PredicateCall(KIND, (Name(claim),), lambda *_: not lacking),
        {claim: looked_up},
        severity=Severity.WARNING,
        accepted=accepted,
        place=(lacking[0].statement if lacking else looked_up[0]).place,
    )
    if not lacking:
        message = Phrase(
            "{count} quote stands in its text", "{count} quotes stand in their texts", count=len(looked_up)
        )
        return Finding(relation, Verdict.CONSISTENT, message, looked_up)
    first = lacking[0]
    message = Phrase(
        "“{quote}” is not in the text of {source}", quote=first.statement.quote, source=first.statement.source
    )
    return Finding(
        relation,
        Verdict.INCONSISTENT,
        message,
        figures=tuple(each.statement for each in lacking),
        calculation=tuple(_compared(each) for each in lacking),
    )


def _compared(lacking: Missing) -> Phrase:
    if lacking.nearest is None:
        return Phrase("“{quote}”: nothing like it stands there", quote=lacking.statement.quote)
    return Phrase(
        "“{quote}”: the nearest passage is “{passage}”", quote=lacking.statement.quote, passage=lacking.nearest
    )
