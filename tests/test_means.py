"""Means and their differences, against scipy's own and a textbook's figures."""

import numpy as np
import pytest
from scipy.stats import t as student
from scipy.stats import ttest_ind

from analysis.errors import NotEnough
from analysis.means import mean, welch

# Student (1908), Biometrika 6:1, p. 20: additional hours of sleep by two drugs, ten patients.
FIRST = [0.7, -1.6, -0.2, -1.2, -0.1, 3.4, 3.7, 0.8, 0.0, 2.0]
SECOND = [1.9, 0.8, 1.1, 0.1, -0.1, 4.4, 5.5, 1.6, 4.6, 3.4]


def test_student_s_own_sleep_data_have_their_known_mean_and_interval() -> None:
    found = mean(FIRST)
    assert (found.value, found.n, found.effective_n) == (pytest.approx(0.75), 10, 10)
    assert found.spread == pytest.approx(1.789010, abs=1e-6)
    low, high = student.interval(0.95, 9, 0.75, 1.789010 / np.sqrt(10))
    assert (found.low, found.high) == (pytest.approx(low, abs=1e-5), pytest.approx(high, abs=1e-5))


def test_the_difference_is_welch_s_of_the_sleep_data() -> None:
    """R's documented t.test(extra ~ group, data = sleep): −3.3654832 to 0.2054832."""
    low, high = welch(mean(FIRST), mean(SECOND))
    assert (low, high) == (pytest.approx(-3.3654832, abs=1e-6), pytest.approx(0.2054832, abs=1e-6))
    known = ttest_ind(FIRST, SECOND, equal_var=False).confidence_interval(0.95)
    assert (low, high) == (pytest.approx(known.low), pytest.approx(known.high))


def test_equal_weights_change_nothing_and_uneven_ones_widen() -> None:
    assert mean(FIRST, [3.0] * 10) == mean(FIRST)
    uneven = mean(FIRST, [1.0] * 5 + [4.0] * 5)
    assert uneven.effective_n < 10
    assert uneven.value == pytest.approx(np.average(FIRST, weights=[1] * 5 + [4] * 5))


def test_one_person_has_a_mean_but_no_interval() -> None:
    found = mean([400.0])
    assert found.value == 400
    assert np.isnan([found.low, found.high]).all()
    assert np.isnan(welch(found, mean(FIRST))).all()


def test_numbers_that_are_all_the_same_have_no_width() -> None:
    found = mean([400.0] * 8)
    assert (found.low, found.high) == (400, 400)
    assert welch(found, mean([390.0] * 8)) == (10, 10)


def test_nobody_has_no_mean() -> None:
    with pytest.raises(NotEnough) as refused:
        mean([])
    assert refused.value.code == "nobody"


def test_weights_that_are_all_zero_are_none() -> None:
    assert mean(FIRST, [0.0] * 10) == mean(FIRST)
