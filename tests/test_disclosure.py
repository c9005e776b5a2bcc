"""Small groups: hidden when small, and never to be had by subtraction."""

from itertools import combinations

import numpy as np
import pandas as pd
import pytest

from analysis.disclosure import LIMIT, STRICT_LIMIT, groups, rounded
from queries.filters import DIMENSIONS


def profiles(**columns: list) -> pd.DataFrame:
    return pd.DataFrame(columns)


@pytest.mark.parametrize(
    ("n", "shown"),
    [
        ([100, 50], [True, True]),
        ([100, 4], [False, False]),  # 4 alone would be "all minus the other"
        ([100, 50, 4], [True, False, False]),  # the smallest other one goes with it
        ([100, 50, 2, 2], [True, False, False, False]),  # 2 + 2 is fewer than 5
        ([100, 50, 3, 2], [True, True, False, False]),  # 3 + 2 is 5: neither can be had
        ([4, 3], [False, False]),
    ],
)
def test_a_small_group_takes_another_with_it(n: list[int], shown: list[bool]) -> None:
    table = groups(profiles(sector=list("abcd")[: len(n)], n=n), ("sector",))
    assert table["visible"].tolist() == shown


def test_everyone_is_hidden_when_they_are_too_few() -> None:
    assert not groups(profiles(sector=["a"], n=[4]), ())["visible"].iloc[0]
    assert groups(profiles(sector=["a"], n=[5]), ())["visible"].iloc[0]


def test_a_strict_limit_hides_more() -> None:
    table = profiles(sector=["a", "b", "c"], n=[100, 50, 7])
    assert groups(table, ("sector",), LIMIT)["visible"].all()
    assert groups(table, ("sector",), STRICT_LIMIT)["visible"].tolist() == [True, False, False]


def test_the_parts_of_a_hidden_group_are_hidden() -> None:
    table = groups(
        profiles(sector=["a", "b", "b", "c"], branch=["x", "x", "y", "x"], n=[100, 20, 30, 3]),
        ("sector", "branch"),
    )
    assert not table.loc[("b", "x"), "visible"]
    assert not table.loc[("b", "y"), "visible"]


def test_unknown_is_a_group_like_any_other() -> None:
    table = groups(profiles(sector=["a", None, "b"], n=[100, 3, 50]), ("sector",))
    assert table.loc["", "n"] == 3
    assert not table.loc["", "visible"]


def test_nothing_small_is_recovered_from_random_tables() -> None:
    rng = np.random.default_rng(0)
    people = pd.DataFrame(
        {
            name: rng.choice(list("abcdef"), 3000, p=[0.4, 0.3, 0.15, 0.1, 0.04, 0.01])
            for name in ("sector", "branch", "region")
        }
    )
    counted = people.groupby(list(people)).size().rename("n").reset_index()
    assert recovered(counted, ("sector", "branch", "region"), LIMIT) == []


def test_the_attack_recovers_small_groups_where_only_they_are_hidden() -> None:
    """The attack must be able to succeed, or the test above proves nothing."""
    counted = profiles(sector=["a", "b", "c"], branch=["x", "x", "x"], n=[100, 50, 3])
    assert recovered(counted, ("sector", "branch"), LIMIT, protect=False) != []


@pytest.mark.parametrize("limit", [LIMIT, STRICT_LIMIT])
def test_no_small_group_of_the_sample_union_is_recovered(sample_to_read, limit: int) -> None:
    counted = sample_to_read.ask("people_profiles", segment=None)
    for pair in combinations([name for name in DIMENSIONS if name != "segment"], 2):
        assert recovered(counted, pair, limit) == []


@pytest.mark.prove
@pytest.mark.parametrize("size", [3, 4])
def test_no_small_group_is_recovered_from_more_filters_at_once(sample_to_read, size: int) -> None:
    counted = sample_to_read.ask("people_profiles", segment=None)
    for chosen in combinations([name for name in DIMENSIONS if name != "segment"], size):
        assert recovered(counted, chosen, LIMIT) == []


@pytest.mark.parametrize("survey", ["kano-2026", "value-2026", "needs-2026", "nps-2026"])
def test_no_small_group_of_a_survey_is_recovered(sample_to_read, survey: str) -> None:
    counted = sample_to_read.ask("respondent_profiles", survey_id=survey, segment=None)
    for pair in combinations([name for name in DIMENSIONS if name != "segment"], 2):
        assert recovered(counted, pair, LIMIT) == []


def recovered(
    counted: pd.DataFrame, dimensions: tuple[str, ...], limit: int, protect: bool = True
) -> list[tuple]:
    """Attack by subtraction: read every page there is, solve every sum with one unknown, again
    and again, and return the groups under the limit that are known in the end."""
    cells, known = {}, {}
    for size in range(len(dimensions) + 1):
        for subset in combinations(dimensions, size):
            table = groups(counted, subset, limit)
            for key, n, visible in zip(
                _keys(table, subset), table["n"], table["visible"], strict=True
            ):
                cells[(subset, key)] = n
                if visible if protect else n >= limit:
                    known[(subset, key)] = n
    sums = _sums(cells, dimensions)
    solved = True
    while solved:
        solved = False
        for parent, parts in sums:
            unknown = [cell for cell in (parent, *parts) if cell not in known]
            if len(unknown) == 1:
                known[unknown[0]] = cells[unknown[0]]
                solved = True
    return [cell for cell in known if 0 < cells[cell] < limit]


def _keys(table: pd.DataFrame, subset: tuple[str, ...]) -> list[tuple]:
    if not subset:
        return [()]
    if len(subset) == 1:
        return [(key,) for key in table.index]
    return list(table.index)


def _sums(cells: dict, dimensions: tuple[str, ...]) -> list[tuple]:
    """Every group with the parts that one more filter cuts it into."""
    parts: dict = {}
    for subset, key in cells:
        for place in range(len(subset)):
            parent = (subset[:place] + subset[place + 1 :], key[:place] + key[place + 1 :])
            parts.setdefault((parent, subset[place]), []).append((subset, key))
    return [(parent, children) for (parent, _), children in parts.items()]


def test_rounded_counts_hide_what_a_small_cell_took() -> None:
    counts = pd.Series([0, 4, 5, 7, 8, 102, 103])
    assert rounded(counts, 5).tolist() == [0, 0, 5, 5, 10, 100, 105]
