"""The value picture: arithmetic that can be done by hand, and what must never be priced."""

import numpy as np
import pandas as pd
import pytest

from analysis.errors import NotEnough
from analysis.intervals import wilson
from analysis.value.picture import value_picture

CATALOGUE = pd.DataFrame(
    {
        "kind": ["advice", "insurance", "political"],
        "collective": [False, False, True],
        "unit_value": [1000.0, 18_000.0, 500.0],
    },
    index=pd.Index(["advice", "legal", "politics"], name="item_id"),
)
# a hundred people: ten used the advice once, five twice
USES = pd.DataFrame({"total": [20.0], "squares": [30.0]}, index=["advice"])


def answers(n: int = 100) -> pd.DataFrame:
    """Of a hundred, four needed legal help and thirty don't know of it; all know the advice."""
    rows = pd.DataFrame(
        [(person, item) for person in range(n) for item in CATALOGUE.index],
        columns=["respondent_id", "item_id"],
    )
    legal, person = rows["item_id"] == "legal", rows["respondent_id"]
    rows["importance"] = 4
    rows["satisfaction"] = np.where(person < 50, 5, 2)
    rows["aware"] = ~(legal & (person < 30))
    rows["needed"] = (legal & (person < 4)).astype("boolean")
    rows.loc[rows["item_id"] == "politics", "needed"] = pd.NA
    return rows


@pytest.fixture
def picture():
    return value_picture(CATALOGUE, USES, 100, answers())


def test_used_is_uses_times_unit_value(picture) -> None:
    row = picture.benefits.loc["advice"]
    assert row["uses"] == pytest.approx(0.2)
    assert row["used"] == pytest.approx(200)
    half = 1.959964 * np.sqrt((0.30 - 0.04) / 100)
    assert row["used_high"] == pytest.approx(1000 * (0.2 + half), rel=1e-6)
    assert picture.used == pytest.approx(200)


def test_insured_is_the_chance_of_need_times_unit_value(picture) -> None:
    row = picture.benefits.loc["legal"]
    assert row["insured"] == pytest.approx(0.04 * 18_000)
    low, high = wilson(4, 100)
    assert (row["insured_low"], row["insured_high"]) == pytest.approx((low * 18e3, high * 18e3))
    assert row["ready_unknown"] == pytest.approx(0.3 * 720)


def test_what_works_for_all_is_rated_and_never_priced(picture) -> None:
    row = picture.benefits.loc["politics"]
    assert row["part"] == "collective"
    assert np.isnan(row[["used", "insured", "ready_unknown"]].astype(float)).all()
    assert row["important"] == 1.0
    assert row["satisfied"] == pytest.approx(0.5)


def test_limits_of_a_sum_square_and_add() -> None:
    two = pd.concat([USES, USES.rename(index={"advice": "legal"})])
    found = value_picture(CATALOGUE.assign(unit_value=1000.0), two, 100, answers())
    half = found.benefits.loc["advice", "used_high"] - 200
    assert found.used_high == pytest.approx(400 + np.sqrt(2) * half)


def test_nobody_has_no_picture() -> None:
    with pytest.raises(NotEnough) as refused:
        value_picture(CATALOGUE, USES, 0, answers())
    assert refused.value.code == "nobody"
