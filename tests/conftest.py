"""Settings of all tests: Hypothesis never fails for slowness, and draws the same examples on every CI run."""

import os

from hypothesis import settings

settings.register_profile("factcheck", deadline=None, derandomize="CI" in os.environ)
settings.load_profile("factcheck")
