"""Campaign effects against published values."""

import numpy as np
import pytest
from scipy.stats import t

from analysis.campaigns import compare_arms, compare_values, sample_size_per_arm
from analysis.errors import NotEnough

# Hillstrom's e-mail test (MineThatData 2008): men's e-mail against no e-mail.
MAILED, KEPT_OUT = 21_307, 21_306


@pytest.mark.parametrize(
    ("counts", "low", "high"),
    [  # Newcombe (1998), Statist. Med. 17:873, table II, method 10
        ((70, 56, 80, 48), 0.0524, 0.3339),
        ((10, 9, 10, 3), 0.1705, 0.8090),
        ((56, 5, 29, 0), -0.0381, 0.1926),
        ((10, 0, 20, 0), -0.1611, 0.2775),
        ((10, 10, 20, 0), 0.6791, 1.0),
    ],
)
def test_lift_has_newcombes_interval(counts, low, high):
    effect = compare_arms(*counts)
    assert (effect.low, effect.high) == pytest.approx((low, high), abs=5e-5)
    assert effect.shown_to_work == (low > 0)


def test_hillstrom_visits():
    effect = compare_arms(MAILED, 3894, KEPT_OUT, 2262)
    assert effect.lift == pytest.approx(0.076590, abs=5e-7)
    assert (effect.low, effect.high) == pytest.approx((0.069953, 0.083227), abs=5e-7)
    assert effect.incremental == pytest.approx(1631.89, abs=5e-3)
    assert effect.incremental_low == pytest.approx(MAILED * effect.low)
    assert effect.incremental_high == pytest.approx(MAILED * effect.high)


def test_hillstrom_conversions():
    effect = compare_arms(MAILED, 267, KEPT_OUT, 122)
    assert effect.lift == pytest.approx(0.006805, abs=5e-7)
    assert (effect.low, effect.high) == pytest.approx((0.005014, 0.008641), abs=5e-7)


def spend(total, n):
    """A sum over n members: the mean, and so the return, does not depend on who spent it."""
    return np.append(total, np.zeros(n - 1))


def test_hillstrom_return_on_spend():
    effect = compare_values(
        spend(30_311.69, MAILED), spend(13_908.33, KEPT_OUT), cost=0.50 * MAILED
    )
    assert effect.incremental_roi == pytest.approx(0.5397, abs=5e-5)
    assert effect.naive_roi == pytest.approx(1.8452, abs=5e-5)


def test_money_of_an_arm():
    """Worked by hand: 100 of 1,000 against 60 of 1,000 brings 40 at a cost of 200."""
    effect = compare_arms(1000, 100, 1000, 60, cost=200, value_per_hit=10)
    assert effect.incremental == pytest.approx(40)
    assert effect.cost_per_incremental == pytest.approx(5)
    assert effect.incremental_roi == pytest.approx((400 - 200) / 200)
    assert effect.naive_roi == pytest.approx((1000 - 200) / 200)


@pytest.mark.parametrize(
    ("treated_hits", "works", "harmful"),
    [(120, True, False), (62, False, False), (20, False, True)],
)
def test_cost_per_winner_only_where_shown_to_work(treated_hits, works, harmful):
    effect = compare_arms(1000, treated_hits, 1000, 60, cost=200, value_per_hit=10)
    assert effect.shown_to_work is works
    assert effect.harmful is harmful
    assert (effect.cost_per_incremental is not None) is works


def test_free_campaigns_have_no_return_on_cost():
    effect = compare_arms(1000, 120, 1000, 60, value_per_hit=10)
    assert effect.incremental_roi is None
    assert effect.naive_roi is None
    assert effect.cost_per_incremental == 0


@pytest.mark.parametrize(
    ("counts", "cost", "code"),
    [
        ((10, 1, 0, 0), 0, "no_holdout"),
        ((0, 0, 10, 1), 0, "no_treated"),
        ((10, 11, 10, 1), 0, "hits_outside_n"),
        ((10, 1, 10, -1), 0, "hits_outside_n"),
        ((-10, 1, 10, 1), 0, "negative_n"),
        ((10, 1, 10, 1), -5, "negative_cost"),
        ((10, float("nan"), 10, 1), 0, "hits_outside_n"),
    ],
)
def test_impossible_arms_are_refused_by_code(counts, cost, code):
    with pytest.raises(NotEnough) as refused:
        compare_arms(*counts, cost=cost)
    assert refused.value.code == code


def test_value_interval_is_welchs():
    """By hand: means 4 and 1, variances 16 and 1 of 3 each; Welch's degrees 2.248."""
    effect = compare_values([0, 4, 8], [0, 1, 2], cost=1)
    half = t.ppf(0.975, (17 / 3) ** 2 / ((16 / 3) ** 2 / 2 + (1 / 3) ** 2 / 2)) * np.sqrt(17 / 3)
    assert (effect.low, effect.high) == pytest.approx((3 - half, 3 + half), rel=1e-6)
    assert (effect.incremental, effect.incremental_high) == pytest.approx((9, 9 + 3 * half))


@pytest.mark.parametrize(
    ("treated", "holdout", "code"),
    [
        ([1, 2], [], "no_holdout"),
        ([1], [1, 2], "no_treated"),
        ([1, float("nan")], [1, 2], "value_missing"),
        ([0, 0], [0, 0, 0], "values_all_equal"),
    ],
)
def test_unusable_values_are_refused_by_code(treated, holdout, code):
    with pytest.raises(NotEnough) as refused:
        compare_values(treated, holdout)
    assert refused.value.code == code


@pytest.mark.parametrize(("method", "n"), [("pooled", 1506), ("arcsine", 1484)])
def test_sample_size(method, n):
    """5 % against 3 % at 80 % power, two-sided 5 % (methods: campaign effect)."""
    assert sample_size_per_arm(0.03, 0.05, method=method) == n
    assert sample_size_per_arm(0.05, 0.03, method=method) == n


@pytest.mark.parametrize(
    ("shares", "method", "code"),
    [
        ((0.0, 0.05), "pooled", "share_outside"),
        ((0.05, 0.05), "pooled", "no_difference"),
        ((0.03, 0.05), "guess", "unknown_method"),
    ],
)
def test_unplannable_samples_are_refused_by_code(shares, method, code):
    with pytest.raises(NotEnough) as refused:
        sample_size_per_arm(*shares, method=method)
    assert refused.value.code == code


def found(n, runs, seed):
    rng = np.random.default_rng(seed)
    arms = zip(rng.binomial(n, 0.05, runs), rng.binomial(n, 0.03, runs), strict=True)
    return np.mean([compare_arms(n, one, n, other).shown_to_work for one, other in arms])


def test_planned_sample_finds_the_effect_as_often_as_planned():
    assert found(1506, runs=600, seed=3) == pytest.approx(0.80, abs=0.05)


@pytest.mark.prove
def test_planned_sample_finds_the_effect_as_often_as_planned_at_length():
    assert found(1506, runs=20_000, seed=4) == pytest.approx(0.80, abs=0.015)
