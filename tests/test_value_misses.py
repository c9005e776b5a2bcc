"""What people miss, theme by theme: the chain's losses, person by person."""

import numpy as np
import pandas as pd
import pytest

from analysis.value import chain
from analysis.value.misses import mattering, misses, theme_shares

COLUMNS = ["respondent_id", "item_id", "importance", "satisfaction"]
COLUMNS += ["aware", "needed", "used", "solved"]
THEME = pd.Series({"legal": "help", "advice": "help", "magazine": "read"})


def answers(*rows: tuple) -> pd.DataFrame:
    return pd.DataFrame(list(rows), columns=COLUMNS)


def drawn(n: int = 400, seed: int = 0) -> pd.DataFrame:
    """Complete answers to two benefits that can be needed, got and solved."""
    rng = np.random.default_rng(seed)
    yes = [rng.random(2 * n) < share for share in (0.8, 0.7, 0.6, 0.7)]
    return pd.DataFrame(
        {
            "respondent_id": np.repeat(np.arange(n), 2),
            "item_id": np.tile(["legal", "advice"], n),
            "importance": rng.integers(1, 6, 2 * n),
            "satisfaction": rng.integers(1, 6, 2 * n),
            **dict(zip(("aware", "needed", "used", "solved"), yes, strict=True)),
        }
    )


def test_all_that_people_miss_is_what_the_chain_loses() -> None:
    rows = drawn()
    found = misses(rows, THEME)
    lost = chain(rows).steps["lost"].sum()
    assert found["missed"].sum() == pytest.approx(lost)
    assert found["important"].sum() == (rows["importance"] >= 4).sum()
    assert found["known"].sum() == found["important"].sum()


@pytest.mark.parametrize(
    ("said", "known", "missed"),
    [
        ((5, None, False, None, None, None), 1, 1),  # doesn't know of it
        ((5, None, True, False, None, None), 1, 0),  # knows, and did not need it
        ((5, None, True, True, False, None), 1, 1),  # needed it and did not get it
        ((5, 5, True, True, True, False), 1, 1),  # got it, and it was not solved
        ((5, 2, True, True, True, True), 1, 1),  # solved, and not satisfied
        ((5, 4, True, True, True, True), 1, 0),  # all well
        ((5, None, None, None, None, None), 0, 0),  # nothing is known
        ((2, None, False, None, None, None), 0, 0),  # not important
    ],
)
def test_each_way_to_miss_something_is_counted_once(said, known, missed) -> None:
    # Somebody else answers every question, so that no step is passed over.
    rows = answers((1, "legal", *said), (2, "legal", 5, 5, True, True, True, True))
    one = misses(rows, THEME).set_index("respondent_id").loc[1]
    assert (one["known"], one["missed"]) == (known, missed)


def test_what_the_union_has_nothing_for_is_missed_by_all_who_want_it() -> None:
    rows = answers((1, "legal", 5, *[None] * 5), (2, "legal", 2, *[None] * 5))
    assert misses(rows, THEME, not_offered=["legal"])["missed"].tolist() == [1, 0]


def test_not_using_what_nobody_had_to_need_is_no_loss_unless_it_is_all_s_by_right() -> None:
    rows = answers((1, "magazine", 5, None, True, None, False, None))
    assert misses(rows, THEME)["missed"].tolist() == [0]
    assert misses(rows, THEME, by_right=["magazine"])["missed"].tolist() == [1]


def test_a_theme_matters_to_whom_half_of_it_is_important() -> None:
    rows = answers(
        (1, "legal", 5, 5, True, True, True, True),
        (1, "advice", 2, 5, True, True, True, True),
        (2, "legal", 2, 5, True, True, True, True),
        (2, "advice", 3, 5, True, True, True, True),
        (3, "legal", 4, None, False, None, None, None),
    )
    told = mattering(misses(rows, THEME)).set_index(["measure", "respondent_id"])["hits"]
    assert told["matters"].to_dict() == {1: 1, 2: 0, 3: 1}
    assert told["misses"].to_dict() == {1: 0, 3: 1}
    assert told["lacks"].to_dict() == {1: 0, 2: 0, 3: 1}


def test_items_of_no_theme_are_left_out() -> None:
    assert misses(drawn(), THEME.drop("advice"))["rated"].max() == 1


def test_intervals_of_one_answer_a_person_are_wilson_s() -> None:
    rows = pd.DataFrame(
        {
            "respondent_id": range(50),
            "weight": 1.0,
            "theme": "help",
            "measure": "matters",
            "hits": [1] * 20 + [0] * 30,
            "asked": 1,
        }
    )
    found = theme_shares(rows).loc[("help", "matters")]
    # Wilson (1927) for 20 of 50.
    assert found["share"] == 0.4
    assert found[["low", "high"]].tolist() == pytest.approx([0.2761, 0.5382], abs=5e-4)


def test_a_share_of_several_answers_a_person_is_less_sure_when_people_are_alike() -> None:
    alike = drawn(seed=1).assign(importance=5)
    once = alike[alike["item_id"] == "legal"]
    twice = pd.concat([once, once.assign(item_id="advice")])
    single = theme_shares(mattering(misses(once, THEME))).loc[("help", "misses")]
    double = theme_shares(mattering(misses(twice, THEME))).loc[("help", "misses")]
    assert double["share"] == pytest.approx(single["share"])
    assert double["high"] - double["low"] == pytest.approx(single["high"] - single["low"], rel=0.02)


@pytest.mark.prove
def test_the_interval_of_what_is_missed_covers_it() -> None:
    rng = np.random.default_rng(9)
    truth, hits, runs = 0.4, 0, 1000
    for _ in range(runs):
        own = rng.beta(2, 3, 150)  # mean .4, people differ
        asked = np.full(150, 3)
        rows = pd.DataFrame(
            {
                "respondent_id": range(150),
                "weight": 1.0,
                "theme": "help",
                "measure": "misses",
                "hits": rng.binomial(asked, own),
                "asked": asked,
            }
        )
        one = theme_shares(rows).iloc[0]
        hits += one["low"] <= truth <= one["high"]
    assert 0.925 <= hits / runs <= 0.98
