"""The change that a title tells, beside the same one in the body: "loses 61 seats", and below "159 …, 71 fewer"."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Final

from factcheck.drafts.changes.across import Clauses
from factcheck.drafts.changes.doubts import holds
from factcheck.drafts.changes.figures import Change
from factcheck.drafts.prose import Draft, Mention, completed
from factcheck.drafts.stated import Candidate, Stated
from factcheck.figures.figure import Figure, Kind
from factcheck.figures.hedges import Hedge
from factcheck.kinds import agreement
from factcheck.relations.finding import Confidence

_FEWEST_DIGITS: Final = 2
_AMOUNTS: Final = (Kind.NUMBER, Kind.CURRENCY)


def find(clauses: Clauses, told: Sequence[Stated]) -> Iterator[Candidate]:
    """The changes of the title that the body tells with one digit other, or two swapped, and its levels bear out.

    Only where the body has just one change of such things in that direction, and the title's figure nowhere.
    """
    draft = clauses.draft
    differences = [each for each in told if each.kind == "difference" and "change" in each.roles]
    if not differences:
        return
    headings = draft.document.headings
    titles = draft.mentions_in(*headings[0]) if headings else draft.title
    for mention in titles:
        change = _change_at(clauses, mention)
        if change is None or not _is_plain(change) or _is_in_body(draft, mention, titles):
            continue
        alike = [each for each in differences if _is_of_same_things(clauses, change, each)]
        numbers = {each.roles["change"].figure.number for each in alike}
        if len(numbers) != 1 or not holds(alike[0], usually=True):
            continue
        other = alike[0].roles["change"]
        if other.sentence not in (each.sentence for each in titles) and _is_slip(mention.figure, other.figure):
            other = other.read_as(completed(other.figure, mention.figure))
            roles = {"one": mention, "another": other}
            yield Stated(agreement.KIND, agreement.ASSERTION, roles, Confidence.MEDIUM)


def _change_at(clauses: Clauses, mention: Mention) -> Change | None:
    pieces = clauses.of(mention.sentence).pieces
    changes = (piece.change for piece in pieces if piece.change is not None)
    return next((change for change in changes if change.mention.start == mention.start), None)


def _is_plain(change: Change) -> bool:
    plain = not change.doubt and not change.old and not change.yearly and change.rises is not None
    return plain and change.kind in _AMOUNTS and change.mention.figure.hedge is Hedge.NONE


def _is_in_body(draft: Draft, mention: Mention, titles: Sequence[Mention]) -> bool:
    value = mention.figure.number
    amounts = (other for other in draft.mentions if other.figure.kind in _AMOUNTS and other not in titles)
    return any(other.figure.number == value for other in amounts)


def _is_of_same_things(clauses: Clauses, title: Change, told: Stated) -> bool:
    """Whether a change of the body goes the title's way and counts what the title names."""
    mention = told.roles["change"]
    change = _change_at(clauses, mention)
    if change is None or not _is_plain(change) or change.rises is not title.rises:
        return False
    own, wanted = change.mention.figure.unit, title.mention.figure.unit
    return own == wanted if own else wanted in {each.figure.unit for each in mention.sentence.mentions}


def _is_slip(title: Figure, body: Figure) -> bool:
    """Whether the printed digits differ in one place, or in two neighbouring ones that are swapped; not by rounding."""
    one, other = _digits(title), _digits(body)
    if len(one) != len(other) or len(one) < _FEWEST_DIGITS or one.endswith("0") or other.endswith("0"):
        return False
    places = [at for at in range(len(one)) if one[at] != other[at]]
    if len(places) == 2 and places[1] == places[0] + 1:
        return one[places[0]] == other[places[1]] and one[places[1]] == other[places[0]]
    return len(places) == 1


def _digits(figure: Figure) -> str:
    return "" if figure.numeral is None else "".join(filter(str.isdecimal, figure.numeral.digits))
