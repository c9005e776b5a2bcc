"""Expected months of a second spell, against what whole follow-up gives without any model."""

import numpy as np
import pytest

from analysis.errors import NotEnough
from analysis.second_spell import expected_months

MONTHS = np.array([1, 2, 2, 5, 9, 14, 20, 36, 50])


def test_followed_to_the_end_it_is_the_mean_cut_at_the_horizon() -> None:
    found = expected_months(MONTHS, np.ones(9), np.ones(9), horizon=12)
    cut = np.minimum(MONTHS, 12)
    assert found.months == pytest.approx(cut.mean())
    # Greenwood's variance is then the plain one, with n below (Klein & Moeschberger 2003, 4.5)
    assert found.error == pytest.approx(cut.std() / 3)
    assert found.n == 9


def test_counted_spells_are_as_many_single_ones() -> None:
    ended = np.array([1, 0, 1])
    counted = expected_months([3, 6, 8], ended, [4, 3, 5], horizon=10)
    months = np.repeat([3, 6, 8], [4, 3, 5])
    single = expected_months(months, np.repeat(ended, [4, 3, 5]), np.ones(12), horizon=10)
    assert counted == single


def test_those_still_in_count_as_long_as_they_were_seen() -> None:
    # by hand: 4 spells, one ends in month 1, one is seen for a month only, one ends in month 2:
    # S(0) = 1, S(1) = 3/4, S(2) = 3/8, and 3/8 until the horizon
    found = expected_months([1, 1, 2, 4], [1, 0, 1, 0], [1, 1, 1, 1], horizon=4)
    assert found.months == pytest.approx(1 + 3 / 4 + 3 / 8 + 3 / 8)


def test_the_interval_stays_between_nothing_and_the_horizon() -> None:
    found = expected_months([1, 12], [1, 0], [1, 1], horizon=12)
    assert 0 <= found.low < found.months < found.high <= 12


def test_nobody_came_back() -> None:
    with pytest.raises(NotEnough) as refused:
        expected_months([], [], [])
    assert refused.value.code == "no_spells"
