"""Reading a solution: what stays related, solutions side by side, rules, short form, drift."""

import json

import numpy as np
import pandas as pd
import pytest
from sklearn.metrics import adjusted_rand_score

from analysis.clusters import (
    Kept,
    agreement,
    approximated,
    bivariate_residuals,
    drift,
    fit,
    flow,
    kept,
    matched,
    short_form,
)
from analysis.clusters.by_number import elbow
from analysis.clusters.coding import code
from analysis.clusters.drift import MARKED, SOME
from analysis.clusters.levels import OTHER
from analysis.clusters.stability import verdict
from analysis.errors import NotEnough


def answers(n: int = 900, seed: int = 4, shares=(0.5, 0.3, 0.2), sure: float = 0.7) -> pd.DataFrame:
    """Three kinds of people who give their own answer as surely as said."""
    rng = np.random.default_rng(seed)
    own = rng.choice(3, n, p=shares)[:, None]
    codes = np.where(rng.random((n, 6)) < sure, own, rng.integers(0, 3, (n, 6)))
    return pd.DataFrame(codes, columns=[f"q{number}" for number in range(6)]).astype(str)


def test_a_residual_by_hand() -> None:
    """Two classes of 40; inside the first, a and b go together wholly, in the second not at all."""
    frame = pd.DataFrame({"a": list("xxyy" * 20), "b": list("xxyy" * 10) + list("xyxy" * 10)})
    coded = code(frame)
    inside = np.ones((1, len(coded.codes)))
    row = bivariate_residuals(coded, inside).iloc[0]
    # 30, 10, 10, 30 seen where 20 are expected each: four times 100 / 20, one degree of freedom
    assert row["residual"] == pytest.approx(20)
    assert row["v"] == pytest.approx(0.5)
    assert row["n"] == 80
    assert row["related"]


def test_residuals_name_the_pair_that_is_related_inside_classes() -> None:
    frame = answers()
    frame["twin"] = frame["q2"].where(np.random.default_rng(0).random(len(frame)) < 0.6, "0")
    found = fit(frame, "lca", 3)
    table = bivariate_residuals(found.coded, found.partition.posterior)
    assert set(table.loc[0, ["question", "other"]]) == {"q2", "twin"}
    assert table.loc[0, "residual"] > 10 * table.loc[1, "residual"]
    assert len(table) == 7 * 6 / 2


def test_residuals_leave_out_who_did_not_answer_both() -> None:
    frame = answers()
    gone = np.arange(len(frame)) % 3 == 0
    frame.loc[gone, "q0"] = None
    found = fit(frame, "lca", 3)
    table = bivariate_residuals(found.coded, found.partition.posterior)
    touched = (table[["question", "other"]] == "q0").any(axis=1)
    assert table.loc[touched, "n"].to_numpy() == pytest.approx(600)
    assert table.loc[~touched, "n"].to_numpy() == pytest.approx(900)


def test_flow_by_hand() -> None:
    one, other = np.array([0, 0, 0, 1, 1, -1]), np.array([1, 1, 0, 0, 0, 0])
    table = flow(one, other, [1, 1, 2, 1, 1, 9])
    assert table.to_dict("list") == {
        "class": [0, 0, 1],
        "other": [0, 1, 0],
        "n": [2, 2, 2],
        "share": [0.5, 0.5, 1.0],
        "jaccard": [2 / 6, 2 / 4, 2 / 4],
    }


def test_labels_are_kept_steady_and_new_classes_get_new_numbers() -> None:
    earlier = np.repeat([0, 1, 2], [50, 30, 20])
    renamed = np.array([2, 0, 1])[earlier]
    assert matched(earlier, renamed)[renamed].tolist() == earlier.tolist()
    split = renamed.copy()
    split[:10] = 3
    steady = matched(earlier, split)[split]
    assert steady[:10].tolist() == [3] * 10
    assert steady[10:].tolist() == earlier[10:].tolist()
    fewer = np.repeat([0, 1], [60, 40])
    assert sorted(matched(earlier, fewer).tolist()) == [0, 1]


def test_agreement_is_scikit_learn_s() -> None:
    rng = np.random.default_rng(0)
    one, other = rng.integers(0, 3, 200), rng.integers(0, 4, 200)
    other = np.where(rng.random(200) < 0.5, one, other)
    assert agreement(one, other) == pytest.approx(adjusted_rand_score(one, other))
    assert agreement(one, one) == 1


def test_rules_find_again_what_a_rule_made() -> None:
    frame = answers()
    coded = code(frame)
    names = np.array(list(coded.levels))
    by_name = [coded.levels[name].to_numpy()[coded.codes[:, at]] for at, name in enumerate(names)]
    labels = ((by_name[1] == "2") & (by_name[4] != "0")).astype(int)
    found = approximated(coded, labels, 1)
    assert (found.precision, found.recall, found.accuracy) == (1, 1, 1)
    assert found.fits(frame).tolist() == (labels[coded.row] == 1).tolist()
    asked = {name: set(levels) for rule in found.rules for name, levels in rule.answers.items()}
    assert asked["q1"] == {"2"}
    assert set(asked) == {"q1", "q4"}
    assert found.n == (labels[coded.row] == 1).sum()


@pytest.mark.parametrize("cluster", [0, 1, 2])
def test_a_rule_s_accuracy_is_that_on_new_people(cluster) -> None:
    frame, fresh = answers(3_000), answers(3_000, seed=5)
    found = fit(frame, "lca", 3)
    rules = approximated(found.coded, found.partition.labels, cluster)
    guessed, truth = rules.fits(fresh), found.classify(fresh).labels == cluster
    assert rules.accuracy == pytest.approx((guessed == truth).mean(), abs=0.03)
    assert rules.precision == pytest.approx(truth[guessed].mean(), abs=0.08)
    assert rules.recall == pytest.approx(guessed[truth].mean(), abs=0.08)
    assert all(len(rule.answers) <= 3 for rule in rules.rules)


def test_no_answer_can_be_part_of_a_rule() -> None:
    frame = answers()
    frame.loc[:299, "q0"] = None
    coded = code(frame)
    labels = np.zeros(len(coded.codes), dtype=int)
    labels[coded.row[:300]] = 1
    found = approximated(coded, labels, 1)
    assert found.rules[0].answers == {"q0": ("",)}
    assert found.fits(frame).sum() == 300


def test_rare_answers_that_were_gathered_fit_a_rule_by_what_they_are_not() -> None:
    trades = np.repeat([f"trade {number:02d}" for number in range(50)], range(2, 52))
    frame = pd.DataFrame({"trade": trades, "q1": np.resize(["a", "b", "b"], len(trades))})
    coded = code(frame)
    rare = coded.levels["trade"].get_loc(OTHER)
    labels = (coded.codes[:, 0] == rare).astype(int)
    found = approximated(coded, labels, 1)
    assert found.accuracy == 1
    assert found.fits(frame).tolist() == (labels[coded.row] == 1).tolist()


def test_a_short_form_begins_with_the_question_that_settles_it() -> None:
    frame = answers()
    found = fit(frame, "lca", 3)
    coded = found.coded
    told = code(frame.assign(zz=found.labels.astype(str)))
    first = short_form(told, fit(frame.assign(zz=found.labels.astype(str)), "lca", 3).partition)
    assert first.questions[0] == "zz"
    form = short_form(coded, found.partition)
    assert form.accuracy["accuracy"].iloc[-1] > 0.95
    assert form.accuracy["accuracy"].iloc[2] > form.accuracy["guess"].iloc[0] + 0.2
    assert form.n == len(frame)


def test_a_short_form_can_be_made_of_any_method() -> None:
    found = fit(answers(), "kmodes", 3)
    form = short_form(found.coded, found.partition, most=4)
    assert len(form.questions) == 4
    assert form.accuracy.loc[4, "accuracy"] > 0.75


def test_the_same_people_have_not_drifted() -> None:
    frame = answers()
    moved = drift(kept(fit(frame, "lca", 3)), frame)
    assert moved.index == pytest.approx(0, abs=1e-12)
    assert moved.questions["index"].to_numpy() == pytest.approx(0, abs=1e-12)
    assert moved.certainty_now == pytest.approx(moved.certainty_then)
    assert moved.classes["n"].sum() == 900


def test_a_kept_model_puts_people_where_the_solution_does() -> None:
    frame, others = answers(), answers(500, seed=4)
    others.loc[:99, "q1"] = None
    others.loc[100:149, "q2"] = "never heard"
    for method in ("lca", "kmodes"):
        found = fit(frame, method, 3)
        again = Kept.from_json(json.loads(json.dumps(kept(found).as_json())))
        before, after = found.classify(others), again.classify(others)
        assert (before.labels == after.labels).mean() > 0.999
        assert after.posterior == pytest.approx(before.posterior, abs=1e-4)
        assert (before.answered == after.answered).all()


def test_others_have_drifted_and_new_answers_are_counted() -> None:
    found = fit(answers(3_000), "lca", 3)
    others = answers(3_000, seed=9, shares=(0.2, 0.3, 0.5))
    others.loc[:299, "q3"] = "never heard"
    moved = drift(kept(found), others)
    assert moved.index > MARKED > SOME
    assert moved.classes["now"].iloc[0] < moved.classes["then"].iloc[0] - 0.2
    assert moved.questions.index[0] == "q3"
    assert moved.questions.loc["q3", "new"] == pytest.approx(0.1)
    assert (moved.classes["low"] < moved.classes["now"]).all()


def test_drift_of_nobody_is_refused() -> None:
    found = fit(answers(), "lca", 3)
    with pytest.raises(NotEnough) as refused:
        drift(kept(found), pd.DataFrame({"q0": [None, None]}))
    assert refused.value.code == "no_answers"


def test_the_elbow_is_where_the_cost_lies_farthest_below_the_line() -> None:
    bend = elbow(pd.Series([100.0, 40, 30, 20], index=[2, 3, 4, 5]))
    assert bend.to_numpy() == pytest.approx([0, 2 / 3 - 0.25, 1 / 3 - 0.125, 0])
    assert bend.idxmax() == 3
    assert elbow(pd.Series([5.0], index=[2])).tolist() == [0]


def test_hennig_s_words() -> None:
    words = [verdict(value) for value in (0.75, 0.749, 0.5, 0.499)]
    assert words == ["stable", "weak", "weak", "dissolved"]


def test_a_fit_needs_neither_method_nor_its_place() -> None:
    frame = answers()
    assert fit(frame, k=3).method == "lca"
    assert fit(frame, "lca", 3).labels.tolist() == fit(frame, k=3).labels.tolist()
    assert fit(frame).k == 5
