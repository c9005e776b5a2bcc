"""Derived importance and penalty–reward: against plain references written another way."""

from itertools import permutations

import numpy as np
import pandas as pd
import pytest
import statsmodels.api as sm

from analysis.errors import NotEnough
from analysis.value.derived import derived_importance
from analysis.value.penalty_reward import penalty_reward


@pytest.fixture(scope="module")
def ratings() -> pd.DataFrame:
    rng = np.random.default_rng(3)
    common = rng.normal(size=(600, 1))
    values = common + rng.normal(size=(600, 4)) * [0.5, 1, 1.5, 2]
    return pd.DataFrame(np.clip(np.round(values + 3), 1, 5), columns=list("abcd"))


@pytest.fixture(scope="module")
def overall(ratings) -> pd.Series:
    noise = np.random.default_rng(4).normal(size=len(ratings))
    return ratings["a"] + 0.5 * ratings["b"] - 0.2 * ratings["d"] + noise


def explained(ratings: pd.DataFrame, overall: pd.Series, names: tuple[str, ...]) -> float:
    if not names:
        return 0.0
    return sm.OLS(overall, sm.add_constant(ratings[list(names)])).fit().rsquared


def test_shapley_values_are_the_mean_increase_over_all_orderings(ratings, overall) -> None:
    """Every ordering, each with its own regressions: Lindeman, Merenda & Gold (1980)."""
    parts = dict.fromkeys(ratings.columns, 0.0)
    orders = list(permutations(ratings.columns))
    for order in orders:
        for place, name in enumerate(order):
            before, after = order[:place], order[: place + 1]
            parts[name] += explained(ratings, overall, after) - explained(ratings, overall, before)
    expected = {name: total / len(orders) for name, total in parts.items()}
    found = derived_importance(ratings, overall, resamples=20)
    assert found.benefits["shapley"].to_dict() == pytest.approx(expected, abs=0.003)
    assert found.r_squared == pytest.approx(explained(ratings, overall, tuple("abcd")))


def test_betas_are_those_of_the_standardised_regression(ratings, overall) -> None:
    standard = (ratings - ratings.mean()) / ratings.std()
    fit = sm.OLS((overall - overall.mean()) / overall.std(), standard).fit()
    found = derived_importance(ratings, overall, resamples=20)
    assert found.benefits["beta"].to_dict() == pytest.approx(fit.params.to_dict())


def test_answers_missing_at_random_leave_the_order_and_are_counted(ratings, overall) -> None:
    gaps = np.random.default_rng(5).random(ratings.shape) < 0.4
    found = derived_importance(ratings.mask(gaps), overall, resamples=50).benefits
    assert found["shapley"].idxmax() == "a"
    assert found["n"].between(300, 420).all()
    assert (found["low"] <= found["shapley"]).all()
    assert (found["shapley"] <= found["high"]).all()


def test_what_too_few_rated_is_left_out_by_name(ratings, overall) -> None:
    few = ratings.assign(rare=ratings["a"].where(ratings.index < 20), same=3.0)
    assert set(derived_importance(few, overall, resamples=20).left_out) == {"rare", "same"}


def test_an_interval_covers_the_value_of_the_whole_population(ratings, overall) -> None:
    """Samples of 200 out of 20,000 whose own Shapley value is known."""
    rng = np.random.default_rng(6)
    many = rng.integers(1, 6, size=(20_000, 3)).astype(float)
    people = pd.DataFrame(many, columns=list("xyz"))
    score = people @ [1.0, 0.5, 0.0] + rng.normal(size=len(people)) * 2
    truth = derived_importance(people, score, resamples=2).benefits["shapley"]["x"]
    hits = 0
    for seed in range(40):
        drawn = rng.choice(len(people), 200, replace=False)
        found = derived_importance(people.iloc[drawn], score.iloc[drawn], resamples=100, seed=seed)
        row = found.benefits.loc["x"]
        hits += row["low"] <= truth <= row["high"]
    assert hits >= 34  # binomial(40, .95) is below 34 once in 700


def test_penalties_and_rewards_are_found_where_they_were_planted() -> None:
    rng = np.random.default_rng(7)
    people = pd.DataFrame(rng.integers(1, 6, size=(3000, 3)), columns=["must", "delight", "none"])
    score = 7 - 2 * (people["must"] <= 2) + 1.5 * (people["delight"] == 5) + rng.normal(size=3000)
    found = penalty_reward(people, score)
    assert found.intercept == pytest.approx(7, abs=0.15)
    assert found.benefits["reading"].to_dict() == {
        "must": "dissatisfier", "delight": "satisfier", "none": "neither"
    }  # fmt: skip
    assert found.benefits.loc["must", "penalty"] == pytest.approx(-2, abs=0.15)


def test_a_thin_end_has_no_coefficient() -> None:
    rng = np.random.default_rng(8)
    people = pd.DataFrame({"a": [1] * 5 + [3] * 195 + [5] * 100, "b": rng.integers(1, 6, 300)})
    row = penalty_reward(people, people["a"] + rng.normal(size=300)).benefits.loc["a"]
    assert np.isnan(row["penalty"])
    assert row["n_low"] == 5
    assert row["reading"] == "satisfier"


@pytest.mark.parametrize("method", [derived_importance, penalty_reward])
def test_too_few_ratings_are_refused(method) -> None:
    with pytest.raises(NotEnough) as refused:
        method(pd.DataFrame({"a": [1.0, 5.0], "b": [2.0, 3.0]}), pd.Series([1.0, 2.0]))
    assert refused.value.code == "too_few_rated"
