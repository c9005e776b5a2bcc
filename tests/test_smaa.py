"""Rank acceptability (SMAA-2) against values that can be worked out by hand."""

import numpy as np
import pandas as pd
import pytest

from analysis.attractiveness import Criteria
from analysis.errors import NotEnough
from analysis.smaa import rank_acceptability


def certain(rows: list[tuple[float, ...]]) -> Criteria:
    values = pd.DataFrame(rows, columns=list("abc"[: len(rows[0])]))
    return Criteria(values, values, values)


def test_three_options_on_two_criteria() -> None:
    # Lahdelma & Salminen's (2001) indices, worked out exactly: with weight w on the first
    # criterion the options score w, .6 and 1 − w.
    found = rank_acceptability(certain([(1, 0), (0.6, 0.6), (0, 1)]), draws=100_000)
    exact = [[0.4, 0.1, 0.5], [0.2, 0.8, 0], [0.4, 0.1, 0.5]]
    np.testing.assert_allclose(found.ranks, exact, atol=0.006)
    np.testing.assert_allclose(found.central, [[0.8, 0.2], [0.5, 0.5], [0.2, 0.8]], atol=0.006)


def test_a_dominated_option_never_comes_first_and_has_no_central_weights() -> None:
    found = rank_acceptability(certain([(1, 1), (0.5, 0.9)]))
    assert found.ranks.to_numpy().tolist() == [[1, 0], [0, 1]]
    assert found.central.loc[1].isna().all()


def test_weights_are_drawn_evenly_from_all_that_sum_to_one() -> None:
    # on three criteria an option that is best on one alone, 1 against ½ everywhere, comes first
    # where its weight exceeds ½: a quarter of the triangle
    found = rank_acceptability(certain([(1, 0, 0), (0.5, 0.5, 0.5)]), draws=100_000)
    assert found.ranks.loc[0, 1] == pytest.approx(0.25, abs=0.006)


def test_equal_options_share_the_better_rank() -> None:
    found = rank_acceptability(certain([(0.5, 0.5), (0.5, 0.5), (0.1, 0.1)]))
    assert found.ranks[1].to_list() == [1, 1, 0]


def test_with_weights_given_only_the_figures_own_doubt_plays() -> None:
    # difference .1, standard error √2 · .1/1.96: P(first ahead) = Φ(1.96/√2) = .9171
    values = pd.DataFrame({"a": [0.6, 0.5], "b": [0.0, 1.0]})
    doubt = pd.DataFrame({"a": [0.1, 0.1], "b": [0.0, 0.0]})
    criteria = Criteria(values, values - doubt, values + doubt)
    found = rank_acceptability(criteria, pd.Series({"a": 3, "b": 0}), draws=100_000)
    assert found.ranks.loc[0, 1] == pytest.approx(0.9171, abs=0.004)


def test_the_same_question_gets_the_same_answer() -> None:
    criteria = certain([(1, 0), (0.6, 0.6), (0, 1)])
    pd.testing.assert_frame_equal(
        rank_acceptability(criteria).ranks, rank_acceptability(criteria).ranks
    )


def test_one_option_has_nothing_to_be_ranked_against() -> None:
    with pytest.raises(NotEnough) as refused:
        rank_acceptability(certain([(1, 0)]))
    assert refused.value.code == "one_option"
