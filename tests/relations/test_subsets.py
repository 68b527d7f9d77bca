"""Smallest sets that contradict each other, and smallest sets that must give way; Z3 counts them, too."""

import itertools

import networks
import pytest
from hypothesis import given
from hypothesis import strategies as st
from oracle import Oracle

from factcheck.figures.hedges import Reading
from factcheck.relations.network import part_of
from factcheck.relations.subsets import clusters, smallest_hitting_sets

SETS = st.lists(st.frozensets(st.integers(0, 6), min_size=1, max_size=4), max_size=6)


@given(SETS)
def test_hitting_sets_are_all_there_the_lightest_first(sets):
    weights = {element: 1 + element % 2 for element in range(7)}
    found = list(smallest_hitting_sets(sets, weights))
    by_hand = {
        frozenset(chosen)
        for size in range(8)
        for chosen in itertools.combinations(range(7), size)
        if all(each & set(chosen) for each in sets)
    }
    minimal = {each for each in by_hand if not any(other < each for other in by_hand)}
    assert set(found) == minimal
    heavy = [sum(weights[element] for element in each) for each in found]
    assert heavy == sorted(heavy)


def test_what_fits_has_no_contradiction():
    maker = networks.Maker(1, errors=0)
    assert clusters(part_of(maker.network, Reading.LITERAL)) == ()


@pytest.mark.parametrize("seeds", [range(start, start + 25) for start in range(0, 500, 25)], ids=str)
def test_z3_agrees_on_the_smallest_number_of_corrections(seeds):
    for seed in seeds:
        network = networks.Maker(seed).network
        part = part_of(network, Reading.LITERAL)
        found = clusters(part)
        assert found is not None, seed
        if not found:
            continue
        lightest = [min(cluster.taken, key=lambda each: len(each.elements)).elements for cluster in found]
        taken = frozenset().union(*lightest)
        oracle = Oracle(network, Reading.LITERAL)
        assert oracle.can_be(set(part.elements) - taken) is not False, seed
        for fewer in itertools.combinations(part.elements, len(taken) - 1):
            assert oracle.can_be(set(part.elements) - set(fewer)) is not True, (seed, fewer)


@pytest.mark.parametrize("seeds", [range(start, start + 10) for start in range(500, 540, 10)], ids=str)
def test_contradictions_and_corrections_are_what_they_say(seeds):
    for seed in seeds:
        network = networks.Maker(seed, most=8).network
        part = part_of(network, Reading.LITERAL)
        oracle = Oracle(network, Reading.LITERAL)
        for cluster in clusters(part):
            for each in cluster.contradictions:
                assert oracle.can_be(each.elements) is not True, seed
                if each.is_minimal:
                    assert all(oracle.can_be(each.elements - {one}) is not False for one in each.elements), seed
            for taken in cluster.taken:
                rest = set(part.elements) - taken.elements - cluster.others
                assert oracle.can_be(rest) is not False, seed
                assert all(oracle.can_be(rest | {one}) is not True for one in taken.elements), seed


def redundant(seed, wrong):
    """Yearly levels with the growths between them, their sum and their shares of it: each is reached in many ways."""
    maker = networks.Maker(seed, most=2, errors=0)
    levels = [maker._new("level", maker._level()) for _ in range(3)]
    total = maker._new("level", sum(maker.true[each] for each in levels))
    maker.rules.append(networks.equal(networks.add(*map(networks.Name, levels)), networks.Name(total)))
    for one, other in itertools.pairwise(levels):
        change = maker._new("growth", maker.true[other] / maker.true[one] - 1)
        maker.rules.append(networks.equal(networks.growth(one, other), networks.Name(change)))
    for each in levels:
        share = maker._new("share", maker.true[each] / maker.true[total])
        maker.rules.append(
            networks.equal(networks.divide(networks.Name(each), networks.Name(total)), networks.Name(share))
        )
    culprit = maker.chance.choice([*levels, total])
    maker.wrong[culprit] = maker.true[culprit] * wrong
    return networks.network(maker._said(), maker.rules), culprit


@pytest.mark.parametrize("wrong", [networks.Fraction(*each) for each in ((10, 1), (9, 10), (102, 100), (1001, 1000))])
def test_a_single_error_is_found_whenever_the_arithmetic_allows(wrong):
    for seed in range(25):
        network, culprit = redundant(seed, wrong)
        found = clusters(part_of(network, Reading.LITERAL))
        assert bool(found) == (Oracle(network, Reading.LITERAL).can_be() is False), seed
        culprits = {
            place
            for place, each in enumerate(network.said)
            if each.evidence.claim == culprit and each.evidence.source == "paper"
        }
        if found:
            assert any(taken.elements == culprits for cluster in found for taken in cluster.taken), seed
