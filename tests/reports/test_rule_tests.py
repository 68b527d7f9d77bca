from __future__ import annotations

import pytest

from factcheck.desk.test import test as run_rule_tests
from factcheck.reports.layout import width
from factcheck.reports.rule_tests import render
from factcheck.reports.view import View
from factcheck.reports.wording import Wording

BASE = """\
sources: {paper: {title: Paper, lang: fr}}
claims:
  exports: {said: {paper: "26 milliards de dirhams"}}
  dollars: {said: {paper: "2,8 milliards de dollars"}}
rules:
  rate:
    check: convert(exports, USD, 2024) == dollars
    tests:
      inconsistent: {exports: 26 milliards de dirhams, dollars: "2,8 milliards de dollars"}
      consistent: {exports: 26 milliards de dirhams, dollars: "2,6 milliards de dollars"}
"""


@pytest.mark.parametrize("cells", [80, 120])
def test_a_failed_test_says_what_came_instead_within_the_width(tmp_path, english: Wording, cells: int) -> None:
    (tmp_path / "base.yaml").write_text(BASE, encoding="utf-8")
    results = run_rule_tests([tmp_path / "base.yaml"])
    text = render(results, english, View(width=cells))
    assert "  should be inconsistent, but is strained\n" in text
    assert text.endswith("2 tests of 1 rule: 1 passed, 1 failed.\n")
    assert "✓" not in text and "✓ rate  consistent" in render(results, english, View(verbose=True))
    assert max(map(width, text.splitlines())) <= cells or str(tmp_path) in text.splitlines()[0]
