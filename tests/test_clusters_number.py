"""How many classes: every index against its own reference, and classes that come again or don't."""

import numpy as np
import pandas as pd
import pytest
from sklearn.metrics import davies_bouldin_score

from analysis.clusters import fit, sweep
from analysis.clusters.coding import code
from analysis.clusters.davies_bouldin import davies_bouldin
from analysis.clusters.sampling import draw
from analysis.clusters.stability import jaccard, resampled, stability
from analysis.errors import NotEnough


def kinds(n: int = 300, sure: float = 0.85) -> pd.DataFrame:
    """Three kinds of people who give their own answer as surely as said."""
    rng = np.random.default_rng(1)
    own = np.arange(n)[:, None] % 3
    codes = np.where(rng.random((n, 6)) < sure, own, rng.integers(0, 3, (n, 6)))
    return pd.DataFrame(codes, columns=[f"q{number}" for number in range(6)]).astype(str)


@pytest.mark.parametrize("method", ["lca", "kmodes"])
def test_davies_bouldin_is_scikit_learn_s_on_one_hot_rows(method) -> None:
    frame = kinds(sure=0.6)
    for k in (2, 3, 5):
        found = fit(frame, method, k)
        ours = davies_bouldin(
            found.coded.codes, found.partition.labels, found.coded.people, found.coded.packed
        )
        expected = davies_bouldin_score(pd.get_dummies(frame).to_numpy(float), found.labels)
        assert ours == pytest.approx(expected, abs=1e-9)


def test_one_class_has_no_davies_bouldin_index() -> None:
    coded = fit(kinds(), "kmodes", 2).coded
    one = np.zeros(len(coded.codes), dtype=int)
    assert np.isnan(davies_bouldin(coded.codes, one, coded.people, coded.packed))


def test_entropy_icl_and_bic_follow_from_the_posterior() -> None:
    frame = kinds(sure=0.5)
    swept = sweep(frame, [3])
    found, row = swept.solutions[3], swept.table.loc[3]
    unsure = -(found.posterior * np.log(found.posterior)).sum()
    assert found.partition.unsure == pytest.approx(unsure, rel=1e-9)
    assert row["entropy"] == pytest.approx(1 - unsure / (len(frame) * np.log(3)), rel=1e-9)
    bic = -2 * found.log_likelihood + (2 + 3 * 6 * 2) * np.log(len(frame))
    assert row["bic"] == pytest.approx(bic, rel=1e-12)
    assert row["icl"] == pytest.approx(bic + 2 * unsure, rel=1e-9)


def test_bic_finds_the_planted_number() -> None:
    assert sweep(kinds(sure=0.7), range(2, 7)).table["bic"].idxmin() == 3


def test_k_modes_has_no_likelihood() -> None:
    row = sweep(kinds(), [3], method="kmodes").table.loc[3]
    assert row[["log_likelihood", "bic", "icl", "entropy"]].isna().all()
    assert row[["cost", "silhouette", "davies_bouldin"]].notna().all()


def test_jaccard_by_hand() -> None:
    one, other = np.array([0, 0, 0, 1, 1]), np.array([0, 0, 1, 1, 1])
    people = np.array([1.0, 1, 2, 1, 1])
    # class 0 has 4 people; 2 of them meet class 0 (2 people), 2 meet class 1 (4 people)
    assert jaccard(one, other, people, 2).tolist() == [max(2 / 4, 2 / 6), 2 / 4]
    assert jaccard(one, one, people, 2).tolist() == [1, 1]


def test_planted_kinds_come_again_and_splitting_one_does_not() -> None:
    table = sweep(kinds(), [3, 5], bootstraps=8).table
    assert table.loc[3, "stability"] > 0.9
    assert table.loc[3, "stable"] == 3
    assert table.loc[5, "stability"] < 0.6
    assert table.loc[5, "dissolved"] >= 1


def test_stability_is_the_same_for_the_same_seed() -> None:
    found = fit(kinds(sure=0.5), "kmodes", 4)
    once, again = (
        stability(found.coded, found.partition.labels, "kmodes", 4, seed=9) for _ in range(2)
    )
    pd.testing.assert_frame_equal(once, again)
    assert once["jaccard"].between(0, 1).all()


def test_people_are_drawn_by_their_mass_and_nobody_without_any() -> None:
    mass = np.array([0.0, 1, 3, 0, 6, 0])
    kept, times = draw(mass, 10_000, np.random.default_rng(0))
    assert kept.tolist() == [1, 2, 4]
    assert times.sum() == 10_000
    assert times == pytest.approx([1_000, 3_000, 6_000], abs=150)


def test_whoever_is_drawn_brings_their_weight_along() -> None:
    rng = np.random.default_rng(0)
    coded = code(kinds(), weights=rng.uniform(0.5, 2, 300))
    again, kept = resampled(coded, rng)
    assert again.people.sum() == 300
    assert 0.5 < len(kept) / len(coded.codes) < 0.9
    each = coded.mass[kept] / coded.people[kept]
    assert again.mass == pytest.approx(again.people * each)
    assert again.effective_n == pytest.approx(coded.effective_n)


@pytest.mark.parametrize("method", ["lca", "kmodes", "kmodes-package"])
def test_stability_works_for_every_method_with_counts_and_weights(method) -> None:
    frame = kinds(90)
    rng = np.random.default_rng(0)
    swept = sweep(
        frame,
        [3],
        method=method,
        counts=rng.integers(1, 4, 90),
        weights=rng.uniform(0.5, 2, 90),
        bootstraps=10,
    )
    assert swept.stability[3]["jaccard"].gt(0.8).all()


def test_progress_of_a_sweep_goes_up_to_its_end() -> None:
    seen = []
    sweep(kinds(90), [2, 3], bootstraps=3, progress=lambda fraction, code: seen.append(fraction))
    assert seen == sorted(seen)
    assert 0.9 < seen[-1] <= 1


def test_no_number_of_classes_that_can_be_is_refused() -> None:
    frame = pd.DataFrame({"q0": ["a", "b"] * 20, "q1": ["c", "d"] * 20})
    with pytest.raises(NotEnough) as refused:
        sweep(frame, [3, 4])
    assert (refused.value.code, refused.value.facts) == (
        "too_few_profiles",
        {"k": 3, "profiles": 2},
    )
