"""Answers as codes: what is gathered, left out, counted, and refused by name, for every method."""

import numpy as np
import pandas as pd
import pytest

from analysis.clusters import METHODS, MISSING, fit
from analysis.clusters.coding import code
from analysis.clusters.distinct import distinct
from analysis.clusters.levels import MOST_LEVELS, OTHER
from analysis.errors import NotEnough

TWO_WAYS = pd.DataFrame({"q0": ["a", "b"] * 20, "q1": ["c", "d"] * 20})
ALIKE = pd.DataFrame({"q0": ["a"] * 40, "q1": ["b"] * 40})
# k-prototypes need numbers: see test_clusters_mixed.
OF_ANSWERS = [method for method in METHODS if method != "kprototypes"]
IDS = TWO_WAYS.assign(member=[f"M{number}" for number in range(40)])


@pytest.mark.parametrize("method", OF_ANSWERS)
@pytest.mark.parametrize(
    ("frame", "k", "options", "code"),
    [
        (TWO_WAYS.head(0), 2, {}, "no_answers"),
        (TWO_WAYS[["q0"]], 2, {}, "one_question"),
        (TWO_WAYS.assign(q1="all"), 2, {}, "one_question"),
        (ALIKE, 2, {}, "all_alike"),
        (TWO_WAYS.mask(TWO_WAYS.notna()), 2, {}, "all_alike"),
        (TWO_WAYS, 3, {}, "too_few_profiles"),
        (TWO_WAYS, 1, {}, "too_few_classes"),
        (TWO_WAYS.head(10), 2, {}, "too_few_respondents"),
        (IDS, 2, {}, "ids_in_question"),
        (TWO_WAYS, 2, {"counts": np.zeros(40)}, "counts_unusable"),
        (TWO_WAYS, 2, {"weights": np.zeros(40)}, "no_weight"),
        (TWO_WAYS, 2, {"weights": np.full(40, np.inf)}, "weights_unusable"),
    ],
)
def test_what_cannot_be_clustered_is_refused_by_name(method, frame, k, options, code) -> None:
    with pytest.raises(NotEnough) as refused:
        fit(frame, method, k, **options)
    assert refused.value.code == code


@pytest.mark.parametrize("method", OF_ANSWERS)
def test_as_many_classes_as_ways_to_answer_are_those_ways(method) -> None:
    found = fit(TWO_WAYS, method, 2)
    assert found.labels.tolist() == [0, 1] * 20
    assert found.cost == 0


@pytest.mark.parametrize("method", ["lca", "kmodes"])
def test_people_of_no_weight_belong_somewhere_and_count_for_nothing(method) -> None:
    strange = pd.DataFrame({"q0": ["z"] * 5, "q1": ["z"] * 5})
    frame = pd.concat([TWO_WAYS, strange], ignore_index=True)
    found = fit(frame, method, 2, weights=[1.0] * 40 + [0.0] * 5)
    assert found.cost == 0
    assert found.sizes["share"].tolist() == [0.5, 0.5]


def test_profiles_come_in_the_order_of_their_answers_and_rows_find_theirs() -> None:
    rng = np.random.default_rng(0)
    frame = pd.DataFrame(rng.integers(0, 3, (200, 3)), columns=list("abc")).astype(str)
    frame = frame.mask(rng.random(frame.shape) < 0.1)
    coded = code(frame)
    assert coded.codes.tolist() == np.unique(coded.codes, axis=0).tolist()
    said = [
        levels[place] for levels, place in zip(coded.levels.values(), coded.codes.T, strict=True)
    ]
    rows = np.column_stack(said)[coded.row]
    assert rows.tolist() == frame.fillna(MISSING).to_numpy(dtype=object).tolist()
    assert coded.people.tolist() == np.bincount(coded.row).tolist()


@pytest.mark.parametrize("largest", [2**62, 2**12, 2**8])
def test_rows_that_are_alike_are_gathered_however_large_their_joint_codes(
    largest, monkeypatch
) -> None:
    monkeypatch.setattr("analysis.clusters.distinct.LARGEST_KEY", largest)
    rows = np.random.default_rng(0).integers(0, 3, (90, 4))
    row, somebody = distinct([(column, 3) for column in rows.T], 90)
    expected, place = np.unique(rows, axis=0, return_inverse=True)
    assert row.tolist() == place.ravel().tolist()
    assert rows[somebody].tolist() == expected.tolist()


def test_seventy_questions_are_told_apart_to_the_first() -> None:
    """Eight levels each: a key of 64 bits would have pushed the first question out."""
    rows = np.random.default_rng(1).integers(0, 8, (60, 70))
    rows[:8] = np.arange(8)[:, None]
    other = rows.copy()
    other[:, 0] = (other[:, 0] + 1) % 8
    coded = code(pd.DataFrame(np.concatenate([rows, other])).astype(str))
    assert len(coded.codes) == 120
    assert coded.codes.tolist() == np.unique(coded.codes, axis=0).tolist()


def test_a_question_that_all_answer_alike_is_left_out_and_said() -> None:
    coded = code(TWO_WAYS.assign(q2="yes"))
    assert list(coded.levels) == ["q0", "q1"]
    assert [(one.code, one.facts) for one in coded.problems] == [
        ("constant_questions", {"questions": ["q2"]})
    ]


def test_rare_levels_are_gathered_and_said_and_missing_stays_apart() -> None:
    trades = np.repeat([f"trade {number:02d}" for number in range(50)], range(2, 52))
    frame = pd.DataFrame({"trade": trades, "q1": np.resize(["a", "b"], len(trades))})
    frame.loc[0, "trade"] = None
    coded = code(frame)
    levels = list(coded.levels["trade"])
    assert len(levels) == MOST_LEVELS
    assert levels[0] == MISSING
    assert OTHER in levels
    assert {"trade 49", "trade 22"} <= set(levels)
    assert "trade 21" not in levels
    assert [one.code for one in coded.problems] == ["levels_grouped"]


def test_who_answered_nothing_is_counted_with_their_people() -> None:
    frame = TWO_WAYS.copy()
    frame.loc[[0, 1]] = None
    problems = code(frame, counts=[3, 2] + [1] * 38).problems
    assert [(one.code, one.facts) for one in problems] == [("answered_nothing", {"n": 5})]
