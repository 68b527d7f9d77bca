"""A long report begins with what is worst: by severity, then by how far the two sides are apart."""

import subprocess
import sys
from pathlib import Path

import pytest

GROWTHS = {"small": "22 %", "large": "90 %", "warned": "99 %", "middle": "40 %"}


@pytest.fixture
def base(tmp_path: Path) -> Path:
    claims = "".join(f"  {name}: {{said: {{s: {growth}}}}}\n" for name, growth in GROWTHS.items())
    rules = "".join(
        f"  is-{name}: {{check: 'growth(a, b) == {name}'{', severity: warning' if name == 'warned' else ''}}}\n"
        for name in GROWTHS
    )
    levels = "  a: {said: {s: '10,0 millions'}}\n  b: {said: {s: '12,0 millions'}}\n"
    path = tmp_path / "claims.yaml"
    path.write_text(f"sources: {{s: {{lang: fr}}}}\nclaims:\n{levels}{claims}rules:\n{rules}", encoding="utf-8")
    return path


@pytest.mark.parametrize(
    ("limit", "shown"),
    [([], ["is-large", "is-middle", "is-small", "is-warned"]), (["--limit", "2"], ["is-large", "is-middle"])],
)
def test_the_worst_findings_come_first(base: Path, limit: list[str], shown: list[str]) -> None:
    command = [sys.executable, "-m", "factcheck", "run", str(base), "--no-cache", "--messages", "en", *limit]
    result = subprocess.run(command, capture_output=True, encoding="utf-8", check=False)
    assert result.returncode == 1
    headings = [line.split()[1] for line in result.stdout.splitlines() if line.startswith("✗")]
    assert headings == shown
    assert ("2 more, which --limit leaves out" in result.stdout) == bool(limit)
