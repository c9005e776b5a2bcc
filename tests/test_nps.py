"""Net Promoter Score and the coverage of its interval."""

import numpy as np
import pandas as pd
import pytest

from analysis.errors import NotEnough
from analysis.nps import nps


def answers(*scores):
    return pd.DataFrame({"respondent_id": range(len(scores)), "score": scores})


@pytest.mark.parametrize(
    ("scores", "score"),
    [
        ([10, 9, 8, 7, 6, 0], 0),
        ([9, 10, 9, 10, 3], 60),
        ([7, 8], 0),
        ([0, 6], -100),
        ([10], 100),
        ([10, None, 6, 10, 10], 50),
    ],
)
def test_score(scores, score):
    assert nps(answers(*scores)).score == pytest.approx(score)


def test_interval_by_hand():
    """Bonett & Price (2012): 10 for, 4 against of 20, so 11/22 − 5/22 ± 1.96 √(…/22)."""
    result = nps(answers(*[10] * 10, *[8] * 6, *[2] * 4))
    half = 1.959964 * np.sqrt((16 / 22 - (6 / 22) ** 2) / 22)
    assert (result.low, result.high) == pytest.approx(
        (100 * (6 / 22 - half), 100 * (6 / 22 + half)), rel=1e-6
    )


def test_unanimous_answers_keep_an_interval():
    result = nps(answers(10, 10, 10))
    assert result.low < 100
    assert result.high == 100


def test_weights_shift_the_score_and_widen_the_interval():
    people = answers(*[10] * 50, *[0] * 50)
    weights = pd.Series([3.0] * 50 + [1.0] * 50)
    weighted, plain = nps(people, weights=weights), nps(people)
    assert weighted.score == pytest.approx(50)
    assert weighted.effective_n == pytest.approx(200**2 / 500)
    assert (weighted.n, plain.effective_n) == (100, 100)
    equal = nps(people, weights=np.full(100, 7.0))
    assert (equal.low, equal.high) == pytest.approx((plain.low, plain.high))


@pytest.mark.parametrize(
    ("frame", "weights", "code"),
    [
        (answers(11), None, "outside_scale"),
        (answers(-1), None, "outside_scale"),
        (answers(None), None, "no_answers"),
        (answers(), None, "no_answers"),
        (answers(5, None), [0.0, 1.0], "no_weight"),
        (answers(5).assign(respondent_id=None), None, "id_missing"),
        (pd.concat([answers(5), answers(6)]), None, "duplicate_answers"),
        (pd.DataFrame({"score": [5]}), None, "columns_missing"),
    ],
)
def test_unusable_answers_are_refused_by_code(frame, weights, code):
    with pytest.raises(NotEnough) as refused:
        nps(frame, weights=weights)
    assert refused.value.code == code


def coverage(n, shares, runs, seed):
    """How often the interval holds the true score; shares of promoters, passives, detractors."""
    truth, held = 100 * (shares[0] - shares[2]), 0
    for draw in np.random.default_rng(seed).multinomial(n, shares, runs):
        result = nps(answers(*np.repeat([10, 8, 0], draw)))
        held += result.low <= truth <= result.high
    return held / runs


def test_interval_covers_the_true_score():
    assert 0.925 <= coverage(60, [0.4, 0.35, 0.25], runs=600, seed=1) <= 0.98


@pytest.mark.prove
@pytest.mark.parametrize("n", [50, 200])
@pytest.mark.parametrize("shares", [(0.4, 0.35, 0.25), (0.2, 0.3, 0.5), (0.7, 0.2, 0.1)])
def test_interval_covers_the_true_score_at_length(n, shares):
    assert 0.935 <= coverage(n, shares, runs=4000, seed=2) <= 0.97
