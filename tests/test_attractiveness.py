"""Weighted scores with their doubt, and the weight that would swap two options."""

import numpy as np
import pandas as pd
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from analysis.attractiveness import Criteria, scaled, smallest_swap, weighted
from analysis.errors import NotEnough


def table(rows: dict[str, list[float]]) -> pd.DataFrame:
    return pd.DataFrame.from_dict(rows, orient="index", columns=["a", "b"])


def test_each_criterion_is_measured_against_its_best_option() -> None:
    values = table({"x": [20, 0], "y": [5, 0]})
    criteria = scaled(values, values - 2, values + 4)
    assert criteria.values.to_numpy().tolist() == [[1, 0], [0.25, 0]]
    assert criteria.low["a"].to_list() == [0.9, 0.15]
    # a criterion that is nothing for everyone keeps its own unit
    assert criteria.high["b"].to_list() == [4, 4]


def test_a_score_is_the_mean_by_weight_and_its_interval_adds_squares() -> None:
    # by hand: 0.75·0.8 + 0.25·0.4; below √((0.75·0.2)² + (0.25·0.8)²) = 0.25
    values, low, high = (
        table({"x": [0.8, 0.4]}),
        table({"x": [0.6, -0.4]}),
        table({"x": [0.8, 1.0]}),
    )
    score = weighted(Criteria(values, low, high), pd.Series({"a": 6, "b": 2})).loc["x"]
    assert score["score"] == pytest.approx(0.7)
    assert score["low"] == pytest.approx(0.45)
    assert score["high"] == pytest.approx(0.7 + 0.25 * 0.6)


def test_one_criterion_alone_keeps_its_own_interval() -> None:
    values, low, high = table({"x": [0.5, 0.1]}), table({"x": [0.3, 0]}), table({"x": [0.9, 1]})
    score = weighted(Criteria(values, low, high), pd.Series({"a": 4.0, "b": 0.0})).loc["x"]
    assert score.to_list() == pytest.approx([0.5, 0.3, 0.9])


def test_weights_that_are_all_zero_are_refused() -> None:
    values = table({"x": [1, 1]})
    with pytest.raises(NotEnough) as refused:
        weighted(Criteria(values, values, values), pd.Series({"a": 0, "b": 0}))
    assert refused.value.code == "weights_all_zero"


@pytest.mark.parametrize(
    ("ahead", "behind", "weights", "expected"),
    [
        # by hand: 5·1 + 5·0.2 leads 5·0.4 + 5·0.6 by 1; a: lead 0.6, 5 − 1/0.6; b: −0.4, 5 + 2.5
        ([1, 0.2], [0.4, 0.6], (5, 5), ("a", 5 - 1 / 0.6)),
        # a weight above 10 can't be given, one below 0 neither
        ([1, 0.2], [0.1, 0.25], (5, 5), ("a", 5 - 4.25 / 0.9)),
        # as good and better: no weight lets the other come ahead, though they'd be level at 0
        ([1, 0.5], [0.4, 0.5], (5, 5), None),
        ([1, 0.6], [0.4, 0.5], (5, 5), None),
        ([1, 0.5], [1, 0.5], (5, 5), None),
    ],
)
def test_the_smallest_change_of_a_weight(ahead, behind, weights, expected) -> None:
    found = smallest_swap(
        table({"x": ahead, "y": behind}), pd.Series(weights, index=["a", "b"]), "x", "y"
    )
    if expected is None:
        assert found is None
    else:
        assert (found.criterion, found.needed) == (expected[0], pytest.approx(expected[1]))


@settings(deadline=None, max_examples=60)
@given(
    st.lists(st.floats(0, 1), min_size=6, max_size=6),
    st.lists(st.integers(0, 10), min_size=3, max_size=3).filter(any),
)
def test_at_the_weight_found_both_are_equal_and_no_nearer_step_swaps_them(values, weights) -> None:
    options = pd.DataFrame(np.reshape(values, (2, 3)), index=["x", "y"], columns=list("abc"))
    given_weights = pd.Series(weights, index=list("abc"), dtype=float)
    scores = options @ given_weights
    ahead, behind = ("x", "y") if scores["x"] >= scores["y"] else ("y", "x")
    found = smallest_swap(options, given_weights, ahead, behind)
    if found is not None:
        changed = given_weights.copy()
        changed[found.criterion] = found.needed
        assert (options @ changed)[ahead] == pytest.approx((options @ changed)[behind], abs=1e-6)
    # every step of the slider that is nearer leaves the order as it is
    for criterion in "abc":
        for step in range(11):
            change = abs(step - given_weights[criterion])
            if found is not None and change >= abs(found.needed - found.now) - 1e-9:
                continue
            changed = given_weights.copy()
            changed[criterion] = step
            assert (options @ changed)[ahead] >= (options @ changed)[behind] - 1e-9
