"""Climbing with latent classes: the leap is that of BFGS, and coordinates are models."""

import numpy as np
import pytest

from analysis.clusters import em
from analysis.clusters.ascent import Ascent, Bend, Space, at_foot, climb, leap
from analysis.clusters.coding import code
from analysis.clusters.em import SMOOTHING
from analysis.clusters.latent_class import People, people_of
from tests.test_clusters_mixed import people as asked


def mixed() -> People:
    frame = asked(300)[0]
    return people_of(code(frame, numbers=("age", "fee")), SMOOTHING, skip_missing=True)


def test_a_leap_is_the_step_times_the_inverse_that_bfgs_builds() -> None:
    rng = np.random.default_rng(0)
    ways = rng.normal(size=(3, 2, 4))
    bends = [Bend(way, way * rng.uniform(0.2, 2, way.shape)) for way in ways]
    way, change = (one.ravel() for one in bends[-1])
    inverse = np.eye(8) * max((way @ change) / (change @ change), 1)
    for way, change in ((one.ravel(), other.ravel()) for one, other in bends):
        aside = np.eye(8) - np.outer(way, change) / (way @ change)
        inverse = aside @ inverse @ aside.T + np.outer(way, way) / (way @ change)
    step = rng.normal(size=(2, 4))
    np.testing.assert_allclose(leap(step, bends).ravel(), inverse @ step.ravel(), rtol=1e-10)


def test_without_anything_learnt_a_leap_is_the_step() -> None:
    step = np.arange(6.0).reshape(2, 3)
    assert (leap(step, []) == step).all()


def test_coordinates_lead_back_to_the_model() -> None:
    people = mixed()
    model = people.step(people.random(3, np.random.default_rng(1)))[0]
    space = Space(people.random(3, np.random.default_rng(2)))
    again = space.model(people, space.of(model))
    np.testing.assert_allclose(again.shares, model.shares, rtol=1e-12)
    np.testing.assert_allclose(again.chances, model.chances, rtol=1e-12)
    np.testing.assert_allclose(again.bells.means, model.bells.means, rtol=1e-12)
    np.testing.assert_allclose(again.bells.sharpness, model.bells.sharpness, rtol=1e-12)


def test_leaps_come_as_high_as_many_plain_steps() -> None:
    people = mixed()
    start = people.random(3, np.random.default_rng(3))
    model, plain = start, -np.inf
    for _ in range(3_000):
        after, log_likelihood = people.step(model)
        model, plain = after, people.penalised(model, log_likelihood)
    assert climb(people, at_foot(start), 1e-12, 300).height == pytest.approx(plain, abs=1e-3)


def test_the_ground_is_remembered_as_long_as_the_people_are_the_same(monkeypatch) -> None:
    people = mixed()
    remembered = []

    def noted(step: np.ndarray, bends: list[Bend]) -> np.ndarray:
        remembered.append(len(bends))
        return leap(step, bends)

    monkeypatch.setattr("analysis.clusters.ascent.leap", noted)
    half = climb(people, at_foot(people.random(3, np.random.default_rng(3))), 0, 4)
    climb(people, half, 0, 2)
    climb(people, at_foot(half.model), 0, 1)
    assert remembered == [0, 1, 2, 3, 4, 5, 0]


def test_only_who_came_highest_goes_on(monkeypatch) -> None:
    gone: list[tuple[int, float, float, float]] = []

    def noted(people: People, begun: Ascent, close: float, most: int) -> Ascent:
        done = climb(people, begun, close, most)
        gone.append((most, begun.model.shares[0], done.model.shares[0], done.height))
        return done

    monkeypatch.setattr(em, "climb", noted)
    em.latent_classes(code(asked(300)[0].drop(columns=["age", "fee"])), 3, 0)
    for (leaps, kept), further in (((3, 7), 7), ((7, 4), 8), ((8, 2), 700)):
        came = sorted((one for one in gone if one[0] == leaps), key=lambda one: -one[3])
        went_on = [begun for most, begun, _, _ in gone if most == further]
        assert went_on[:kept] == [end for _, _, end, _ in came[:kept]]
