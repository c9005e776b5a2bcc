"""Fast k-modes: nothing is left to better, and never dearer than the kmodes package."""

import itertools

import numpy as np
import pandas as pd
import pytest
from kmodes.kmodes import KModes
from sklearn.metrics import adjusted_rand_score

from analysis.clusters import fit
from analysis.clusters.coding import code
from analysis.clusters.modes import People, descend, distances, k_modes, nearest, seeds
from analysis.clusters.packing import pack
from analysis.clusters.partition import cost_of


def answers(n: int = 300, questions: int = 5, seed: int = 1) -> pd.DataFrame:
    """Three kinds of people who give their own answer six times in ten."""
    rng = np.random.default_rng(seed)
    kind = np.arange(n)[:, None] % 3
    other = rng.integers(0, 4, (n, questions))
    codes = np.where(rng.random((n, questions)) < 0.6, kind, other)
    return pd.DataFrame(codes, columns=[f"q{number}" for number in range(questions)]).astype(str)


def cost(people: People, modes: np.ndarray) -> float:
    differ = (people.codes[:, None, :] != modes[None]).sum(axis=2)
    return float(people.mass @ differ.min(axis=1))


def random_people(seed: int) -> tuple[People, np.random.Generator]:
    rng = np.random.default_rng(seed)
    codes = np.unique(rng.integers(0, 3, (60, 4)), axis=0).astype(np.int16)
    mass = rng.uniform(0.5, 4, len(codes))
    return People(np.asfortranarray(codes), mass, pack(codes, (3, 3, 3, 3))), rng


@pytest.mark.parametrize("seed", range(6))
def test_no_single_answer_of_a_mode_can_be_bettered(seed) -> None:
    people, rng = random_people(seed)
    found, modes = descend(people, seeds(people, 3, rng))
    assert found == pytest.approx(cost(people, modes), rel=1e-12)
    for one, question, answer in itertools.product(range(3), range(4), range(3)):
        other = modes.copy()
        other[one, question] = answer
        assert cost(people, other) >= found - 1e-9


@pytest.mark.parametrize("seed", range(6))
def test_huang_s_two_steps_cannot_better_it_either(seed) -> None:
    people, rng = random_people(seed)
    found, modes = descend(people, seeds(people, 3, rng))
    labels = nearest(people, modes)
    for one in range(3):
        inside = labels == one
        for question in range(4):
            given = np.bincount(people.codes[inside, question], people.mass[inside], 3)
            modes[one, question] = given.argmax()
    assert cost(people, modes) == pytest.approx(found, rel=1e-12)


def test_between_equal_modes_the_first_one_wins() -> None:
    codes = np.array([[0, 1], [1, 1]])
    people = People(codes, np.ones(2), pack(codes, (2, 2)))
    modes = np.array([[0, 0], [1, 1], [0, 1]])
    assert nearest(people, modes).tolist() == [2, 1]
    assert nearest(people, modes[:2]).tolist() == [0, 1]
    assert distances(people, modes).tolist() == [[1, 2], [1, 0], [0, 1]]


@pytest.mark.parametrize("k", [3, 5])
def test_the_package_is_never_cheaper(k) -> None:
    coded = code(answers())
    package = KModes(k, init="Huang", n_init=5, random_state=0)
    package.fit(coded.codes, sample_weight=coded.mass)
    assert cost_of(coded, k_modes(coded, k, 0).labels, k) <= package.cost_


def test_planted_kinds_are_found() -> None:
    truth = np.arange(600) % 3
    found = fit(answers(600, questions=10), "kmodes", 3)
    assert adjusted_rand_score(truth, found.labels) > 0.85


def test_the_cost_on_profiles_is_that_on_rows() -> None:
    frame = answers()
    weights = np.random.default_rng(0).uniform(0.5, 2, len(frame))
    found = fit(frame, "kmodes", 3, weights=weights)
    differ = 0.0
    for one in range(3):
        inside = found.labels == one
        for name in frame:
            mass = pd.Series(weights[inside]).groupby(frame.loc[inside, name].to_numpy()).sum()
            differ += mass.sum() - mass.max()
    assert found.cost == pytest.approx(differ * len(frame) / weights.sum(), rel=1e-9)


@pytest.mark.parametrize("middling", [100, 50_000])
def test_on_samples_of_many_profiles_it_ends_where_nothing_can_be_bettered(
    middling, monkeypatch
) -> None:
    monkeypatch.setattr("analysis.clusters.modes.SAMPLE", 50)
    monkeypatch.setattr("analysis.clusters.modes.MIDDLING", middling)
    coded = code(answers())
    found = k_modes(coded, 3, 0)
    people = People(coded.codes, coded.mass, coded.packed)
    modes = np.column_stack(
        [
            found.scores.by_level[:, place].argmax(axis=1)
            for place in coded.packed.places
        ]
    )  # fmt: skip
    assert descend(people, modes)[0] == pytest.approx(cost_of(coded, found.labels, 3))


def test_a_mode_that_nobody_is_near_goes_to_whom_the_others_fit_worst() -> None:
    codes = np.array([[0, 0, 0], [0, 0, 1]])
    people = People(codes, np.ones(2), pack(codes, (3, 3, 3)))
    found, modes = descend(people, np.array([[0, 0, 0], [2, 2, 2]]))
    assert found == 0
    assert modes.tolist() == codes.tolist()


def test_every_class_holds_somebody_as_long_as_people_differ() -> None:
    frame = pd.DataFrame({"q0": list("aaaabc") * 10, "q1": list("xxxyxx") * 10})
    found = fit(frame, "kmodes", 4)
    assert found.cost == 0
    assert found.sizes["n"].tolist() == [30, 10, 10, 10]
    assert found.problems == ()


def test_the_same_seed_gives_the_same() -> None:
    frame = answers()
    once, again = (fit(frame, "kmodes", 4, seed=2).labels.tolist() for _ in range(2))
    assert once == again


@pytest.mark.parametrize("levels", [(3, 4, 2), (30, 30, 30, 5, 30), (2,) * 14])
def test_joint_codes_add_up_as_single_answers_do(levels) -> None:
    rng = np.random.default_rng(0)
    codes = np.column_stack([rng.integers(0, many, 200) for many in levels])
    packed = pack(codes, levels)
    assert all(np.prod(block) <= 4096 for block in packed.blocks)
    own, by_level = rng.normal(size=3), rng.normal(size=(3, sum(levels)))
    begins = np.cumsum([0, *levels[:-1]])
    plain = own[:, None] + by_level[:, codes + begins].sum(axis=2)
    np.testing.assert_allclose(packed.score(own, by_level), plain, atol=1e-12)
    mass, labels = rng.uniform(size=200), rng.integers(0, 3, 200)
    shares = (labels == np.arange(3)[:, None]) * mass
    each = np.zeros((3, sum(levels)))
    for row, weight in enumerate(mass):
        each[labels[row], codes[row] + begins] += weight
    np.testing.assert_allclose(packed.counted(labels, mass, 3), each, atol=1e-12)
    np.testing.assert_allclose(packed.summed(shares), each, atol=1e-12)
