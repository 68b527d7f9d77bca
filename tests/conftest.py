"""Settings of all tests: Hypothesis never fails for slowness, and draws the same examples on every CI run.

What tells factcheck that it runs in GitHub Actions is taken away: tests of that say it themselves.
"""

import os

from hypothesis import settings

settings.register_profile("factcheck", deadline=None, derandomize="CI" in os.environ)
settings.load_profile("factcheck")

for name in ("GITHUB_ACTIONS", "GITHUB_STEP_SUMMARY"):
    os.environ.pop(name, None)
