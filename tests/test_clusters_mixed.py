"""Answers and numbers together: k-prototypes and latent classes against plain references."""

import numpy as np
import pandas as pd
import pytest
from kmodes.kprototypes import KPrototypes
from scipy.stats import norm
from sklearn.metrics import adjusted_rand_score, silhouette_samples

from analysis.clusters import drift, fit, kept, short_form, sweep
from analysis.clusters.prototypes import GAMMA
from analysis.clusters.stability import stability
from analysis.errors import NotEnough

MIXED = ["lca", "kprototypes"]


def people(n: int = 600, seed: int = 1, gaps: float = 0.0) -> tuple[pd.DataFrame, np.ndarray]:
    """Three kinds of people with answers and two numbers of their own."""
    rng = np.random.default_rng(seed)
    truth = rng.choice(3, n, p=[0.5, 0.3, 0.2])
    codes = np.where(rng.random((n, 4)) < 0.6, truth[:, None], rng.integers(0, 3, (n, 4)))
    frame = pd.DataFrame(codes, columns=list("abcd")).astype(str)
    age = 30 + 12 * truth + rng.normal(0, 5, n)
    fee = 400 + 50 * (truth == 1) + rng.normal(0, 20, n)
    frame = frame.assign(age=age, fee=fee)
    return frame.mask(rng.random(frame.shape) < gaps), truth


def scaled(frame: pd.DataFrame) -> np.ndarray:
    numbers = frame[["age", "fee"]]
    return ((numbers - numbers.mean()) / numbers.std(ddof=0)).to_numpy()


def test_the_cost_is_huang_s_and_never_above_the_package_s() -> None:
    frame, _ = people()
    numbers, answers = scaled(frame), frame[list("abcd")].to_numpy()
    found = fit(frame, "kprototypes", 3)
    cost = 0.0
    for one in range(3):
        inside = found.labels == one
        cost += ((numbers[inside] - numbers[inside].mean(axis=0)) ** 2).sum()
        for column in answers[inside].T:
            cost += GAMMA * (inside.sum() - pd.Series(column).value_counts().max())
    assert found.cost == pytest.approx(cost, rel=1e-9)
    package = KPrototypes(3, init="Huang", n_init=3, gamma=GAMMA, random_state=0)
    both = np.column_stack([numbers, answers]).astype(object)
    package.fit(both, categorical=[2, 3, 4, 5])
    assert found.cost <= package.cost_ * (1 + 1e-9)
    assert found.gamma == GAMMA


def test_likelihood_and_posterior_are_those_of_a_plain_reference() -> None:
    frame, _ = people(gaps=0.1)
    found = fit(frame, "lca", 3)
    scores, numbers = found.partition.scores, found.coded.numbers
    spread = scores.bells.sharpness**-0.5
    places = dict(zip(found.coded.levels, found.coded.packed.places, strict=True))
    whole = 0.0
    for row, (_, person) in enumerate(frame.iterrows()):
        total = scores.own.copy()
        for name, place in places.items():
            if not pd.isna(person[name]):
                level = found.coded.levels[name].get_loc(person[name])
                total += scores.by_level[:, place.start + level]
        for at, name in enumerate(numbers.names):
            if not pd.isna(person[name]):
                value = (person[name] - numbers.mean[at]) / numbers.spread[at]
                total += norm.logpdf(value, scores.bells.means[:, at], spread[:, at])
        joint = np.exp(total)
        whole += np.log(joint.sum())
        np.testing.assert_allclose(found.posterior[row], joint / joint.sum(), atol=1e-9)
    assert found.log_likelihood == pytest.approx(whole, rel=1e-10)
    assert found.parameters == 2 + 3 * (4 * 2 + 2 * 2)


def test_em_stands_still_at_the_weighted_means() -> None:
    frame, _ = people(1_500)
    found = fit(frame, "lca", 3)
    shares = found.posterior
    means = shares.T @ scaled(frame) / shares.sum(axis=0)[:, None]
    np.testing.assert_allclose(found.partition.scores.bells.means, means, atol=2e-3)


@pytest.mark.parametrize("method", MIXED)
def test_planted_kinds_are_found_better_than_by_answers_alone(method) -> None:
    frame, truth = people(1_500)
    both = adjusted_rand_score(truth, fit(frame, method, 3).labels)
    alone = adjusted_rand_score(truth, fit(frame[list("abcd")], "lca", 3).labels)
    assert both > max(0.8, alone + 0.1)


@pytest.mark.parametrize("method", MIXED)
def test_profiles_with_counts_are_rows(method) -> None:
    frame, _ = people(150)
    frame = frame.round({"age": -1, "fee": -1}).assign(age=lambda of: of["age"] + 0.5)
    counts = np.arange(150) % 3 + 1
    rows = fit(frame.loc[frame.index.repeat(counts)], method, 3)
    counted = fit(frame, method, 3, counts=counts)
    assert counted.cost == pytest.approx(rows.cost, rel=1e-9)
    assert counted.silhouette == pytest.approx(rows.silhouette, rel=1e-9)
    assert counted.sizes["n"].tolist() == rows.sizes["n"].tolist()


def test_the_silhouette_is_scikit_learn_s_on_expanded_rows() -> None:
    frame, _ = people(200)
    found = fit(frame, "kprototypes", 3)
    numbers, answers = scaled(frame), frame[list("abcd")].to_numpy()
    squares = ((numbers[:, None] - numbers) ** 2).sum(axis=2)
    away = squares + GAMMA * (answers[:, None] != answers).sum(axis=2)
    expected = silhouette_samples(away, found.labels, metric="precomputed")
    assert found.silhouette == pytest.approx(expected.mean(), abs=1e-9)


@pytest.mark.parametrize("method", MIXED)
def test_types_those_it_was_made_from_as_they_were(method) -> None:
    frame, _ = people(gaps=0.1 if method == "lca" else 0)
    found = fit(frame, method, 3)
    typed = found.classify(frame)
    assert typed.labels.tolist() == found.labels.tolist()
    assert typed.answered.tolist() == frame.notna().sum(axis=1).tolist()
    short = found.classify(frame[["age", "a"]])
    assert (short.labels == found.labels).mean() > 0.7


@pytest.mark.parametrize("method", MIXED)
def test_numbers_are_described_in_their_own_unit(method) -> None:
    frame, _ = people()
    found = fit(frame, method, 3)
    row = found.numbers.query("question == 'age' and `class` == 1").iloc[0]
    here = frame["age"][found.labels == 1]
    assert row["mean"] == pytest.approx(here.mean())
    assert row["spread"] == pytest.approx(here.std(ddof=0))
    assert row["high"] - row["mean"] == pytest.approx(1.96 * here.std(ddof=0) / len(here) ** 0.5)
    assert row["overall"] == pytest.approx(frame["age"].mean())


@pytest.mark.parametrize("method", MIXED)
def test_every_index_stability_and_drift_work_with_numbers(method) -> None:
    frame, _ = people(300, gaps=0.05)
    swept = sweep(frame, [2, 3], method=method, bootstraps=2)
    assert swept.table[["cost", "silhouette", "davies_bouldin", "stability"]].notna().all().all()
    found = swept.solutions[3]
    assert drift(kept(found), frame).index == pytest.approx(0, abs=0.02)
    assert short_form(found.coded, found.partition).accuracy["accuracy"].iloc[-1] > 0.6
    once, again = (
        stability(found.coded, found.partition.labels, method, 2, seed=3) for _ in range(2)
    )
    pd.testing.assert_frame_equal(once, again)


@pytest.mark.parametrize("method", MIXED)
def test_the_same_seed_gives_the_same(method) -> None:
    frame, _ = people(gaps=0.05)
    once, again = (fit(frame, method, 4, seed=2) for _ in range(2))
    assert once.labels.tolist() == again.labels.tolist()
    assert once.cost == again.cost


def test_a_person_far_from_everybody_breaks_nothing() -> None:
    frame, _ = people()
    frame.loc[0, "age"] = 1e6
    found = fit(frame, "lca", 3)
    assert np.isfinite(found.log_likelihood)
    np.testing.assert_allclose(found.posterior.sum(axis=1), 1)


def test_whole_numbers_are_numbers_when_named() -> None:
    frame, _ = people()
    frame = frame.assign(age=frame["age"].round().astype(int)).drop(columns="fee")
    assert fit(frame, "lca", 3, numbers=["age"]).coded.numbers.names == ("age",)
    assert "age" in fit(frame, "lca", 3).coded.levels


def test_what_cannot_be_is_refused_or_said() -> None:
    frame, _ = people()
    for answers, code in (
        (frame[list("abcd")], "no_numbers"),
        (frame[["age", "fee"]], "only_numbers"),
        (frame[["a", "age"]].head(10), "too_few_respondents"),
    ):
        with pytest.raises(NotEnough) as refused:
            fit(answers, "kprototypes", 2)
        assert refused.value.code == code
    found = fit(frame.assign(fee=5.5), "kprototypes", 3)
    assert found.problems[0].facts == {"questions": ["fee"]}
