"""The map of answers and people, against a plain singular value decomposition of the indicators."""

from itertools import product

import numpy as np
import pandas as pd
import pytest

from analysis.clusters import correspondence
from analysis.clusters.coding import code
from analysis.clusters.correspondence import corrected
from analysis.clusters.pairs import burt, pair_table


def answers(n: int = 400, gaps: float = 0.05) -> pd.DataFrame:
    """Three kinds of people who give their own answer six times in ten."""
    rng = np.random.default_rng(3)
    own = np.arange(n)[:, None] % 3
    codes = np.where(rng.random((n, 5)) < 0.6, own, rng.integers(0, 4, (n, 5)))
    frame = pd.DataFrame(codes, columns=[f"q{number}" for number in range(5)]).astype(str)
    return frame.mask(rng.random(frame.shape) < gaps)


def plain(frame: pd.DataFrame, weights: np.ndarray) -> tuple[np.ndarray, np.ndarray, np.ndarray]:
    """Inertias, answers' and people's principal coordinates, by the indicator matrix."""
    cells = np.column_stack(
        [
            (frame[name].fillna("") == level).to_numpy(float)
            for name in frame
            for level in sorted(frame[name].fillna("").unique())
        ]
    )
    table = cells * (weights / weights.sum() / frame.shape[1])[:, None]
    rows, columns = table.sum(axis=1), table.sum(axis=0)
    left, values, right = np.linalg.svd(
        (table - np.outer(rows, columns)) / np.sqrt(np.outer(rows, columns)), full_matrices=False
    )
    return (
        values**2,
        right.T / np.sqrt(columns)[:, None] * values,
        left / np.sqrt(rows)[:, None] * values,
    )


def test_the_burt_table_is_that_of_every_pair() -> None:
    rng = np.random.default_rng(1)
    frame = pd.DataFrame(rng.integers(0, 6, (300, 11))).astype(str)
    coded = code(frame, weights=rng.uniform(0.5, 2, 300))
    assert len(coded.packed.blocks) == 3
    table, places = burt(coded), coded.packed.places
    for one, other in product(range(11), repeat=2):
        expected = pair_table(coded, one, other, coded.mass)
        np.testing.assert_allclose(table[places[one], places[other]], expected, rtol=1e-12)


@pytest.mark.parametrize("weighted", [False, True])
def test_the_map_is_that_of_the_indicator_matrix(weighted) -> None:
    frame = answers()
    weights = np.random.default_rng(0).uniform(0.5, 2, len(frame)) if weighted else np.ones(400)
    coded = code(frame, weights=weights)
    found = correspondence(coded, axes=3)
    inertia, levels, people = plain(frame, weights)
    assert found.axes["inertia"].to_numpy() == pytest.approx(inertia[:3], abs=1e-12)
    for axis in range(3):
        ours, theirs = found.levels[f"x{axis + 1}"].to_numpy(), levels[:, axis]
        side = np.sign(ours @ theirs)
        np.testing.assert_allclose(ours, side * theirs, atol=1e-9)
        here = found.profiles[coded.row, axis]
        np.testing.assert_allclose(here, side * people[:, axis], atol=1e-9)
        assert found.levels[f"made{axis + 1}"].sum() == pytest.approx(1)


def test_corrected_inertias_follow_from_their_formulas_by_hand() -> None:
    """Four questions, five axes: only .5 and .3 lie above the mean inertia of a quarter."""
    inertia = np.array([0.5, 0.3, 0.2, 0.15, 0.1])
    better = np.array([(4 / 3 * 0.25) ** 2, (4 / 3 * 0.05) ** 2, 0, 0, 0])
    benzecri = corrected(inertia, 4, "benzecri")
    assert benzecri["corrected"].to_numpy() == pytest.approx(better)
    assert benzecri["share"].to_numpy() == pytest.approx(better / better.sum())
    off = 4 / 3 * ((0.25 + 0.09 + 0.04 + 0.0225 + 0.01) - 5 / 16)
    greenacre = corrected(inertia, 4, "greenacre")
    assert greenacre["share"].to_numpy() == pytest.approx(better / off)


def test_greenacre_s_whole_is_the_mean_inertia_of_the_tables_off_the_diagonal() -> None:
    frame = answers(gaps=0)
    names = list(frame)
    phi2 = []
    for one in names:
        for other in names:
            if one != other:
                seen = pd.crosstab(frame[one], frame[other]).to_numpy() / len(frame)
                apart = np.outer(seen.sum(axis=1), seen.sum(axis=0))
                phi2.append(((seen - apart) ** 2 / apart).sum())
    axes = correspondence(code(frame), axes=9).axes
    whole = axes["corrected"] / axes["share"]
    assert whole[axes["share"] > 0].to_numpy() == pytest.approx(np.mean(phi2))


def test_counts_are_people() -> None:
    frame = answers()
    counts = np.arange(400) % 3 + 1
    counted = correspondence(code(frame, counts=counts))
    whole = correspondence(code(frame.loc[frame.index.repeat(counts)]))
    pd.testing.assert_frame_equal(counted.levels, whole.levels)


def test_centres_are_mean_places_and_density_counts_everybody() -> None:
    frame = answers()
    coded = code(frame)
    found = correspondence(coded)
    labels = np.arange(len(coded.codes)) % 2
    centres = found.centres(labels, coded.mass)
    odd = labels == 1
    expected = np.average(found.profiles[odd], axis=0, weights=coded.mass[odd])
    assert centres[1] == pytest.approx(expected)
    counts, *edges = found.density(coded.people, cells=7)
    assert counts.shape == (7, 7)
    assert counts.sum() == 400
    assert [len(one) for one in edges] == [8, 8]


def test_two_questions_of_two_answers_have_one_axis_only() -> None:
    frame = pd.DataFrame({"a": list("xxyy") * 20, "b": list("xxyy") * 20})
    found = correspondence(code(frame))
    assert found.axes["inertia"].tolist() == pytest.approx([1.0])
    assert found.profiles.shape == (2, 1)
