"""Kaplan–Meier and log-rank against the leukaemia trial that everybody knows."""

import numpy as np
import pytest

from analysis.errors import NotEnough
from analysis.survival import kaplan_meier, log_rank

# Freireich et al. (1963), Blood 21:699: weeks in remission, 6-MP and placebo; 1 = relapsed.
TREATED = (
    [6, 6, 6, 6, 7, 9, 10, 10, 11, 13, 16, 17, 19, 20, 22, 23, 25, 32, 32, 34, 35],
    [1, 1, 1, 0, 1, 0, 1, 0, 0, 1, 1, 0, 0, 0, 1, 1, 0, 0, 0, 0, 0],
)
PLACEBO = ([1, 1, 2, 2, 3, 4, 4, 5, 5, 8, 8, 8, 8, 11, 11, 12, 12, 15, 17, 22, 23], [1] * 21)


def test_freireich_survival():
    curve = kaplan_meier(*TREATED).curve
    published = {
        6: 0.8571,
        7: 0.8067,
        10: 0.7529,
        13: 0.6902,
        16: 0.6275,
        22: 0.5378,
        23: 0.4482,
    }
    assert curve["survival"].to_dict() == pytest.approx(published, abs=5e-5)


def test_freireich_greenwood_and_log_log_interval():
    first = kaplan_meier(*TREATED).curve.loc[6]
    assert first["error"] == pytest.approx(0.0764, abs=5e-5)
    assert (first["low"], first["high"]) == pytest.approx((0.6197, 0.9516), abs=5e-5)


def test_freireich_log_rank():
    exits, ended = TREATED[0] + PLACEBO[0], TREATED[1] + PLACEBO[1]
    test = log_rank(exits, ended, ["6-MP"] * 21 + ["placebo"] * 21)
    assert test.statistic == pytest.approx(16.79294, abs=5e-6)
    assert test.degrees == 1
    assert test.p < 1e-4


def test_freireich_medians():
    assert kaplan_meier(*TREATED).median == 23
    assert kaplan_meier(*PLACEBO).median == 8
    assert np.isnan(kaplan_meier([1, 2, 3], [1, 0, 0]).median)


def test_late_entry_counts_from_the_day_after_it():
    """By hand: at 5 two of three are at risk, for the third comes in at 5; at 8 two are."""
    survival = kaplan_meier([5, 8, 9], [1, 1, 0], entry=[0, 2, 5])
    assert survival.curve["at_risk"].tolist() == [2, 2]
    assert survival.curve["survival"].tolist() == pytest.approx([0.5, 0.25])


def test_entry_at_zero_is_no_late_entry():
    plain = kaplan_meier(*TREATED).curve
    entered = kaplan_meier(*TREATED, entry=np.zeros(21)).curve
    assert entered.to_numpy() == pytest.approx(plain.to_numpy())


def test_late_entry_takes_the_bias_out():
    """Members in before the data begin are seen only if they stayed: survival .5 at 10."""
    rng = np.random.default_rng(5)
    age, lifetime = rng.uniform(0, 20, 40_000), rng.exponential(10 / np.log(2), 40_000)
    seen = lifetime > age
    exits = np.minimum(lifetime[seen], age[seen] + 5)
    ended = lifetime[seen] <= age[seen] + 5
    honest = kaplan_meier(exits, ended, entry=age[seen]).at([10])
    naive = kaplan_meier(exits, ended).at([10])
    assert honest["survival"].item() == pytest.approx(0.5, abs=0.02)
    assert naive["survival"].item() > 0.55


def test_an_emptied_risk_set_is_said():
    survival = kaplan_meier([2, 9, 9], [1, 1, 0], entry=[0, 5, 5])
    assert survival.curve["survival"].tolist() == [0, 0]
    assert [problem.code for problem in survival.problems] == ["risk_set_emptied"]
    assert survival.problems[0].facts == {"time": 2.0, "later": 2}
    assert kaplan_meier(*PLACEBO).problems == ()


def test_interval_at_zero_reaches_up_to_the_one_before():
    curve = kaplan_meier(*PLACEBO).curve
    assert (curve["survival"].iloc[-1], curve["low"].iloc[-1]) == (0, 0)
    assert curve["high"].iloc[-1] == curve["high"].iloc[-2]


def test_equal_weights_change_nothing():
    plain = kaplan_meier(*TREATED).curve
    weighted = kaplan_meier(*TREATED, weights=np.full(21, 0.3)).curve
    assert weighted.to_numpy() == pytest.approx(plain.to_numpy())


def test_weights_move_the_curve_and_count_as_kishs_n():
    weights = np.where(np.array(TREATED[1]) == 1, 3.0, 1.0)
    weighted, plain = kaplan_meier(*TREATED, weights=weights), kaplan_meier(*TREATED)
    effective = weights.sum() ** 2 / (weights**2).sum()
    assert weighted.curve["at_risk"].iloc[0] == pytest.approx(effective)
    assert weighted.curve.loc[6, "survival"] == pytest.approx(1 - 9 / weights.sum())
    assert (weighted.curve["survival"] < plain.curve["survival"]).all()


def test_curve_can_be_read_at_any_time():
    read = kaplan_meier(*TREATED).at([0, 5.9, 6, 8, 100])
    assert read["survival"].tolist() == pytest.approx([1, 1, 0.8571, 0.8067, 0.4482], abs=5e-5)


def test_nobody_left_is_a_curve_at_one():
    survival = kaplan_meier([3, 4], [0, 0])
    assert survival.curve.empty
    assert survival.at([9])["survival"].item() == 1


@pytest.mark.parametrize(
    ("exits", "ended", "options", "code"),
    [
        ([], [], {}, "no_spells"),
        ([1, 2], [1], {}, "lengths_differ"),
        ([1, float("nan")], [1, 1], {}, "value_missing"),
        ([1, 0], [1, 1], {}, "exit_before_entry"),
        ([1, 5], [1, 1], {"entry": [0, 5]}, "exit_before_entry"),
        ([1, 5], [1, 1], {"weights": [1, -1]}, "weights_unusable"),
        ([1, 5], [1, 1], {"weights": [0, 0]}, "weights_unusable"),
        ([1, 5], [1, 1], {"weights": [1]}, "weights_unusable"),
    ],
)
def test_impossible_spells_are_refused_by_code(exits, ended, options, code):
    with pytest.raises(NotEnough) as refused:
        kaplan_meier(exits, ended, **options)
    assert refused.value.code == code


@pytest.mark.parametrize(
    ("exits", "ended", "groups", "options", "code"),
    [
        ([1, 2], [1, 1], ["a", "a"], {}, "one_group"),
        ([1, 2], [1, 1], ["a"], {}, "lengths_differ"),
        ([1, 2], [0, 0], ["a", "b"], {}, "no_events"),
        ([1, 9], [1, 1], ["a", "b"], {"entry": [0, 5]}, "groups_never_together"),
    ],
)
def test_untestable_groups_are_refused_by_code(exits, ended, groups, options, code):
    with pytest.raises(NotEnough) as refused:
        log_rank(exits, ended, groups, **options)
    assert refused.value.code == code


def coverage(runs, n, seed):
    """How often the interval at 5 holds the true survival .7, under censoring and late entry."""
    rng, held = np.random.default_rng(seed), 0
    for _ in range(runs):
        lifetime = rng.exponential(5 / -np.log(0.7), 4 * n)
        entry = np.where(rng.random(4 * n) < 0.5, 0, rng.uniform(0, 4, 4 * n))
        seen = np.flatnonzero(lifetime > entry)[:n]
        limit = entry[seen] + rng.uniform(1, 15, n)
        exits = np.minimum(lifetime[seen], limit)
        read = kaplan_meier(exits, lifetime[seen] <= limit, entry=entry[seen]).at([5]).iloc[0]
        held += read["low"] <= 0.7 <= read["high"]
    return held / runs


def test_interval_covers_the_true_survival():
    assert 0.925 <= coverage(runs=400, n=200, seed=1) <= 0.98


@pytest.mark.prove
def test_interval_covers_the_true_survival_at_length():
    assert 0.94 <= coverage(runs=8000, n=200, seed=2) <= 0.96
