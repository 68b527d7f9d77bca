"""A short fuzzing of everything that reads what others wrote; `make fuzz` goes on for longer, guided by coverage."""

from pathlib import Path

import pytest
from fuzz.seeds import WORDS, seeds
from fuzz.targets import TARGETS, fuzz
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

ROOT = Path(__file__).parents[2]
SEEDS = seeds(ROOT)


def mutated(begins: list[bytes]) -> st.SearchStrategy[bytes]:
    """A seed with a few slices cut, doubled, or replaced by what breaks readers."""
    edits = st.lists(
        st.tuples(
            st.floats(0, 1), st.integers(0, 60), st.sampled_from(["cut", "double", *WORDS]) | st.binary(max_size=9)
        ),
        min_size=1,
        max_size=4,
    )
    return st.builds(_edited, st.sampled_from(begins), edits)


def _edited(data: bytes, edits: list[tuple[float, int, str | bytes]]) -> bytes:
    for where, length, edit in edits:
        start = int(where * len(data))
        piece = data[start : start + length]
        put = b"" if edit == "cut" else piece * 2 if edit == "double" else edit
        data = data[:start] + put + data[start + length :]
    return data


def test_every_target_has_a_right_input_to_begin_with() -> None:
    assert set(SEEDS) == set(TARGETS)


@pytest.mark.parametrize("name", TARGETS)
def test_no_input_breaks_it(name: str) -> None:
    @settings(max_examples=40, deadline=None, database=None, suppress_health_check=list(HealthCheck))
    @given(data=mutated(SEEDS[name]) | st.binary(max_size=200))
    def holds(data: bytes) -> None:
        fuzz(name, data)

    holds()
