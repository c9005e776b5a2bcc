"""Themes: planted ones come out, chance makes none, and bad input is named."""

import numpy as np
import pandas as pd
import pytest

from analysis.errors import NotEnough
from analysis.themes import ALONE, correlations, gathered, themes

PLANTED = {"a": ("a1", "a2", "a3"), "b": ("b1", "b2")}
PEOPLE = 800


def rated(seed: int = 1, together: float = 0.6, alone: tuple[str, ...] = ("x", "y", "z")):
    """Ratings 1-5 in which two groups of things go together, and some go with nothing."""
    rng = np.random.default_rng(seed)
    columns = {}
    for things in PLANTED.values():
        leaning = rng.standard_normal(PEOPLE)
        for thing in things:
            own = rng.standard_normal(PEOPLE)
            columns[thing] = np.sqrt(together) * leaning + np.sqrt(1 - together) * own
    columns |= {thing: rng.standard_normal(PEOPLE) for thing in alone}
    return pd.DataFrame(columns).rank(pct=True).mul(5).apply(np.ceil)


def parts(found) -> set[frozenset[str]]:
    return {frozenset(found.of(theme)) for theme in found.stability.index}


def test_planted_themes_come_out_and_come_again() -> None:
    found = themes(rated())
    assert parts(found) == {frozenset(things) for things in PLANTED.values()}
    assert set(found.of(ALONE)) == {"x", "y", "z"}
    assert (found.stability["verdict"] == "stable").all()
    assert found.of(0)[0] in PLANTED["a"]  # the theme of most things is the first


def test_chance_makes_no_themes() -> None:
    rng = np.random.default_rng(5)
    by_chance = [
        len(themes(pd.DataFrame(rng.integers(1, 6, (300, 8)).astype(float)), seed=seed).stability)
        for seed in range(20)
    ]
    # One in twenty may find something; five of twenty would do so once in four hundred times.
    assert sum(number > 0 for number in by_chance) <= 4


def test_somebody_to_whom_everything_is_important_makes_no_theme() -> None:
    rng = np.random.default_rng(2)
    generous = rng.normal(0, 2, (PEOPLE, 1))
    found = themes(pd.DataFrame(generous + rng.standard_normal((PEOPLE, 8))))
    assert found.stability.empty
    moved = rated().add(pd.Series(generous[:, 0]), axis=0)
    assert parts(themes(moved)) == parts(themes(rated()))


@pytest.mark.parametrize("seed", range(4))
def test_things_that_go_with_nothing_are_not_tied_by_what_the_others_share(seed) -> None:
    """Subtracting a person's own mean would make these four a theme."""
    rng = np.random.default_rng(seed)
    generous = rng.standard_normal((PEOPLE, 1))
    some = generous + 0.7 * rng.standard_normal((PEOPLE, 8))
    alone = (rng.random((PEOPLE, 4)) < 0.8).astype(float)
    found = themes(pd.DataFrame(np.hstack([some, alone])))
    together = parts(found)
    assert not any(len(theme & {8, 9, 10, 11}) > 1 for theme in together)


def test_a_number_of_groups_is_kept_to() -> None:
    found = themes(rated(), number=2)
    groups = len(found.stability) + len(found.of(ALONE))
    assert groups == 2


def test_the_order_of_people_and_things_changes_nothing() -> None:
    ratings = rated()
    mixed = ratings.sample(frac=1, random_state=1)[list(reversed(ratings.columns))]
    assert parts(themes(mixed)) == parts(themes(ratings))
    pd.testing.assert_frame_equal(
        themes(ratings, seed=3).things, themes(ratings.copy(), seed=3).things
    )


def test_correlations_are_those_of_pandas_and_of_repeated_people() -> None:
    ratings = rated()
    holes = ratings.mask(np.random.default_rng(3).random(ratings.shape) < 0.2)
    ours = correlations(holes.to_numpy(dtype=float), np.ones(len(holes)))
    np.testing.assert_allclose(ours, holes.corr().to_numpy(), atol=1e-12)
    times = np.random.default_rng(4).integers(1, 4, len(holes))
    twice = holes.loc[holes.index.repeat(times)]
    ours = correlations(holes.to_numpy(dtype=float), times.astype(float))
    np.testing.assert_allclose(ours, twice.corr().to_numpy(), atol=1e-12)


def test_average_linkage_joins_while_the_mean_correlation_is_above_the_limit() -> None:
    # a-b .6; c to them .5 and .3, mean .4: two correlations, so a limit √2 as high is passed.
    together = np.array([[1, 0.6, 0.5], [0.6, 1, 0.3], [0.5, 0.3, 1]])
    assert len(set(gathered(together, 0.4 * np.sqrt(2) - 0.01, None))) == 1
    assert len(set(gathered(together, 0.4 * np.sqrt(2) + 0.01, None))) == 2
    assert len(set(gathered(together, 0.61, None))) == 3


def test_what_lies_above_a_joining_by_chance_is_no_theme() -> None:
    # a-b and c-d .1 each; between them .09, four correlations: alone that would pass.
    together = np.array([[1, 0.1, 0.09, 0.09], [0.1, 1, 0.09, 0.09],
                         [0.09, 0.09, 1, 0.1], [0.09, 0.09, 0.1, 1]])  # fmt: skip
    assert len(set(gathered(together, 0.15, None))) == 4
    assert len(set(gathered(together, 0.05, None))) == 1


@pytest.mark.parametrize(
    ("ratings", "weights", "code"),
    [
        (rated()[["a1", "a2"]], None, "too_few_things"),
        (rated().head(29), None, "too_few_respondents"),
        (rated() * np.nan, None, "too_few_things"),
        (rated(), np.zeros(PEOPLE), "no_weight"),
        (rated(), np.full(PEOPLE, np.nan), "weights_unusable"),
        (rated(), np.full(PEOPLE, -1.0), "weights_unusable"),
        (rated(), np.ones(3), "weights_unusable"),
    ],
)
def test_what_can_t_be_done_is_named(ratings, weights, code) -> None:
    with pytest.raises(NotEnough) as error:
        themes(ratings, weights=weights)
    assert error.value.code == code


def test_a_thing_that_all_rate_alike_stands_alone() -> None:
    ratings = rated().assign(same=3.0)
    assert "same" not in set().union(*parts(themes(ratings)))
