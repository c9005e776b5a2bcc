"""Clusters: the exact silhouette against scikit-learn, planted classes, profiles, refusals."""

import numpy as np
import pandas as pd
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from sklearn.metrics import adjusted_rand_score, silhouette_samples, silhouette_score
from statsmodels.stats.contingency_tables import Table
from statsmodels.stats.proportion import proportion_confint

from analysis.clusters import MISSING, fit, profile, silhouette, sweep, telling
from analysis.errors import NotEnough

METHOD = "kmodes-package"


def planted(n: int = 240, questions: int = 6, seed: int = 1) -> tuple[pd.DataFrame, np.ndarray]:
    """Three classes that give their own answer to each question nine times in ten."""
    rng = np.random.default_rng(seed)
    truth = np.arange(n) % 3
    other = rng.integers(0, 3, (n, questions))
    codes = np.where(rng.random((n, questions)) < 0.9, truth[:, None], other)
    frame = pd.DataFrame(codes, columns=[f"q{number}" for number in range(questions)])
    return frame.astype(str), truth


@given(
    seed=st.integers(0, 10_000),
    profiles=st.integers(6, 25),
    questions=st.integers(2, 6),
    k=st.integers(2, 5),
)
@settings(max_examples=60, deadline=None)
def test_the_silhouette_is_scikit_learns_on_expanded_rows(seed, profiles, questions, k) -> None:
    rng = np.random.default_rng(seed)
    codes = np.unique(rng.integers(0, 3, (profiles, questions)), axis=0)
    counts = rng.integers(1, 5, len(codes))
    labels = np.unique(rng.integers(0, k, len(codes)), return_inverse=True)[1]
    rows = np.repeat(np.arange(len(codes)), counts)
    if not 2 <= labels.max() + 1 < len(rows):
        return
    expected = silhouette_samples(codes[rows], labels[rows], metric="hamming")
    assert silhouette(codes, labels, counts)[rows] == pytest.approx(expected, abs=1e-9)


def test_a_fits_silhouette_is_the_mean_over_people() -> None:
    frame, _ = planted(60)
    counts = np.arange(60) % 3 + 1
    found = fit(frame, METHOD, 3, counts=counts)
    rows = np.repeat(np.arange(60), counts)
    codes = found.coded.codes[found.coded.row][rows]
    expected = silhouette_score(codes, found.labels[rows], metric="hamming")
    assert found.silhouette == pytest.approx(expected, abs=1e-9)


def test_a_silhouette_in_stretches_is_the_same(monkeypatch) -> None:
    rng = np.random.default_rng(0)
    codes, labels = rng.integers(0, 4, (500, 9)), rng.integers(0, 3, 500)
    monkeypatch.setattr("analysis.clusters.stretches.STRETCH", 70)
    expected = silhouette_samples(codes, labels, metric="hamming")
    assert silhouette(codes, labels) == pytest.approx(expected, abs=1e-9)


def test_one_cluster_has_no_silhouette() -> None:
    assert silhouette(np.array([[0, 1], [1, 0]]), np.array([0, 0])).tolist() == [0, 0]


def test_planted_classes_are_found() -> None:
    frame, truth = planted()
    assert adjusted_rand_score(truth, fit(frame, METHOD, 3).labels) > 0.95


def test_the_cost_is_the_answers_that_differ_from_the_classes_modes() -> None:
    frame, _ = planted()
    found = fit(frame, METHOD, 3)
    modes = frame.groupby(found.labels).agg(lambda answers: answers.mode()[0])
    differ = (frame.to_numpy() != modes.to_numpy()[found.labels]).sum()
    assert found.cost == differ


def test_the_order_of_rows_changes_nothing() -> None:
    frame, _ = planted()
    shuffled = frame.sample(frac=1, random_state=3)
    labels = pd.Series(fit(shuffled, METHOD, 3).labels, index=shuffled.index).sort_index()
    assert labels.tolist() == fit(frame, METHOD, 3).labels.tolist()


def test_counts_are_people() -> None:
    frame, _ = planted(90)
    counts = np.arange(90) % 4 + 1
    expanded = frame.loc[frame.index.repeat(counts)]
    counted, whole = fit(frame, METHOD, 3, counts=counts), fit(expanded, METHOD, 3)
    assert counted.labels.repeat(counts).tolist() == whole.labels.tolist()
    assert counted.cost == whole.cost
    assert counted.sizes["n"].tolist() == whole.sizes["n"].tolist()
    pd.testing.assert_frame_equal(counted.profiles, whole.profiles)


def test_weights_scale_out() -> None:
    frame, _ = planted(90)
    weights = np.random.default_rng(0).uniform(0.5, 2, 90)
    once, thrice = (
        fit(frame, METHOD, 3, weights=weights),
        fit(frame, METHOD, 3, weights=3 * weights),
    )
    assert once.cost == pytest.approx(thrice.cost)
    pd.testing.assert_frame_equal(once.profiles, thrice.profiles)


def test_weights_weigh() -> None:
    frame, truth = planted(90)
    weights = np.where(truth == 0, 5.0, 1.0)
    sizes = fit(frame, METHOD, 3, weights=weights).sizes
    assert sizes["share"].iloc[0] == pytest.approx(5 / 7, abs=0.05)
    assert sizes["n"].iloc[0] == pytest.approx(30, abs=3)


def test_classes_are_numbered_by_size() -> None:
    frame, truth = planted(240)
    uneven = frame[(truth != 2) | (np.arange(240) < 90)]
    sizes = fit(uneven, METHOD, 3).sizes["n"]
    assert sizes.is_monotonic_decreasing
    assert sizes.sum() == len(uneven)


def test_a_missing_answer_is_a_level_of_its_own() -> None:
    frame, _ = planted(60)
    frame.loc[:20, "q0"] = None
    found = fit(frame, METHOD, 2)
    rows = found.profiles
    missing = rows[(rows["question"] == "q0") & (rows["level"] == MISSING)]
    assert missing["overall"].tolist() == pytest.approx([21 / 60] * 2)


def test_the_residual_is_haberman_s_as_statsmodels_has_it() -> None:
    frame, _ = planted(120)
    found = fit(frame, METHOD, 3)
    counts = pd.crosstab(frame["q0"], found.labels)
    expected = Table(counts.to_numpy(), shift_zeros=False).standardized_resids
    rows = found.profiles.query("question == 'q0'")
    ours = rows.pivot(index="level", columns="class", values="residual")
    assert ours.to_numpy() == pytest.approx(expected)


def test_shares_come_with_wilson_intervals_and_an_index() -> None:
    frame, _ = planted(120)
    found = fit(frame, METHOD, 3)
    row = found.profiles.query("question == 'q1' and level == '0' and `class` == 0").iloc[0]
    here = frame["q1"][found.labels == 0] == "0"
    assert row["share"] == pytest.approx(here.mean())
    limits = proportion_confint(here.sum(), len(here), method="wilson")
    assert (row["low"], row["high"]) == pytest.approx(limits)
    assert row["index"] == pytest.approx(100 * here.mean() / (frame["q1"] == "0").mean())


def test_cramers_v_is_that_of_the_table() -> None:
    frame, _ = planted(120)
    found = fit(frame, METHOD, 3)
    table = Table(pd.crosstab(frame["q2"], found.labels).to_numpy(), shift_zeros=False)
    v = np.sqrt(table.test_nominal_association().statistic / 120 / 2)
    assert found.separation["q2"] == pytest.approx(v)


def test_a_profile_within_a_filter_keeps_everybody_as_its_base() -> None:
    frame, _ = planted(120)
    found = fit(frame, METHOD, 3)
    inside = np.arange(120) < 60
    within = profile(found.coded, found.labels, inside=inside)
    row = within.query("question == 'q0' and level == '1' and `class` == 0").iloc[0]
    here = (frame["q0"] == "1")[inside & (found.labels == 0)]
    assert row["share"] == pytest.approx(here.mean())
    assert row["overall"] == pytest.approx((frame["q0"] == "1").mean())


def test_a_class_with_nobody_inside_has_no_shares() -> None:
    frame, _ = planted(60)
    found = fit(frame, METHOD, 2)
    within = profile(found.coded, found.labels, inside=found.labels == 0)
    assert within.query("`class` == 1")["share"].isna().all()


def test_a_class_is_told_by_what_is_over_represented_not_by_its_mode() -> None:
    """Six in ten say "a" in either class; only the second says "b" more often than others."""
    rng = np.random.default_rng(5)
    labels = np.repeat([0, 1], 100)
    often = np.where(labels == 0, 0.05, 0.4)
    frame = pd.DataFrame(
        {
            "mode": np.where(rng.random(200) < often, "b", "a"),
            "mark": np.where(labels == 0, "x", "y"),
        }
    )
    coded = fit(frame, METHOD, 2).coded
    tells = telling(profile(coded, labels))
    assert ("mode", "b") in tells[1]
    assert not any(level == "a" and question == "mode" for question, level in tells[1])


def test_a_class_like_everybody_is_told_by_nothing() -> None:
    frame = pd.DataFrame({"q0": ["a", "b"] * 30, "q1": ["c", "d"] * 30})
    coded = fit(frame, METHOD, 2).coded
    even = np.repeat([0, 1], 30)
    assert telling(profile(coded, even)) == {0: [], 1: []}


def test_the_sweep_is_the_fits() -> None:
    frame, _ = planted(90)
    swept = sweep(frame, range(2, 5), method=METHOD)
    for k in (2, 3, 4):
        one = fit(frame, METHOD, k)
        assert swept.solutions[k].labels.tolist() == one.labels.tolist()
        row = swept.table.loc[k]
        assert (row["cost"], row["silhouette"]) == (one.cost, one.silhouette)
        assert row["smallest"] == one.sizes["n"].min()


def test_the_sweep_leaves_out_numbers_that_cannot_be() -> None:
    frame = pd.DataFrame({"q0": ["a", "b", "a"] * 20, "q1": ["c", "d", "d"] * 20})
    assert list(sweep(frame, range(2, 9)).table.index) == [2, 3]


def test_progress_goes_up_and_may_cancel() -> None:
    frame, _ = planted(60)
    seen = []
    sweep(frame, range(2, 4), progress=lambda fraction, code: seen.append(fraction))
    assert seen == sorted(seen)
    assert 0.75 < seen[-1] <= 1

    def cancel(fraction: float, code: str) -> None:
        raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        fit(frame, METHOD, 2, progress=cancel)


ALIKE = pd.DataFrame({"q0": ["a"] * 40, "q1": ["b"] * 40})
TWO_WAYS = pd.DataFrame({"q0": ["a", "b"] * 20, "q1": ["c", "d"] * 20})


@pytest.mark.parametrize(
    ("frame", "k", "options", "code"),
    [
        (TWO_WAYS.head(0), 2, {}, "no_answers"),
        (TWO_WAYS[["q0"]], 2, {}, "one_question"),
        (ALIKE, 2, {}, "all_alike"),
        (TWO_WAYS, 3, {}, "too_few_profiles"),
        (TWO_WAYS, 1, {}, "too_few_classes"),
        (TWO_WAYS.head(20), 2, {}, "too_few_respondents"),
        (TWO_WAYS, 2, {"counts": np.zeros(40)}, "counts_unusable"),
        (TWO_WAYS, 2, {"counts": [1, 2]}, "counts_unusable"),
        (TWO_WAYS, 2, {"weights": np.full(40, -1.0)}, "weights_unusable"),
        (TWO_WAYS, 2, {"weights": np.full(40, np.nan)}, "weights_unusable"),
        (TWO_WAYS, 2, {"weights": np.zeros(40)}, "no_weight"),
    ],
)
def test_what_cannot_be_clustered_is_refused_by_name(frame, k, options, code) -> None:
    with pytest.raises(NotEnough) as refused:
        fit(frame, METHOD, k, **options)
    assert refused.value.code == code


def test_an_unknown_method_is_refused() -> None:
    with pytest.raises(NotEnough) as refused:
        fit(TWO_WAYS, "tarot", 2)
    assert refused.value.code == "unknown_method"
