"""Classes made before on answers now: the same of the same answers, and nothing made up."""

import json

import numpy as np
import pandas as pd
import pytest

from analysis.clusters import Kept, applied, fit, kept
from tests.test_clusters_typing import answers

METHODS = ("lca", "kmodes", "kmodes-package")


def again(found) -> Kept:
    """The model after it was written down and read."""
    return Kept.from_json(json.loads(json.dumps(kept(found).as_json())))


@pytest.mark.parametrize("method", METHODS)
def test_of_the_same_answers_come_the_same_classes_though_some_are_missing(method) -> None:
    frame = answers(gaps=0.1)
    found = fit(frame, method, 3)
    seen = applied(again(found), frame, method)
    assert seen.labels.tolist() == found.labels.tolist()
    assert seen.sizes["n"].tolist() == found.sizes["n"].tolist()
    pd.testing.assert_frame_equal(seen.profiles, found.profiles)
    np.testing.assert_allclose(seen.posterior, found.posterior, atol=1e-5)
    assert seen.cost == pytest.approx(found.cost)


@pytest.mark.parametrize("method", ["lca", "kprototypes"])
def test_numbers_are_held_against_the_scale_of_then(method) -> None:
    frame = answers().assign(hours=np.arange(400) % 3 * 5.0 + np.linspace(0, 1, 400))
    found = fit(frame, method, 3, numbers=("hours",))
    same = applied(again(found), frame, method, numbers=("hours",))
    assert same.labels.tolist() == found.labels.tolist()
    few = applied(again(found), frame[::3], method, numbers=("hours",))
    assert few.labels.tolist() == found.labels[::3].tolist()


@pytest.mark.parametrize("method", METHODS)
def test_classes_keep_their_numbers_whichever_is_the_largest_now(method) -> None:
    frame = answers()
    found = fit(frame, method, 3)
    some = found.labels != 0
    some[np.flatnonzero(found.labels == 0)[:20]] = True
    seen = applied(again(found), frame[some], method)
    assert seen.labels.tolist() == found.labels[some].tolist()
    assert seen.sizes["n"].idxmin() == 0


def test_a_question_that_all_answer_alike_now_still_counts() -> None:
    frame = answers()
    found = fit(frame, "lca", 3)
    alike = frame[frame["q0"] == "1"]
    seen = applied(again(found), alike, "lca")
    assert "q0" not in seen.coded.levels
    assert seen.labels.tolist() == found.labels[frame["q0"] == "1"].tolist()


def test_an_answer_that_nobody_gave_then_speaks_for_no_class() -> None:
    frame = answers()
    found = fit(frame, "lca", 3)
    new = frame.assign(q0="never heard before").mask(frame == "2")
    new.loc[:10, "q0"] = "1"
    seen = applied(again(found), new, "lca")
    typed = found.classify(new)
    known = typed.labels >= 0
    assert seen.labels[known].tolist() == typed.labels[known].tolist()


def test_a_class_that_holds_nobody_now_is_said_and_leaves_the_others_apart() -> None:
    frame = answers()
    found = fit(frame, "lca", 3)
    here = found.labels != 1
    now = applied(again(found), frame[here], "lca")
    assert now.sizes["n"].tolist() == [(found.labels == 0).sum(), 0, (found.labels == 2).sum()]
    assert [one.code for one in now.problems] == ["fewer_classes"]
    apart = fit(frame[here], "lca", 2).separation
    assert now.separation.notna().all()
    assert now.separation.index[0] == apart.index[0]
