"""One step of EM, by two joint codes, by posterior or by logarithms: the same model after it."""

from concurrent.futures import ThreadPoolExecutor

import numpy as np
import pandas as pd
import pytest

from analysis.clusters import fit
from analysis.clusters.coding import code
from analysis.clusters.crossed import can_cross
from analysis.clusters.latent_class import People, people_of


def people(questions: int, levels: int = 5, n: int = 500, gaps: float = 0.1) -> People:
    rng = np.random.default_rng(0)
    frame = pd.DataFrame(rng.integers(0, levels, (n, questions))).astype(str)
    frame = frame.mask(rng.random(frame.shape) < gaps)
    return people_of(code(frame, weights=rng.uniform(0.5, 2, n)), 0.01, skip_missing=True)


def plain_step(people: People, model):
    """Expectation and maximisation, profile by profile."""
    begins = np.array([place.start for place in people.packed.places])
    codes, joint = [], people.packed.joint
    for block, together in zip(people.packed.blocks, joint, strict=True):
        codes += list(np.unravel_index(together, block))
    counts, sizes, logs = np.zeros(model.chances.shape), np.zeros(len(model.shares)), 0.0
    for said, mass in zip(np.column_stack(codes), people.mass, strict=True):
        chance = model.shares * model.chances[:, begins + said].prod(axis=1)
        logs += mass * np.log(chance.sum())
        share = mass * chance / chance.sum()
        sizes += share
        counts[:, begins + said] += share[:, None]
    return people.settled(sizes + 0.01, counts + 0.01), logs


@pytest.mark.parametrize(("questions", "crossed"), [(4, False), (7, True), (12, False)])
def test_a_step_is_expectation_and_maximisation(questions, crossed) -> None:
    here = people(questions)
    assert can_cross(here.packed) == bool(here.parts) == crossed
    model = here.random(3, np.random.default_rng(1))
    after, height = here.step(model)
    expected, logs = plain_step(here, model)
    assert height == pytest.approx(logs, rel=1e-12)
    np.testing.assert_allclose(after.shares, expected.shares, rtol=1e-10)
    np.testing.assert_allclose(after.chances, expected.chances, rtol=1e-9)


@pytest.mark.parametrize("crowded", [0, 10**9])
@pytest.mark.parametrize("workers", [1, 3])
def test_a_step_in_stretches_is_the_same_however_many_work_on_it(
    crowded, workers, monkeypatch
) -> None:
    model = people(7).random(3, np.random.default_rng(1))
    expected, logs = plain_step(people(7), model)
    monkeypatch.setattr("analysis.clusters.crossed.STRETCH", 90)
    monkeypatch.setattr("analysis.clusters.crossed.CROWDED", crowded)
    monkeypatch.setattr("analysis.clusters.crossed.QUIET", 2_000)
    monkeypatch.setattr("analysis.clusters.stretches.POOL", ThreadPoolExecutor(workers))
    here = people(7)
    assert len(here.parts) > 3
    after, height = here.step(model)
    assert height == pytest.approx(logs, rel=1e-12)
    np.testing.assert_allclose(after.chances, expected.chances, rtol=1e-9)
    monkeypatch.setattr("analysis.clusters.stretches.POOL", ThreadPoolExecutor(2))
    again, same = here.step(model)
    assert same == height
    assert (again.chances == after.chances).all()


@pytest.mark.parametrize("questions", [7, 12])
def test_chances_too_small_for_numbers_are_worked_out_by_logarithms(questions, monkeypatch) -> None:
    here = people(questions)
    model = here.random(3, np.random.default_rng(1))
    after, height = here.step(model)
    monkeypatch.setattr("analysis.clusters.latent_class.FAINTEST", 1.0)
    monkeypatch.setattr("analysis.clusters.crossed.FAINTEST", 1.0)
    by_logs, same = here.step(model)
    assert same == pytest.approx(height, rel=1e-12)
    np.testing.assert_allclose(by_logs.chances, after.chances, rtol=1e-9)


def test_profiles_out_of_order_are_not_crossed() -> None:
    packed = people(7).packed
    assert not can_cross(packed.some(np.arange(len(packed.joint[0]))[::-1]))


def test_climbing_by_rungs_ends_as_high_as_without(monkeypatch) -> None:
    rng = np.random.default_rng(2)
    own = rng.choice(3, 4_000, p=[0.5, 0.3, 0.2])[:, None]
    codes = np.where(rng.random((4_000, 8)) < 0.5, own, rng.integers(0, 4, (4_000, 8)))
    frame = pd.DataFrame(codes).astype(str)
    straight = fit(frame, "lca", 3).log_likelihood
    monkeypatch.setattr("analysis.clusters.em.RUNGS", (500, 1_500))
    monkeypatch.setattr("analysis.clusters.em.SAMPLE", 300)
    assert fit(frame, "lca", 3).log_likelihood == pytest.approx(straight, rel=1e-7)
