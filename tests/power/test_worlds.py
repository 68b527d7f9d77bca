"""Worlds: true by construction, wrong in exactly one figure once an error is planted, and told as they are."""

from benchmarks.power.base import base, impossible
from benchmarks.power.economies import economy
from benchmarks.power.oracle import possible
from benchmarks.power.planting import ERRORS, NEEDS, planted
from benchmarks.power.prose import article
from benchmarks.power.stories import TELLERS
from benchmarks.power.worlds import world
from hypothesis import assume, given, settings
from hypothesis import strategies as st

SEEDS = st.integers(0, 10**9).map(str)
WRONG = st.sampled_from(sorted(ERRORS))


@given(st.randoms(use_true_random=False))
def test_branches_and_halves_add_up_and_shares_are_of_the_whole(rng):
    known = economy(rng)
    stories = {story.kind: story for story in (teller(known, rng) for teller in TELLERS)}
    for kind, whole in (("sum", known.level[known.year]), ("halves", known.level[known.year]), ("breakdown", 1)):
        assert sum(stories[kind].roles[role].number for role in stories[kind].parts) == whole


@given(SEEDS)
def test_what_is_printed_of_a_true_world_can_all_be_true(seed):
    true = world(seed)
    assert [told.story.kind for told in true.told if not possible(told.story, told.figures)] == []
    assert impossible(base(true)) == frozenset()


@given(SEEDS)
def test_a_seed_gives_the_same_world_again(seed):
    assert base(world(seed)).text == base(world(seed)).text
    assert article(world(seed)).text == article(world(seed)).text


@given(SEEDS, WRONG)
def test_an_error_is_one_figure_that_differs(seed, error):
    true = world(seed, NEEDS.get(error, frozenset()))
    wrong = planted(true, error)
    assume(wrong is not None)
    differing = [
        (number, role)
        for number, (one, other) in enumerate(zip(true.told, wrong.world.told, strict=True))
        for role in one.figures
        if one.figures[role].quote != other.figures[role].quote
    ]
    assert differing == [(wrong.story, wrong.role)]


@given(SEEDS)
def test_every_figure_stands_in_the_article_where_it_is_said_to(seed):
    true = world(seed)
    text = article(true)
    for number, told in enumerate(true.told):
        for role, figure in told.figures.items():
            spans = text.spans[number, role]
            assert spans
            for start, end in spans:
                assert text.text[start:end].lower() in figure.quote.lower()


@settings(max_examples=50)
@given(SEEDS, WRONG)
def test_an_error_leaves_all_other_words_as_they_were(seed, error):
    true = world(seed, NEEDS.get(error, frozenset()))
    wrong = planted(true, error)
    assume(wrong is not None)
    right, changed = article(true), article(wrong.world)
    assert right.patterns == changed.patterns
    spans = [right.spans[wrong.story, wrong.role], changed.spans[wrong.story, wrong.role]]
    before = [text.text[: each[0][0]] for text, each in zip((right, changed), spans, strict=True)]
    after = [text.text[each[-1][1] :] for text, each in zip((right, changed), spans, strict=True)]
    assert before[0].rstrip("e '") == before[1].rstrip("e '")  # "de 8", but "d'environ 8"
    assert after[0] == after[1]


def test_every_kind_of_story_is_told_in_both_languages():
    kinds = {(true.lang, told.story.kind) for true in map(world, map(str, range(300))) for told in true.told}
    assert {kind for lang, kind in kinds if lang == "fr"} == {kind for lang, kind in kinds if lang == "en"}
    assert len(kinds) == 2 * 14
