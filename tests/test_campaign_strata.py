"""Campaigns drawn within strata: worked by hand, against statsmodels, and by simulation."""

import numpy as np
import pandas as pd
import pytest
from statsmodels.stats.contingency_tables import StratifiedTable

from analysis.campaign_strata import clear, compare_strata
from analysis.campaigns import compare_arms
from analysis.errors import NotEnough

COLUMNS = ["treated_n", "treated_hits", "holdout_n", "holdout_hits"]
# One in two of the first kept out, one in five of the second: 3 against 6 %, and 6 against 4 %.
SPRING = [(1000, 30, 1000, 60), (2400, 144, 600, 24)]


def strata(*rows: tuple[int, int, int, int]) -> pd.DataFrame:
    return pd.DataFrame(rows, columns=COLUMNS)


@pytest.mark.parametrize("counts", [(70, 56, 80, 48), (10, 9, 10, 3), (56, 5, 29, 0)])
def test_a_single_stratum_is_the_plain_comparison(counts) -> None:
    one = compare_strata(strata(counts), cost=500, value_per_hit=40)
    plain = compare_arms(*counts, cost=500, value_per_hit=40)
    for name, value in vars(plain).items():
        assert getattr(one.effect, name) == pytest.approx(value), name


def test_strata_are_compared_within_and_added_up() -> None:
    """Worked by hand: 1,000 × (3 − 6 %) + 2,400 × (6 − 4 %) = 18 more."""
    found = compare_strata(strata(*SPRING))
    assert found.effect.incremental == pytest.approx(18)
    assert found.treated == pytest.approx(174 / 3400)
    assert found.treated - found.holdout == pytest.approx(18 / 3400)
    assert not found.effect.shown_to_work


def test_pooled_shares_would_compare_different_people() -> None:
    pooled = strata(tuple(np.sum(SPRING, axis=0)))
    assert compare_strata(pooled).effect.incremental < 0


def test_the_interval_of_a_sum_adds_squared_distances() -> None:
    found, each = compare_strata(strata(*SPRING)), [compare_arms(*row) for row in SPRING]
    below = [one.incremental - one.incremental_low for one in each]
    assert found.effect.incremental_low == pytest.approx(18 - np.hypot(*below))


def test_money_adds_up_at_each_strata_own_worth() -> None:
    """Worked by hand: (−30 × 10 + 48 × 20) − 300 over 300."""
    found = compare_strata(strata(*SPRING), cost=300, value_per_hit=[10, 20])
    assert found.effect.incremental_roi == pytest.approx((660 - 300) / 300)
    assert found.roi_low < found.effect.incremental_roi < found.roi_high
    assert found.effect.naive_roi == pytest.approx((30 * 10 + 144 * 20 - 300) / 300)


def test_p_is_that_of_cochran_mantel_and_haenszel() -> None:
    tables = [np.array([[x1, n1 - x1], [x0, n0 - x0]], dtype=float) for n1, x1, n0, x0 in SPRING]
    expected = StratifiedTable(tables).test_null_odds(correction=False).pvalue
    assert compare_strata(strata(*SPRING)).p == pytest.approx(expected)


def test_strata_without_both_arms_are_left_out_and_counted() -> None:
    found = compare_strata(strata((100, 10, 100, 5), (50, 9, 0, 0)), value_per_hit=[1, 2])
    assert (found.treated_n, found.left_out) == (100, 50)


@pytest.mark.parametrize(
    ("row", "code"),
    [
        ((10, 1, 0, 0), "no_holdout"),
        ((0, 0, 10, 1), "no_treated"),
        ((5, 6, 9, 1), "hits_outside_n"),
    ],
)
def test_what_cannot_be_compared_is_refused_by_code(row, code) -> None:
    with pytest.raises(NotEnough) as refused:
        compare_strata(strata(row))
    assert refused.value.code == code


def test_one_of_many_looked_at_is_not_clear_by_itself() -> None:
    """p = .03 alone; beside nineteen without a difference the least adjusted p is .6."""
    apart, alike = compare_strata(strata((1000, 78, 1000, 54))), strata((1000, 54, 1000, 54))
    assert apart.effect.shown_to_work
    assert clear([apart]) == [True]
    assert not any(clear([apart, *[compare_strata(alike)] * 19]))


def test_nothing_to_look_at_is_nothing_clear() -> None:
    assert clear([]) == []


def covered(runs: int, seed: int) -> float:
    """How often the interval of a sum over two strata holds what was planted."""
    rng = np.random.default_rng(seed)
    sizes, shares = ((300, 300), (700, 150)), ((0.03, 0.06), (0.06, 0.04))
    true = sum(n[0] * (p[0] - p[1]) for n, p in zip(sizes, shares, strict=True))
    inside = 0
    for _ in range(runs):
        rows = [
            (n[0], rng.binomial(n[0], p[0]), n[1], rng.binomial(n[1], p[1]))
            for n, p in zip(sizes, shares, strict=True)
        ]
        effect = compare_strata(strata(*rows)).effect
        inside += effect.incremental_low <= true <= effect.incremental_high
    return inside / runs


def test_the_interval_of_a_sum_holds_what_was_planted() -> None:
    """n = 300 and 700 against 300 and 150 at 3 to 6 %: 92.5–98 % is accepted."""
    assert 0.925 <= covered(400, seed=1) <= 0.98


@pytest.mark.prove
def test_the_interval_of_a_sum_holds_what_was_planted_at_length() -> None:
    assert 0.94 <= covered(5000, seed=2) <= 0.97
