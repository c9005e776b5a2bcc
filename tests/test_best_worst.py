"""Best–worst choices against published and simulated truth."""

import numpy as np
import pandas as pd
import pytest

from analysis.best_worst import best_worst
from analysis.errors import NotEnough

# Agresti (2002), Categorical Data Analysis, table 10.10: wins of row against column, 1987.
TEAMS = ("Milwaukee", "Detroit", "Toronto", "New York", "Boston", "Cleveland", "Baltimore")
WINS = [
    [0, 7, 9, 7, 7, 9, 11],
    [6, 0, 7, 5, 11, 9, 9],
    [4, 6, 0, 7, 7, 8, 12],
    [6, 8, 6, 0, 6, 7, 10],
    [6, 2, 6, 7, 0, 7, 12],
    [4, 4, 5, 6, 6, 0, 6],
    [2, 4, 1, 3, 1, 7, 0],
]


def games():
    rows, number = [], 0
    for one, wins in enumerate(WINS):
        for other, n in enumerate(wins):
            for _ in range(n):
                number += 1
                rows += [(number, 1, TEAMS[one], 1), (number, 1, TEAMS[other], 0)]
    return pd.DataFrame(rows, columns=["respondent_id", "task", "item_id", "choice"])


def test_choices_of_two_are_bradley_and_terrys_model():
    """Agresti's estimates with Baltimore at 0."""
    found = best_worst(games()).items["utility"]
    found -= found["Baltimore"]
    published = [1.581, 1.436, 1.294, 1.248, 1.108, 0.684, 0]
    assert found[list(TEAMS)].tolist() == pytest.approx(published, abs=2e-3)


TRUTH = pd.Series([1.2, 0.6, 0.2, 0.0, -0.4, -0.6, -1.0], index=list("abcdefg"))
FANO = [(0, 1, 3), (1, 2, 4), (2, 3, 5), (3, 4, 6), (4, 5, 0), (5, 6, 1), (6, 0, 2)]


def chosen(people, seed, lean=0.0, truth=TRUTH):
    """Choices of people whose own utilities lie around the truth."""
    random = np.random.default_rng(seed)
    rows = []
    for person in range(people):
        own = truth.to_numpy() + lean * random.standard_normal(len(truth))
        for task, block in enumerate(FANO):
            noise = own[list(block)] + random.gumbel(size=3)
            best = block[int(noise.argmax())]
            rest = [place for place in block if place != best]
            worst = rest[int((-own[rest] + random.gumbel(size=2)).argmax())]
            rows += [
                (person, task, truth.index[place], (place == best) - (place == worst))
                for place in block
            ]
    return pd.DataFrame(rows, columns=["respondent_id", "task", "item_id", "choice"])


def test_the_planted_shares_come_out():
    found = best_worst(chosen(1500, 1))
    planted = np.exp(TRUTH) / np.exp(TRUTH).sum()
    assert found.items["share"].sum() == pytest.approx(1)
    assert found.items.index.tolist()[:3] == ["a", "b", "c"]
    assert (found.items["share"] - planted).abs().max() < 0.015
    assert (found.people, found.choices) == (1500, 10_500)


def test_scores_are_counted():
    counted = best_worst(chosen(200, 2)).items
    assert counted["shown"].eq(600).all()
    assert counted["best"].sum() == counted["worst"].sum() == 1400
    assert counted["score"].tolist() == pytest.approx(
        ((counted["best"] - counted["worst"]) / counted["shown"]).tolist()
    )
    assert counted["score"].is_monotonic_decreasing


def test_equal_weights_change_no_share_and_heavy_people_count_more():
    answers = chosen(300, 3)
    plain = best_worst(answers).items["share"]
    doubled = best_worst(answers.assign(weight=2.0)).items["share"]
    assert doubled.to_dict() == pytest.approx(plain.to_dict(), abs=1e-3)
    reverse = chosen(300, 4, truth=-TRUTH).assign(weight=9.0)
    both = pd.concat(
        [
            answers.assign(weight=1.0),
            reverse.replace({"respondent_id": {0: 0}}).assign(
                respondent_id=lambda rows: rows["respondent_id"] + 1000
            ),
        ]
    )
    assert best_worst(both).items.index[0] == "g"


def test_what_was_never_chosen_has_a_small_share_and_an_end():
    rows = [("p", 1, "a", 1), ("p", 1, "b", 0), ("p", 1, "c", -1)]
    columns = ["respondent_id", "task", "item_id", "choice"]
    found = best_worst(pd.DataFrame(rows, columns=columns)).items
    assert found["share"].between(0, 1).all()
    assert found[["low", "high"]].notna().all().all()


def test_a_task_without_one_best_is_left_out_and_without_a_worst_counts_half():
    answers = chosen(100, 5)
    spoiled = answers.copy()
    spoiled.loc[spoiled["task"] == 0, "choice"] = 0
    assert best_worst(spoiled).choices == 600
    halved = answers.assign(choice=answers["choice"].clip(lower=0))
    assert best_worst(halved).items["worst"].sum() == 0


@pytest.mark.parametrize(
    ("rows", "code"),
    [([], "no_answers"), ([("p", 1, "a", 1)], "no_answers"),
     ([("p", 1, "a", 0), ("p", 1, "b", 0)], "no_answers")],
)  # fmt: skip
def test_nothing_to_compare_is_refused(rows, code):
    columns = ["respondent_id", "task", "item_id", "choice"]
    with pytest.raises(NotEnough) as refused:
        best_worst(pd.DataFrame(rows, columns=columns))
    assert refused.value.code == code


@pytest.mark.prove
def test_intervals_cover_the_truth_of_people_who_differ():
    """150 people leaning their own way, 300 surveys: clustered intervals cover 92 to 98 %."""
    lean = 0.8
    truth = best_worst(chosen(20_000, 99, lean)).items["share"].sort_index()
    hits = []
    for seed in range(300):
        found = best_worst(chosen(150, seed, lean)).items.sort_index()
        hits.append((found["low"] <= truth) & (truth <= found["high"]))
    assert 0.92 <= np.mean(hits) <= 0.98
