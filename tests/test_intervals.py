"""Intervals of shares against published values, and their coverage against exact coverage."""

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from scipy.stats import binom
from statsmodels.stats.proportion import confint_proportions_2indep

from analysis.errors import NotEnough
from analysis.intervals import goodman, kish, newcombe, wilson


@pytest.mark.parametrize(
    ("hits", "n", "low", "high"),
    [
        (221, 324, 0.6295, 0.7304),  # REPPL transfers, F9: CS+ under Pouliot's table
        (101, 324, 0.2637, 0.3641),  # the same, |CS−|
        (81, 263, 0.2553, 0.3662),  # Newcombe (1998), Statist. Med. 17:857, table I, method 3
        (15, 148, 0.0624, 0.1605),  # the same
        (0, 20, 0.0, 0.1611),  # the same
        (1, 29, 0.0061, 0.1718),  # the same
    ],
)
def test_wilson_published(hits, n, low, high):
    assert wilson(hits, n) == pytest.approx((low, high), abs=5e-5)


def test_wilson_takes_arrays_and_nobody_asked_spans_everything():
    low, high = wilson([0, 5, 10, 0], [10, 10.5, 10, 0])
    assert low[0] == 0
    assert high[2] == 1
    assert (low[3], high[3]) == (0, 1)


@pytest.mark.parametrize(("hits", "n"), [(-1, 10), (11, 10), (1, 0), (float("nan"), 3)])
def test_wilson_refuses_impossible_counts(hits, n):
    with pytest.raises(NotEnough) as refused:
        wilson(hits, n)
    assert refused.value.code == "hits_outside_n"


@given(st.integers(0, 500), st.integers(0, 500), st.floats(0.5, 0.999))
def test_wilson_holds_the_share(hits, misses, level):
    low, high = wilson(hits, hits + misses, level)
    assert 0 <= low <= high <= 1
    if hits + misses:
        assert low <= hits / (hits + misses) <= high


@pytest.mark.parametrize(
    ("counts", "low", "high"),
    [  # Newcombe (1998), Statist. Med. 17:873, table II, method 10
        ((56, 70, 48, 80), 0.0524, 0.3339),
        ((9, 10, 3, 10), 0.1705, 0.8090),
        ((5, 56, 0, 29), -0.0381, 0.1926),
        ((0, 10, 0, 20), -0.1611, 0.2775),
        ((10, 10, 0, 20), 0.6791, 1.0),
    ],
)
def test_newcombe_published(counts, low, high):
    assert newcombe(*counts) == pytest.approx((low, high), abs=5e-5)
    reference = confint_proportions_2indep(*counts, method="newcomb")
    assert newcombe(*counts) == pytest.approx(reference, abs=1e-12)


@pytest.mark.parametrize("counts", [(0, 0, 3, 10), (3, 10, 0, 0), (0, 0, 0, 0)])
def test_newcombe_with_an_empty_group_spans_everything(counts):
    assert newcombe(*counts) == (-1, 1)


def test_newcombe_turns_round_with_the_groups():
    low, high = newcombe([5, 9], [56, 10], [0, 3], [29, 10])
    turned_low, turned_high = newcombe([0, 3], [29, 10], [5, 9], [56, 10])
    np.testing.assert_allclose((turned_low, turned_high), (-high, -low), atol=1e-12)


def test_goodman_published():
    """Goodman (1965), Technometrics 7:247, on the counts that statistics packages use."""
    low, high = goodman([44, 55, 43, 32, 67, 78])
    assert low == pytest.approx([0.09468, 0.12377, 0.09209, 0.06413, 0.15638, 0.18693], abs=5e-6)
    assert high == pytest.approx([0.19664, 0.23505, 0.19310, 0.15357, 0.27607, 0.31301], abs=5e-6)


def test_goodman_of_nobody_spans_everything():
    low, high = goodman([0, 0, 0])
    assert low.tolist() == [0, 0, 0]
    assert high.tolist() == [1, 1, 1]


@pytest.mark.parametrize(
    ("weights", "effective"),
    [([1, 1, 1, 1], 4), ([5, 5], 2), ([1, 3], 1.6), ([0, 2, 2], 2), ([0, 0], 0), ([], 0)],
)
def test_kish(weights, effective):
    assert kish(weights) == pytest.approx(effective)


def exact_coverage(n, p):
    hits = np.arange(n + 1)
    low, high = wilson(hits, n)
    return binom.pmf(hits, n, p)[(low <= p) & (p <= high)].sum()


def test_wilson_covers_exactly_what_the_binomial_says():
    """Exact coverage .970 at n = 50, p = .1 (methods: saying how sure)."""
    assert exact_coverage(50, 0.1) == pytest.approx(0.970, abs=5e-4)


def simulated_coverage(n, p, runs, seed):
    low, high = wilson(np.random.default_rng(seed).binomial(n, p, runs), n)
    return ((low <= p) & (p <= high)).mean()


@pytest.mark.parametrize(("n", "p"), [(50, 0.1), (200, 0.3), (1000, 0.02)])
def test_wilson_simulated_coverage_is_the_exact_one(n, p):
    assert simulated_coverage(n, p, runs=20_000, seed=7) == pytest.approx(
        exact_coverage(n, p), abs=0.006
    )


@pytest.mark.prove
@pytest.mark.parametrize("n", [50, 100, 200, 500, 2000])
@pytest.mark.parametrize("p", [0.1, 0.2, 0.3, 0.5])
def test_wilson_coverage_at_length(n, p):
    simulated = simulated_coverage(n, p, runs=1_000_000, seed=11)
    assert simulated == pytest.approx(exact_coverage(n, p), abs=0.001)
    assert 0.925 <= simulated <= 0.98


@pytest.mark.prove
@pytest.mark.parametrize(("n1", "p1", "n0", "p0"), [(200, 0.1, 200, 0.07), (1000, 0.05, 400, 0.03)])
def test_newcombe_covers_the_difference(n1, p1, n0, p0):
    rng = np.random.default_rng(13)
    low, high = newcombe(rng.binomial(n1, p1, 400_000), n1, rng.binomial(n0, p0, 400_000), n0)
    assert 0.925 <= ((low <= p1 - p0) & (p1 - p0 <= high)).mean() <= 0.98


@pytest.mark.prove
def test_goodman_covers_all_shares_at_once():
    """Near the nominal level: Bonferroni's inequality is cautious, the score limits are not."""
    p = np.array([0.1, 0.25, 0.3, 0.25, 0.04, 0.06])
    draws = np.random.default_rng(17).multinomial(300, p, 4000)
    held = [np.all((low <= p) & (p <= high)) for low, high in map(goodman, draws)]
    assert 0.925 <= np.mean(held) <= 0.98
