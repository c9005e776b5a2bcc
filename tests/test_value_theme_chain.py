"""What is wanted of a theme and what of it is missed: the chain's own losses, theme by theme."""

import numpy as np
import pandas as pd
import pytest

from analysis.value import chain
from analysis.value.theme_chain import theme_chain
from analysis.value.theme_wants import theme_wants

COLUMNS = ["respondent_id", "item_id", "importance", "satisfaction"]
COLUMNS += ["aware", "needed", "used", "solved"]
THEME = pd.Series({"legal": "help", "advice": "help", "magazine": "read"})


def answers(*rows: tuple) -> pd.DataFrame:
    return pd.DataFrame(list(rows), columns=COLUMNS)


def drawn(
    n: int = 400, seed: int = 0, items: tuple[str, ...] = ("legal", "advice"), blank: float = 0.0
) -> pd.DataFrame:
    """Answers to benefits that can be needed, got and solved; people differ in what they want."""
    rng = np.random.default_rng(seed)
    size = n * len(items)
    wants = np.repeat(rng.beta(2, 1.5, n), len(items))
    yes = [rng.random(size) < share for share in (0.8, 0.7, 0.6, 0.7)]
    rows = pd.DataFrame(
        {
            "respondent_id": np.repeat(np.arange(n), len(items)),
            "item_id": np.tile(items, n),
            "importance": np.where(rng.random(size) < wants, 5.0, 2.0),
            "satisfaction": rng.integers(1, 6, size).astype(float),
            **dict(zip(("aware", "needed", "used", "solved"), yes, strict=True)),
        }
    )
    for name in COLUMNS[2:]:
        rows[name] = rows[name].astype("object").mask(rng.random(size) < blank)
    rows[["importance", "satisfaction"]] = rows[["importance", "satisfaction"]].astype(float)
    return rows


@pytest.mark.parametrize("blank", [0.0, 0.2])
def test_what_a_theme_misses_is_what_the_chain_loses_of_its_benefits(blank) -> None:
    rows = drawn(blank=blank)
    steps = chain(rows, members=1.0).steps
    wanted = steps["reached"].xs("important", level="step")
    lost = steps["lost"].groupby(level=0).sum()
    found = theme_chain(rows, THEME)["share"].loc["help"]
    assert found["wants"] == pytest.approx(wanted.mean())
    assert found["misses"] == pytest.approx(lost.sum() / wanted.sum())
    assert found["lacks"] == pytest.approx(found["wants"] * found["misses"])


def test_a_theme_of_many_alike_is_like_a_theme_of_one() -> None:
    one = drawn(items=("legal",))
    many = pd.concat([one.assign(item_id=item) for item in ("a", "b", "c", "d")])
    theme = pd.Series(dict.fromkeys("abcd", "help") | {"legal": "help"})
    single, several = theme_chain(one, theme), theme_chain(many, theme)
    # The same people who answer alike four times are no surer than once.
    pd.testing.assert_frame_equal(single, several, rtol=1e-9)


def test_the_interval_of_one_benefit_s_importance_is_wilson_s() -> None:
    rows = answers(*[(i, "legal", 5 if i < 20 else 2, *[None] * 5) for i in range(50)])
    found = theme_chain(rows, THEME).loc[("help", "wants")]
    # Wilson (1927) for 20 of 50.
    assert found["share"] == 0.4
    assert found[["low", "high"]].tolist() == pytest.approx([0.2761, 0.5382], abs=5e-4)


def test_where_nothing_further_was_asked_what_is_missed_is_not_known() -> None:
    rows = answers(*[(i, "legal", 5, *[None] * 5) for i in range(10)])
    assert theme_chain(rows, THEME)["share"].loc["help"].isna().tolist() == [False, True, True]


def test_what_the_union_has_nothing_for_is_missed_by_all_who_want_it() -> None:
    rows = answers(*[(i, "legal", 5 if i < 6 else 1, *[None] * 5) for i in range(10)])
    found = theme_chain(rows, THEME, not_offered=["legal"])["share"].loc["help"]
    assert found.tolist() == pytest.approx([0.6, 1.0, 0.6])


def test_not_using_what_nobody_had_to_need_is_no_loss_unless_it_is_all_s_by_right() -> None:
    rows = answers(*[(i, "magazine", 5, None, True, None, i < 5, None) for i in range(10)])
    assert theme_chain(rows, THEME)["share"].loc[("read", "misses")] == 0
    by_right = theme_chain(rows, THEME, by_right=["magazine"])["share"]
    assert by_right.loc[("read", "misses")] == 0.5


def test_weights_weigh() -> None:
    rows = drawn()
    few = rows["respondent_id"] < 100
    again = [rows[few].assign(respondent_id=rows["respondent_id"] + k) for k in (1000, 2000)]
    rows["weight"] = np.where(few, 3.0, 1.0)
    repeated = pd.concat([rows, *again])
    weighted = theme_chain(rows, THEME, weights="weight")["share"]
    pd.testing.assert_series_equal(weighted, theme_chain(repeated, THEME)["share"])


def test_a_theme_matters_to_whom_half_of_it_is_important_if_they_rated_half() -> None:
    theme = pd.Series(dict.fromkeys("abcde", "help"))
    said = {1: [5, 5, 1, 1], 2: [5, 1, 1, 1], 3: [5, 5], 4: [4, 5, 5]}
    rows = pd.DataFrame(
        [(who, item, mark, 1.0) for who, marks in said.items()
         for item, mark in zip("abcde", marks, strict=False)],
        columns=["respondent_id", "item_id", "importance", "weight"],
    )  # fmt: skip
    found = theme_wants(rows, theme).set_index("respondent_id")
    assert found["matters"].to_dict() == {1: True, 2: False, 3: False, 4: True}
    assert found["rated"].to_dict() == {1: 4, 2: 4, 3: 2, 4: 3}


@pytest.mark.prove
def test_intervals_cover_what_everybody_would_say() -> None:
    everybody = theme_chain(drawn(60_000, seed=1, blank=0.1), THEME)["share"].loc["help"]
    runs, hits = 600, pd.Series(0, index=everybody.index)
    for seed in range(runs):
        found = theme_chain(drawn(250, seed=seed + 10, blank=0.1), THEME).loc["help"]
        hits += (found["low"] <= everybody) & (everybody <= found["high"])
    assert (hits / runs).between(0.925, 0.98).all(), hits / runs
