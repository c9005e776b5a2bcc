"""Raking: margins are met, what the survey says of associations stays, and its price is told."""

import numpy as np
import pandas as pd
import pytest

from analysis.errors import NotEnough
from analysis.raking import rake

COUNTS = pd.DataFrame(
    [[40, 30, 20, 10], [35, 50, 100, 75], [30, 80, 70, 120], [20, 30, 40, 50]],
    index=list("abcd"), columns=list("wxyz"),
)  # fmt: skip
ROWS = pd.Series({"a": 150, "b": 300, "c": 400, "d": 150})
COLUMNS = pd.Series({"w": 200, "x": 300, "y": 400, "z": 100})


def people(counts: pd.DataFrame) -> pd.DataFrame:
    cells = counts.stack()
    traits = pd.DataFrame(cells.index.repeat(cells).tolist(), columns=["row", "column"])
    return traits.astype("str")


@pytest.fixture(scope="module")
def traits() -> pd.DataFrame:
    return people(COUNTS)


def weighted_table(traits: pd.DataFrame, weights: pd.Series) -> pd.DataFrame:
    return weights.groupby([traits["row"], traits["column"]]).sum().unstack(fill_value=0.0)


def test_both_margins_are_met_and_odds_ratios_stay(traits) -> None:
    """These two properties define the solution, and there is only one (Ireland & Kullback 1968)."""
    raked = rake(traits, {"row": ROWS, "column": COLUMNS}, limit=None)
    table = weighted_table(traits, raked.weights)
    n = len(traits)
    assert np.allclose(table.sum(axis=1) / n, ROWS / 1000)
    assert np.allclose(table.sum(axis=0) / n, COLUMNS / 1000)
    before, after = np.log(COUNTS.to_numpy()), np.log(table.to_numpy())
    interaction = after - before
    centred = (
        interaction - interaction.mean(1, keepdims=True) - interaction.mean(0) + interaction.mean()
    )
    assert np.allclose(centred, 0)
    assert raked.weights.mean() == pytest.approx(1)


def test_one_trait_is_post_stratification(traits) -> None:
    raked = rake(traits, {"row": ROWS}, limit=None)
    expected = traits["row"].map(ROWS / 1000 / traits["row"].value_counts(normalize=True))
    assert np.allclose(raked.weights, expected)


def test_kish_s_design_effect_is_the_price() -> None:
    """Half the people must count for four fifths: n Σw² / (Σw)² = .5 (1.6² + .4²) · … = 1.36."""
    traits = pd.DataFrame({"sex": ["f"] * 50 + ["m"] * 50})
    raked = rake(traits, {"sex": pd.Series({"f": 80, "m": 20})})
    assert raked.design_effect == pytest.approx(0.5 * (1.6**2 + 0.4**2))
    assert raked.effective_n == pytest.approx(100 / 1.36)
    assert raked.traits.loc[
        ("sex", "f"), ["n", "share", "target", "weighted", "rate"]
    ].tolist() == (pytest.approx([50, 0.5, 0.8, 0.8, 50 / 80]))


def test_nobody_counts_for_more_than_the_limit() -> None:
    traits = pd.DataFrame({"age": ["young"] * 5 + ["old"] * 95})
    raked = rake(traits, {"age": pd.Series({"young": 0.5, "old": 0.5})}, limit=4.0)
    assert raked.weights.max() == pytest.approx(4.0)
    assert raked.trimmed == 5
    assert raked.traits.loc[("age", "young"), "weighted"] < 0.5


def test_a_missing_trait_weighs_nothing_down() -> None:
    traits = pd.DataFrame({"sex": ["f", "f", "m", None]})
    raked = rake(traits, {"sex": pd.Series({"f": 1, "m": 1})}, limit=None)
    assert raked.weights.tolist() == pytest.approx([0.75, 0.75, 1.5, 1.0])


def test_a_group_in_which_nobody_answered_is_named() -> None:
    raked = rake(pd.DataFrame({"sex": ["f", "f"]}), {"sex": pd.Series({"f": 5, "m": 5})})
    assert raked.unmatched == (("sex", "m"),)
    assert raked.weights.tolist() == [1.0, 1.0]


@pytest.mark.parametrize(
    ("traits", "targets", "code"),
    [
        (pd.DataFrame({"sex": []}), {"sex": pd.Series({"f": 1})}, "no_answers"),
        (pd.DataFrame({"sex": ["f"]}), {"age": pd.Series({"old": 1})}, "columns_missing"),
        (pd.DataFrame({"sex": [None]}), {"sex": pd.Series({"f": 1})}, "no_target"),
        (
            pd.DataFrame({"a": ["x", "y"], "b": ["x", "y"]}),
            {"a": pd.Series({"x": 1, "y": 1}), "b": pd.Series({"x": 9, "y": 1})},
            "raking_open",
        ),
    ],
)
def test_what_cannot_be_weighted_is_said(traits, targets, code) -> None:
    with pytest.raises(NotEnough) as refused:
        rake(traits, targets)
    assert refused.value.code == code
