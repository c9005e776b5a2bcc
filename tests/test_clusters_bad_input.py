"""What can't make classes is refused by its name, whatever is handed in."""

import numpy as np
import pandas as pd
import pytest

from analysis.clusters import fit, sweep
from analysis.errors import NotEnough

N = 60
RNG = np.random.default_rng(0)
GOOD = pd.DataFrame({name: RNG.choice(list("xyz"), N) for name in "abc"})
IDS = pd.DataFrame({"a": GOOD["a"], "id": np.arange(N)})
ONE_WEIGHT = np.eye(N)[0]


@pytest.mark.parametrize(
    ("given", "code"),
    [
        ({"k": 2.0}, "classes_not_whole"),
        ({"k": "3"}, "classes_not_whole"),
        ({"k": None}, "classes_not_whole"),
        ({"k": 1}, "too_few_classes"),
        ({"k": 1000}, "too_few_profiles"),
        ({"method": "magic"}, "unknown_method"),
        ({"frame": GOOD.iloc[:, :0]}, "no_answers"),
        ({"frame": GOOD.head(0)}, "no_answers"),
        ({"frame": GOOD[["a"]]}, "one_question"),
        ({"frame": GOOD.head(10)}, "too_few_respondents"),
        ({"frame": GOOD.assign(a="x", b="x", c="x")}, "all_alike"),
        ({"frame": GOOD[["a", "b"]].set_axis(["a", "a"], axis=1)}, "columns_twice"),
        ({"frame": IDS}, "ids_in_question"),
        ({"frame": IDS.head(30)}, "ids_in_question"),
        ({"weights": np.zeros(N)}, "no_weight"),
        ({"weights": np.full(N, np.nan)}, "weights_unusable"),
        ({"weights": -np.ones(N)}, "weights_unusable"),
        ({"weights": np.full(N, np.inf)}, "weights_unusable"),
        ({"weights": np.ones(N - 1)}, "weights_unusable"),
        ({"weights": np.ones((N, 1))}, "weights_unusable"),
        ({"weights": 1.0}, "weights_unusable"),
        ({"weights": ["much"] * N}, "weights_unusable"),
        ({"weights": ONE_WEIGHT}, "too_few_respondents"),
        ({"counts": np.zeros(N)}, "counts_unusable"),
        ({"numbers": ["nowhere"]}, "columns_missing"),
        ({"numbers": ["a"]}, "not_numbers"),
        ({"frame": pd.DataFrame(RNG.random((N, 3))), "numbers": [0, 1, 2]}, "only_numbers"),
        ({"method": "kprototypes"}, "no_numbers"),
    ],
)  # fmt: skip
def test_each_is_refused_by_its_name(given, code) -> None:
    given = {"frame": GOOD, "k": 2} | given
    with pytest.raises(NotEnough) as refused:
        fit(given.pop("frame"), **given)
    assert refused.value.code == code


@pytest.mark.parametrize(
    ("ks", "code"),
    [([], "too_few_classes"), ([1], "too_few_classes"), ([500], "too_few_profiles"),
     (["2"], "classes_not_whole")],
)  # fmt: skip
def test_a_sweep_refuses_numbers_that_are_none(ks, code) -> None:
    with pytest.raises(NotEnough) as refused:
        sweep(GOOD, ks)
    assert refused.value.code == code


def test_a_number_of_classes_may_come_from_numpy() -> None:
    assert fit(GOOD, k=np.int64(3)).k == 3


@pytest.mark.parametrize("scale", [1e-300, 1e300])
def test_weights_on_any_scale_are_the_same_weights(scale) -> None:
    weights = RNG.uniform(0.5, 2, N)
    ours, theirs = (fit(GOOD, k=2, weights=weights * one) for one in (1, scale))
    assert ours.bic == pytest.approx(theirs.bic)
    assert (ours.labels == theirs.labels).all()


def test_an_endless_number_is_a_number_that_is_not_known() -> None:
    ages = pd.Series(RNG.normal(40, 9, N))
    endless = GOOD.assign(age=ages.where(ages.index > 2, np.inf))
    unknown = GOOD.assign(age=ages.where(ages.index > 2))
    assert fit(endless, k=2).bic == fit(unknown, k=2).bic
