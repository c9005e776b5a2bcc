"""How sure losses are, and which groups differ: by hand and by simulation."""

import numpy as np
import pandas as pd
import pytest

from analysis.errors import NotEnough
from analysis.intervals import newcombe
from analysis.value import chain, differences, losses
from tests.test_value import LADDER, answers


def test_losses_are_those_of_the_chain():
    found = losses(chain(answers(*LADDER), members=1000))
    lost = found.gaps.loc["legal", "lost"]
    assert lost.to_dict() == pytest.approx({"communication": 200, "access": 100, "advice": 90})
    share = found.gaps.loc["legal", "share"]
    assert share.to_dict() == pytest.approx({"communication": 0.25, "access": 0.25, "advice": 0.3})
    inside = found.gaps.eval("lost_low < lost < lost_high and share_low < share < share_high")
    assert inside.all()


def test_the_hardest_step_is_the_largest_share_surely_lost():
    """9 of 80 don't know it; of 50 who got help 25 got nowhere; 2 of 3 is too few to say."""
    groups = [
        (9, 5, None, False),
        (50, 5, None, True, False),
        (25, 5, None, True, True, True, False),
        (25, 5, 5, True, True, True, True),
    ]
    few = [(60, 5, None, True, False), (30, 5, None, False), (2, 5, None, True, True, False)]
    rows = pd.concat([answers(*groups), answers(*few, (1, 5, 5, True, True, True), item="card")])
    found = losses(chain(rows))
    assert found.hardest().to_dict() == {"legal": "advice", "card": "communication"}


def test_two_equal_losses_are_each_widest_half_the_time():
    equal = [(50, 5, None, False), (50, 5, None, True, False)]
    rows = pd.concat([answers(*equal), answers(*equal, item="card")])
    found = losses(chain(rows)).widest
    assert found.xs("communication", level="gap")["of_all"].to_list() == pytest.approx(
        [0.5, 0.5], abs=0.05
    )
    assert found.xs("communication", level="gap")["of_benefit"].to_list() == [1, 1]


def held(runs, n, seed):
    """How often the interval holds 1000 members × .8 important × .5 known × .4 needed × .3 lost."""
    rng, inside = np.random.default_rng(seed), 0
    for run in range(runs):
        important, aware, needed = (rng.random(n) < share for share in (0.8, 0.5, 0.4))
        frame = answers((n, 5)).assign(
            importance=np.where(important, 5, 2),
            aware=aware,
            needed=needed,
            used=np.where(needed, rng.random(n) < 0.7, None),
        )
        row = losses(chain(frame, members=1000), seed=run).gaps.loc[("legal", "access")]
        inside += row["lost_low"] <= 1000 * 0.8 * 0.5 * 0.4 * 0.3 <= row["lost_high"]
    return inside / runs


def test_the_interval_of_members_lost_covers_them():
    assert 0.90 <= held(50, 400, seed=1) <= 1


@pytest.mark.prove
def test_the_interval_of_members_lost_covers_them_at_length():
    assert 0.925 <= held(1500, 400, seed=2) <= 0.98


def one_each(group, yes, n, item="legal"):
    hits = np.repeat([1, 0], [yes, n - yes])
    return pd.DataFrame({"group": group, "item": item, "hits": hits, "asked": 1, "weight": 1.0})


@pytest.mark.parametrize(
    ("yes", "n", "other_yes", "other_n"), [(56, 70, 48, 80), (9, 10, 3, 10), (5, 56, 0, 29)]
)
def test_a_difference_is_newcombes(yes, n, other_yes, other_n):
    """Newcombe (1998), table II: cases a, d and f."""
    rows = pd.concat([one_each("a", yes, n), one_each("b", other_yes, other_n)])
    row = differences(rows).cells.loc[("a", "legal")]
    assert (row["n"], row["other_n"]) == (n, other_n)
    expected = newcombe(yes, n, other_yes, other_n)
    assert (row["low"], row["high"]) == pytest.approx(expected)


def test_a_persons_many_answers_do_not_count_as_many_people():
    """20 people with ten like answers each are 20 people."""
    rows = pd.DataFrame(
        {"item": "all", "hits": [10, 0] * 20, "asked": 10, "weight": 1.0, "group": ["a", "b"] * 20}
    )
    rows.loc[rows.index < 20, "hits"] = [10, 0, 0, 10] * 5
    row = differences(rows).cells.loc[("a", "all")]
    assert row["high"] - row["low"] > 0.3
    expected = newcombe(15, 20, 5, 20)
    assert (row["low"], row["high"]) == pytest.approx(expected)


def test_few_expected_answers_are_tested_exactly():
    """Fisher's tea-tasting lady, 3 of 4 right twice over: p = 0.486 (Agresti 2013, table 3.9)."""
    rows = pd.concat([one_each("a", 3, 4), one_each("b", 1, 4)])
    assert differences(rows).cells.loc[("a", "legal"), "p"] == pytest.approx(0.4857, abs=1e-4)


def test_groups_alike_are_rarely_called_different():
    """Nine branches and 32 questions without any difference: hardly a false one."""
    rng = np.random.default_rng(5)
    false = 0
    for _ in range(8):
        rows = pd.concat(
            one_each(group, rng.binomial(60, 0.6), 60, item)
            for group in "abcdefghi"
            for item in range(8)
        )
        false += differences(rows).cells["clear"].any()
    assert false <= 2


def test_one_group_has_nothing_to_be_compared_with():
    with pytest.raises(NotEnough) as refused:
        differences(one_each("a", 1, 2))
    assert refused.value.code == "one_group"
