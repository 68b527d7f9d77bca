"""A world as it is printed: its stories, each with its figures, and at most one error among them."""

from __future__ import annotations

from collections.abc import Mapping
from random import Random

from msgspec import Struct

from benchmarks.power.economies import economy
from benchmarks.power.facts import Fact
from benchmarks.power.oracle import Figure
from benchmarks.power.printing import Printed, print_day, print_number
from benchmarks.power.stories import TELLERS, Story


class Told(Struct, frozen=True):
    """A story, and its values as they are printed, by role."""

    story: Story
    figures: Mapping[str, Figure]


class World(Struct, frozen=True):
    """A few stories of one economy, all in one language.

    seed   what every choice of the world follows from, so that a report can name it
    """

    seed: str
    lang: str
    told: tuple[Told, ...]


def world(seed: str, including: frozenset[str] = frozenset()) -> World:
    """The world of a seed, free of errors, with a story of one of the kinds `including` where any are given."""
    rng = Random(seed)
    known = economy(rng)
    stories = [teller(known, rng) for teller in TELLERS]
    wanted = [story for story in stories if story.kind in including]
    first = [rng.choice(wanted)] if wanted else []
    others = [story for story in stories if story not in first]
    chosen = [*first, *rng.sample(others, rng.randint(1, 4))]
    rng.shuffle(chosen)
    return World(seed, known.lang, tuple(Told(story, _printed(rng, story, known.lang)) for story in chosen))


def _printed(rng: Random, story: Story, lang: str) -> dict[str, Figure]:
    return {role: printed(rng, fact, lang) for role, fact in story.roles.items()}


def printed(rng: Random, fact: Fact, lang: str) -> Figure:
    """A true value as a newspaper prints it."""
    return print_day(rng, fact, lang) if fact.family == "day" else print_number(rng, fact, lang)


def numbers(told: Told) -> dict[str, Printed]:
    """The figures of a story that are no dates, by role."""
    return {role: figure for role, figure in told.figures.items() if isinstance(figure, Printed)}
