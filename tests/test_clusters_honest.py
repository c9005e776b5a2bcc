"""What is said of short forms, rules and drift holds for people who weren't there before."""

import json
from dataclasses import replace

import numpy as np
import pandas as pd
import pytest

from analysis.clusters import Kept, approximated, drift, fit, kept, short_form
from analysis.clusters.bands import BAND, banded, edges_of, in_bands
from analysis.clusters.coding import code
from analysis.clusters.levels import MOST_LEVELS, OTHER
from analysis.clusters.rules import Rule
from analysis.intervals import wilson
from words.clusters import BAND as SAID_AS_BAND
from words.clusters import GATHERED

QUESTIONS = 10


def noise(n: int, seed: int) -> pd.DataFrame:
    """Answers that have nothing to do with anything."""
    rng = np.random.default_rng(seed)
    codes = rng.integers(0, 4, (n, QUESTIONS)).astype(str)
    return pd.DataFrame(codes, columns=[f"q{number}" for number in range(QUESTIONS)])


def kinds(n: int = 900, seed: int = 4, sure: float = 0.7) -> pd.DataFrame:
    """Three kinds of people who give their own answer as surely as said, and their hours."""
    rng = np.random.default_rng(seed)
    own = rng.choice(3, n, p=(0.5, 0.3, 0.2))
    codes = np.where(rng.random((n, 5)) < sure, own[:, None], rng.integers(0, 3, (n, 5)))
    frame = pd.DataFrame(codes.astype(str), columns=[f"q{number}" for number in range(5)])
    return frame.assign(hours=np.round(np.array([20.0, 30, 37])[own] + rng.normal(0, 1.5, n), 1))


def in_two(frame: pd.DataFrame, **how):
    """Put people into two classes by chance, whatever they answer."""
    found = fit(frame, "kmodes", 2, **how)
    by_chance = np.random.default_rng(1).integers(0, 2, len(found.coded.codes))
    return found, by_chance


def test_a_form_of_noise_is_no_better_than_guessing() -> None:
    """Tried on its own makers it is right about two times in three."""
    found, by_chance = in_two(noise(300, 0))
    form = short_form(found.coded, replace(found.partition, labels=by_chance))
    on_its_makers = (form.classify(noise(300, 0)).labels == by_chance[found.coded.row]).mean()
    assert on_its_makers > 0.62
    assert form.accuracy["low"].iloc[-1] < 0.5 < form.accuracy["high"].iloc[-1]


@pytest.mark.parametrize("method", ["lca", "kmodes"])
def test_a_form_is_as_right_on_others_as_it_says(method) -> None:
    frame, fresh = kinds(600).drop(columns="hours"), kinds(6_000, 5).drop(columns="hours")
    found = fit(frame, method, 3)
    form = short_form(found.coded, found.partition, most=4)
    for asked in (1, 2, 3, 4):
        right = (form.classify(fresh, asked).labels == found.classify(fresh).labels).mean()
        assert form.accuracy.loc[asked, "low"] - 0.02 < right
        assert right < form.accuracy.loc[asked, "high"] + 0.04


def test_a_form_counts_people_by_their_weight_and_its_interval_by_how_few_that_leaves() -> None:
    frame = kinds().drop(columns="hours")
    found = fit(frame, "lca", 3)
    plain = short_form(found.coded, found.partition).accuracy
    weights = np.where(np.arange(len(frame)) % 3 == 0, 10.0, 1.0)
    coded = code(frame, weights=weights)
    heavy = short_form(coded, found.partition)
    right, n = heavy.accuracy["accuracy"], coded.effective_n
    low, high = wilson(right * n, np.full(len(right), n))
    assert heavy.accuracy["low"].to_numpy() == pytest.approx(low)
    assert heavy.accuracy["high"].to_numpy() == pytest.approx(high)
    assert heavy.n == len(frame) > 1.5 * n
    assert (right - plain["accuracy"]).abs().max() > 1e-3


def test_a_form_asks_for_numbers_in_bands_with_round_ends() -> None:
    frame = kinds()
    found = fit(frame, "lca", 3)
    form = short_form(found.coded, found.partition)
    assert form.questions[0] == "hours"
    levels = list(form.kept.levels["hours"])
    ends = [level.removeprefix(BAND).split("..") for level in levels]
    assert ends[0][0] == ends[-1][1] == ""
    assert [one[1] for one in ends[:-1]] == [one[0] for one in ends[1:]]
    assert all(float(one[0]) % 1 == 0 for one in ends[1:])
    alone = form.classify(frame[["hours"]])
    said = frame.assign(hours=in_bands(frame["hours"], form.kept.levels["hours"]))
    assert form.classify(said[["hours"]]).labels.tolist() == alone.labels.tolist()
    assert (alone.labels == found.labels).mean() == pytest.approx(
        form.accuracy.loc[1, "accuracy"], abs=0.03
    )
    assert form.classify(pd.DataFrame({"hours": [np.nan, 36.0]})).labels.tolist() == [-1, 2]


def test_a_form_is_kept_as_text_and_types_the_same() -> None:
    frame = kinds()
    found = fit(frame, "kprototypes", 3)
    form = short_form(found.coded, found.partition)
    again = Kept.from_json(json.loads(json.dumps(form.kept.as_json())))
    typed = again.classify(frame)
    assert typed.labels.tolist() == form.classify(frame).labels.tolist()
    assert again.classes == pytest.approx(np.bincount(typed.labels) / len(frame), abs=1e-6)
    assert typed.posterior.max(axis=1).mean() == pytest.approx(again.certainty, abs=1e-5)


@pytest.mark.parametrize(
    ("values", "edges"),
    [
        (np.arange(20.0, 80), [30, 40, 50, 60, 70]),
        (np.array([0.0] * 90 + [3, 5] * 5), [3]),  # nearly all have the same
        (np.array([1.0, 2]), [2]),
        (np.linspace(0, 1, 1001), [0.15, 0.35, 0.5, 0.65, 0.85]),
        (np.array([np.nan, 100, 200, 300, 400]), [200, 300, 400]),
    ],
)
def test_bands_end_at_round_numbers(values, edges) -> None:
    assert edges_of(values, np.ones(len(values))).tolist() == pytest.approx(edges)


def test_bands_hold_everybody_once_and_weights_move_them() -> None:
    frame = kinds()
    coded = banded(fit(frame, "lca", 3).coded)
    counted = np.bincount(coded.codes[:, -1], coded.people)
    assert counted.sum() == len(frame)
    assert (counted > 0).all()
    values = frame["hours"].to_numpy()
    heavy = edges_of(values, np.where(values > 33, 20.0, 1.0))
    assert heavy.min() > edges_of(values, np.ones(len(values))).min()


def test_rules_of_noise_are_not_said_to_hold() -> None:
    found, by_chance = in_two(noise(300, 0))
    rules = approximated(found.coded, by_chance, 1)
    inside = by_chance[found.coded.row] == 1
    for rule in rules.rules:
        assert rule.precision < inside[rule.fits(noise(300, 0))].mean()
        low, high = rule.interval
        assert low < rule.precision < high
    low, high = rules.precision_interval
    assert low < inside.mean() < high
    assert rules.inside == inside.sum()


def test_rules_weigh_people() -> None:
    """35 say b and x, and are the class; of one question, x comes nearest: 50 people say it."""
    frame = pd.DataFrame({"q0": ["a"] * 30 + ["b"] * 70, "q1": list("xy" * 50)})
    inside = ((frame["q0"] == "b") & (frame["q1"] == "x")).to_numpy()
    for weight, right in ((1, 35 / 50), (3, 105 / 120)):
        coded = code(frame, weights=np.where(inside, weight, 1))
        labels = np.zeros(len(coded.codes), dtype=int)
        labels[coded.row] = inside
        rules = approximated(coded, labels, 1, depth=1)
        assert rules.rules[0].answers == {"q1": ("x",)}
        assert rules.rules[0].precision == pytest.approx(right, abs=0.02)
        assert rules.precision == pytest.approx(right, abs=0.001)
        assert rules.recall == 1
        assert rules.accuracy == pytest.approx(1 - 15 / (65 + 35 * weight))
        low, high = wilson(right * 50 * coded.effective_n / 100, 50 * coded.effective_n / 100)
        assert rules.precision_interval == pytest.approx((low, high))


def test_a_rule_may_ask_for_a_number_s_band() -> None:
    frame = kinds()
    coded = fit(frame, "lca", 3).coded
    labels = np.zeros(len(coded.codes), dtype=int)
    old = (
        frame["hours"] >= edges_of(frame["hours"].to_numpy(), np.ones(len(frame)))[-1]
    ).to_numpy()
    labels[coded.row] = old
    rules = approximated(coded, labels, 1)
    assert (rules.precision, rules.recall) == (1, 1)
    assert set(rules.rules[0].answers) == {"hours"}
    assert rules.fits(frame).tolist() == old.tolist()


def test_numbers_that_moved_are_told_by_how_many_spreads() -> None:
    frame = kinds(3_000)
    model = kept(fit(frame, "lca", 3))
    later = kinds(1_000, 8).assign(hours=lambda rows: rows["hours"] + 5)
    later.loc[:99, "hours"] = np.nan
    moved = drift(model, later).numbers.loc["hours"]
    known = later["hours"].dropna()
    assert moved["then"] == pytest.approx(frame["hours"].mean())
    assert moved["now"] == pytest.approx(known.mean())
    assert moved["apart"] == pytest.approx(
        (known.mean() - frame["hours"].mean()) / frame["hours"].std(ddof=0)
    )
    assert moved["apart"] > 0.5
    assert moved["low"] < moved["now"] < moved["high"]
    assert moved["n"] == 900
    assert drift(model, frame).numbers["apart"].abs().max() < 1e-9
    assert drift(model, frame.drop(columns="hours")).numbers.empty


def test_every_share_of_a_drift_has_its_interval_then_and_now() -> None:
    frame = kinds().drop(columns="hours")
    frame.loc[:299, "q0"] = None
    moved = drift(kept(fit(frame, "lca", 3)), kinds(400, 6).drop(columns="hours"))
    for rows in (moved.classes, moved.questions):
        assert (rows["then_low"] < rows["then"]).all()
        assert (rows["then"] < rows["then_high"]).all()
        assert ((rows["low"] < rows["now"]) & (rows["now"] < rows["high"])).all()
    asked = moved.questions.loc["q0"]
    assert (asked["then_low"], asked["then_high"]) == pytest.approx(
        wilson(asked["then"] * 600, 600), abs=1e-3
    )
    assert moved.certainty_low < moved.certainty_now < moved.certainty_high


def test_an_answer_that_is_called_other_is_not_one_of_the_gathered() -> None:
    trades = np.repeat([f"trade {number:02d}" for number in range(50)], range(2, 52))
    trades = np.append(trades, ["other"] * 60)
    frame = pd.DataFrame({"trade": trades, "q1": np.resize(["a", "b", "b"], len(trades))})
    coded = code(frame)
    levels = list(coded.levels["trade"])
    assert len(levels) == MOST_LEVELS
    assert {"other", OTHER} <= set(levels)
    of_level = np.bincount(coded.codes[:, 0], coded.people)
    assert of_level[levels.index("other")] == 60
    assert of_level[levels.index(OTHER)] == sum(of_level) - 60 - sum(range(24, 52))
    assert (GATHERED, SAID_AS_BAND) == (OTHER, BAND)  # words may not ask analysis


def test_the_first_models_gathered_answers_are_still_known() -> None:
    trades = np.repeat([f"trade {number:02d}" for number in range(50)], range(2, 52))
    frame = pd.DataFrame({"trade": trades, "q1": np.resize(["a", "b", "b"], len(trades))})
    model = kept(fit(frame, "lca", 2)).as_json()
    first = json.loads(json.dumps(model).replace(json.dumps(OTHER)[1:-1], "other"))
    del first["effective_n"]
    again = Kept.from_json(first)
    assert list(again.levels["trade"]) == model["levels"]["trade"]
    assert np.isnan(drift(again, frame).classes["then_low"]).all()


def test_a_number_outside_a_rules_bands_does_not_fit_though_missing_ones_do() -> None:
    rule = Rule({"x": ("", f"{BAND}3..6", f"{BAND}6..")}, 1, 1.0)
    said = pd.DataFrame({"x": [1.0, 2.0, 4.0, 7.0, np.nan]})
    assert rule.fits(said).tolist() == [False, False, True, True, True]


def test_as_many_fit_a_rule_as_it_says_where_numbers_are_missing() -> None:
    frame = kinds()
    few = np.random.default_rng(1).random(len(frame)) < 0.3
    frame["hours"] = frame["hours"].mask(few & (frame["hours"] > 25))
    found = fit(frame, "lca", 3)
    for one in range(3):
        for rule in approximated(found.coded, found.partition.labels, one).rules:
            assert rule.fits(frame).sum() == rule.n


def test_bands_around_nought_have_no_minus_before_it_and_no_digits_lost() -> None:
    numbers = np.round(np.random.default_rng(1).normal(size=300) * 3)
    assert not any(np.signbit(edge) for edge in edges_of(numbers, np.ones(300)) if edge == 0)
    frame = kinds().assign(hours=np.random.default_rng(1).normal(size=900) * 1e-7)
    levels = banded(fit(frame, "lca", 2, numbers=("hours",)).coded).levels["hours"]
    assert not any("e" in level for level in levels)


def test_a_number_that_is_the_same_for_all_who_count_is_left_out() -> None:
    frame = kinds(120)
    weights = (frame["q0"] == "0").astype(float)
    frame["hours"] = np.where(weights > 0, 1.0, 2.0)
    coded = fit(frame, "lca", 2, numbers=("hours",), weights=weights).coded
    assert coded.numbers is None
    assert coded.problems[0].facts == {"questions": ["hours"]}


def test_numbers_too_near_each_other_for_bands_are_not_asked_for() -> None:
    frame = kinds(120).assign(hours=np.random.default_rng(1).normal(size=120) * 1e-11)
    assert "hours" not in banded(fit(frame, "lca", 2, numbers=("hours",)).coded).levels
