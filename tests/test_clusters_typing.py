"""New people into old classes, by whatever they have answered."""

import numpy as np
import pandas as pd
import pytest

from analysis.clusters import fit


def answers(n: int = 400, gaps: float = 0.0) -> pd.DataFrame:
    """Three kinds of people who give their own answer six times in ten."""
    rng = np.random.default_rng(4)
    own = np.arange(n)[:, None] % 3
    codes = np.where(rng.random((n, 6)) < 0.6, own, rng.integers(0, 3, (n, 6)))
    frame = pd.DataFrame(codes, columns=[f"q{number}" for number in range(6)]).astype(str)
    return frame.mask(rng.random(frame.shape) < gaps)


def test_latent_classes_type_those_they_were_made_from_as_they_were() -> None:
    frame = answers(gaps=0.1)
    found = fit(frame, "lca", 3)
    again = found.classify(frame)
    np.testing.assert_allclose(again.posterior, found.posterior, atol=1e-12)
    assert again.labels.tolist() == found.labels.tolist()
    assert again.answered.tolist() == frame.notna().sum(axis=1).tolist()


@pytest.mark.parametrize("method", ["kmodes", "kmodes-package"])
@pytest.mark.parametrize("k", [3, 5])
def test_k_modes_types_those_who_answered_all_as_they_were(method, k) -> None:
    frame = answers()
    found = fit(frame, method, k)
    again = found.classify(frame)
    assert again.labels.tolist() == found.labels.tolist()
    assert (again.posterior == found.posterior).all()


@pytest.mark.parametrize("method", ["lca", "kmodes"])
def test_a_question_that_is_not_there_is_one_that_was_not_answered(method) -> None:
    frame = answers()
    found = fit(frame, method, 3)
    short = found.classify(frame[["q1", "q4"]])
    blank = found.classify(frame.assign(q0=None, q2=None, q3=None, q5=None))
    assert short.labels.tolist() == blank.labels.tolist()
    np.testing.assert_allclose(short.posterior, blank.posterior)
    assert (short.answered == 2).all()
    assert (blank.answered == 2).all()
    assert (blank.unknown == 0).all()


def test_skipping_leaves_the_classes_shares_and_chances_of_what_was_answered() -> None:
    found = fit(answers(), "lca", 3)
    shares = np.exp(found.partition.scores.own)
    level = found.coded.levels["q0"].get_loc("1")
    joint = shares * np.exp(found.partition.scores.by_level[:, level])
    typed = found.classify(pd.DataFrame({"q0": ["1"]}))
    assert typed.posterior[0] == pytest.approx(joint / joint.sum())


def test_an_answer_nobody_gave_before_is_skipped_and_counted() -> None:
    frame = answers()
    found = fit(frame, "lca", 3)
    strange = found.classify(frame.assign(q0="never heard"))
    known = found.classify(frame.drop(columns="q0"))
    np.testing.assert_allclose(strange.posterior, known.posterior)
    assert (strange.unknown == 1).all()
    assert (known.unknown == 0).all()


def test_who_answered_nothing_is_in_no_class() -> None:
    found = fit(answers(), "lca", 3)
    typed = found.classify(pd.DataFrame({"q0": [None, "1"], "elsewhere": ["x", "y"]}))
    assert typed.labels[0] == -1
    assert typed.labels[1] >= 0
    assert typed.posterior[0] == pytest.approx(np.exp(found.partition.scores.own))


def test_numbers_are_read_as_they_were() -> None:
    frame = answers().astype(int)
    found = fit(frame, "lca", 3)
    assert found.classify(frame.astype(str)).labels.tolist() == found.labels.tolist()
