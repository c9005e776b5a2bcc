"""Latent classes against a plain slow reference, planted classes, and what must not matter."""

import json
from pathlib import Path

import numpy as np
import pandas as pd
import pytest
from sklearn.metrics import adjusted_rand_score

from analysis.clusters import MISSING, fit
from analysis.clusters.ascent import at_foot, climb
from analysis.clusters.coding import code
from analysis.clusters.em import SMOOTHING, latent_classes
from analysis.clusters.latent_class import people_of
from analysis.clusters.partition import foremost
from queries.store import Store
from views.clusters.options import Options
from views.clusters.survey import survey
from words.language import language

TRUTH = Path(__file__).parent.parent / "sample_data/files/truth.json"


def planted(
    n: int = 600, questions: int = 6, seed: int = 1, gaps: float = 0.0
) -> tuple[pd.DataFrame, np.ndarray]:
    """Three classes with chances of their own for three answers, and gaps anywhere."""
    rng = np.random.default_rng(seed)
    truth = rng.choice(3, n, p=[0.5, 0.3, 0.2])
    chances = rng.dirichlet(np.full(3, 0.3), (questions, 3))
    draws = rng.random((questions, n))[:, :, None]
    codes = (draws > chances[:, truth].cumsum(axis=2)[:, :, :-1]).sum(axis=2)
    frame = pd.DataFrame(codes.T, columns=[f"q{number}" for number in range(questions)])
    return frame.astype(str).mask(rng.random(frame.shape) < gaps), truth


def reference(frame: pd.DataFrame, found) -> tuple[float, np.ndarray]:
    """Log-likelihood and posterior, person by person and answer by answer."""
    shares, chances = np.exp(found.partition.scores.own), np.exp(found.partition.scores.by_level)
    begins = np.cumsum([0, *map(len, found.coded.levels.values())])
    whole, posterior = 0.0, []
    for _, person in frame.iterrows():
        joint = shares.copy()
        for begin, (name, levels) in zip(begins, found.coded.levels.items(), strict=False):
            if not pd.isna(person[name]):
                joint = joint * chances[:, begin + list(levels).index(person[name])]
        whole += np.log(joint.sum())
        posterior.append(joint / joint.sum())
    return whole, np.array(posterior)


@pytest.mark.parametrize("gaps", [0.0, 0.1])
def test_likelihood_and_posterior_are_those_of_a_plain_reference(gaps) -> None:
    frame, _ = planted(gaps=gaps)
    found = fit(frame, "lca", 3)
    log_likelihood, posterior = reference(frame, found)
    assert found.log_likelihood == pytest.approx(log_likelihood, rel=1e-12)
    np.testing.assert_allclose(found.posterior, posterior, atol=1e-12)
    assert found.labels.tolist() == posterior.argmax(axis=1).tolist()


@pytest.mark.parametrize("gaps", [0.0, 0.1])
def test_the_classes_are_where_em_stands_still(gaps) -> None:
    """The model that the posterior makes, counted answer by answer, is the model again."""
    frame, _ = planted(gaps=gaps)
    found = fit(frame, "lca", 3)
    model = np.exp(found.partition.scores.by_level)
    begins = np.cumsum([0, *map(len, found.coded.levels.values())])
    for begin, (name, levels) in zip(begins, found.coded.levels.items(), strict=False):
        said = [level for level in levels if level != MISSING]
        counts = np.array(
            [(found.posterior[frame[name] == level]).sum(axis=0) for level in said]
        ) + SMOOTHING  # fmt: skip
        own = model[:, begin + len(levels) - len(said) : begin + len(levels)]
        np.testing.assert_allclose(own, (counts / counts.sum(axis=0)).T, atol=2e-3)


def test_parameters_and_bic() -> None:
    frame, _ = planted(gaps=0.1)
    found = fit(frame, "lca", 3)
    assert found.parameters == 2 + 3 * 6 * 2
    assert found.bic == pytest.approx(-2 * found.log_likelihood + 38 * np.log(600), rel=1e-12)


def test_placing_people_in_stretches_changes_nothing(monkeypatch) -> None:
    coded = code(planted(300, gaps=0.1)[0])
    whole = latent_classes(coded, 3, 0)
    monkeypatch.setattr("analysis.clusters.stretches.STRETCH", 41)
    parts = latent_classes(coded, 3, 0)
    assert parts.labels.tolist() == whole.labels.tolist()
    assert parts.log_likelihood == pytest.approx(whole.log_likelihood, rel=1e-12)
    assert parts.labels.tolist() == parts.posterior.argmax(axis=0).tolist()
    part = slice(50, 90)
    np.testing.assert_allclose(parts.shares(part), whole.posterior[:, part], rtol=1e-12)


def test_the_first_of_equally_high_scores_is_foremost() -> None:
    total = np.random.default_rng(0).integers(0, 3, (4, 200)).astype(float)
    assert foremost(total).tolist() == total.argmax(axis=0).tolist()


def test_no_step_leads_down() -> None:
    people = people_of(code(planted(200)[0]), SMOOTHING, skip_missing=True)
    here = at_foot(people.random(3, np.random.default_rng(0)))
    heights = []
    for _ in range(30):
        here = climb(people, here, 0, 3)
        heights.append(here.height)
    assert (np.diff(heights) > -1e-9).all()
    assert heights[-1] > heights[0]


def test_a_leap_that_leads_down_is_taken_back(monkeypatch) -> None:
    people = people_of(code(planted(200)[0]), SMOOTHING, skip_missing=True)
    start = at_foot(people.random(3, np.random.default_rng(0)))
    monkeypatch.setattr("analysis.clusters.ascent.leap", lambda step, _: -step)
    heights = [climb(people, start, 0, steps).height for steps in range(1, 11)]
    assert (np.diff(heights) > -1e-9).all()


def test_more_starts_and_steps_find_nothing_better() -> None:
    frame, _ = planted(400)
    coded = code(frame)
    people = people_of(coded, SMOOTHING, skip_missing=True)
    rng = np.random.default_rng(5)
    others = [climb(people, at_foot(people.random(3, rng)), 1e-12, 3_000).height for _ in range(30)]
    found = fit(frame, "lca", 3)
    model = found.partition.scores
    here = found.log_likelihood + SMOOTHING * (model.own.sum() + model.by_level.sum())
    assert here >= max(others) - 1e-3


def test_planted_classes_are_found_as_well_as_with_the_true_parameters() -> None:
    frame, truth = planted(3_000)
    score = np.log(np.bincount(truth) / len(truth)) * np.ones((len(frame), 1))
    for name in frame:
        given = pd.crosstab(frame[name], truth, normalize="columns")
        score += np.log(given.loc[frame[name]].to_numpy() + 1e-9)
    best = adjusted_rand_score(truth, score.argmax(axis=1))
    assert adjusted_rand_score(truth, fit(frame, "lca", 3).labels) > 0.97 * best


def test_profiles_with_counts_are_rows() -> None:
    frame, _ = planted(gaps=0.05)
    counted = frame.fillna("").groupby(list(frame), as_index=False).size()
    profiles = counted[list(frame)].replace("", None)
    rows, gathered = fit(frame, "lca", 3), fit(profiles, "lca", 3, counts=counted["size"])
    assert gathered.log_likelihood == pytest.approx(rows.log_likelihood, rel=1e-9)
    assert gathered.bic == pytest.approx(rows.bic, rel=1e-9)
    assert gathered.cost == pytest.approx(rows.cost, rel=1e-9)
    assert gathered.sizes["n"].tolist() == rows.sizes["n"].tolist()


def test_a_weight_s_scale_is_nothing_and_the_likelihood_is_of_the_effective_n() -> None:
    frame, _ = planted()
    weights = np.random.default_rng(0).uniform(0.5, 3, len(frame))
    once, tenfold = (fit(frame, "lca", 3, weights=scale * weights) for scale in (1, 10))
    assert once.log_likelihood == pytest.approx(tenfold.log_likelihood, rel=1e-9)
    assert once.labels.tolist() == tenfold.labels.tolist()
    effective = weights.sum() ** 2 / (weights**2).sum()
    each = [reference(frame.iloc[[row]], once)[0] for row in range(len(frame))]
    assert once.log_likelihood == pytest.approx(effective * np.average(each, weights=weights))


def test_the_same_seed_gives_the_same_and_the_order_of_rows_nothing_else() -> None:
    frame, _ = planted(gaps=0.1)
    once = fit(frame, "lca", 4, seed=3)
    shuffled = frame.sample(frac=1, random_state=2)
    again = fit(shuffled, "lca", 4, seed=3)
    place = frame.index.get_indexer(shuffled.index)
    assert again.labels.tolist() == once.labels[place].tolist()
    assert (again.posterior == once.posterior[place]).all()


def test_giving_up_early_is_not_a_kind_of_member() -> None:
    """A third stop after three of eight questions; who they are is as planted all the same."""
    frame, truth = planted(1_500, questions=8)
    stopped = np.random.default_rng(3).random(len(frame)) < 1 / 3
    frame.loc[stopped, ["q3", "q4", "q5", "q6", "q7"]] = None
    found = fit(frame, "lca", 3)
    shares = pd.crosstab(found.labels, stopped, normalize="index")[True]
    assert shares.between(0.2, 0.5).all()
    assert adjusted_rand_score(truth[~stopped], found.labels[~stopped]) > 0.9


def test_as_a_level_of_their_own_missing_answers_make_that_kind() -> None:
    frame, _ = planted(1_500, questions=8)
    stopped = np.random.default_rng(3).random(len(frame)) < 1 / 3
    frame.loc[stopped, ["q3", "q4", "q5", "q6", "q7"]] = None
    coded = code(frame)
    labels = latent_classes(coded, 3, 0, skip_missing=False).labels[coded.row]
    assert pd.crosstab(labels, stopped, normalize="index")[True].max() > 0.95


def test_who_answered_nothing_has_the_classes_shares() -> None:
    frame, _ = planted()
    frame.loc[0] = None
    found = fit(frame, "lca", 3)
    assert found.posterior[0] == pytest.approx(np.exp(found.partition.scores.own))
    assert ("answered_nothing", {"n": 1}) in [(one.code, one.facts) for one in found.problems]


def test_the_sample_union_s_planted_classes_are_found(sample_to_read: Store) -> None:
    asked = survey(Options(language("en"), 5), sample_to_read.ask)
    kinds = json.loads(TRUTH.read_text("utf-8"))["classes"]["respondents"]
    kind_of = {person: kind for kind, people in kinds.items() for person in people}
    truth = asked.answers.index.map(kind_of)
    known = truth.notna()
    found = fit(asked.answers, "lca", 5, weights=asked.weights)
    assert adjusted_rand_score(truth[known], found.labels[known]) > 0.7
