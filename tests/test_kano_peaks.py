"""Two peaks: the split that was planted is found, and chance is not taken for one."""

import numpy as np
import pandas as pd
import pytest
from scipy.stats import chi2_contingency

from analysis.kano import peaks
from tests.test_kano import PAIR

LETTERS = np.array(list("MOAIRQ"))
MUST, DELIGHT = [0.55, 0.2, 0.1, 0.1, 0.03, 0.02], [0.1, 0.2, 0.55, 0.1, 0.03, 0.02]


def survey(shares, seed=0):
    """One answer a person to feature x, drawn from each person's own class shares."""
    random = np.random.default_rng(seed)
    drawn = (random.random(len(shares))[:, None] > np.cumsum(shares, axis=1)).sum(1)
    pairs = [PAIR[letter] for letter in LETTERS[drawn]]
    frame = pd.DataFrame(pairs, columns=["functional", "dysfunctional"])
    return frame.assign(respondent_id=np.arange(len(shares)), feature="x")


def people(n, seed=1, **values):
    random = np.random.default_rng(seed)
    return pd.DataFrame({name: random.choice(list(of), n) for name, of in values.items()})


def test_the_planted_split_is_found_among_others():
    known = people(1200, sector="abcdef", branch="pqr")
    shares = np.where(known["sector"].isin(["a", "c", "f"]).to_numpy()[:, None], MUST, DELIGHT)
    found = peaks(survey(shares), known).two()
    (row,) = found.itertuples()
    assert row.trait == "sector"
    sides = {row.first: set(row.first_values), row.second: set(row.second_values)}
    assert sides == {"M": {"a", "c", "f"}, "A": {"b", "d", "e"}}
    assert row.p_adjusted < 1e-6


def test_ordered_values_stay_with_their_neighbours():
    bands = ["young", "middle", "older", "old"]
    known = people(1200, age=bands)
    ordered = known.assign(age=known["age"].astype(pd.CategoricalDtype(bands, ordered=True)))
    shares = np.where(known["age"].isin(["young", "older"]).to_numpy()[:, None], MUST, DELIGHT)
    answers = survey(shares)
    (free,), (bound,) = (peaks(answers, of).splits.itertuples() for of in (known, ordered))
    assert {"young", "older"} in (set(free.first_values), set(free.second_values))
    assert bound.first_values in {("young",), ("young", "middle"), ("young", "middle", "older")}


def test_a_difference_within_one_class_is_no_second_peak():
    known = people(1200, sector="ab")
    stronger = [0.75, 0.1, 0.05, 0.05, 0.03, 0.02]
    shares = np.where((known["sector"] == "a").to_numpy()[:, None], MUST, stronger)
    found = peaks(survey(shares), known)
    assert found.splits["p_adjusted"].iloc[0] < 0.05
    assert found.two().empty


def test_p_is_that_of_the_table_times_the_number_of_ways():
    known = people(600, sector="abc")
    answers = survey(np.tile(MUST, (600, 1)))
    (row,) = peaks(answers, known).splits.itertuples()
    letters = 10 * answers["functional"] + answers["dysfunctional"]
    kept = letters != 11
    side = known["sector"].isin(row.first_values)
    table = pd.crosstab(side[kept], letters[kept])
    assert row.p == pytest.approx(min(1, 3 * chi2_contingency(table, correction=False).pvalue))


def test_small_sides_single_values_and_long_lists_are_passed_over():
    known = pd.DataFrame(
        {
            "rare": ["a"] * 40 + ["b"] * 260,
            "alone": "a",
            "many": [f"v{number % 11}" for number in range(300)],
        }
    )
    assert peaks(survey(np.tile(MUST, (300, 1))), known).splits.empty


def test_weights_count():
    known = pd.DataFrame({"sector": ["a"] * 300 + ["b"] * 300})
    shares = np.vstack([np.tile(MUST, (300, 1)), np.tile(DELIGHT, (300, 1))])
    weights = pd.Series([1.0, 3.0] * 300)
    plain, heavy = (peaks(survey(shares), known, weights=of).splits for of in (None, weights))
    assert heavy["first_n"].sum() < plain["first_n"].sum()
    total = heavy["first_n"].iloc[0] + heavy["second_n"].iloc[0]
    assert total == pytest.approx(weights.sum() ** 2 / (weights**2).sum(), rel=0.05)


@pytest.mark.prove
def test_chance_is_seldom_taken_for_two_peaks():
    """Two traits of six and nine values that tell nothing, a feature with two classes tied."""
    tied = [0.4, 0.05, 0.4, 0.1, 0.03, 0.02]
    known = people(800, sector="abcdef", branch="pqrstuvwx")
    found = [len(peaks(survey(np.tile(tied, (800, 1)), seed), known).two()) for seed in range(200)]
    assert np.mean(found) <= 0.05
