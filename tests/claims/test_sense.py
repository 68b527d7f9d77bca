from __future__ import annotations

import pytest

from factcheck.claims.base import Claim
from factcheck.claims.rules import RuleScope, parsed
from factcheck.claims.sense import nonsense
from factcheck.errors import Place

SCOPE = RuleScope({name: Claim(name, Place("a.yaml"), unit="MAD") for name in ("a", "b", "ito_a", "ito_b")})
CANCELS = "the rule says the same whatever the figures are: they cancel"
NAMES_NOTHING = "the rule names no claim: no figure could ever change it"


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("1 == 1", NAMES_NOTHING),
        ("between(2 %, 1 %, 3 %)", NAMES_NOTHING),
        ("a == a", CANCELS),
        ("a + b >= b + a", CANCELS),
        ("a - a == 0", CANCELS),
        ("a / a == 1", CANCELS),
        ("0 * a < 2", CANCELS),
        ("growth(a, a) == 3 %", CANCELS),
        ("(a + b) * (a - b) == a * a - b * b", CANCELS),
        ("sum(ito_*) == ito_b + ito_a", CANCELS),
        ("cagr(a, a * 2, 6) == 3 %", None),
        ("b / (a - a) == 1", "the rule divides by 0, whatever the figures are"),
        ("a == b", None),
        ("a > 0", None),
        ("a + b == 2 * a", None),
        ("share(ito_a, sum(ito_*)) == 3 %", None),
        ("between(a, a, b)", None),
    ],
)
def test_a_relation_that_no_data_could_decide_is_a_mistake(text: str, message: str | None) -> None:
    found = nonsense(parsed(text, SCOPE))
    assert (None if found is None else str(found)) == message
